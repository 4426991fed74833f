"""A record: who said and did what, when, where, and according to whom; each finding with its span and its rule."""

from datetime import date
from typing import Literal

import msgspec

from letopis.model.span import Span

StatementKind = Literal["direct", "partial", "indirect"]
Stance = Literal["denied", "doubted"]
SpeakerKind = Literal["person", "organisation", "document", "role", "unnamed", "unresolved"]
Status = Literal["done", "planned", "denied", "alleged"]
SourceKind = Literal["press-service", "agency", "outlet", "channel", "document", "person", "unnamed"]
Granularity = Literal["minute", "day", "week", "month", "season", "year", "decade", "vague"]


class Named(msgspec.Struct, frozen=True):
    """An organisation or a place: its dictionary form and its mentions."""

    name: str
    mentions: tuple[Span, ...]
    rule: str


class Person(msgspec.Struct, frozen=True):
    """A person of the article: the fullest name in its dictionary form, the role the article gives, every mention."""

    name: str
    role: str | None
    mentions: tuple[Span, ...]
    rule: str


class Moment(msgspec.Struct, frozen=True):
    """A time the text speaks of, as calendar days (both ends included).

    `first` and `last` are null where the words fix no days; `anchor` says what the missing parts were read from.
    """

    span: Span
    first: date | None = msgspec.field(name="from")
    last: date | None = msgspec.field(name="to")
    granularity: Granularity
    anchor: str
    rule: str


class Speaker(msgspec.Struct, frozen=True):
    """Who speaks: six kinds are legal, and an unresolved one keeps `name` null."""

    kind: SpeakerKind
    name: str | None = None
    role: str | None = None
    span: Span | None = None


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """Words somebody said. `medium` names who relayed them; `moment` is an index into the record's moments.

    `stance` says that the speaker denies or doubts them: «отрицает, что …»; null where they are the speaker's claim.
    """

    kind: StatementKind
    parts: tuple[Span, ...]
    cue: Span | None
    speaker: Speaker
    stance: Stance | None = None
    medium: tuple[str, ...] = ()
    moment: int | None = None
    background: bool = False
    rule: str


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happened, will, or is said to have: `span` is its sentence."""

    kind: str
    status: Status
    span: Span
    trigger: Span
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    moment: int | None = None
    background: bool = False
    rule: str


class Source(msgspec.Struct, frozen=True):
    """Whom the article cites; `first_hand` says whether it tells its own words or passes on another's, where known."""

    name: str
    kind: SourceKind
    span: Span
    rule: str
    first_hand: bool | None = None


class Recalled(msgspec.Struct, frozen=True):
    """A stretch of background, and the earlier event and time it points to: indices into the record's own."""

    span: Span
    event: int | None = None
    moment: int | None = None


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """All findings of one article."""

    people: tuple[Person, ...] = ()
    organisations: tuple[Named, ...] = ()
    places: tuple[Named, ...] = ()
    moments: tuple[Moment, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    sources: tuple[Source, ...] = ()
    background: tuple[Span, ...] = ()
    recalled: tuple[Recalled, ...] = ()
