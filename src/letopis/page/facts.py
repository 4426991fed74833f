"""Tree → what a page says of its article in data: the JSON-LD object, meta tags, attributes, its own address."""

import json
from collections.abc import Iterator
from itertools import chain
from typing import Any, NamedTuple
from urllib.parse import urljoin

import msgspec
from selectolax.lexbor import LexborHTMLParser, LexborNode

KINDS = (
    "Article NewsArticle BlogPosting ReportageNewsArticle LiveBlogPosting OpinionNewsArticle AnalysisNewsArticle "
    "BackgroundNewsArticle ReviewNewsArticle AskPublicNewsArticle SocialMediaPosting TechArticle ScholarlyArticle "
    "Report AdvertiserContentArticle MedicalWebPage"
)
ARTICLES = frozenset(KINDS.split())
# One search for all, since each walks over the whole tree; the fewer it asks of a body the sooner it is done.
IN_HEAD = 'title, meta, link[rel=canonical], base[href], script[type="application/ld+json"], [itemprop], [rel~=author]'
IN_BODY = 'meta, link[rel=canonical], script[type="application/ld+json"], time, [itemprop], [rel~=author], [rel~=tag]'
TAGS = frozenset(("title", "meta", "link", "base", "script", "time"))
NAMES = ("property", "name", "itemprop")
DEEPEST = 6


class Marked(NamedTuple):
    """An element that its attributes describe, and the attributes."""

    node: LexborNode
    attributes: dict[str, str | None]

    @property
    def words(self) -> str:
        """Return the words inside the element, inner elements set apart."""
        return " ".join(self.node.text(separator=" ").split())


class Said(NamedTuple):
    """What a page says in data, `graph` being the JSON-LD object of its article; empty where it says nothing."""

    graph: dict[str, Any]
    meta: dict[str, list[str]]  # by lower-cased name
    canonical: str | None
    kinds: frozenset[str]  # of all objects
    things: dict[str, dict[str, Any]]  # objects by their `@id`
    objects: tuple[dict[str, Any], ...]
    titled: str | None
    declared: str | None
    marked: dict[str, list[Marked]]  # elements by tag, `rel`, `itemprop`


def said_by(tree: LexborHTMLParser, url: str | None) -> Said:
    """Read the structured data of a page."""
    found: dict[str, list[Marked]] = {}
    for node in chain(sought(tree.head, IN_HEAD), sought(tree.body, IN_BODY)):
        marked = Marked(node, node.attributes)
        for key in keys_of(node.tag or "", marked.attributes):
            found.setdefault(key, []).append(marked)
    meta: dict[str, list[str]] = {}
    for marked in found.get("<meta>", ()):
        name = next(filter(None, map(marked.attributes.get, NAMES)), None)
        content = (marked.attributes.get("content") or "").strip()
        if name and content:
            meta.setdefault(name.lower(), []).append(content)
    objects = tuple(described(found.get("<script>", ())))
    graph = next((each for each in objects if ARTICLES & kinds_of(each)), {})
    # Where a head is broken off, its title stands in the body.
    title = found["<title>"][0].node if "<title>" in found else tree.css_first("title")
    titled = " ".join(title.text().split()) if title is not None else ""
    return Said(
        graph,
        meta,
        canonical(found, url),
        frozenset().union(*map(kinds_of, objects)),
        {each["@id"]: each for each in objects if isinstance(each.get("@id"), str) and len(each) > 1},
        objects,
        titled or None,
        tree.root.attributes.get("lang") if tree.root is not None else None,
        found,
    )


def sought(within: LexborNode | None, names: str) -> list[LexborNode]:
    """Return the elements of a head or body that selectors name."""
    return [] if within is None else within.css(names)


def keys_of(tag: str, attributes: dict[str, str | None]) -> list[str]:
    """Return what an element is said to be: by its tag, its rel, its itemprop."""
    keys = [f"<{tag}>"] if tag in TAGS else []
    if tag != "link" and (rel := attributes.get("rel")):
        keys += rel.split()
    if "itemprop" in attributes and (properties := attributes["itemprop"]):
        keys += properties.split()
    return keys


def canonical(found: dict[str, list[Marked]], url: str | None) -> str | None:
    """Return the address the page gives as its own."""
    own = [each for each in found.get("<meta>", ()) if each.attributes.get("property") == "og:url"]
    for each in (*found.get("<link>", ())[:1], *own[:1]):
        if href := each.attributes.get("href") or each.attributes.get("content"):
            return absolute(href, url)
    return based(found)


def based(found: dict[str, list[Marked]]) -> str | None:
    """Return the address that an old page gives as the base of its links, if it is the page's and not a folder's."""
    href = (found["<base>"][0].attributes.get("href") or "").strip() if "<base>" in found else ""
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


def described(scripts: list[Marked] | tuple[()]) -> Iterator[dict[str, Any]]:
    """Yield the JSON-LD objects of a page."""
    for script in scripts:
        yield from objects_in(json_of(script.node.text()), 0)


def kinds_of(thing: dict[str, Any]) -> set[str]:
    """Return what kinds of thing a JSON-LD object says it is."""
    kind = thing.get("@type")
    return set(map(str, kind)) if isinstance(kind, list) else {str(kind)}


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


def objects_in(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON value, outermost first."""
    if isinstance(value, dict):
        yield value
        nested = [value[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in value]
    else:
        nested = value if isinstance(value, list) else []
    if depth < DEEPEST:
        for part in nested:
            yield from objects_in(part, depth + 1)


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


def folded(text: str) -> str:
    """Return the letters and digits of a text in lower case."""
    return "".join(filter(str.isalnum, text.casefold()))


def outlet_of(said: Said) -> str | None:
    """Return the name of the outlet; of a channel's preview it is the channel."""
    if first(said, "og:site_name") == "Telegram":
        return first(said, "og:title")
    return first(said, "og:site_name", "application-name") or text_of(said.graph.get("publisher"))
