"""Chances → the leaves of the article: the likeliest, what belongs to them, without what only stands among them."""

from bisect import bisect
from collections import Counter
from functools import cache
from itertools import pairwise

import numpy as np

from letopis.page.labels.letters import Ints, Rows
from letopis.page.labels.traits import Traits
from letopis.page.layout.writing import is_named_heading
from letopis.page.lists.clocks import clock_of
from letopis.page.marks import TAG_MARKS, bit
from letopis.page.tree import Grove, Leaf

# How much what is missed counts beside what is too much, and from where on a leaf may be the article's at all.
LEAN, LEAST = 0.85, 0.12
# Where nothing is sure, a few lines make no article.
SURE, LITTLE = 0.5, 400
# Another part of a page is the article's, too, if it is worth so much beside the main part, or so much of it is alike.
GAP, FADE, SHARE, SAME = 30, 10, 0.5, 0.1
# What is made as the article's paragraphs are needs little more than to stand near them.
ALIKE, BESIDE, PARAGRAPH = 0.05, 8, 40
# A cell that holds so much of the article holds all of it but what may stand above.
COLUMN = 0.8
# A quotation, a list or a table between two paragraphs of the article is part of it even if it does not look like one.
INSIDE, MAYBE, FARTHEST, CLOSE = 0.005, 0.15, 30, 3
HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
SHORT, WHOLE = 60, 0.9
ENDS = '.!?…:;»”"'
CELLS = frozenset(("td", "th", "li"))
PLAIN, OFTEN = frozenset(("div", "button", "section", "label")), 4


def chosen(page: Grove, traits: Traits, found: Rows) -> list[int]:
    """Return the leaves of the article, in reading order."""
    alike = traits.pools[0].back
    kept = gathered(likeliest(found, traits.sizes), found * traits.sizes, alike, traits.head)
    if found.max() < SURE and sum(len(page.leaves[at].text) - page.leaves[at].linked for at in kept) < LITTLE:
        return []
    kept = of_one_column(page, of_one_make(page, kept, found, alike))
    return trimmed(page, run_on(page, filled(page, kept, found), found))


def likeliest(found: Rows, sizes: Rows) -> list[int]:
    """Return the leaves that promise the best balance: where the net is sure of nothing, less certain ones come in."""
    order = np.argsort(-found, kind="stable")
    mass = (found * sizes)[order].cumsum()
    balance = mass / (sizes[order].cumsum() + LEAN * mass[-1])
    least = max(LEAST, float(found[order[int(balance.argmax())]]))
    found_at: list[int] = np.flatnonzero(found >= least).tolist()
    return found_at


def gathered(kept: list[int], mass: Rows, alike: Ints, head: int) -> list[int]:
    """Leave out what stands apart from the article's main part, of another make, and worth less beside it.

    The farther from the headline, the less a part is worth.
    """
    if head < 0 or not kept:
        return kept
    gaps = np.flatnonzero(np.diff(kept) > GAP) + 1
    if not gaps.size:
        return kept
    parts = np.split(kept, gaps)
    worth = [mass[part].sum() / (1 + max(0, part[0] - head, head - part[-1]) / FADE) for part in parts]
    makes = np.unique(alike[parts[int(np.argmax(worth))]])
    found: list[int] = []
    for part, own in zip(parts, worth, strict=True):
        same = mass[part][np.isin(alike[part], makes)].sum()
        found += part.tolist() if own >= SHARE * max(worth) or same >= SAME * mass[part].sum() else []
    return found


def of_one_make(page: Grove, kept: list[int], found: Rows, alike: Ints) -> list[int]:
    """Add what is made as the article's paragraphs are, and stands between them or close behind."""
    make = alike.tolist()
    makes = {make[at] for at in kept if len(page.leaves[at].text) >= PARAGRAPH}
    likely = [at for at in np.flatnonzero(found > ALIKE).tolist() if make[at] in makes]
    added: list[int] = []
    for at in likely:
        if at < (kept[0] if kept else len(found)) or is_led_away(page.leaves[at]):
            continue
        place = bisect(kept, at)
        if place < len(kept):
            added += [at] if kept[place] - kept[place - 1] <= 2 * BESIDE else []
        elif at - (added[-1] if added and added[-1] > kept[-1] else kept[-1]) <= BESIDE:
            added.append(at)
    return sorted({*kept, *added})


