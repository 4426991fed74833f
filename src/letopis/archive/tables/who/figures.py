"""Names in records → people across articles: who is the same, and what is known of them. See docs/decisions."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any

import msgspec
from apsw import Connection

from letopis.archive import clock
from letopis.archive.base import Figure, Tenure
from letopis.archive.finding.asking import Headline, Leaf
from letopis.archive.finding.tokens import name_readings, name_tokens
from letopis.archive.identity import Known, NameParts, bearer, fits, folded, parts_of
from letopis.archive.tables.overview import headline
from letopis.archive.tables.rows import following, rows, value
from letopis.archive.tables.who.kinship import target_of
from letopis.model import Record

WEEK = timedelta(days=7) // clock.MICROSECOND

NAMESAKES = "SELECT id, name, patronymic FROM person WHERE surname = ? AND given = ? AND outlet = '' ORDER BY id"
LONE = "SELECT id FROM person WHERE surname = ? AND given = ? AND outlet = ?"
ADD = "INSERT INTO person (id, name, surname, given, patronymic, outlet) VALUES (?, ?, ?, ?, ?, ?)"
RENAME = "UPDATE person SET name = ?, patronymic = ? WHERE id = ?"
ADD_WORD = "INSERT INTO person_word (word, person) VALUES (?, ?) ON CONFLICT DO NOTHING"
MENTION = """
    INSERT INTO mention (article, name, person, role, at, seen, outlet, surname, given)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
"""
MENTIONED = "SELECT surname, outlet, seen FROM mention WHERE article = ?"
FORGET = "DELETE FROM mention WHERE article = ?"
LONE_NEAR = """
    SELECT article, name, person, seen FROM mention
    WHERE surname = ? AND outlet = ? AND seen BETWEEN ? AND ? AND (given = '' OR given LIKE '%.')
"""
BEARERS = """
    SELECT DISTINCT person, given FROM mention
    WHERE surname = ? AND outlet = ? AND seen BETWEEN ? AND ? AND given <> '' AND given NOT LIKE '%.'
"""
MOVE = "UPDATE mention SET person = ? WHERE article = ? AND name = ?"
MOVE_SAID = "UPDATE statement SET person = ? WHERE article = ? AND speaker = ? AND speaker_kind = 'person'"
CAST = "SELECT name, person FROM mention WHERE article = ?"
NAME = "SELECT name FROM person WHERE id = ?"
ROWS = """
    SELECT mention.name, mention.role, article.published, mention.article, article.language
    FROM mention JOIN article ON article.id = mention.article WHERE mention.person = ? ORDER BY mention.at
"""
HEARD = "SELECT count(*) FROM statement WHERE person = ?"
ASKED = "SELECT person FROM person_word WHERE word IN (SELECT value FROM json_each(?))"
MOST_HEARD = """
    SELECT id FROM person
    WHERE id IN (SELECT value FROM json_each(?)) AND EXISTS (SELECT 1 FROM mention WHERE person = id)
    ORDER BY (SELECT count(*) FROM statement WHERE person = id) DESC,
        (SELECT count(*) FROM mention WHERE person = id) DESC, id
    LIMIT ?
"""
LOUDEST = """
    SELECT person FROM statement WHERE person IS NOT NULL GROUP BY person ORDER BY count(*) DESC, person LIMIT ?
"""
MENTIONS = """
    SELECT id, title, opening, outlet, published, language, story, article.at FROM article
    WHERE article.at IN (SELECT DISTINCT at FROM mention WHERE person = ? AND at < ? ORDER BY at DESC LIMIT ?)
    ORDER BY article.at DESC
"""
MENTIONING = "SELECT count(DISTINCT article) FROM mention WHERE person = ?"


class About(msgspec.Struct, frozen=True):
    """Which article a record is of: its place in time, when it was seen, and who writes there."""

    article: int
    at: int
    seen: int
    outlet: str


def named(record: Record) -> Iterator[tuple[str, str | None]]:
    """Yield the people of a record with their roles, speakers that its list lacks included."""
    yield from ((person.name, person.role) for person in record.people)
    speakers = (statement.speaker for statement in record.statements)
    yield from ((speaker.name, speaker.role) for speaker in speakers if speaker.kind == "person" and speaker.name)


def meet(db: Connection, about: About, record: Record) -> dict[str, int]:
    """Keep who is mentioned in an article; returns their ids by the names it gives."""
    for name, role in named(record):
        parts = parts_of(name)
        person = who(db, parts, name, about.outlet)
        row = (about.article, name, person, role, about.at, about.seen, about.outlet, parts.surname, parts.given)
        db.execute(MENTION, row)
    return cast(db, about.article)


def cast(db: Connection, article: int) -> dict[str, int]:
    """Return the ids of an article's people by their names in its record."""
    return dict(rows(db, CAST, (article,)))


def who(db: Connection, parts: NameParts, name: str, outlet: str) -> int:
    """Return the person whom a name means, as far as the name alone can tell; a new one where nobody fits."""
    if parts.lone:
        found = rows(db, LONE, (parts.surname, parts.given, outlet))
        return target_of(db, found[0][0]) if found else introduce(db, parts, name, outlet)
    known = bearer(parts, [(row[0], row[1], row[2]) for row in rows(db, NAMESAKES, (parts.surname, parts.given))])
    if known is None:
        return introduce(db, parts, name, "")
    acquaint(db, known, parts, name)
    return target_of(db, known[0])


