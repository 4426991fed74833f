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
    "edge": "Q",
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
    "later": "A",
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
    "lasting verb": "B",
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
# A sentence without a number and without one of these has no time in it.
TIMELY = frozenset("MFCWVreSsgGmkwXpvcjNzqQ")
DECADE = 10
ORDINALS = {"y": "Y", "n": "P"}  # «2020-го», «91-го»
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
    """The words of time of a language: single words, and phrases by their first two words, longest first.

    `hints` are the longest words of the phrases that are a time by themselves: «днях» of «на днях».
    """

    words: dict[str, Sign]
    phrases: dict[str, dict[str, list[tuple[tuple[str, ...], Sign]]]]
    hints: frozenset[str]


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
    phrases: dict[str, dict[str, list[tuple[tuple[str, ...], Sign]]]] = {}
    hints: set[str] = set()
    for form, sign in entries(code):
        first, *rest = TOKEN.findall(form)
        if rest:
            hints |= {max([first, *rest], key=len)} if sign[0] in TIMELY else set()
            phrases.setdefault(first, {}).setdefault(rest[0], []).append((tuple(rest), sign))
        elif sign[0] != "E":
            words.setdefault(form, sign)
    for alike in (known for by_second in phrases.values() for known in by_second.values()):
        alike.sort(key=lambda phrase: -len(phrase[0]))
    return Vocabulary(words, phrases, frozenset(hints))


@cache
def endings(code: str) -> dict[str, int]:
    """Return what may be written after a number («2020-го», «90-х»), with how much it counts: 10 is a decade."""
    return {form: value for form, (letter, value) in entries(code) if letter == "E"}


class Known(msgspec.Struct, frozen=True):
    """What is known of a token by itself.

    `plain` is how the tables write it; `timely` says that a time may hang on it, `opens` that it begins a phrase,
    `number` that it is one.
    """

    sign: Sign
    plain: str
    timely: bool = False
    opens: bool = False
    number: bool = False


UNKNOWN = Known((WORD, 0), "")


@lru_cache(maxsize=1 << 16)
def known(code: str, token: str) -> Known:
    """Return what is known of a token."""
    low = plain(token.lower())
    if token.isdecimal() and token.isascii():
        return Known(number_sign(token), low, timely=True, number=True)
    if not token[0].isalpha():
        return Known(mark_sign(code, token), low, opens=low in vocabulary(code).phrases)
    sign, words = word_sign(code, plain(token)), vocabulary(code)
    return Known(sign, low, timely=sign[0] in TIMELY or low in words.hints, opens=low in words.phrases)


def word_sign(code: str, word: str) -> Sign:
    """Return the sign of a word."""
    words = vocabulary(code).words
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


def mark_sign(code: str, mark: str) -> Sign:
    """Return the sign of a mark, or of a number in other digits than ours."""
    if mark in DASHES:
        return ("-", 0)
    return (mark, 0) if mark in MARKS else vocabulary(code).words.get(mark, (OTHER, 0))


class Token(msgspec.Struct, frozen=True):
    """A run of digits or letters, or one mark: what is known of it, and where it stands."""

    known: Known
    start: int
    stop: int


def timely_in(text: str, code: str) -> frozenset[str]:
    """Return the tokens of a text on which a time can hang: a sentence without any has no time in it."""
    likely = timely_words(code)
    tokens = (token for token in set(TOKEN.findall(text)) if token.isdecimal() or plain(token.lower()) in likely)
    return frozenset(token for token in tokens if len(token) <= LONGEST and known(code, token).timely)


@cache
def timely_words(code: str) -> frozenset[str]:
    """Return the words on which a time may hang, in small letters."""
    words = vocabulary(code)
    return words.hints | {word.lower() for word, (letter, _) in words.words.items() if letter in TIMELY}


def tokens_of(text: str, start: int, stop: int, code: str) -> list[Token]:
    """Return the tokens of a stretch of the text."""
    found = list(TOKEN.finditer(text, start, stop))
    seen = [known(code, m.group()) if m.end() - m.start() <= LONGEST else UNKNOWN for m in found]
    return [Token(token, m.start(), m.end()) for token, m in zip(seen, found, strict=True)]


def phrase_at(code: str, tokens: list[Token], at: int) -> tuple[int, Sign] | None:
    """Return the phrase that begins at a token: how many tokens it has, and its sign."""
    second = tokens[at + 1].known.plain if at + 1 < len(tokens) else ""
    for rest, sign in vocabulary(code).phrases[tokens[at].known.plain].get(second, ()):
        if tuple(token.known.plain for token in tokens[at + 1 : at + 1 + len(rest)]) == rest:
            return len(rest) + 1, sign
    return None


def ended_at(code: str, tokens: list[Token], at: int) -> tuple[int, Sign] | None:
    """Return a number with its ending («2020-го», «90-х», «5-го»): how many tokens it has, and its sign."""
    skip = 2 if at + 2 < len(tokens) and tokens[at + 1].known.sign[0] == "-" else 1
    ending = tokens[at + skip] if at + skip < len(tokens) else None
    if ending is None or ending.start - tokens[at].stop != skip - 1:
        return None
    size = endings(code).get(ending.known.plain)
    return None if size is None else (skip + 1, with_ending(tokens[at].known.sign, size))


def with_ending(sign: Sign, size: int) -> Sign:
    """Return what a number becomes by its ending: a decade (10), a year (1), or either (2: «90-е», «5-е»)."""
    letter, value = sign
    if (letter in "yn" and value % DECADE == 0 and size > 1) or (letter == "d" and size == DECADE):
        return ("D" if letter == "y" else "K", value)
    return (ORDINALS.get(letter, letter), value)


def sign_at(code: str, tokens: list[Token], at: int) -> tuple[int, Sign]:
    """Return what stands at a token that is the first, a number or opens a phrase: how many it takes, and its sign."""
    here = tokens[at].known
    seen = (phrase_at(code, tokens, at) if here.opens else None) or (
        ended_at(code, tokens, at) if here.number else None
    )
    if seen:
        return seen
    letter, value = here.sign
    return 1, ("M" if letter == "C" and at == 0 else letter, value)


def signs(text: str, start: int, stop: int, code: str) -> Signs:
    """Return the signs of a stretch of the text."""
    tokens = tokens_of(text, start, stop, code)
    letters: list[str] = []
    values: list[int] = []
    places: list[tuple[int, int]] = []
    at = 0
    while at < len(tokens):
        here = tokens[at].known
        size, (letter, value) = sign_at(code, tokens, at) if here.opens or here.number or not at else (1, here.sign)
        letters.append(letter)
        values.append(value)
        places.append((tokens[at].start, tokens[at + size - 1].stop))
        at += size
    return Signs("".join(letters), tuple(values), tuple(places))
