"""What an outlet's front page showed → its page: the headlines by list, how each moved, what was on top over time."""

from collections.abc import Iterator
from itertools import groupby

import msgspec

from letopis.archive.base import Archive
from letopis.model import Shown, Teaser


class Moved(msgspec.Struct, frozen=True):
    """A headline, and its rank when the page was seen before: None where it is new, or the page was not seen before."""

    teaser: Teaser
    before: int | None
    fresh: bool


class Hanging(msgspec.Struct, frozen=True):
    """A front page's page: its lists with their headings, and all that stood at its address, the latest first."""

    shown: Shown
    lists: tuple[tuple[str | None, tuple[Moved, ...]], ...]
    over_time: tuple[Shown, ...]


def hanging_of(archive: Archive, shown: Shown) -> Hanging:
    """Return the page of what a front page showed."""
    over_time = tuple(archive.fronts(shown.address))
    place = next(place for place, one in enumerate(over_time) if one.id == shown.id)
    before = over_time[place - 1] if place else None
    moved = list(moves(shown, before))
    lists = groupby(moved, key=lambda one: one.teaser.heading)
    return Hanging(shown, tuple((heading, tuple(lines)) for heading, lines in lists), over_time[::-1])


def moves(shown: Shown, before: Shown | None) -> Iterator[Moved]:
    """Yield each headline with the rank that its address, or else its words, had before."""
    ranks = {key_of(teaser): teaser.rank for teaser in before.front.teasers} if before else {}
    for teaser in shown.front.teasers:
        rank = ranks.get(key_of(teaser))
        yield Moved(teaser, rank, before is not None and rank is None)


def key_of(teaser: Teaser) -> str:
    """Return what a headline is known by when its words are changed."""
    return teaser.url or teaser.title
