"""Captures → their rows and their bodies on the shelf; those that gave nothing, with the reason."""

from datetime import datetime
from pathlib import Path

from apsw import Connection

from letopis.archive import clock, shelf
from letopis.archive.tables.rows import rows, value
from letopis.model import Capture, Refusal

LAST = "SELECT file, size FROM warc ORDER BY file DESC LIMIT 1"
SHELVE = "INSERT INTO warc (file, size) VALUES (?, ?) ON CONFLICT (file) DO UPDATE SET size = excluded.size"
NOTE = """
    INSERT INTO capture (url, final_url, fetched, kept, status, media_type, sha256, file, place)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
"""
HELD = """
    SELECT 1 FROM capture WHERE url = :url AND sha256 = :sha256
    AND (:fetched IS NULL OR fetched = :fetched OR id = (SELECT max(id) FROM capture WHERE url = :url)) LIMIT 1
"""
REFUSE = """
    INSERT INTO refusal (address, url, reason, kept) VALUES (?, ?, ?, ?)
    ON CONFLICT (address) DO UPDATE SET url = excluded.url, reason = excluded.reason, kept = excluded.kept
"""
REFUSALS = "SELECT url, reason FROM refusal ORDER BY kept DESC, address"


def keep(db: Connection, folder: Path, capture: Capture, now: datetime) -> int:
    """Keep a capture with its body; the body is safe on the disk before the row is."""
    file, size = room_left(db)
    offset, end = shelf.put(folder / file, size, capture, now)
    db.execute(SHELVE, (file, end))
    return note(db, capture, now, (file, offset))


def note(db: Connection, capture: Capture, now: datetime, place: tuple[str, int] | None = None) -> int:
    """Keep a capture's row; without a place its body said nothing new and was not kept."""
    file, offset = place or (None, None)
    row = (capture.url, capture.final_url, clock.maybe_micros(capture.fetched), clock.micros(now), capture.status)
    return int(value(db, NOTE, (*row, capture.media_type, capture.sha256, file, offset)))


def room_left(db: Connection) -> tuple[str, int]:
    """Return the file that the next capture goes to, and how much of it counts."""
    last = rows(db, LAST)
    if not last:
        return shelf.file_named(1), 0
    file, size = last[0]
    if size < shelf.FULL:
        return file, size
    return shelf.file_named(int(file.split("-")[1].split(".")[0]) + 1), 0


def held(db: Connection, capture: Capture) -> bool:
    """Say whether these bytes came from this address before, with none that differ since."""
    fetched = clock.maybe_micros(capture.fetched)
    return bool(rows(db, HELD, {"url": capture.url, "sha256": capture.sha256, "fetched": fetched}))


def refuse(db: Connection, folder: Path, refusal: Refusal, capture: Capture | None, *, now: datetime) -> None:
    """Keep a refusal, and the capture that gave nothing: a better Letopis may read it one day."""
    address = capture.url if capture else refusal.url or ""
    db.execute(REFUSE, (address, refusal.url, refusal.reason, clock.micros(now)))
    if capture and not held(db, capture):
        keep(db, folder, capture, now)


def refusals(db: Connection) -> list[Refusal]:
    """Return the refusals, newest first."""
    return [Refusal(url, reason) for url, reason in rows(db, REFUSALS)]
