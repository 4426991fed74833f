"""A story's articles → the counts that they give differently."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import msgspec

from letopis.language.lists import table, word_list
from letopis.language.segment import sentences, words_of
from letopis.language.words import lemma
from letopis.model import Disagreement, Member
from letopis.story.grouping.terms import without
from letopis.story.reported import Reported

SHORTEST_NOUN = 3
SCALE = 1000
# Two sentences speak of the same thing when, besides what is counted, so many of their words agree.
COMMON_WORDS = 2
LOOKED_AT = 2


class Count(msgspec.Struct, frozen=True):
    """A number in an article: what it counts, its value, the words it is given in, the words around it."""

    article: int
    about: str
    value: float
    words: str
    around: frozenset[str]


def disagreements_in(story: Sequence[Reported], members: Sequence[Member]) -> tuple[Disagreement, ...]:
    """Return what the articles of a story count differently; reprints say nothing of their own."""
    copies = {member.article for member in members if member.reprints is not None}
    counts: defaultdict[tuple[str | None, str], list[Count]] = defaultdict(list)
    for report in story:
        if report.id not in copies:
            for count in counts_in(report):
                counts[report.reading.article.language, count.about].append(count)
    found = (disagreement(about, said) for (_, about), said in sorted(counts.items(), key=lambda row: str(row[0])))
    return tuple(one for one in found if one is not None)


def disagreement(about: str, counts: Sequence[Count]) -> Disagreement | None:
    """Return how outlets differ in a count: each has to give one value alone, in sentences that speak of one thing."""
    single = [
        count for count in counts if len({other.value for other in counts if other.article == count.article}) == 1
    ]
    rivals = [count for count in single if any(differs(count, other) for other in single)]
    values = {count.article: count.words for count in reversed(rivals)}
    return Disagreement(about, tuple((words, article) for article, words in sorted(values.items()))) if values else None


def differs(one: Count, other: Count) -> bool:
    """Say whether two articles give different values for one thing."""
    return one.value != other.value and len(one.around & other.around) >= COMMON_WORDS


def counts_in(report: Reported) -> Iterator[Count]:
    """Give the counts of an article, its background left out."""
    article = report.reading.article
    text = without(article.text, report.reading.record.background)
    for sentence in sentences(text):
        words = [span.of(sentence.of(text)) for span in words_of(sentence.of(text))]
        yield from counts_of(report.id, words, article.language)


def counts_of(article: int, words: Sequence[str], code: str | None) -> Iterator[Count]:
    """Give the counts of a sentence: `двенадцать человек`, `12 местных жителей`."""
    bases = [lemma(word, code) for word in words]
    frequent, uncounted = word_list(code or "", "frequent"), word_list(code or "", "uncounted")
    around = frozenset(base for base in bases if base.isalpha() and len(base) >= SHORTEST_NOUN) - frequent
    for start, stop, value in numbers(words, bases, code):
        for about in bases[stop : stop + LOOKED_AT]:
            if about in uncounted or not about.isalpha():
                break
            if len(about) >= SHORTEST_NOUN and about not in frequent:
                yield Count(article, about, value, " ".join(words[start:stop]), around - {about})


def numbers(words: Sequence[str], bases: Sequence[str], code: str | None) -> Iterator[tuple[int, int, float]]:
    """Give the numbers of a sentence: the first word's place, the place after the last, the value."""
    at = 0
    while at < len(words):
        stop, value = number_at(words, bases, code, at)
        if stop > at:
            yield at, stop, value
        at = max(stop, at + 1)


def number_at(words: Sequence[str], bases: Sequence[str], code: str | None, at: int) -> tuple[int, float]:
    """Read the number that begins at a word: `12`, `2,5 тысячи`, `двадцать пять`; no number ends where it begins."""
    total, part, stop = 0.0, 0.0, at
    while stop < len(words) and (value := value_of(words[stop], bases[stop], code)) is not None:
        if value >= SCALE and stop > at and not words[stop][0].isdigit():
            total, part = total + part * value, 0.0
        elif stop > at and words[stop][0].isdigit():
            break
        else:
            part += value
        stop += 1
    return stop, total + part


def value_of(word: str, base: str, code: str | None) -> float | None:
    """Return the value of a number in digits or in a word; None for other words."""
    digits = word.replace(",", ".").replace("\u00a0", "").replace(" ", "")
    if digits[:1].isdigit():
        return float(digits) if digits.replace(".", "", 1).isdecimal() and digits.isascii() else None
    return numerals(code or "").get(base)


@cache
def numerals(code: str) -> Mapping[str, float]:
    """Return a language's words for numbers."""
    return {form.strip(): float(row[0]) for row in table(code, "numerals") for form in row[1].split(",")}
