"""Grove → where its elements stand: paths of CSS, each of which leads to one element of the page."""

import re
from collections import Counter
from functools import cached_property

from selectolax.lexbor import LexborNode

from letopis.page.tree import Grove

PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
BODY, DEEPEST = "body", 200
# On a page with more the walk may have stopped early: an only child may not be one.
MOST_ELEMENTS = 8_000


class Places:
    """Paths to the elements of a page, as short as can be: from the nearest element around whose id is its own."""

    def __init__(self, page: Grove) -> None:
        self.page = page
        self.roots: dict[int, str | None] = {0: BODY}
        self.paths: dict[int, str | None] = {0: BODY}
        self.numbers: dict[tuple[int, str], dict[int, str]] = {}

    @cached_property
    def ids(self) -> Counter[str]:
        """Return how many elements have each id; on an old page large letters do not tell two of them apart."""
        return Counter((node.id or "").lower() for node in self.page.tree.css("[id]"))

    def of(self, element: int) -> str | None:
        """Return the path to an element; None where it lies deeper than on any page that people read."""
        if element not in self.paths:
            around = self.page.elements[element]
            root = self.root(around.parent) if around.depth <= DEEPEST else None
            self.paths[element] = self.inside(root, element)
        return self.paths[element]

    def root(self, element: int) -> str | None:
        """Return the path to what other elements stand in: its id, if no other element has it."""
        inside: list[int] = []
        while element not in self.roots:
            name = self.page.nodes[element].id or ""
            if PLAIN.fullmatch(name) and self.ids[name.lower()] == 1:
                self.roots[element] = f"#{name}"
            else:
                inside.append(element)
                element = self.page.elements[element].parent
        path = self.roots[element]
        for each in reversed(inside):
            path = self.roots[each] = self.inside(path, each)
        return path

    def inside(self, root: str | None, element: int) -> str | None:
        """Return the path to an element from that to what it stands in."""
        step = self.step(element, self.page.elements[element].parent) if root else None
        return f"{root} > {step}" if step else None

    def step(self, element: int, around: int) -> str | None:
        """Return which child an element is of the one around it."""
        tag = self.page.elements[element].tag
        if (around, tag) not in self.numbers:
            self.numbers[around, tag] = self.numbered(around, tag)
        step = self.numbers[around, tag].get(element)
        return step or through(self.page.nodes[element], self.page.nodes[around])

    def numbered(self, around: int, tag: str) -> dict[int, str]:
        """Number an element's children of a tag; what stands in a `span` or its like is no child."""
        _, elements, nodes, ends, *_ = self.page
        parent, alike = nodes[around].mem_id, list[int]()
        at, end = around + 1, ends[around]
        while at < end:
            if elements[at].tag == tag and (above := nodes[at].parent) is not None and above.mem_id == parent:
                alike.append(at)
            at = ends[at]
        if len(alike) == 1 and len(elements) <= MOST_ELEMENTS:
            return {alike[0]: tag}
        return {child: f"{tag}:nth-of-type({number})" for number, child in enumerate(alike, 1)}


def through(node: LexborNode, around: LexborNode) -> str | None:
    """Return the steps to an element through what carries words on and is no border, such as a `span`."""
    steps: list[str] = []
    while node.parent is not None and node.mem_id != around.mem_id:
        if len(steps) > DEEPEST:
            return None
        siblings = [child.mem_id for child in node.parent.iter() if child.is_element_node]
        steps.append(f":nth-child({siblings.index(node.mem_id) + 1})")
        node = node.parent
    return " > ".join(reversed(steps))
