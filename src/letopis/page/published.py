"""Tree and head → when the article was published and changed, each with where it was read."""

import re
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from babel.dates import get_month_names
from selectolax.lexbor import LexborHTMLParser

from letopis.model import Dated
from letopis.page.facts import Said
from letopis.page.marks import bit
from letopis.page.tree import Grove

PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "pubdate",
    "date",
    "dc.date",
    "article.published",
    "publish-date",
    "publication_date",
    "cxenseparse:recs:publishtime",
)
MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "lastmod")
ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ]+(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?\s?(Z|[+-]\d\d:?\d\d)?)?")
IN_URL = re.compile(r"/((?:19|20)\d\d)[/-]?([01]\d)[/-]?([0-3]\d)(?:/|-|\D|$)")
NUMERIC = re.compile(r"\b([0-3]\d)[./]([01]\d)[./]((?:19|20)\d\d)\b")
WORDS = re.compile(r"\d{1,4}(?=(?:st|nd|rd|th)\b)|\w+")
CODES = ("en", "ru", "be", "uk", "de", "fr", "es", "pt", "it", "pl", "nl")
AROUND_HEAD, LONGEST_STAMP = 12, 160
EARLIEST = date(1990, 1, 1)
SLACK = timedelta(days=1)


def published_of(said: Said, page: Grove, url: str | None, fetched: datetime | None) -> Dated | None:
    """Return when the article was published."""
    candidates = [
        ("json-ld", said.graph.get("datePublished")),
        *(("meta", said.meta[name][0]) for name in PUBLISHED if name in said.meta),
        ("time", time_of(page.tree)),
    ]
    return chosen(candidates, fetched) or from_url(url, fetched) or chosen([("text", written(page))], fetched)


def written(page: Grove) -> str | None:
    """Return the date that stands near the headline, in ISO form."""
    head = next((at for at, leaf in enumerate(page.leaves) if page.elements[leaf.element].tag == "h1"), 0)
    near = page.leaves[head : head + AROUND_HEAD] + page.leaves[max(0, head - AROUND_HEAD) : head][::-1]
    dated = bit("date")
    marked = [leaf for leaf in near if (leaf.marks | page.elements[leaf.element].marks) & dated]
    for leaf in [*marked, *near]:
        found = day_in(leaf.text) if len(leaf.text) < LONGEST_STAMP else None
        if found:
            return found
    return None


@cache
def months() -> dict[str, int]:
    """Return the names of months, long and short, in the tongues whose dates we read."""
    found: dict[str, int] = {}
    for code in CODES:
        for width in ("wide", "abbreviated"):
            for form in ("format", "stand-alone"):
                names = get_month_names(width, form, code)
                found |= {name.casefold().strip("."): number for number, name in names.items()}
    return {name: number for name, number in found.items() if len(name) > 1 and not name.isdigit()}


def day_in(text: str) -> str | None:
    """Return the first date in a line: "20 декабря 2023", "Dec. 20, 2023", "20.12.2023", with the time beside it."""
    for match in (ISO.search(text), NUMERIC.search(text)):
        if match:
            parts = match.groups()[:3]
            return iso_of("-".join(parts if len(parts[0]) == len("2024") else (parts[2], parts[1], parts[0])))
    words = WORDS.findall(text)
    for at, word in enumerate(words):
        month = months().get(word.casefold())
        found = beside(words, at, month) if month else None
        if found:
            return found
    return None


def beside(words: list[str], at: int, month: int) -> str | None:
    """Make a date of a month's name and the numbers around it."""
    around = [word for word in words[max(0, at - 1) : at + 4] if word.isdigit()]
    year = next((word for word in around if len(word) == len("2024")), None)
    day = next((word for word in around if len(word) <= len("31")), None)
    return iso_of(f"{year}-{month:02}-{int(day):02}") if year and day else None


def modified_of(said: Said, fetched: datetime | None) -> Dated | None:
    """Return when the article was last changed."""
    candidates = [
        ("json-ld", said.graph.get("dateModified")),
        *(("meta", said.meta[name][0]) for name in MODIFIED if name in said.meta),
    ]
    return chosen(candidates, fetched)


def chosen(candidates: list[tuple[str, Any]], fetched: datetime | None) -> Dated | None:
    """Return the first candidate that is a date a page could have had when it was fetched."""
    for source, value in candidates:
        found = iso_of(value) if isinstance(value, str) else None
        if found and plausible(found, fetched):
            return Dated(found, source)
    return None


def iso_of(text: str) -> str | None:
    """Return the ISO form of a date: with time and zone if it gives both, else the day alone."""
    match = ISO.match(text.strip())
    if match is None:
        return None
    year, month, day, hour, minute, second, zone = match.groups()
    try:
        when = datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0))  # noqa: DTZ001
    except ValueError:
        return None
    # A time whose zone is not known could be off by a day's half: the day alone is what the page really tells.
    if hour is None or zone is None:
        return when.date().isoformat()
    if zone == "Z":
        return f"{when.isoformat()}+00:00"
    return when.isoformat() + (zone if ":" in zone else f"{zone[:3]}:{zone[3:]}")


def plausible(found: str, fetched: datetime | None) -> bool:
    """Say whether a page fetched at this time can have this date."""
    day = date.fromisoformat(found[:10])
    return day >= EARLIEST and (fetched is None or day <= (fetched + SLACK).date())


def time_of(tree: LexborHTMLParser) -> str | None:
    """Return the first machine-readable time on the page."""
    for node in tree.css("time[datetime]")[:3]:
        value = node.attributes.get("datetime")
        if value and ISO.match(value.strip()):
            return value
    return None


def from_url(url: str | None, fetched: datetime | None) -> Dated | None:
    """Return the day that an address carries."""
    match = IN_URL.search(url or "")
    found = iso_of("-".join(match.groups())) if match else None
    return Dated(found, "url") if found and plausible(found, fetched) else None
