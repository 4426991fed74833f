"""Grove and the article's leaves → those without what leads to other articles or asks the reader for something."""

import re
from functools import cache

from letopis.language.lists import word_list
from letopis.page.tree import Grove, Leaf

CODES = ("en", "ru", "be", "uk")
LONGEST, SHORT = 200, 100
PATHS, ENDS = (" » ", " › ", " > ", " → "), ".!?…:"
STAMP = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2,4}\b")
LINKED = 0.6
BETWEEN = " :.…—–-|»→"
MARKS = "•·*▪►▶→❗ "


def without_asides(page: Grove, kept: list[int]) -> list[int]:
    """Leave out "Read also: [a headline]", the links under such words, and lines that ask to subscribe."""
    found: list[int] = []
    listing = False
    for at in kept:
        leaf = page.leaves[at]
        leading = leads_away(page, at)
        listing = leading or (listing and is_link(leaf))
        if not listing and not asks(leaf.text):
            found.append(at)
    first = next((place for place, at in enumerate(found) if len(page.leaves[at].text) > SHORT), 0)
    return [at for at in found[:first] if not is_opening(page.leaves[at])] + found[first:]


def is_opening(leaf: Leaf) -> bool:
    """Say whether a leaf is a line above an article: the path to it ("News » City"), its address, or its date."""
    text = leaf.text
    if len(text) > SHORT or text[-1] in ENDS:
        return False
    path = leaf.linked > 0 and any(mark in text for mark in PATHS)
    stamped = STAMP.match(text) is not None and ("|" in text or not any(map(str.isalpha, text)))
    return path or "://" in text or stamped


@cache
def openings(name: str) -> tuple[str, ...]:
    """Return a word list of all our languages, longest first: a line's language does not matter here."""
    words = {words.replace("ё", "е") for code in CODES for words in word_list(code, name)}
    return tuple(sorted(words, key=len, reverse=True))


def after(text: str, name: str) -> str | None:
    """Return what follows the words of a list at a line's beginning, None where none of them stands there."""
    line = text.casefold().replace("ё", "е").lstrip(MARKS)
    if not line.startswith(openings(name)):  # most lines do not: one look at all the words is ten times quicker
        return None
    for words in openings(name):
        bounded = not (words[-1].isalnum() and line[len(words) : len(words) + 1].isalnum())
        if bounded and line.startswith(words):
            return line[len(words) :].strip(BETWEEN)
    return None


def leads_away(page: Grove, at: int) -> bool:
    """Say whether a leaf is "Read also" with a link after it, or alone above one."""
    leaf = page.leaves[at]
    rest = after(leaf.text, "list_headings") if len(leaf.text) <= LONGEST + leaf.linked else None
    if rest is None:
        return False
    if rest:
        return leaf.linked >= LINKED * len(rest)
    return at + 1 < len(page.leaves) and is_link(page.leaves[at + 1])


def is_link(leaf: Leaf) -> bool:
    """Say whether a leaf is a link above all."""
    return leaf.linked >= LINKED * len(leaf.text)


def asks(text: str) -> bool:
    """Say whether a line asks its reader to subscribe, to give, to tell of a mistake, or not to copy."""
    return len(text) <= LONGEST and (text.startswith("©") or after(text, "requests") is not None)
