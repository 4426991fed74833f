"""Articles → what lists and margins show: headlines, outlets, counts."""

from collections.abc import Iterable
from datetime import datetime

from apsw import Connection

from letopis.archive import clock
from letopis.archive.base import Counts
from letopis.archive.finding.asking import Headline
from letopis.archive.tables import owners
from letopis.archive.tables.rows import Row, rows
from letopis.model import Outlet

COUNTS = """
    SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM version),
        (SELECT count(DISTINCT outlet) FROM article),
        (SELECT count(*) FROM story WHERE id NOT IN (SELECT merged FROM redirect)),
        (SELECT count(DISTINCT person) FROM mention), (SELECT count(*) FROM statement),
        (SELECT count(*) FROM refusal), (SELECT count(*) FROM article WHERE published IS NULL),
        (SELECT count(DISTINCT address) FROM front_page)
"""
OUTLETS = """
    SELECT outlet, count(*), max(published) FROM article WHERE outlet IS NOT NULL
    GROUP BY outlet ORDER BY count(*) DESC, outlet
"""
LANGUAGE = """
    SELECT language FROM article WHERE outlet = ? AND language IS NOT NULL
    GROUP BY language ORDER BY count(*) DESC, language LIMIT 1
"""


def counts(db: Connection) -> Counts:
    """Count what the archive holds."""
    return Counts(*rows(db, COUNTS)[0])


def outlets(db: Connection) -> list[tuple[Outlet, int, datetime | None]]:
    """Return the outlets, those with most articles first."""
    taken = rows(db, OUTLETS)
    return [(outlet(db, name), count, clock.maybe_moment(latest)) for name, count, latest in taken]


def outlet(db: Connection, name: str) -> Outlet:
    """Return an outlet with its owner, which is itself where nobody said, and the language it writes in most."""
    languages = rows(db, LANGUAGE, (name,))
    known = owners.one(db, name)
    language = languages[0][0] if languages else None
    return Outlet(name, known.owner if known else name, language, known.host if known else None)


HEADLINE = "SELECT id, title, opening, outlet, published, language, story FROM article WHERE id = ?"


def headlines(db: Connection, articles: Iterable[int]) -> list[Headline]:
    """Return articles as headlines in the order asked for; those that are not there are left out."""
    return [headline(row) for article in articles for row in rows(db, HEADLINE, (article,))]


def headline(row: Row) -> Headline:
    """Return the columns of HEADLINE as a value."""
    article, title, opening, outlet, published, language, story = row
    return Headline(article, title, opening, outlet, clock.maybe_moment(published), language, story)
