"""Grove and where its headlines stand → the heading of a list of them."""

from bisect import bisect_left

from letopis.page.layout.asides import after
from letopis.page.marks import bit
from letopis.page.tree import Grove, Leaf

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
HEADS = HEADINGS | {"legend", "caption", "summary", "dt", "th"}
LONGEST, REACH, FARTHEST = 60, 4, 8


class Ceilings:
    """What stands above the headlines of a page: short lines that head a list, outside the article's leaves."""

    def __init__(self, page: Grove, kept: list[int], headlines: dict[int, str]) -> None:
        self.page = page
        self.headlines = headlines
        self.articles = frozenset(headlines.values())
        self.own = sorted(page.leaves[at].element for at in kept)
        self.title = bit("title")

    def over(self, first: int, second: int) -> str | None:
        """Return the heading of a list that begins with two leaves: in the least element that holds it and both."""
        for at in range(first - 1, max(-1, first - 1 - REACH), -1):
            if at in self.headlines:
                return None
            leaf = self.page.leaves[at]
            if self.tops(at, first, second):
                return leaf.text
            if self.heads(leaf) and not self.alike(at, first) and self.holds(leaf.element, first, second):
                return leaf.text
        return None

    def tops(self, at: int, first: int, second: int) -> bool:
        """Say whether a line without a link stands right above two headlines, in their cell or beside them in a box."""
        leaf, one, other = (self.page.leaves[place] for place in (at, first, second))
        if (at, second) != (first - 1, first + 1) or leaf.anchors or not is_title(leaf.text):
            return False
        boxes = {self.page.elements[each.element].parent for each in (leaf, one, other)}
        return leaf.element == one.element == other.element or len(boxes) == 1

    def alike(self, at: int, first: int) -> bool:
        """Say whether a short line stands in the list just as a headline does: it is one."""
        one, other = (self.page.elements[self.page.leaves[place].element] for place in (at, first))
        return bool(self.page.leaves[at].anchors) and (one.tag, one.depth, one.above) == (
            other.tag,
            other.depth,
            other.above,
        )

    def heads(self, leaf: Leaf) -> bool:
        """Say whether a leaf looks like the heading of a list; a row of links is a choice between lists."""
        if len(leaf.anchors) > 1 or not is_title(leaf.text):
            return False
        if leaf.anchors and leaf.anchors[0].href in self.articles:  # "Read more" of the headline before
            return False
        element = self.page.elements[leaf.element]
        around = self.page.elements[max(0, element.parent)]
        if element.tag in HEADS or around.tag in HEADINGS or (element.marks | leaf.marks) & self.title:
            return True
        rest = after(leaf.text, "list_headings")
        return rest == "" or (rest is not None and not leaf.anchors)

    def holds(self, heading: int, first: int, second: int) -> bool:
        """Say whether the least element around a heading and the first headline holds the second, but no article."""
        elements, ends = self.page.elements, self.page.ends
        one, other = self.page.leaves[first].element, self.page.leaves[second].element
        scope, steps = one, 0
        while not scope <= heading < ends[scope]:
            scope, steps = elements[scope].parent, steps + 1
        if steps > FARTHEST or not scope <= other < ends[scope]:
            return False
        own = bisect_left(self.own, scope)
        return own == len(self.own) or self.own[own] >= ends[scope]


def is_title(text: str) -> bool:
    """Say whether a line is as short as what stands above a list, and more than a date or a number."""
    return len(text) <= LONGEST and any(map(str.isalpha, text))
