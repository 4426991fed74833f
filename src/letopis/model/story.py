"""A story: the articles that tell one event, why they belong together, and how much it weighs."""

from datetime import date, datetime
from typing import Literal

import msgspec


class Member(msgspec.Struct, frozen=True):
    """An article of a story and why it is in.

    `outlet` is empty where it is unknown; `owner` is then the host of the article's address, or empty as well.
    `shared` are the terms and names it has in common with the rest, rarest first; `similarity` is a cosine in [0, 1];
    `hours` its distance in time from the nearest other member; `reprints` the article of which it is a near-duplicate.
    Where only the day of publication is known, `day_only` says so, and `published` is its first moment in UTC.
    """

    article: int
    outlet: str
    owner: str
    title: str | None
    published: datetime | None
    similarity: float
    shared: tuple[str, ...] = ()
    hours: float | None = None
    reprints: int | None = None
    day_only: bool = False


class Wording(msgspec.Struct, frozen=True):
    """One statement as one article of the story words it: `statement` is an index into that article's record.

    `since` says from when on these words stood there, where an edit brought them; in ISO 8601.
    """

    article: int
    statement: int
    words: str
    outlet: str
    since: str | None = None


class Said(msgspec.Struct, frozen=True):
    """The same statement across a story's articles: the earliest wording first."""

    speaker: str | None
    role: str | None
    wordings: tuple[Wording, ...]


TimelineKind = Literal["report", "event", "planned", "background", "edit"]


class Entry(msgspec.Struct, frozen=True):
    """A line of a story's timeline; `when` is a day or an aware time in ISO 8601.

    Of an event, `about` is its kind and `event` its index in the article's record.
    """

    when: str
    kind: TimelineKind
    words: str
    article: int
    about: str | None = None
    event: int | None = None


class Earlier(msgspec.Struct, frozen=True):
    """What an article recalls, and the story, and in it the article, that reported it when it happened.

    `recalled` is an index into the record of the article that recalls.
    """

    article: int
    recalled: int
    story: int
    report: int


class Disagreement(msgspec.Struct, frozen=True):
    """A number the articles of a story give differently: what is counted, and who says how many."""

    about: str
    values: tuple[tuple[str, int], ...]


class Weight(msgspec.Struct, frozen=True):
    """Why a story stands where it stands: `total` = `breadth` × `freshness`.

    `breadth` is the largest sum over independent owners of weight × sigmoid of the time of first report;
    `freshness` is (age in hours + 2)^−g; `gravity` is g.
    """

    total: float
    breadth: float
    freshness: float
    owners: int
    age_h: float
    gravity: float


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """Articles about one event, newest knowledge first decided: a stable id, its members, what they say."""

    id: int
    title: str | None
    members: tuple[Member, ...]
    said: tuple[Said, ...] = ()
    timeline: tuple[Entry, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    earlier: tuple[Earlier, ...] = ()
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    first: datetime | None = None
    latest: datetime | None = None


class Placed(msgspec.Struct, frozen=True):
    """A story's place on a front page, with the terms that put it there."""

    rank: int
    story: int
    weight: Weight


class Edition(msgspec.Struct, frozen=True):
    """The front page of one day as of one time: `at` is aware and UTC; a later one replaces an earlier."""

    day: date
    at: datetime
    placed: tuple[Placed, ...]
