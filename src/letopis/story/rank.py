"""Stories → the front page of each day, by how many independent owners reported each and how lately."""

import math
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta

from letopis.model import Edition, Member, Placed, Story, Weight

GRAVITY = 1.2
# A report counts in full for about half a day after the first one, and fades over the hours after that.
FULL_H = 12.0
SOFT_H = 3.0
HEAD_START_H = 2.0
DIGITS = 6


def editions(stories: Sequence[Story]) -> Iterator[Edition]:
    """Give the front page of each day on which something was published; undated articles are counted on none."""
    times = sorted(member.published for story in stories for member in story.members if member.published)
    for day in sorted({time.date() for time in times}):
        end = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(days=1)
        yield edition(stories, day, min(end, max(times)))


def edition(stories: Sequence[Story], day: date, at: datetime) -> Edition:
    """Return the front page of a day as of a time: the stories with a report on that day, the weightiest first."""
    weighed = [(weight_of(story, at), story) for story in stories if reported_on(story, day, at)]
    ordered = sorted(weighed, key=lambda pair: (-pair[0].total, pair[1].id))
    placed = (Placed(rank, story.id, weight) for rank, (weight, story) in enumerate(ordered, start=1))
    return Edition(day, at, tuple(placed))


def reported_on(story: Story, day: date, at: datetime) -> bool:
    """Say whether an article of the story was published on a day."""
    return any(member.published.date() == day for member in known(story, at) if member.published)


def known(story: Story, at: datetime) -> list[Member]:
    """Return the dated members that were there at a time."""
    return [member for member in story.members if member.published is not None and member.published <= at]


def weight_of(story: Story, at: datetime) -> Weight:
    """Return why a story stands where it stands, as of a time."""
    reports = known(story, at)
    first = first_reports(reports)
    breadth = max((burst(start, list(first.values())) for start in first.values()), default=0.0)
    age_h = hours(max((one.published for one in reports if one.published and one.reprints is None), default=at), at)
    freshness = (age_h + HEAD_START_H) ** -GRAVITY
    return Weight(
        total=round(breadth * freshness, DIGITS),
        breadth=round(breadth, DIGITS),
        freshness=round(freshness, DIGITS),
        owners=len(first),
        age_h=round(age_h, 2),
        gravity=GRAVITY,
    )


def first_reports(members: Sequence[Member]) -> dict[str, datetime]:
    """Return when each independent owner first reported; a reprint is a report of the owner whose text it is."""
    owners = {member.article: member.owner for member in members}
    first: dict[str, datetime] = {}
    for member in members:
        owner = owners.get(member.reprints, member.owner) if member.reprints is not None else member.owner
        if member.published is not None:
            first[owner] = min(first.get(owner, member.published), member.published)
    return first


def burst(start: datetime, reports: Sequence[datetime]) -> float:
    """Return how many owners reported from a time on, those long after it counting less."""
    return sum(1 / (1 + math.exp((hours(start, time) - FULL_H) / SOFT_H)) for time in reports if time >= start)


def hours(start: datetime, stop: datetime) -> float:
    """Return the hours from one time to another."""
    return (stop - start).total_seconds() / 3600
