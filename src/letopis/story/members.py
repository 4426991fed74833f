"""A group of articles → the members of a story, each with why it is in, and the headline that stands for all."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from letopis.model import Member
from letopis.story.grouping.cluster import FEWEST_ACROSS, Grouped, Weighed, apart
from letopis.story.grouping.weights import cosine, shared
from letopis.story.reported import Reported, day_only, published_of

SHOWN = 6
MOST_COMPARED = 50
# Marks of opinion and bait: such a headline stands for its own article, not for the story.
BAIT = ("?", "!", "…", "...")
BAIT_COSTS = 0.5
COPY_COSTS = 0.9


def members_of(
    places: Sequence[int], grouped: Grouped, reports: Mapping[int, Reported], owners: Mapping[str, str]
) -> list[Member]:
    """Return the members of a story in the order of time."""
    found = []
    for place in places:
        article, original = grouped.articles[place], grouped.reprints.get(place)
        reprints = None if original is None else grouped.articles[original].told.id
        others = beside(place, places, grouped)
        found.append(member(article, others, reports[article.told.id], owners=owners, reprints=reprints))
    return found


def member(
    article: Weighed, others: Sequence[Weighed], report: Reported, *, owners: Mapping[str, str], reprints: int | None
) -> Member:
    """Return an article as a member: like which other one it is, in which terms, how many hours apart."""
    nearest = max(others, key=lambda other: (likeness(article, other), -other.told.id), default=None)
    near = [other for other in others if is_to_the_hour(other)] if is_to_the_hour(article) else []
    hours = [gap for other in near if (gap := apart(article.told, other.told)) is not None]
    outlet = report.reading.article.outlet or ""
    return Member(
        article=report.id,
        outlet=outlet,
        owner=owner_of(outlet, host_of(report), owners),
        title=report.reading.article.title,
        published=published_of(report),
        similarity=round(likeness(article, nearest), 3) if nearest else 1.0,
        shared=tuple(common(article, nearest)) if nearest else (),
        hours=round(min(hours), 1) if hours else None,
        reprints=reprints,
        day_only=day_only(report),
    )


def is_to_the_hour(article: Weighed) -> bool:
    """Say whether of an article more than its day is known: of two days alone nobody can say how far apart they are."""
    return article.told.when is not None and article.told.when == article.told.earliest


def owner_of(outlet: str, host: str, owners: Mapping[str, str]) -> str:
    """Return who owns an outlet, by its name or by its address; else it owns itself, or its host what has no name."""
    labels = host.split(".")
    hosts = (".".join(labels[place:]) for place in range(len(labels) - 1))
    return next((owners[name] for name in (outlet, *hosts) if name in owners), outlet or host)


def host_of(report: Reported) -> str:
    """Return the host of an article's address, which owns what names no outlet; nothing for a file."""
    article = report.reading.article
    try:
        return (urlsplit(article.canonical or article.url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def beside(place: int, places: Sequence[int], grouped: Grouped) -> list[Weighed]:
    """Return the other members of a story, of a very large one those next in time."""
    at = bisect_left(places, place)
    near = places[max(0, at - MOST_COMPARED) : at + MOST_COMPARED + 1]
    return [grouped.articles[other] for other in near if other != place]


def likeness(one: Weighed, other: Weighed) -> float:
    """Return how alike two articles are: in their words, or across languages in their names and numbers."""
    if one.told.code == other.told.code:
        return cosine(one.terms, other.terms)
    return cosine(one.names, other.names)


def common(one: Weighed, other: Weighed) -> list[str]:
    """Return what two articles have in common as a reader would write it, the rarest first."""
    if one.told.code == other.told.code:
        terms = shared(one.terms, other.terms, SHOWN)
        return [one.told.faces.get(term, term) for term in sorted(terms, key=lambda term: (-one.terms[term], term))]
    names = shared(one.names, other.names, max(SHOWN, FEWEST_ACROSS))
    return [one.told.names[name] for name in names]


def headline(places: Sequence[int], grouped: Grouped, members: Sequence[Member]) -> str | None:
    """Return the headline most like all articles, in the language of most that have one; of equals the earliest."""
    titled = [(place, one) for place, one in zip(places, members, strict=True) if one.title]
    codes = {place: grouped.articles[place].told.code for place, _ in titled}
    shared_by = Counter(codes.values())
    best = max(
        titled,
        key=lambda pair: (shared_by[codes[pair[0]]], standing(pair[0], places, grouped, pair[1])),
        default=None,
    )
    return best[1].title if best else None


def standing(place: int, places: Sequence[int], grouped: Grouped, one: Member) -> float:
    """Return how well an article's headline can stand for the story."""
    article = grouped.articles[place]
    alike = sum(likeness(article, other) for other in beside(place, places, grouped))
    bait = BAIT_COSTS if (one.title or "").rstrip("»”\"' ").endswith(BAIT) else 1.0
    return (1.0 + alike) * bait * (COPY_COSTS if one.reprints is not None else 1.0)
