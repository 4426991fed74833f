"""An article → what it counts: how many of what, in sentences about what; forecasts and plans count nothing yet."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, chain, groupby

import msgspec

from letopis.language.dictionary import parses
from letopis.language.lists import plain, table, word_list
from letopis.language.segment import sentences, words_of
from letopis.language.words import lemma
from letopis.story.counting.numbers import numbers, numerals
from letopis.story.grouping.terms import STEM, without
from letopis.story.reported import Reported

SHORTEST_NOUN = 3
REACH = 2
BREAKS = frozenset(",;:—–()")
READ_BY_FORM = frozenset({"ru"})


class Count(msgspec.Struct, frozen=True):
    """A number in an article: what it counts (lemma and face), its value, its own words and its sentence's."""

    article: int
    about: str
    shown: str
    value: float
    words: str
    around: frozenset[str]


class Line(msgspec.Struct, frozen=True):
    """A sentence as counts are read from it: its words, their dictionary forms, its language."""

    words: tuple[str, ...]
    bases: tuple[str, ...]
    code: str


def counts_in(report: Reported) -> Iterator[Count]:
    """Give the counts of an article, its headline with it and its background left out."""
    article = report.reading.article
    code = article.language or ""
    for text in (article.title or "", without(article.text, report.reading.record.background)):
        for span in sentences(text):
            if may_count(sentence := span.of(text), code):
                yield from counts_of(report.id, line_of(sentence, code))


def may_count(sentence: str, code: str) -> bool:
    """Say, without telling words apart, whether a number can stand in a sentence: few sentences have one."""
    return any(word[0].isdigit() or word[:2].casefold() in beginnings(code) for word in sentence.split())


@cache
def beginnings(code: str) -> frozenset[str]:
    """Return the first letters of a language's words for numbers."""
    return frozenset(form[:2] for form in numerals(code))


def line_of(sentence: str, code: str) -> Line:
    """Return a sentence as counts are read from it."""
    words = tuple(span.of(sentence) for span in words_of(sentence))
    return Line(words, tuple(lemma(word, code) for word in words), code)


def counts_of(article: int, line: Line) -> Iterator[Count]:
    """Give the counts of a sentence: `12 местных жителей`, `пострадали двенадцать человек`."""
    if is_listed(line.bases, "forecast", line.code):
        return
    around = frozenset(stem(base) for base in line.bases if telling(base, line.code))
    ahead = places_ahead(line)
    counted: tuple[int, ...] = ()
    for start, stop, value in numbers(line.words, line.bases, line.code):
        if start in ahead:
            counted = ()
            continue
        counted = beside(line, start, stop) or (counted if in_contrast(line, start, stop) else ())
        said = " ".join(line.words[start:stop])
        for about, shown in ((line.bases[place], line.words[place]) for place in counted):
            yield Count(article, about, shown, value, said, around - {stem(about)})


def beside(line: Line, start: int, stop: int) -> tuple[int, ...]:
    """Return the places of the words that a number may count: those behind it, and the one before."""
    after = line.bases[stop : stop + 1]
    if after and (after[0] in word_list(line.code, "uncounted") or not after[0].isalpha()):
        return ()
    near = (*range(stop, min(stop + REACH, len(line.words))), *range(max(0, start - 1), start))
    return tuple(place for place in near if telling(line.bases[place], line.code))


def in_contrast(line: Line, start: int, stop: int) -> bool:
    """Say whether a number counts what the one before it did: «врачи говорят о 14 пострадавших, чиновники — о 12»."""
    return is_listed(line.bases[max(0, start - 1) : start], "speaks of", line.code) and not any(
        map(str.isalpha, line.bases[stop : stop + 1])
    )


def places_ahead(line: Line) -> frozenset[int]:
    """Return the places in clauses that speak of what is still to come: «порывы достигнут 28 метров»."""
    clause_of = list(accumulate(word in BREAKS for word in line.words))
    clauses = (tuple(places) for _, places in groupby(range(len(line.words)), key=clause_of.__getitem__))
    ahead = (places for places in clauses if any(is_future(line.words[place], line.code) for place in places))
    return frozenset(chain.from_iterable(ahead))


def is_future(word: str, code: str) -> bool:
    """Say whether a word puts its clause into the future: one listed, or a verb whose form says so."""
    if code in READ_BY_FORM:
        return any("futr" in parse.tag for parse in parses(word))
    return is_listed([word.casefold()], "future", code)


def is_listed(words: Sequence[str], name: str, code: str) -> bool:
    """Say whether one of the words is on a row of the language's words that say how to count."""
    return not listed(name, code).isdisjoint(words)


@cache
def listed(name: str, code: str) -> frozenset[str]:
    """Return a row of the language's words that say how to count."""
    rows = [words for key, words in table(code, "counting") if key == name]
    return frozenset(plain(word.strip()) for words in rows for word in words.split(","))


def stem(base: str) -> str:
    """Return the part of a word that its family shares: `пострадали` counts the same people as `пострадавшие`."""
    return base[:STEM]


def telling(base: str, code: str) -> bool:
    """Say whether a word can be what is counted, or tell what a sentence is about."""
    if not base.isalpha() or len(base) < SHORTEST_NOUN or base in numerals(code):
        return False
    return not any(base in word_list(code, name) for name in ("frequent", "uncounted"))
