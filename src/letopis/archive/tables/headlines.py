"""Articles → headlines, as lists show them."""

from collections.abc import Iterable

from apsw import Connection

from letopis.archive.base import Headline
from letopis.archive.tables import clock
from letopis.archive.tables.rows import Row, rows

HEADLINE = "SELECT id, title, opening, outlet, published, language, story FROM article WHERE id = ?"


def headlines(db: Connection, articles: Iterable[int]) -> list[Headline]:
    """Return articles as headlines in the order asked for; those that are not there are left out."""
    return [headline(row) for article in articles for row in rows(db, HEADLINE, (article,))]


def headline(row: Row) -> Headline:
    """Return the columns of HEADLINE as a value."""
    article, title, opening, outlet, published, language, story = row
    return Headline(article, title, opening, outlet, clock.maybe_moment(published), language, story)
