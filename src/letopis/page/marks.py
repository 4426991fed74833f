"""The names of classes and ids → marks: what the page's maker says an element is, one bit for each group of words."""

import re
from functools import cache, lru_cache
from importlib.resources import files

SHORT, LONGEST = 4, 160
NAMED_MARKS = 32  # tags take the bits from here on
NAMING = frozenset(("class", "id", "role", "itemprop", "data-component", "data-testid", "data-type", "data-name"))
# Tags that say what lies inside them; they count as marks beside those that names give.
TELLING = "article main aside nav header footer form table ul ol blockquote figure section dl p details button label h1"
TAG_MARKS = {tag: 1 << at for at, tag in enumerate(TELLING.split(), NAMED_MARKS)}
HIDING = frozenset(("hidden", "aria-hidden", "style"))
NAMES = re.compile(r"[A-Za-z]+")
PARTS = re.compile(r"[a-z]+|[A-Z]+(?![a-z])|[A-Z][a-z]*")


class Vocabulary:
    """The groups of `marks.tsv`: which bit each word sets, and the words that are sought inside others."""

    def __init__(self, lines: list[str]) -> None:
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        self.groups = tuple(row[0] for row in rows)
        self.whole: dict[str, int] = {}
        for place, (_, words) in enumerate(rows):
            for word in words.split():
                self.whole[word] = self.whole.get(word, 0) | 1 << place
        inner = sorted((word for word in self.whole if len(word) > SHORT), key=len, reverse=True)
        self.inner = re.compile("|".join(map(re.escape, inner)))


@cache
def vocabulary() -> Vocabulary:
    """Return the words that names of classes are made of."""
    return Vocabulary(files("letopis.page").joinpath("marks.tsv").read_text("utf-8").splitlines())


@cache
def bit(group: str) -> int:
    """Return the bit of a group of marks."""
    return 1 << vocabulary().groups.index(group)


@lru_cache(maxsize=50_000)
def marks_of(names: str) -> int:
    """Return the marks of an element's class, id or role."""
    whole, found, before = vocabulary().whole, 0, ""
    for name in NAMES.findall(names[:LONGEST]):
        lowered = name.lower()
        found |= marks_of_name(name) | whole.get(before + lowered, 0)
        before = lowered
    return found


@lru_cache(maxsize=20_000)
def marks_of_name(name: str) -> int:
    """Return the marks of one name, such as "articleBody"."""
    words, found = vocabulary(), 0
    for part in PARTS.findall(name):
        found |= words.whole.get(part.lower(), 0)
    for word in words.inner.findall(name.lower()):
        found |= words.whole[word]
    return found


def looks(attributes: dict[str, str | None]) -> tuple[int, bool]:
    """Return the marks that an element's names give it, and whether it is written to be invisible."""
    if len(attributes) == 1 and "class" in attributes:  # most are so
        return marks_of(attributes["class"] or ""), False
    marks, hidden = 0, False
    for name, value in attributes.items():
        if name in NAMING:
            if value:
                marks |= marks_of(value)
        elif name in HIDING:
            hidden |= hides(name, value or "")
    return marks, hidden


def hides(name: str, value: str) -> bool:
    """Say whether an attribute makes its element invisible."""
    if name != "style":
        return name == "hidden" or value == "true"
    style = value.replace(" ", "").lower()
    return "display:none" in style or "visibility:hidden" in style
