"""Findings and a sentence → who took part in what it tells, where, and when."""

from bisect import bisect_left
from collections.abc import Iterable

import msgspec

from letopis.model import Moment, Named, Person, Span
from letopis.record.findings import Findings

# How long something lasted does not say when it was.
UNDATED = frozenset({"duration"})


class Mentions(msgspec.Struct, frozen=True):
    """Names in the order in which the text mentions them."""

    spans: tuple[Span, ...]
    names: tuple[str, ...]

    def within(self, sentence: Span) -> tuple[str, ...]:
        """Return the names a sentence mentions, each once."""
        first, last = bisect_left(self.spans, Span(sentence.start, 0)), bisect_left(self.spans, Span(sentence.stop, 0))
        return tuple(dict.fromkeys(self.names[first:last]))


class Partakers(msgspec.Struct, frozen=True):
    """All that events may be tied to."""

    people: Mentions
    organisations: Mentions
    places: Mentions
    moments: tuple[Moment, ...]

    def moment(self, sentence: Span, trigger: Span) -> int | None:
        """Return the index of the sentence's time that stands nearest to the trigger, None where it has none."""
        first = bisect_left(self.moments, sentence.start, key=lambda moment: moment.span.start)
        last = bisect_left(self.moments, sentence.stop, key=lambda moment: moment.span.start)
        near = [index for index in range(first, last) if self.moments[index].rule not in UNDATED]
        return min(near, key=lambda index: apart(self.moments[index].span, trigger), default=None)


def apart(one: Span, other: Span) -> int:
    """Return how many characters lie between two spans."""
    return max(one.start - other.stop, other.start - one.stop, 0)


def partakers(findings: Findings) -> Partakers:
    """Return the findings ready to be looked up by sentence."""
    return Partakers(
        mentions(findings.people), mentions(findings.organisations), mentions(findings.places), findings.moments
    )


def mentions(named: Iterable[Named | Person]) -> Mentions:
    """Return the mentions of all names in the order of the text."""
    pairs = sorted((span, one.name) for one in named for span in one.mentions)
    return Mentions(tuple(span for span, _ in pairs), tuple(name for _, name in pairs))
