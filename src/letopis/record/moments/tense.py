"""A sentence → where its verbs lie in time: ahead (1), behind (-1), or the words do not say (0)."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import accumulate

import msgspec

from letopis.language.lists import plain, word_list
from letopis.language.parsed import Sentence, Word

BREAKS = frozenset(",;:—–-()")
# Verbs farther away than these, on either side, say nothing about a place.
NEAR = 4
ENDINGS = range(2, 6)
LISTS = ("ahead", "behind", "scheduled", "timetable", "passive")
# So many words between two commas are an aside, which begins no clause: «смогут, например, в мае».
ASIDE = 2


class Verb(msgspec.Struct, frozen=True):
    """A word that shows a time: where it stands, after how many breaks, where its deed lies; a participle yields."""

    start: int
    breaks: int
    lies: int
    yields: bool


class Tenses(msgspec.Struct, frozen=True):
    """The verbs of a sentence in their order, its breaks, and whether one of its words sends dates ahead."""

    verbs: tuple[Verb, ...]
    breaks: tuple[int, ...]
    starts: tuple[int, ...]
    scheduled: bool
    otherwise: int = 0

    def at(self, place: int) -> int:
        """Return where the deed told at a place lies: by the verb of its clause, else by the nearest."""
        here = bisect_left(self.verbs, place, key=lambda verb: verb.start)
        near = self.verbs[max(0, here - NEAR) : here + NEAR]
        index = max(0, bisect_left(self.starts, place + 1) - 1)
        breaks = self.breaks[index] if self.breaks else 0
        best = min(
            near, key=lambda verb: (abs(verb.breaks - breaks), verb.yields, abs(verb.start - place)), default=None
        )
        return best.lies if best else self.otherwise


def tenses(sentence: Sentence, code: str) -> Tenses:
    """Read the tenses of a sentence."""
    words = sentence.words
    lists = [lists_of(word.lemma, word.text, code) for word in words]
    breaks = tuple(accumulate(counts(words, at) for at in range(len(words))))
    verbs = (
        verb_of(word, breaks[at], on)
        for at, (word, on) in enumerate(zip(words, lists, strict=True))
        if tells(word, on) and not (at and "passive" in lists[at - 1])
    )
    # Where no grammar is known, news is of the past unless a word says that it is not.
    untagged = bool(words) and not words[0].pos
    return Tenses(
        tuple(verbs),
        breaks,
        tuple(word.span.start for word in words),
        any("scheduled" in on for on in lists),
        -1 if untagged else 0,
    )


def counts(words: Sequence[Word], at: int) -> bool:
    """Say whether a word is a mark that parts clauses: the commas around an aside do not."""
    if words[at].text != ",":
        return words[at].text in BREAKS
    return not any(is_aside(words[at + 1 : at + 1 + size], words, at + 1 + size) for size in range(1, ASIDE + 1)) and (
        not any(is_aside(words[at - size : at], words, at - size - 1) for size in range(1, ASIDE + 1) if at > size)
    )


def is_aside(inner: Sequence[Word], words: Sequence[Word], end: int) -> bool:
    """Say whether some words with a comma at their other end are an aside: none of them is a verb or a mark."""
    closed = 0 <= end < len(words) and words[end].text == ","
    return closed and all(word.pos not in ("VERB", "AUX", "") and word.text not in BREAKS for word in inner)


def tells(word: Word, on: frozenset[str]) -> bool:
    """Say whether a word shows when its clause happens: by its form, or by being on a list («планирует»)."""
    return "Tense" in word.feats or not on.isdisjoint({"ahead", "timetable"}) or looks_back(word, on)


def looks_back(word: Word, on: frozenset[str]) -> bool:
    """Say whether a word of a language whose grammar we do not read looks like a verb in the past tense."""
    return "behind" in on and not word.pos


@lru_cache(maxsize=1 << 16)
def lists_of(lemma: str, text: str, code: str) -> frozenset[str]:
    """Return the lists on which a word stands: in its dictionary form, as it stands, or by its ending («*лася»)."""
    low = plain(text.lower())
    forms = {lemma, low, *(f"*{low[-size:]}" for size in ENDINGS if size < len(low) and has_endings(code))}
    return frozenset(name for name in LISTS if not forms.isdisjoint(word_list(code, name)))


@cache
def has_endings(code: str) -> bool:
    """Say whether the lists of a language have endings."""
    return any(entry[0] == "*" for name in LISTS for entry in word_list(code, name))


def verb_of(word: Word, breaks: int, on: frozenset[str]) -> Verb:
    """Return what a word shows."""
    yields = word.feats.get("VerbForm") in ("Part", "Conv")
    return Verb(word.span.start, breaks, lies(word, on), yields)


def lies(word: Word, on: frozenset[str]) -> int:
    """Return where a verb's deed lies in time."""
    if "ahead" in on or word.feats.get("Tense") == "Fut":
        return 1
    # «вступает в силу 1 мая»: what goes by a timetable is told in the present.
    if "timetable" in on and word.feats.get("Tense", "Pres") == "Pres":
        return 1
    return -1 if word.feats.get("Tense") == "Past" or looks_back(word, on) else 0
