"""Tree → what a page says of its article: title, authors, section, outlet, address; structured data first."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any, NamedTuple
from urllib.parse import urljoin

import msgspec
from selectolax.lexbor import LexborHTMLParser

from letopis.page.tree import TAG_MARKS, Grove

KINDS = (
    "Article NewsArticle BlogPosting ReportageNewsArticle LiveBlogPosting OpinionNewsArticle AnalysisNewsArticle "
    "BackgroundNewsArticle ReviewNewsArticle AskPublicNewsArticle SocialMediaPosting TechArticle ScholarlyArticle "
    "Report AdvertiserContentArticle MedicalWebPage"
)
ARTICLES = frozenset(KINDS.split())
DEEPEST, MOST_DRAWN = 6, 2
LEAST_TITLE, LEAST_WORDS, LONGEST_TITLE = 10, 2, 300
NAMED = re.compile(r"\s+[|»·•—–-]\s+|\s*::+\s+|\s+[|»]+")
PARTED = re.compile(r"\s+[|/»·•—–-]\s+|\s*:::?\s+|\s+[|»]+|:\s+(?=\S)")


class Said(NamedTuple):
    """What a page's head says: the JSON-LD object of its article, and its meta tags by lower-cased name."""

    graph: dict[str, Any]
    meta: dict[str, list[str]]
    canonical: str | None
    kinds: frozenset[str]


def said_by(tree: LexborHTMLParser, url: str | None) -> Said:
    """Read the structured data of a page."""
    meta: dict[str, list[str]] = {}
    for node in tree.css("meta"):
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        content = (attributes.get("content") or "").strip()
        if name and content:
            meta.setdefault(name.lower(), []).append(content)
    graph, kinds = article_object(tree)
    return Said(graph, meta, canonical(tree, url), kinds)


def canonical(tree: LexborHTMLParser, url: str | None) -> str | None:
    """Return the address the page gives as its own."""
    node = tree.css_first('link[rel="canonical"]') or tree.css_first('meta[property="og:url"]')
    href = node and (node.attributes.get("href") or node.attributes.get("content"))
    return absolute(href, url) if href else based(tree)


def based(tree: LexborHTMLParser) -> str | None:
    """Return the address that an old page gives as the base of its links, if it is the page's and not a folder's."""
    node = tree.css_first("base[href]")
    href = ((node and node.attributes.get("href")) or "").strip()
    return absolute(href, None) if href.count("/") > len("//") and not href.endswith("/") else None


def absolute(href: str, url: str | None) -> str | None:
    """Return a link's full address, None if it leads nowhere on the web."""
    if href.startswith(("https://", "http://")) and " " not in href and "[" not in href:
        return href
    if href.startswith(("#", "javascript:", "mailto:", "tel:", "data:")):
        return None
    try:
        full = urljoin(url or "", href.strip())
    except ValueError:
        return None
    return full if full.startswith(("http://", "https://")) else None


def article_object(tree: LexborHTMLParser) -> tuple[dict[str, Any], frozenset[str]]:
    """Return the JSON-LD object that describes the article, empty where there is none, and the kinds of all objects."""
    article: dict[str, Any] = {}
    kinds: set[str] = set()
    for node in tree.css('script[type="application/ld+json"]'):
        for found in objects(json_of(node.text()), 0):
            kind = found.get("@type")
            these = set(map(str, kind)) if isinstance(kind, list) else {str(kind)}
            kinds |= these
            if not article and ARTICLES & these:
                article = found
    return article, frozenset(kinds)


def json_of(text: str) -> Any:
    """Read JSON as sites write it: with raw line breaks in strings, or inside a comment; None if that fails."""
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError):
        pass
    try:
        return json.loads(text.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON value, outermost first."""
    if isinstance(value, dict):
        yield value
        nested = [value[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in value]
    else:
        nested = value if isinstance(value, list) else []
    if depth < DEEPEST:
        for part in nested:
            yield from objects(part, depth + 1)


def first(said: Said, *names: str) -> str | None:
    """Return the first meta tag that is there."""
    for name in names:
        if name in said.meta:
            return said.meta[name][0]
    return None


def text_of(value: Any) -> str | None:
    """Return a JSON value as a line of text."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value")
    return " ".join(value.split()) or None if isinstance(value, str) else None


def title_of(said: Said, page: Grove) -> str | None:
    """Return the headline: the top heading that the page's own titles agree with, else the best part of a title."""
    told = titles(said, page.tree)
    heads = heads_of(page)
    for head in sorted(heads, key=len, reverse=True):
        if len(head) >= LEAST_TITLE and any(folded(head) in folded(title) for title in told):
            return head
    for title in told[:2]:
        if any(folded(title) in folded(head) and len(title) * 2 > len(head) for head in heads):
            return title
    proper = [head for head in heads if len(head.split()) > LEAST_WORDS]
    if len(proper) == 1 or (proper and not told):
        return proper[0]
    return from_titles(told, page) or next(iter(heads), None)


def titles(said: Said, tree: LexborHTMLParser) -> list[str]:
    """Return what the page's head gives as its title, the most telling first."""
    node = tree.css_first("title")
    given = [
        first(said, "og:title"),
        text_of(said.graph.get("headline")),
        first(said, "twitter:title"),
        node.text() if node is not None else None,
    ]
    return [" ".join(unescape(title).split()) for title in given if title and title.strip()]


def heads_of(page: Grove) -> list[str]:
    """Return the words of each top heading."""
    found: dict[int, list[str]] = {}
    for leaf in page.leaves:
        index = leaf.element
        if page.elements[index].tag != "h1" and page.elements[index].above & TAG_MARKS["h1"]:
            index = page.elements[index].parent
        if page.elements[index].tag == "h1":
            found.setdefault(index, []).append(leaf.text)
    drawn = [node.attributes.get("alt") or "" for node in page.tree.css("h1 img")[:MOST_DRAWN]]
    # A logo may stand in the top heading, too; its name is shorter than a headline.
    spelled = [alt.split() for alt in drawn if len(alt.split()) > LEAST_WORDS + 1]
    return [" ".join(words) for words in (*found.values(), *spelled)]


def from_titles(told: list[str], page: Grove) -> str | None:
    """Return the part of a title that stands on the page by itself, else the longest part."""
    if not told:
        return None
    texts = {folded(leaf.text) for leaf in page.leaves if len(leaf.text) < LONGEST_TITLE}
    for title in told:
        parts = [title, *title.split(" :: "), *PARTED.split(title)]
        for part in sorted(parts, key=len, reverse=True):
            if len(part) >= LEAST_TITLE and folded(part) in texts:
                return part.strip()
    return max(NAMED.split(told[0]), key=len).strip()


def folded(text: str) -> str:
    """Return the letters and digits of a text in lower case."""
    return "".join(filter(str.isalnum, text.casefold()))


def section_of(said: Said) -> str | None:
    """Return the section's name."""
    names = ("article:section", "section", "parsely-section", "articlesection")
    return text_of(said.graph.get("articleSection")) or first(said, *names)


def outlet_of(said: Said) -> str | None:
    """Return the name of the outlet; of a channel's preview it is the channel."""
    if first(said, "og:site_name") == "Telegram":
        return first(said, "og:title")
    return first(said, "og:site_name", "application-name") or text_of(said.graph.get("publisher"))
