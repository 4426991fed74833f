"""HTML → a grove of elements and leaves: one lexbor parse, one walk; a leaf is a run of words between borders."""

from collections.abc import Callable
from typing import NamedTuple

import msgspec
from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser, LexborNode

from letopis.page.marks import TAG_MARKS, bit, looks
from letopis.page.words.runs import rejoined, squeezed, uncounted

BORDERS = (
    "body div p li ul ol section article main aside nav header footer td th tr table tbody thead tfoot h1 h2 h3 h4 h5 "
    "h6 blockquote figure figcaption form fieldset legend pre dl dt dd hr center details summary address caption menu "
    "dialog dir hgroup search label button noscript"
)
SILENT = "script style svg template iframe select textarea object canvas audio video math head map title datalist"
PLAYERS = "iframe video audio"
DEEDS = {"a": "linking", "br": "broken", "img": "picture", "amp-img": "picture", "b": "bolding", "strong": "bolding"}
VOID = "input meta link source track wbr embed col area base param"
WORDS = "-text"  # what lexbor calls a text node
# What a tag does to the walk; tags that are not here carry words on, as `span` does.
DEED = {
    **dict.fromkeys(BORDERS.split(), "border"),
    "nav": "menu",
    **dict.fromkeys(SILENT.split(), "silence"),
    **dict.fromkeys(VOID.split(), "silence"),
    **dict.fromkeys(PLAYERS.split(), "picture"),
    **DEEDS,
}
END = {"border": "leave", "linking": "unlink", "bolding": "unbold"}
BREAK = "\0"
NOWHERE, PLAIN = -1, (0, False)
# A third of all leaves lie in menus, which are passed over; what is called one must be a list to be taken for one.
MENUS, NO_MENUS, NAVIGATION = frozenset(("ul", "ol", "table")), frozenset[str](), bit("nav")
# More than any page that people read has; what comes after is left out.
MOST_NODES, MOST_LEAVES = 40_000, 6_000
LITTLE = 400  # where fewer letters are left, what is called a menu may be the page's whole layout


class Element(msgspec.Struct, frozen=True, gc=False):
    """An element that is a border: the index of the one around it, its tag, its marks and those of all around it."""

    parent: int
    tag: str
    marks: int
    above: int
    depth: int
    hidden: bool


class Anchor(msgspec.Struct, frozen=True, gc=False):
    """A link inside a leaf."""

    href: str
    text: str


class Leaf(msgspec.Struct, frozen=True, gc=False):
    """A run of words: its element, how many characters of it are links or bold, marks of inline elements, its links."""

    text: str
    element: int
    linked: int
    bold: int
    marks: int
    anchors: tuple[Anchor, ...]


class Picture(msgspec.Struct, frozen=True, gc=False):
    """An image or player: the element and link around it, its tag and attributes, how many leaves precede it."""

    element: int
    tag: str
    attributes: dict[str, str | None]
    link: str | None
    before: int


class Grove(NamedTuple):
    """What one walk over a page saw; for each element lexbor's node, and the index at which its inside ends."""

    tree: LexborHTMLParser
    elements: list[Element]
    nodes: list[LexborNode]
    ends: list[int]
    leaves: list[Leaf]
    pictures: list[Picture]


def grove(markup: str | bytes) -> Grove:
    """Return the elements, leaves and pictures of a page, given as text or as UTF-8."""
    tree = LexborHTMLParser(markup, options=LexborDocumentOptions.WO_EVENTS)
    walk = Walk(MENUS)
    walk.over(tree.body)
    if walk.passed_over and sum(len(leaf.text) for leaf in walk.leaves) < LITTLE:
        walk = Walk(NO_MENUS)
        walk.over(tree.body)
    return Grove(tree, walk.elements, walk.nodes, walk.ends, walk.leaves[:MOST_LEAVES], walk.pictures)


# What an element does to the walk when it opens, and when it ends; an element that is open.
Deed = tuple[Callable[[LexborNode, str], bool], Callable[[], None] | None]
Opened = tuple[LexborNode, Callable[[], None] | None]


