"""Said and the top of the page → the names of the article's writers; a page without one gets none."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from letopis.page.facts import Said, first, folded, kinds_of, outlet_of, text_of
from letopis.page.head.printed import LONGEST_LINE, byline_of, dated, other_hands, own_hand
from letopis.page.head.subjects import section_of, tags_of
from letopis.page.head.top import Top
from letopis.page.head.writers import (
    DOMAIN,
    LONGEST,
    PARTICLES,
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
PARTS = re.compile(r"\w: \w.*,")  # "text: a firm, design: Ann Lee" says who made the site
MOST_MARKED = 4
LEAST_HOST, LONGEST_LEAD, MOST_NAMES = 4, 12, 5


def authors_of(said: Said, top: Top, url: str | None) -> tuple[str, ...]:
    """Return the people whom data name, else those of a byline; an office or outlet only where it is printed."""
    house = house_of(said, url)
    byline = byline_of(top)
    seen = [name for name in byline.names if is_person(name, house)]
    for names in told_by(said, top):
        if found := [name for name in names if is_person(name, house)]:
            return once(seen if prevails(seen, found) else kept_of(names, found, seen, top))
    if seen:
        return once(seen)
    printed = [name for name in byline.names if byline.led]
    alike = [name for names in told_by(said, top) for name in names if is_name(name) and is_house(name, house)]
    return once(printed or alike or bare(said, top, house))


def told_by(said: Said, top: Top) -> Iterator[list[str]]:
    """Yield the authors of each place where data name them: few pages are asked for more than the first."""
    yield of_graph(said)
    yield from of_meta(said)
    yield of_marked(said, top)


def kept_of(names: list[str], people: list[str], seen: list[str], top: Top) -> list[str]:
    """Return those of the names in data who wrote: the people, and the offices printed beside them."""
    writers = without_others(people, seen, top) or seen
    offices = printed_offices([name for name in names if name not in people], names, top)
    return [name for name in names if name in writers or name in offices] or writers


def bare(said: Said, top: Top, house: frozenset[str]) -> list[str]:
    """Return the people whom a line beside a date names without a word, if they are no section or subject."""
    names = [name for name in dated(top) if is_person(name, house)]
    subjects = set(map(folded, (section_of(said) or "", *tags_of(said)))) if names else set()
    return [name for name in names if folded(name) not in subjects]


def prevails(printed: list[str], told: list[str]) -> bool:
    """Say whether the names of a byline correct those of the data: they hold all of them and more."""
    keys, others = set(map(folded, filter(is_name, printed))), set(map(folded, told))
    return len(keys) > len(others) and all(any(other in key for key in keys) for other in others)


def without_others(told: list[str], seen: list[str], top: Top) -> list[str]:
    """Return the names of data but those that the page prints as the editor's, photographer's or translator's."""
    if not seen or set(told) <= set(seen):
        return told
    lines = [leaf.text for leaf in (*top.near, *top.after) if len(leaf.text) < LONGEST_LINE]
    hands = folded(" ".join(map(other_hands, lines)))
    # Who writes may take the pictures, too.
    own = tuple(map(folded, (*seen, *(without_lead(own_hand(line)) for line in lines))))
    keys = {name: folded(name) for name in told}
    return [name for name in told if keys[name] not in hands or any(line.startswith(keys[name]) for line in own)]


def printed_offices(offices: list[str], told: list[str], top: Top) -> list[str]:
    """Return the desks, agencies and outlets beside people in data that a line of such names prints, too."""
    if not offices:
        return []
    keys = list(map(folded, told))
    lines = [folded(leaf.text) for leaf in top.near if len(leaf.text) < LONGEST_LINE]
    rows = [line for line in lines if len(line) <= LONGEST_LEAD + sum(len(key) for key in keys if key in line)]
    named = [office for office in offices if len(office) <= LONGEST and not is_login(office)]
    return [office for office in named if any(folded(office) in row for row in rows)]


def is_person(name: str, house: frozenset[str]) -> bool:
    """Say whether a name is no office's, no firm's, no outlet's and no login."""
    words = sum(word not in PARTICLES for word in name.split())
    return not (
        words > MOST_NAMES or is_collective(name) or is_login(name) or is_house(name, house) or of_house(name, house)
    )


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
        lines = [
            line for line in said.meta.get(tag, ()) if not DOMAIN.match(line) and not PARTS.search(line[:LONGEST_LINE])
        ]
        yield [name for line in lines for name in names_in(line)]
    for number in ("1", "2"):
        label, line = first(said, f"twitter:label{number}"), first(said, f"twitter:data{number}")
        # An article that its data call the outlet's own names here only who put it on the site.
        if label and line and not said.graph.get("author") and without_lead(f"{label} {line}") == line:
            yield names_in(line)


def of_marked(said: Said, top: Top) -> list[str]:
    """Return the names of links and elements marked as the author, if they stand by the headline or begin a line after.

    Deeper in such a line stands the writer of another article: "Science: Ann Lee, 5 May".
    """
    lines = [each.words for each in said.marked.get("author", ())[:MOST_MARKED]]
    found = [name for line in lines for name in names_in(without_lead(line)) if is_name(name)]
    by = {folded(leaf.text) for leaf in top.near} if found else set()
    after = tuple(folded(without_lead(leaf.text)) for leaf in top.after) if found else ()
    return [
        name
        for name in found
        if any(folded(name) in line for line in by) or any(line.startswith(folded(name)) for line in after)
    ]
