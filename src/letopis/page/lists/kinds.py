"""Grove, its head, its article's leaves, its headlines → what kind of page it is."""

import re
from bisect import bisect_right
from collections import Counter
from functools import cache
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import urlsplit

from letopis.language.lists import word_list
from letopis.model import PageKind
from letopis.page.facts import ARTICLES, Said, first, folded, kinds_of
from letopis.page.head.headline import title_of
from letopis.page.lists.entries import is_live
from letopis.page.lists.teasers import Headline, headlines_among, is_headline, key_of
from letopis.page.outlet.masthead import outlet_named
from letopis.page.tree import Grove

CODES = ("en", "ru", "be", "uk")
LEAST_ARTICLE, FEW = 60, 400
MANY_LINKS, MANY_HEADLINES, LEAST_HEADLINES = 20, 12, 4
LEAST_LEAD, LEAST_LED, MOST_LED, LITTLE, MOST_OF_ALL = 40, 3, 0.6, 0.2, 0.6
LISTS = frozenset(("CollectionPage", "ItemList", "SearchResultsPage"))
INDEX = re.compile(r"(?:[a-z]{2}/?)?(?:index\.(?:html?|php|aspx?))?", re.IGNORECASE)
ONE_THING = ("article", "video", "book", "profile")


class Kind(NamedTuple):
    """What a page is, and in words why it is no article."""

    name: PageKind
    reason: str = ""


def kind_of(page: Grove, said: Said, kept: list[int], found: list[Headline], url: str | None) -> Kind:
    """Say what kind of page this is."""
    letters = sum(len(page.leaves[at].text) for at in kept)
    if letters < FEW and (wall := wall_of(page, said)):
        return wall
    if lists_news(page, said, found, kept, url):
        return listing(page, said, url)
    if letters >= LEAST_ARTICLE:
        return Kind("live" if is_live(page, said, kept) else "article")
    links = sum(len(leaf.anchors) for leaf in page.leaves)
    if links >= MANY_LINKS:
        return Kind("none", f"no article: list of {links} links")
    if not letters and any(picture.tag in ("video", "iframe") for picture in page.pictures):
        return Kind("video", "no article: video only")
    return Kind("none", "no article: no prose on the page")


def lists_news(page: Grove, said: Said, found: list[Headline], kept: list[int], url: str | None) -> bool:
    """Say whether a page is one of headlines: it says so and has many, or has some with nothing or only leads below."""
    if is_described(said) or first(said, "og:site_name") == "Telegram":
        return False
    letters = sum(len(page.leaves[at].text) for at in kept)
    if len(found) >= MANY_HEADLINES and (is_front(url) or (said.kinds & LISTS and letters <= told_in(found))):
        return True
    if tells_one_thing(page, said):
        return False
    headlines = sorted([*found, *headlines_among(page, kept)])
    bare = letters < LEAST_ARTICLE
    return len(headlines) >= LEAST_HEADLINES and (bare or strings_leads(page, kept, headlines))


def is_described(said: Said) -> bool:
    """Say whether the page's data describe one article; a list may describe several."""
    return 0 < sum(bool(ARTICLES & kinds_of(thing)) for thing in said.objects) < LEAST_HEADLINES


def told_in(headlines: list[Headline]) -> int:
    """Return how many letters headlines have."""
    return sum(len(headline.title) for headline in headlines)


def strings_leads(page: Grove, kept: list[int], headlines: list[Headline]) -> bool:
    """Say whether what looks like an article is a string of leads, each below a headline that leads on."""
    rows: dict[tuple[str, int, int], list[int]] = {}
    for headline in headlines:
        rows.setdefault(key_of(page, headline.at), []).append(headline.at)
    return any(len(row) >= LEAST_HEADLINES and heads_leads(page, kept, row) for row in rows.values())


def heads_leads(page: Grove, kept: list[int], row: list[int]) -> bool:
    """Say whether most headlines of a list have words below them, and what was kept is spread over these or little."""
    parts = [prose_in(page, start + 1, stop) for start, stop in pairwise([*row, len(page.leaves)])]
    led = sum(letters > 0 for letters in parts)
    if led < max(LEAST_LED, len(row) * MOST_LED) or max(parts) > sum(parts) * MOST_OF_ALL:
        return False
    shares = Counter[int]()
    for at in kept:
        shares[bisect_right(row, at)] += len(page.leaves[at].text)
    whole = shares.total()
    return shares[0] <= whole * LITTLE and (whole < FEW or max(shares.values()) <= whole * MOST_OF_ALL)


def prose_in(page: Grove, start: int, stop: int) -> int:
    """Count the letters of the paragraphs among some leaves."""
    leaves = page.leaves[start:stop]
    return sum(len(leaf.text) for leaf in leaves if len(leaf.text) >= LEAST_LEAD and leaf.linked * 2 < len(leaf.text))


def tells_one_thing(page: Grove, said: Said) -> bool:
    """Say whether a page is about one thing, though it has no words for it: a film, an article behind a wall."""
    if any(kind.startswith(ONE_THING) for kind in said.meta.get("og:type", [])):
        return True
    heads = [leaf.text for leaf in page.leaves if page.elements[leaf.element].tag == "h1" and not leaf.anchors]
    return len(heads) == 1 and is_headline(heads[0]) and not said.kinds & LISTS


def listing(page: Grove, said: Said, url: str | None) -> Kind:
    """Tell an outlet's front page from its sections: by the address, where there is none by a name of their own."""
    if url is not None:
        return Kind("front" if is_front(url) else "section")
    title = title_of(said, page)
    outlet = outlet_named(said, page, title)
    return Kind("section" if title and outlet and folded(title) != folded(outlet) else "front")


def is_front(url: str | None) -> bool:
    """Say whether an address is the front door of a site, or of its part in one language."""
    parts = urlsplit(url or "?none")
    return not parts.query and INDEX.fullmatch(parts.path.strip("/")) is not None


@cache
def missing() -> tuple[str, ...]:
    """Return what pages that do not exist say of themselves, in all our languages."""
    return tuple(words for code in CODES for words in word_list(code, "not_found"))


def wall_of(page: Grove, said: Said) -> Kind | None:
    """Say what stands in the way of an article: an error page or a request for consent."""
    words = (said.titled or "").casefold()
    heads = [leaf.text.casefold() for leaf in page.leaves if page.elements[leaf.element].tag in ("h1", "h2")]
    for line in (words, *heads[:3]):
        if any(number in line.split() for number in ("404", "404:", "404.")) or any(map(line.__contains__, missing())):
            return Kind("not found", "not found")
    consents = sum(len(leaf.text) for leaf in page.leaves if "cookie" in leaf.text.casefold())
    whole = sum(len(leaf.text) for leaf in page.leaves) or 1
    return Kind("consent wall", "consent wall") if consents > whole / 3 else None
