"""A sentence → its signs: one letter a word, so that a rule can be written as the shape of an expression.

«с 1 по 3 июня 2024 года» reads `fdldMyg`: from, day, till, day, month, four digits, the word for a year.
"""

import re
from functools import cache, lru_cache

import msgspec

from letopis.language.lists import plain, table

LETTERS = {
    "day": "r",
    "eve": "e",
    "turn": "t",
    "of the year": "Z",
    "year": "g",
    "year, short": "j",
    "years": "G",
    "months": "m",
    "week": "w",
    "days": "k",
    "quarter": "q",
    "weekend": "X",
    "season": "S",
    "season noun": "s",
    "daypart": "z",
    "night": "N",
    "part": "p",
    "ordinal": "o",
    "number": "n",
    "ending": "E",
    "ago": "b",
    "through": "T",
    "in": "i",
    "year in": "I",
    "on": "a",
    "from": "f",
    "till": "l",
    "by": "h",
    "and": "&",
    "date": "c",
    "slash": "/",
    "street": "u",
    "lasting": "L",
    "recent": "R",
    "some": "~",
    "vague": "v",
    "month": "M",
    "month before its day": "F",
    "weekday": "W",
    "perhaps": "V",
}
DASHES = "-–—−"
WORD = "_"
OTHER = ";"
TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_")
# No word of time is longer; a million letters without a space are not looked up.
LONGEST = 24
DECADE = 10
YEARS = range(1000, 2200)
YEAR_DIGITS = 4
DAYS = range(1, 32)
MARKS = frozenset(",.:()")

Sign = tuple[str, int]


class Signs(msgspec.Struct, frozen=True):
    """The shape of a sentence, with the number and the place of each sign."""

    letters: str
    values: tuple[int, ...]
    places: tuple[tuple[int, int], ...]


class Vocabulary(msgspec.Struct, frozen=True):
    """The words of time of a language: single words, and phrases by their first word, longest first."""

    words: dict[str, Sign]
    phrases: dict[str, list[tuple[tuple[str, ...], Sign]]]


def entries(code: str) -> list[tuple[str, Sign]]:
    """Return every form the language's tables list, with its sign."""
    rows = [(kind[0] if kind else "month", number, forms) for number, forms, *kind in table(code, "months")]
    rows += [(kind[0] if kind else "weekday", number, forms) for number, forms, *kind in table(code, "weekdays")]
    rows += [(kind, number, forms) for kind, number, forms in table(code, "times")]
    return [
        (plain(form.strip()), (LETTERS[kind], int(number)))
        for kind, number, forms in rows
        for form in forms.split(",")
        if form.strip()
    ]


@cache
def vocabulary(code: str) -> Vocabulary:
    """Return the language's words of time, ready to be looked up."""
    words: dict[str, Sign] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], Sign]]] = {}
    for form, sign in entries(code):
        first, *rest = TOKEN.findall(form)
        if rest:
            phrases.setdefault(first, []).append((tuple(rest), sign))
        elif sign[0] != "E":
            words.setdefault(form, sign)
    for known in phrases.values():
        known.sort(key=lambda phrase: -len(phrase[0]))
    return Vocabulary(words, phrases)


@cache
def endings(code: str) -> dict[str, int]:
    """Return what may be written after a number («2020-го», «90-х»), with how much it counts: 10 is a decade."""
    return {form: value for form, (letter, value) in entries(code) if letter == "E"}


@lru_cache(maxsize=1 << 16)
def sign_of(code: str, word: str) -> Sign:
    """Return the sign of one word."""
    words = vocabulary(code).words
    if len(word) > LONGEST:
        return (WORD, 0)
    letter, value = words.get(word) or words.get(word.lower()) or words.get(word.capitalize()) or (WORD, 0)
    if letter == "M" and word not in words and word.istitle():
        return ("C", value)  # «8 Марта» is a holiday or a street, «8 марта» a day
    return (letter, value)


def number_sign(digits: str) -> Sign:
    """Return the sign of a number: a day, a year, or just a number."""
    if len(digits) > YEAR_DIGITS:
        return ("#", 0)
    value = int(digits)
    if len(digits) == YEAR_DIGITS:
        return ("y" if value in YEARS else "#", value)
    return ("d" if value in DAYS else "n", value)


def token_sign(code: str, token: str) -> Sign:
    """Return the sign of one token."""
    if token[0].isdigit():
        return number_sign(token) if token.isdecimal() and token.isascii() else ("#", 0)
    if token[0].isalpha():
        return sign_of(code, plain(token))
    if token in DASHES:
        return ("-", 0)
    return (token, 0) if token in MARKS else vocabulary(code).words.get(token, (OTHER, 0))


class Token(msgspec.Struct, frozen=True):
    """A run of digits or letters, or one mark, as the tables have it, and where it stands."""

    written: str
    plain: str
    start: int
    stop: int


def tokens_of(text: str, start: int, stop: int) -> list[Token]:
    """Return the tokens of a stretch of the text."""
    found = TOKEN.finditer(text, start, stop)
    return [Token(m.group(), plain(m.group()[:LONGEST].lower()), m.start(), m.end()) for m in found]


def phrase_at(code: str, tokens: list[Token], at: int) -> tuple[int, Sign] | None:
    """Return the phrase that begins at a token: how many tokens it has, and its sign."""
    for rest, sign in vocabulary(code).phrases.get(tokens[at].plain, ()):
        if tuple(token.plain for token in tokens[at + 1 : at + 1 + len(rest)]) == rest:
            return len(rest) + 1, sign
    return None


def ended_at(code: str, tokens: list[Token], at: int) -> tuple[int, Sign] | None:
    """Return a number with its ending («2020-го», «90-х», «5-го»): how many tokens it has, and its sign."""
    if not tokens[at].written.isdecimal():
        return None
    skip = 2 if at + 2 < len(tokens) and tokens[at + 1].written in DASHES else 1
    ending = tokens[at + skip] if at + skip < len(tokens) else None
    if ending is None or ending.start - tokens[at].stop != skip - 1:
        return None
    size = endings(code).get(ending.plain)
    return None if size is None else (skip + 1, with_ending(number_sign(tokens[at].written), size))


def with_ending(sign: Sign, size: int) -> Sign:
    """Return what a number becomes by its ending: a decade (10), a year (1), or either (2: «90-е», «5-е»)."""
    letter, value = sign
    if (letter in "yn" and value % DECADE == 0 and size > 1) or (letter == "d" and size == DECADE):
        return ("D" if letter == "y" else "K", value)
    return ("Y", value) if letter == "y" else sign


def sign_at(code: str, tokens: list[Token], at: int) -> tuple[int, Sign]:
    """Return what stands at a token: how many tokens it takes, and its sign."""
    seen = phrase_at(code, tokens, at) or ended_at(code, tokens, at)
    if seen:
        return seen
    letter, value = token_sign(code, tokens[at].written)
    return 1, ("M" if letter == "C" and at == 0 else letter, value)


def signs(text: str, start: int, stop: int, code: str) -> Signs:
    """Return the signs of a stretch of the text."""
    tokens = tokens_of(text, start, stop)
    letters: list[str] = []
    values: list[int] = []
    places: list[tuple[int, int]] = []
    at = 0
    while at < len(tokens):
        size, (letter, value) = sign_at(code, tokens, at)
        letters.append(letter)
        values.append(value)
        places.append((tokens[at].start, tokens[at + size - 1].stop))
        at += size
    return Signs("".join(letters), tuple(values), tuple(places))
