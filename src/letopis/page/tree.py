"""HTML → a grove of elements and leaves: one lexbor parse, one walk; a leaf is a run of words between borders."""

from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from letopis.page.marks import marks_of

BORDERS = (
    "html body div p li ul ol section article main aside nav header footer td th tr table tbody thead tfoot h1 h2 h3 h4 "
    "h5 h6 blockquote figure figcaption form fieldset legend pre dl dt dd hr center details summary address caption "
    "menu dialog dir hgroup search label button amp-img noscript"
)
SILENT = "script style svg template iframe select textarea object canvas audio video math head map title datalist"
BLOCK, DUMB = frozenset(BORDERS.split()), frozenset(SILENT.split())
STRONG = frozenset(("b", "strong"))
NAMED = ("class", "id", "role", "itemprop", "data-component", "data-testid")
UNSEEN = str.maketrans("", "", "\u00ad\u200b\u200c\u2060\ufeff\u200e\u200f")


class Element(NamedTuple):
    """An element of the page: the index of the element around it, its tag, what its names suggest, how deep it lies."""

    parent: int
    tag: str
    marks: int
    depth: int
    hidden: bool
    node: LexborNode


class Anchor(NamedTuple):
    """A link inside a leaf."""

    href: str
    text: str


class Leaf(NamedTuple):
    """A run of words: the element that holds it, how many of its characters are links or bold, its links."""

    text: str
    element: int
    linked: int
    strong: int
    anchors: tuple[Anchor, ...]


class Picture(NamedTuple):
    """An image: the element around it, its own tag and attributes, how many leaves precede it."""

    element: int
    tag: str
    attributes: dict[str, str | None]
    before: int


class Grove(NamedTuple):
    """What one walk over a page saw."""

    tree: LexborHTMLParser
    elements: list[Element]
    leaves: list[Leaf]
    pictures: list[Picture]


class Opened(NamedTuple):
    """An element that the walk is inside of: lexbor's number for it, its index or -1 where it is left out, its kind."""

    number: int
    place: int
    border: bool
    tag: str


def grove(text: str) -> Grove:
    """Return the elements, leaves and pictures of a page."""
    tree = LexborHTMLParser(text)
    walk = Walk()
    if tree.body is not None:
        walk.over(tree.body)
    return Grove(tree, walk.elements, walk.leaves, walk.pictures)


class Walk:
    """One pass over a body in reading order; it closes elements by itself, since lexbor only tells of their opening."""

    def __init__(self) -> None:
        self.elements: list[Element] = []
        self.leaves: list[Leaf] = []
        self.pictures: list[Picture] = []
        self.opened: list[Opened] = []
        self.words: list[str] = []
        self.anchors: list[Anchor] = []
        self.linked = self.strong = 0
        self.link: tuple[str, int] | None = None
        self.bold = 0

    def over(self, body: LexborNode) -> None:
        """Walk over the body."""
        opened = self.opened
        self.enter(body, body.mem_id, "body")
        nodes = body.traverse(include_text=True)
        next(nodes)
        for node in nodes:
            around = node.parent.mem_id  # type: ignore[union-attr]
            while opened[-1].number != around:
                self.leave()
            if node.is_text_node:
                if opened[-1].place >= 0:
                    self.hear(node.text_content)
            else:
                self.enter(node, node.mem_id, node.tag)
        while opened:
            self.leave()

    def hear(self, words: str | None) -> None:
        """Take in the words of a text node."""
        if not words:
            return
        self.words.append(words)
        if self.link is not None:
            self.linked += len(words.strip())
        elif self.bold:
            self.strong += len(words.strip())

    def enter(self, node: LexborNode, number: int, tag: str | None) -> None:
        """Open an element."""
        if tag is None or tag in DUMB or (self.opened and self.opened[-1].place < 0):
            self.note(node, tag)
            self.opened.append(Opened(number, -1, border=False, tag=""))
            return
        if tag in INLINE_DEEDS:
            self.inline(node, number, tag)
            return
        attributes = node.attributes
        border = tag in BLOCK
        if border:
            self.flush()
        self.opened.append(Opened(number, self.add(node, tag, attributes), border, tag))

    def note(self, node: LexborNode, tag: str | None) -> None:
        """Keep what a left out element says about pictures: a player or a frame."""
        if tag in ("iframe", "video"):
            self.picture(node, tag)

    def add(self, node: LexborNode, tag: str, attributes: dict[str, str | None]) -> int:
        """List an element and return its index; inline elements without a name of their own share their parent's."""
        parent = self.opened[-1].place if self.opened else -1
        if not attributes and tag not in BLOCK and parent >= 0:
            return parent
        names = " ".join([value for name in NAMED if (value := attributes.get(name))]) if attributes else ""
        marks = marks_of(names) if names else 0
        depth, hidden = (self.elements[parent].depth + 1, self.elements[parent].hidden) if parent >= 0 else (0, False)
        self.elements.append(Element(parent, tag, marks, depth, hidden or unseen(attributes), node))
        return len(self.elements) - 1

    def inline(self, node: LexborNode, number: int, tag: str) -> None:
        """Open an element that does something to the words around it."""
        index = self.opened[-1].place
        if tag == "a":
            href = node.attributes.get("href") or ""
            self.link = (href, len(self.words))
        elif tag == "br":
            self.words.append("\0")
        elif tag == "img":
            self.picture(node, tag)
        else:
            self.bold += 1
        self.opened.append(Opened(number, index, border=False, tag=tag))

    def picture(self, node: LexborNode, tag: str) -> None:
        """Keep an image and where it stands."""
        self.pictures.append(Picture(self.opened[-1].place, tag, node.attributes, len(self.leaves)))

    def leave(self) -> None:
        """Close the innermost element."""
        closed = self.opened.pop()
        if closed.border:
            self.flush(closed.place)
        elif closed.tag == "a" and self.link is not None:
            href, start = self.link
            words = squeezed("".join(self.words[start:]))
            if words:
                self.anchors.append(Anchor(href, words))
            self.link = None
        elif closed.tag in STRONG:
            self.bold -= 1

    def flush(self, index: int | None = None) -> None:
        """End the leaf at hand."""
        if not self.words:
            return
        text = "".join(self.words)
        if index is None:
            index = self.opened[-1].place
        self.words = []
        if text and not text.isspace() and index >= 0:
            self.grow(text, index)
        self.anchors, self.linked, self.strong = [], 0, 0
        if self.link is not None:
            self.link = (self.link[0], 0)

    def grow(self, text: str, index: int) -> None:
        """Add the leaves of a run of words; a line break ends a leaf."""
        leaf = Leaf("", index, self.linked, self.strong, tuple(self.anchors))
        if "\0" not in text:
            self.leaves.append(leaf._replace(text=squeezed(text)))
            return
        lines = [line for line in map(squeezed, text.split("\0")) if line]
        whole = sum(map(len, lines)) or 1
        for line in lines:
            share = len(line) / whole
            part = leaf._replace(text=line, linked=int(leaf.linked * share), strong=int(leaf.strong * share))
            self.leaves.append(part._replace(anchors=tuple(link for link in leaf.anchors if link.text in line)))


INLINE_DEEDS = frozenset(("a", "br", "img", "b", "strong"))


def unseen(attributes: dict[str, str | None]) -> bool:
    """Say whether an element is written to be invisible."""
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    style = attributes.get("style")
    return bool(style and ("display:none" in style.replace(" ", "") or "visibility:hidden" in style.replace(" ", "")))


def squeezed(text: str) -> str:
    """Return the text with every run of white space as one space and invisible characters left out."""
    return " ".join(text.split()).translate(UNSEEN)
