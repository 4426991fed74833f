"""A search → what it finds, newest first, with totals that agree with the leaves and facets over everything found."""

from typing import Any

import msgspec
from apsw import Connection

from letopis.archive import clock
from letopis.archive.finding.asking import Asked, Facet, Found, Hit, Leaf
from letopis.archive.finding.sentence import Forms, Shown, best
from letopis.archive.finding.sought import Sought, sought_of
from letopis.archive.finding.tokens import name_readings
from letopis.archive.tables import articles
from letopis.archive.tables.overview import headline
from letopis.archive.tables.rows import column, rows
from letopis.model import Reading

MOST = 1_000

WITHIN = """
    article.at >= :low AND article.at < :high
    AND (:outlets IS NULL OR coalesce(article.outlet, '') IN (SELECT value FROM json_each(:outlets)))
    AND (:languages IS NULL OR coalesce(article.language, '') IN (SELECT value FROM json_each(:languages)))
    AND (:voices IS NULL OR article.id IN (SELECT article FROM statement
        WHERE person IN (SELECT value FROM json_each(:people))
            OR (person IS NULL AND speaker IN (SELECT value FROM json_each(:voices)))))
    AND (:never IS NULL OR article.id NOT IN (SELECT article FROM statement
        WHERE person IN (SELECT value FROM json_each(:never_people))
            OR (person IS NULL AND speaker IN (SELECT value FROM json_each(:never)))))
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
NEWEST_WORDS = " ORDER BY lemma.rowid DESC LIMIT :limit"
NEWEST_LIMITS = " ORDER BY article.at DESC LIMIT :limit"
FACETS = """
    SELECT 'total', '', count(*) FROM found
    UNION ALL SELECT * FROM (SELECT 'outlet', outlet, count(*) FROM found WHERE outlet IS NOT NULL
        GROUP BY outlet ORDER BY 3 DESC, 2)
    UNION ALL SELECT * FROM (SELECT 'language', language, count(*) FROM found WHERE language IS NOT NULL
        GROUP BY language ORDER BY 3 DESC, 2)
    UNION ALL SELECT * FROM (SELECT 'speaker', name, count(*) FROM (
        SELECT DISTINCT found.id, coalesce(person.name, statement.speaker) AS name
        FROM found CROSS JOIN statement ON statement.article = found.id AND statement.speaker_kind <> 'unnamed'
        LEFT JOIN person ON person.id = statement.person)
        WHERE name IS NOT NULL GROUP BY name ORDER BY 3 DESC, 2 LIMIT 30)
    UNION ALL SELECT * FROM (SELECT 'day', date(published / 1000000, 'unixepoch'), count(*)
        FROM found WHERE published IS NOT NULL GROUP BY 2 ORDER BY 2)
"""
COLUMNS = "SELECT article.id, article.at, article.outlet, article.language, article.published "
LEAF_BY_WORDS = "WITH found AS MATERIALIZED (SELECT article.at " + BY_WORDS + NEWEST_WORDS + ")" + LEAF
LEAF_BY_LIMITS = "WITH found AS MATERIALIZED (SELECT article.at " + BY_LIMITS + NEWEST_LIMITS + ")" + LEAF
FACETS_BY_WORDS = "WITH found AS MATERIALIZED (" + COLUMNS + BY_WORDS + ")" + FACETS
FACETS_BY_LIMITS = "WITH found AS MATERIALIZED (" + COLUMNS + BY_LIMITS + ")" + FACETS

# From each value to the next by the index: as quick with a million articles as with a hundred.
OUTLETS = """
    WITH RECURSIVE each (value) AS (SELECT min(outlet) FROM article UNION ALL
        SELECT (SELECT min(outlet) FROM article WHERE outlet > value) FROM each WHERE value IS NOT NULL)
    SELECT value FROM each WHERE value IS NOT NULL
    UNION ALL SELECT '' WHERE EXISTS (SELECT 1 FROM article WHERE outlet IS NULL)
