"""Grove → where its elements stand: paths of CSS, each of which leads to one element of the page."""

import re

from selectolax.lexbor import LexborNode

from letopis.page.tree import Grove

PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
BODY, DEEPEST = "body", 500
# On a page with more the walk may have stopped early: an only child may not be one.
MOST_ELEMENTS = 8_000


class Places:
    """Paths to the elements of a page, as short as can be: from the nearest element around whose id is its own."""

    def __init__(self, page: Grove) -> None:
        self.page = page
        self.paths: dict[int, str | None] = {0: BODY}
        self.roots: dict[int, str | None] = {0: BODY}
        self.numbers: dict[int, dict[int, str]] = {}

    def of(self, element: int) -> str | None:
        """Return the path to an element; None where it lies deeper than on any page that people read."""
        if element not in self.paths:
            around = self.page.elements[element]
            root = self.root(around.parent) if around.depth <= DEEPEST else None
            self.paths[element] = f"{root} > {self.step(element, around.parent)}" if root else None
        return self.paths[element]

    def root(self, element: int) -> str | None:
        """Return the path to what other elements stand in: its id, if no other element has it."""
        if element not in self.roots:
            name = self.page.nodes[element].id or ""
            own = PLAIN.fullmatch(name) is not None and len(self.page.tree.css(f"#{name}")) == 1
            self.roots[element] = f"#{name}" if own else self.of(element)
        return self.roots[element]

    def step(self, element: int, around: int) -> str:
        """Return which child an element is of the one around it."""
        if around not in self.numbers:
            self.numbers[around] = self.numbered(around)
        number = self.numbers[around].get(element)
        if number is None:
            return through(self.page.nodes[element], self.page.nodes[around])
        return f"{self.page.elements[element].tag}{number}"

    def numbered(self, around: int) -> dict[int, str]:
        """Number the children of an element, tag by tag; what stands in a `span` or its like is no child."""
        _, elements, nodes, ends, *_ = self.page
        parent, alike = nodes[around].mem_id, dict[str, list[int]]()
        at = around + 1
        while at < ends[around]:
            above = nodes[at].parent
            if above is not None and above.mem_id == parent:
                alike.setdefault(elements[at].tag, []).append(at)
            at = ends[at]
        sure = len(elements) <= MOST_ELEMENTS
        return {
            child: "" if sure and len(children) == 1 else f":nth-of-type({number})"
            for children in alike.values()
            for number, child in enumerate(children, 1)
        }


def through(node: LexborNode, around: LexborNode) -> str:
    """Return the steps to an element through what carries words on and is no border, such as a `span`."""
    steps: list[str] = []
    while node.parent is not None and node.mem_id != around.mem_id:
        siblings = [child.mem_id for child in node.parent.iter() if child.is_element_node]
        steps.append(f":nth-child({siblings.index(node.mem_id) + 1})")
        node = node.parent
    return " > ".join(reversed(steps))
