"""Records → rows of statements and mentions and the index of words; statements back, as lists show them."""

from datetime import date
from typing import Any

import msgspec
from apsw import Connection

from letopis.archive import clock
from letopis.archive.base import Quoted
from letopis.archive.finding.asking import Leaf
from letopis.archive.finding.tokens import name_tokens, tokens
from letopis.archive.tables.rows import rows, value
from letopis.archive.tables.who import figures
from letopis.archive.tables.who.figures import About
from letopis.model import Article, Reading, Statement

PLACE = "SELECT at FROM article WHERE id = ?"
UNINDEX = "DELETE FROM lemma WHERE rowid = ?"
INDEX = "INSERT INTO lemma (rowid, lemmas) VALUES (?, ?)"
FORGET = "DELETE FROM statement WHERE article = ?"
ADD = """
    INSERT INTO statement
        (article, number, at, kind, words, speaker, speaker_kind, role, person, medium, background, stance)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
ADD_WORD = "INSERT INTO speaker_word (word, speaker) VALUES (?, ?) ON CONFLICT DO NOTHING"
QUOTED = """
    SELECT statement.article, statement.number, statement.kind, statement.words, statement.speaker,
        statement.speaker_kind, statement.role, statement.person, statement.medium, statement.background,
        statement.stance, article.outlet, article.title, article.published, article.language, article.story,
        statement.at
    FROM statement JOIN article ON article.id = statement.article
"""
BY_ARTICLE = QUOTED + "WHERE statement.article = ? ORDER BY statement.number"
BY_STORY = QUOTED + "WHERE article.story = ? ORDER BY statement.at DESC, statement.number"
BY_DAY = QUOTED + "WHERE article.at >= ? AND article.at < ? ORDER BY statement.at DESC, statement.number"
ALL = QUOTED + "ORDER BY statement.at DESC, statement.number"
BY_PERSON = """
    WHERE statement.person = ? AND (statement.at < ? OR (statement.at = ? AND statement.number > ?))
    ORDER BY statement.at DESC, statement.number LIMIT ?
"""
HEARD = "SELECT count(*) FROM statement WHERE person = ?"


def forget(db: Connection, article: int) -> None:
    """Take back what lists, searches and people know of an article."""
    for (at,) in rows(db, PLACE, (article,)):
        db.execute(UNINDEX, (at,))
    db.execute(FORGET, (article,))
    figures.forget(db, article)


def write(db: Connection, about: About, reading: Reading) -> None:
    """Let lists, searches and people know an article by its record."""
    article = reading.article
    db.execute(INDEX, (about.at, " ".join(tokens(searched(article), article.language))))
    people = figures.meet(db, about, reading.record)
    for number, statement in enumerate(reading.record.statements):
        write_statement(db, about, (number, statement), words_of(statement, article.text), people)
    figures.settle(db, about)


def searched(article: Article) -> str:
    """Return what searches look through: the headline, unless the text holds it, and the text."""
    if not article.title or article.title in article.text:
        return article.text
    return f"{article.title}\n\n{article.text}"


def words_of(statement: Statement, text: str) -> str:
    """Return a statement's words, its parts joined by dots."""
    return " … ".join(part.of(text) for part in statement.parts)


def write_statement(
    db: Connection, about: About, numbered: tuple[int, Statement], words: str, people: dict[str, int]
) -> None:
    """Keep a statement's row, and the words by which its speaker is asked for who is no person."""
    number, said = numbered
    speaker = said.speaker
    person = people.get(speaker.name or "") if speaker.kind == "person" else None
    told = (speaker.name, speaker.kind, speaker.role, person, msgspec.json.encode(said.medium).decode())
    db.execute(ADD, (about.article, number, about.at, said.kind, words, *told, said.background, said.stance))
    for word in name_tokens(speaker.name or "") if person is None else ():
        db.execute(ADD_WORD, (word, speaker.name))


def quoted_in(db: Connection, article: int | None, story: int | None, day: date | None) -> list[Quoted]:
    """Return the statements of an article, a story or a day; of all where none is named."""
    if article is not None:
        return of_article(db, article)
    if story is not None:
        return of_story(db, story)
    return every(db) if day is None else of_day(db, day)


def of_article(db: Connection, article: int) -> list[Quoted]:
    """Return an article's statements in the order of its text."""
    return [quoted(row) for row in rows(db, BY_ARTICLE, (article,))]


def of_story(db: Connection, story: int) -> list[Quoted]:
    """Return the statements of a story's articles."""
    return [quoted(row) for row in rows(db, BY_STORY, (story,))]


def of_day(db: Connection, day: date) -> list[Quoted]:
    """Return the statements of a day's articles."""
    return [quoted(row) for row in rows(db, BY_DAY, (clock.opens(day), clock.closes(day)))]


def every(db: Connection) -> list[Quoted]:
    """Return all statements."""
    return [quoted(row) for row in rows(db, ALL)]


def of_person(db: Connection, person: int, after: tuple[int, int], limit: int) -> Leaf[Quoted]:
    """Return a leaf of a person's statements, newest first, from a key on."""
    at, number = after
    taken = rows(db, QUOTED + BY_PERSON, (person, at, at, number, limit + 1))
    last = taken[limit - 1] if len(taken) > limit else None
    total = int(value(db, HEARD, (person,)))
    return Leaf(tuple(quoted(row) for row in taken[:limit]), total, f"{last[-1]}.{last[1]}" if last else None)


def quoted(row: tuple[Any, ...]) -> Quoted:
    """Return a row of QUOTED as a value."""
    article, statement, kind, words, speaker, speaker_kind, role, person, medium, background, stance, *of, _ = row
    outlet, title, published, language, story = of
    return Quoted(
        article=article,
        statement=statement,
        kind=kind,
        words=words,
        speaker=speaker,
        speaker_kind=speaker_kind,
        role=role,
        person=person,
        medium=msgspec.json.decode(medium, type=tuple[str, ...]),
        background=bool(background),
        stance=stance,
        outlet=outlet,
        title=title,
        published=clock.maybe_moment(published),
        language=language,
        story=story,
    )
