"""Tree and head → when the article was published and changed, each with where it was read."""

import re
from datetime import date, datetime, timedelta
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from letopis.model import Dated
from letopis.page.facts import Said

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
EARLIEST = date(1990, 1, 1)
SLACK = timedelta(days=1)


def published_of(said: Said, tree: LexborHTMLParser, url: str | None, fetched: datetime | None) -> Dated | None:
    """Return when the article was published."""
    candidates = [
        ("json-ld", said.graph.get("datePublished")),
        *(("meta", said.meta[name][0]) for name in PUBLISHED if name in said.meta),
        ("time", time_of(tree)),
    ]
    return chosen(candidates, fetched) or from_url(url, fetched)


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
    """Return the ISO form of a date: with time and zone as far as it gives them."""
    match = ISO.match(text.strip())
    if match is None:
        return None
    year, month, day, hour, minute, second, zone = match.groups()
    try:
        when = datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0))  # noqa: DTZ001
    except ValueError:
        return None
    if hour is None:
        return when.date().isoformat()
    zone = {"Z": "+00:00", None: ""}.get(zone, zone)
    return when.isoformat() + (zone if ":" in zone or not zone else f"{zone[:3]}:{zone[3:]}")


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
