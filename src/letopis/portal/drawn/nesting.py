"""A text and the findings in it → a flat stream of opened marks, words and closed marks, always well nested."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal

import msgspec

from letopis.model import Record, Span

MarkKind = Literal["background", "statement", "event", "place", "time", "person"]

# The order is the nesting: a statement may hold a person, never the other way round.
DEPTH: dict[MarkKind, int] = {"background": 0, "statement": 1, "event": 2, "place": 3, "time": 4, "person": 5}
LETTERS: dict[MarkKind, str] = {
    "background": "b",
    "statement": "s",
    "event": "e",
    "place": "l",
    "time": "t",
    "person": "p",
}
LINKED: frozenset[MarkKind] = frozenset({"place", "time", "person"})


class Mark(msgspec.Struct, frozen=True):
    """A stretch of a text that a finding rests on: finding `number` of its kind, the `part`-th stretch of it."""

    kind: MarkKind
    number: int
    part: int
    span: Span
    last: bool = True

    @property
    def id(self) -> str:
        """The anchor of the mark in a page: `s3` for the first part of statement 3, `s3-1` for the next."""
        return self.finding + (f"-{self.part}" if self.part else "")

    @property
    def finding(self) -> str:
        """What all marks of one finding share: `s3`."""
        return f"{LETTERS[self.kind]}{self.number}"


class Open(msgspec.Struct, frozen=True):
    """A mark begins, or goes on after a cut; only where it begins does it carry its anchor."""

    mark: Mark
    linked: bool
    begins: bool


class Close(msgspec.Struct, frozen=True):
    """The mark opened last closes; `ends` says whether for good."""

    mark: Mark
    linked: bool
    ends: bool


Step = Open | str | Close
Layer = tuple[Mark, bool]


def marks_of(record: Record) -> list[Mark]:
    """Return every mark of a record."""
    found = [_mark("background", number, 0, span) for number, span in enumerate(record.background)]
    for number, statement in enumerate(record.statements):
        found += _parts("statement", number, statement.parts)
    found += [_mark("event", number, 0, event.trigger) for number, event in enumerate(record.events)]
    for number, place in enumerate(record.places):
        found += _parts("place", number, place.mentions)
    found += [_mark("time", number, 0, moment.span) for number, moment in enumerate(record.moments)]
    for number, person in enumerate(record.people):
        found += _parts("person", number, person.mentions)
    return found


def steps(text: str, within: Span, marks: Iterable[Mark]) -> Iterator[Step]:
    """Yield the words of a stretch with the marks that open and close around them, properly nested."""
    met = sorted((mark for mark in marks if mark.span.meets(within)), key=_nesting)
    standing: list[Layer] = []
    for start, stop in pairwise(_cuts(within, met)):
        wanted = _layers([mark for mark in met if mark.span.covers(Span(start, stop))])
        yield from _change(standing, wanted, start)
        yield text[start:stop]
        standing = wanted
    yield from _change(standing, [], within.stop)


def _mark(kind: MarkKind, number: int, part: int, span: Span) -> Mark:
    return Mark(kind, number, part, span)


def _parts(kind: MarkKind, number: int, spans: Sequence[Span]) -> Iterator[Mark]:
    for part, span in enumerate(spans):
        yield Mark(kind, number, part, span, last=part == len(spans) - 1)


def _nesting(mark: Mark) -> tuple[int, int, int, int, int]:
    return (DEPTH[mark.kind], mark.span.start, -mark.span.stop, mark.number, mark.part)


def _cuts(within: Span, marks: Sequence[Mark]) -> list[int]:
    """Return the places where the set of marks may change, both ends of the stretch included."""
    ends = {end for mark in marks for end in (mark.span.start, mark.span.stop)}
    return sorted({within.start, within.stop} | {end for end in ends if within.start < end < within.stop})


def _layers(marks: Sequence[Mark]) -> list[Layer]:
    """Pair each mark with whether it is a link: the innermost alone, since a link must not hold a link."""
    linked = [mark for mark in marks if mark.kind in LINKED]
    return [(mark, bool(linked) and mark is linked[-1]) for mark in marks]


def _change(standing: Sequence[Layer], wanted: Sequence[Layer], at: int) -> Iterator[Step]:
    """Close what does not go on, innermost first, then open what is new, outermost first."""
    kept = 0
    while kept < min(len(standing), len(wanted)) and standing[kept] == wanted[kept]:
        kept += 1
    for mark, linked in reversed(standing[kept:]):
        yield Close(mark, linked, ends=mark.span.stop <= at)
    for mark, linked in wanted[kept:]:
        yield Open(mark, linked, begins=mark.span.start == at)
