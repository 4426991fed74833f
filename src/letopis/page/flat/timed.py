"""Lines of flattened text → those that begin with a time, and the entries of a live blog below those that are one."""

from itertools import pairwise

from letopis.model import Block, Dated, Span, Update
from letopis.page.lists.clocks import CLOCK, clock_of, in_order, printed
from letopis.page.lists.entries import LEAST_ENTRIES

LEAST_WORDS = 3


def timed_run(texts: list[str], at: int) -> int:
    """Count the lines from here that are a time and some words: an outlet's feed of news."""
    length = 0
    for text in texts[at:]:
        match = CLOCK.match(text)
        if match is None or len(text[match.end() :].split()) < LEAST_WORDS:
            break
        length += 1
    return length


def without_clock(text: str) -> str:
    """Return a line of a feed without its time."""
    match = CLOCK.match(text)
    return text[match.end() :].strip(" .,:—–-") if match else text


def has_entries(texts: list[str]) -> bool:
    """Say whether times stand alone above the parts of a text, in order."""
    clocks = [text for text in texts if clock_of(text)]
    return len(clocks) >= LEAST_ENTRIES and in_order(clocks)


def entries_at(starts: list[tuple[int, str]], blocks: tuple[Block, ...], published: Dated | None) -> tuple[Update, ...]:
    """Return the entries that begin at these blocks, each with the time above it."""
    known = [(block, clock) for block, clock in starts if block < len(blocks)]
    return tuple(
        Update(Span(blocks[first].span.start, blocks[last - 1].span.stop), printed(clock, published), clock)
        for (first, clock), (last, _) in pairwise([*known, (len(blocks), "")])
        if first < last
    )
