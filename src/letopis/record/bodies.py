"""Mentions of organisations → ministries and other bodies joined by their short and long names, each by whose it is."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import takewhile

import msgspec

from letopis.language.lists import plain, table
from letopis.language.parsed import Word
from letopis.language.words import lemma
from letopis.record.names.countries import Called
from letopis.record.names.mentions import Mention

# So many words may stand before a body's name in its mention: «новое польское министерство обороны».
BEFORE = 3
# «МИДе», «МИДом»: an abbreviation with the ending of its case.
BENT = re.compile(r"([А-ЯЁ]{2,})[а-яё]{1,2}")


class Body(msgspec.Struct, frozen=True):
    """A mention of a body on the list: its short name, and whose it is as the mention says; empty where it does not."""

    mention: Mention
    name: str
    owner: str
    national: bool


def joined(mentions: Sequence[Mention], countries: Sequence[Called]) -> tuple[list[list[Mention]], list[Mention]]:
    """Return the mentions of each body that the list knows, and all other mentions.

    What does not say whose it is belongs to the one named with an owner, of several to the one named last before.
    """
    bodies = [body for mention in mentions if (body := body_of(mention, countries)) is not None]
    owned: defaultdict[str, list[Body]] = defaultdict(list)
    for body in bodies:
        if body.owner:
            owned[body.name].append(body)
    found: defaultdict[tuple[str, str], list[Mention]] = defaultdict(list)
    for body in bodies:
        found[body.name, body.owner or owner_beside(body, owned[body.name])].append(body.mention)
    groups = list(found.values())
    return groups, bracketed(groups, mentions)


def bracketed(groups: Sequence[list[Mention]], mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions of no group; abbreviations in brackets behind one go to it: «Министерство обороны (МО)»."""
    taken = {mention.span for group in groups for mention in group}
    by_end = {mention.span.stop: group for group in groups for mention in group}
    left = [mention for mention in mentions if mention.span not in taken]
    short = [mention for mention in left if len(mention.words) == 1 and mention.words[0].text.isupper()]
    homes = {
        mention.words[0].text: by_end[mention.span.start - len(" (")]
        for mention in short
        if mention.span.start - len(" (") in by_end
    }
    for mention in short:
        if mention.words[0].text in homes:
            homes[mention.words[0].text].append(mention)
    return [mention for mention in left if len(mention.words) > 1 or mention.words[0].text not in homes]


def owner_beside(body: Body, owned: Sequence[Body]) -> str:
    """Return whose a body is that does not say it: of those that do (a country's first) the last before it.

    Beside the only one that does, in one sentence with it, it is another: «МИД ответил МИД Украины».
    """
    owned = [one for one in owned if one.national] or owned
    owners = {one.owner for one in owned}
    if not owners or (len(owners) == 1 and any(one.mention.sentence == body.mention.sentence for one in owned)):
        return ""
    at = bisect_left(owned, body.mention.span.start, key=lambda one: one.mention.span.start)
    return owned[max(0, at - 1)].owner


def body_of(mention: Mention, countries: Sequence[Called]) -> Body | None:
    """Return the body that a mention names: the longest listed name in it, a country in its midst left out."""
    near = within(mention, countries)
    bare = [word for word in mention.spelled if not any(one.span.covers(word.span) for one in near)]
    for words in (mention.spelled, bare):
        found = named(words)
        if found is not None:
            name, stop = found
            behind = [key(word.text) for word in words[stop:] if word.text[0].isupper()]
            owner = next((one.country.name for one in near), " ".join(behind))
            return Body(mention, name, owner, bool(near))
    return None


def named(words: Sequence[Word]) -> tuple[str, int] | None:
    """Return the short name of the body that words name, and where its name ends in them; «управление МВД» is none."""
    keys = tuple(key(word.text) for word in words)
    for first in range(min(len(keys), BEFORE)):
        if first and words[first - 1].pos != "ADJ":
            return None
        for stop in range(min(len(keys), first + longest()), first, -1):
            name = bodies().get(keys[first:stop])
            if name is not None:
                return name, stop
    return None


def within(mention: Mention, countries: Sequence[Called]) -> list[Called]:
    """Return the countries named in a mention, and the one whose adjective stands right before it."""
    place = mention.span
    first = bisect_left(countries, place.start - 1, key=lambda one: one.span.stop)
    near = takewhile(lambda one: one.span.start < place.stop, countries[first:])
    return [one for one in near if place.covers(one.span) or (one.adjective and one.span.stop + 1 == place.start)]


@lru_cache(maxsize=50_000)
def key(word: str) -> str:
    """Return what the forms of a word of a name have in common."""
    bent = BENT.fullmatch(word)
    if bent or word.isupper():
        return plain((bent[1] if bent else word).lower())
    return plain(lemma(word, "ru"))


@cache
def bodies() -> dict[tuple[str, ...], str]:
    """Return the short name of each body by the keys of each of its names."""
    return {tuple(key(word) for word in one.split()): short for short, one in listed()}


@cache
def longest() -> int:
    """Return how many words the longest name has."""
    return max(len(name) for name in bodies())


def listed() -> Iterator[tuple[str, str]]:
    """Yield the names of bodies, each with the short one."""
    for short, long, others in table("ru", "bodies"):
        yield short, short
        yield from ((short, name) for names in (long, others.strip("-")) for name in names.split(",") if name)
