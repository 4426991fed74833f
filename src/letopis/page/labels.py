"""Grove → the indices of the leaves that are the article: scores need no words of any language."""

from functools import cache

from letopis.page.marks import bit
from letopis.page.tree import Grove, Leaf

LEAST = 25
HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))


def article_of(page: Grove) -> list[int]:
    """Return the leaves of the article in reading order, none where the page seems to hold no article."""
    scores = weighed(page)
    if not scores:
        return []
    best = max(scores, key=lambda index: scores[index])
    inside = insides(page, best)
    kept = [at for at, leaf in enumerate(page.leaves) if inside[leaf.element] and worth(page, leaf)]
    return trimmed(page, kept)


def weighed(page: Grove) -> dict[int, float]:
    """Score each element by the words of its own leaves and, fading, of those below it."""
    scores: dict[int, float] = {}
    for leaf in page.leaves:
        plain = len(leaf.text) - leaf.linked
        if plain < LEAST or page.elements[leaf.element].hidden:
            continue
        index, share = leaf.element, min(plain, 600) * (1 - leaf.linked / len(leaf.text))
        for fade in (0.3, 1.0, 0.7, 0.3):
            scores[index] = scores.get(index, 0.0) + share * fade
            index = page.elements[index].parent
            if index < 0:
                break
    return scores


def insides(page: Grove, root: int) -> list[bool]:
    """Say of each element whether it lies inside the root."""
    inside: list[bool] = []
    for index, element in enumerate(page.elements):
        inside.append(index == root or (element.parent >= 0 and inside[element.parent]))
    return inside


def worth(page: Grove, leaf: Leaf) -> bool:
    """Say whether a leaf inside the article's container is part of it."""
    element = page.elements[leaf.element]
    if element.hidden or leaf.linked > 0.6 * len(leaf.text) or element.tag in ("figcaption", "button", "h1"):
        return False
    return not element.marks & unwanted()


@cache
def unwanted() -> int:
    """Return the marks that an article's own paragraphs do not bear."""
    groups = ("share", "related", "nav", "foot", "ad", "newsletter", "tags", "author", "date", "comment", "caption")
    return sum(map(bit, groups))


def trimmed(page: Grove, kept: list[int]) -> list[int]:
    """Drop headings that nothing follows."""
    while kept and page.elements[page.leaves[kept[-1]].element].tag in HEADINGS:
        kept.pop()
    return kept
