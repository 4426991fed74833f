"""A search → its page: hits with their words marked, facets, a histogram, the nearest search that finds something."""

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from letopis.archive.base import Archive
from letopis.archive.finding.asking import Asked, Facet, Found, Hit
from letopis.errors import QueryWrong
from letopis.portal.drawn.charts import Column, by_day

FACETS = ("outlet", "speaker", "language")
SHOWN_FACETS = 12
# Each try is a search; a query of many words gets this many.
TRIES = 6


class Nearest(msgspec.Struct, frozen=True):
    """A wider search that finds something."""

    asked: Asked
    total: int


class Looked(msgspec.Struct, frozen=True):
    """A search's page; `nearest` only where nothing was found."""

    asked: Asked
    found: Found
    days: tuple[Column, ...]
    facets: tuple[tuple[str, tuple[Facet, ...]], ...]
    nearest: Nearest | None


def looked_for(archive: Archive, asked: Asked) -> Looked:
    """Return a search's page."""
    found = archive.search(asked)
    days = {date.fromisoformat(facet.value): facet.count for facet in found.facets if facet.field == "day"}
    return Looked(
        asked=asked,
        found=found,
        days=tuple(by_day(days)),
        facets=tuple((field, shown) for field in FACETS if (shown := facets_of(found, field))),
        nearest=None if found.leaf.total else nearest(archive, asked),
    )


def facets_of(found: Found, field: str) -> tuple[Facet, ...]:
    """Return a field's values, the most frequent first."""
    own = [facet for facet in found.facets if facet.field == field]
    return tuple(sorted(own, key=lambda facet: (-facet.count, facet.value))[:SHOWN_FACETS])


def nearest(archive: Archive, asked: Asked) -> Nearest | None:
    """Return the wider search that finds the most: without its limits, or else without one of its words."""
    wider = [Nearest(wide, total_of(archive, wide)) for wide in widened(asked)]
    return max((near for near in wider if near.total), key=lambda near: near.total, default=None)


def total_of(archive: Archive, wide: Asked) -> int:
    """Return how many articles a search of our own making finds; none where it makes no sense or takes too long."""
    try:
        return archive.search(wide).leaf.total
    except QueryWrong:
        return 0


def widened(asked: Asked) -> list[Asked]:
    """Return searches that ask for less, a few of them."""
    free = Asked(words=asked.words, limit=1)
    limited = any((asked.outlet, asked.language, asked.speaker, asked.since, asked.until))
    words = asked.words.replace('"', " ").split()
    fewer = [" ".join(words[:place] + words[place + 1 :]) for place in range(len(words))] if len(words) > 1 else []
    return ([free] if limited and asked.words else []) + [Asked(words=rest, limit=1) for rest in fewer[:TRIES]]


def pieces(hit: Hit) -> Iterator[tuple[bool, str]]:
    """Yield the stretches of a hit's sentence, each with whether the search asked for it."""
    at = 0
    for start, stop in non_overlapping(hit.marked):
        yield False, hit.sentence[at:start]
        yield True, hit.sentence[start:stop]
        at = stop
    yield False, hit.sentence[at:]


def non_overlapping(marked: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the marked stretches in order; two queries may find the same word."""
    reached = 0
    for start, stop in sorted(marked):
        if stop > max(start, reached):
            yield max(start, reached), stop
            reached = stop
