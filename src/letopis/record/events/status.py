"""A trigger in its sentence → whether the event is done, planned, denied, alleged, or not told at all."""

import re
from collections.abc import Callable
from functools import cache

import msgspec

from letopis.language.lists import plain, table, word_list
from letopis.language.parsed import Sentence, Word
from letopis.model import Status

# How many words may lie between an event and the word that decides over it: «опровергли сообщения об ударе по…».
CLIMB = 3
# How far back the beginning of a clause is looked for.
CLAUSE = 12
BEHIND = 2
BREAKS = frozenset(",;:—–")
# What is said of a verb is said of its subject and object: «[встреча] не состоялась», not «не приехал на [встречу]».
MARKS = re.compile(r"[,.;:—–\n\xa0]")
PARTS = frozenset({"nsubj", "nsubj:pass", "obj", "xcomp", "csubj"})
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


def only_alleged(words: str, code: str) -> bool:
    """Say whether the words of a sentence make all that it tells only alleged."""
    reads = plain(MARKS.sub(" ", f" {words.lower()} "))
    return any(phrase in reads for phrase in allegations(code))


@cache
def allegations(code: str) -> tuple[str, ...]:
    """Return the phrases by which a whole sentence is only alleged, as words set apart."""
    return tuple(f" {phrase} " for phrase in sorted(word_list(code, "alleged")))


def status_of(sentence: Sentence, index: int, code: str, *, doubted: bool) -> Status | None:
    """Return the status of the event a word tells; None where it is only demanded or supposed."""
    place = Place(sentence.words, index, above(sentence.words, index), code, doubted)
    if unreal(place):
        return None
    return next((status for status, holds in RULES if holds(place)), "done")


def above(words: tuple[Word, ...], index: int) -> tuple[int, ...]:
    """Return the words a word hangs on, up to and with the first finite verb."""
    if not words[index].pos:
        return beside(words, index)
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


def beside(words: tuple[Word, ...], index: int) -> tuple[int, ...]:
    """Return the words of the clause before a word and a few behind it: all there is where no grammar is known."""
    found: list[int] = []
    for before in range(index - 1, max(-1, index - CLAUSE), -1):
        if words[before].text in BREAKS:
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


def unreal(place: Place) -> bool:
    """«потребовала [отставки]», «если его [признают]», «чтобы он [вылетел]»: only demanded or supposed."""
    if not finite(place.word) and hangs_on(place, "none"):
        return True
    if place.word.feats.get("Mood") == "Imp" or usual(place) or of_anybody(place):
        return True
    return not infinitive(place.word) and supposed(place)


def usual(place: Place) -> bool:
    """«редко [нападает] на людей»: what happens over and over is no event."""
    known = deciding(place.code, "usual")
    before = place.words[max(0, place.index - 1) : place.index]
    return place.word.feats.get("Tense") == "Pres" and any(listed(word, known) for word in before)


def of_anybody(place: Place) -> bool:
    """«каждый, кто [подписал]»: whoever it may be."""
    for at in range(max(2, place.index - CLAUSE), place.index):
        if place.words[at].head == place.index and listed(place.words[at], deciding(place.code, "who")):
            return listed(place.words[at - 2], deciding(place.code, "anybody"))
    return False


def supposed(place: Place) -> bool:
    """Say whether a word of condition opens the clause of the trigger."""
    conditions = deciding(place.code, "condition")
    for word in reversed(place.words[max(0, place.index - CLAUSE) : place.index]):
        if word.text in BREAKS:
            return False
        if listed(word, conditions):
            return True
    return False


def denied(place: Place) -> bool:
    """«Договор не был [подписан]», «опроверг, что [сбежал]», «[визит] отменён»."""
    if negated(place, place.index):
        return True
    if hangs_on(place, "denied") and not only_beside(place):
        return True
    over = [index for index in place.above[:1] if infinitive(place.word) or happens(place.words[index], place.code)]
    return place.word.rel in PARTS and any(negated(place, index) for index in over)


def happens(word: Word, code: str) -> bool:
    """Say whether a verb only says of an event that it is held: «[встреча] не состоялась», «не провели [выборы]»."""
    return listed(word, deciding(code, "holds")) or listed(word, deciding(code, "happens"))


def only_beside(place: Place) -> bool:
    """«после [встречи] опровергли слухи»: a circumstance, not what was denied; «отказался от [встречи]» is."""
    if place.word.rel != "obl":
        return False
    before = place.words[max(0, place.index - CLIMB) : place.index]
    led = [word.text.lower() for word in before if word.pos == "ADP"]
    return not deciding(place.code, "from").intersection(led[-1:])


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


def alleged(place: Place) -> bool:
    """«якобы [посетил]», «подозревают в [убийстве]», «мог [погибнуть]»."""
    return place.doubted or hangs_on(place, "alleged") or could(place)


def could(place: Place) -> bool:
    """Say whether a past «мог» stands above an infinitive."""
    over = [place.words[index] for index in place.above[:1]]
    return infinitive(place.word) and any(w.lemma == "мочь" and w.feats.get("Tense") == "Past" for w in over)


def planned(place: Place) -> bool:
    """«[подпишут]», «планируют [подписать]», «предстоящий [визит]», «[выборы] пройдут»."""
    if listed(place.word, deciding(place.code, "prepares")):
        return True  # «[готовит] санкции»
    if finite(place.word):
        return place.word.feats.get("Tense") == "Fut"
    if will_be(place, place.index):
        return True
    if place.word.feats.get("VerbForm") == "Part":
        return False
    return foreseen(place) or (infinitive(place.word) and not hangs_on(place, "done"))


def foreseen(place: Place) -> bool:
    """Say whether an event without a tense of its own hangs on a future verb or on a word of plans."""
    ahead = deciding(place.code, "planned")
    over = [place.words[index] for index in place.above]
    nearest = over[: 2 if over and infinitive(over[0]) else 1]
    if any(listed(word, ahead) for word in nearest):
        return True
    if any(listed(word, ahead) for word in place.words[max(0, place.index - 2) : place.index]):
        return True
    # Who will appeal a sentence does not put it into the future; who will hold an election does.
    if place.word.rel == "obj" and not any(listed(word, deciding(place.code, "holds")) for word in over[:1]):
        return False
    return any(w.feats.get("Tense") == "Fut" or will_be(place, i) for w, i in zip(over, place.above, strict=True))


def will_be(place: Place, index: int) -> bool:
    """Say whether «будет» stands with a word."""
    beside = place.words[max(0, index - 2) : index + 2]
    return any(word.text.lower() in deciding(place.code, "future") for word in beside)


def finite(word: Word) -> bool:
    """Say whether a word is a verb with a tense of its own."""
    return word.feats.get("VerbForm") == "Fin"


def infinitive(word: Word) -> bool:
    """Say whether a word is an infinitive."""
    return word.feats.get("VerbForm") == "Inf"


RULES: tuple[tuple[Status, Callable[[Place], bool]], ...] = (
    ("denied", denied),
    ("alleged", alleged),
    ("planned", planned),
)
