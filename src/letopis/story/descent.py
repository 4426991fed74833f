"""Groups as they are cut today, stories as they were told before → each group's id, and where vanished ids lead."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import msgspec

Group = Sequence[int]


class Descent(msgspec.Struct, frozen=True):
    """The ids of groups, in the groups' order, and the stories that are no more, each with the one it went into."""

    ids: tuple[int, ...]
    merged: tuple[tuple[int, int], ...]


def descended(groups: Sequence[Group], before: Mapping[int, Group], next_story: Callable[[], int]) -> Descent:
    """Let each group, given as article ids, keep the id of the story with which it shares most; others get new ones."""
    story_of = {article: story for story, articles in before.items() for article in articles}
    shares = [Counter(story_of[article] for article in group if article in story_of) for group in groups]
    kept = heirs(shares)
    ids = tuple(kept[place] if place in kept else next_story() for place in range(len(groups)))
    gone = sorted(set(before) - set(ids))
    return Descent(ids, tuple((story, into) for story in gone if (into := largest(story, shares, ids)) is not None))


def heirs(shares: Sequence[Counter[int]]) -> dict[int, int]:
    """Give each story to one group at most, and each group one story at most, the largest shares first."""
    claims = sorted((-count, story, place) for place, share in enumerate(shares) for story, count in share.items())
    kept: dict[int, int] = {}
    given: set[int] = set()
    for _, story, place in claims:
        if place not in kept and story not in given:
            kept[place] = story
            given.add(story)
    return kept


def largest(story: int, shares: Sequence[Counter[int]], ids: Sequence[int]) -> int | None:
    """Return the id of the group that took most of a story; None where its articles are gone."""
    takers = [(share[story], -ids[place]) for place, share in enumerate(shares) if share[story]]
    return -max(takers)[1] if takers else None
