"""The words under a picture → its caption and its credit, apart."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from letopis.language.lists import word_list

CODES = ("ru", "be", "uk", "en")
CREDIT_CODES = (*CODES, "de", "fr", "es", "it", "pl", "pt", "nl", "da", "nb", "sv")
SIGN = re.compile(r"[©℗]|\([cс]\)|\bcopyright\b|\btous droits réservés\b", re.IGNORECASE)
LONGEST_CREDIT = 120
STOPS = (". ", "! ", "? ", "… ", "» ", " (")
ENDS = " \t.,;:|/—–-()[]"


class Worded(NamedTuple):
    """A caption and its credit, apart."""

    caption: str | None
    credit: str | None


@cache
def credit_words() -> tuple[str, ...]:
    """Return the words that lead a credit, longest first."""
    found = {word for code in CREDIT_CODES for word in word_list(code, "credit_words")}
    return tuple(sorted(found, key=len, reverse=True))


@lru_cache(1024)  # a line beside a picture is asked several times
def worded(text: str | None) -> Worded:
    """Split a caption from the credit at its end: «Мост. Фото: ТАСС» gives «Мост.» and «ТАСС»."""
    line = " ".join((text or "").split())
    if not line:
        return Worded(None, None)
    at = by_word(line) or by_sign(line) or by_phrase(line)
    if at is None or len(line) - at[1] > LONGEST_CREDIT:
        return Worded(line, None)
    start, stop = at
    caption, credit = line[:start].rstrip(" \t,;:|/—–-([").strip(), line[stop:].strip(ENDS)
    return Worded(caption or None, credit or None)


def by_word(line: str) -> tuple[int, int] | None:
    """Find the last "Фото:" in a line: where it starts and where the name after it does."""
    lowered = line.casefold().replace("ё", "е")
    if len(lowered) != len(line):
        return None
    colon = len(lowered)
    while (colon := max(lowered.rfind(mark, 0, colon) for mark in (":", " by ", " — ", " / "))) > 0:
        start = word_before(lowered, colon)
        if start is not None:
            return start, colon + (4 if lowered.startswith(" by ", colon) else 1)
    return None


def by_phrase(line: str) -> tuple[int, int] | None:
    """Find a credit without a colon, as the last sentence: «Мост. Фото из архива музея»."""
    lowered = line.casefold().replace("ё", "е")
    starts = [lowered.rfind(mark) + len(mark) for mark in STOPS if mark in lowered]
    if not starts or len(lowered) != len(line):
        return None
    start = max(starts)
    if not lowered.startswith(credit_words(), start):
        return None
    for word in credit_words():
        if lowered.startswith(f"{word} ", start):
            return start, start + len(word)
    return None


def word_before(lowered: str, colon: int) -> int | None:
    """Return where the credit word starts that ends at the colon, None if another word stands there."""
    head = lowered[:colon].rstrip()
    if not head.endswith(credit_words()):  # most lines do not: one look at all the words is ten times quicker
        return None
    for word in credit_words():
        if head.endswith(word) and not head[: len(head) - len(word)][-1:].isalnum():
            return len(head) - len(word)
    return None


def by_sign(line: str) -> tuple[int, int] | None:
    """Find a copyright sign in a line."""
    found = None
    for match in SIGN.finditer(line):
        found = match.start(), match.end()
    return found
