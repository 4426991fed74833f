"""A search that found nothing → the nearest one that finds something: without its limits, or one of its words."""

from collections.abc import Callable

import msgspec

from letopis.archive.finding.asking import Asked, Found
from letopis.errors import QueryWrong

# Each try is a search; a query of many words gets this many.
TRIES = 6
Search = Callable[[Asked], Found]


class Nearest(msgspec.Struct, frozen=True):
    """A wider search that finds something."""

    asked: Asked
    total: int


def nearest(search: Search, asked: Asked) -> Nearest | None:
    """Return the wider search that finds the most: without its limits, or else without one of its words."""
    wider = [Nearest(wide, total_of(search, wide)) for wide in widened(asked)]
    return max((near for near in wider if near.total), key=lambda near: near.total, default=None)


def total_of(search: Search, wide: Asked) -> int:
    """Return how many articles a search of our own making finds; none where it makes no sense or takes too long."""
    try:
        return search(wide).leaf.total
    except QueryWrong:
        return 0


def widened(asked: Asked) -> list[Asked]:
    """Return searches that ask for less, a few of them."""
    free = Asked(words=asked.words, limit=1)
    limited = any((asked.outlet, asked.language, asked.speaker, asked.since, asked.until))
    words = asked.words.replace('"', " ").split()
    fewer = [" ".join(words[:place] + words[place + 1 :]) for place in range(len(words))] if len(words) > 1 else []
    return ([free] if limited and asked.words else []) + [Asked(words=rest, limit=1) for rest in fewer[:TRIES]]
