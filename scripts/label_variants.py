"""A page with its gold → variants of it, as other sites might have made it: other furniture, names, tags, less text."""

from itertools import chain
from typing import NamedTuple

import numpy as np
from msgspec.structs import replace

from letopis.page.labels.traits import Hints
from letopis.page.marks import NAMED_MARKS, TAG_MARKS
from letopis.page.tree import Element, Grove

SOME, SURE = 0.3, 0.5
# How often pages are changed in each way, and how much of what can be left out is.
THIN, SHORT, JOIN, ABOVE, RENAME = 0.6, 0.4, 0.5, 0.35, 0.6
MOST, FROM_START = 1.0, 0.6
NAMELESS, WHOLE, MISSING = 0.25, 0.25, 0.2
LEAST_LEAVES, LEAST_WORDS = 5, 25
PART = (3, 80)
NAMES = (1 << NAMED_MARKS) - 1
# What one site does with one tag, another does with another.
ALIKE = (
    {"p": "div"},
    {"h2": "p", "h3": "p"},
    {"article": "div", "main": "div", "section": "div"},
    {},
    {},
    {},
)


class Known(NamedTuple):
    """A page, what its data say, and of each leaf its share in the gold and its words."""

    page: Grove
    hints: Hints
    wanted: np.ndarray
    words: np.ndarray


class Part(NamedTuple):
    """An element of a page with all that is inside, counted from itself."""

    elements: list[Element]
    ends: list[int]
    leaves: list
    words: np.ndarray


def ends_of(page: Grove) -> np.ndarray:
    """Return where each element's inside ends."""
    return np.maximum(np.array(page.ends), np.arange(len(page.ends)) + 1)


def left(known: Known, stays: np.ndarray, leaves: np.ndarray) -> Known:
    """Return the page with only some of its elements and leaves; an element stays only with what is around it."""
    page = known.page
    kept = np.concatenate([[0], np.cumsum(stays)])
    leaves &= stays[[leaf.element for leaf in page.leaves]]
    before = np.concatenate([[0], np.cumsum(leaves)])
    elements, ends = [], ends_of(page)
    for at in np.flatnonzero(stays):
        element = page.elements[at]
        elements.append(replace(element, parent=int(kept[element.parent])) if element.parent >= 0 else element)
    last = len(leaves)
    pictures = [
        replace(picture, element=int(kept[picture.element]), before=int(before[min(picture.before, last)]))
        for picture in page.pictures
        if stays[picture.element]
    ]
    found = page._replace(
        elements=elements,
        ends=[int(kept[end]) for end in ends[stays]],
        leaves=[replace(page.leaves[at], element=int(kept[page.leaves[at].element])) for at in np.flatnonzero(leaves)],
        pictures=pictures,
    )
    return Known(found, known.hints, known.wanted[leaves], known.words[leaves])


def furniture(known: Known) -> tuple[list[int], np.ndarray]:
    """Return the outermost elements that hold none of the gold but something else, and how many leaves each holds."""
    page, count = known.page, len(known.page.elements)
    place = [leaf.element for leaf in page.leaves]
    ends = ends_of(page)
    sums = np.zeros((2, count + 1))
    sums[0, 1:] = np.bincount(place, known.wanted > SOME, count)
    sums[1, 1:] = np.bincount(place, minlength=count)
    sums = sums.cumsum(axis=1)
    gold, number = sums[:, ends] - sums[:, :-1]
    found, at = [], 1
    while at < count:
        if gold[at]:
            at += 1
            continue
        found += [at] if number[at] else []
        at = int(ends[at])
    return found, number


def thinned(known: Known, random: np.random.Generator) -> Known:
    """Leave some of the furniture out."""
    rate, ends = random.random() * MOST, ends_of(known.page)
    stays = np.ones(len(ends), dtype=bool)
    for at in furniture(known)[0]:
        if random.random() < rate:
            stays[at : ends[at]] = False
    return left(known, stays, np.ones(len(known.wanted), dtype=bool))