def of_one_column(page: Grove, kept: list[int]) -> list[int]:
    """Leave out what follows an article in another column of the table that an old page is laid out in."""
    columns = [column_of(page, page.leaves[at].element) for at in kept]
    letters: Counter[int] = Counter()
    for at, column in zip(kept, columns, strict=True):
        letters[column] += len(page.leaves[at].text)
    main, most = max(letters.items(), key=lambda item: item[1], default=(-1, 0))
    if main < 0 or most < COLUMN * letters.total():
        return kept
    end = page.ends[main]
    return [at for at, column in zip(kept, columns, strict=True) if column < end]


def column_of(page: Grove, index: int) -> int:
    """Return the innermost cell of a table that an element stands in, -1 where it stands in none."""
    while index >= 0 and page.elements[index].tag != "td":
        index = page.elements[index].parent
    return index


def is_led_away(leaf: Leaf) -> bool:
    """Say whether a leaf is a link for the most part."""
    return leaf.linked * 2 >= len(leaf.text)


def run_on(page: Grove, kept: list[int], found: Rows) -> list[int]:
    """Add what goes on after the article's last leaf in the same manner, if it is not all too unlikely."""
    if not kept:
        return kept
    at = kept[-1] + 1
    while at < len(page.leaves) and found[at] > MAYBE and is_line(page, at, at - 1, at - 1):
        at += 1
    return [*kept, *range(kept[-1] + 1, at)]


def filled(page: Grove, kept: list[int], found: Rows) -> list[int]:
    """Add quotations, lists and tables that stand between paragraphs of the article, in the same element as these."""
    added: list[int] = []
    for before, after in pairwise(kept):
        if not 1 < after - before <= FARTHEST:
            continue
        around = {page.elements[page.leaves[at].element].parent for at in (before, after)}
        between = [at for at in range(before + 1, after) if found[at] > INSIDE]
        added += [at for at in between if set_in(page, page.leaves[at], around) or is_line(page, at, before, after)]
        added += [at for at in between if (before, after) == (at - 1, at + 1) and tops(page, at) and found[at] > MAYBE]
        added += [after - 1] if after - 1 not in added and heads(page, after - 1, after) else []
    return sorted([*kept, *added])


def is_line(page: Grove, at: int, before: int, after: int) -> bool:
    """Say whether a leaf is a paragraph among its like: an interview's short answers are nothing by themselves."""
    leaf = page.leaves[at]
    mine, first, last = (page.elements[page.leaves[place].element] for place in (at, before, after))
    alike = mine is first is last or (
        mine.tag == first.tag == last.tag == "p" and mine.parent == first.parent == last.parent
    )
    return alike and mine.marks == first.marks == last.marks and not is_led_away(leaf) and not mine.hidden


def tops(page: Grove, at: int) -> bool:
    """Say whether a line is the first in a box of the paragraph that follows it, as the steps of a guide are headed."""
    leaf, elements = page.leaves[at], page.elements
    first, last = page.leaves[at - 1].element, page.leaves[at + 1].element
    box = elements[leaf.element].parent
    in_one = elements[last].parent == box and first < box and last > leaf.element
    return in_one and elements[leaf.element].tag not in CELLS and not elements[leaf.element].hidden and not leaf.anchors


def set_in(page: Grove, leaf: Leaf, around: set[int]) -> bool:
    """Say whether a leaf is a heading or an insert among the paragraphs of these elements."""
    element = page.elements[leaf.element]
    heading = element.tag in HEADINGS and element.parent in around and not element.hidden
    return (heading and leaf.linked * 2 < len(leaf.text)) or is_insert(page, leaf, around)


