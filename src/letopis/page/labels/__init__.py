"""Grove → which of its leaves are the article: small nets, trained on pages, over traits that need no words."""

from functools import cache
from itertools import pairwise

from letopis.page.labels.net import chances
from letopis.page.labels.traits import Rows, traits_of
from letopis.page.marks import bit
from letopis.page.tree import TAG_MARKS, Grove, Leaf

__all__ = ["article_of"]

# Short notices on busy pages never get sure of themselves: where little is found, less certain leaves may come in.
LIKELY = (0.5, 0.25, 0.12)
LITTLE = 140
# A quotation, a list or a table between two paragraphs of the article is part of it even if it does not look like one.
INSIDE, MAYBE, FARTHEST, CLOSE = 0.005, 0.15, 30, 3
HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
SHORT, WHOLE = 60, 0.9


def article_of(page: Grove) -> list[int]:
    """Return the leaves of the article in reading order, none where the page seems to hold no article."""
    if not page.leaves:
        return []
    found = chances(traits_of(page))
    kept: list[int] = []
    for likely in LIKELY:
        kept = [at for at, chance in enumerate(found) if chance > likely]
        if sum(len(page.leaves[at].text) - page.leaves[at].linked for at in kept) >= LITTLE:
            break
    return trimmed(page, run_on(page, filled(page, kept, found), found))


def run_on(page: Grove, kept: list[int], found: Rows) -> list[int]:
    """Add what goes on after the article's last leaf in the same manner, if it is not all too unlikely."""
    if not kept:
        return kept
    at = kept[-1] + 1
    while at < len(page.leaves) and found[at] > MAYBE and is_line(page, at, at - 1, at - 1):
        at += 1
    return [*kept, *range(kept[-1] + 1, at)]


def filled(page: Grove, kept: list[int], found: Rows) -> list[int]:
    """Add quotations, lists and tables that stand between paragraphs of the article, in the same element as these."""
    added: list[int] = []
    for before, after in pairwise(kept):
        if not 1 < after - before <= FARTHEST:
            continue
        around = {page.elements[page.leaves[at].element].parent for at in (before, after)}
        between = [at for at in range(before + 1, after) if found[at] > INSIDE]
        added += [at for at in between if set_in(page, page.leaves[at], around) or is_line(page, at, before, after)]
        added += [after - 1] if after - 1 not in added and heads(page, after - 1, after) else []
    return sorted([*kept, *added])


def is_line(page: Grove, at: int, before: int, after: int) -> bool:
    """Say whether a leaf is a paragraph among its like: an interview's short answers are nothing by themselves."""
    leaf = page.leaves[at]
    mine, first, last = (page.elements[page.leaves[place].element] for place in (at, before, after))
    alike = mine is first is last or (
        mine.tag == first.tag == last.tag == "p" and mine.parent == first.parent == last.parent
    )
    return alike and mine.marks == first.marks == last.marks and leaf.linked * 2 < len(leaf.text) and not mine.hidden


def set_in(page: Grove, leaf: Leaf, around: set[int]) -> bool:
    """Say whether a leaf is a heading or an insert among the paragraphs of these elements."""
    element = page.elements[leaf.element]
    heading = element.tag in HEADINGS and element.parent in around and not element.hidden
    return (heading and leaf.linked * 2 < len(leaf.text)) or is_insert(page, leaf, around)


def heads(page: Grove, at: int, after: int) -> bool:
    """Say whether a leaf is the heading of the part of a page in which the next paragraph of the article stands."""
    leaf = page.leaves[at]
    element, part = page.elements[leaf.element], page.elements[page.leaves[after].element].parent
    near = element.parent in (part, page.elements[max(0, part)].parent)
    return element.tag in HEADINGS and near and not element.hidden and leaf.linked * 2 < len(leaf.text)


def is_insert(page: Grove, leaf: Leaf, around: set[int]) -> bool:
    """Say whether a leaf is a quotation, a list or a table set into the elements around."""
    element = page.elements[leaf.element]
    told = TAG_MARKS["blockquote"] | TAG_MARKS["table"] | TAG_MARKS["ul"] | TAG_MARKS["ol"]
    if element.hidden or not (element.marks | element.above) & told or leaf.linked * 2 > len(leaf.text):
        return False
    index = leaf.element
    for _ in range(CLOSE + 2):
        index = page.elements[index].parent
        if index in around:
            return True
    return False


def trimmed(page: Grove, kept: list[int]) -> list[int]:
    """Leave out buttons, and what begins or ends an article with nothing but a link or a date."""
    kept = [at for at in kept if not is_button(page, page.leaves[at])]
    while kept and is_edge(page.leaves[kept[0]]):
        del kept[0]
    while kept and is_edge(page.leaves[kept[-1]]):
        del kept[-1]
    return kept


@cache
def buttons() -> int:
    """Return the marks of what asks a reader to do something."""
    return bit("share") | bit("newsletter") | bit("popup") | TAG_MARKS["button"]


def is_button(page: Grove, leaf: Leaf) -> bool:
    """Say whether a short leaf is a button of the page."""
    if len(leaf.text) > SHORT or leaf.linked < len(leaf.text) * WHOLE:
        return False
    element = page.elements[leaf.element]
    near = element.marks | leaf.marks | page.elements[max(element.parent, 0)].marks
    return bool(near & buttons())


def is_edge(leaf: Leaf) -> bool:
    """Say whether a leaf is short and all link, or has no letters."""
    if len(leaf.text) > SHORT:
        return False
    return leaf.linked >= len(leaf.text) * WHOLE or not any(map(str.isalpha, leaf.text))
