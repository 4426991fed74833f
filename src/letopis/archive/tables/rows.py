"""A statement and its values → its rows, all of them; a series → its next number."""

from collections.abc import Mapping, Sequence
from typing import Any

from apsw import Connection

Row = tuple[Any, ...]


def rows(db: Connection, statement: str, bound: Sequence[Any] | Mapping[str, Any] = ()) -> list[Row]:
    """Return the rows of a statement."""
    return db.execute(statement, bound).fetchall()


def first(db: Connection, statement: str, bound: Sequence[Any] | Mapping[str, Any] = ()) -> Row | None:
    """Return the first row of a statement, None where there is none."""
    found = rows(db, statement, bound)
    return found[0] if found else None


def value(db: Connection, statement: str, bound: Sequence[Any] | Mapping[str, Any] = ()) -> Any:
    """Return the one value of a statement's one row."""
    return rows(db, statement, bound)[0][0]


def column(db: Connection, statement: str, bound: Sequence[Any] | Mapping[str, Any] = ()) -> list[Any]:
    """Return the first column of a statement's rows."""
    return [row[0] for row in rows(db, statement, bound)]


NEXT = """
    INSERT INTO counter (name, value) VALUES (?, 1)
    ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value
"""


def following(db: Connection, name: str) -> int:
    """Return the next number of a series."""
    return int(value(db, NEXT, (name,)))
