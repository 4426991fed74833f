"""English words with capitals → which of them are somebody's name, and whether anything says that it is a person."""

from collections.abc import Sequence
from typing import NamedTuple

from letopis.language.lists import word_list
from letopis.language.parsed import Word

POSSESSIVE = ("'s", "’s")
# Initials and «JD» may stand for a first name, «NASA» may not.
LONGEST_INITIALS = 2
# A title may lead to a name over the land or the office it is of: «Secretary of State».
OF = "of"
JUNIOR = frozenset({"jr", "sr", "phd", "md"})


class Named(NamedTuple):
    """A name in a row of words: where it stands, and whether a title before it says that it is somebody's."""

    first: int
    stop: int
    titled: bool


def personal(words: Sequence[Word], first: int, stop: int) -> Named | None:
    """Return the name in words with capitals, without title, people and what opens the sentence; None for a house."""
    first = past(words, first, stop, "not_names")
    titles = [at for at in range(first, stop) if leads(words[at])]
    titled = any(is_office(words[at]) for at in titles) or led_to(words, first)
    first = titles[-1] + 1 if titles else first
    first = past(words, first + (first < stop and words[first].text == "."), stop, "nationalities")
    while stop > first + 1 and low(words[stop - 1]) in JUNIOR:
        stop -= 1
    if first >= stop or (is_house(words[first:stop]) and not is_bearer(words, first, stop)):
        return None
    return Named(first, stop, titled)


def past(words: Sequence[Word], first: int, stop: int, listed: str) -> int:
    """Return the first place behind words that a list has; «Christian Horn» and «Jan Stone» are names."""
    names = word_list("en", "first_names")
    while first < stop and low(words[first]) in word_list("en", listed):
        if words[first].text in names and first + 1 < stop:
            return first
        first += 1
    return first


def low(word: Word) -> str:
    """Return a word in small letters, without what makes it a possessive."""
    return word.text.lower().removesuffix("'s").removesuffix("’s").removesuffix(".")


def leads(word: Word) -> bool:
    """Say whether a word may be part of a title before a name."""
    return low(word) in word_list("en", "person_titles") | offices() or low(word) in word_list("en", "title_modifiers")


def offices() -> frozenset[str]:
    """Return the words of titles before names."""
    return word_list("en", "titles_before")


def is_office(word: Word) -> bool:
    """Say whether a word is somebody's title by itself, as «foreign» and «chief» are not."""
    known = low(word) in word_list("en", "person_titles") | offices()
    return known and low(word) not in word_list("en", "title_modifiers")


def led_to(words: Sequence[Word], first: int) -> bool:
    """Say whether a title stands before a place, perhaps with what it is of: «Secretary of | State»."""
    at = first - 1
    while at >= 0 and (low(words[at]) == "" or words[at].text == "."):
        at -= 1
    if at > 0 and words[at].text == OF:
        at -= 1
    return at >= 0 and is_office(words[at])


def is_house(words: Sequence[Word]) -> bool:
    """Say whether words name a house, a land or nobody at all: by a word that such names have, or by their letters."""
    nouns = word_list("en", "house_nouns")
    lows = [low(word) for word in words]
    given = words[0].text in word_list("en", "first_names")
    if lows[-1] in nouns or (not given and any(one in nouns for one in lows)):
        return True
    if any("-" in word.text and word.text.rpartition("-")[2][:1].islower() for word in words):
        return True
    opening = len(words) == 1 and lows[0] in word_list("en", "not_names")
    return opening or all(abbreviated(word.text) for word in words)


def is_bearer(words: Sequence[Word], first: int, stop: int) -> bool:
    """Say whether one word right behind somebody's title is a surname, though houses and streets have it, too."""
    return stop - first == 1 and first > 0 and is_office(words[first - 1]) and low(words[first]) in surnames()


def surnames() -> frozenset[str]:
    """Return the nouns in names of houses and places that are surnames as well."""
    return word_list("en", "surnames")


def abbreviated(word: str) -> bool:
    """Say whether a word is made of the first letters of others."""
    return word.isupper() and len(word) > 1


def is_initials(word: str) -> bool:
    """Say whether a word may stand for first names."""
    return word.isupper() and len(word) <= LONGEST_INITIALS
