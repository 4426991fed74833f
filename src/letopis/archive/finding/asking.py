"""What a search asks, and what it finds: the values, without any database."""

from datetime import date, datetime
from typing import Generic, Literal, TypeVar

import msgspec

Row = TypeVar("Row")


class Headline(msgspec.Struct, frozen=True):
    """An article in a list."""

    article: int
    title: str | None
    opening: str
    outlet: str | None
    published: datetime | None
    language: str | None
    story: int | None


class Hit(msgspec.Struct, frozen=True):
    """A sentence that a search found: `marked` are the stretches of `sentence` that match, as (start, stop)."""

    headline: Headline
    sentence: str
    marked: tuple[tuple[int, int], ...]
    speaker: str | None
    person: int | None


class Leaf(msgspec.Struct, Generic[Row], frozen=True):
    """A leaf of a long list: its rows, how many there are in all, the key of the next leaf (None: the last)."""

    rows: tuple[Row, ...]
    total: int
    after: str | None


class Facet(msgspec.Struct, frozen=True):
    """How many of a search's articles share a value of a field: `field` is outlet, language, speaker or day."""

    field: Literal["outlet", "language", "speaker", "day"]
    value: str
    count: int


class Found(msgspec.Struct, frozen=True):
    """What a search found: a leaf of hits (one an article), and the facets over all of them."""

    leaf: Leaf[Hit]
    facets: tuple[Facet, ...]


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A search: words (all must occur, in any form; "…" for a phrase) and limits; `until` is included."""

    words: str
    outlet: str | None = None
    language: str | None = None
    speaker: str | None = None
    since: date | None = None
    until: date | None = None
    after: str | None = None
    limit: int = 20