def heads(page: Grove, at: int, after: int) -> bool:
    """Say whether a leaf is the heading of the part of a page in which the next paragraph of the article stands."""
    leaf, elements = page.leaves[at], page.elements
    element, part = elements[leaf.element], elements[page.leaves[after].element].parent
    around = elements[max(0, part)].parent
    # It may have a part to itself, beside that of the paragraph.
    alone = page.ends[element.parent] == leaf.element + 1 and elements[element.parent].parent == around
    near = element.parent in (part, around) or alone
    named = (element.tag in HEADINGS and near) or is_headed(page, at, after)
    return named and not element.hidden and leaf.linked * 2 < len(leaf.text)


def is_headed(page: Grove, at: int, after: int) -> bool:
    """Say whether a leaf that only its name calls a heading stands above a paragraph, each in a box of its own."""
    leaf, elements = page.leaves[at], page.elements
    if not is_named_heading(elements[leaf.element], leaf):
        return False
    box, first, last = leaf.element, page.leaves[at - 1].element, page.leaves[after].element
    while page.ends[elements[box].parent] <= last:
        box = elements[box].parent
    return first < box < page.ends[box] <= last


def is_insert(page: Grove, leaf: Leaf, around: set[int]) -> bool:
    """Say whether a leaf is a quotation, a list or a table set into the elements around."""
    element = page.elements[leaf.element]
    told = TAG_MARKS["blockquote"] | TAG_MARKS["table"] | TAG_MARKS["ul"] | TAG_MARKS["ol"]
    if element.hidden or not (element.marks | element.above) & told or leaf.linked * 2 > len(leaf.text):
        return False
    index = leaf.element
    for _ in range(CLOSE + 2):
        index = page.elements[index].parent
        if index in around:
            return True
    return False


def trimmed(page: Grove, kept: list[int]) -> list[int]:
    """Leave out buttons, refrains, lone times, and what begins or ends an article with nothing but a link or a date."""
    times = Counter(page.leaves[at].text for at in kept)
    kept = [at for at in kept if not (is_button(page, page.leaves[at]) or is_refrain(page, page.leaves[at], times))]
    kept = [
        at for at in kept if page.elements[page.leaves[at].element].tag in CELLS or not clock_of(page.leaves[at].text)
    ]
    while kept and is_edge(page.leaves[kept[0]]):
        del kept[0]
    last = max((place for place, at in enumerate(kept) if is_said(page.leaves[at])), default=-1)
    edge = (place for place in range(last + 1, len(kept)) if is_edge(page.leaves[kept[place]]))
    return kept[: next(edge, len(kept))]


def is_said(leaf: Leaf) -> bool:
    """Say whether a leaf is more than a word or two: long, or the end of a sentence."""
    return len(leaf.text) > SHORT or leaf.text[-1] in ENDS


@cache
def buttons() -> int:
    """Return the marks of what asks a reader to do or buy something."""
    return bit("share") | bit("newsletter") | bit("popup") | bit("ad") | TAG_MARKS["button"]


def is_button(page: Grove, leaf: Leaf) -> bool:
    """Say whether a short leaf is a button of the page."""
    if len(leaf.text) > SHORT or leaf.linked < len(leaf.text) * WHOLE:
        return False
    element = page.elements[leaf.element]
    near = element.marks | leaf.marks | page.elements[max(element.parent, 0)].marks
    return bool(near & buttons())


def is_refrain(page: Grove, leaf: Leaf, times: Counter[str]) -> bool:
    """Say whether a leaf is what a page says over and over and sets as no text of its own: "Article content"."""
    return times[leaf.text] >= OFTEN and len(leaf.text) <= SHORT and page.elements[leaf.element].tag in PLAIN


def is_edge(leaf: Leaf) -> bool:
    """Say whether a leaf is short and all link, or has no letters."""
    if len(leaf.text) > SHORT:
        return False
    return leaf.linked >= len(leaf.text) * WHOLE or not any(map(str.isalpha, leaf.text))
