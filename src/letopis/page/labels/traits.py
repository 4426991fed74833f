"""Grove → traits: for each leaf a row of numbers, how it looks and where it stands, in no words of any language."""

from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from letopis.page.tree import TAG_MARKS, Element, Grove, Leaf

Rows = NDArray[np.float32]
Ints = NDArray[np.int64]

TAGS = (
    "p li div h1 h2 h3 h4 h5 h6 td th blockquote figcaption section article span dd dt pre button label header footer "
    "body center ul main"
)
OWN_TAGS = TAGS.split()
TAG_PLACE = {tag: at for at, tag in enumerate(OWN_TAGS)}
BITS = 32 + len(TAG_MARKS)
LEVELS = 4
SHORT = 20
ENDED = 5
PARAGRAPH, LONG = 60, 800
FADES = (0.5, 1.0, 0.6, 0.3)
ENDS = frozenset(".!?…。！？։؟।")
CLOSERS = "»”\"')]’“"
OPENERS = frozenset("«“\"'„‘「『(")
DASHES = frozenset("—–―-•·")
IDEOGRAPHS = "\u2e80"


class Traits(NamedTuple):
    """The leaves' rows, and the groups they fall into: alike in path, in one element, in one element around that."""

    rows: Rows
    groups: tuple[Ints, ...]


def traits_of(page: Grove) -> Traits:
    """Return the traits of a page's leaves."""
    leaves, elements = page.leaves, page.elements
    place = np.array([leaf.element for leaf in leaves], dtype=np.int64)
    sizes = np.array([size_of(leaf) for leaf in leaves], dtype=np.float32)
    links = np.array([leaf.linked for leaf in leaves], dtype=np.float32)
    seen = chain.from_iterable(map(shown_of, leaves))
    shown = np.fromiter(seen, dtype=np.float32).reshape(len(leaves), -1)
    parents = np.array([element.parent for element in elements], dtype=np.int64)
    parents[0] = 0
    ladder = [place]
    for _ in range(LEVELS):
        ladder.append(parents[ladder[-1]])
    alike = paths_of(page)
    parts = [
        shown,
        tags_of(elements, place),
        marks_of_leaves(page, ladder),
        lengths(sizes, links),
        positions(page, sizes),
        inside(page, ladder, sizes, links),
        *(crowd(group, sizes, links) for group in (alike, ladder[1])),
        rivals(page, alike, ladder, prose_of(sizes, links, shown)),
    ]
    return Traits(np.concatenate(parts, axis=1, dtype=np.float32), (alike, ladder[1], ladder[2]))


