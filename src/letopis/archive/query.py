"""What a reader typed into the search box → what must occur, what must not, and within which limits."""

from collections.abc import Iterator
from datetime import date

import msgspec

from letopis.errors import QueryWrong

LIMITS = ("outlet", "speaker", "lang", "since", "until")
DAYS = ("since", "until")
EITHER = frozenset({"OR", "ИЛИ", "АБО"})
QUOTES = {'"': '"', "«": "»", "“": "”", "„": "“”"}
LONGEST = 1_000
MOST = 40


class Piece(msgspec.Struct, frozen=True):
    """A word, a phrase or a limit of a query, and at which character it begins."""

    words: str
    start: int
    phrase: bool = False
    limit: str | None = None
    excluded: bool = False


class Query(msgspec.Struct, frozen=True):
    """A query understood: of each of `groups` one piece must occur, of `excluded` none; `limits` are the rest."""

    groups: tuple[tuple[Piece, ...], ...]
    excluded: tuple[Piece, ...]
    limits: tuple[Piece, ...]

    def limited(self, limit: str, *, excluded: bool = False) -> list[str]:
        """Return what a limit was set to."""
        return [piece.words for piece in self.limits if piece.limit == limit and piece.excluded == excluded]


def parsed(query: str) -> Query:
    """Understand a query; raises QueryWrong, which points at the character that cannot be understood."""
    if len(query) > LONGEST:
        raise QueryWrong(query, LONGEST, f"longer than {LONGEST} characters")
    pieces = list(pieces_of(query))
    if len(pieces) > MOST:
        raise QueryWrong(query, pieces[MOST].start, f"more than {MOST} words")
    return Query(
        groups=tuple(grouped(query, pieces)),
        excluded=tuple(piece for piece in pieces if piece.excluded and not piece.limit),
        limits=tuple(checked(query, piece) for piece in pieces if piece.limit),
    )


def grouped(query: str, pieces: list[Piece]) -> Iterator[tuple[Piece, ...]]:
    """Yield the words that must occur; those between which OR stands, together."""
    group: list[Piece] = []
    joins: Piece | None = None
    for piece in pieces:
        if either(piece):
            joins = joined_to(query, piece, group, joins)
        elif not wanted(piece):
            refuse_open(query, joins)
            yield from [tuple(group)] if group else []
            group = []
        elif joins:
            group, joins = [*group, piece], None
        else:
            yield from [tuple(group)] if group else []
            group = [piece]
    refuse_open(query, joins)
    yield from [tuple(group)] if group else []


def joined_to(query: str, piece: Piece, group: list[Piece], joins: Piece | None) -> Piece:
    """Return an OR that has a word before it."""
    if not group or joins:
        raise QueryWrong(query, piece.start, f"{piece.words} has no word before it")
    return piece


def refuse_open(query: str, joins: Piece | None) -> None:
    """Raise QueryWrong for an OR after which no word came."""
    if joins:
        raise QueryWrong(query, joins.start, f"{joins.words} has no word after it")


def either(piece: Piece) -> bool:
    """Say whether a piece is the word that joins two others."""
    return wanted(piece) and not piece.phrase and piece.words in EITHER


def wanted(piece: Piece) -> bool:
    """Say whether a piece is something that must occur."""
    return not piece.excluded and not piece.limit


def pieces_of(query: str) -> Iterator[Piece]:
    """Yield the pieces of a query in order; signs that are no words are passed over."""
    at = 0
    while at < len(query):
        if query[at].isspace():
            at += 1
            continue
        piece, at = piece_at(query, at)
        if piece.limit or any(map(str.isalnum, piece.words)):
            yield piece


def piece_at(query: str, start: int) -> tuple[Piece, int]:
    """Return the piece that begins at a character, and where it ends."""
    at = start
    excluded = query[at] == "-" and starts_word(query, at) and at + 1 < len(query) and not query[at + 1].isspace()
    at += excluded
    limit, at = limit_at(query, at)
    words, phrase, end = words_at(query, at)
    if limit and not words.strip():
        raise QueryWrong(query, start, f"{limit}: says nothing")
    return Piece(words, start, phrase, limit, excluded), end


def starts_word(query: str, at: int) -> bool:
    """Say whether nothing or a blank stands before a character."""
    return at == 0 or query[at - 1].isspace()


def limit_at(query: str, at: int) -> tuple[str | None, int]:
    """Return the limit whose name stands here with a colon, and where its value begins."""
    end = at
    while end < len(query) and query[end].isascii() and query[end].isalpha():
        end += 1
    name = query[at:end].casefold()
    if not name or query[end : end + 1] != ":" or query[end : end + 3] == "://":
        return None, at
    if name in LIMITS:
        return name, end + 1
    raise QueryWrong(query, at, f"no limit is called {name}: (there are {', '.join(f'{limit}:' for limit in LIMITS)})")


def words_at(query: str, at: int) -> tuple[str, bool, int]:
    """Return the phrase or the word that stands here, whether it is a phrase, and where it ends."""
    if at < len(query) and query[at] in QUOTES:
        end = closing(query, at)
        return query[at + 1 : end], True, end + 1
    end = at
    while end < len(query) and not query[end].isspace() and query[end] not in QUOTES:
        end += 1
    return query[at:end], False, end


def closing(query: str, at: int) -> int:
    """Return where the quotation mark closes that opens here."""
    ends = [end for mark in QUOTES[query[at]] if (end := query.find(mark, at + 1)) >= 0]
    if not ends:
        raise QueryWrong(query, at, f"the quotation mark {query[at]} is never closed")
    return min(ends)


def checked(query: str, piece: Piece) -> Piece:
    """Return a limit whose value makes sense."""
    if piece.limit in DAYS:
        if piece.excluded:
            raise QueryWrong(query, piece.start, f"{piece.limit}: cannot be excluded")
        if day_of(piece.words) is None:
            raise QueryWrong(query, piece.start, f"{piece.words} is no day like 2026-11-06")
    return piece


def day_of(words: str) -> date | None:
    """Return the day that is written as 2026-11-06."""
    try:
        return date.fromisoformat(words.strip())
    except ValueError:
        return None
