"""A name → the next number of its series, never given out twice."""

from apsw import Connection

from letopis.archive.tables.rows import value

NEXT = """
    INSERT INTO counter (name, value) VALUES (?, 1)
    ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value
"""


def following(db: Connection, name: str) -> int:
    """Return the next number of a series."""
    return int(value(db, NEXT, (name,)))
