"""Stories, their redirects and front pages → rows, and back."""

from collections.abc import Iterable
from datetime import date, datetime

import msgspec
from apsw import Connection

from letopis.archive import clock
from letopis.archive.tables.rows import rows
from letopis.errors import WrongUse
from letopis.model import Edition, Story

TELL = """
    INSERT INTO story (id, latest, words) VALUES (?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET latest = excluded.latest, words = excluded.words
"""
LEAVE = "UPDATE article SET story = NULL WHERE story = ?"
JOIN = "UPDATE article SET story = ? WHERE id = ?"
ATTAIN = """
    INSERT INTO counter (name, value) VALUES ('story', ?)
    ON CONFLICT (name) DO UPDATE SET value = max(value, excluded.value)
"""
REDIRECT = """
    INSERT INTO redirect (merged, target) VALUES (?, ?) ON CONFLICT (merged) DO UPDATE SET target = excluded.target
"""
TARGET = "SELECT target FROM redirect WHERE merged = ?"
FOLLOW_ARTICLES = "UPDATE article SET story = ? WHERE story = ?"
ONE = "SELECT words FROM story WHERE id = ?"
SINCE = """
    SELECT words FROM story WHERE id NOT IN (SELECT merged FROM redirect) AND (? IS NULL OR latest >= ?)
    ORDER BY latest DESC, id DESC
"""
BETWEEN = """
    SELECT words FROM story WHERE id NOT IN (SELECT merged FROM redirect)
    AND id IN (SELECT story FROM article WHERE seen >= ? AND seen <= ?) ORDER BY latest DESC, id DESC
"""
PUBLISH = "INSERT INTO edition (day, words) VALUES (?, ?) ON CONFLICT (day) DO UPDATE SET words = excluded.words"
EDITION = "SELECT words FROM edition WHERE day = ?"
LATEST_EDITION = "SELECT words FROM edition ORDER BY day DESC LIMIT 1"
DAYS = "SELECT day FROM edition ORDER BY day"


def tell(db: Connection, stories: Iterable[Story]) -> None:
    """Keep stories under their ids, and which articles belong to them."""
    told = list(stories)
    for story in told:
        db.execute(LEAVE, (story.id,))
    for story in told:
        tell_one(db, story)


def tell_one(db: Connection, story: Story) -> None:
    """Keep one story; its articles leave the story they were in."""
    db.execute(ATTAIN, (story.id,))
    db.execute(TELL, (story.id, clock.maybe_micros(story.latest), msgspec.json.encode(story)))
    for member in story.members:
        db.execute(JOIN, (story.id, member.article))


def redirect(db: Connection, merged: int, into: int) -> None:
    """Let a merged story's id lead to another one."""
    target = target_of(db, into)
    if target == merged:
        raise WrongUse(f"story {merged} cannot lead to itself")
    db.execute(REDIRECT, (merged, target))
    db.execute(FOLLOW_ARTICLES, (target, merged))


def target_of(db: Connection, story: int) -> int:
    """Return the id that a story's id leads to in the end: its own, unless it was merged."""
    while found := rows(db, TARGET, (story,)):
        story = int(found[0][0])
    return story


def one(db: Connection, story: int) -> Story | None:
    """Return a story, or the one it was merged into."""
    taken = rows(db, ONE, (target_of(db, story),))
    return msgspec.json.decode(taken[0][0], type=Story) if taken else None


def since(db: Connection, moment: datetime | None) -> list[Story]:
    """Return the stories with an article from a time on, latest first."""
    start = clock.maybe_micros(moment)
    return [msgspec.json.decode(words, type=Story) for (words,) in rows(db, SINCE, (start, start))]


def between(db: Connection, since: datetime | None, until: datetime) -> list[Story]:
    """Return the stories with an article between two times, both included, latest first."""
    start = -clock.FIRST if since is None else clock.micros(since)
    return [msgspec.json.decode(words, type=Story) for (words,) in rows(db, BETWEEN, (start, clock.micros(until)))]


def publish(db: Connection, edition: Edition) -> None:
    """Keep a day's front page."""
    db.execute(PUBLISH, (edition.day.isoformat(), msgspec.json.encode(edition)))


def edition(db: Connection, day: date | None) -> Edition | None:
    """Return the front page of a day, or the latest."""
    found = rows(db, EDITION, (day.isoformat(),)) if day else rows(db, LATEST_EDITION)
    return msgspec.json.decode(found[0][0], type=Edition) if found else None


def days(db: Connection) -> list[date]:
    """Return the days that have a front page."""
    return [date.fromisoformat(day) for (day,) in rows(db, DAYS)]
