"""The archive's edition of a day → the front page: ranked stories, what was said, what is coming, who is silent."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta

import msgspec

from letopis.archive.base import Archive, Counts, Quoted
from letopis.model import Edition, Entry, Member, Placed, Story
from letopis.portal.interface import to_the_hour
from letopis.portal.views.standing import Heads, as_of, dated_members, head_of, heads_of, last_reported, when

# Stories told in full; the rest of an edition follows as a plain list.
LEADS, BRIEFS = 12, 60
SAID, COMING, RECENT = 5, 6, 10
RECENTLY = timedelta(days=4)
SILENT, FORGOTTEN = timedelta(hours=24), timedelta(days=60)
# Statements about this long say something and can be read at a glance.
TELLING = 120
STRENGTH = {"direct": 0, "partial": 1, "indirect": 2}


class Lead(msgspec.Struct, frozen=True):
    """A story on the front page, with why it stands there; one of the days before has no place."""

    placed: Placed | None
    story: Story
    title: str | None
    language: str | None
    outlets: tuple[str, ...]
    earliest: Member | None
    latest: Member | None
    reprints: int
    strongest: Quoted | None


class Coming(msgspec.Struct, frozen=True):
    """Something planned: the line of a timeline, and the story it stands in."""

    entry: Entry
    story: int
    language: str | None


class Silence(msgspec.Struct, frozen=True):
    """An outlet that has given nothing for a day or more."""

    outlet: str
    since: datetime


class Front(msgspec.Struct, frozen=True, kw_only=True):
    """A front page."""

    edition: Edition
    leads: tuple[Lead, ...]
    briefs: tuple[Lead, ...]
    recent: tuple[Lead, ...]
    said: tuple[Quoted, ...]
    coming: tuple[Coming, ...]
    silent: tuple[Silence, ...]
    articles: int
    outlets: int
    counts: Counts
    earlier: date | None
    later: date | None


def front_of(archive: Archive, edition: Edition, code: str) -> Front:
    """Return the front page of an edition for readers of a language."""
    placed = edition.placed[: LEADS + BRIEFS]
    told = [(place, as_of(story, edition)) for place in placed if (story := archive.story(place.story))]
    past = recent(archive, edition)
    heads = heads_of(archive, [*(story for _, story in told), *past], code)
    leads = tuple(lead(archive, *pair, heads) for pair in told[:LEADS])
    fresh = fresh_members(archive, edition.at)
    days = archive.days()
    return Front(
        edition=edition,
        leads=leads,
        briefs=tuple(lead(None, *pair, heads) for pair in told[LEADS:]),
        recent=tuple(lead(None, None, story, heads) for story in past),
        said=tuple(heard_on(archive, edition.day, {lead.strongest for lead in leads}, code)),
        coming=tuple(planned([story for _, story in told], edition.day, heads)),
        silent=tuple(silences(archive, edition.at)),
        articles=len(fresh),
        outlets=len({member.outlet for member in fresh if member.outlet}),
        counts=archive.counts(),
        earlier=max((day for day in days if day < edition.day), default=None),
        later=min((day for day in days if day > edition.day), default=None),
    )


def lead(archive: Archive | None, placed: Placed | None, story: Story, heads: Heads) -> Lead:
    """Return a story as it stands on a front page; without an archive nobody is quoted."""
    head = head_of(story, heads)
    dated = dated_members(story)
    return Lead(
        placed=placed,
        story=story,
        title=(head.title or head.opening) if head else story.title,
        language=head.language if head else None,
        outlets=tuple(dict.fromkeys(member.outlet for member in story.members if member.outlet)) or ("",),
        earliest=min(dated, key=when, default=None),
        latest=max(dated, key=when, default=None),
        reprints=sum(member.reprints is not None for member in story.members),
        strongest=strongest(archive.quoted(story=story.id), story, heads.code) if archive else None,
    )


def recent(archive: Archive, edition: Edition) -> list[Story]:
    """Return stories of the days before that the edition has no place for, the latest first."""
    placed = {place.story for place in edition.placed}
    told = archive.stories(edition.at - RECENTLY, edition.at)
    known = [as_of(story, edition) for story in told if story.id not in placed]
    past = [(last, story) for story in known if (last := last_reported(story)) and last <= edition.at]
    return [story for _, story in sorted(past, key=lambda pair: pair[0], reverse=True)[:RECENT]]


def strongest(statements: Sequence[Quoted], story: Story, code: str) -> Quoted | None:
    """Return what most outlets carry of what a named person claims; in the reader's language if any."""
    carried = {
        (wording.article, wording.statement): len(said.wordings) for said in story.said for wording in said.wordings
    }
    named = [quoted for quoted in statements if by_a_person(quoted) and not quoted.stance]
    return min(
        named,
        key=lambda quoted: (
            quoted.language != code,
            -carried.get((quoted.article, quoted.statement), 1),
            *telling(quoted),
        ),
        default=None,
    )


def telling(quoted: Quoted) -> tuple[int, int]:
    """Return how telling a statement is at a glance, the least the most."""
    return STRENGTH[quoted.kind], abs(len(quoted.words) - TELLING)


def by_a_person(quoted: Quoted) -> bool:
    """Say whether a statement is news, and a named person's."""
    return quoted.speaker_kind == "person" and quoted.speaker is not None and not quoted.background


def heard_on(archive: Archive, day: date, shown: Collection[Quoted | None], code: str) -> Iterator[Quoted]:
    """Yield what people said that day, one statement each, the reader's language first, without what is shown."""
    voices: set[str | None] = set()
    said = filter(by_a_person, archive.quoted(day=day))
    for quoted in sorted(said, key=lambda quoted: (quoted.language != code, *telling(quoted))):
        if quoted not in shown and quoted.speaker not in voices and len(voices) < SAID:
            voices.add(quoted.speaker)
            yield quoted


def planned(stories: Iterable[Story], day: date, heads: Heads) -> list[Coming]:
    """Return what the stories say is planned for the day or later, the soonest first; a story's plan of a day once."""
    ahead = [
        Coming(entry, story.id, heads.language(entry.article))
        for story in stories
        for entry in story.timeline
        if entry.kind == "planned" and entry.when[:10] >= day.isoformat()
    ]
    plans: dict[tuple[str, int], Coming] = {}
    for coming in sorted(ahead, key=lambda coming: coming.language != heads.code):
        plans.setdefault((coming.entry.when[:10], coming.story), coming)
    return [plan for _, plan in sorted(plans.items(), key=lambda pair: pair[0])[:COMING]]


def silences(archive: Archive, at: datetime) -> list[Silence]:
    """Return the outlets that gave nothing for a day before a time, the longest silent first.

    What was last heard of long before is no longer waited for: an old page added by hand makes nobody silent.
    """
    latest = [(last, outlet.name) for outlet, _, last in archive.outlets() if last]
    quiet = [(last, name) for last, name in latest if SILENT < at - heard_until(last) < FORGOTTEN]
    return [Silence(name, last) for last, name in sorted(quiet)]


def heard_until(last: datetime) -> datetime:
    """Return the latest time at which an article may have come out: of a day without an hour its last moment."""
    return last if to_the_hour(last) else last + timedelta(days=1)


def fresh_members(archive: Archive, at: datetime) -> list[Member]:
    """Return the articles published in the day before a time."""
    stories = archive.stories(at - timedelta(days=1), at)
    members = [member for story in stories for member in story.members if member.published]
    return [member for member in members if member.published and at - timedelta(days=1) <= member.published <= at]
