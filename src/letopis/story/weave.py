"""All kept articles, the stories told before → the stories as they stand now, and which ids lead elsewhere."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from letopis.model import Earlier, Member, Story
from letopis.story.counting import disagreements_in
from letopis.story.descent import descended
from letopis.story.earlier import earlier_in
from letopis.story.grouping.cluster import grouped
from letopis.story.grouping.scripts import skeleton
from letopis.story.grouping.terms import told_of
from letopis.story.kin import Named, kin_in
from letopis.story.members import headline, members_of
from letopis.story.reported import Reported
from letopis.story.timeline import timeline_of
from letopis.story.wording import said_in

MOST_NAMES = 12


class Woven(msgspec.Struct, frozen=True):
    """The stories as they stand now, the ids of merged ones with those they lead to, and whose names are one's."""

    stories: tuple[Story, ...]
    merged: tuple[tuple[int, int], ...]
    kin: tuple[tuple[Named, ...], ...] = ()


def woven(
    reports: Iterable[Reported], before: Iterable[Story], owners: Mapping[str, str], next_story: Callable[[], int]
) -> Woven:
    """Weave articles into stories; what did not change keeps its id and its words. `owners` are outlets' owners."""
    known = {report.id: report for report in reports}
    found = grouped([told_of(report) for report in known.values()])
    ids = [[found.articles[place].told.id for place in places] for places in found.groups]
    descent = descended(ids, {one.id: [member.article for member in one.members] for one in before}, next_story)
    where = {article: number for number, articles in zip(descent.ids, ids, strict=True) for article in articles}
    earlier = earlier_in(found, known, where)
    stories, kin = [], []
    for number, places in zip(descent.ids, found.groups, strict=True):
        members = members_of(places, found, known, owners)
        title = headline(places, found, members)
        told = [known[member.article] for member in members]
        stories.append(story(number, title, members, told, earlier=earlier.get(number, ())))
        kin += kin_in(told)
    return Woven(tuple(sorted(stories, key=lambda one: one.id)), descent.merged, tuple(kin))


def story(
    number: int,
    title: str | None,
    members: Sequence[Member],
    reports: Sequence[Reported],
    *,
    earlier: Sequence[Earlier] = (),
) -> Story:
    """Tell the story of a group of articles, given in the order of time."""
    # A day alone stands behind its hours in order, and before them as a time: it is neither the first nor the latest.
    times = [member.published for member in members if member.published]
    places = most_named([place.name for place in report.reading.record.places] for report in reports)
    people = most_named([person.name for person in report.reading.record.people] for report in reports)
    return Story(
        id=number,
        title=title,
        members=tuple(members),
        said=said_in(reports),
        timeline=timeline_of(reports, members),
        disagreements=disagreements_in(reports, members),
        earlier=tuple(earlier),
        people=without_places(people, places),
        places=places,
        first=times[0] if times else None,
        latest=max(times, default=None),
    )


def most_named(names: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """Return the names that most articles have; spellings in several scripts count as one name, the first full one."""
    counts: Counter[str] = Counter()
    faces: dict[str, str] = {}
    for of_article in names:
        counts.update(dict.fromkeys(map(key_of, of_article)).keys())
        for name in of_article:
            faces[key_of(name)] = max(faces.get(key_of(name), name), name, key=is_full)
    return tuple(faces[key] for key, _ in counts.most_common(MOST_NAMES))


def is_full(name: str) -> bool:
    """Say whether a name is more than a single word."""
    return " " in name


def without_places(people: Iterable[str], places: Iterable[str]) -> tuple[str, ...]:
    """Leave out of people the single words that a story knows as places: taggers mistake a town for somebody."""
    towns = {key_of(place) for place in places}
    return tuple(name for name in people if is_full(name) or key_of(name) not in towns)


def key_of(name: str) -> str:
    """Return what a name has in common with its spellings elsewhere: the sound of its last word."""
    last = (name.split() or [""])[-1]
    return skeleton(last) or last.casefold()
