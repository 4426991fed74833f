"""A story's articles → the counts that they give differently."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

import msgspec

from letopis.language.lists import table, word_list
from letopis.language.segment import sentences, words_of
from letopis.language.words import lemma
from letopis.model import Disagreement, Member
from letopis.story.grouping.terms import STEM, without
from letopis.story.grouping.weights import DOCUMENTS, background
from letopis.story.reported import Reported

SHORTEST_NOUN = 3
SCALE = 100
# Two sentences speak of the same thing when, besides what is counted, so many of their words agree: the more, the more
# often news counts such things at all. `12 человек` may be anybody; `12 пострадавших` of one event are the same people.
COMMON_WORDS = {"everyday": 2, "rare": 0}
EVERYDAY_SHARE = 0.08
REACH = 2
# Two counts of one thing seldom differ more: twelve and fourteen hurt, but not two and fourteen.
CLOSE = 3
# An article may itself say that others count differently; one with more values than that counts several things.
MOST_VALUES = 2
# How often one article's saying the same number of the same thing is looked at.
MOST_TIMES = 5


class Count(msgspec.Struct, frozen=True):
    """A number in an article: what it counts (lemma and face), its value, its own words and its sentence's."""

    article: int
    about: str
    shown: str
    value: float
    words: str
    around: frozenset[str]


def disagreements_in(story: Sequence[Reported], members: Sequence[Member]) -> tuple[Disagreement, ...]:
    """Return what the articles of a story count differently; reprints say nothing of their own."""
    copies = {member.article for member in members if member.reprints is not None}
    counts: defaultdict[tuple[str | None, str], list[Count]] = defaultdict(list)
    own = [report for report in story if report.id not in copies]
    for report in own if len(own) > 1 else ():
        for count in few(counts_in(report)):
            counts[report.code, stem(count.about)].append(count)
    found = (disagreement(said, code) for (code, _), said in counts.items())
    return once([one for one in found if one is not None])


def few(counts: Iterable[Count]) -> Iterator[Count]:
    """Pass an article's counts on, but not the same number of the same thing again and again."""
    times: Counter[tuple[str, float]] = Counter()
    for count in counts:
        times[stem(count.about), count.value] += 1
        if times[stem(count.about), count.value] <= MOST_TIMES:
            yield count


def once(found: Sequence[Disagreement]) -> tuple[Disagreement, ...]:
    """Keep of several words for what the same numbers count the one that most articles use."""
    ordered = sorted(found, key=lambda one: -len(one.values))
    kept = [one for place, one in enumerate(ordered) if not any(within(one, other) for other in ordered[:place])]
    return tuple(one for one in found if one in kept)


def within(one: Disagreement, other: Disagreement) -> bool:
    """Say whether all that a disagreement says stands in another."""
    return set(one.values) <= set(other.values)


def disagreement(counts: Sequence[Count], code: str | None) -> Disagreement | None:
    """Return how articles differ in a count, each with the value of its own: that which not all the others give too."""
    values: defaultdict[int, set[float]] = defaultdict(set)
    for count in counts:
        values[count.article].add(count.value)
    clear = {article: given for article, given in values.items() if len(given) <= MOST_VALUES}
    common = frozenset.intersection(*map(frozenset, clear.values())) if clear else frozenset()
    own = [
        count for count in counts if count.article in clear and count.value in (clear[count.article] - common or common)
    ]
    rivals = [count for count in own if any(differs(count, other, code) for other in own)]
    words = {count.article: count.words for count in reversed(rivals)}
    ordered = tuple((said, article) for article, said in sorted(words.items()))
    return Disagreement(rivals[0].shown, ordered) if len(ordered) > 1 else None


def differs(one: Count, other: Count, code: str | None) -> bool:
    """Say whether two articles give different values for one thing."""
    close = max(one.value, other.value) <= CLOSE * min(one.value, other.value)
    alike = len(one.around & other.around) >= COMMON_WORDS[how_common(one.about, code)]
    return one.value != other.value and close and alike


def stem(base: str) -> str:
    """Return the part of a word that its family shares: `пострадали` counts the same people as `пострадавшие`."""
    return base[:STEM]


def how_common(about: str, code: str | None) -> str:
    """Say whether a word is one that every other article counts; of a language without a list we think so."""
    known = background(code or "")
    share = known.get(about, 0) / known[DOCUMENTS] if known else 1.0
    return "everyday" if share >= EVERYDAY_SHARE else "rare"


def counts_in(report: Reported) -> Iterator[Count]:
    """Give the counts of an article, its headline with it and its background left out."""
    article = report.reading.article
    text = without(article.text, report.reading.record.background)
    for line in (article.title or "", text):
        for sentence in sentences(line):
            if not may_count(sentence.of(line), article.language):
                continue
            words = [span.of(sentence.of(line)) for span in words_of(sentence.of(line))]
            yield from counts_of(report.id, words, article.language)


def may_count(sentence: str, code: str | None) -> bool:
    """Say, without telling words apart, whether a number can stand in a sentence: few sentences have one."""
    return any(word[0].isdigit() or word[:2].casefold() in beginnings(code or "") for word in sentence.split())


@cache
def beginnings(code: str) -> frozenset[str]:
    """Return the first letters of a language's words for numbers."""
    return frozenset(form[:2] for form in numerals(code))


def counts_of(article: int, words: Sequence[str], code: str | None) -> Iterator[Count]:
    """Give the counts of a sentence: `12 местных жителей`, `пострадали двенадцать человек`."""
    bases = [lemma(word, code) for word in words]
    around = frozenset(stem(base) for base in bases if telling(base, code))
    for start, stop, value in numbers(words, bases, code):
        if bases[stop : stop + 1] and (bases[stop] in word_list(code or "", "uncounted") or not bases[stop].isalpha()):
            continue
        for place in (*range(stop, min(stop + REACH, len(words))), *range(max(0, start - 1), start)):
            if telling(about := bases[place], code):
                said = " ".join(words[start:stop])
                yield Count(article, about, words[place], value, said, around - {stem(about)})


def telling(base: str, code: str | None) -> bool:
    """Say whether a word can be what is counted, or tell what a sentence is about."""
    short = not base.isalpha() or len(base) < SHORTEST_NOUN
    lists = ("frequent", "uncounted")
    return (
        not short
        and base not in numerals(code or "")
        and not any(base in word_list(code or "", name) for name in lists)
    )


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
        if value >= SCALE and 0 < part < value and not words[stop][0].isdigit():
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
