"""Sentences and findings → what happened, will happen, or is said to have."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

import msgspec

from letopis.language.parsed import Name, Parsed, Sentence
from letopis.model import Article, Event, Span, Status
from letopis.record.events.partakers import Partakers, partakers
from letopis.record.events.status import status_of
from letopis.record.events.triggers import Trigger, triggers
from letopis.record.findings import Findings


def events(article: Article, parsed: Parsed, findings: Findings) -> tuple[Event, ...]:  # noqa: ARG001
    """Return the events of the article, in the order of the text."""
    known = partakers(findings)
    found = (event for sentence in parsed.sentences for event in told(sentence, parsed, known))
    return tuple(recalled(event, findings.background) for event in found)


def told(sentence: Sentence, parsed: Parsed, known: Partakers) -> Iterator[Event]:
    """Yield the events of one sentence."""
    code = parsed.code or ""
    for trigger in triggers(sentence, code, names_in(sentence, parsed)):
        status = status_of(sentence, trigger.index, parsed.text, code)
        if status:
            yield event_of(sentence, trigger, known, status)


def names_in(sentence: Sentence, parsed: Parsed) -> tuple[Name, ...]:
    """Return the names that stand in a sentence."""
    first = bisect_left(parsed.names, sentence.span.start, key=lambda name: name.span.start)
    last = bisect_left(parsed.names, sentence.span.stop, key=lambda name: name.span.start)
    return parsed.names[first:last]


def event_of(sentence: Sentence, trigger: Trigger, known: Partakers, status: Status) -> Event:
    """Return an event with all that its sentence ties to it."""
    span, word = sentence.span, sentence.words[trigger.index].span
    return Event(
        kind=trigger.row.kind,
        status=status,
        span=span,
        trigger=word,
        people=known.people.within(span),
        organisations=known.organisations.within(span),
        places=known.places.within(span),
        moment=known.moment(span, word),
        rule=trigger.rule,
    )


def recalled(event: Event, background: tuple[Span, ...]) -> Event:
    """Return the event marked as background where it stands in a stretch that recalls earlier news."""
    before = background[: bisect_right(background, Span(event.trigger.start, event.span.stop))][-1:]
    inside = any(span.stop > event.trigger.start for span in before)
    return msgspec.structs.replace(event, background=True) if inside else event
