"""Outlets as somebody described them → rows, and back; what changed since stories were woven."""

from collections.abc import Iterable

from apsw import Connection

from letopis.archive.identity import folded
from letopis.archive.tables.rows import first, following, rows
from letopis.model import Outlet

KNOW = """
    INSERT INTO outlet (folded, name, owner, language, host) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (folded) DO UPDATE SET name = excluded.name, owner = excluded.owner, language = excluded.language,
        host = excluded.host
"""
KNOWN = "SELECT name, owner, language, host FROM outlet ORDER BY folded"
ONE = "SELECT name, owner, language, host FROM outlet WHERE folded = ?"
CHANGES = """
    SELECT coalesce(max(CASE WHEN name = 'change' THEN value END), 0),
        coalesce(max(CASE WHEN name = 'woven' THEN value END), -1) FROM counter
"""
WOVE = """
    INSERT INTO counter (name, value) VALUES ('woven', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value
"""


def know(db: Connection, outlets: Iterable[Outlet]) -> None:
    """Keep who owns outlets; that is a change where it was not known."""
    told = list(outlets)
    if any(one(db, outlet.name) != outlet for outlet in told):
        change(db)
    for outlet in told:
        db.execute(KNOW, (folded(outlet.name), outlet.name, outlet.owner, outlet.language, outlet.host))


def known(db: Connection) -> list[Outlet]:
    """Return the outlets of which somebody said who owns them."""
    return [Outlet(*row) for row in rows(db, KNOWN)]


def one(db: Connection, name: str) -> Outlet | None:
    """Return what was said of an outlet."""
    row = first(db, ONE, (folded(name),))
    return Outlet(*row) if row else None


def change(db: Connection) -> None:
    """Count one more change of which the stories do not know yet."""
    following(db, "change")


def unwoven(db: Connection) -> int | None:
    """Return the number of the latest change; None where the stories know of it."""
    latest, woven = rows(db, CHANGES)[0]
    return None if woven == latest else int(latest)


def wove(db: Connection, latest: int) -> None:
    """Keep that the stories know of all changes up to one."""
    db.execute(WOVE, (latest,))
