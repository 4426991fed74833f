"""Readings → articles and their versions, and back."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
from apsw import Connection

from letopis.archive import clock
from letopis.archive.base import Filed, Kept, Version
from letopis.archive.tables import captures, owners, records
from letopis.archive.tables.rows import following, rows
from letopis.archive.tables.who import figures
from letopis.model import Article, Capture, Reading, Record, WarcPlace

OPENING = 240

BY_ADDRESS = "SELECT id, version FROM article WHERE address = ?"
ADD = """
    INSERT INTO article (id, address, version, at, seen, opening) VALUES (?, ?, 1, ?, 0, '')
"""
DESCRIBE = """
    UPDATE article SET version = ?, at = ?, seen = ?, published = ?, title = ?, opening = ?, outlet = ?, language = ?
    WHERE id = ?
"""
ADD_VERSION = "INSERT INTO version (article, number, capture, kept, words, record) VALUES (?, ?, ?, ?, ?, ?)"
REREAD = "UPDATE version SET words = ?, record = ? WHERE article = ? AND number = ?"
VERSIONS = """
    SELECT version.number, version.words, version.record, capture.sha256, capture.fetched, version.kept
    FROM version JOIN capture ON capture.id = version.capture WHERE version.article = ?
    ORDER BY coalesce(capture.fetched, version.kept), version.number
"""
FILED = """
    SELECT article.id, version.number, (SELECT count(*) FROM version AS each WHERE each.article = article.id),
        article.address, version.words, version.record, capture.fetched, version.kept,
        capture.sha256, capture.file, capture.place, article.story
    FROM article JOIN version ON version.article = article.id JOIN capture ON capture.id = version.capture
"""
ONE = FILED + "WHERE article.id = ? AND version.number = coalesce(?, article.version)"
SINCE = FILED + "WHERE version.number = article.version AND article.seen >= ? ORDER BY article.seen, article.id"
FORGIVE = "DELETE FROM refusal WHERE address IN (?, ?, ?, ?)"


class Known(msgspec.Struct, frozen=True):
    """A version of an address, as far as a new reading is compared with it."""

    number: int
    article: Article
    record: Record
    sha256: str
    captured: int | None
    kept: int


class Deed(msgspec.Struct, frozen=True):
    """What is being kept: a reading, its capture, where bodies lie, what time it is."""

    reading: Reading
    capture: Capture
    folder: Path
    now: datetime


def address_of(article: Article, capture: Capture) -> str:
    """Return the address under which an article is kept."""
    return article.canonical or article.url or capture.url


def keep(db: Connection, deed: Deed) -> Kept:
    """Keep a reading under its address."""
    address = address_of(deed.reading.article, deed.capture)
    db.execute(FORGIVE, (address, deed.reading.article.url, deed.capture.url, deed.capture.final_url))
    found = rows(db, BY_ADDRESS, (address,))
    if not found:
        return begin(db, address, deed)
    article, current = found[0]
    known = known_of(db, article)
    latest = next(version for version in known if version.number == current)
    if told := told_before(deed, known, latest):
        return read_again(db, article, deed, told, current=current)
    return add_version(db, article, deed, known, latest)


def begin(db: Connection, address: str, deed: Deed) -> Kept:
    """Keep the first version of an address."""
    article = following(db, "article")
    db.execute(ADD, (article, address, clock.place(None, article)))
    write_version(db, article, 1, deed)
    describe(db, article, 1, deed)
    return Kept(article, 1, "new")


def add_version(db: Connection, article: int, deed: Deed, known: Sequence[Known], latest: Known) -> Kept:
    """Keep a changed text; it becomes the article unless it was captured before what stands."""
    number = max(version.number for version in known) + 1
    write_version(db, article, number, deed)
    if not older(deed.capture, latest):
        describe(db, article, number, deed)
    return Kept(article, number, "changed")


def read_again(db: Connection, article: int, deed: Deed, told: Known, *, current: int) -> Kept:
    """Keep what a newer reading found in a text that is known; the version and its proof stay what they were."""
    kept = Kept(article, told.number, "same")
    if not captures.held(db, deed.capture):
        captures.note(db, deed.capture, deed.now)
    anew = msgspec.structs.replace(deed.reading.article, capture=told.article.capture)
    if (anew, deed.reading.record) == (told.article, told.record):
        return kept
    again = msgspec.structs.replace(deed, reading=Reading(anew, deed.reading.record))
    db.execute(REREAD, (*encoded(again.reading), article, told.number))
    owners.change(db)
    if told.number == current:
        describe(db, article, current, again)
    return kept


def told_before(deed: Deed, known: Sequence[Known], latest: Known) -> Known | None:
    """Return the version that already says what a reading says.

    The same bytes are never an edit. The same words are none either, unless they came back after others had stood
    there: that can be told only by a capture that is surely the later one.
    """
    later = surely_later(deed.capture, latest)
    for version in (latest, *known):
        returns = later and version.number != latest.number
        if not returns and says_the_same(deed, version):
            return version
    return None


def says_the_same(deed: Deed, version: Known) -> bool:
    """Say whether a version has the reading's bytes, or its headline and its words."""
    same = (deed.reading.article.title, deed.reading.article.text) == (version.article.title, version.article.text)
    return same or deed.capture.sha256 == version.sha256


