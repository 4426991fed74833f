"""A search → what it finds, newest first, with totals that agree with the leaves and facets over everything found."""

from collections.abc import Sequence
from typing import Any

import msgspec
from apsw import Connection

from letopis.archive.base import Asked, Facet, Found, Hit, Leaf
from letopis.archive.identity import folded
from letopis.archive.query import Piece, Query, day_of, parsed
from letopis.archive.sentence import Forms, Shown, best
from letopis.archive.tables import articles, clock
from letopis.archive.tables.headlines import headline
from letopis.archive.tables.rows import rows
from letopis.archive.tokens import name_readings, readings, tokens
from letopis.errors import QueryWrong
from letopis.model import Reading

MOST = 1_000

WITHIN = """
    article.at >= :low AND article.at < :high
    AND (:outlets IS NULL OR coalesce(article.outlet, '') IN (SELECT value FROM json_each(:outlets)))
    AND (:languages IS NULL OR coalesce(article.language, '') IN (SELECT value FROM json_each(:languages)))
    AND (:voices IS NULL OR article.id IN (SELECT article FROM statement
        WHERE person IN (SELECT value FROM json_each(:people))
            OR (person IS NULL AND speaker IN (SELECT value FROM json_each(:voices)))))
    AND (:without IS NULL OR article.at NOT IN (SELECT rowid FROM lemma WHERE lemma MATCH :without))
"""
BY_WORDS = (
    "FROM lemma CROSS JOIN article ON article.at = lemma.rowid"
    " WHERE lemma MATCH :match AND lemma.rowid >= :low AND lemma.rowid < :high AND " + WITHIN
)
BY_LIMITS = "FROM article WHERE :match IS NULL AND " + WITHIN
LEAF = """
    SELECT article.id, article.title, article.opening, article.outlet, article.published, article.language,
        article.story, article.at, version.words, version.record
    FROM found JOIN article ON article.at = found.at
    JOIN version ON version.article = article.id AND version.number = article.version
    ORDER BY found.at DESC
"""
NEWEST = " ORDER BY article.at DESC LIMIT :limit"
FACETS = """
    SELECT 'total', '', count(*) FROM found
    UNION ALL SELECT * FROM (SELECT 'outlet', outlet, count(*) FROM found WHERE outlet IS NOT NULL
        GROUP BY outlet ORDER BY 3 DESC, 2)
    UNION ALL SELECT * FROM (SELECT 'language', language, count(*) FROM found WHERE language IS NOT NULL
        GROUP BY language ORDER BY 3 DESC, 2)
    UNION ALL SELECT * FROM (SELECT 'speaker', coalesce(person.name, statement.speaker), count(DISTINCT found.id)
        FROM found JOIN statement ON statement.article = found.id LEFT JOIN person ON person.id = statement.person
        WHERE coalesce(person.name, statement.speaker) IS NOT NULL GROUP BY 2 ORDER BY 3 DESC, 2 LIMIT 30)
    UNION ALL SELECT * FROM (SELECT 'day', date(published / 1000000, 'unixepoch'), count(*)
        FROM found WHERE published IS NOT NULL GROUP BY 2 ORDER BY 2)
"""
COLUMNS = "SELECT article.id, article.at, article.outlet, article.language, article.published "
LEAF_BY_WORDS = "WITH found AS MATERIALIZED (SELECT article.at " + BY_WORDS + NEWEST + ")" + LEAF
LEAF_BY_LIMITS = "WITH found AS MATERIALIZED (SELECT article.at " + BY_LIMITS + NEWEST + ")" + LEAF
FACETS_BY_WORDS = "WITH found AS MATERIALIZED (" + COLUMNS + BY_WORDS + ")" + FACETS
FACETS_BY_LIMITS = "WITH found AS MATERIALIZED (" + COLUMNS + BY_LIMITS + ")" + FACETS

OUTLETS = "SELECT DISTINCT coalesce(outlet, '') FROM article"
LANGUAGES = "SELECT DISTINCT coalesce(language, '') FROM article"
PEOPLE_BY_WORD = "SELECT person FROM person_word WHERE word IN (SELECT value FROM json_each(?))"
SPEAKERS_BY_WORD = "SELECT speaker FROM speaker_word WHERE word IN (SELECT value FROM json_each(?))"
PEOPLE_NAMED = "SELECT id FROM person WHERE name = ?"
SPEAKERS_NAMED = "SELECT DISTINCT speaker FROM speaker_word WHERE speaker = ?"


