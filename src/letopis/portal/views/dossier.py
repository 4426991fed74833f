"""A person across the archive → their page: roles over time, statements by month, the company they are named in."""

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from letopis.archive.base import Archive, Figure, Quoted
from letopis.archive.finding.asking import Headline, Leaf
from letopis.language.words import lemmas
from letopis.portal.drawn.charts import Bar, Column, by_day, tenures
from letopis.portal.interface import Interface

# A chart counts every statement; past this many it would keep its reader waiting, and says that it stopped.
MOST_COUNTED, LEAF = 5000, 500
SHOWN, MOST_FOUND = 20, 100
# Company is read from the latest articles that mention somebody.
ARTICLES, COMPANY = 40, 12


class Statements(msgspec.Struct, frozen=True):
    """Which of a person's statements: those with all these words, in any form; a leaf from a key on."""

    words: str
    after: str | None


class Dossier(msgspec.Struct, frozen=True, kw_only=True):
    """A person's page; `company` are others' names and ids with the number of articles they share."""

    figure: Figure
    asked: Statements
    statements: Leaf[Quoted]
    mentions: Leaf[Headline]
    times: tuple[Column, ...]
    counted: int
    roles: tuple[Bar, ...]
    company: tuple[tuple[str, int, int], ...]


def dossier_of(archive: Archive, figure: Figure, asked: Statements, interface: Interface) -> Dossier:
    """Return a person's page with the statements that were asked for."""
    said = list(said_by(archive, figure.id))
    days = [interface.calendar(quoted.published) for quoted in said if quoted.published]
    mentions = archive.mentions_of(figure.id, limit=ARTICLES)
    return Dossier(
        figure=figure,
        asked=asked,
        statements=saying(said, asked.words) if asked.words else archive.said_by(figure.id, asked.after, SHOWN),
        mentions=mentions,
        times=tuple(by_day(Counter(days))),
        counted=len(days),
        roles=tuple(tenures(figure.roles)),
        company=tuple(company_of(archive, figure.id, mentions, interface.code)),
    )


def said_by(archive: Archive, person: int) -> Iterator[Quoted]:
    """Yield a person's statements, newest first."""
    after: str | None = None
    for _leaf in range(MOST_COUNTED // LEAF):
        leaf = archive.said_by(person, after=after, limit=LEAF)
        yield from leaf.rows
        after = leaf.after
        if after is None:
            return


def saying(said: Sequence[Quoted], words: str) -> Leaf[Quoted]:
    """Return the statements that have all these words, in any form."""
    found = [
        quoted for quoted in said if set(lemmas(words, quoted.language)) <= set(lemmas(quoted.words, quoted.language))
    ]
    return Leaf(tuple(found[:MOST_FOUND]), len(found), None)


def company_of(archive: Archive, person: int, mentions: Leaf[Headline], code: str) -> list[tuple[str, int, int]]:
    """Return who else is named where a person is, the most often named first, as the reader's language calls them."""
    names: dict[int, tuple[bool, int, str]] = {}
    shared: Counter[int] = Counter()
    for headline in mentions.rows:
        for name, other in archive.cast(headline.article).items():
            full = (headline.language == code, len(name.split()), name)
            names[other] = max(names.get(other, full), full, key=lambda each: each[:2])
            shared[other] += other != person
    return [(names[other][2], other, count) for other, count in shared.most_common(COMPANY) if count]