def surely_later(capture: Capture, latest: Known) -> bool:
    """Say whether a capture is known to have been made after the latest version's."""
    moment = clock.maybe_micros(capture.fetched)
    return moment is not None and moment > (latest.kept if latest.captured is None else latest.captured)


def older(capture: Capture, latest: Known) -> bool:
    """Say whether a capture is known to have been made before the latest version's."""
    moment = clock.maybe_micros(capture.fetched)
    return moment is not None and latest.captured is not None and moment < latest.captured


def write_version(db: Connection, article: int, number: int, deed: Deed) -> None:
    """Keep the capture and, pointing to it, a version."""
    capture = captures.keep(db, deed.folder, deed.capture, deed.now)
    db.execute(ADD_VERSION, (article, number, capture, clock.micros(deed.now), *encoded(deed.reading)))
    owners.change(db)


def encoded(reading: Reading) -> tuple[bytes, bytes]:
    """Return an article and its record as they are kept."""
    return msgspec.json.encode(reading.article), msgspec.json.encode(reading.record)


def describe(db: Connection, article: int, number: int, deed: Deed) -> None:
    """Make a version the one that lists, searches and people know."""
    said = deed.reading.article
    published = clock.published(said)
    at = clock.place(published, article)
    seen = clock.micros(published or deed.capture.fetched or deed.now)
    records.forget(db, article)
    row = (number, at, seen, clock.maybe_micros(published), said.title, opening_of(said), said.outlet, said.language)
    db.execute(DESCRIBE, (*row, article))
    about = figures.About(article, at, seen, said.outlet or address_of(said, deed.capture))
    records.write(db, about, deed.reading)


def opening_of(article: Article) -> str:
    """Return the words with which an article begins, below its headline."""
    told = (block.span.of(article.text) for block in article.blocks if block.kind in {"lead", "paragraph"})
    words = " ".join(next(told, article.text).split())
    return words if len(words) <= OPENING else words[:OPENING].rpartition(" ")[0] + "…"


def known_of(db: Connection, article: int) -> list[Known]:
    """Return an article's versions, oldest first."""
    taken = rows(db, VERSIONS, (article,))
    return [Known(number, words_of(words), record_of(record), *rest) for number, words, record, *rest in taken]


def words_of(kept: bytes) -> Article:
    """Return the article that was kept."""
    return msgspec.json.decode(kept, type=Article)


def record_of(kept: bytes) -> Record:
    """Return the record that was kept."""
    return msgspec.json.decode(kept, type=Record)


def one(db: Connection, article: int, version: int | None) -> Filed | None:
    """Return an article in one version, the latest where none is named."""
    taken = rows(db, ONE, (article, version))
    return filed(taken[0]) if taken else None


def since(db: Connection, moment: datetime | None) -> list[Filed]:
    """Return the latest versions from a time on, oldest first."""
    start = clock.micros(moment) if moment else -(2**63)
    return [filed(row) for row in rows(db, SINCE, (start,))]


def filed(row: tuple[Any, ...]) -> Filed:
    """Return a row of FILED as a value."""
    article, version, versions, address, words, record, captured, kept, digest, file, place, story = row
    return Filed(
        id=article,
        version=version,
        versions=versions,
        address=address,
        reading=Reading(words_of(words), record_of(record)),
        captured=clock.maybe_moment(captured),
        kept=clock.moment(kept),
        sha256=digest,
        place=WarcPlace(file, place) if file is not None else None,
        story=story,
    )


def versions(db: Connection, article: int) -> list[Version]:
    """Return an article's versions, oldest first."""
    return [
        Version(known.number, clock.maybe_moment(known.captured), known.sha256, known.article.title, known.article.text)
        for known in known_of(db, article)
    ]