def introduce(db: Connection, parts: NameParts, name: str, outlet: str) -> int:
    """Keep a person nobody has met before."""
    person = following(db, "person")
    db.execute(ADD, (person, name, parts.surname, parts.given, parts.patronymic, outlet))
    listen_for(db, person, name)
    return person


def acquaint(db: Connection, known: Known, parts: NameParts, name: str) -> None:
    """Keep the fuller form of a known person's name."""
    person, before, patronymic = known
    if len(name.split()) > len(before.split()):
        db.execute(RENAME, (name, parts.patronymic or patronymic, person))
        listen_for(db, target_of(db, person), name)


def listen_for(db: Connection, person: int, name: str) -> None:
    """Keep the words by which a person is asked for."""
    for word in name_tokens(name):
        db.execute(ADD_WORD, (word, person))


def settle(db: Connection, about: About) -> None:
    """Say anew whom the lone surnames of an outlet's weeks around an article mean."""
    for surname, outlet, seen in set(rows(db, MENTIONED, (about.article,))):
        settle_surname(db, surname, outlet, seen)


def settle_surname(db: Connection, surname: str, outlet: str, seen: int) -> None:
    """Say anew whom a lone surname means in each mention within a week of a time."""
    for article, name, person, at in rows(db, LONE_NEAR, (surname, outlet, seen - WEEK, seen + WEEK)):
        parts = parts_of(name)
        near = rows(db, BEARERS, (surname, outlet, at - WEEK, at + WEEK))
        fitting = [bearer for bearer, given in near if fits(parts, given)]
        meant = fitting[0] if len(set(fitting)) == 1 else who(db, parts, name, outlet)
        if meant != person:
            db.execute(MOVE, (meant, article, name))
            db.execute(MOVE_SAID, (meant, article, name))


def forget(db: Connection, article: int) -> None:
    """Take back who is mentioned in an article, and what that said about lone surnames near it."""
    before = set(rows(db, MENTIONED, (article,)))
    db.execute(FORGET, (article,))
    for surname, outlet, seen in before:
        settle_surname(db, surname, outlet, seen)


def figure(db: Connection, person: int) -> Figure | None:
    """Return what is known of a person, or of the one they were joined to."""
    person = target_of(db, person)
    found = rows(db, NAME, (person,))
    if not found:
        return None
    taken = rows(db, ROWS, (person,))
    name = str(found[0][0])
    forms = tuple(form for form in dict.fromkeys(row[0] for row in taken) if form != name)
    heard = int(value(db, HEARD, (person,)))
    articles = len({row[3] for row in taken})
    return Figure(person, name, forms, tenures(taken), heard, articles, spelled((row[4], row[0]) for row in taken))


def spelled(names: Iterable[tuple[str | None, str]]) -> tuple[tuple[str, str], ...]:
    """Return the fullest name of each language, of equally full ones the most frequent."""
    counts = Counter((code, name) for code, name in names if code)
    fullest: dict[str, str] = {}
    for (code, name), _ in sorted(counts.items(), key=lambda each: (len(each[0][1].split()), each[1], each[0])):
        fullest[code] = name
    return tuple(sorted(fullest.items()))


def tenures(rows: list[Any]) -> tuple[Tenure, ...]:
    """Return the roles of a person in the order in which they were first given."""
    given: dict[str, list[Any]] = {}
    for row in rows:
        if row[1]:
            given.setdefault(folded(row[1]), []).append(row)
    return tuple(tenure(of) for of in given.values())


def tenure(rows: list[Any]) -> Tenure:
    """Return one role from the articles that give it."""
    dates = sorted(row[2] for row in rows if row[2] is not None)
    first, last = (clock.moment(dates[0]), clock.moment(dates[-1])) if dates else (None, None)
    return Tenure(rows[0][1], first, last, len({row[3] for row in rows}), rows[0][4])


def asked(db: Connection, name: str, limit: int) -> list[Figure]:
    """Return the people whose name has these words in any form, or of no words whoever is quoted; the most first."""
    if not name.strip():
        loudest = (figure(db, person) for (person,) in rows(db, LOUDEST, (limit,)))
        return [person for person in loudest if person]
    matching: set[int] | None = None
    for word in name.split():
        ids = {row[0] for row in rows(db, ASKED, (msgspec.json.encode(name_readings(word)).decode(),))}
        matching = ids if matching is None else matching & ids
    people = msgspec.json.encode(sorted(matching or ())).decode()
    found = (figure(db, person) for (person,) in rows(db, MOST_HEARD, (people, limit)))
    return [person for person in found if person]


def mentions(db: Connection, person: int, after: int, limit: int) -> Leaf[Headline]:
    """Return a leaf of the articles that mention a person, newest first, from a key on."""
    taken = rows(db, MENTIONS, (person, after, limit + 1))
    total = int(value(db, MENTIONING, (person,)))
    shown = tuple(headline(row[:7]) for row in taken[:limit])
    return Leaf(shown, total, str(taken[limit - 1][7]) if len(taken) > limit else None)
