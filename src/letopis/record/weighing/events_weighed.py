"""A stretch of an article → what each rule of events says of it: the table by its kinds, and the rules of status."""

from collections.abc import Iterator

from letopis.language.parsed import Sentence
from letopis.model import Event
from letopis.record.events import names_in
from letopis.record.events.status import RULES as STATUS
from letopis.record.events.status import only_alleged
from letopis.record.events.surroundings import TAGS, near, tags_near
from letopis.record.events.trigger_place import Place, above
from letopis.record.events.triggers import (
    TELL_NOTHING,
    Row,
    Trigger,
    fits,
    kinds,
    rows_of,
    subject_forms,
    triggers,
)
from letopis.record.events.unreal import RULES as UNREAL
from letopis.record.speech.why import NOTHING, Verdict
from letopis.record.weighing.case import Case


def events_in(case: Case) -> Iterator[Verdict]:
    """Yield what the rules of events say of a stretch, the silent kinds once; «events»: none was found."""
    spoken: set[str] = set()
    for sentence in case.sentences:
        for kind, verdict in events_of(sentence, case):
            spoken.add(kind)
            yield verdict
    yield from (Verdict(f"event {kind}", NOTHING) for kind in kinds(case.code) if kind not in spoken)
    if not any(event.trigger.meets(case.span) for event in case.events):
        yield Verdict("events", NOTHING)


def events_of(sentence: Sentence, case: Case) -> Iterator[tuple[str, Verdict]]:
    """Yield for each word of a sentence that is in the table what its rows say, by the kind of event."""
    names = names_in(sentence, case.parsed)
    chosen = {(one.index, one.row.kind): one for one in triggers(sentence, case.code, names)}
    for index, word in enumerate(sentence.words):
        if not word.span.meets(case.span):
            continue
        for row in rows_of(word.lemma, word.text, word.pos, case.code):
            if (index, row.kind) not in chosen:
                rule, said = Trigger(index, row).rule, passed_over(row, sentence, index, case)
                yield row.kind, Verdict(f"event {rule}", f"“{word.text}”, {row.kind}: {said}")
        for trigger in (one for (at, _), one in chosen.items() if at == index):
            yield from ((trigger.row.kind, verdict) for verdict in decided(trigger, sentence, case))


def passed_over(row: Row, sentence: Sentence, index: int, case: Case) -> str:
    """Return why a row makes no event of a word."""
    named = {name.span.start: TAGS[name.kind] for name in names_in(sentence, case.parsed)}
    around = near(sentence, index) | tags_near(sentence, index, named)
    silent = next((rule.__name__ for rule in TELL_NOTHING if rule(sentence, index)), None)
    if silent:
        return f"tells no event: {silent}"
    if fits(row, around) and row.never.isdisjoint(subject_forms(sentence, index)):
        return "told by another word or row"
    return "stands beside none of its words" if row.never.isdisjoint(around) else "stands beside a word that forbids it"


def decided(trigger: Trigger, sentence: Sentence, case: Case) -> Iterator[Verdict]:
    """Yield the event that a word tells, and what each rule of status says of it."""
    word = sentence.words[trigger.index]
    told = [one for one in case.events if one.trigger == word.span and one.kind == trigger.row.kind]
    yield from (Verdict(f"event {one.rule}", happening(one, case.text)) for one in told)
    doubted = only_alleged(sentence.span.of(case.text), case.code)
    place = Place(sentence.words, trigger.index, above(sentence.words, trigger.index, case.code), case.code, doubted)
    if not told:
        unreal = next((rule.__name__ for rule in UNREAL if rule(place)), None)
        said = f"only demanded or supposed ({unreal})" if unreal else "part of a time"
        yield Verdict(f"event {trigger.rule}", f"“{word.text}”, {trigger.row.kind}: {said}")
    for status, holds in STATUS:
        yield Verdict(f"status {status}", f"“{word.text}” is {status}" if holds(place) else NOTHING)


def happening(event: Event, text: str) -> str:
    """Return an event in words."""
    partakers = ", ".join([*event.people, *event.organisations, *event.places]) or "nobody and nowhere it can name"
    return f"“{event.trigger.of(text)}”, {event.kind} {event.status}: {partakers}"
