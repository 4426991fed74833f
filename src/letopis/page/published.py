"""Said and the top of the page → when the article was published and changed, each with where it was read."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from itertools import chain
from typing import Any, NamedTuple

from letopis.language.lists import plain, word_list
from letopis.model import Dated
from letopis.page.facts import Marked, Said
from letopis.page.head.dateline import dateline_of
from letopis.page.head.stamps import clock_in, day_in, iso_of, plain_day, spaced, stamps_in
from letopis.page.head.top import Top
from letopis.page.head.yearless import yearless_of
from letopis.page.marks import bit
from letopis.page.tree import Leaf

__all__ = ["day_in", "from_url", "iso_of", "modified_of", "plausible", "published_of"]

PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "dcterms.issued",
    "citation_publication_date",
    "citation_date",
    "pubdate",
    "publishdate",
    "pub_date",
    "date",
    "dc.date",
    "article.published",
    "publish-date",
    "publish_date",
    "published",
    "publication_date",
    "mediator_published_time",
    "cxenseparse:recs:publishtime",
)
MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified", "lastmod")
PUBLISHING = re.compile(
    r"^(?!.*(?:updat|modif)).*(?:publi(?:sh|c)\w*[ ._:-]?(?:date|time|at$)|published$|release[ ._-]?date|"
    r"(?:date|time)[ ._:-]?(?:publi|created|issued|available|release|original))"
)
IN_URL = re.compile(r"/((?:19|20)\d\d)[/-]?([01]\d)[/-]?([0-3]\d)(?:/|-|\D|$)")
CODES = ("en", "ru", "be", "uk", "de", "fr", "es", "pt", "it", "pl", "nl", "sv", "da", "nb", "el")
NUMBERS = re.compile(r"\d(?:\d{3}| ?[./] ?\d|:\d\d)")
LONGEST_DATE, LONGEST_CREDITED, LONGEST_STAMP, FIRST, LINKED = 24, 60, 160, 3, 0.6
AMONG, LAST, NEAREST, LONGEST_NAME = 2, 3, 4, 60
EARLIEST, LATEST = date(1990, 1, 1), date(2100, 1, 1)
SLACK = timedelta(days=1)
FARTHEST_ZONE, QUARTER, MINUTE = 14 * 3600, 900, 60


class Printed(NamedTuple):
    """A day that a line prints: 0 where it is called a date, 1 before the article's words, 2 among them, 3 a credit."""

    day: str
    leaf: Leaf
    rank: int
    at: int


def published_of(said: Said, top: Top, url: str | None, fetched: datetime | None) -> Dated | None:
    """Return when the article was published: as data say, on the day that the page prints."""
    told = chosen(given(said, "datePublished", PUBLISHED), fetched) or chosen(named(said), fetched)
    printed = [line for line in printed_near(top, said.declared) if plausible(line.day, fetched)]
    if told:
        return agreed(said, told, printed, fetched) or localised(told, printed, url)
    if plainly := chosen((("text", day) for day in called_published(top, said.declared)), fetched):
        return plainly
    if near := timed(said, printed, fetched):
        return localised(near, printed, url)
    if found := from_url(url, fetched) or (Dated(printed[0].day, "text") if printed else None):
        return found
    begun = (("text", day) for day in (dateline_of(top, said.declared),))
    far = (("text", day) for day, _ in printed_far(top, said.declared))
    yearless = (("text", day) for day in (yearless_of(top, said.declared, fetched),))
    return chosen(chain(loosely(given(said, "datePublished", PUBLISHED)), begun, far, yearless), fetched)


def loosely(told: Iterator[tuple[str, Any]]) -> Iterator[tuple[str, Any]]:
    """Yield what data say in words or with the day first, which may be read in two ways: "03/09/2026"."""
    yield from ((source, day_in(value[:LONGEST_STAMP])) for source, value in told if isinstance(value, str))