class Walk:
    """One pass over a body in reading order; it closes elements by itself, since lexbor only tells of their opening."""

    def __init__(self, menus: frozenset[str]) -> None:
        self.menus, self.passed_over = menus, False
        self.elements: list[Element] = []
        self.nodes: list[LexborNode] = []
        self.ends: list[int] = []
        self.leaves: list[Leaf] = []
        self.pictures: list[Picture] = []
        # The innermost open border.
        self.place = NOWHERE
        self.words: list[str] = []
        self.anchors: list[Anchor] = []
        self.linked = self.bold = self.marks = self.bolder = self.linked_from = 0
        self.link: str | None = None

    def over(self, body: LexborNode | None) -> None:
        """Walk over the body."""
        deeds: dict[str, Deed] = {
            tag: (getattr(self, deed), getattr(self, END.get(deed, ""), None)) for tag, deed in DEED.items()
        }
        inline: Deed = (self.inline, None)
        hear, deed_of = self.hear, deeds.get
        opened: list[Opened] = []
        node: LexborNode | None = body
        for _ in range(MOST_NODES):
            if node is None and (node := after(opened)) is None:
                return
            tag = node.tag or ""
            if tag == WORDS:
                hear(node)
                node = node.next
                continue
            deed, close = deed_of(tag, inline)
            if deed(node, tag):
                opened.append((node, close))
                node = node.first_child
            else:
                node = node.next
        while opened:
            after(opened)

    def hear(self, node: LexborNode) -> None:
        """Take in the words of a text node; white space, a non-breaking one as well, only parts words."""
        words = "" if node.is_empty_text_node else node.text_content or ""
        if not words or words.isspace():
            if self.words:
                self.words.append(" ")
            return
        self.words.append(words)
        if self.link is not None:
            self.linked += len(words.strip())
        if self.bolder:
            self.bold += len(words.strip())

    def border(self, node: LexborNode, tag: str) -> bool:
        """Open an element that words do not run across; a list that is called a menu is passed over."""
        if self.words:
            self.flush()
        attributes, elements, place = node.attributes, self.elements, self.place
        marks, hidden = looks(attributes) if attributes else PLAIN
        if marks & NAVIGATION and tag in self.menus:
            self.passed_over = True
            return False
        if tag in TAG_MARKS:
            marks |= TAG_MARKS[tag]
        above = depth = 0
        if place >= 0:
            outer = elements[place]
            above, depth, hidden = outer.above | outer.marks, outer.depth + 1, hidden or outer.hidden
        self.place = len(elements)
        elements.append(Element(place, tag, marks, above, depth, hidden))
        self.nodes.append(node)
        self.ends.append(0)
        return True

    def leave(self) -> None:
        """Close the innermost border."""
        if self.words:
            self.flush()
        place, elements = self.place, self.elements
        self.ends[place] = len(elements)
        self.place = elements[place].parent

    def menu(self, node: LexborNode, tag: str) -> bool:  # noqa: ARG002  (every deed is given its node and tag)
        """Pass over a menu, which ends a run of words as any border does."""
        if self.words:
            self.flush()
        return False

    def silence(self, node: LexborNode, tag: str) -> bool:  # noqa: ARG002
        """Pass over an element whose words are not for readers."""
        return False

    def inline(self, node: LexborNode, tag: str) -> bool:  # noqa: ARG002
        """Keep for the leaf what the names of an element inside it suggest; what is hidden is passed over."""
        if not (attributes := node.attributes):
            return True
        marks, hidden = looks(attributes)
        self.marks |= marks
        return not hidden

    def linking(self, node: LexborNode, tag: str) -> bool:  # noqa: ARG002
        """Open a link."""
        self.link = node.attributes.get("href") or ""
        self.linked_from = len(self.words)
        return True

    def unlink(self) -> None:
        """Close a link."""
        words = squeezed("".join(self.words[self.linked_from :]))
        if words and self.link is not None:
            self.anchors.append(Anchor(self.link, words))
        self.link = None

    def bolding(self, node: LexborNode, tag: str) -> bool:  # noqa: ARG002
        """Open bold type."""
        self.bolder += 1
        return True

    def unbold(self) -> None:
        """Close bold type."""
        self.bolder -= 1

    def broken(self, node: LexborNode, tag: str) -> bool:  # noqa: ARG002
        """Take in a line break."""
        self.words.append(BREAK)
        return False

    def picture(self, node: LexborNode, tag: str) -> bool:
        """Keep an image or player and where it stands; what it holds is for browsers that cannot show it."""
        before = len(self.leaves) + bool(self.words)
        self.pictures.append(Picture(self.place, tag, node.attributes, self.link, before))
        return False

    def flush(self) -> None:
        """End the leaf at hand."""
        words = self.words
        if self.link is not None:
            self.anchors.append(Anchor(self.link, squeezed("".join(words[self.linked_from :]))))
            self.linked_from = 0
        text = "".join(words)
        words.clear()
        if BREAK in text:
            self.split(text)
        elif text := squeezed(text):
            anchors = tuple(self.anchors) if self.anchors else ()
            if anchors and text[0].isdigit():
                text = uncounted(text, anchors[0].text)
            self.leaves.append(Leaf(text, self.place, self.linked, self.bold, self.marks, anchors))
        if self.anchors:
            self.anchors = []
        self.linked = self.bold = self.marks = 0

    def split(self, text: str) -> None:
        """Add a leaf for each line of a run of words that is broken by `br`."""
        lines = rejoined([line for line in map(squeezed, text.split(BREAK, MOST_LEAVES)) if line])
        whole = sum(map(len, lines)) or 1
        for line in lines:
            share = len(line) / whole
            inside = tuple(anchor for anchor in self.anchors if anchor.text in line)
            linked = min(len(line), sum(len(anchor.text) for anchor in inside))
            self.leaves.append(Leaf(line, self.place, linked, int(self.bold * share), self.marks, inside))


def after(opened: list[Opened]) -> LexborNode | None:
    """Close what ends here and return the node that follows, None at the end of all."""
    while opened:
        inner, close = opened.pop()
        if close:
            close()
        # What follows a body is none of it.
        if opened and (node := inner.next) is not None:
            return node
    return None
