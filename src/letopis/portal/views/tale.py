"""A story and its statements → its page: days and hours, speakers with their wordings side by side, outlets in turn."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta, tzinfo
from itertools import groupby

import msgspec

from letopis.archive.base import Archive, Quoted
from letopis.archive.finding.asking import Headline
from letopis.model import Entry, Member, Said, Story, TimelineKind
from letopis.portal.drawn.differing import Stretch, rewordings
from letopis.portal.interface import Interface
from letopis.portal.views.standing import Heads, dated_members, head_of, heads_of, when

Place = tuple[int, int]

# Wordings that share less than this, and translations, are told anew: their differences would be noise.
ALIKE = 0.4
WRITTEN: frozenset[TimelineKind] = frozenset({"report", "edit"})


class Variant(msgspec.Struct, frozen=True):
    """The same statement elsewhere, and how its words differ from the earliest; told anew, it is shown as it stands."""

    quoted: Quoted
    stretches: tuple[Stretch, ...]


class Heard(msgspec.Struct, frozen=True):
    """A statement: its earliest wording, where the same words stand, and where others do."""

    quoted: Quoted
    same: tuple[Quoted, ...] = ()
    variants: tuple[Variant, ...] = ()


class Voice(msgspec.Struct, frozen=True):
    """Somebody who speaks in a story, and all they say there."""

    lead: Quoted
    heard: tuple[Heard, ...]


class Standing(msgspec.Struct, frozen=True):
    """An article of a story, and how long after the first it came."""

    member: Member
    headline: Headline | None
    delay: timedelta | None


class Tale(msgspec.Struct, frozen=True):
    """A story as its page shows it; `edits` says since when statements stand that an edit brought."""

    story: Story
    head: Headline | None
    heads: Heads
    outlets: Mapping[int, str]
    days: tuple[tuple[date, tuple[Entry, ...]], ...]
    voices: tuple[Voice, ...]
    shelves: tuple[tuple[str, tuple[Standing, ...]], ...]
    people: tuple[tuple[str, int | None], ...]
    edits: Mapping[Place, str]


def tale_of(archive: Archive, story: Story, interface: Interface) -> Tale:
    """Return a story's page for a reader: its headline in their language, its days on their clocks."""
    heads = heads_of(archive, [story], interface.code)
    statements = archive.quoted(story=story.id)
    return Tale(
        story=story,
        head=head_of(story, heads),
        heads=heads,
        outlets={member.article: member.outlet for member in story.members},
        days=days_of(told_once(story.timeline, heads), interface.zone),
        voices=voices_of(story, statements, interface.code),
        shelves=shelves_of(story, heads.by_article),
        people=tuple(people_of(archive, story, heads)),
        edits={(one.article, one.statement): one.since for said in story.said for one in said.wordings if one.since},
    )


def told_once(timeline: Sequence[Entry], heads: Heads) -> list[Entry]:
    """Return the timeline with what articles of several languages tell of a day once, in the reader's if it is told.

    One language's lines are told apart by their words; between languages a story's events of one kind on a day are one.
    """
    told: dict[tuple[str, str, str | None], dict[str | None, list[Entry]]] = {}
    for entry in timeline:
        if entry.about is not None:
            tongues = told.setdefault((entry.when, entry.kind, entry.about), {})
            tongues.setdefault(heads.language(entry.article), []).append(entry)
    kept = {id(entry) for tongues in told.values() for entry in tongues.get(heads.code) or longest(tongues.values())}
    return [entry for entry in timeline if entry.about is None or id(entry) in kept]


def longest(lists: Iterable[list[Entry]]) -> list[Entry]:
    """Return the list with most lines, the first of equals."""
    return max(lists, key=len)


def days_of(timeline: Sequence[Entry], zone: tzinfo) -> tuple[tuple[date, tuple[Entry, ...]], ...]:
    """Return the timeline's lines under their days; without an hour news begins its day, and reports of it end it."""
    placed = sorted(((placed_at(entry, zone), entry) for entry in timeline), key=lambda pair: pair[0])
    return tuple(
        (day, tuple(entry for _, entry in lines)) for day, lines in groupby(placed, lambda pair: pair[0].date())
    )


def placed_at(entry: Entry, zone: tzinfo) -> datetime:
    """Return when a line of a timeline stands in a zone."""
    moment = datetime.fromisoformat(entry.when)
    if moment.tzinfo:
        return moment.astimezone(zone)
    ends = entry.kind in WRITTEN and len(entry.when) == len(moment.date().isoformat())
    return datetime.combine(moment.date(), time.max if ends else moment.time(), zone)


