"""Stories → the front page of each day, by how many independent owners reported each and how lately."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
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
    dated = [(member.published, member, story) for story in stories for member in story.members if member.published]
    latest = max((published for published, member, _ in dated if not member.day_only), default=None)
    of_day: defaultdict[date, dict[int, Story]] = defaultdict(dict)
    for published, _, story in dated:
        of_day[published.date()][story.id] = story
    for day in (days := sorted(of_day)):
        end = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(days=1)
        at = latest if latest and latest.date() == day == days[-1] else end
        yield edition(lately(of_day, day), day, at)


def lately(of_day: Mapping[date, Mapping[int, Story]], day: date) -> list[Story]:
    """Return the stories reported on a day or on those before it that a front page looks back on."""
    days = [day - timedelta(days=back) for back in range(STILL_NEWS.days + 1)]
    return list({number: story for day in days for number, story in of_day.get(day, {}).items()}.values())


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
    voices = voices_in(reports, at)
    own = [assumed(published, member, NOON) for published, member in reports if member.reprints is None]
    age_h = max(0.0, hours(max(own, default=at), at))
    breadth, freshness = broadest(voices), (age_h + HEAD_START_H) ** -GRAVITY
    return Weight(
        total=round(breadth * freshness, DIGITS),
        breadth=round(breadth, DIGITS),
        freshness=round(freshness, DIGITS),
        owners=len({owner for _, owner in voices}),
        age_h=round(age_h, 2),
        gravity=GRAVITY,
    )


def voices_in(reports: Sequence[tuple[datetime, Member]], at: datetime) -> list[tuple[datetime, str]]:
    """Return when which owner reported; unknown ones are left out, and a copy is a report of its text's first owner."""
    owners: dict[int, str] = {}
    voices = []
    for published, member in reports:
        text = member.article if member.reprints is None else member.reprints
        if owner := owners.get(text) or member.owner:
            owners[text] = owner
            voices.append((min(at, assumed(published, member, LAST_MOMENT)), owner))
    return voices


def broadest(voices: Sequence[tuple[datetime, str]]) -> float:
    """Return the largest sum over owners, from any report on, of how soon each of them reported after it."""
    next_report: dict[str, datetime] = {}
    sums = [0.0]
    for start, owner in sorted(voices, reverse=True):
        next_report[owner] = start
        sums.append(sum(soon(hours(start, time)) for time in next_report.values()))
    return max(sums)


def soon(hours_after: float) -> float:
    """Return how much a report counts, in full at first, next to nothing a day later."""
    # 1 / (1 + e^x), written so that months between two reports do not overflow.
    return (1 - math.tanh((hours_after - FULL_H) / SOFT_H / 2)) / 2


def hours(start: datetime, stop: datetime) -> float:
    """Return the hours from one time to another."""
    return (stop - start).total_seconds() / 3600
