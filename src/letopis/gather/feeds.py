"""A feed → its entries: those printed in full as small pages of their own, the rest as addresses to fetch."""

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime
from html import escape
from time import struct_time
from typing import Any
from urllib.parse import urljoin
from xml.parsers import expat

import feedparser
import msgspec
import re2

from letopis.gather.addresses import fault_of
from letopis.model import Capture, Refusal

MOST_ENTRIES = 1_000
MOST_DEPTH = 200
LONG_SUMMARY = 600
TAG = re2.compile(r"<[^<>]*>")
ENTITY = re2.compile(rb"(?i)<!ENTITY")
PAGE = """<!DOCTYPE html>
<html{language}><head><meta charset="utf-8"><title>{title}</title>
<base href="{url}"><link rel="canonical" href="{url}">{metas}</head>
<body><article><h1>{title}</h1>
{content}
</article></body></html>
"""


class ToFetch(msgspec.Struct, frozen=True):
    """An entry that says no more than where its page is."""

    url: str


def entries_of(feed: Capture) -> Iterator[Capture | ToFetch | Refusal]:
    """Go through a feed's entries, in the feed's order."""
    fault = hostile(feed.body)
    parsed = None if fault else feedparser.parse(feed.body, sanitize_html=False, resolve_relative_uris=False)
    if parsed is None or not parsed.entries:
        yield Refusal(feed.url, f"not a readable feed: {fault or 'no entries'}")
        return
    for number, entry in enumerate(parsed.entries[:MOST_ENTRIES], start=1):
        yield entry_of(entry, number, parsed.feed, feed)
    if len(parsed.entries) > MOST_ENTRIES:
        yield Refusal(f"{feed.url}#rest", f"{len(parsed.entries) - MOST_ENTRIES} entries over {MOST_ENTRIES} not read")


def entry_of(entry: Any, number: int, channel: Any, feed: Capture) -> Capture | ToFetch | Refusal:
    """Make a page of an entry that is printed in full, an address of one that is not."""
    link = link_of(entry, urljoin(feed.final_url, channel.get("link") or ""))
    content = content_of(entry)
    if content is None:
        return ToFetch(link) if link else Refusal(f"{feed.url}#{number}", "an entry without text or link")
    url = link or f"{feed.url}#{number}"
    return page_capture(url, page_of(entry, channel, url, content), feed)


def link_of(entry: Any, base: str) -> str | None:
    """Return the web address of an entry's page; None where it has none."""
    link = urljoin(base, (entry.get("link") or "").strip())
    return link if entry.get("link") and fault_of(link) is None else None


def page_capture(url: str, page: str, feed: Capture) -> Capture:
    """Capture an entry's page as of the time at which its feed was fetched."""
    body = page.encode("utf-8", "replace")
    headers = (("content-type", "text/html; charset=utf-8"),)
    digest = hashlib.sha256(body).hexdigest()
    return Capture(url, url, feed.fetched, 200, "text/html", headers, body, digest)


def content_of(entry: Any) -> str | None:
    """Return an entry's full text as HTML; None where it prints a summary or nothing."""
    for part in entry.get("content") or ():
        if part.get("value", "").strip():
            return paragraphs(part["value"])
    summary = entry.get("summary") or ""
    return paragraphs(summary) if len(TAG.sub("", summary)) >= LONG_SUMMARY else None


def paragraphs(content: str) -> str:
    """Return a text without tags as paragraphs, and HTML as it is."""
    if TAG.search(content):
        return content
    return "\n".join(f"<p>{escape(line.strip())}</p>" for line in content.splitlines() if line.strip())


def page_of(entry: Any, channel: Any, url: str, content: str) -> str:
    """Set an entry as a page: title, time, author, outlet and address where every reader of pages looks for them."""
    language = channel.get("language")
    return PAGE.format(
        language=f' lang="{escape(language)}"' if language else "",
        title=escape(TAG.sub("", entry.get("title") or "")),
        url=escape(url),
        metas="".join(metas(entry, channel)),
        content=content,
    )


def metas(entry: Any, channel: Any) -> Iterator[str]:
    """Give the meta tags that say when, by whom and where an entry was published."""
    yield meta("property", "og:type", "article")
    if published := time_of(entry.get("published_parsed")):
        yield meta("property", "article:published_time", published)
    # The parser's dictionary would answer with the time of publication, and a warning.
    if updated := time_of(dict.get(entry, "updated_parsed")):
        yield meta("property", "article:modified_time", updated)
    for name in authors(entry):
        yield meta("name", "author", name)
    if channel.get("title"):
        yield meta("property", "og:site_name", channel["title"])


def authors(entry: Any) -> list[str]:
    """Return the names an entry is signed with, each once."""
    named = [author.get("name") for author in entry.get("authors") or ()]
    return list(dict.fromkeys(name for name in [*named, entry.get("author")] if name))[: len(named) or 1]


def meta(key: str, name: str, content: str) -> str:
    """Write a meta tag."""
    return f'<meta {key}="{name}" content="{escape(content)}">'


def time_of(parsed: struct_time | None) -> str | None:
    """Return a time that the feed's reader has put into UTC as ISO 8601."""
    return datetime(*parsed[:6], tzinfo=UTC).isoformat() if parsed else None


def hostile(body: bytes) -> str | None:
    """Say what makes a feed dangerous to parse: entities of its own, or a depth no feed has."""
    if ENTITY.search(body):
        return "it declares entities"
    return "it is nested too deep" if deepest(body) > MOST_DEPTH else None


def deepest(body: bytes) -> int:
    """Return how deep the elements of an XML text nest, as far as it is well-formed and a little over the limit."""
    depth = Depth()
    parser = expat.ParserCreate()
    parser.StartElementHandler = depth.down
    parser.EndElementHandler = depth.up
    try:
        parser.Parse(body, True)  # noqa: FBT003  (the parser's own signature)
    except (expat.ExpatError, TooDeep, ValueError):
        return depth.most
    return depth.most


class TooDeep(Exception):
    """Stops the parser: it need not see the rest."""


class Depth:
    """Counts how deep the parser stands; the parser's callbacks leave no room for a frozen value."""

    def __init__(self) -> None:
        self.now = 0
        self.most = 0

    def down(self, _tag: str, _attributes: dict[str, str]) -> None:
        """Go one element deeper."""
        self.now += 1
        self.most = max(self.most, self.now)
        if self.most > MOST_DEPTH:
            raise TooDeep

    def up(self, _tag: str) -> None:
        """Come back from an element."""
        self.now -= 1
