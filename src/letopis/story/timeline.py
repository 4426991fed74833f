"""A story's articles, their records and their versions → what happened when, was planned, was reported, was edited."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import pairwise

from letopis.language.segment import sentences
from letopis.model import Entry, Event, Member, Moment, TimelineKind
from letopis.story.reported import DAY, Reported, Wrote, day_only, moment_of, published_of

ORDER: Mapping[TimelineKind, int] = {"background": 0, "event": 1, "report": 2, "edit": 3, "planned": 4}
WRITTEN: frozenset[TimelineKind] = frozenset({"report", "edit"})
LONGEST = 240
# A page made to stall us may tell ten thousand things of one day: so many of them are compared with.
MOST_LINES = 50
SHORT_WORD = 3


def timeline_of(story: Sequence[Reported], members: Sequence[Member]) -> tuple[Entry, ...]:
    """Return a story's timeline in the order of time; articles are given in the order of theirs."""
    reprinted = {member.article for member in members if member.reprints is not None}
    entries: list[Entry] = []
    for report in story:
        entries += edits(report)
        if report.id not in reprinted:
            entries += [*reports(report), *happenings(report)]
    return tuple(sorted(once(entries), key=lambda entry: (place_of(entry), ORDER[entry.kind], entry.article)))


def reports(report: Reported) -> Iterator[Entry]:
    """Give an article's own line: when it was published, and its headline or first sentence."""
    article = report.reading.article
    if article.published is not None and published_of(report) is not None:
        when = article.published.value[:DAY] if day_only(report) else article.published.value
        yield Entry(when, "report", cut(article.title or opening(article.text)), report.id)


def happenings(report: Reported) -> Iterator[Entry]:
    """Give the events of an article whose day is known."""
    article, record = report.reading.article, report.reading.record
    for number, event in enumerate(record.events):
        moment = record.moments[event.moment] if event.moment is not None else None
        day = day_of(moment)
        if day is not None and event.status in ("done", "planned"):
            kind = kind_of(event, day, published_of(report))
            yield Entry(day.isoformat(), kind, cut(event.span.of(article.text)), report.id, event.kind, number)


def day_of(moment: Moment | None) -> date | None:
    """Return the day a moment fixes; None where it fixes a longer time or none."""
    if moment is None or moment.first is None or moment.granularity not in ("minute", "day"):
        return None
    return moment.first


def kind_of(event: Event, day: date, written: datetime | None) -> TimelineKind:
    """Say which kind of line an event makes; a plan for a day that was over when it was written is background."""
    over = written is not None and day < written.date()
    if event.background or (event.status == "planned" and over):
        return "background"
    return "planned" if event.status == "planned" else "event"


def edits(report: Reported) -> Iterator[Entry]:
    """Give a line for each later version of an article whose time is known: the first sentence that is new in it."""
    for before, after in pairwise(report.versions):
        if after.since is not None and moment_of(after.since) is not None:
            yield Entry(after.since, "edit", cut(news_in(before, after)), report.id)


def news_in(before: Wrote, after: Wrote) -> str:
    """Return the first sentence of a version that the one before it had not; its headline where none is new."""
    known = {span.of(before.text) for span in sentences(before.text)}
    fresh = (words for span in sentences(after.text) if (words := span.of(after.text)) not in known)
    return next(fresh, after.title or opening(after.text))


def once(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Keep of several outlets' lines about one day's happening of one kind the first that is not told already."""
    told: defaultdict[tuple[str, TimelineKind], list[frozenset[str]]] = defaultdict(list)
    for entry in entries:
        words = frozenset(word.casefold() for word in entry.words.split() if len(word) > SHORT_WORD)
        lines = told[entry.when, entry.kind]
        if entry.kind in WRITTEN or not any(same(words, line) for line in lines[:MOST_LINES]):
            lines.append(words)
            yield entry


def same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether two lines share so many words that they tell the same happening."""
    return 3 * len(one & other) >= min(len(one), len(other))


def place_of(entry: Entry) -> tuple[str, float]:
    """Return by what lines are ordered: by day and hour; without an hour news opens a day, and reports of it end it."""
    said = moment_of(entry.when) if len(entry.when) > DAY else None
    if said is not None:
        return entry.when[:DAY], said.timestamp()
    return entry.when[:DAY], math.inf if entry.kind in WRITTEN else -math.inf


def opening(text: str) -> str:
    """Return a text's first sentence."""
    return next((span.of(text) for span in sentences(text)), "")


def cut(words: str) -> str:
    """Return words short enough for a line."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else line[:LONGEST].rsplit(" ", 1)[0] + "…"