def people_of(archive: Archive, story: Story, heads: Heads) -> Iterator[tuple[str, int | None]]:
    """Yield the story's people with their ids, each once, as articles in the reader's language call them."""
    known: dict[str, int] = {}
    called: dict[int, str] = {}
    for member in story.members:
        cast = archive.cast(member.article)
        known |= cast
        for name, person in cast.items() if heads.language(member.article) == heads.code else ():
            called[person] = max(called.get(person, ""), name, key=len)
    met: dict[int | str, str] = {}
    for name in story.people:
        met.setdefault(known.get(name, name), name)
    for one, name in met.items():
        yield (called.get(one, name), one) if isinstance(one, int) else (name, None)


def voices_of(story: Story, statements: Iterable[Quoted], code: str) -> tuple[Voice, ...]:
    """Return who speaks in a story; whom most outlets quote comes first, nameless voices last."""
    at = {(quoted.article, quoted.statement): quoted for quoted in statements}
    told = [heard_from(said, at) for said in story.said if wordings(said, at)]
    grouped = {place for said in story.said for quoted in wordings(said, at) for place in [place_of(quoted)]}
    alone = [Heard(quoted) for place, quoted in at.items() if place not in grouped]
    voices: dict[object, list[Heard]] = {}
    for heard in sorted(told + alone, key=lambda heard: heard_order(heard, code)):
        voices.setdefault(voice_key(heard.quoted), []).append(heard)
    told_by = (Voice(lead_of(said, code), tuple(said)) for said in voices.values())
    return tuple(sorted(told_by, key=voice_order))


def heard_order(heard: Heard, code: str) -> tuple[int, bool]:
    """Return where a statement stands: what most outlets carry first, then what is in the reader's language."""
    return -len(heard.same) - len(heard.variants), heard.quoted.language != code


def lead_of(said: Sequence[Heard], code: str) -> Quoted:
    """Return the statement that says who speaks: one in the reader's language, if there is any."""
    return min((heard.quoted for heard in said), key=lambda quoted: quoted.language != code)


def heard_from(said: Said, at: Mapping[Place, Quoted]) -> Heard:
    """Return a statement with its wordings apart: those that say it in the same words, and those that do not.

    An article that prints a statement twice, once cut for its headline, has it in its longest wording.
    """
    whole: dict[int, Quoted] = {}
    for quoted in wordings(said, at):
        whole[quoted.article] = max(whole.get(quoted.article, quoted), quoted, key=lambda one: len(one.words))
    first, *others = whole.values()
    same = tuple(quoted for quoted in others if quoted.words == first.words)
    differing = [quoted for quoted in others if quoted.words != first.words]
    return Heard(first, same, tuple(Variant(quoted, compared(first.words, quoted.words)) for quoted in differing))


def compared(first: str, other: str) -> tuple[Stretch, ...]:
    """Return the differences of two wordings; of two that share too little, the other as it stands."""
    stretches = tuple(rewordings(first, other))
    kept = sum(len(stretch.words) for stretch in stretches if stretch.fate == "kept")
    return stretches if kept >= ALIKE * len(other) else (Stretch("kept", other),)


def wordings(said: Said, at: Mapping[Place, Quoted]) -> list[Quoted]:
    """Return the wordings that still stand in the archive; an edited article may have lost one."""
    places = ((wording.article, wording.statement) for wording in said.wordings)
    return [at[place] for place in places if place in at]


def place_of(quoted: Quoted) -> Place:
    """Return where a statement stands."""
    return quoted.article, quoted.statement


def voice_key(quoted: Quoted) -> object:
    """Return what tells one speaker from another."""
    return quoted.person or quoted.speaker or quoted.role or quoted.speaker_kind


def voice_order(voice: Voice) -> tuple[bool, int, int]:
    """Return where a speaker stands on the page."""
    carried = sum(1 + len(heard.same) + len(heard.variants) for heard in voice.heard)
    return voice.lead.speaker is None, -carried, -len(voice.heard)


def shelves_of(story: Story, headlines: Mapping[int, Headline]) -> tuple[tuple[str, tuple[Standing, ...]], ...]:
    """Return the articles under their outlets, in the order in which the outlets took the story up."""
    shelves: dict[str, list[Standing]] = {}
    earliest = min(dated_members(story), key=when, default=None)
    for member in sorted(story.members, key=when):
        standing = Standing(member, headlines.get(member.article), delay(member, earliest))
        shelves.setdefault(member.outlet, []).append(standing)
    return tuple((outlet, tuple(standing)) for outlet, standing in shelves.items())


def delay(member: Member, earliest: Member | None) -> timedelta | None:
    """Return how long after the first an article came, where the hours of both are known."""
    if not (member.published and earliest and earliest.published):
        return None
    return None if member.day_only or earliest.day_only else member.published - earliest.published
