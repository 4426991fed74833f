"""Said, a page and its address → the outlet's name as it is printed, where data lack it or print the address."""

from collections.abc import Iterator
from itertools import chain
from urllib.parse import urlsplit

from letopis.page.facts import Said, folded, text_of
from letopis.page.head.headline import PARTED, is_home
from letopis.page.head.top import Top
from letopis.page.outlet.address import keys_of, named_by
from letopis.page.outlet.colophon import SIGN, owner_of
from letopis.page.outlet.masthead import outlet_named
from letopis.page.outlet.sounds import sounds_of

LONGEST, ALIKE = 160, 4


def outlet_printed(said: Said, top: Top, title: str | None, url: str | None) -> str | None:
    """Return the outlet's name: as data or the masthead give it, else as the page spells the name of its site."""
    told = outlet_named(said, top.page, title)
    if told and (" " in told or told != told.lower()):
        return told
    url, parts = said.canonical or url, list(parts_of(said, title))
    keys, lines = keys_of(url), lines_of(said, top, parts, None if told else url)
    if told:  # a bare word, as in the address
        key = sounds_of(told)
        return named_by(keys | {key} if key in keys else frozenset((key,)), lines) or told
    return named_by(keys, lines) or owner(top, parts)


def parts_of(said: Said, title: str | None) -> Iterator[str]:
    """Yield the parts of the page's title that are not of the headline, the last first."""
    parts, own = PARTED.split(said.titled or ""), folded(title or "")
    others = [part for part in parts if (key := folded(part)) and key not in own]
    if len(others) == len(parts):  # the headline is said in other words
        others.remove(max(others, key=len))
    yield from reversed(others)


def lines_of(said: Said, top: Top, parts: list[str], url: str | None) -> Iterator[str]:
    """Yield what may hold the outlet's name: titles, the publisher in data, lines of copyright, links home."""
    yield from parts
    yield text_of(said.graph.get("publisher")) or ""
    leaves = top.page.leaves
    yield from (leaf.text for leaf in leaves if len(leaf.text) < LONGEST and SIGN.search(leaf.text))
    pictures = ((picture.link, picture.attributes.get("alt") or "") for picture in top.page.pictures)
    anchors = ((anchor.href, anchor.text) for leaf in leaves for anchor in leaf.anchors)
    yield from (words for href, words in chain(pictures, anchors) if href is not None and is_own_home(href, url))


def is_own_home(href: str, url: str | None) -> bool:
    """Say whether a link leads to the front page of the page's own site, or of any where no address is given."""
    return is_home(href) and (url is None or not href.startswith("http") or host_of(href) == host_of(url))


def host_of(url: str | None) -> str:
    """Return the name of a site's machine, without "www"."""
    return (urlsplit(url or "").hostname or "").removeprefix("www.")


def owner(top: Top, parts: list[str]) -> str | None:
    """Return whose the copyright is, by the last such line below the article, if the title names nobody else."""
    end = top.kept[-1] if top.kept else 0
    name = next(filter(None, (owner_of(leaf.text) for leaf in reversed(top.page.leaves[end + 1 :]))), None)
    return name if name and (not parts or any(agree(name, part) for part in parts)) else None


def agree(name: str, part: str) -> bool:
    """Say whether a name and a part of a title share a word."""
    words, others = (
        {sounds for word in words.split() if len(sounds := sounds_of(word)) >= ALIKE} for words in (name, part)
    )
    return not words.isdisjoint(others)
