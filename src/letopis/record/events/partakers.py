"""A sentence, a trigger in it, and the article's findings → who took part, where, and when."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from heapq import nsmallest

import msgspec

from letopis.language.lists import table, word_list
from letopis.language.parsed import Sentence, Word
from letopis.model import Moment, Named, Person, Span
from letopis.record.events.ties import CLAUSES, SUFFERED, has_part, lies_there, only_acts, takes_part, upwards
from letopis.record.events.trigger_place import deciding, describes, listed, verbs_of_speech
from letopis.record.events.triggers import Trigger, rows_of
from letopis.record.findings import Findings

# How long something lasted does not say when it was.
UNDATED = frozenset({"duration"})
# A comma between a time and a trigger counts like so many letters.
BREAK = 40
BREAKS = ",;:—–"
# Where no grammar is read, a time farther away than this is that of something else.
FAR = 120
# From a name up to the verb whose subject it is: «[президент] [страны] Иванов заявил».
CLIMB = 4
CARRIES = frozenset({"appos", "flat", "flat:name", "flat:foreign", "nmod", "conj"})
# Of these the place of an office is the place: «выборы мэра [Кишинёва]».
ABOUT_OFFICE = frozenset({"election", "appointment", "resignation"})
# What befalls people, whoever else stands in the sentence.
BEFALLING = frozenset({"accident", "attack", "death", "strike"})
ASIDE = frozenset({"acl", "acl:relcl", "amod"})
BESIDE = 6
# Of the times of a sentence so many may date an event.
FEW = 3
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})

Mention = tuple[Span, str]


class Partakers(msgspec.Struct, frozen=True):
    """All that events may be tied to, in the order of the text."""

    people: tuple[Mention, ...]
    organisations: tuple[Mention, ...]
    places: tuple[Mention, ...]
    moments: tuple[Moment, ...]
    now: date | None


def partakers(findings: Findings, now: date | None) -> Partakers:
    """Return the findings ready to be looked up by sentence, with the day of writing."""
    people, organisations = mentions(findings.people), mentions(findings.organisations)
    return Partakers(people, organisations, mentions(findings.places), findings.moments, now)


def mentions(named: Iterable[Named | Person]) -> tuple[Mention, ...]:
    """Return the mentions of all names in the order of the text."""
    return tuple(sorted((span, one.name) for one in named for span in one.mentions))


def within(known: tuple[Mention, ...], sentence: Span) -> tuple[Mention, ...]:
    """Return the mentions that stand in a sentence."""
    first = bisect_left(known, (Span(sentence.start, 0), ""))
    return known[first : bisect_left(known, (Span(sentence.stop, 0), ""))]


def each(found: Iterable[Mention]) -> tuple[str, ...]:
    """Return the names, each once."""
    return tuple(dict.fromkeys(name for _, name in found))


def who(known: tuple[Mention, ...], sentence: Sentence, trigger: Trigger, code: str) -> tuple[str, ...]:
    """Return the names a sentence ties to an event; whoever only tells of it takes no part in it.

    An event told in passing is tied to the word it hangs on: «[Путина], который [прибыл] раньше, встретил Токаев».
    """
    found, words, at = within(known, sentence.span), sentence.words, trigger.index
    if not words[at].pos:
        return each(mention for mention in found if has_part(mention[0], words, trigger, code))
    if words[at].rel in ASIDE:
        bound = [mention for mention in found if belongs(mention[0], words, at)]
        if bound:
            return each(bound)
    found = tuple(mention for mention in found if takes_part(mention[0], words, at, trigger.row.near))
    if trigger.row.kind in SUFFERED:
        found = tuple(mention for mention in found if not only_acts(mention[0], words, at))
    suffered = trigger.row.kind in BEFALLING and trigger.row.how == "noun"
    told = (mention for mention in found if not tells(mention[0], sentence, at, code))
    return each(mention for mention in told if not (suffered and does_else(mention[0], words, at, code)))


def does_else(mention: Span, words: tuple[Word, ...], trigger: int, code: str) -> bool:
    """«[министр] ушёл после обрушения»: who does another thing had no part in what befell others."""
    at = bisect_left(words, mention.start, key=lambda word: word.span.start)
    for _ in range(CLIMB):
        if not 0 <= at < len(words) or words[at].head < 0:
            return False
        word, at = words[at], words[at].head
        if word.rel == "nsubj":
            return at != trigger and not befalls(words[at], code)
        if word.rel not in CARRIES:
            return False
    return False


def befalls(word: Word, code: str) -> bool:
    """Say whether a verb itself tells what befell somebody: «[погиб] при взрыве»."""
    return any(row.kind in BEFALLING for row in rows_of(word.lemma, word.text, word.pos, code))


def belongs(mention: Span, words: tuple[Word, ...], trigger: int) -> bool:
    """Say whether a name stands in the clause of a trigger, or is what the clause is said of."""
    at = bisect_left(words, mention.start, key=lambda word: word.span.start)
    said_of = words[trigger].head
    for _ in range(CLIMB):
        if not 0 <= at < len(words):
            return False
        if at in (trigger, said_of) or (words[said_of].head == at and words[said_of].rel in CARRIES):
            return True
        at = words[at].head
    return False


def tells(mention: Span, sentence: Sentence, trigger: int, code: str) -> bool:
    """Say whether a name is that of somebody who reports: «[Иванов] сообщил, что …», «по словам [Иванова]»."""
    words = sentence.words
    at = bisect_left(words, mention.start, key=lambda word: word.span.start)
    for _ in range(CLIMB):
        if not 0 <= at < len(words) or words[at].head < 0:
            return False
        word, over = words[at], words[at].head
        # «написал книгу и [умер]»: of one who does both, both are told.
        same = over == trigger or (words[trigger].rel == "conj" and words[trigger].head == over)
        if not same and reports(word, words[over], code):
            return True
        if word.rel not in CARRIES and not mention.covers(words[over].span):
            return False
        at = over
    return False


def subject(known: tuple[Mention, ...], sentence: Sentence) -> str | None:
    """Return the first name that is, or is set beside, a subject of a sentence, or its only name."""
    found = within(known, sentence.span)
    only = each(found)[0] if len(each(found)) == 1 else None
    return next((name for span, name in found if is_subject(span, sentence.words)), only)


def is_subject(mention: Span, words: tuple[Word, ...]) -> bool:
    """Say whether a name is a subject: «[Иванов] приехал», «министр [Иванов] приехал»."""
    at = bisect_left(words, mention.start, key=lambda word: word.span.start)
    for _ in range(CLIMB):
        if not 0 <= at < len(words):
            return False
        if words[at].rel in SUBJECTS:
            return True
        if words[at].rel not in CARRIES:
            return False
        at = words[at].head
    return False


def has_pronoun(sentence: Sentence, trigger: int, code: str) -> bool:
    """Say whether «он», «её», «ему» hangs on a trigger: somebody named before takes part."""
    persons = deciding(code, "person")
    near = sentence.words[max(0, trigger - BESIDE) : trigger + BESIDE + 1]
    return any(word.pos == "PRON" and word.head == trigger and word.lemma in persons for word in near)


def reports(word: Word, over: Word, code: str) -> bool:
    """Say whether a word is the subject of a verb of speech, or hangs on «по словам» and the like."""
    if word.rel in SUBJECTS:
        return over.lemma in verbs_of_speech(code)
    return over.text.lower() in words_of_report(code)


@cache
def words_of_report(code: str) -> frozenset[str]:
    """Return the last words of «по словам», «по данным» and their like."""
    return frozenset(row[0].split()[-1] for row in table(code, "attributions"))


def where(known: tuple[Mention, ...], sentence: Sentence, trigger: Trigger, code: str) -> tuple[str, ...]:
    """Return the places of a sentence; those behind a preposition before all others, those of an office last."""
    kind, at = trigger.row.kind, trigger.index
    found = [mention for mention in within(known, sentence.span) if not behind(mention[0], sentence, belonging(code))]
    if sentence.words[at].pos:
        office = kind in ABOUT_OFFICE
        found = [mention for mention in found if lies_there(mention[0], sentence.words, at, office=office)]
    led = [mention for mention in found if behind_preposition(mention[0], sentence)]
    free = [mention for mention in found if not of_an_office(mention[0], sentence, code)]
    return each(led or free or (found if kind in ABOUT_OFFICE else ()))


def of_an_office(mention: Span, sentence: Sentence, code: str) -> bool:
    """Say whether a place tells where somebody serves: «президент [Казахстана]»."""
    return behind(mention, sentence, word_list(code, "roles"))


def belonging(code: str) -> frozenset[str]:
    """Return the words behind which a place only says whose something is: «УК [России]», «гражданин [США]»."""
    return deciding(code, "whose")


def behind(mention: Span, sentence: Sentence, known: frozenset[str]) -> bool:
    """Say whether a place stands directly behind one of some words."""
    at = bisect_left(sentence.words, mention.start, key=lambda word: word.span.start)
    return at > 0 and sentence.words[at - 1].lemma in known


def behind_preposition(mention: Span, sentence: Sentence) -> bool:
    """Say whether a preposition stands one or two words before: «в Астану», «в аэропорту Астаны»."""
    at = bisect_left(sentence.words, mention.start, key=lambda word: word.span.start)
    return any(word.pos == "ADP" for word in sentence.words[max(0, at - 2) : at])


def when(known: tuple[Moment, ...], sentence: Sentence, trigger: int, text: str, code: str) -> int | None:
    """Return the index of the sentence's time that stands nearest to the trigger, None where it has none."""
    word = sentence.words[trigger].span
    near = [index for index in dated(known, sentence.span) if known[index].rule not in UNDATED]
    if not sentence.words[trigger].pos:
        near = [index for index in near if apart(known[index].span, word, text) < FAR]
    elif told_aside(sentence.words, trigger, code):
        near = [index for index in near if attached(known[index].span, sentence.words, trigger)]
    near = nsmallest(FEW, near, key=lambda index: (known[index].first is None, apart(known[index].span, word, text)))
    of_its_own = (at for at in near if not is_of_the_telling(known[at].span, sentence.words, trigger, code))
    return next(of_its_own, None)


