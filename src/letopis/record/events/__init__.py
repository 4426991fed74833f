"""Sentences and findings → what happened, will happen, or is said to have."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

import msgspec

from letopis.language.parsed import Name, Parsed, Sentence, Word
from letopis.model import Article, Event, Span, Status
from letopis.record.events.partakers import (
    BREAK,
    Partakers,
    apart,
    has_pronoun,
    partakers,
    subject,
    when,
    where,
    who,
    within,
)
from letopis.record.events.status import only_alleged, status_of
from letopis.record.events.triggers import Trigger, triggers
from letopis.record.findings import Findings
from letopis.record.moments.anchors import written
from letopis.record.moments.tense import lists_of, looks_back

# For so many sentences «он» may still be the one who was told of.
REMEMBERED = 2


def events(article: Article, parsed: Parsed, findings: Findings) -> tuple[Event, ...]:
    """Return the events of the article, in the order of the text."""
    scene = written(article)
    known = partakers(findings, scene.now if scene else None)
    found: list[Event] = []
    for number, sentence in enumerate(parsed.sentences):
        found += told(sentence, parsed, known, parsed.sentences[max(0, number - REMEMBERED) : number])
    return tuple(recalled(event, findings.background) for event in found)


def told(sentence: Sentence, parsed: Parsed, known: Partakers, before: Sequence[Sentence]) -> Iterator[Event]:
    """Yield the events of one sentence; the sentences before it say whom a pronoun means."""
    found = triggers(sentence, parsed.code or "", names_in(sentence, parsed))
    doubted = bool(found) and only_alleged(sentence.span.of(parsed.text), parsed.code or "")
    for trigger in found:
        if is_of_a_time(sentence.words[trigger.index].span, known):
            continue
        status = status_of(sentence, trigger.index, parsed.code or "", doubted=doubted)
        if not status:
            continue
        event = event_of(sentence, trigger, status, parsed, known)
        if not event.people and event.kind != "law" and has_pronoun(sentence, trigger.index, parsed.code or ""):
            event = msgspec.structs.replace(event, people=just_named(known, sentence, trigger) or latest(known, before))
        yield foreseen(event, known, parsed.text, told=past(sentence.words[trigger.index], parsed.code or ""))


def is_of_a_time(word: Span, known: Partakers) -> bool:
    """Say whether a word is part of a time: «in [March] 2023» is no march."""
    at = bisect_right(known.moments, word.start, key=lambda moment: moment.span.start) - 1
    return at >= 0 and known.moments[at].span.covers(word)


def just_named(known: Partakers, sentence: Sentence, trigger: Trigger) -> tuple[str, ...]:
    """Return the person named last in a sentence before a trigger: «освободил Гриня, [назначив] ему штраф»."""
    named = within(known.people, Span(sentence.span.start, sentence.words[trigger.index].span.start))
    return tuple(name for _, name in named[-1:])


def latest(known: Partakers, before: Sequence[Sentence]) -> tuple[str, ...]:
    """Return the person that the nearest of some sentences told of."""
    told_of = (subject(known.people, sentence) for sentence in reversed(before))
    return tuple(name for name in told_of if name)[:1]


def names_in(sentence: Sentence, parsed: Parsed) -> tuple[Name, ...]:
    """Return the names that stand in a sentence."""
    first = bisect_left(parsed.names, sentence.span.start, key=lambda name: name.span.start)
    last = bisect_left(parsed.names, sentence.span.stop, key=lambda name: name.span.start)
    return parsed.names[first:last]


def event_of(sentence: Sentence, trigger: Trigger, status: Status, parsed: Parsed, known: Partakers) -> Event:
    """Return an event with all that its sentence ties to it."""
    code, word = parsed.code or "", sentence.words[trigger.index].span
    return Event(
        kind=trigger.row.kind,
        status=status,
        span=sentence.span,
        trigger=word,
        people=who(known.people, sentence, trigger, code),
        organisations=who(known.organisations, sentence, trigger, code),
        places=where(known.places, sentence, trigger, code),
        moment=when(known.moments, sentence, trigger.index, parsed.text, code),
        rule=trigger.rule,
    )


def past(word: Word, code: str) -> bool:
    """Say whether a trigger is in the past tense, or looks so where grammar is not read."""
    return word.feats.get("Tense") == "Past" or looks_back(word, lists_of(word.lemma, word.text, code))


def foreseen(event: Event, known: Partakers, text: str, *, told: bool) -> Event:
    """Return the event as planned where the time beside it lies after the day of writing: «вылетает 5 мая».

    What is told in the past tense, or far from that time, is of another.
    """
    moment = known.moments[event.moment] if event.moment is not None else None
    if event.status != "done" or known.now is None or moment is None or moment.first is None:
        return event
    if moment.first <= known.now:
        return event
    if told or apart(moment.span, event.trigger, text) >= BREAK:
        return msgspec.structs.replace(event, moment=None)
    return msgspec.structs.replace(event, status="planned")


def recalled(event: Event, background: tuple[Span, ...]) -> Event:
    """Return the event marked as background where it stands in a stretch that recalls earlier news."""
    before = background[: bisect_right(background, Span(event.trigger.start, event.span.stop))][-1:]
    inside = any(span.stop > event.trigger.start for span in before)
    return msgspec.structs.replace(event, background=True) if inside else event