def shortened(known: Known, random: np.random.Generator) -> Known:
    """Leave the end of the article out, or its beginning and end."""
    gold = np.flatnonzero(known.wanted > SURE)
    if len(gold) < LEAST_LEAVES:
        return known
    count = int(random.integers(PART[0], len(gold)))
    first = 0 if random.random() < FROM_START else int(random.integers(0, len(gold) - count + 1))
    leaves = np.ones(len(known.wanted), dtype=bool)
    leaves[gold[first + count :]] = leaves[gold[: max(0, first - 1)]] = False
    if known.words[leaves & (known.wanted > SURE)].sum() < LEAST_WORDS:
        return known
    return left(known, np.ones(len(known.page.elements), dtype=bool), leaves)


def part_of(known: Known, random: np.random.Generator) -> Part | None:
    """Take a piece of furniture from a page."""
    page, ends = known.page, ends_of(known.page)
    found, number = furniture(known)
    found = [at for at in found if PART[0] <= number[at] <= PART[1]]
    if not found:
        return None
    chances = np.sqrt(number[found])
    at = int(random.choice(found, p=chances / chances.sum()))
    end = int(ends[at])
    elements = [replace(element, parent=element.parent - at) for element in page.elements[at:end]]
    inner = [place for place, leaf in enumerate(page.leaves) if at <= leaf.element < end]
    leaves = [replace(page.leaves[place], element=page.leaves[place].element - at) for place in inner]
    return Part(elements, [int(stop) - at for stop in ends[at:end]], leaves, known.words[inner])


def joined(known: Known, part: Part, *, above: bool) -> Known:
    """Set a piece of furniture at the top or the end of a page."""
    page, more = known.page, len(part.elements)
    base = 1 if above else len(page.elements)
    moved = [
        replace(element, parent=0 if at == 0 else element.parent + base) for at, element in enumerate(part.elements)
    ]
    shift = more if above else 0
    rest = [replace(element, parent=element.parent + shift * (element.parent > 0)) for element in page.elements[1:]]
    ends = ends_of(page)
    tail, inner = [int(end) + shift for end in ends[1:]], [end + base for end in part.ends]
    own = [replace(leaf, element=leaf.element + shift * (leaf.element > 0)) for leaf in page.leaves]
    new = [replace(leaf, element=leaf.element + base) for leaf in part.leaves]
    nothing = np.zeros(len(new), dtype=np.float32)
    order = slice(None, None, 1 if above else -1)
    found = page._replace(
        elements=[page.elements[0], *chain(*(moved, rest)[order])],
        ends=[int(ends[0]) + more, *chain(*(inner, tail)[order])],
        leaves=list(chain(*(new, own)[order])),
        pictures=[
            replace(
                picture,
                element=picture.element + shift * (picture.element > 0),
                before=picture.before + len(new) * above,
            )
            for picture in page.pictures
        ],
    )
    wanted, words = (nothing, known.wanted)[order], (part.words, known.words)[order]
    return Known(found, known.hints, np.concatenate(wanted), np.concatenate(words))


def some(places: range, random: np.random.Generator) -> int:
    """Return most of the bits at these places."""
    return sum(1 << at for at in places if random.random() >= MISSING)


def renamed(known: Known, random: np.random.Generator) -> Known:
    """Take names away, all of them or some kinds, and change some tags."""
    chance = random.random()
    mask = 0 if chance < NAMELESS else NAMES if chance < NAMELESS + WHOLE else some(range(NAMED_MARKS), random)
    told = range(NAMED_MARKS, NAMED_MARKS + len(TAG_MARKS))
    mask |= some(told, random) if random.random() < SOME else sum(TAG_MARKS.values())
    other = ALIKE[random.integers(len(ALIKE))]
    elements = [
        replace(
            element,
            tag=other.get(element.tag, element.tag),
            marks=element.marks & mask,
            above=element.above & mask,
        )
        for element in known.page.elements
    ]
    leaves = [replace(leaf, marks=leaf.marks & mask) for leaf in known.page.leaves]
    return known._replace(page=known.page._replace(elements=elements, leaves=leaves))


def variant(known: Known, others: list[Known], random: np.random.Generator) -> Known:
    """Return the page as another site might have made it."""
    if random.random() < THIN:
        known = thinned(known, random)
    if random.random() < SHORT:
        known = shortened(known, random)
    for _ in range(int(random.integers(1, 3)) if random.random() < JOIN else 0):
        part = part_of(others[random.integers(len(others))], random)
        if part is not None:
            known = joined(known, part, above=random.random() < ABOVE)
    return renamed(known, random) if random.random() < RENAME else known
