"""Articles in the order of time and their stories → which earlier story each stretch of background points to.

An article that was out before, and told of a happening of the same kind on the same day in the same words, reported
what is recalled. Where the record saw no kind, or nobody told of one, the words alone must agree the more.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

import msgspec

from letopis.model import Earlier
from letopis.story.grouping.cluster import Grouped
from letopis.story.grouping.terms import Told, told
from letopis.story.grouping.weights import Frequencies
from letopis.story.reported import Reported, published_of
from letopis.story.timeline import day_of

# So much of what a stretch of background says, rare terms counting most, stands in the article that reported it.
SAME_KIND = 0.3
ANY_KIND = 0.5
# Between languages only names and numbers can agree: so many of them.
NAMES_ACROSS = 2
# News is reported on its day and the day after.
LATER = timedelta(days=1)
# Of a day in a large archive so many articles are compared, those nearest before the one that recalls.
MOST_COMPARED = 500


class Sought(msgspec.Struct, frozen=True):
    """What an article recalls: the words of the stretch, the day, the kind of happening if one was seen."""

    place: int
    number: int
    words: Told
    day: date
    kind: str | None


class Days:
    """Articles by what they tell of which day, and how rare terms are among all of them."""

    def __init__(self, found: Grouped, reports: Mapping[int, Reported]) -> None:
        self.articles = found.articles
        self.told: defaultdict[tuple[date, str | None], list[int]] = defaultdict(list)
        self.rarity: dict[str | None, Frequencies] = {}
        for place, article in enumerate(found.articles):
            for key in dict.fromkeys(tells(reports[article.told.id])):
                self.told[key].append(place)
            self.rarity.setdefault(article.told.code, Frequencies(article.told.code)).learn(article.told.bag)

    def best(self, sought: Sought) -> int | None:
        """Return the place of the earliest article that reported what is recalled: of the same language if one did."""
        of_kind = self.agreeing(sought, self.told[sought.day, sought.kind] if sought.kind else (), SAME_KIND)
        out = [*self.told[sought.day, None], *self.told[sought.day + LATER, None]]
        near = of_kind or [one for one in self.agreeing(sought, out, ANY_KIND) if self.same_language(sought, one[1])]
        share, _ = max(near, default=(0.0, 0))
        return min((place for other, place in near if other == share), default=None)

    def agreeing(self, sought: Sought, places: Sequence[int], least: float) -> list[tuple[float, int]]:
        """Return the articles that were out before and say the same, with how much of it."""
        rarity = self.rarity[sought.words.code].rarity
        weights = {term: max(0.0, rarity(term)) for term in sought.words.bag}
        before = [place for place in places if place < sought.place][-MOST_COMPARED:]
        shares = ((share(sought.words, weights, self.articles[place].told), place) for place in before)
        return [(said, place) for said, place in shares if said >= least]

    def same_language(self, sought: Sought, place: int) -> bool:
        """Say whether an article is in the language of the one that recalls."""
        return self.articles[place].told.code == sought.words.code


def share(words: Told, weights: Mapping[str, float], article: Told) -> float:
    """Return how much of what is recalled an article says; between languages just enough where its names agree."""
    if words.code != article.code:
        return SAME_KIND if len(words.names.keys() & article.names.keys()) >= NAMES_ACROSS else 0.0
    return sum(weight for term, weight in weights.items() if term in article.bag) / (sum(weights.values()) or 1.0)


def earlier_in(
    found: Grouped, reports: Mapping[int, Reported], story_of: Mapping[int, int]
) -> dict[int, list[Earlier]]:
    """Return by story what its articles recall, and which story and article reported it when it happened."""
    days = Days(found, reports)
    earlier: defaultdict[int, list[Earlier]] = defaultdict(list)
    for place, article in enumerate(found.articles):
        report = reports[article.told.id]
        for sought in recollections(place, report):
            best = days.best(sought)
            if best is not None:
                origin = found.articles[best].told.id
                earlier[story_of[report.id]].append(Earlier(report.id, sought.number, story_of[origin], origin))
    return earlier


def tells(report: Reported) -> Iterator[tuple[date, str | None]]:
    """Yield the days of which an article tells news: with the kinds of what happened, and without for its own day."""
    record = report.reading.record
    for event in record.events:
        day = day_of(record.moments[event.moment]) if event.moment is not None else None
        if day is not None and event.status == "done" and not event.background:
            yield day, event.kind
    published = published_of(report)
    if published is not None:
        yield published.date(), None


def recollections(place: int, report: Reported) -> Iterator[Sought]:
    """Yield what an article recalls of days that are known."""
    article, record = report.reading.article, report.reading.record
    for number, recalled in enumerate(record.recalled):
        day = day_of(record.moments[recalled.moment]) if recalled.moment is not None else None
        if day is not None:
            event = record.events[recalled.event] if recalled.event is not None else None
            words = told(report.id, (event or recalled).span.of(article.text), article.language, None)
            yield Sought(place, number, words, day, event.kind if event else None)