class Voices(msgspec.Struct, frozen=True):
    """Who may speak: people by id, everybody else by name."""

    people: frozenset[int] = frozenset()
    names: frozenset[str] = frozenset()


class Sought(msgspec.Struct, frozen=True):
    """A search in the index's own words."""

    terms: tuple[Forms, ...]
    without: tuple[Forms, ...]
    low: int
    high: int
    outlets: tuple[str, ...] | None
    languages: tuple[str, ...] | None
    voices: Voices | None


def search(db: Connection, asked: Asked) -> Found:
    """Return what a search finds."""
    sought = sought_of(db, asked)
    bound = bindings(sought)
    by_words = bool(sought.terms)
    counted = rows(db, FACETS_BY_WORDS if by_words else FACETS_BY_LIMITS, bound)
    limit = max(1, min(asked.limit, MOST))
    high = min(bound["high"], key_of(asked))
    taken = rows(db, LEAF_BY_WORDS if by_words else LEAF_BY_LIMITS, {**bound, "high": high, "limit": limit + 1})
    hits = tuple(hit(db, row, sought) for row in taken[:limit])
    after = str(taken[limit - 1][7]) if len(taken) > limit else None
    facets = tuple(Facet(field, value, count) for field, value, count in counted[1:])
    return Found(Leaf(hits, counted[0][2], after), facets)


def key_of(asked: Asked) -> int:
    """Return the key below which a leaf begins."""
    if asked.after is None:
        return 2**63 - 1
    try:
        return max(-(2**63), min(int(asked.after), 2**63 - 1))
    except ValueError as error:
        raise QueryWrong(asked.words, 0, "there is no such leaf") from error


def sought_of(db: Connection, asked: Asked) -> Sought:
    """Return a search in the index's words: in each of the archive's languages what was typed may be."""
    query = parsed(asked.words)
    languages = allowed(db, LANGUAGES, asked.language, (query.limited("lang"), query.limited("lang", excluded=True)))
    codes = languages if languages is not None else column(db, LANGUAGES)
    terms = tuple(forms_of(group, codes) for group in query.groups)
    if not all(terms):
        raise QueryWrong(asked.words, 0, "there is no word in it that could be looked for")
    without = tuple(forms for piece in query.excluded if (forms := forms_of((piece,), codes)))
    low, high = span_of(asked, query)
    outlets = allowed(db, OUTLETS, asked.outlet, (query.limited("outlet"), query.limited("outlet", excluded=True)))
    return Sought(terms, without, low, high, outlets, languages, voices_of(db, asked, query))


def forms_of(group: Sequence[Piece], codes: Sequence[str]) -> Forms:
    """Return all that a group of words may be in the index, each a sequence of forms."""
    found = [form for piece in group for form in forms_of_piece(piece, codes)]
    return tuple(dict.fromkeys(found))


def forms_of_piece(piece: Piece, codes: Sequence[str]) -> list[tuple[str, ...]]:
    """Return all that a word or phrase may be in the index."""
    return [form for code in codes or ("",) for form in readings(piece.words, code)]


def span_of(asked: Asked, query: Query) -> tuple[int, int]:
    """Return the places between which a search looks."""
    since = [day for day in (asked.since, *map(day_of, query.limited("since"))) if day]
    until = [day for day in (asked.until, *map(day_of, query.limited("until"))) if day]
    low = clock.opens(max(since)) if since else clock.DATED if until else -(2**63)
    return low, clock.closes(min(until)) if until else 2**63 - 1


def column(db: Connection, statement: str, *bound: Any) -> tuple[Any, ...]:
    """Return the one column of a statement's rows."""
    return tuple(each for (each,) in rows(db, statement, bound))


