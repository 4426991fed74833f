"""A sentence → where its verbs lie in time: ahead (1), behind (-1), or the words do not say (0)."""

from bisect import bisect_left
from functools import lru_cache
from itertools import accumulate

import msgspec

from letopis.language.lists import plain, word_list
from letopis.language.parsed import Sentence, Word

BREAKS = frozenset(",;:—–-()")
# Verbs farther away than these, on either side, say nothing about a place.
NEAR = 4
ENDINGS = range(2, 6)


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
    breaks = tuple(accumulate(word.text in BREAKS for word in words))
    verbs = tuple(verb_of(word, count, code) for word, count in zip(words, breaks, strict=True) if tells(word, code))
    # Where no grammar is known, news is of the past unless a word says that it is not.
    untagged = bool(words) and not words[0].pos
    return Tenses(
        verbs,
        breaks,
        tuple(word.span.start for word in words),
        any(listed(word.lemma, word.text, "scheduled", code) for word in words),
        -1 if untagged else 0,
    )


def tells(word: Word, code: str) -> bool:
    """Say whether a word shows when its clause happens."""
    return "Tense" in word.feats or looks_ahead(word, code) or looks_back(word, code)


def looks_ahead(word: Word, code: str) -> bool:
    """Say whether a word means the future by itself: «планирует», «намерен», «предстоящий»."""
    return listed(word.lemma, word.text, "ahead", code)


def looks_back(word: Word, code: str) -> bool:
    """Say whether a word of a language whose grammar we do not read looks like a verb in the past tense."""
    return not word.pos and listed(word.lemma, word.text, "behind", code)


@lru_cache(maxsize=1 << 16)
def listed(lemma: str, text: str, name: str, code: str) -> bool:
    """Say whether a word is on a list: in its dictionary form, as it stands, or by its ending («*лася»)."""
    known, low = word_list(code, name), plain(text.lower())
    return lemma in known or low in known or any(f"*{low[-size:]}" in known for size in ENDINGS if size < len(low))


def verb_of(word: Word, breaks: int, code: str) -> Verb:
    """Return what a word shows."""
    yields = word.feats.get("VerbForm") in ("Part", "Conv")
    return Verb(word.span.start, breaks, lies(word, code), yields)


def lies(word: Word, code: str) -> int:
    """Return where a verb's deed lies in time."""
    if looks_ahead(word, code) or word.feats.get("Tense") == "Fut":
        return 1
    return -1 if word.feats.get("Tense") == "Past" or looks_back(word, code) else 0
