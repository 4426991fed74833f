"""Articles as they came in → which tell one event, by their ties to their nearest neighbours in words and time."""

import math
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import timedelta
from heapq import nlargest
from itertools import islice

import msgspec

from letopis.story.grouping.cut import groups
from letopis.story.grouping.near import reprints
from letopis.story.grouping.terms import Told
from letopis.story.grouping.weights import Frequencies, Vector, cosine

# One visible setting: articles less alike than this are never tied, however near in time. See docs/decisions.
CUT = 0.24
# Across languages only names and numbers can be compared: fewer terms, so more of them must agree.
CUT_ACROSS = 0.35
FEWEST_ACROSS = 3
NEIGHBOURS = 5
# A likeness fades to .6 within this many hours: news of another day is news of another event unless very alike.
FADING_H = 72.0
# Where a time is not known it cannot speak against a tie, and so the words must say a little more.
UNDATED = 0.9
WINDOW_H = 10 * 24.0
NO_TIME = timedelta()
# Articles are looked up by so many terms, and compared in full where these alone make them so much alike.
LOOKED_UP = 40
PROMISING = 0.05
# Of a term that suddenly stands everywhere the latest bearers are enough.
MOST_BEARERS = 1_000
# A story holds together while each article's ties outweigh this much for each of its members.
DENSITY = 0.04


class Weighed(msgspec.Struct, frozen=True):
    """An article with its terms and its names as vectors."""

    told: Told
    terms: Vector
    names: Vector


class Tie(msgspec.Struct, frozen=True):
    """How alike two articles are, by their places in the order of time, once the hours between them are counted in."""

    one: int
    other: int
    weight: float


class Shelf:
    """Articles by their strongest terms, in the order in which they came: a newcomer's likes are found at once."""

    def __init__(self) -> None:
        self.bearers: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        self.vectors: dict[int, Vector] = {}

    def alike(self, vector: Vector, since: int) -> dict[int, float]:
        """Return the cosine with the articles from a place in the order on that share strong terms enough."""
        promise: defaultdict[int, float] = defaultdict(float)
        for term in strongest(vector):
            for place, weight in islice(reversed(self.bearers.get(term, ())), MOST_BEARERS):
                if place < since:
                    break
                promise[place] += vector[term] * weight
        return {place: cosine(vector, self.vectors[place]) for place, most in promise.items() if most >= PROMISING}

    def put(self, place: int, vector: Vector) -> None:
        """Add a newcomer."""
        self.vectors[place] = vector
        for term in strongest(vector):
            self.bearers[term].append((place, vector[term]))


def strongest(vector: Vector) -> list[str]:
    """Return the terms by which an article is looked up."""
    return nlargest(LOOKED_UP, vector, key=lambda term: (vector[term], term))


class Grouped(msgspec.Struct, frozen=True):
    """Articles in the order of time, the groups they fall into (as places in that order), and which reprints which."""

    articles: tuple[Weighed, ...]
    groups: tuple[tuple[int, ...], ...]
    reprints: Mapping[int, int]


def grouped(told: Sequence[Told]) -> Grouped:
    """Group articles by the events they tell."""
    articles = weighed(in_order(told))
    copies = reprints([article.told for article in articles])
    cut = groups(len(articles), nearest(ties_of(articles, copies)), DENSITY)
    return Grouped(tuple(articles), with_copies(cut, copies), copies)


def with_copies(cut: Sequence[Sequence[int]], copies: Mapping[int, int]) -> tuple[tuple[int, ...], ...]:
    """Put each reprint beside its original: it was left out of the cut, so that many copies of a text weigh as one."""
    of_original: defaultdict[int, list[int]] = defaultdict(list)
    for copy, original in copies.items():
        of_original[original].append(copy)
    own = (group for group in cut if group[0] not in copies)
    return tuple(tuple(sorted([*group, *(copy for one in group for copy in of_original[one])])) for group in own)


