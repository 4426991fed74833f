"""Grove and the article's leaves → teasers: the headlines of other articles, list by list, in their order."""

from letopis.model import Teaser
from letopis.page.facts import absolute
from letopis.page.marks import bit
from letopis.page.tree import TAG_MARKS, Grove, Leaf

LEAST_WORDS, LEAST_LETTERS, LONGEST, WIDE = 4, 24, 250, 12
LEAST_LIST = 3
LINKED = 0.7


def teasers_of(page: Grove, kept: list[int], url: str | None) -> tuple[Teaser, ...]:
    """Return the headlines of each list on the page; every list counts from one."""
    lists: dict[tuple[str, int, int], list[Teaser]] = {}
    own = set(kept)
    seen: set[str] = set()
    for at, leaf in enumerate(page.leaves):
        address = headline_address(page, leaf, url) if at not in own else None
        if address is None or address in seen:
            continue
        seen.add(address)
        element = page.elements[leaf.element]
        row = lists.setdefault((element.tag, element.above, element.depth), [])
        row.append(Teaser(len(row) + 1, leaf.text, address))
    return tuple(teaser for row in lists.values() if len(row) >= LEAST_LIST for teaser in row)


def headline_address(page: Grove, leaf: Leaf, url: str | None) -> str | None:
    """Return where a leaf leads if it is a headline that links to an article, else None."""
    length = len(leaf.text)
    if not leaf.anchors or not LEAST_LETTERS / 2 <= length <= LONGEST or leaf.linked < LINKED * length:
        return None
    wide = leaf.text[length // 2] >= "\u2e80"
    if not wide and (len(leaf.text.split()) < LEAST_WORDS or length < LEAST_LETTERS):
        return None
    element = page.elements[leaf.element]
    if (element.marks | element.above) & (TAG_MARKS["footer"] | TAG_MARKS["nav"] | bit("foot") | bit("tags")):
        return None
    address = absolute(max(leaf.anchors, key=lambda anchor: len(anchor.text)).href, url)
    return address if address != url else None
