"""Grove and the article's leaves → teasers: the headlines of other articles, list by list, in their order."""

from letopis.model import Teaser
from letopis.page.facts import absolute
from letopis.page.marks import bit
from letopis.page.tree import TAG_MARKS, Anchor, Grove, Leaf

LEAST_WORDS, LEAST_LETTERS, LONGEST = 4, 24, 250
LEAST_LIST = 3
LINKED = 0.7
# A saved page gives no full addresses; its headlines are headlines all the same.
NOWHERE = ("#", "javascript:", "mailto:", "tel:", "data:")


def teasers_of(page: Grove, kept: list[int], url: str | None) -> tuple[Teaser, ...]:
    """Return the headlines of each list on the page; every list counts from one."""
    lists: dict[tuple[str, int, int], list[Teaser]] = {}
    own = set(kept)
    seen: set[str] = set()
    for at, leaf in enumerate(page.leaves):
        element = page.elements[leaf.element]
        for anchor in headlines(page, leaf) if at not in own else ():
            address = absolute(anchor.href, url)
            if anchor.href in seen or (address and address == url):
                continue
            seen.add(anchor.href)
            row = lists.setdefault((element.tag, element.above, element.depth), [])
            row.append(Teaser(len(row) + 1, anchor.text, address))
    return tuple(teaser for row in lists.values() if len(row) >= LEAST_LIST for teaser in row)


def headlines(page: Grove, leaf: Leaf) -> list[Anchor]:
    """Return the links of a leaf that are headlines of articles: one as a rule, several where only they stand in it."""
    length = len(leaf.text)
    if not leaf.anchors or leaf.linked < LINKED * length:
        return []
    element = page.elements[leaf.element]
    if (element.marks | element.above) & (TAG_MARKS["footer"] | TAG_MARKS["nav"] | bit("foot") | bit("tags")):
        return []
    found = [anchor for anchor in leaf.anchors if is_headline(anchor.text) and leads_on(anchor.href)]
    longest = max(leaf.anchors, key=lambda anchor: len(anchor.text))
    if not found and is_headline(leaf.text) and leads_on(longest.href):
        return [Anchor(longest.href, leaf.text)]
    return found


def is_headline(text: str) -> bool:
    """Say whether words are as many as a headline has."""
    wide = text[len(text) // 2 : len(text) // 2 + 1] >= "\u2e80"
    least = LEAST_LETTERS / 2 if wide else LEAST_LETTERS
    return least <= len(text) <= LONGEST and (wide or len(text.split()) >= LEAST_WORDS)


def leads_on(href: str) -> bool:
    """Say whether a link leads to another page."""
    return bool(href.strip()) and not href.strip().startswith(NOWHERE)
