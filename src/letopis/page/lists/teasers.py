"""Grove and the article's leaves → teasers: the headlines of other articles, list by list, in their order."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from letopis.model import Teaser
from letopis.page.facts import absolute
from letopis.page.lists.headings import Ceilings
from letopis.page.marks import TAG_MARKS, bit
from letopis.page.tree import Anchor, Grove, Leaf

LEAST_WORDS, LEAST_LETTERS, LONGEST = 4, 24, 250
LEAST_LIST = 3
SHORTEST = LEAST_LETTERS // 2  # where a letter is a word
LINKED = 0.7
WIDE = "\u2e80"  # where the letters begin of which one is a word
# A saved page gives no full addresses; its headlines are headlines all the same.
# A path from the root, without anything but folders above that has to be resolved.
SITE = re.compile(r"https?://[\w.-]+(?::\d+)?(?=[/?#]|$)", re.ASCII)
ROOTED = re.compile(r"/(?!/)[\w%~@:!$&'()*+,;=./-]*", re.ASCII)
BARS = re.compile(r"\s[|·•].+\s[|·•]\s")  # the links of a menu: "City | Culture | Weather"
NOWHERE = ("#", "javascript:", "mailto:", "tel:", "data:")


class Headline(NamedTuple):
    """A link to another article: the leaf it stands in, its words, where it leads."""

    at: int
    title: str
    href: str


class Listed(NamedTuple):
    """The headlines of one list, and what stands above them."""

    heading: str | None
    headlines: list[Headline]


def headlines_of(page: Grove, kept: list[int]) -> list[Headline]:
    """Return the headlines outside the article's leaves in reading order, each address once."""
    own = set(kept)
    return headlines_among(page, (at for at in range(len(page.leaves)) if at not in own))


def headlines_among(page: Grove, places: Iterable[int]) -> list[Headline]:
    """Return the headlines of some of a page's leaves, each address once."""
    seen: set[str] = set()
    apart = TAG_MARKS["footer"] | TAG_MARKS["nav"] | bit("foot") | bit("tags")
    found = []
    for at in places:
        leaf = page.leaves[at]
        length = len(leaf.text)
        if length < SHORTEST or not leaf.anchors or leaf.linked < LINKED * length:
            continue
        element = page.elements[leaf.element]
        if (element.marks | element.above) & apart:
            continue
        for anchor in headlines_in(leaf):
            if anchor.href not in seen:
                seen.add(anchor.href)
                found.append(Headline(at, anchor.text, anchor.href))
    return found


def headlines_in(leaf: Leaf) -> list[Anchor]:
    """Return the links of a leaf that are headlines of articles: one as a rule, several where only they stand in it."""
    found = [anchor for anchor in leaf.anchors if is_headline(anchor.text) and leads_on(anchor.href)]
    if found or not is_headline(leaf.text) or BARS.search(leaf.text):
        return found
    longest = max(leaf.anchors, key=lambda anchor: len(anchor.text))
    return [Anchor(longest.href, leaf.text)] if leads_on(longest.href) else []


def is_headline(text: str) -> bool:
    """Say whether words are as many as a headline has."""
    length = len(text)
    if not SHORTEST <= length <= LONGEST:
        return False
    wide = text[length // 2] >= WIDE
    return wide or (length >= LEAST_LETTERS and len(text.split()) >= LEAST_WORDS)


def leads_on(href: str) -> bool:
    """Say whether a link leads to another page."""
    href = href.strip()
    return bool(href) and not href.startswith(NOWHERE)


def teasers_of(page: Grove, kept: list[int], found: list[Headline], url: str | None) -> tuple[Teaser, ...]:
    """Return the headlines of each list on the page; every list counts from one."""
    teasers: list[Teaser] = []
    root = root_of(url)
    for heading, headlines in lists_of(page, kept, found, LEAST_LIST):
        led = [(one, joined(one.href, url, root)) for one in headlines]
        elsewhere = [(one, address) for one, address in led if address is None or address != url]
        teasers += [Teaser(rank, one.title, address, heading) for rank, (one, address) in enumerate(elsewhere, 1)]
    return tuple(teasers)


def root_of(url: str | None) -> str | None:
    """Return the address of a page's site, None where the page has none on the web."""
    site = SITE.match(url or "")
    return site.group() if site else None


def joined(href: str, url: str | None, root: str | None) -> str | None:
    """Return a link's full address; most links give their path from the site's root, which needs no parsing."""
    if root and "/." not in href and ROOTED.fullmatch(href):
        return root + href
    return absolute(href, url)


def lists_of(page: Grove, kept: list[int], found: list[Headline], least: int) -> list[Listed]:
    """Return the lists that headlines stand in: their elements are alike; a heading between them begins a new one."""
    rows: dict[tuple[str, int, int], list[Headline]] = {}
    for headline in found:
        rows.setdefault(key_of(page, headline.at), []).append(headline)
    ceilings = Ceilings(page, kept, {headline.at: headline.href for headline in found})
    return [listed for row in rows.values() if len(row) >= least for listed in parted(row, ceilings)]


def key_of(page: Grove, at: int) -> tuple[str, int, int]:
    """Return what the leaves of one list share."""
    element = page.elements[page.leaves[at].element]
    return element.tag, element.above, element.depth


def parted(row: list[Headline], ceilings: Ceilings) -> list[Listed]:
    """Part headlines that look alike by the headings that stand between them."""
    lists: list[Listed] = []
    before = -1
    for headline, following in zip(row, [*row[1:], row[-1]], strict=True):
        alone = headline is following or headline.at == before
        heading = None if alone else ceilings.over(headline.at, following.at)
        if heading or not lists:
            lists.append(Listed(heading, []))
        lists[-1].headlines.append(headline)
        before = headline.at
    return lists
