"""Grove → traits: for each leaf a row of numbers, how it looks and where it stands, in no words of any language."""

from collections import Counter
from itertools import accumulate, repeat
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from letopis.page.labels.letters import Ints, Rows, looks_of, rows_of
from letopis.page.labels.pools import Pool, pooled
from letopis.page.marks import TAG_MARKS
from letopis.page.tree import Element, Grove

TAGS = (
    "p li div h1 h2 h3 h4 h5 h6 td th blockquote figcaption section article span dd dt pre button label header footer "
    "body center ul main"
)
OWN_TAGS = TAGS.split()
TAG_PLACE = {tag: at for at, tag in enumerate(OWN_TAGS)}
BITS, WORD = 32 + len(TAG_MARKS), 64
LEVELS = 4
STEPS = np.array((15, 40, 80, 160, 320))[:, None]
NEAR, TWICE = 2, 2
PARAGRAPH, LONG = 60, 800
FADES = (0.5, 1.0, 0.6, 0.3)
# Odd numbers by which marks are made into one; two paths that meet in it would be taken for one another.
MIX = np.array((0x1B873593_9E3779B1, 0x2C9277B5_85EBCA6B, 0x165667B1_C2B2AE35))
LEAST_TITLE, LEAD = 12, 60
HEADS = ("h1", "h2")


class Traits(NamedTuple):
    """The leaves' rows, lengths, groups (alike in path, in one element, in one around that), and the headline."""

    rows: Rows
    sizes: Rows
    pools: tuple[Pool, ...]
    head: int


class Hints(NamedTuple):
    """What the page's data say of the article: its titles, and how its summaries begin."""

    titles: str
    leads: frozenset[str]


class Leaves(NamedTuple):
    """What is known of each leaf: its elements from its own upwards, its letters, how many are links, its prose."""

    rungs: Ints
    sizes: Rows
    links: Rows
    prose: Rows


def traits_of(page: Grove, hints: Hints) -> Traits:
    """Return the traits of a page's leaves."""
    texts = [leaf.text for leaf in page.leaves]
    looks, rungs = looks_of(texts), rungs_of(page)
    links = np.array([leaf.linked for leaf in page.leaves], dtype=np.float32) * looks.wide
    prose = prose_of(looks.sizes, links, looks.ended)
    known = Leaves(rungs, looks.sizes, links, prose)
    own = [page.elements[leaf.element] for leaf in page.leaves]
    tags = np.array([TAG_PLACE.get(element.tag, len(OWN_TAGS)) for element in own])
    marks = marks_of_leaves(page, own, rungs)
    depth = np.array([element.depth for element in own])
    pools = (alike_of(marks, tags, depth), pooled(rungs[1]), pooled(rungs[2]))
    alike = pools[0].back
    titled = [len(text) >= LEAST_TITLE and text in hints.titles for text in texts]
    head = headline(page, titled)
    tell = (
        looks.columns,
        np.array(([element.hidden for element in own], depth / 10)),
        said_of(page, texts, looks.sizes),
        lengths(known),
        inside(page, known),
        *(crowd(pool.back, known) for pool in pools[:2]),
        rivals(page, alike, known),
        places(known, head),
        np.array((titled, [text[:LEAD] in hints.leads for text in texts])),
    )
    columns = np.concatenate(tell, dtype=np.float32)
    rows = np.zeros((len(texts), 3 * BITS + len(OWN_TAGS) + 1 + len(columns)), dtype=np.float32)
    rows[:, : 3 * BITS] = bits(marks)
    rows[np.arange(len(texts)), 3 * BITS + tags] = 1
    rows[:, 3 * BITS + len(OWN_TAGS) + 1 :] = columns.T
    return Traits(rows, looks.sizes, pools, head)


def rungs_of(page: Grove) -> Ints:
    """Return each leaf's element, the one around it, and so on upwards."""
    parents = np.array([element.parent for element in page.elements])
    parents[0] = 0
    place = np.array([leaf.element for leaf in page.leaves])
    return np.array(list(accumulate(repeat(parents, LEVELS), lambda rung, around: around[rung], initial=place)))


def marks_of_leaves(page: Grove, own: list[Element], rungs: Ints) -> Ints:
    """Return what names and tags suggest: of the leaf's own element, the two around it, and all around the first."""
    marks = np.array([element.marks for element in page.elements])
    above = np.array([element.above for element in own])
    inline = np.array([leaf.marks for leaf in page.leaves])
    return np.stack((marks[rungs[0]] | inline, marks[rungs[1]] | marks[rungs[2]], above), axis=1)


def bits(masks: Ints) -> NDArray[np.uint8]:
    """Return the bits of masks, one column a bit."""
    octets = masks.astype("<i8").view(np.uint8)
    return np.unpackbits(octets, axis=1, bitorder="little").reshape(-1, 3, WORD)[:, :, :BITS].reshape(len(masks), -1)


def alike_of(marks: Ints, tags: Ints, depth: Ints) -> Pool:
    """Bring together the leaves that have the same tags and marks on the way to them."""
    return pooled(marks @ MIX + (tags + (depth << 6)))


