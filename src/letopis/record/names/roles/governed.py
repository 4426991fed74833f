"""A mention of a person and the grammar of its sentence → the role that it hangs on, or that a verb gives it."""

from collections.abc import Iterator, Sequence

from letopis.language.lists import word_list
from letopis.language.parsed import Word
from letopis.record.names.mentions import Mention
from letopis.record.names.roles.offices import (
    DASHES,
    REACH,
    Phrase,
    Place,
    agrees,
    could_bend,
    end_of,
    is_age,
    phrase,
    role_at,
    serves,
)

# A name hangs on a role over so many nouns at most: «командир экипажа канадец Орлов».
LINKS = 3

VERBS_OF_A_NAME = frozenset({"acl", "acl:relcl"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


def apposed(place: Place) -> Phrase | None:
    """«помощница по работе в Думе <Орлова>», «адвокат вдовы — <Орлов>», «один из адвокатов вдовы <Орлов>»."""
    words, stop = place.words, place.mention.first
    for noun in hung_on(place):
        head = one_of(words, noun, stop)
        if is_owned_by_others(place, head, stop):
            return None
        if role_at(words, head) and not serves(words[head], place.mention):
            if head == noun and not (agrees(words[head], place.mention) or never_bends(place.mention)):
                return None
            return phrase(words, head, end_of_apposed(words, head, stop))
        stop = noun
    return None


def made(place: Place) -> Phrase | None:
    """«назначение <Орлова> послом», «избрали <Орлова> новым главой думы»."""
    mention, words = place.mention, place.words
    if any(word.feats.get("Case") in {"Ins", "Nom"} for word in mention.spelled):
        return None
    for at in range(mention.first + len(mention.words), min(len(words), mention.first + REACH)):
        if role_at(words, at) and words[at].feats.get("Case") == "Ins" and at not in place.named:
            return phrase(words, at, end_of(words, at))
        if not (words[at].pos == "ADJ" and words[at].feats.get("Case") == "Ins") and words[at].pos != "ADV":
            return None
    return None


def predicate(place: Place) -> Phrase | None:
    """«<Иванов> стал министром», «президентом избран <Иванов>», «<Иванов>, работавший врачом»."""
    words = place.words
    verb = verb_of(place)
    if verb is not None and role_at(words, verb) and words[verb].feats.get("Case") in {"Nom", "Ins"}:
        return phrase(words, verb, end_of(words, verb))
    return next(filter(None, (office_at(words, one) for one in verbs_of(place))), None)


def office_at(words: Sequence[Word], verb: int) -> Phrase | None:
    """Return the role in the instrumental that a verb says somebody has, if it is a verb that says so."""
    if words[verb].lemma not in word_list("ru", "becoming"):
        return None
    for at in around(verb, words):
        if words[at].head == verb and words[at].feats.get("Case") == "Ins" and near(words, verb, at):
            head = one_of(words, at, len(words))
            if role_at(words, head):
                return phrase(words, head, end_of(words, head))
    return None


def hung_on(place: Place) -> Iterator[int]:
    """Yield the words before a mention that it stands beside as an apposition, the nearest first."""
    words, first = place.words, place.mention.first
    at = next((word for word in range(first, first + len(place.mention.words)) if words[word].rel == "appos"), None)
    for _ in range(LINKS):
        if at is None or words[at].rel != "appos" or not 0 <= words[at].head < at:
            return
        at = words[at].head
        if at < first:
            yield at


def never_bends(mention: Mention) -> bool:
    """Say whether a name has one form for all cases: «Мэри Миллер» of a woman, «Дарио Фо»."""
    return all(word.feats.get("Case", "Nom") == "Nom" and not could_bend(word) for word in mention.spelled[-1:])


def one_of(words: Sequence[Word], at: int, stop: int) -> int:
    """Return the place of the noun in «один из адвокатов», else the word's own."""
    if words[at].lemma != "один" or at + 2 >= stop or words[at + 1].text != "из":
        return at
    return next((noun for noun in range(at + 2, min(stop, at + 6)) if role_at(words, noun)), at)


def is_owned_by_others(place: Place, head: int, stop: int) -> bool:
    """Say whether between a role and the name that hangs on it stands the name of another who does not own the role."""
    between = place.named.intersection(range(head, stop))
    return any(place.words[at].feats.get("Case") != "Gen" for at in between)


def end_of_apposed(words: Sequence[Word], head: int, stop: int) -> int:
    """Return where a role ends before a name: before a dash, an age, or a clause set in between."""
    verb = next((at for at in range(head + 1, stop) if words[at].pos == "VERB" and words[at - 1].text == ","), stop)
    last = min(verb, stop)
    while last > head + 1 and (words[last - 1].text in DASHES | {","} or is_age(words[last - 1])):
        last -= 1
    return last


def verb_of(place: Place) -> int | None:
    """Return the place of the word of which the mention is the subject, or of the verb that makes it something."""
    words = place.words
    for at in mentioned(place):
        verb = words[at].head
        if verb >= 0 and words[at].rel in governing(words, verb):
            return verb
    return None


def mentioned(place: Place) -> Iterator[int]:
    """Yield the words of a mention that hang on another word, and what it stands beside: «стал американец <Орлов>»."""
    first = place.mention.first
    inside = range(first, first + len(place.mention.words))
    yield from (at for at in inside if place.words[at].head not in inside)
    yield from (at for at in hung_on(place) if says_little(place.words, at) and at not in place.named)


def says_little(words: Sequence[Word], at: int) -> bool:
    """Say whether a noun before a name leaves room for a role: «тренером назначен [специалист] Орлов»."""
    return not role_at(words, at) or words[at].lemma in word_list("ru", "weak_roles")


def verbs_of(place: Place) -> Iterator[int]:
    """Yield the verbs that may say what somebody is: that of the mention's clause, and those that hang on the name."""
    verb = verb_of(place)
    if verb is not None:
        yield verb
    first = place.mention.first
    inside = range(first, first + len(place.mention.words))
    for at in range(max(0, first - REACH), min(len(place.words), first + 2 * REACH)):
        word = place.words[at]
        if word.head in inside and word.rel in VERBS_OF_A_NAME and is_of_the_name(place.words, at):
            yield at


def is_of_the_name(words: Sequence[Word], verb: int) -> bool:
    """Say whether the subject of a clause that hangs on a name is the one named: a participle, or «который»."""
    if words[verb].feats.get("VerbForm") == "Part":
        return words[verb].feats.get("Voice") != "Pass" or words[verb].lemma in word_list("ru", "becoming")
    return any(
        words[at].head == verb and words[at].rel in SUBJECTS and words[at].lemma == "который"
        for at in around(verb, words)
    )


def governing(words: Sequence[Word], verb: int) -> frozenset[str]:
    """Return how a name may hang on the word that says what it is: «назначил» says it of its object."""
    if words[verb].lemma not in word_list("ru", "becoming"):
        return SUBJECTS
    made = any(words[at].head == verb and words[at].rel == "obj" for at in around(verb, words))
    return frozenset({"obj"}) if made else SUBJECTS


def around(verb: int | None, words: Sequence[Word]) -> range:
    """Return the places near a verb: what hangs on it and is farther off is no role, but makes long texts slow."""
    return range(max(0, verb - 3 * REACH), min(len(words), verb + 3 * REACH)) if verb is not None else range(0)


def near(words: Sequence[Word], verb: int, at: int) -> bool:
    """Say whether no other clause begins between a verb and a word."""
    return not any(word.text in {",", ";", ":"} for word in words[min(verb, at) : max(verb, at)])
