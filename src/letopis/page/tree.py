"""HTML → a grove of elements and leaves: one lexbor parse, one walk; a leaf is a run of words between borders."""

from typing import NamedTuple

import msgspec
from selectolax.lexbor import LexborHTMLParser, LexborNode

from letopis.page.marks import NAMED_MARKS, marks_of

BORDERS = (
    "body div p li ul ol section article main aside nav header footer td th tr table tbody thead tfoot h1 h2 h3 h4 h5 "
    "h6 blockquote figure figcaption form fieldset legend pre dl dt dd hr center details summary address caption menu "
    "dialog dir hgroup search label button noscript"
)
SILENT = "script style svg template iframe select textarea object canvas audio video math head map title datalist"
DEEDS = {"a": "linking", "br": "broken", "img": "picture", "amp-img": "picture", "b": "bolding", "strong": "bolding"}
VOID = "input meta link source track wbr embed col area base param"
# What a tag does to the walk; tags that are not here carry words on, as `span` does.
DEED = {
    **dict.fromkeys(BORDERS.split(), "border"),
    **dict.fromkeys(SILENT.split(), "silence"),
    **dict.fromkeys(VOID.split(), "nothing"),
    **DEEDS,
}
PLAYERS = frozenset(("iframe", "video", "audio"))
# Tags that say what lies inside them; they count as marks beside those that names give.
TELLING = "article main aside nav header footer form table ul ol blockquote figure section dl p details button label h1"
TAG_MARKS = {tag: 1 << at for at, tag in enumerate(TELLING.split(), NAMED_MARKS)}
NAMING = frozenset(("class", "id", "role", "itemprop", "data-component", "data-testid", "data-type", "data-name"))
UNSEEN = ("\u00ad", "\u200b", "\u2060", "\ufeff", "\u200e", "\u200f")
BREAK = "\0"
SILENCE = -1
# More than any page that people read has; what comes after is left out.
MOST_NODES, MOST_LEAVES = 40_000, 6_000


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


def grove(text: str) -> Grove:
    """Return the elements, leaves and pictures of a page."""
    tree = LexborHTMLParser(text)
    walk = Walk()
    if tree.body is not None:
        walk.over(tree.body)
    return Grove(tree, walk.elements, walk.nodes, walk.ends, walk.leaves[:MOST_LEAVES], walk.pictures)


