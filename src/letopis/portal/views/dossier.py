"""A person across the archive → their page: roles over time, statements by month, the company they are named in."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, tzinfo

import msgspec

from letopis.archive.base import Archive, Figure, Headline, Leaf, Quoted
from letopis.portal.drawn.charts import Bar, Column, by_month, tenures

# A chart counts every statement; past this many it would keep its reader waiting, and says that it stopped.
MOST_COUNTED, LEAF = 5000, 500
# Company is read from the latest articles that mention somebody.
ARTICLES, COMPANY = 40, 12


class Dossier(msgspec.Struct, frozen=True, kw_only=True):
    """A person's page; `company` are others' names and ids with the number of articles they share."""

    figure: Figure
    statements: Leaf[Quoted]
    mentions: Leaf[Headline]
    months: tuple[Column, ...]
    counted: int
    roles: tuple[Bar, ...]
    company: tuple[tuple[str, int, int], ...]


def dossier_of(archive: Archive, figure: Figure, after: str | None, zone: tzinfo) -> Dossier:
    """Return a person's page, its statements from a key on."""
    said = list(dated_statements(archive, figure.id, zone))
    mentions = archive.mentions_of(figure.id, limit=ARTICLES)
    return Dossier(
        figure=figure,
        statements=archive.said_by(figure.id, after=after, limit=20),
        mentions=mentions,
        months=tuple(by_month(Counter(said))),
        counted=len(said),
        roles=tuple(tenures(figure.roles)),
        company=tuple(company_of(archive, figure.id, mentions)),
    )


def dated_statements(archive: Archive, person: int, zone: tzinfo) -> Iterator[date]:
    """Yield the day of each statement whose time is known, newest first."""
    after: str | None = None
    for _leaf in range(MOST_COUNTED // LEAF):
        leaf = archive.said_by(person, after=after, limit=LEAF)
        yield from (quoted.published.astimezone(zone).date() for quoted in leaf.rows if quoted.published)
        after = leaf.after
        if after is None:
            return


def company_of(archive: Archive, person: int, mentions: Leaf[Headline]) -> list[tuple[str, int, int]]:
    """Return who else is named where a person is, the most often named first."""
    names: dict[int, str] = {}
    shared: Counter[int] = Counter()
    for headline in mentions.rows:
        for name, other in archive.cast(headline.article).items():
            names[other] = max(names.get(other, ""), name, key=len)
            shared[other] += other != person
    return [(names[other], other, count) for other, count in shared.most_common(COMPANY) if count]
