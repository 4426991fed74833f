"""The words under a picture → its caption and its credit, apart."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from letopis.language.lists import plain, word_list

CODES = ("ru", "be", "uk", "en")
CREDIT_CODES = (*CODES, "de", "fr", "es", "it", "pl", "pt", "nl", "da", "nb", "sv", "vi", "lt", "tr", "id")
SIGN = re.compile(r"[©℗]|\([cс]\)|\bcopyright\b|\btous droits réservés\b", re.IGNORECASE)
BRACKETED = re.compile(r"\(([A-ZА-ЯІЎЁЄЇ][^()]{1,60})\)\.?$")
AFTER_STOP = re.compile(r"[.!?»”\"]\s+([A-ZА-ЯІЎЁЄЇ가-힣][^.!?]{1,60})\.?$")
HANGUL = re.compile(r"[가-힣]{2,6}[0-9]?(?: 기자| 제공)?")
LONGEST_CREDIT, LONGEST_HOUSE = 120, 40
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
    return split(line, by_word(line) or by_sign(line) or by_phrase(line))


def formed(line: str) -> Worded:
    """Split a caption from a credit that only its form gives away, as a line in a figure may have it."""
    told = worded(line)
    return told if told.credit else split(told.caption or "", by_house(told.caption or ""))


def split(line: str, at: tuple[int, int] | None) -> Worded:
    """Split a line where its credit starts, the words that lead to the name left out."""
    if at is None or len(line) - at[1] > LONGEST_CREDIT:
        return Worded(line or None, None)
    start, stop = at
    caption, credit = line[:start].rstrip(" \t,;:|/—–-([").strip(), line[stop:].strip(ENDS)
    return Worded(caption or None, credit or None)


def by_word(line: str) -> tuple[int, int] | None:
    """Find the last "Фото:" in a line: where it starts and where the name after it does."""
    lowered = plain(line.lower())  # `casefold` would make two letters of «ß», and places must stay
    if len(lowered) != len(line):
        return None
    colon = len(lowered)
    if (bracket := bracketed(lowered)) is not None:
        return bracket
    while (colon := max(lowered.rfind(mark, 0, colon) for mark in (":", " by ", " — ", " / "))) > 0:
        start = word_before(lowered, colon)
        if start is not None:
            return start, colon + (4 if lowered.startswith(" by ", colon) else 1)
    return None


def bracketed(lowered: str) -> tuple[int, int] | None:
    """Find a line's last bracket that begins with "photo by": all of it is the credit, other such words, too."""
    bracket = lowered.rfind("(") if lowered.endswith((")", ").")) else -1
    if bracket < 0:
        return None
    ends = [end for mark in (":", " by ") if (end := lowered.find(mark, bracket)) > 0]
    start = word_before(lowered, min(ends)) if ends else None
    if start is None or lowered[bracket + 1 : start].strip():
        return None
    return start, min(ends) + (4 if lowered.startswith(" by ", min(ends)) else 1)


def by_phrase(line: str) -> tuple[int, int] | None:
    """Find a credit without a colon, as the last sentence: «Мост. Фото из архива музея»."""
    lowered = plain(line.lower())  # `casefold` would make two letters of «ß», and places must stay
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


def by_house(line: str) -> tuple[int, int] | None:
    """Find a credit by its form at the end of a line: "The bridge. (Ann Lee/AP)", "The bridge. Ann Lee/AP"."""
    match = BRACKETED.search(line) or AFTER_STOP.search(line)
    if match is None:
        return None
    names = [part.strip(" .").casefold() for part in re.split(r"[/|]| via ", match[1])]
    # Korean captions end in a full stop and the photographer or agency.
    if HANGUL.fullmatch(match[1]):
        return match.start(1), match.start(1)
    stroked = len(names) > 1 and all(name[:1].isalpha() for name in names)
    return (match.start(1), match.start(1)) if stroked or names[-1] in picture_houses() else None


@cache
def picture_houses() -> frozenset[str]:
    """Return who gives pictures to papers."""
    return word_list("en", "picture_houses")


def is_house(line: str) -> bool:
    """Say whether a line is nothing but the name of such a house."""
    return len(line) < LONGEST_HOUSE and line.casefold() in picture_houses()


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
    """Find the copyright sign in a line after which a credit goes on to its end: "© Ann Lee / © AP"."""
    signs = (match.span() for match in SIGN.finditer(line))
    return next((sign for sign in signs if len(line) - sign[1] <= LONGEST_CREDIT), None)