class Walk:
    """One pass over a body in reading order; it closes elements by itself, since lexbor only tells of their opening."""

    def __init__(self) -> None:
        self.elements: list[Element] = []
        self.nodes: list[LexborNode] = []
        self.ends: list[int] = []
        self.leaves: list[Leaf] = []
        self.pictures: list[Picture] = []
        # Plain tuples, since there are thousands: an open element, the border it is in, its deed.
        self.opened: list[tuple[LexborNode, int, str]] = []
        self.place = SILENCE
        self.words: list[str] = []
        self.anchors: list[Anchor] = []
        self.linked = self.bold = self.marks = self.bolder = 0
        self.link: str | None = None
        self.linked_from = 0

    def over(self, body: LexborNode) -> None:
        """Walk over the body."""
        enter = {deed: getattr(self, deed) for deed in {"inline", *DEED.values()}}
        opened, hear = self.opened, self.hear
        opened.append((body, self.border(body), "border"))
        node = body.first_child
        for _ in range(MOST_NODES):
            while node is None:
                if len(opened) == 1:
                    return self.close()
                node = self.leave().next
            self.place = opened[-1][1]
            if node.is_text_node:
                hear(node.text_content)
                node = node.next
                continue
            deed = DEED.get(node.tag or "", "inline")
            place = enter[deed](node)
            if place is None or place == SILENCE:
                node = node.next
            else:
                opened.append((node, place, deed))
                node = node.first_child
        return self.close()

    def close(self) -> None:
        """Close what is still open."""
        while self.opened:
            self.leave()

    def hear(self, words: str | None) -> None:
        """Take in the words of a text node."""
        if not words:
            return
        if words.isspace():
            if self.words:
                self.words.append(" ")
            return
        self.words.append(words)
        if self.link is not None:
            self.linked += len(words.strip())
        if self.bolder:
            self.bold += len(words.strip())

    def border(self, node: LexborNode) -> int:
        """Open an element that words do not run across."""
        if self.words:
            self.flush(self.place)
        attributes, tag = node.attributes, node.tag or ""
        marks, hidden = TAG_MARKS.get(tag, 0), False
        if attributes:
            marks |= named(attributes)
            hidden = unseen(attributes)
        if self.opened:
            around = self.elements[self.place]
            above, depth, hidden = around.above | around.marks, around.depth + 1, hidden or around.hidden
        else:
            above = depth = 0
        self.elements.append(Element(self.place, tag, marks, above, depth, hidden))
        self.nodes.append(node)
        self.ends.append(0)
        return len(self.ends) - 1

    def silence(self, node: LexborNode) -> int:
        """Open an element whose words are not for readers; players among them are kept as pictures."""
        if node.tag in PLAYERS:
            self.picture(node)
        return SILENCE

    def inline(self, node: LexborNode) -> int:
        """Open an element inside a run of words; what its names suggest is kept for the leaf."""
        attributes = node.attributes
        if attributes:
            self.marks |= named(attributes)
            if unseen(attributes):
                return SILENCE
        return self.place

    def linking(self, node: LexborNode) -> int:
        """Open a link."""
        self.link = node.attributes.get("href") or ""
        self.linked_from = len(self.words)
        return self.place

    def broken(self, node: LexborNode) -> None:  # noqa: ARG002  (every deed is given its node)
        """Take in a line break."""
        self.words.append(BREAK)

    def nothing(self, node: LexborNode) -> None:
        """Pass over an element that holds no words."""

    def bolding(self, node: LexborNode) -> int:  # noqa: ARG002  (every deed is given its node)
        """Open bold type."""
        self.bolder += 1
        return self.place

    def picture(self, node: LexborNode) -> int | None:
        """Keep an image and where it stands."""
        tag, before = node.tag or "", len(self.leaves) + bool(self.words)
        self.pictures.append(Picture(self.place, tag, node.attributes, self.link, before))
        return None if tag == "img" else SILENCE

    def leave(self) -> LexborNode:
        """Close the innermost element and return it."""
        node, place, deed = self.opened.pop()
        if deed == "border":
            if self.words:
                self.flush(place)
            self.ends[place] = len(self.elements)
        elif deed == "linking":
            self.unlink()
        elif deed == "bolding":
            self.bolder -= 1
        return node

    def unlink(self) -> None:
        """Close a link."""
        words = squeezed("".join(self.words[self.linked_from :]))
        if words and self.link is not None:
            self.anchors.append(Anchor(self.link, words))
        self.link = None

    def flush(self, place: int) -> None:
        """End the leaf at hand."""
        if self.link is not None:
            self.anchors.append(Anchor(self.link, squeezed("".join(self.words[self.linked_from :]))))
            self.linked_from = 0
        text = "".join(self.words)
        self.words.clear()
        if BREAK in text:
            self.split(text, place)
        elif text := squeezed(text):
            self.leaves.append(Leaf(text, place, self.linked, self.bold, self.marks, tuple(self.anchors)))
        if self.anchors:
            self.anchors = []
        self.linked = self.bold = self.marks = 0

    def split(self, text: str, place: int) -> None:
        """Add a leaf for each line of a run of words that is broken by `br`."""
        lines = rejoined([line for line in map(squeezed, text.split(BREAK, MOST_LEAVES)) if line])
        whole = sum(map(len, lines)) or 1
        for line in lines:
            share = len(line) / whole
            inside = tuple(anchor for anchor in self.anchors if anchor.text in line)
            linked = min(len(line), sum(len(anchor.text) for anchor in inside))
            self.leaves.append(Leaf(line, place, linked, int(self.bold * share), self.marks, inside))


def rejoined(lines: list[str]) -> list[str]:
    """Join lines that were broken inside a sentence: the next one goes on in a small letter."""
    found: list[str] = []
    for line in lines:
        if found and line[0].islower() and found[-1][-1] not in ".!?…:;":
            found[-1] = f"{found[-1]} {line}"
        else:
            found.append(line)
    return found


def named(attributes: dict[str, str | None]) -> int:
    """Return the marks of an element's names."""
    marks = 0
    for name, value in attributes.items():
        if value and name in NAMING:
            marks |= marks_of(value)
    return marks


def unseen(attributes: dict[str, str | None]) -> bool:
    """Say whether an element is written to be invisible."""
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    style = attributes.get("style")
    if not style:
        return False
    style = style.replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style


def squeezed(text: str) -> str:
    """Return the text with every run of white space as one space, and without the characters that nobody sees."""
    text = " ".join(text.split())
    if not text.isascii():
        for nothing in UNSEEN:
            if nothing in text:
                text = text.replace(nothing, "")
    return text
