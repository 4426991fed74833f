"""A trigger in its sentence → whether the event is done, planned, denied, alleged, or not told at all."""

import re
from collections.abc import Callable
from functools import cache

from letopis.language.lists import plain, word_list
from letopis.language.parsed import Sentence, Word
from letopis.model import Status
from letopis.record.events.trigger_place import (
    CLAUSE,
    CLIMB,
    Place,
    above,
    deciding,
    finite,
    hangs_on,
    infinitive,
    listed,
    negated,
)
from letopis.record.events.unreal import is_led_by, unreal

# What is said of a verb is said of its subject and object: «[встреча] не состоялась», not «не приехал на [встречу]».
BARE = frozenset({"be"})
MARKS = re.compile(r"[,.;:—–\n\xa0]")
PARTS = frozenset({"nsubj", "nsubj:pass", "obj", "xcomp", "csubj"})


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
    place = Place(sentence.words, index, above(sentence.words, index, code), code, doubted)
    if unreal(place):
        return None
    return next((status for status, holds in RULES if holds(place)), "done")


def denied(place: Place) -> bool:
    """«Договор не был [подписан]», «опроверг, что [сбежал]», «[визит] отменён»."""
    if negated(place, place.index):
        return True
    if not only_beside(place) and any(denies(place, index) for index in place.above):
        return True
    if any(is_untrue(place, index) for index in place.above) or any(is_given_up(place, at) for at in place.above[:1]):
        return True
    over = [index for index in place.above[:1] if infinitive(place.word) or happens(place.words[index], place.code)]
    return place.word.rel in PARTS and any(negated(place, index) for index in over)


def denies(place: Place, index: int) -> bool:
    """Say whether a word denies what hangs on it: «[опроверг]», but not «не [исключил]»."""
    return listed(place.words[index], deciding(place.code, "denied")) and not negated(place, index)


def is_untrue(place: Place, index: int) -> bool:
    """«назвал [ложью] сообщения об аресте», «сообщения об аресте не [соответствуют] действительности»."""
    if listed(place.words[index], deciding(place.code, "true")) and negated(place, index):
        return True
    false = deciding(place.code, "false")
    near = place.words[max(0, index - CLAUSE) : index + CLAUSE]
    return any(word.pos and word.head == index and listed(word, false) for word in near)


def is_given_up(place: Place, index: int) -> bool:
    """«не [собирается] в отставку»."""
    tells = bool(place.word.pos) and not finite(place.word)
    return tells and listed(place.words[index], deciding(place.code, "planned")) and negated(place, index)


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
    if not place.word.pos and is_behind_to(place):
        return True
    if place.word.feats.get("VerbForm") == "Part":
        return is_to_be(place) and foreseen(place)
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
    if listed(place.word, deciding(place.code, "awaited")) and is_led_by(
        place, place.index, deciding(place.code, "up to")
    ):
        return True  # «к [выборам] оснастят»
    if any(listed(word, deciding(place.code, "possible")) for word in over):
        return True  # «не исключил [отставки]»
    # Who will appeal a sentence does not put it into the future; who will hold an election does.
    if place.word.rel == "obj" and not any(listed(word, deciding(place.code, "holds")) for word in over[:1]):
        return False
    return any(w.feats.get("Tense") == "Fut" or will_be(place, i) for w, i in zip(over, place.above, strict=True))


def is_behind_to(place: Place) -> bool:
    """«agreed to [sign]», «to be [signed]», where grammar is not read; «managed to [sign]» is done."""
    before = [word.text.lower() for word in place.words[max(0, place.index - 2) : place.index]]
    to = deciding(place.code, "infinitive")
    behind = before[-1:] if before[-1:] and before[-1] in to else before[:1] if set(before[1:]) & BARE else []
    return bool(to.intersection(behind)) and not hangs_on(place, "done")


def is_to_be(place: Place) -> bool:
    """«должен быть [подписан]»: an infinitive of the passive."""
    before = place.words[max(0, place.index - 2) : place.index]
    return any(word.text.lower() in deciding(place.code, "be") for word in before)


def will_be(place: Place, index: int) -> bool:
    """Say whether «будет» stands with a word."""
    beside = place.words[max(0, index - 2) : index + 2]
    return any(word.text.lower() in deciding(place.code, "future") for word in beside)


RULES: tuple[tuple[Status, Callable[[Place], bool]], ...] = (
    ("denied", denied),
    ("alleged", alleged),
    ("planned", planned),
)
