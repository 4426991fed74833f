"""A live blog's leaves and blocks → its entries, each with its time: from data, from attributes, or as printed."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise
from string import digits
from typing import NamedTuple

from letopis.model import Dated, Span, Update
from letopis.page.facts import Said, folded, text_of
from letopis.page.layout.writing import Written
from letopis.page.lists.clocks import CLOCK, LONGEST_CLOCK, in_order, printed
from letopis.page.marks import bit
from letopis.page.published import chosen
from letopis.page.tree import Grove

LIVE = "LiveBlogPosting"
LEAST_ENTRIES, WORDY, KEY = 3, 40, 30
HEADINGS = ("heading", "headline")
ENTRY_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))


def is_live(page: Grove, said: Said, kept: list[int]) -> bool:
    """Say whether an article is a live blog: its data say so, or times stand alone above its parts."""
    return LIVE in said.kinds or len(clocks_among(page, kept)) >= LEAST_ENTRIES


def with_lead(page: Grove, said: Said, kept: list[int]) -> list[int]:
    """Add to the leaves of a live blog what the page calls its lead, and the headings beside its entries' times."""
    clocks = clocks_among(page, kept)
    if len(clocks) < (1 if LIVE in said.kinds else LEAST_ENTRIES):
        return kept
    headings = {beside for at in clocks for beside in (at - 1, at + 1) if is_heading(page, beside)}
    return sorted({*kept, *headings, *lead_above(page, clocks[0])})


def is_heading(page: Grove, at: int) -> bool:
    """Say whether a leaf is the heading of an entry."""
    leaf = page.leaves[at]
    return page.elements[leaf.element].tag in ENTRY_HEADINGS and not leaf.anchors


def clocks_among(page: Grove, kept: list[int]) -> list[int]:
    """Return the leaves that are nothing but times of day, all of one kind, each with words of the article below it."""
    leaves = page.leaves
    short = [at for at, leaf in enumerate(leaves) if len(leaf.text) <= LONGEST_CLOCK and leaf.text[0] in digits]
    alone = [at for at in short if CLOCK.fullmatch(leaves[at].text)]
    if not alone or not kept:
        return []
    wordy = [at for at in kept if len(leaves[at].text) >= WORDY]
    told = [at for at, end in pairwise([*alone, kept[-1] + 1]) if any(at < word < end for word in wordy)]
    common = Counter(key_of(page, at) for at in told).most_common(1)
    alike = [at for at in told if key_of(page, at) == common[0][0]]
    return alike if in_order([leaves[at].text for at in alike]) else []


def key_of(page: Grove, at: int) -> tuple[str, int, int]:
    """Return what the times of one live blog share."""
    element = page.elements[page.leaves[at].element]
    return element.tag, element.marks, element.depth


def lead_above(page: Grove, first: int) -> Iterator[int]:
    """Yield the leaves between the headline and the first entry that the page calls its lead."""
    lead = bit("lead")
    for at in range(first - 1, -1, -1):
        leaf = page.leaves[at]
        element = page.elements[leaf.element]
        if element.tag == "h1":
            return
        if (element.marks | element.above) & lead and len(leaf.text) >= WORDY and not element.hidden:
            yield at


class Start(NamedTuple):
    """Where an entry begins: its first block, the time as it is printed, and as attributes give it."""

    block: int
    clock: str | None = None
    stamp: str | None = None


def entries_of(
    page: Grove, said: Said, body: Written, published: Dated | None, fetched: datetime | None
) -> tuple[Update, ...]:
    """Return the entries of a live blog, as they stand on the page."""
    given = given_times(said, body)
    starts = above_blocks(page, body) or in_blocks(body) or [Start(number) for number in given]
    day = published if in_order([start.clock for start in starts if start.clock]) else None
    found = []
    for start, after in pairwise([*starts, Start(len(body.blocks))]):
        span = Span(body.blocks[start.block].span.start, body.blocks[after.block - 1].span.stop)
        told = next((given[number] for number in range(start.block, after.block) if number in given), None)
        at = chosen([("json-ld", told), ("time", start.stamp)], fetched)
        found.append(Update(span, at or printed(start.clock, day), start.clock))
    return tuple(found)


def above_blocks(page: Grove, body: Written) -> list[Start]:
    """Return the entries above which a time stands alone; a heading right above it, with none below, is theirs."""
    found: dict[int, Start] = {}
    for at in clocks_among(page, list(body.leaves)):
        number = bisect_left(body.leaves, at)
        if number == len(body.blocks):
            continue
        if number and body.blocks[number - 1].kind in HEADINGS and body.blocks[number].kind not in HEADINGS:
            number -= 1
        found.setdefault(number, Start(number, page.leaves[at].text, stamp_of(page, page.leaves[at].element)))
    return list(found.values())


def in_blocks(body: Written) -> list[Start]:
    """Return the entries whose first words are a time."""
    times = [(number, CLOCK.match(block.span.of(body.text))) for number, block in enumerate(body.blocks)]
    return [Start(number, time.group().strip()) for number, time in times if time]


def given_times(said: Said, body: Written) -> dict[int, str]:
    """Return the times that the page's data give of its entries, each at the first block with the words of one."""
    lists = [thing["liveBlogUpdate"] for thing in said.objects if "liveBlogUpdate" in thing]
    times: dict[str, str] = {}
    for entry in lists[0] if lists and isinstance(lists[0], list) else []:
        time = entry.get("datePublished") if isinstance(entry, dict) else None
        for words in (entry.get("headline"), entry.get("articleBody")) if isinstance(time, str) else ():
            if key := folded((text_of(words) or "")[:KEY]):
                times.setdefault(key, str(time))
    keys = [folded(block.span.of(body.text)[:KEY]) for block in body.blocks]
    found = {number: times[key] for number, key in enumerate(keys) if key in times}
    return {number: time for number, time in found.items() if found.get(number - 1) != time}


def stamp_of(page: Grove, element: int) -> str | None:
    """Return the time that an element's attributes give."""
    node = page.nodes[element].css_first("time[datetime]")
    return node.attributes.get("datetime") if node is not None else None
