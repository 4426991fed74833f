"""An article and a stretch of it → what the rules of people, times and events said of its words."""

from collections.abc import Iterator

from letopis.language.parsed import Parsed
from letopis.model import Event, Moment, Span
from letopis.record.findings import Findings
from letopis.record.names.countries import called
from letopis.record.names.namesakes import clusters
from letopis.record.names.roles import RULES as ROLES
from letopis.record.names.roles.role_forms import told
from letopis.record.people import dictionary_form, places_of
from letopis.record.speech.why import NOTHING, Verdict


def weighed(parsed: Parsed, findings: Findings, events: tuple[Event, ...], span: Span) -> Iterator[Verdict]:
    """Yield what the rules of people, times and events said of the words in a stretch."""
    yield from roles_in(parsed, span)
    yield from times_in(parsed.text, findings.moments, span)
    told_here = [event for event in events if event.trigger.meets(span)]
    yield from (Verdict(f"event {event.rule}", happening(event, parsed.text)) for event in told_here)
    if not told_here:
        yield Verdict("events", NOTHING)


def roles_in(parsed: Parsed, span: Span) -> Iterator[Verdict]:
    """Yield what each rule of roles says of the people named in a stretch; other languages go by titles alone."""
    found = clusters(parsed) if parsed.code == "ru" else []
    places, countries = places_of(found, parsed), called(parsed) if found else ()
    named = [(mention, cluster) for cluster in found for mention in cluster if mention.span.meets(span)]
    silent = dict.fromkeys(rule.__name__ for rule in ROLES) if named else {}
    for mention, cluster in named:
        name = dictionary_form(cluster)
        yield Verdict("name", f"“{mention.span.of(parsed.text)}” is {name}")
        for rule in ROLES:
            seen = rule(places[mention.span])
            if seen:
                silent.pop(rule.__name__, None)
                yield Verdict(f"role {rule.__name__}", f"{name}: {told(seen, countries)}")
    yield from (Verdict(f"role {name}", NOTHING) for name in silent)


def times_in(text: str, moments: tuple[Moment, ...], span: Span) -> Iterator[Verdict]:
    """Yield what the rules of times say of a stretch."""
    found = [moment for moment in moments if moment.span.meets(span)]
    for moment in found:
        days = "no days" if moment.first is None else f"{moment.first} to {moment.last}"
        said = f"“{moment.span.of(text)}”: {days}, {moment.granularity}, anchored {moment.anchor}"
        yield Verdict(f"time {moment.rule}", said)
    if not found:
        yield Verdict("times", NOTHING)


def happening(event: Event, text: str) -> str:
    """Return an event in words."""
    partakers = ", ".join([*event.people, *event.organisations, *event.places]) or "nobody and nowhere it can name"
    return f"“{event.trigger.of(text)}”, {event.kind} {event.status}: {partakers}"
