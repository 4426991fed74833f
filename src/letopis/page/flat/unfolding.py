"""Flattened text → lines that say something; paragraphs that were broken at a fixed width are made whole."""

from itertools import groupby, pairwise
from typing import NamedTuple

ENDINGS = ".!?…:;»”\"')"
DASHES = ("— ", "– ", "- ", "― ")
WIDEST, NEARLY, MOSTLY, FEWEST = 90, 0.6, 0.6, 3


class Line(NamedTuple):
    """A line of the text that has letters or digits; `apart`: an empty line stands before it."""

    text: str
    apart: bool


def lines_of(text: str) -> list[Line]:
    """Return the lines that say something, with no-break spaces replaced one for one."""
    found, apart = [], True
    for raw in text.replace("\u00a0", " ").replace("\u202f", " ").replace("\0", "").splitlines():
        line = raw.strip().strip("\ufeff\u200b")
        if any(map(str.isalnum, line)):
            found.append(Line(line, apart))
        apart = not line or (apart and not found)
    return unfolded(found) if is_folded(found) else found


def is_folded(lines: list[Line]) -> bool:
    """Say whether a text was broken at a fixed width: no line is long, most that go on are nearly as long as can be."""
    width = max((len(line.text) for line in lines), default=0)
    going = [line.text for line, after in pairwise(lines) if not after.apart]
    if width > WIDEST or len(going) < FEWEST:
        return False
    broken = [text for text in going if len(text) >= width * NEARLY and text[-1] not in ENDINGS]
    return len(broken) >= max(FEWEST, len(going) * MOSTLY)


def unfolded(lines: list[Line]) -> list[Line]:
    """Return each paragraph as one line; a dash begins a new one."""
    starts = 0
    numbers = []
    for line in lines:
        starts += line.apart or line.text.startswith(DASHES)
        numbers.append(starts)
    groups = groupby(zip(numbers, lines, strict=True), key=lambda pair: pair[0])
    whole = [[line for _, line in group] for _, group in groups]
    return [Line(" ".join(line.text for line in group), group[0].apart) for group in whole]
