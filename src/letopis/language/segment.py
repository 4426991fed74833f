"""A text → its sentences and its words, as spans; in any language, in time linear in the text."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import repeat

from razdel import sentenize, tokenize
from razdel.segmenters.sentenize import SentSplit

from letopis.language.lists import word_list
from letopis.model import Span

# razdel joins pieces into one growing buffer and looks at no more than its beginning: this much of it.
LOOKED_AT = 40

# A run without a space that is longer is not worth remembering.
LONGEST_WORD = 200


# «Capt», «Sept», and a blank before.
LONGEST_SHORTENED = 6


def sentences(text: str) -> list[Span]:
    """Return the sentences of a text in order; a line's end is always a sentence's end."""
    found: list[Span] = []
    for line in lines_of(text):
        found += (trimmed(text, piece) for piece in pieces(text, line))
    return [span for span in found if span.start < span.stop]


def words_of(text: str, begins: int = 0) -> list[Span]:
    """Return the words, numbers and signs of a text in order; `begins` is where it lies in a longer one."""
    found: list[Span] = []
    place = 0
    for chunk in text.split():
        place = text.index(chunk, place)
        at = begins + place
        for length in lengths(chunk) if len(chunk) < LONGEST_WORD else cut(chunk):
            found.append(Span(at, at + length))
            at += length
        place += len(chunk)
    return acting_joined(text, found, begins) if ACTING.search(text) else found


def acting_joined(text: str, words: list[Span], begins: int) -> list[Span]:
    """Return the words with «и. о.», which is shortened from two and stands for one, as a word."""
    whole = [Span(begins + match.start(), begins + match.end()) for match in ACTING.finditer(text)]
    starts = {span.start: span for span in whole}
    inside = {at for span in whole for at in range(span.start + 1, span.stop)}
    return [starts.get(word.start, word) for word in words if word.start not in inside]


def whole_words_of(text: str, begins: int = 0) -> list[Span]:
    """Return the words of a text with apostrophes inside: «прем'єр», `O'Brien`; Russian models want them apart."""
    found = whole_words(text)
    return [Span(begins + span.start, begins + span.stop) for span in found] if begins else found


def whole_words(text: str) -> list[Span]:
    """Return the words of a text by itself, halves around an apostrophe joined."""
    found: list[Span] = []
    for span in unglued(text):
        if len(found) > 1 and grows(text, found[-2], found[-1], span):
            found[-2:] = [Span(found[-2].start, span.stop)]
        else:
            found.append(span)
    return found


def unglued(text: str) -> Iterator[Span]:
    """Yield the words and signs of a text, the low single mark apart from its word: «‚Wir» is two."""
    for span in words_of(text):
        if text[span.start] == LOW_MARK and span.stop - span.start > 1:
            yield from (Span(span.start, span.start + 1), Span(span.start + 1, span.stop))
        else:
            yield span


def grows(text: str, left: Span, sign: Span, right: Span) -> bool:
    """Say whether an apostrophe stands between two halves of a word."""
    touching = left.stop == sign.start and sign.stop == right.start
    return touching and sign.of(text) in APOSTROPHES and text[left.stop - 1].isalpha() and text[right.start].isalpha()


LOW_MARK = "‚"
APOSTROPHES = frozenset({"'", "’", "ʼ"})


@lru_cache(maxsize=100_000)
def lengths(chunk: str) -> tuple[int, ...]:
    """Return the lengths of the words and signs in a stretch without blanks."""
    simple = SIMPLE.fullmatch(chunk)
    if simple:
        return tuple(map(len, filter(None, simple.groups())))
    return tuple(token.stop - token.start for token in tokenize(chunk))


def cut(chunk: str) -> Iterator[int]:
    """Yield the lengths of the words and signs in a stretch that is too long to be remembered."""
    if APART.fullmatch(chunk):
        return repeat(1, len(chunk))
    return (token.stop - token.start for token in tokenize(chunk))


# Marks and brackets by themselves, of which each is a sign of its own.
APART = re.compile(r"[«»„“”‚‘\"()\[\]]+")

# «И. о. губернатора», but not the initials of somebody.
ACTING = re.compile(r"\b[Ии]\. ?о\.(?= ?[а-яё])")

# What most of a text is made of: a word or a number, perhaps with one sign before it and one or two behind.
SIMPLE = re.compile(r"([«\"(„]?)((?:\d+-)?[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*|[A-Za-z]+|\d+)([»\")]?)([,.:;?!“…]?)")


def lines_of(text: str) -> Iterator[Span]:
    """Yield the stretches between ends of lines."""
    start = 0
    for line in text.splitlines(keepends=True):
        yield Span(start, start + len(line))
        start += len(line)


def trimmed(text: str, span: Span) -> Span:
    """Return the span without the blanks at its ends."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def pieces(text: str, line: Span) -> Iterator[Span]:
    """Yield the sentences of one line by razdel's rules, its buffer kept short."""
    parts = iter(sentenize.split(line.of(text)))
    start = at = line.start + len(next(parts, ""))
    start = line.start
    for split in parts:
        right = next(parts)
        buffer = text[start : min(at, start + LOOKED_AT)]
        at += len(split.delimiter)
        if ends(split, buffer):
            yield Span(start, at)
            start = at
        at += len(right)
    yield Span(start, line.stop)


def is_shortened(split: SentSplit) -> bool:
    """Say whether a full stop only shortens a word that razdel does not know: «Nov. 12», «Sen. Stone»."""
    if split.delimiter != "." or not split.left[-1:].isascii():
        return False
    return split.left[-LONGEST_SHORTENED:].rpartition(" ")[2] in word_list("en", "shortened")


def ends(split: SentSplit, buffer: str) -> bool:
    """Say whether a sentence ends at one of razdel's splits; `buffer` is how the sentence begins."""
    # Where no blank follows, no rule of razdel's ends a sentence: half of all places need not be put to its rules.
    if not split.right[:1].isspace() or is_shortened(split):
        return False
    split.buffer = buffer
    return not sentenize.join(split)
