"""A Russian word → its readings in pymorphy's dictionary, each with its dictionary form and what it is then.

Of a word that is listed pymorphy's own parser makes the same, three times as slowly; a word that is not, it guesses at.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from typing import Any, ClassVar, NamedTuple

import msgspec
import pymorphy3
from pymorphy3.tagset import OpencorporaTag

from letopis.collector import keep_what_is_loaded

ORDINARY = re.compile("[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*")


class Form(NamedTuple):
    """A form of a paradigm: what it is, how it begins and ends."""

    tag: OpencorporaTag
    begins: str
    ends: str


class Reading(msgspec.Struct, frozen=True, gc=False):
    """A reading of a word that the dictionary lists, under the names that pymorphy has for its own.

    `word` is as the dictionary spells it, with «ё»; `paradigm` and `index` are where it found the form.
    """

    word: str
    tag: OpencorporaTag
    normal_form: str
    score: float
    paradigm: int
    index: int
    is_known: ClassVar[bool] = True

    @property
    def lexeme(self) -> list["Reading"]:
        """All forms of the word."""
        count = len(dictionary().dictionary.paradigms[self.paradigm]) // 3
        return [self.bent(index) for index in range(count)]

    def bent(self, index: int) -> "Reading":
        """Return another form of the word."""
        own, other = form(self.paradigm, self.index), form(self.paradigm, index)
        stem = self.word[len(own.begins) : len(self.word) - len(own.ends)]
        return Reading(other.begins + stem + other.ends, other.tag, self.normal_form, 1.0, self.paradigm, index)

    def inflect(self, wanted: AbstractSet[str]) -> "Reading | None":
        """Return the form that is all that is wanted and else most like this one; None if there is none."""
        for asked in (frozenset(wanted), self.tag.fix_rare_cases(wanted)):
            fitting = [at for at, tag in enumerate(tags_of(self.paradigm)) if asked <= tag.grammemes]
            if fitting:
                like = self.tag.updated_grammemes(asked)
                return self.bent(max(fitting, key=lambda at: likeness(like, tags_of(self.paradigm)[at])))
        return None


def likeness(wanted: AbstractSet[str], tag: OpencorporaTag) -> float:
    """Return how like what is wanted a form is."""
    has = tag.grammemes
    return len(wanted & has) - 0.1 * len(wanted ^ has)


@lru_cache(maxsize=20_000)
def form(paradigm: int, index: int) -> Form:
    """Return a form of a paradigm; pymorphy works this out anew for each reading of each word."""
    known = dictionary().dictionary
    row = known.paradigms[paradigm]
    size = len(row) // 3
    begins = known.paradigm_prefixes[row[2 * size + index]]
    return Form(known.gramtab[row[size + index]], begins, known.suffixes[row[index]])


@lru_cache(maxsize=1_000)
def tags_of(paradigm: int) -> tuple[OpencorporaTag, ...]:
    """Return what each form of a paradigm is."""
    known = dictionary().dictionary
    row = known.paradigms[paradigm]
    size = len(row) // 3
    return tuple(known.gramtab[number] for number in row[size : 2 * size])


def found(word: str) -> Sequence[tuple[str, Iterable[tuple[int, int]]]]:
    """Return under which spellings the dictionary lists a word, each with the forms of paradigms that it may be."""
    # Letters by themselves are also initials, of which pymorphy's dictionary says nothing.
    if len(word) == 1 or not ORDINARY.fullmatch(word):
        return []
    words, low = dictionary().dictionary.words, word.lower()
    if "е" in low:
        spellings: Sequence[tuple[str, Iterable[tuple[int, int]]]] = words.similar_items(low, substitutes())
        return spellings
    # Nothing to spell otherwise: the plain look-up takes a third of the time.
    readings = words.get(low)
    return [(low, readings)] if readings else []


@lru_cache(maxsize=20_000)
def way_back(paradigm: int, index: int) -> tuple[int, int, str, str]:
    """Return how many letters a form loses at both ends on its way back to the first, and what comes there instead."""
    own, first = form(paradigm, index), form(paradigm, 0)
    return len(own.begins), len(own.ends), first.begins, first.ends


def first_form(word: str, paradigm: int, index: int) -> str:
    """Return the dictionary form of a word that is a form of a paradigm."""
    front, back, begins, ends = way_back(paradigm, index)
    return begins + word[front : len(word) - back] + ends


def listed_forms(word: str) -> set[str]:
    """Return the dictionary forms that a word may have; none, where the dictionary does not list it."""
    return {first_form(spelled, *place) for spelled, places in found(word) for place in places}


# A word with its readings weighs up to some kilobytes: so many of them are remembered and no more.
@lru_cache(maxsize=6_000)
def parses(word: str) -> list[Any]:
    """Return every reading of a Russian word, likeliest first, at least one: those listed, else pymorphy's guesses."""
    readings = [
        Reading(spelled, form(*place).tag, first_form(spelled, *place), likelihood(word, form(*place).tag), *place)
        for spelled, places in found(word)
        for place in places
    ]
    if len(readings) == 1:
        return readings
    if readings:
        return sorted(readings, key=lambda reading: -reading.score)
    guesses: list[Any] = dictionary().parse(word if readable(word) else "?")
    return guesses


def likelihood(word: str, tag: OpencorporaTag) -> float:
    """Return how likely a word is in one of its readings; of most, nothing is known."""
    told: float = dictionary().prob_estimator.p_t_given_w.prob(word.lower(), tag)
    return told


def readable(word: str) -> bool:
    """Say whether pymorphy can look at a word: it falls over letters without a name in Unicode and half letters."""
    return bool(ORDINARY.fullmatch(word)) or all(
        unicodedata.name(sign, "") if sign.isalpha() else not is_half(sign) for sign in word
    )


def is_half(sign: str) -> bool:
    """Say whether a sign is a lone surrogate, which no encoding can write."""
    return "\ud800" <= sign <= "\udfff"


@cache
def substitutes() -> Any:
    """Return the letters that papers write for others, as the dictionary wants to be told: «е» for «ё»."""
    return dictionary().char_substitutes


@cache
def dictionary() -> pymorphy3.MorphAnalyzer:
    """Load pymorphy's Russian dictionary."""
    loaded = pymorphy3.MorphAnalyzer(lang="ru")
    keep_what_is_loaded()
    return loaded
