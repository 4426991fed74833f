"""Names of one person in several languages → the rows of one person."""

from collections.abc import Iterable, Sequence

from apsw import Connection

from letopis.archive.tables.rows import column, rows

WHO = "SELECT person FROM mention WHERE article = ? AND name = ?"
MENTIONED = "SELECT count(DISTINCT article) FROM mention WHERE person = ?"
WORDS = """
    INSERT INTO person_word (word, person) SELECT word, :target FROM person_word WHERE person = :person
    ON CONFLICT DO NOTHING
"""
JOIN = (
    "UPDATE person SET target = :target WHERE id = :person OR target = :person",
    "UPDATE mention SET person = :target WHERE person = :person",
    "UPDATE statement SET person = :target WHERE person = :person",
    WORDS,
    "DELETE FROM person_word WHERE person = :person",
)
TARGET = "SELECT coalesce(target, id) FROM person WHERE id = ?"


def join(db: Connection, kin: Iterable[Sequence[tuple[int, str]]]) -> None:
    """Let the names of each group mean one person: the one most articles mention, of equals the one named first."""
    for names in kin:
        people = list(dict.fromkeys(person for named in names for person in column(db, WHO, named)))
        if len(people) > 1:
            target = max(people, key=lambda person: column(db, MENTIONED, (person,))[0])
            for person in set(people) - {target}:
                join_to(db, person, target)


def join_to(db: Connection, person: int, target: int) -> None:
    """Give all that is a person's to another, to whom their id leads from now on."""
    for statement in JOIN:
        db.execute(statement, {"person": person, "target": target})


def target_of(db: Connection, person: int) -> int:
    """Return whom a person's id leads to: themselves, unless they were joined to another."""
    found = rows(db, TARGET, (person,))
    return int(found[0][0]) if found else person
