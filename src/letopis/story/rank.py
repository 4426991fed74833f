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
# A front page places what was reported in the days before it; how low the older stands, freshness says.
STILL_NEWS = timedelta(days=3)
DIGITS = 6
# An article of which only the day is known claims to be neither the first of its day nor the freshest.
LAST_MOMENT = timedelta(days=1, microseconds=-1)
NOON = timedelta(hours=12)


def editions(stories: Sequence[Story]) -> Iterator[Edition]:
    """Give the front page of each day on which something was published; undated articles are counted on none."""
    members = [member for story in stories for member in story.members]
    days = sorted({member.published.date() for member in members if member.published})
    latest = max((member.published for member in members if member.published and not member.day_only), default=None)
    for day in days:
        end = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(days=1)
        yield edition(stories, day, latest if latest and latest.date() == day == days[-1] else end)


def edition(stories: Sequence[Story], day: date, at: datetime) -> Edition:
    """Return the front page of a day as of a time: the stories lately reported, the weightiest first."""
    weighed = [(weight_of(story, at), story) for story in stories if still_news(story, at)]
    ordered = sorted(weighed, key=lambda pair: (-pair[0].total, pair[0].age_h, pair[1].id))
    placed = (Placed(rank, story.id, weight) for rank, (weight, story) in enumerate(ordered, start=1))
    return Edition(day, at, tuple(placed))


def still_news(story: Story, at: datetime) -> bool:
    """Say whether an article of the story was published in the last days before a time."""
    return any(at - published <= STILL_NEWS for published, _ in known(story, at))


def known(story: Story, at: datetime) -> list[tuple[datetime, Member]]:
    """Return the members that were there at a time, each with when it was published."""
    dated = [(member.published, member) for member in story.members if member.published]
    return [
        (published, member)
        for published, member in dated
        if published < at or (published == at and not member.day_only)
    ]


def assumed(published: datetime, member: Member, into_day: timedelta) -> datetime:
    """Return when an article counts as published: where only its day is known, so long after the day began."""
    return published + into_day if member.day_only else published


def weight_of(story: Story, at: datetime) -> Weight:
    """Return why a story stands where it stands, as of a time."""
    reports = known(story, at)
    first = first_reports(reports, at)
    breadth = max((burst(start, list(first.values())) for start in first.values()), default=0.0)
    own = [assumed(published, member, NOON) for published, member in reports if member.reprints is None]
    age_h = max(0.0, hours(max(own, default=at), at))
    freshness = (age_h + HEAD_START_H) ** -GRAVITY
    return Weight(
        total=round(breadth * freshness, DIGITS),
        breadth=round(breadth, DIGITS),
        freshness=round(freshness, DIGITS),
        owners=len(first),
        age_h=round(age_h, 2),
        gravity=GRAVITY,
    )


def first_reports(reports: Sequence[tuple[datetime, Member]], at: datetime) -> dict[str, datetime]:
    """Return when each independent owner first reported; unknown ones are none, and copies of one text count once."""
    owners: dict[int, str] = {}
    first: dict[str, datetime] = {}
    for published, member in reports:
        text = member.article if member.reprints is None else member.reprints
        if owner := owners.get(text, member.owner):
            owners[text] = owner
            time = min(at, assumed(published, member, LAST_MOMENT))
            first[owner] = min(first.get(owner, time), time)
    return first


def burst(start: datetime, reports: Sequence[datetime]) -> float:
    """Return how many owners reported from a time on, those long after it counting less."""
    return sum(1 / (1 + math.exp((hours(start, time) - FULL_H) / SOFT_H)) for time in reports if time >= start)


def hours(start: datetime, stop: datetime) -> float:
    """Return the hours from one time to another."""
    return (stop - start).total_seconds() / 3600