"""
LANGUAGES = OUTLETS.replace("outlet", "language")
PEOPLE_BY_WORD = "SELECT person FROM person_word WHERE word IN (SELECT value FROM json_each(?))"
SPEAKERS_BY_WORD = "SELECT speaker FROM speaker_word WHERE word IN (SELECT value FROM json_each(?))"
PEOPLE_NAMED = "SELECT coalesce(target, id) FROM person WHERE name = ?"
SAID = "SELECT number, person, speaker FROM statement WHERE article = ?"
SPEAKERS_NAMED = "SELECT DISTINCT speaker FROM speaker_word WHERE speaker = ?"


class Voices(msgspec.Struct, frozen=True):
    """Who may speak: people by id, everybody else by name."""

    people: frozenset[int] = frozenset()
    names: frozenset[str] = frozenset()


def search(db: Connection, asked: Asked) -> Found:
    """Return what a search finds."""
    sought = sought_of(asked, column(db, OUTLETS), column(db, LANGUAGES))
    voices = voices_of(db, sought)
    bound = bindings(sought, voices, voices_by_any(db, sought.never))
    by_words = bool(sought.terms)
    counted = rows(db, FACETS_BY_WORDS if by_words else FACETS_BY_LIMITS, bound)
    limit = max(1, min(asked.limit, MOST))
    leaf = {**bound, "high": min(sought.high, clock.key(asked.after)), "limit": limit + 1}
    found = rows(db, LEAF_BY_WORDS if by_words else LEAF_BY_LIMITS, leaf)
    hits = tuple(hit(db, row, sought, voices) for row in found[:limit])
    after = str(found[limit - 1][7]) if len(found) > limit else None
    facets = tuple(Facet(field, value, count) for field, value, count in counted[1:])
    return Found(Leaf(hits, counted[0][2], after), facets)


def voices_of(db: Connection, sought: Sought) -> Voices | None:
    """Return whose statements an article must hold; None where anybody may speak."""
    either = voices_by_any(db, sought.wishes)
    if sought.speaker is None:
        return either
    exact = voices_named(db, sought.speaker)
    return exact if either is None else Voices(exact.people & either.people, exact.names & either.names)


def voices_by_any(db: Connection, wishes: tuple[str, ...]) -> Voices | None:
    """Return who is meant by any of some wishes; None where nobody was wished for."""
    found = [voices_by_words(db, wish) for wish in wishes]
    people = frozenset[int]().union(*(voices.people for voices in found))
    return Voices(people, frozenset[str]().union(*(voices.names for voices in found))) if found else None


def voices_named(db: Connection, name: str) -> Voices:
    """Return who bears just this name; where nobody does, who has all of its words in theirs."""
    plain = name.encode("utf-8", "replace").decode()
    exact = Voices(frozenset(column(db, PEOPLE_NAMED, (plain,))), frozenset(column(db, SPEAKERS_NAMED, (plain,))))
    return exact if exact.people or exact.names else voices_by_words(db, plain)


def voices_by_words(db: Connection, name: str) -> Voices:
    """Return who has all words of a name in theirs, in any form."""
    words = [json(forms) for word in name.split() if (forms := name_readings(word))]
    if not words:
        return Voices()
    people = [frozenset(column(db, PEOPLE_BY_WORD, (word,))) for word in words]
    names = [frozenset(column(db, SPEAKERS_BY_WORD, (word,))) for word in words]
    return Voices(frozenset.intersection(*people), frozenset.intersection(*names))


def bindings(sought: Sought, voices: Voices | None, never: Voices | None) -> dict[str, Any]:
    """Return a search as values for the statements."""
    match = " AND ".join(quoted(forms) for forms in sought.terms) or None
    without = " OR ".join(quoted(forms) for forms in sought.without) or None
    return {
        # The index itself leaves out what must not occur, where it is asked for what must.
        "match": f"({match}) NOT ({without})" if match and without else match,
        "without": None if match else without,
        "low": sought.low,
        "high": sought.high,
        "outlets": json(sought.outlets),
        "languages": json(sought.languages),
        "people": json(voices.people) if voices else None,
        "voices": json(voices.names) if voices else None,
        "never_people": json(never.people) if never else None,
        "never": json(never.names) if never else None,
    }


def quoted(forms: Forms) -> str:
    """Return forms as the index understands them; nothing but letters and digits, and that between quotation marks."""
    return "(" + " OR ".join('"' + " ".join(form) + '"' for form in forms) + ")"


def json(values: Any) -> str | None:
    """Return values as a JSON list, which a statement takes apart again."""
    return None if values is None else msgspec.json.encode(list(values)).decode()


def hit(db: Connection, row: tuple[Any, ...], sought: Sought, voices: Voices | None) -> Hit:
    """Return an article found, with its best sentence."""
    reading = Reading(articles.words_of(row[8]), articles.record_of(row[9]))
    heard = said_of(db, row[0])
    asked = frozenset(number for number, (_, person, speaker) in heard.items() if speaks(voices, person, speaker))
    shown = best(reading, sought.terms, asked)
    speaker, person = speaker_of(shown, heard)
    return Hit(headline(row[:7]), shown.sentence, shown.marked, speaker, person)


def said_of(db: Connection, article: int) -> dict[int, tuple[int, int | None, str | None]]:
    """Return who makes each statement of an article."""
    return {row[0]: row for row in rows(db, SAID, (article,))}


def speaks(voices: Voices | None, person: int | None, speaker: str | None) -> bool:
    """Say whether a statement is by one of those asked for."""
    return voices is not None and (person in voices.people if person is not None else speaker in voices.names)


def speaker_of(shown: Shown, heard: dict[int, Any]) -> tuple[str | None, int | None]:
    """Return who says the sentence shown: a name, and an id where it is a person's."""
    if shown.statement is None:
        return None, None
    _, person, speaker = heard[shown.statement]
    return speaker, person