def said_of(page: Grove, texts: list[str], sizes: Rows) -> Rows:
    """Return of each leaf its share of links and bold type, its links, pictures beside it, and if it is said again."""
    count = len(texts)
    bold = np.array([leaf.bold for leaf in page.leaves]) / np.maximum(sizes, 1)
    anchors = np.minimum([len(leaf.anchors) for leaf in page.leaves], 5)
    before = [picture.before for picture in page.pictures if picture.before <= count]
    pictures = np.minimum(np.bincount(before, minlength=count + 1), 2) if before else np.zeros(count + 1)
    counts = Counter(texts)
    times = np.array([counts[text] for text in texts])
    return rows_of(bold, anchors, pictures[:-1], pictures[1:], times > 1, times > TWICE)


def lengths(known: Leaves) -> Rows:
    """Return the length of each leaf in steps, and those of its neighbours."""
    plain = np.log1p(np.maximum(known.sizes - known.links, 0))
    padded, count = np.pad(plain, NEAR), len(plain)
    near = [padded[NEAR + shift : NEAR + shift + count] for shift in (-2, -1, 1, 2)]
    return rows_of(np.log1p(known.sizes), plain, known.links / known.sizes, *(known.sizes > STEPS), *near)


def inside(page: Grove, known: Leaves) -> Rows:
    """Return how much text, how much of it links, and how many pictures the elements around each leaf hold."""
    count = len(page.elements)
    sums = np.zeros((4, count + 1))
    for at, weights in enumerate((known.sizes, known.links, None)):
        sums[at, 1:] = np.bincount(known.rungs[0], weights, count)
    pictured = [picture.element for picture in page.pictures]
    if pictured:
        sums[3, 1:] = np.bincount(pictured, minlength=count)
    sums = sums.cumsum(axis=1)
    ends = np.maximum(np.array(page.ends), np.arange(1, count + 1))
    totals = (sums[:, ends] - sums[:, :-1]).astype(np.float32)
    text, linked, number, pictures = totals[:, known.rungs[1:]]
    logs = np.log1p(np.concatenate((text, text / (number + 1), number, pictures)))
    return np.concatenate((logs, linked / (text + 1), text / known.sizes.sum()))


def crowd(group: Ints, known: Leaves) -> Rows:
    """Return of each leaf how large its group is, how long the group's leaves are and how much of them links."""
    number, text, linked = (np.bincount(group, weights)[group] for weights in (None, known.sizes, known.links))
    logs = np.log1p(rows_of(number, text, text / number))
    return np.concatenate((logs, rows_of(linked / text, text / known.sizes.sum())))


def prose_of(sizes: Rows, links: Rows, ended: NDArray[np.bool_]) -> Rows:
    """Return each leaf's letters where it reads like a paragraph, else nothing."""
    prose = (sizes > PARAGRAPH) & (links < sizes / 3) & (ended | (sizes > 2 * PARAGRAPH))
    return np.where(prose, np.minimum(sizes - links, LONG), 0)


def rivals(page: Grove, alike: Ints, known: Leaves) -> Rows:
    """Return how each leaf's groups compare in prose with the page's richest, and where the leaf stands from those."""
    whole = max(1.0, float(known.prose.sum()))
    shares, richest = [], []
    for group in (alike, *known.rungs[:3]):
        mass = np.bincount(group, known.prose)
        best = mass.argmax()
        shares += [mass[group] / max(1.0, float(mass[best])), mass[group] / whole]
        richest.append(group == best)
    members = np.array((*richest, *cores_of(page, known)))
    return np.concatenate((shares, members, from_ranges(members)))


def from_ranges(members: NDArray[np.bool_]) -> Rows:
    """Return how far each leaf stands before the first and after the last member of each group."""
    count = members.shape[1]
    index = np.arange(count)
    first, last = members.argmax(axis=1)[:, None], count - 1 - members[:, ::-1].argmax(axis=1)[:, None]
    far = np.maximum(np.concatenate((first - index, index - last)), 0)
    return np.asarray(np.log1p(far.astype(np.float32)))


def cores_of(page: Grove, known: Leaves) -> list[NDArray[np.bool_]]:
    """Return whether each leaf lies in the element that holds most prose near its top, and in the two around it."""
    scores = np.zeros(len(page.elements))
    for rung, fade in zip(known.rungs, FADES, strict=False):
        scores += np.bincount(rung, known.prose * fade, len(page.elements))
    core, place = int(scores.argmax()), known.rungs[0]
    found = []
    for _ in range(3):
        found.append((place >= core) & (place < max(page.ends[core], core + 1)))
        core = max(page.elements[core].parent, 0)
    return found


def places(known: Leaves, head: int) -> Rows:
    """Return where each leaf stands: in the page, in its text, in its prose, and from the headline."""
    count = len(known.sizes)
    index = np.arange(count)
    from_head = index - head if head >= 0 else np.zeros(count)
    before, prose = known.sizes.cumsum() - known.sizes, known.prose.cumsum() - known.prose
    return rows_of(
        index / count,
        before / max(1.0, float(before[-1])),
        prose / (prose[-1] + 1),
        np.sign(from_head),
        np.log1p(np.abs(from_head)) * np.sign(from_head),
        np.full(count, head >= 0),
        np.log1p(index),
        np.log1p(count - index),
    )


def headline(page: Grove, titled: list[bool]) -> int:
    """Return the leaf of the headline: the first that the title has and that is set as a heading, else a heading."""
    told = [at for at, is_titled in enumerate(titled) if is_titled]
    for tag in HEADS:
        if (found := next((at for at in told if page.elements[page.leaves[at].element].tag == tag), -1)) >= 0:
            return found
    heads = (at for at, leaf in enumerate(page.leaves) if page.elements[leaf.element].tag == HEADS[0])
    return next(heads, told[0] if told else -1)
