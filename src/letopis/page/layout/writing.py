"""Grove and the article's leaves → its text, and what each block of it is."""

import re
from collections import Counter
from functools import cache, reduce
from itertools import groupby
from operator import or_
from typing import NamedTuple

from letopis.model import Block, BlockKind, Link, Span
from letopis.page.facts import absolute
from letopis.page.layout.place import Places
from letopis.page.marks import TAG_MARKS, bit
from letopis.page.tree import Element, Grove, Leaf

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
CELLS = frozenset(("td", "th", "caption"))
ITEMS = frozenset(("li", "dd", "dt"))
UNSAID = re.compile(r"[\W_]+")
BETWEEN_CELLS = "\t"
TWICE, KEY = 40, 120
ROW_CELLS = 60
BOXES, SHORT, CLOSES = frozenset(("div", "section", "span")), 60, ".!…:;,"


class Piece(NamedTuple):
    """What becomes a block: its words, its kind, the element it stands in, its first leaf."""

    words: str
    kind: BlockKind
    element: int
    leaf: int


class Written(NamedTuple):
    """An article's text, its blocks, the links in it, and the leaf that each block begins with."""

    text: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    leaves: tuple[int, ...]


def written(page: Grove, kept: list[int], title: str | None, url: str | None) -> Written:
    """Return the text of the article's leaves: its own title and what was said before are left out."""
    chosen = once(page, kept, title)
    pieces = led([piece for piece in pieces_of(page, chosen) if piece.words])
    blocks: list[Block] = []
    at, places = 0, Places(page)
    for piece in pieces:
        blocks.append(Block(piece.kind, Span(at, at + len(piece.words)), places.of(piece.element)))
        at += len(piece.words) + 2
    return Written(
        "\n\n".join(piece.words for piece in pieces),
        tuple(blocks),
        links_of(page, chosen, url),
        tuple(piece.leaf for piece in pieces),
    )


def once(page: Grove, kept: list[int], title: str | None) -> list[int]:
    """Leave out leaves that repeat the title or a whole paragraph, and headings that nothing follows."""
    said = {key_of(title)} if title else set()
    lengths = Counter((len(title or ""), *(len(page.leaves[at].text) for at in kept)))
    found = []
    for at in kept:
        text = page.leaves[at].text
        if len(text) <= KEY or lengths[len(text)] > 1:  # what is long and of its own length says nothing again
            key = key_of(text)
            if key in said:
                continue
            if len(text) > TWICE:
                said.add(key)
        found.append(at)
    while found and tag_of(page, page.leaves[found[-1]]) in HEADINGS:
        found.pop()
    while found and not any(map(str.isalpha, page.leaves[found[0]].text)):
        del found[0]
    return found


def key_of(text: str) -> str:
    """Return what two leaves share that say the same: how they begin, and their length."""
    return UNSAID.sub("", text[:KEY].casefold()) + (str(len(text)) if len(text) > KEY else "")


def tag_of(page: Grove, leaf: Leaf) -> str:
    """Return the tag of a leaf's element."""
    return page.elements[leaf.element].tag


def pieces_of(page: Grove, chosen: list[int]) -> list[Piece]:
    """Make pieces of leaves: the cells of one row of a table go together."""
    found = []
    leaves = [(at, page.leaves[at]) for at in chosen]
    shared = shared_cells(page) if any(page.elements[leaf.element].tag in CELLS for _, leaf in leaves) else set()
    for row, cells in groupby(leaves, key=lambda each: row_of(page, each[1], shared)):
        if row is None:
            found += [Piece(leaf.text, kind_of(page, leaf), leaf.element, at) for at, leaf in cells]
        else:
            together = list(cells)
            words = BETWEEN_CELLS.join(leaf.text for _, leaf in together)
            found.append(Piece(words, "table", row, together[0][0]))
    return found


def shared_cells(page: Grove) -> set[int]:
    """Return the elements in which more than one leaf stands."""
    counts = Counter(leaf.element for leaf in page.leaves)
    return {element for element, count in counts.items() if count > 1}


def row_of(page: Grove, leaf: Leaf, shared: set[int]) -> int | None:
    """Return the row of a real table that a leaf stands in; None for other leaves and for tables that are a layout."""
    element = page.elements[leaf.element]
    if element.tag not in CELLS or len(leaf.text) > ROW_CELLS or leaf.element in shared:
        return None
    return element.parent


def kind_of(page: Grove, leaf: Leaf) -> BlockKind:
    """Say what a leaf is by the tags around it."""
    element = page.elements[leaf.element]
    if element.tag in HEADINGS or is_named_heading(element, leaf):
        return "heading"
    if element.tag == "figcaption" or (element.marks | leaf.marks) & bit("caption"):
        return "caption"
    if (element.marks | element.above) & TAG_MARKS["blockquote"]:
        return "embed" if is_embed(page, leaf.element) else "quotation"
    return "list" if element.tag in ITEMS else "paragraph"


def is_named_heading(element: Element, leaf: Leaf) -> bool:
    """Say whether a short line is a heading by nothing but the name of its element, as block builders make them."""
    if element.tag not in BOXES or leaf.anchors or len(leaf.text) > SHORT or leaf.text[-1] in CLOSES:
        return False
    return bool(element.marks & bit("title")) and not (element.marks | element.above) & no_headings()


@cache
def no_headings() -> int:
    """Return the marks of what stands among an article's paragraphs, under headings of its own."""
    return reduce(or_, map(bit, ("caption", "ad", "newsletter", "popup", "share")))


def is_embed(page: Grove, index: int) -> bool:
    """Say whether a quotation, or what is right around it, is called an embed; a whole page may be called so, too."""
    while not page.elements[index].marks & TAG_MARKS["blockquote"]:
        index = page.elements[index].parent
    quotation = page.elements[index]
    # A quotation called by the name of an app is a post from it; a container so called may hold buttons, too.
    called = quotation.marks & (bit("embed") | bit("share")) | page.elements[max(0, quotation.parent)].marks & bit(
        "embed"
    )
    return bool(called) and quotation.depth > 1


def led(pieces: list[Piece]) -> list[Piece]:
    """Call the first paragraph the lead."""
    for at, piece in enumerate(pieces):
        if piece.kind == "paragraph":
            return [*pieces[:at], piece._replace(kind="lead"), *pieces[at + 1 :]]
    return pieces


def links_of(page: Grove, chosen: list[int], url: str | None) -> tuple[Link, ...]:
    """Return the links of the article's own words."""
    found = []
    for at in chosen:
        for anchor in page.leaves[at].anchors:
            address = absolute(anchor.href, url)
            if address and anchor.text:
                found.append(Link(address, anchor.text))
    return tuple(dict.fromkeys(found))
