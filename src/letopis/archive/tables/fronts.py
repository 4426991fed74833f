"""Outlets' own front pages → rows, one for each time their headlines changed, and back."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import msgspec
from apsw import Connection

from letopis.archive import clock
from letopis.archive.tables import captures
from letopis.archive.tables.rows import Row, following, rows
from letopis.model import Capture, FrontPage, Shown, WarcPlace

ADD = "INSERT INTO front_page (id, address, at, capture, kept, words) VALUES (?, ?, ?, ?, ?, ?)"
BEFORE = "SELECT words FROM front_page WHERE address = ? AND at <= ? ORDER BY at DESC, id DESC LIMIT 1"
AFTER = "SELECT words FROM front_page WHERE address = ? AND at > ? ORDER BY at, id LIMIT 1"
SHOWN = """
    SELECT front_page.id, front_page.address, front_page.words, capture.fetched, front_page.kept,
        capture.sha256, capture.file, capture.place
    FROM front_page JOIN capture ON capture.id = front_page.capture
"""
ONE = SHOWN + "WHERE front_page.id = ?"
OVER_TIME = SHOWN + "WHERE front_page.address = ? ORDER BY front_page.at, front_page.id"
LATEST = """
    SELECT front_page.id, front_page.address, front_page.words, capture.fetched, front_page.kept,
        capture.sha256, capture.file, capture.place
    FROM front_page JOIN capture ON capture.id = front_page.capture
    WHERE front_page.id = (
        SELECT id FROM front_page AS each WHERE each.address = front_page.address ORDER BY at DESC, id DESC LIMIT 1
    ) ORDER BY front_page.at DESC, front_page.id DESC
"""
FORGIVE = "DELETE FROM refusal WHERE address IN (?, ?, ?, ?)"


class Showing(NamedTuple):
    """What is being kept: a front page, its capture, where bodies lie, what time it is."""

    front: FrontPage
    capture: Capture
    folder: Path
    now: datetime


def address_of(front: FrontPage, capture: Capture) -> str:
    """Return the address under which a front page is kept."""
    return front.canonical or front.url or capture.url


def says_the_same(front: FrontPage, other: FrontPage) -> bool:
    """Say whether two front pages show the same headlines in the same order."""
    told, others = ([(one.title, one.url, one.heading) for one in page.teasers] for page in (front, other))
    return told == others


def show(db: Connection, showing: Showing) -> bool:
    """Keep what a front page showed; returns whether its headlines were new."""
    front, capture, folder, now = showing
    address = address_of(front, capture)
    db.execute(FORGIVE, (address, front.url, capture.url, capture.final_url))
    at = clock.micros(capture.fetched or now)
    if any(
        says_the_same(front, decoded(row[0])) for beside in (BEFORE, AFTER) for row in rows(db, beside, (address, at))
    ):
        if not captures.held(db, capture):
            captures.note(db, capture, now)
        return False
    kept = captures.keep(db, folder, capture, now)
    number = following(db, "front_page")
    db.execute(ADD, (number, address, at, kept, clock.micros(now), msgspec.json.encode(front)))
    return True


def decoded(words: bytes) -> FrontPage:
    """Return the front page that was kept."""
    return msgspec.json.decode(words, type=FrontPage)


def one(db: Connection, number: int) -> Shown | None:
    """Return what a front page showed once."""
    taken = rows(db, ONE, (number,))
    return shown(taken[0]) if taken else None


def over_time(db: Connection, address: str) -> list[Shown]:
    """Return what an address showed, oldest first."""
    return [shown(row) for row in rows(db, OVER_TIME, (address,))]


def latest(db: Connection) -> list[Shown]:
    """Return what each address showed last, the latest first."""
    return [shown(row) for row in rows(db, LATEST)]


def shown(row: Row) -> Shown:
    """Return a row of SHOWN as a value."""
    number, address, words, captured, kept, digest, file, place = row
    return Shown(
        id=number,
        address=address,
        front=decoded(words),
        captured=clock.maybe_moment(captured),
        kept=clock.moment(kept),
        sha256=digest,
        place=WarcPlace(file, place) if file is not None else None,
    )