def size_of(leaf: Leaf) -> int:
    """Return a leaf's length in letters; an ideograph says as much as three."""
    text = leaf.text
    return len(text) * 3 if text[len(text) // 2] >= IDEOGRAPHS else len(text)


def shown_of(leaf: Leaf) -> tuple[float, ...]:
    """Return what can be seen of a leaf's text by itself."""
    text = leaf.text
    length = len(text)
    last = text.rstrip(CLOSERS)[-1:] or text[-1]
    start = text[0]
    return (
        leaf.linked / length,
        leaf.bold / length,
        min(len(leaf.anchors), 5),
        (text.count(",") + text.count("，") + text.count("、")) / (4 + length / 20),
        (text.count(". ") + text.count("。")) / (2 + length / 40),
        last in ENDS,
        last == ":",
        start.isupper(),
        start.islower(),
        start.isdigit(),
        start in OPENERS,
        start in DASHES,
        text.isupper(),
        "©" in text,
        "|" in text,
        "http" in text or "@" in text,
        length < SHORT and any(map(str.isdigit, text)),
    )


def tags_of(elements: list[Element], place: Ints) -> Rows:
    """Return each leaf's own tag, one column a tag."""
    own = np.array([TAG_PLACE.get(element.tag, len(OWN_TAGS)) for element in elements])
    return np.asarray(np.eye(len(OWN_TAGS) + 1, dtype=np.float32)[own[place]])


def bits(masks: Ints) -> Rows:
    """Return the bits of masks, one column a bit."""
    octets = masks.astype("<i8").view(np.uint8).reshape(len(masks), 8)
    return np.unpackbits(octets, axis=1, count=BITS, bitorder="little").astype(np.float32)


def marks_of_leaves(page: Grove, ladder: list[Ints]) -> Rows:
    """Return what names and tags suggest: of the leaf's own element, the two around it, and all around those."""
    own = np.array([element.marks for element in page.elements], dtype=np.int64)
    above = np.array([element.above for element in page.elements], dtype=np.int64)
    inline = np.array([leaf.marks for leaf in page.leaves], dtype=np.int64)
    hidden = np.array([element.hidden for element in page.elements], dtype=np.float32)
    near = own[ladder[1]] | own[ladder[2]]
    parts = (bits(own[ladder[0]] | inline), bits(near), bits(above[ladder[2]]), hidden[ladder[0]][:, None])
    return np.concatenate(parts, axis=1)


def lengths(sizes: Rows, links: Rows) -> Rows:
    """Return the length of each leaf in steps, and those of its neighbours."""
    plain = np.maximum(sizes - links, 0)
    columns = [np.log1p(sizes), np.log1p(plain)]
    columns += [sizes > step for step in (15, 40, 80, 160, 320)]
    padded = np.pad(np.log1p(plain), 3)
    columns += [padded[3 + shift : len(padded) - 3 + shift] for shift in (-3, -2, -1, 1, 2, 3)]
    return np.stack(columns, axis=1).astype(np.float32)


def positions(page: Grove, sizes: Rows) -> Rows:
    """Return where each leaf stands: in the page, in its text, and from the first heading."""
    count = len(sizes)
    index = np.arange(count, dtype=np.float32)
    tags = [page.elements[leaf.element].tag for leaf in page.leaves]
    head = tags.index("h1") if "h1" in tags else -1
    from_head = index - head if head >= 0 else np.zeros(count, np.float32)
    before = np.cumsum(sizes) - sizes
    depth = np.array([page.elements[leaf.element].depth for leaf in page.leaves], dtype=np.float32)
    columns = [
        index / count,
        before / max(1.0, float(sizes.sum())),
        np.sign(from_head),
        np.log1p(np.abs(from_head)) * np.sign(from_head),
        np.full(count, head >= 0),
        np.full(count, np.log1p(count)),
        np.log1p(index),
        np.log1p(count - index),
        depth / 10,
    ]
    return np.stack(columns, axis=1).astype(np.float32)


def inside(page: Grove, ladder: list[Ints], sizes: Rows, links: Rows) -> Rows:
    """Return how much text, and how much of it links, the elements around each leaf hold."""
    count = len(page.elements)
    ends = np.array(page.ends, dtype=np.int64)
    starts = np.arange(count)
    totals = []
    for weights in (sizes, links, np.ones_like(sizes)):
        sums = np.concatenate([[0.0], np.cumsum(np.bincount(ladder[0], weights, count))])
        totals.append(sums[np.maximum(ends, starts + 1)] - sums[starts])
    text, linked, number = totals
    whole = max(1.0, float(sizes.sum()))
    columns = []
    for rung in ladder[1:]:
        columns += [np.log1p(text[rung]), linked[rung] / (text[rung] + 1), text[rung] / whole]
        columns += [np.log1p(text[rung] / (number[rung] + 1)), np.log1p(number[rung])]
    return np.stack(columns, axis=1).astype(np.float32)


def paths_of(page: Grove) -> Ints:
    """Return a number for each leaf that it shares with the leaves of the same tags and marks on the way to it."""
    seen: dict[tuple[str, int, int, int], int] = {}
    found = []
    for leaf in page.leaves:
        element = page.elements[leaf.element]
        key = (element.tag, element.marks, element.above, element.depth)
        found.append(seen.setdefault(key, len(seen)))
    return np.array(found, dtype=np.int64)


def crowd(group: Ints, sizes: Rows, links: Rows) -> Rows:
    """Return of each leaf how large its group is, how long the group's leaves are and how much of them links."""
    number = np.bincount(group)[group]
    text = np.bincount(group, sizes)[group]
    linked = np.bincount(group, links)[group]
    columns = [np.log1p(number), np.log1p(text), np.log1p(text / number), linked / text, text / sizes.sum()]
    return np.stack(columns, axis=1).astype(np.float32)


def prose_of(sizes: Rows, links: Rows, shown: Rows) -> Rows:
    """Return each leaf's letters where it reads like a paragraph, else nothing."""
    ended = shown[:, ENDED] > 0
    prose = (sizes > PARAGRAPH) & (links < sizes / 3) & (ended | (sizes > 2 * PARAGRAPH))
    return np.where(prose, np.minimum(sizes - links, LONG), 0).astype(np.float32)


def rivals(page: Grove, alike: Ints, ladder: list[Ints], prose: Rows) -> Rows:
    """Return how each leaf's groups compare in prose with the page's richest, and where the leaf stands from those."""
    whole = max(1.0, float(prose.sum()))
    columns = []
    for group in (alike, *ladder[:3]):
        mass = np.bincount(group, prose)
        share = (mass / max(1.0, float(mass.max())))[group]
        columns += [share, share >= 1, mass[group] / whole]
        columns += from_range(group == mass.argmax())
    columns += core_of(page, ladder[0], prose)
    return np.stack(columns, axis=1).astype(np.float32)


def from_range(member: NDArray[np.bool_]) -> list[Rows]:
    """Return how far each leaf stands before the first and after the last member of a group."""
    places = np.flatnonzero(member)
    if not places.size:
        return [np.zeros(len(member), dtype=np.float32)] * 2
    index = np.arange(len(member), dtype=np.float32)
    before, after = np.maximum(places[0] - index, 0), np.maximum(index - places[-1], 0)
    return [np.log1p(before).astype(np.float32), np.log1p(after).astype(np.float32)]


def core_of(page: Grove, place: Ints, prose: Rows) -> list[Rows]:
    """Return whether each leaf lies in the element that holds most prose near its top, and in those around it."""
    scores = np.zeros(len(page.elements))
    mass = np.bincount(place, prose, len(page.elements))
    parents = [max(element.parent, 0) for element in page.elements]
    at, above = np.arange(len(page.elements)), np.array(parents)
    for fade in FADES:
        scores += np.bincount(at, mass * fade, len(page.elements))
        at = above[at]
    core = int(scores.argmax())
    columns = []
    for _ in range(3):
        inner = (place >= core) & (place < max(page.ends[core], core + 1))
        columns += [inner.astype(np.float32), *from_range(inner)]
        core = parents[core]
    return columns
