"""Said and the top of the page → the names of the article's writers; a page without one gets none."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from letopis.page.facts import Said, first, folded, kinds_of, outlet_of, text_of
from letopis.page.head.printed import byline_of
from letopis.page.head.top import Top
from letopis.page.head.writers import (
    DOMAIN,
    is_collective,
    is_house,
    is_login,
    is_name,
    names_in,
    of_house,
    parted,
    without_lead,
)

__all__ = ["authors_of", "is_name", "parted", "without_lead"]

TAGS = (
    "author",
    "article:author",
    "mediator_author",
    "parsely-author",
    "byl",
    "dc.creator",
    "sailthru.author",
    "articleauthor",
)
ORGANISATIONS = frozenset(("Organization", "NewsMediaOrganization", "Corporation", "Thing"))
WORKS = frozenset(("WebPage", "Recipe", "HowTo", "ItemPage", "FAQPage", "VideoObject", "CreativeWork"))
MOST_MARKED = 4
LEAST_HOST = 4


def authors_of(said: Said, top: Top, url: str | None) -> tuple[str, ...]:
    """Return the people whom data name, else those of a byline; an office or outlet only where it is printed."""
    house = house_of(said, url)
    byline = byline_of(top)
    told = [names for names in (of_graph(said), *of_meta(said), of_marked(said, top)) if names]
    seen = [name for name in byline.names if is_person(name, house)]
    for names in told:
        if found := [name for name in names if is_person(name, house)]:
            return once(seen if prevails(seen, found) else found)
    if seen:
        return once(seen)
    printed = [name for name in byline.names if byline.led]
    alike = [name for names in told for name in names if is_name(name) and is_house(name, house)]
    return once(printed or alike)


def prevails(printed: list[str], told: list[str]) -> bool:
    """Say whether the names of a byline correct those of the data: they hold all of them and more."""
    keys, others = set(map(folded, printed)), set(map(folded, told))
    return keys > others


def is_person(name: str, house: frozenset[str]) -> bool:
    """Say whether a name is no office's, no outlet's and no login."""
    return not (is_collective(name) or is_login(name) or is_house(name, house) or of_house(name, house))


def once(names: list[str]) -> tuple[str, ...]:
    """Return each name once."""
    return tuple({folded(name): name for name in reversed(names)}.values())[::-1]


def house_of(said: Said, url: str | None) -> frozenset[str]:
    """Return the outlet's own names: sites often put themselves down as the author."""
    host = (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
    labels = [label for label in host.split(".")[:-1] if len(label) >= LEAST_HOST]
    names = (outlet_of(said), text_of(said.graph.get("publisher")), host, *labels[-1:])
    return frozenset(folded(name) for name in names if name) - {""}


def of_graph(said: Said) -> list[str]:
    """Return the authors of the article's JSON-LD object, else of the page's."""
    works = [said.graph, *(thing for thing in said.objects if WORKS & kinds_of(thing))]
    for work in works:
        given = work.get("author") or work.get("creator")
        people = [resolved(one, said) for one in (given if isinstance(given, list) else [given])]
        names = [
            name for one in people if not is_organisation(one) and (line := text_of(one)) for name in names_in(line)
        ]
        if names:
            return names
    return []


def resolved(author: Any, said: Said) -> Any:
    """Return the object that an author's `@id` stands for."""
    if isinstance(author, dict) and "name" not in author:
        return said.things.get(str(author.get("@id")), author)
    return author


def is_organisation(author: Any) -> bool:
    """Say whether an author is marked as no person."""
    return isinstance(author, dict) and not ORGANISATIONS.isdisjoint(kinds_of(author))


def of_meta(said: Said) -> Iterator[list[str]]:
    """Yield the authors that each meta tag gives."""
    for tag in TAGS:
        yield [name for line in said.meta.get(tag, ()) if not DOMAIN.match(line) for name in names_in(line)]
    for number in ("1", "2"):
        label, line = first(said, f"twitter:label{number}"), first(said, f"twitter:data{number}")
        if label and line and without_lead(f"{label} {line}") == line:
            yield names_in(line)


def of_marked(said: Said, top: Top) -> list[str]:
    """Return the names of links and elements that are marked as the author, if they stand by the article."""
    lines = [each.words for each in said.marked.get("author", ())[:MOST_MARKED]]
    by = {folded(leaf.text) for leaf in (*top.near, *top.after)} if lines else set()
    found = [name for line in lines for name in names_in(without_lead(line)) if is_name(name)]
    return [name for name in found if any(folded(name) in line for line in by)]
