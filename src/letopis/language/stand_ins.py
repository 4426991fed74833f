"""The words of a sentence → the words that the models are shown: «ё» as «е», offices without a case as people."""

from collections.abc import Sequence
from functools import cache, lru_cache

from letopis.language.dictionary import parses, readable
from letopis.language.lists import plain, table, word_list

NAMES = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn"})
PEOPLE = frozenset({"NOUN", "anim"})
MARKS = frozenset('«»"„“”')


def shown(words: Sequence[str]) -> list[str]:
    """Return the words of a sentence as the models know them."""
    found = list(map(stand_in, words))
    first = 0 if words[0][0].isalpha() else 1
    if first < len(words) and stands_alone(words, first) and is_trade(words[first]):
        found[first] = found[first].lower()
    for at in () if seconds().isdisjoint(words) else range(1, len(words)):
        pair = pairs().get((words[at - 1].lower(), words[at])) if words[at] in seconds() else None
        if pair:
            found[at - 1 : at + 1] = pair
    return found


def stands_alone(words: Sequence[str], at: int) -> bool:
    """Say whether a word has a capital only as it begins a sentence: no name stands behind it, nor marks around it."""
    behind = words[at + 1] if at + 1 < len(words) else ""
    quoted = at > 0 and {words[at - 1], behind} <= MARKS
    return words[at][0].isupper() and not behind[:1].isupper() and not quoted


@lru_cache(maxsize=20_000)
def is_trade(word: str) -> bool:
    """Say whether a word with a capital is a noun for people, and no name: «Экономист», «Уполномоченный»."""
    if not word[1:].islower() or not readable(word):
        return False
    read = parses(word)
    if any(NAMES & parse.tag.grammemes for parse in read):
        return False
    known = [parse.tag.grammemes for parse in read if parse.is_known]
    if known and all(grammemes >= PEOPLE for grammemes in known):
        return True
    return any(plain(word.lower()) in word_list("ru", name) for name in ("roles", "people"))


@lru_cache(maxsize=100_000)
def stand_in(word: str) -> str:
    """Return what is shown for a word: mostly itself, without «ё», which the models have hardly seen."""
    # Small at the beginning of a sentence, too: a rare word with a capital looks like a name.
    return singles().get(plain(word.lower()).replace(" ", ""), plain(word))


@cache
def singles() -> dict[str, str]:
    """Return the words shown for single words."""
    return {written: instead for written, instead in table("ru", "stand_ins") if " " not in written}


@cache
def pairs() -> dict[tuple[str, str], tuple[str, str]]:
    """Return the words shown for two in a row."""
    rows = ((written.split(), instead.split()) for written, instead in table("ru", "stand_ins") if " " in written)
    return {(first, second): (one, other) for (first, second), (one, other) in rows}


@cache
def seconds() -> frozenset[str]:
    """Return the second words of those in a row."""
    return frozenset(second for _, second in pairs())
