"""Grove and the article's leaves → those without what leads to other articles or asks the reader for something."""

import re
from functools import cache, lru_cache
from itertools import chain

from letopis.language.lists import plain, word_list
from letopis.page.head.gate import AFTER, LONG, demands
from letopis.page.head.printed import led_names
from letopis.page.marks import TAG_MARKS, bit
from letopis.page.published import day_in
from letopis.page.tree import Grove, Leaf

CODES = ("en", "ru", "be", "uk")
LISTS = ("list_headings", "requests", "page_furniture", "comments")
LONGEST, SHORT = 200, 100
PATHS, ENDS = (" » ", " › ", " > ", " → "), (".", "!", "?", "…", ":")
DASHES = "—–-"
HALVES = ("a.m.", "p.m.")
LINKED, WHOLE, LEAST = 0.6, 0.85, 25
BETWEEN = " :.…—–-|»→"
MARKS = "•·*▪►▶→❗-–— "


def without_asides(page: Grove, kept: list[int]) -> list[int]:
    """Leave out "Read also: [a headline]", the links under such words, and lines that ask to subscribe."""
    found: list[int] = []
    listing = False
    own = uncommented(page, before_comments(page, unlisted(page, before_wall(page, kept))))
    for at in without_pointers(page, own):
        leaf = page.leaves[at]
        leading = leads_away(page, at)
        listing = leading or (listing and (is_link(leaf) or is_stamp(leaf)))
        if not listing and not asks(leaf.text) and not signs_post(page, leaf):
            found.append(at)
    long = (place for place, at in enumerate(found) if len(page.leaves[at].text) > SHORT)
    said = (
        place
        for place, at in enumerate(found)
        if page.leaves[at].text.endswith(ENDS) and not is_opening(page.leaves[at])
    )
    first = next(chain(long, said), 0)
    while found and (heads_nothing(page, found[-1]) or pleads(page.leaves[found[-1]].text)):
        found.pop()
    return [at for at in found[:first] if not is_opening(page.leaves[at])] + found[first:]


def pleads(text: str) -> bool:
    """Say whether a last line asks the reader for something, if only at its end: "It is ours; follow us on the air"."""
    return len(text) < LONGEST and pleas().search(plain(text.casefold())) is not None


@cache
def pleas() -> re.Pattern[str]:
    """Return how pages ask the reader for something, in all our languages."""
    return re.compile("|".join(rf"\b{re.escape(words)}\b" for words in openings("requests") if " " in words))


def heads_nothing(page: Grove, at: int) -> bool:
    """Say whether the last line of an article only leads to links that are none of it: "More of this:"."""
    leaf = page.leaves[at]
    below = next((leaf for leaf in page.leaves[at + 1 : at + 3] if not is_stamp(leaf)), None)
    return len(leaf.text) < SHORT and leaf.text[-1] == ":" and below is not None and is_link(below)


def before_wall(page: Grove, kept: list[int]) -> list[int]:
    """Return the leaves up to a line near the end that asks for money or a name before one may read on."""
    if letters(page, kept) > LONG:
        return kept
    for place in range(max(1, len(kept) - AFTER), len(kept)):
        text = page.leaves[kept[place]].text
        if len(text) < LONGEST and demands().search(plain(text.casefold())):
            return kept[:place]
    return kept


def before_comments(page: Grove, kept: list[int]) -> list[int]:
    """Leave out what readers wrote: all below "Comments (12)" that is made otherwise than the paragraphs above it.

    Such words stand below a summary, too, and the article follows: what is left out is the smaller part.
    """
    if not kept:
        return kept
    for opening in range(kept[0], kept[-1]):
        if opens_comments(page.leaves[opening]):
            makes = {make_of(page, at) for at in kept if at < opening}
            article = [at for at in kept if at <= opening or make_of(page, at) in makes]
            return article if 2 * letters(page, article) > letters(page, kept) else kept
    return kept


def unlisted(page: Grove, kept: list[int]) -> list[int]:
    """Leave out lists of what one gets for money or a name: the lines above them, none of the article's, ask for it."""
    elements = [page.elements[page.leaves[at].element] for at in kept]
    firsts: dict[int, int] = {}
    for at, element in zip(kept, elements, strict=True):
        if element.tag == "li":
            firsts.setdefault(element.parent, at)
    own = set(kept) if firsts else set[int]()
    walls = {box for box, at in firsts.items() if is_demanded(page, box, at, own)}
    if not walls:
        return kept
    return [at for at, element in zip(kept, elements, strict=True) if element.parent not in walls]


def is_demanded(page: Grove, box: int, at: int, own: set[int]) -> bool:
    """Say whether lines above a list, in the same part of a page, ask for money or a name; the list holds a leaf."""
    while at >= 0 and page.leaves[at].element > box:
        at -= 1
    above = [page.leaves[line] for line in range(max(0, at - 1), at + 1) if line not in own]
    beside = [leaf for leaf in above if page.elements[leaf.element].parent == page.elements[box].parent]
    return any(len(leaf.text) < LONGEST and demands().search(plain(leaf.text.casefold())) for leaf in beside)


