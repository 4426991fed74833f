"""A trigger in its sentence → the words it hangs on, and which of the listed words are among them."""

from functools import cache

import msgspec

from letopis.language.lists import plain, table
from letopis.language.parsed import Word

# How many words may lie between an event and the word that decides over it: «опровергли сообщения об ударе по…».
CLIMB = 3
# How far back the beginning of a clause is looked for.
CLAUSE = 12
BEHIND = 2
# Where no grammar is known, a word decides over an event behind it from no farther away.
DECIDING = 6
BREAKS = frozenset(",;:—–")
NOUNS = frozenset({"NOUN", "PROPN"})
ATTRIBUTES = frozenset({"amod", "acl"})


class Place(msgspec.Struct, frozen=True):
    """A trigger, the words it hangs on from the nearest up, and whether the whole sentence is only alleged."""

    words: tuple[Word, ...]
    index: int
    above: tuple[int, ...]
    code: str
    doubted: bool

    @property
    def word(self) -> Word:
        """Return the trigger."""
        return self.words[self.index]


@cache
def deciding(code: str, status: str) -> frozenset[str]:
    """Return the dictionary forms of the words that give the events that hang on them a status."""
    rows = [words for named, words in table(code, "event_status") if named == status]
    return frozenset(plain(word.strip()) for row in rows for word in row.split(","))


def above(words: tuple[Word, ...], index: int, code: str) -> tuple[int, ...]:
    """Return the words a word hangs on, up to and with the first finite verb."""
    if not words[index].pos:
        return beside(words, index, code)
    found: list[int] = []
    if describes(words[index]):
        return ()
    # The «том» of «сообщения о том, что …» is no step.
    for _ in range(CLIMB + 1):
        index = words[index].head
        if index < 0 or len(found) == CLIMB:
            break
        found += [index] * (words[index].pos != "PRON")
        if finite(words[index]):
            break
    return tuple(found)


def describes(word: Word) -> bool:
    """«[арестованный] блогер»: a participle that only says of whom something is told; «что он арестован» tells it."""
    short = word.feats.get("Variant") == "Short"
    return word.feats.get("VerbForm") == "Part" and not short and word.rel in ATTRIBUTES


def beside(words: tuple[Word, ...], index: int, code: str) -> tuple[int, ...]:
    """Return the words of the clause before a word and a few behind it: all there is where no grammar is known."""
    found: list[int] = []
    for before in range(index - 1, max(-1, index - 1 - DECIDING), -1):
        # «заперечив, що [втік]»: the comma before «that» parts nothing.
        if words[before].text in BREAKS and words[before + 1].text.lower() not in deciding(code, "that"):
            break
        found.append(before)
    return (*found, *range(index + 1, min(len(words), index + 1 + BEHIND)))


def listed(word: Word, known: frozenset[str]) -> bool:
    """Say whether a word is on a list, in its dictionary form or as it stands."""
    return word.lemma in known or plain(word.text.lower()) in known


def hangs_on(place: Place, status: str) -> bool:
    """Say whether one of the words above decides for a status."""
    known = deciding(place.code, status)
    return any(listed(place.words[index], known) for index in place.above)


def negated(place: Place, index: int) -> bool:
    """Say whether «не» stands directly before a word, or before the «был» in front of it."""
    if says_no(place, index - 1):
        return True
    if says_no(place, index - 2) and auxiliary(place, index - 1):
        return True
    return place.words[index].pos not in NOUNS and says_no(place, index + 1) and auxiliary(place, index + 2)


def says_no(place: Place, index: int) -> bool:
    """Say whether the word is a negation."""
    return 0 <= index < len(place.words) and place.words[index].text.lower() in deciding(place.code, "not")


def auxiliary(place: Place, index: int) -> bool:
    """Say whether the word is a form of «быть»."""
    return index < len(place.words) and place.words[index].lemma == "быть"


def finite(word: Word) -> bool:
    """Say whether a word is a verb with a tense of its own."""
    return word.feats.get("VerbForm") == "Fin"


def infinitive(word: Word) -> bool:
    """Say whether a word is an infinitive."""
    return word.feats.get("VerbForm") == "Inf"


@cache
def verbs_of_speech(code: str) -> frozenset[str]:
    """Return the dictionary forms of the verbs that say that somebody speaks."""
    return frozenset(row[0] for row in table(code, "speech_verbs"))
