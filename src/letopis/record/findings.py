"""The names, times and background found in an article → one value for the rules that tie them together."""

import msgspec

from letopis.model import Moment, Named, Person, Span


class Findings(msgspec.Struct, frozen=True):
    """What was found in an article before its events are read."""

    people: tuple[Person, ...] = ()
    organisations: tuple[Named, ...] = ()
    places: tuple[Named, ...] = ()
    moments: tuple[Moment, ...] = ()
    background: tuple[Span, ...] = ()
