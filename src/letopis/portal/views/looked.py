"""A search → its page: hits with their words marked, facets, a histogram, the nearest search that finds something."""

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from letopis.archive.base import Archive
from letopis.archive.finding.asking import Asked, Facet, Found, Hit
from letopis.archive.finding.wider import Nearest, nearest
from letopis.portal.drawn.charts import Column, by_day

FACETS = ("outlet", "speaker", "language")
SHOWN_FACETS = 12


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
        nearest=None if found.leaf.total else nearest(archive.search, asked),
    )


def facets_of(found: Found, field: str) -> tuple[Facet, ...]:
    """Return a field's values, the most frequent first."""
    own = [facet for facet in found.facets if facet.field == field]
    return tuple(sorted(own, key=lambda facet: (-facet.count, facet.value))[:SHOWN_FACETS])


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