def uncommented(page: Grove, kept: list[int]) -> list[int]:
    """Leave out what stands in a part of the page that is called comments, behind most of the article.

    A whole page may be called so, or the answers of an interview.
    """
    comment = bit("comment")
    elements = [page.elements[page.leaves[at].element] for at in kept]
    called = [(element.marks | element.above) & comment for element in elements]
    first = next((place for place, mark in enumerate(called) if mark), 0)
    if not first or 2 * letters(page, kept[:first]) <= letters(page, kept):
        return kept
    return [at for at, mark in zip(kept, called, strict=True) if not mark]


def letters(page: Grove, kept: list[int]) -> int:
    """Return how long leaves are together."""
    return sum(len(page.leaves[at].text) for at in kept)


def opens_comments(leaf: Leaf) -> bool:
    """Say whether a line stands above what readers wrote: such words alone or with a number; a link leads there."""
    rest = after(leaf.text, "comments") if len(leaf.text) < SHORT and not leaf.anchors else None
    return rest is not None and not any(map(str.isalpha, rest))


def make_of(page: Grove, at: int) -> tuple[str, int, int, int]:
    """Return how a leaf is made: its element's tag, depth and names, and those around it."""
    element = page.elements[page.leaves[at].element]
    return element.tag, element.depth, element.marks, element.above


def without_pointers(page: Grove, kept: list[int]) -> list[int]:
    """Leave out links to other articles that are set between two paragraphs, in whatever language."""
    linked = [is_link(page.leaves[at]) for at in kept]
    alone = [False, *(not before and not after for before, after in zip(linked, linked[2:], strict=False)), False]
    pairs = zip(kept, alone, strict=False)
    return [at for at, is_alone in pairs if not (is_alone and is_pointer(page, page.leaves[at]))]


def is_pointer(page: Grove, leaf: Leaf) -> bool:
    """Say whether a leaf is a paragraph that is a link and nothing else, all in bold type or all in brackets."""
    if page.elements[leaf.element].tag != "p" or len(leaf.text) < LEAST or leaf.linked < WHOLE * len(leaf.text):
        return False
    return leaf.bold >= WHOLE * len(leaf.text) or (leaf.text[0] == "(" and leaf.text[-1] == ")")


def signs_post(page: Grove, leaf: Leaf) -> bool:
    """Say whether a leaf is the last line of a post set into an article: "Posted by Port of Goryansk on 3 May 2026"."""
    element = page.elements[leaf.element]
    quoted = (element.marks | element.above) & TAG_MARKS["blockquote"]
    if not quoted or not leaf.anchors or leaf.text[0] in DASHES or len(leaf.text) > LONGEST:
        return False
    return day_in(leaf.text) is not None


def is_opening(leaf: Leaf) -> bool:
    """Say whether a leaf is a line above an article: the path to it ("News » City"), its address, date, or writer."""
    text = leaf.text
    if len(text) > SHORT or (text[-1] in ENDS and not text.endswith(HALVES)):
        return False
    path = leaf.linked > 0 and any(mark in text for mark in PATHS)
    return path or "://" in text or day_in(text) is not None or bool(led_names(text))


@cache
def openings(name: str) -> tuple[str, ...]:
    """Return a word list of all our languages, longest first: a line's language does not matter here."""
    words = {words.replace("ё", "е") for code in CODES for words in word_list(code, name)}
    return tuple(sorted(words, key=len, reverse=True))


@lru_cache(64)  # each leaf is asked for several lists, one after another
def told(text: str) -> str | None:
    """Return a line as the lists have it, None where no list has a word that begins so: most lines are such."""
    line = text.casefold().replace("ё", "е").lstrip(MARKS)
    return line if line.startswith(all_openings()) else None


@cache
def all_openings() -> tuple[str, ...]:
    """Return what lines of furniture begin with, whichever list it is from."""
    return tuple({word for name in LISTS for word in openings(name)})


def after(text: str, name: str) -> str | None:
    """Return what follows the words of a list at a line's beginning, None where none of them stands there."""
    line = told(text)
    if line is None or not line.startswith(openings(name)):
        return None
    for words in openings(name):
        bounded = not (words[-1].isalnum() and line[len(words) : len(words) + 1].isalnum())
        if bounded and line.startswith(words):
            return line[len(words) :].strip(BETWEEN)
    return None


def leads_away(page: Grove, at: int) -> bool:
    """Say whether a leaf is "Read also" with a link after it, or alone above one."""
    leaf = page.leaves[at]
    if leaf.anchors and after(leaf.text.removesuffix(leaf.anchors[-1].text), "list_headings") == "":
        return True  # in elements of their own, label and link need no blank between them
    rest = after(leaf.text, "list_headings") if len(leaf.text) <= LONGEST + leaf.linked else None
    if rest is None:
        return False
    if rest:
        return leaf.linked >= LINKED * len(rest)
    below = next((leaf for leaf in page.leaves[at + 1 : at + 3] if not is_stamp(leaf)), None)
    return below is not None and is_link(below)


def is_stamp(leaf: Leaf) -> bool:
    """Say whether a leaf is figures alone: a time or a number beside a headline in a list."""
    return len(leaf.text) < SHORT and not any(map(str.isalpha, leaf.text))


def is_link(leaf: Leaf) -> bool:
    """Say whether a leaf is a link above all."""
    return leaf.linked >= LINKED * len(leaf.text)


def asks(text: str) -> bool:
    """Say whether a line asks its reader to subscribe, to give, to tell of a mistake, not to copy; or is a button."""
    if len(text) > LONGEST:
        return False
    return text.startswith("©") or after(text, "requests") is not None or after(text, "page_furniture") == ""