def allowed(
    db: Connection, statement: str, exact: str | None, limits: tuple[list[str], list[str]]
) -> tuple[str, ...] | None:
    """Return the values that the limits let through; None where nothing is limited."""
    only, never = limits
    if exact is None and not only and not never:
        return None
    return tuple(
        value
        for value in column(db, statement)
        if (exact is None or folded(value) == folded(exact))
        and (not only or any(answers(value, wish) for wish in only))
        and not any(answers(value, wish) for wish in never)
    )


def answers(value: str, wish: str) -> bool:
    """Say whether all words of a wish are words of a value."""
    return bool(wish.split()) and set(tokens(wish, None)) <= set(tokens(value, None))


def voices_of(db: Connection, asked: Asked, query: Query) -> Voices | None:
    """Return whose statements an article must hold; None where anybody may speak."""
    wishes = query.limited("speaker")
    found = [voices_by_words(db, wish) for wish in wishes]
    either = Voices(
        frozenset().union(*(voices.people for voices in found)), frozenset().union(*(voices.names for voices in found))
    )
    if asked.speaker is None:
        return either if wishes else None
    exact = voices_named(db, asked.speaker)
    if not wishes:
        return exact
    return Voices(exact.people & either.people, exact.names & either.names)


def voices_named(db: Connection, name: str) -> Voices:
    """Return who bears just this name; where nobody does, who has all of its words in theirs."""
    plain = name.encode("utf-8", "replace").decode()
    exact = Voices(frozenset(column(db, PEOPLE_NAMED, plain)), frozenset(column(db, SPEAKERS_NAMED, plain)))
    return exact if exact.people or exact.names else voices_by_words(db, plain)


def voices_by_words(db: Connection, name: str) -> Voices:
    """Return who has all words of a name in theirs, in any form."""
    words = [json(forms) for word in name.split() if (forms := name_readings(word))]
    if not words:
        return Voices()
    people = [frozenset(column(db, PEOPLE_BY_WORD, word)) for word in words]
    names = [frozenset(column(db, SPEAKERS_BY_WORD, word)) for word in words]
    return Voices(frozenset.intersection(*people), frozenset.intersection(*names))


def bindings(sought: Sought) -> dict[str, Any]:
    """Return a search as values for the statements."""
    voices = sought.voices
    return {
        "match": " AND ".join(quoted(forms) for forms in sought.terms) or None,
        "without": " OR ".join(quoted(forms) for forms in sought.without) or None,
        "low": sought.low,
        "high": sought.high,
        "outlets": json(sought.outlets),
        "languages": json(sought.languages),
        "people": json(voices.people) if voices else None,
        "voices": json(voices.names) if voices else None,
    }


def quoted(forms: Forms) -> str:
    """Return forms as the index understands them; nothing but letters and digits, and that between quotation marks."""
    return "(" + " OR ".join('"' + " ".join(form) + '"' for form in forms) + ")"


def json(values: Any) -> str | None:
    """Return values as a JSON list, which a statement takes apart again."""
    return None if values is None else msgspec.json.encode(list(values)).decode()


def hit(db: Connection, row: tuple[Any, ...], sought: Sought) -> Hit:
    """Return an article found, with its best sentence."""
    reading = Reading(articles.words_of(row[8]), articles.record_of(row[9]))
    heard = said_of(db, row[0])
    voices = frozenset(number for number, (_, person, speaker) in heard.items() if speaks(sought, person, speaker))
    shown = best(reading, sought.terms, voices)
    speaker, person = speaker_of(shown, heard)
    return Hit(headline(row[:7]), shown.sentence, shown.marked, speaker, person)


SAID = "SELECT number, person, speaker FROM statement WHERE article = ?"


def said_of(db: Connection, article: int) -> dict[int, tuple[int, int | None, str | None]]:
    """Return who makes each statement of an article."""
    return {row[0]: row for row in rows(db, SAID, (article,))}


def speaks(sought: Sought, person: int | None, speaker: str | None) -> bool:
    """Say whether a statement is by one of those asked for."""
    voices = sought.voices
    return voices is not None and (person in voices.people if person is not None else speaker in voices.names)


def speaker_of(shown: Shown, heard: dict[int, Any]) -> tuple[str | None, int | None]:
    """Return who says the sentence shown: a name, and an id where it is a person's."""
    if shown.statement is None:
        return None, None
    _, person, speaker = heard[shown.statement]
    return speaker, person