def given(said: Said, name: str, tags: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    """Yield what data say of a time: the article's object, meta tags, attributes, the page's object."""
    yield "json-ld", said.graph.get(name)
    for tag in tags:
        if tag in said.meta:
            yield "meta", said.meta[tag][0]
    for each in said.marked.get(name, ()):
        yield "time", each.attributes.get("datetime") or each.attributes.get("content") or each.words
    for thing in said.objects:
        yield "json-ld", thing.get(name)


def agreed(said: Said, told: Dated, printed: list[Printed], fetched: datetime | None) -> Dated | None:
    """Return the other day of the page's data that it prints as its date, where it does not print the told one."""
    days = [each.day for each in printed if each.rank < AMONG]
    if not days or told.value[:10] in {each.day for each in printed}:
        return None
    claims = [*given(said, "datePublished", PUBLISHED), *given(said, "dateModified", MODIFIED)]
    found = [each for claim in claims if (each := chosen([claim], fetched)) and each.value[:10] in days]
    return next(iter(found), None)


def named(said: Said) -> Iterator[tuple[str, Any]]:
    """Yield what meta tags say whose own names tell that they hold the day of publication: "w-published-date"."""
    names = (name for name in said.meta if len(name) < LONGEST_NAME and PUBLISHING.search(name))
    return (("meta", said.meta[name][0]) for name in names)


def called_published(top: Top, language: str | None) -> Iterator[str]:
    """Yield the days that lines near the headline and after the article call those of publication."""
    for leaf in (*top.near, *top.after):
        if len(leaf.text) < LONGEST_STAMP and not leaf.anchors and NUMBERS.search(leaf.text):
            yield from (day for day, words in led_days(leaf.text, language) if published().search(words))


def localised(told: Dated, printed: list[Printed], url: str | None) -> Dated:
    """Return a time on the day that the page prints, a day off where its data use another zone."""
    day = date.fromisoformat(told.value[:10])
    sure = [each for each in printed if each.rank < AMONG]
    if not sure or len(told.value) == len(sure[0].day) or told.value[:10] in {each.day for each in sure}:
        return told
    # A masthead prints the day on which it was fetched.
    if (named := from_url(url, None)) and named.value == told.value[:10]:
        return told
    if abs(date.fromisoformat(sure[0].day) - day) != SLACK:
        return told
    return zoned(told, sure[0].day, sure[0].leaf) or Dated(sure[0].day, "text")


def zoned(told: Dated, day: str, leaf: Leaf) -> Dated | None:
    """Return a time in the zone of the clock that is printed beside the day, None where no clock is."""
    clock = clock_in(leaf.text)
    when = datetime.fromisoformat(told.value)
    if clock is None or when.utcoffset() is None:
        return None
    here = datetime.fromisoformat(day).replace(hour=clock[0], minute=clock[1])
    ahead = (here - when.astimezone(UTC).replace(tzinfo=None)).total_seconds()
    shift = round(ahead / QUARTER) * QUARTER
    # A clock that differs by odd minutes is that of another deed, such as the last change.
    if abs(ahead - shift) > MINUTE or abs(shift) > FARTHEST_ZONE:
        return None
    return Dated(when.astimezone(timezone(timedelta(seconds=shift))).isoformat(), told.source)


def timed(said: Said, printed: list[Printed], fetched: datetime | None) -> Dated | None:
    """Return the machine-readable time whose words stand near the headline, else the only one on the page."""
    times = said.marked.get("<time>", [])
    near = [each for each in times if (words := each.words) and any(words in line.leaf.text for line in printed)]
    if not near and not any(line.rank < AMONG for line in printed):
        near = times[:FIRST]
    return chosen([("time", moment_of(each)) for each in near], fetched)


def moment_of(time: Marked) -> str | None:
    """Return what a time element says: to machines, else to people."""
    return time.attributes.get("datetime") or next(days_of(time.words, None), None)


def printed_near(top: Top, language: str | None) -> list[Printed]:
    """Return the days that lines near the headline print, but those of a change: first those that are surely dates."""
    found: list[Printed] = []
    end = top.kept[-1] if top.kept else top.at
    for at in top.places:
        leaf = top.page.leaves[at]
        if len(leaf.text) >= LONGEST_STAMP or not NUMBERS.search(leaf.text):
            continue
        elsewhere = at > end > top.at and leaf.linked * 2 > len(leaf.text)  # links after the article lead to others
        # Farther above than the nearest date stands the day of the visit.
        if not elsewhere and not (at < top.at and any(each.at < top.at for each in found)):
            rank = rank_of(top, at, leaf)
            found += [Printed(day, leaf, rank, at) for day in days_of(leaf.text, language) if rank <= LAST]
    return sorted(found, key=lambda each: each.rank)


def rank_of(top: Top, at: int, leaf: Leaf) -> int:
    """Return how sure it is that a line's date is the article's: 0 surely, more is less, beyond `LAST` not at all."""
    start, end = (top.kept[0], top.kept[-1]) if top.kept else (top.at, top.at)
    marks = leaf.marks | top.page.elements[leaf.element].marks
    if marks & (bit("caption") | bit("credit")):  # a picture's, or that of the agency: "River Press, 5 May 2026"
        return LAST if len(leaf.text) < LONGEST_CREDITED else LAST + 1
    if at > end > top.at or at < top.at - NEAREST:
        return AMONG
    if marks & bit("date"):
        return 0
    if at < start or len(leaf.text) < LONGEST_DATE:
        return 1
    return LAST if leaf.text.endswith(".") and len(leaf.text) > LONGEST_CREDITED else AMONG


def printed_far(top: Top, language: str | None) -> Iterator[tuple[str, Leaf]]:
    """Yield the days of lines right after the article, and of those before its end that are called a date; no links."""
    end = top.kept[-1] if top.kept else top.at
    before = [leaf for leaf in top.page.leaves[: end + 1] if leaf.linked < len(leaf.text) * LINKED]
    called = [leaf for leaf in before if (leaf.marks | top.page.elements[leaf.element].marks) & bit("date")]
    after = [leaf for leaf in top.after[:FIRST] if not leaf.anchors]
    for leaf in (*after, *called):
        if len(leaf.text) < LONGEST_STAMP:
            yield from ((day, leaf) for day in days_of(leaf.text, language))


def days_of(text: str, language: str | None) -> Iterator[str]:
    """Yield the days of a line but those before which it says "updated"."""
    return (day for day, change in marked_days(text, language) if not change)


def marked_days(text: str, language: str | None) -> Iterator[tuple[str, bool]]:
    """Yield the days of a line, and of each whether the line says that it is the day of a change."""
    return ((day, changed().search(words) is not None) for day, words in led_days(text, language))


def led_days(text: str, language: str | None) -> Iterator[tuple[str, str]]:
    """Yield the days of a line, and of each the words before it."""
    if not NUMBERS.search(text):
        return
    text, end = spaced(text), 0
    for stamp in stamps_in(text, language):
        yield stamp.day, plain(text[end : stamp.start].casefold())
        end = stamp.stop


@cache
def changed() -> re.Pattern[str]:
    """Return how pages say that a date is that of a change, in all our languages."""
    return any_of("updated")


@cache
def published() -> re.Pattern[str]:
    """Return how pages say that a date is that of publication, in all our languages."""
    return any_of("published")


def any_of(name: str) -> re.Pattern[str]:
    """Return the words of a list in all our languages."""
    return re.compile("|".join(re.escape(word) for code in CODES for word in sorted(word_list(code, name))))


def modified_of(said: Said, top: Top, fetched: datetime | None) -> Dated | None:
    """Return when the article was last changed: as data say, else on the day that a line near the headline says."""
    told = [*given(said, "dateModified", MODIFIED)]
    if found := chosen(told, fetched):
        return found
    lines = [leaf.text for leaf in top.near if len(leaf.text) < LONGEST_STAMP and NUMBERS.search(leaf.text)]
    printed = [day for line in lines for day, change in marked_days(line, said.declared) if change]
    return chosen([*loosely(iter(told)), *(("text", day) for day in printed)], fetched)


def chosen(candidates: Iterable[tuple[str, Any]], fetched: datetime | None) -> Dated | None:
    """Return the first candidate that is a date a page could have had when it was fetched."""
    for source, value in candidates:
        found = iso_of(value) or plain_day(value) if isinstance(value, str) else None
        if found and plausible(found, fetched):
            return Dated(found, source)
    return None


def plausible(found: str, fetched: datetime | None) -> bool:
    """Say whether a page fetched at this time can have this date."""
    day = date.fromisoformat(found[:10])
    return EARLIEST <= day <= (LATEST if fetched is None else (fetched + SLACK).date())


def from_url(url: str | None, fetched: datetime | None) -> Dated | None:
    """Return the day that an address carries."""
    match = IN_URL.search(url or "")
    found = iso_of("-".join(match.groups())) if match else None
    return Dated(found, "url") if found and plausible(found, fetched) else None
