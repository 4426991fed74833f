"""A search as asked → the search in the index's words, with the limits that hold."""

from collections.abc import Iterable, Sequence

import msgspec

from letopis.archive import clock
from letopis.archive.finding.asking import Asked
from letopis.archive.finding.sentence import Forms
from letopis.archive.finding.tokens import readings, tokens
from letopis.archive.identity import folded
from letopis.archive.query import Piece, Query, day_of, parsed
from letopis.errors import QueryWrong

ALWAYS = 2**63 - 1


class Sought(msgspec.Struct, frozen=True):
    """A search in the index's own words.

    Each of `terms` must occur and none of `without`; `outlets` and `languages` are the values let through (None: all);
    `speaker` is asked for by just this name, `wishes` by words of names.
    """

    terms: tuple[Forms, ...]
    without: tuple[Forms, ...]
    low: int
    high: int
    outlets: tuple[str, ...] | None
    languages: tuple[str, ...] | None
    speaker: str | None
    wishes: tuple[str, ...]
    never: tuple[str, ...]


def sought_of(asked: Asked, outlets: Sequence[str], languages: Sequence[str]) -> Sought:
    """Return a search in the index's words: in each of an archive's languages what was typed may be.

    An article without an outlet or a language has an empty one.
    """
    query = parsed(asked.words)
    codes = allowed(languages, asked.language, limits_of(query, "lang"))
    low, high = span_of(asked, query)
    read_as = languages if codes is None else codes
    return Sought(
        terms=tuple(forms_of(asked.words, group, read_as) for group in query.groups),
        without=tuple(forms_of(asked.words, (piece,), read_as) for piece in query.excluded),
        low=low,
        high=high,
        outlets=allowed(outlets, asked.outlet, limits_of(query, "outlet")),
        languages=codes,
        speaker=asked.speaker,
        wishes=tuple(query.limited("speaker")),
        never=tuple(query.limited("speaker", excluded=True)),
    )


def limits_of(query: Query, limit: str) -> tuple[list[str], list[str]]:
    """Return what a limit lets through only, and what never."""
    return query.limited(limit), query.limited(limit, excluded=True)


def forms_of(query: str, group: Sequence[Piece], codes: Sequence[str]) -> Forms:
    """Return all that a group of words may be in the index, each a sequence of forms; never nothing."""
    found = (form for piece in group for code in codes or ("",) for form in readings(piece.words, code))
    forms = tuple(dict.fromkeys(found))
    if not forms:
        raise QueryWrong(query, group[0].start, f"{group[0].words} is no word that could be looked for")
    return forms


def span_of(asked: Asked, query: Query) -> tuple[int, int]:
    """Return the places between which a search looks."""
    since = [day for day in (asked.since, *map(day_of, query.limited("since"))) if day]
    until = [day for day in (asked.until, *map(day_of, query.limited("until"))) if day]
    low = clock.opens(max(since)) if since else clock.DATED if until else -ALWAYS
    return low, clock.closes(min(until)) if until else ALWAYS


def allowed(values: Iterable[str], exact: str | None, limits: tuple[list[str], list[str]]) -> tuple[str, ...] | None:
    """Return the values that the limits let through; None where nothing is limited."""
    only, never = limits
    if exact is None and not only and not never:
        return None
    return tuple(
        value
        for value in values
        if (exact is None or folded(value) == folded(exact))
        and (not only or any(answers(value, wish) for wish in only))
        and not any(answers(value, wish) for wish in never)
    )


def answers(value: str, wish: str) -> bool:
    """Say whether all words of a wish are words of a value."""
    words = set(tokens(wish, None))
    return bool(words) and words <= set(tokens(value, None))
