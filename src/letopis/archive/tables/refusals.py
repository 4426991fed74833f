"""Refusals → rows, and back."""

from datetime import datetime
from pathlib import Path

from apsw import Connection

from letopis.archive.tables import captures, clock
from letopis.archive.tables.rows import rows
from letopis.model import Capture, Refusal

KEEP = """
    INSERT INTO refusal (address, url, reason, kept) VALUES (?, ?, ?, ?)
    ON CONFLICT (address) DO UPDATE SET url = excluded.url, reason = excluded.reason, kept = excluded.kept
"""
EVERY = "SELECT url, reason FROM refusal ORDER BY kept DESC, address"


def keep(db: Connection, folder: Path, refusal: Refusal, capture: Capture | None, *, now: datetime) -> None:
    """Keep a refusal, and the capture that gave nothing: a better Letopis may read it one day."""
    address = capture.url if capture else refusal.url or ""
    db.execute(KEEP, (address, refusal.url, refusal.reason, clock.micros(now)))
    if capture and not captures.held(db, capture):
        captures.keep(db, folder, capture, now)


def every(db: Connection) -> list[Refusal]:
    """Return the refusals, newest first."""
    return [Refusal(url, reason) for url, reason in rows(db, EVERY)]
