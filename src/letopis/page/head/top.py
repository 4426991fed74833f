"""Grove, title and the article's leaves → where its headline stands, and the lines near it."""

from typing import NamedTuple

from letopis.page.facts import folded
from letopis.page.marks import TAG_MARKS
from letopis.page.tree import Grove, Leaf

BELOW, ABOVE = 16, 8
FARTHEST = 60


class Top(NamedTuple):
    """A page, the places of its article's leaves, and the place of the headline among all leaves."""

    page: Grove
    kept: list[int]
    at: int

    @property
    def places(self) -> list[int]:
        """Return the places near the headline: those below it first, then those above, the nearest first."""
        last = min(len(self.page.leaves), self.at + 1 + BELOW)
        return [*range(self.at + 1, last), *range(self.at - 1, max(-1, self.at - ABOVE - 1), -1)]

    @property
    def near(self) -> list[Leaf]:
        """Return the leaves near the headline."""
        return [self.page.leaves[at] for at in self.places]

    @property
    def after(self) -> list[Leaf]:
        """Return the leaves right after the article."""
        end = self.kept[-1] if self.kept else self.at
        return self.page.leaves[end : end + BELOW]


def top_of(page: Grove, kept: list[int], title: str | None) -> Top:
    """Find the headline: the nearest leaf before the article's words that has them, else its first top heading."""
    begin = kept[0] if kept else 0
    key, length = folded(title or ""), len(title or "")
    shortest, longest = length * 3 // 4, length * 5 // 4
    first = page.leaves[: begin + BELOW]
    near = [at for at, leaf in enumerate(first) if shortest <= len(leaf.text) <= longest and folded(leaf.text) == key]
    near = near or [at for at, leaf in enumerate(first) if title and leaf.text.endswith(f" {title}")]  # after a kicker
    near = near or [at for at, leaf in enumerate(first) if is_head(page, leaf)]
    at = max([at for at in near if at <= begin] or near or [begin])
    return Top(page, kept, at if begin - at < FARTHEST else begin)


def is_head(page: Grove, leaf: Leaf) -> bool:
    """Say whether a leaf stands in a top heading."""
    element = page.elements[leaf.element]
    return bool((element.above | element.marks) & TAG_MARKS["h1"])