def is_of_the_telling(time: Span, words: tuple[Word, ...], trigger: int, code: str) -> bool:
    """«[вчера] Иванов заявил, что на выборах были нарушения»: the time says when that was told."""
    at = bisect_left(words, time.start, key=lambda word: word.span.start)
    path = upwards(words, trigger)
    teller = next((one for one in upwards(words, at)[:CLIMB] if words[one].lemma in verbs_of_speech(code)), None)
    if teller is None or teller not in path or parted(words, at, teller) or not parted(words, at, trigger):
        return False
    return any(words[one].rel in CLAUSES for one in path[: path.index(teller)])


def parted(words: tuple[Word, ...], one: int, other: int) -> bool:
    """Say whether a comma stands between two words."""
    return any(word.text == "," for word in words[min(one, other) : max(one, other)])


def told_aside(words: tuple[Word, ...], trigger: int, code: str) -> bool:
    """«представила в среду доклад об [обрушении]», «умерший сын»: only a time of its own dates such an event."""
    word = words[trigger]
    if "VerbForm" in word.feats:
        return describes(word)
    # «в ходе [переговоров]», «по итогам [саммита]» are of the same time as the event.
    return word.rel == "nmod" and not listed(words[word.head], deciding(code, "of"))


def attached(time: Span, words: tuple[Word, ...], trigger: int) -> bool:
    """Say whether a time hangs on a trigger, or stands right beside it."""
    at = bisect_left(words, time.start, key=lambda word: word.span.start)
    if time.stop + 1 == words[trigger].span.start or time.start == words[trigger].span.stop + 1:
        return True
    for _ in range(CLIMB):
        if not 0 <= at < len(words) or at == trigger:
            break
        at = words[at].head
    return at == trigger


def dated(known: tuple[Moment, ...], sentence: Span) -> Iterator[int]:
    """Yield the indices of the times of a sentence."""
    first = bisect_left(known, sentence.start, key=lambda moment: moment.span.start)
    yield from range(first, bisect_left(known, sentence.stop, key=lambda moment: moment.span.start))


def apart(one: Span, other: Span, text: str) -> int:
    """Return how far one span lies from another, in letters, with a comma counting for many."""
    between = text[min(one.stop, other.stop) : max(one.start, other.start)]
    return len(between) + BREAK * sum(map(between.count, BREAKS))
