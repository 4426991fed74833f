"""A figure and the lines in it → the caption of its picture and the credit, apart."""

import re
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from letopis.page.layout.credits import LONGEST_CREDIT, SIGN, formed, is_house, worded
from letopis.page.marks import TAG_MARKS, bit
from letopis.page.tree import Grove, Leaf

SLIDE = re.compile(r"\d{1,3} ?/ ?\d{1,3}")
CREDITS = (
    "[class*=redit], [class*=opyright], [class*=hotographer], [class*=Source], [class*=source], "
    "figcaption [class*=uthor], figcaption [class*=autor], figcaption [class*=agenc], [itemprop=copyrightHolder], "
    "small, cite"
)
STROKE = re.compile(r"[A-ZА-Я][^/]{1,40}/ ?[A-ZА-Я][^/]{1,40}")
FIGURE_LEAVES = 6
LONGEST_CAPTION = 900
BREAKS = " |/(–—-"


class Captioned(NamedTuple):
    """What stands under a picture."""

    caption: str | None
    credit: str | None


def leaves_of(page: Grove, index: int, near: int) -> list[Leaf]:
    """Return the leaves inside an element, of those close to a picture."""
    end = max(page.ends[index], index + 1)
    close = page.leaves[max(0, near - FIGURE_LEAVES) : near + FIGURE_LEAVES + 2]
    return [leaf for leaf in close if index <= leaf.element < end]


def captioned(page: Grove, figure: int, near: int) -> Captioned:
    """Return the words of a figure: what its lines say, and whom an element or the end of a line credits."""
    leaves = leaves_of(page, figure, near)
    lines = [leaf.text for leaf in leaves if is_line(page, leaf)]
    named = credited(page.nodes[figure], lines) if may_credit(page, leaves) else None
    given = worded(named)
    if named is None and len(lines) > 1 and is_bare(lines[-1], lines[-2]):
        given = worded(lines.pop())
    told = [formed(without(line, named)) for line in lines]
    captions = dict.fromkeys(part.caption for part in told if part.caption)
    whole = given.credit and given.caption and given.caption[-1] in ".!?…"
    caption = " ".join(captions) or (given.caption if whole else None)
    credit = given.credit or given.caption or next((part.credit for part in told if part.credit), None)
    return Captioned(caption, credit if credit != caption else None)


def may_credit(page: Grove, leaves: list[Leaf]) -> bool:
    """Say whether a name in or around the lines of a figure speaks of a credit: to seek its element is slow."""
    marks = bit("credit") | bit("author") | bit("caption")
    return any(
        (leaf.marks | page.elements[leaf.element].marks | page.elements[leaf.element].above) & marks for leaf in leaves
    )


def is_line(page: Grove, leaf: Leaf) -> bool:
    """Say whether a leaf of a figure is a line under its picture: no count of slides, no button, no byline."""
    if len(leaf.text) >= LONGEST_CAPTION or SLIDE.fullmatch(leaf.text):
        return False
    element = page.elements[leaf.element]
    if element.marks & TAG_MARKS["button"]:
        return False
    byline = element.marks & (bit("author") | bit("date")) and worded(leaf.text).credit is None
    return element.tag == "figcaption" or not byline


def credited(figure: LexborNode, lines: list[str]) -> str | None:
    """Return the words of the element that a figure calls its credit; one that holds the caption, too, is none."""
    for node in figure.css(CREDITS):
        words = " ".join(node.text(separator=" ").split())
        if not words or len(words) >= LONGEST_CREDIT or SIGN.fullmatch(words):
            continue
        if not any(line in words and line != words for line in lines[:-1]):
            return words
    return None


def is_bare(line: str, before: str) -> bool:
    """Say whether a figure's last line is a name under a caption, or two with a stroke between them: "AP/Ann Lee"."""
    if len(line) >= LONGEST_CREDIT // 2 or line[-1] in ".!?…":
        return False
    return before[-1] in ".!?…»" or STROKE.fullmatch(line) is not None or is_house(line)


def without(words: str, credit: str | None) -> str:
    """Return a line without a credit."""
    if credit is None or credit not in words:
        return words
    before, _, after = words.rpartition(credit)
    return f"{before.rstrip(BREAKS)} {after.lstrip(' )')}".strip()
