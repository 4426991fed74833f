"""Texts of leaves → how each looks, worked out over all the letters of a page at once, in no words of any language."""

from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.float32]
Ints = NDArray[np.int64]

KNOWN = 0x10000
IDEOGRAPHS = 0x2E80
SHORT = 20
# What one letter can be; the first four are counted in each leaf, all are looked for.
KINDS: tuple[Callable[[str], bool], ...] = (
    ",，、،;".__contains__,
    ".。।".__contains__,
    str.isupper,
    str.isdigit,
    str.islower,
    ".!?…。！？։؟।".__contains__,
    ":".__contains__,
    "«“\"'„‘「『(".__contains__,
    "—–―-•·".__contains__,
    "»”\"')]’“".__contains__,
    "©".__contains__,
    "|".__contains__,
    "@/".__contains__,
)
COMMA, STOP, UPPER, DIGIT, LOWER, ENDED, COLON, OPENER, DASH, CLOSER, SIGN, BAR, ADDRESS = (
    1 << at for at in range(len(KINDS))
)
# For adding up, each kind that is counted has a field of its own in one long number.
COUNTABLE, MOST = 0xF, 0xFFFF
FIELDS = np.arange(0, 64, 16)[:, None]
ADDED = ((np.arange(COUNTABLE + 1) >> np.arange(4)[:, None] & 1) << FIELDS).sum(axis=0)
STARTS = np.array((UPPER, LOWER, DIGIT, OPENER, DASH), dtype=np.uint16)
SIGNS = np.array((SIGN, BAR, ADDRESS), dtype=np.uint16)


class Looks(NamedTuple):
    """A column for each thing seen, how much a letter says (an ideograph thrice), the leaves' lengths, which end."""

    columns: Rows
    wide: Rows
    sizes: Rows
    ended: NDArray[np.bool_]


def rows_of(*columns: NDArray[Any]) -> Rows:
    """Lay columns under one another, several times as fast as `stack` does it."""
    return np.concatenate(columns, dtype=np.float32).reshape(len(columns), -1)


@cache
def kinds() -> NDArray[np.uint16]:
    """Return of each letter what it is, one bit a kind."""
    letters = list(map(chr, range(KNOWN)))
    seen = np.array([[kind(letter) for letter in letters] for kind in KINDS], dtype=np.uint16)
    return np.asarray((seen << np.arange(len(KINDS), dtype=np.uint16)[:, None]).sum(axis=0), dtype=np.uint16)


def looks_of(texts: list[str]) -> Looks:
    """Return how the texts of a page look; of a very long one the middle does not count."""
    texts = [text if len(text) < MOST else text[: MOST // 2] + text[-MOST // 2 :] for text in texts]
    lengths = np.array(list(map(len, texts)))
    after = lengths.cumsum()
    first, last = after - lengths, after - 1
    letters = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    kind = kinds().take(letters, mode="clip")
    held = np.bitwise_or.reduceat(kind, first)
    counts = np.add.reduceat(ADDED.take(kind & COUNTABLE), first) >> FIELDS & MOST
    for _ in range(2):
        last = np.where(kind[last] & CLOSER != 0, np.maximum(last - 1, first), last)
    ends = kind[last]
    length = lengths.astype(np.float32)
    ended = ends & ENDED != 0
    columns = rows_of(
        counts[0] / (4 + length / 20),
        counts[1] / (2 + length / 40),
        counts[2] / (1 + length / 8),
        counts[3] / length,
        ended,
        ends & COLON != 0,
        held & (UPPER | LOWER) == UPPER,
        (length < SHORT) & (counts[3] > 0),
        *(kind[first] & STARTS[:, None] != 0),
        *(held & SIGNS[:, None] != 0),
    )
    wide = np.where(letters[first + lengths // 2] >= IDEOGRAPHS, np.float32(3), np.float32(1))
    return Looks(columns, wide, length * wide, ended)