def weighed(articles: Iterable[Told]) -> list[Weighed]:
    """Weigh each article's terms by what had been read before it and with it, so that later news changes no weight."""
    words: dict[str | None, Frequencies] = {}
    names = Frequencies(None)
    found = []
    for article in articles:
        of_language = words.setdefault(article.code, Frequencies(article.code))
        of_language.learn(article.bag)
        names.learn(article.names)
        named = dict.fromkeys(article.names, 1)
        found.append(Weighed(article, of_language.weighed(article.bag), names.weighed(named)))
    return found


def in_order(articles: Sequence[Told]) -> list[Told]:
    """Return articles in the order of their times, the undated last; of equals the lower id comes first."""
    dated = sorted((one for one in articles if one.when), key=lambda one: (one.when, one.id))
    return dated + sorted((one for one in articles if not one.when), key=lambda one: one.id)


def ties_of(articles: Sequence[Weighed], copies: Container[int] = ()) -> list[Tie]:
    """Tie each article to its nearest neighbours among those that came before it, in its own language and in others."""
    words: dict[str | None, Shelf] = defaultdict(Shelf)
    names = Shelf()
    ties = []
    start = 0
    for place, article in enumerate(articles):
        if place in copies:
            continue
        start = opening(articles, start, article.told)
        ties += tied(articles, place, words[article.told.code].alike(article.terms, start), CUT)
        across = names.alike(article.names, start)
        foreign = {other: like for other, like in across.items() if articles[other].told.code != article.told.code}
        ties += tied(articles, place, foreign_enough(articles, article, foreign), CUT_ACROSS)
        words[article.told.code].put(place, article.terms)
        names.put(place, article.names)
    return ties


def opening(articles: Sequence[Weighed], start: int, told: Told) -> int:
    """Return the first place that is still near enough in time; all places are near to an undated article."""
    if told.when is None:
        return 0
    while (hours := apart(articles[start].told, told)) is not None and hours > WINDOW_H:
        start += 1
    return start


def apart(one: Told, other: Told) -> float | None:
    """Return the hours between two articles, of a day without hours the nearest; None where a time is not known."""
    if not (one.when and one.earliest and other.when and other.earliest):
        return None
    gap = max(one.earliest - other.when, other.earliest - one.when, NO_TIME)
    return gap.total_seconds() / 3600


def foreign_enough(articles: Sequence[Weighed], article: Weighed, alike: Mapping[int, float]) -> dict[int, float]:
    """Keep the articles of other languages with which enough names and numbers are shared."""
    mine = article.names.keys()
    near = {place: like for place, like in alike.items() if like >= CUT_ACROSS}
    return {place: like for place, like in near.items() if len(mine & articles[place].names.keys()) >= FEWEST_ACROSS}


def tied(articles: Sequence[Weighed], place: int, alike: Mapping[int, float], cut: float) -> list[Tie]:
    """Tie an article to the others that are alike enough when the hours between are counted in."""
    found = []
    for other, like in alike.items():
        weight = like * fading(apart(articles[place].told, articles[other].told))
        if weight >= cut:
            found.append(Tie(other, place, weight))
    return found


def fading(hours: float | None) -> float:
    """Return how much of a likeness the hours between two articles leave."""
    return UNDATED if hours is None else math.exp(-0.5 * (hours / FADING_H) ** 2)


def nearest(ties: Iterable[Tie]) -> dict[int, dict[int, float]]:
    """Keep the ties that are among the strongest of either end, as weights by both ends."""
    ends: defaultdict[int, list[Tie]] = defaultdict(list)
    for tie in ties:
        ends[tie.one].append(tie)
        ends[tie.other].append(tie)
    graph: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for mine in ends.values():
        for tie in nlargest(NEIGHBOURS, mine, key=lambda tie: (tie.weight, -tie.one, -tie.other)):
            graph[tie.one][tie.other] = graph[tie.other][tie.one] = tie.weight
    return graph
