"""The lines near the headline and after the article → the names that a byline prints there."""

import re
from functools import cache
from typing import NamedTuple

from letopis.language.lists import plain
from letopis.page.head.stamps import months
from letopis.page.head.top import Top
from letopis.page.head.writers import (
    BETWEEN,
    GLUED,
    LONGEST,
    MOST_WORDS,
    NOISE,
    PARTICLES,
    is_name,
    known,
    listed,
    names_in,
    without_lead,
)
from letopis.page.marks import TAG_MARKS, bit
from letopis.page.tree import Grove, Leaf

HOMES = re.compile(
    "/(?:author|people/|staff/|profile|contributor|by/|avtor|journalist|reporter|person/|autor|auteur|writer|team/|users/|"
    "editor/|editors/|columnist|redakt|bio/|members/)"
)
FEED = re.compile(r"\b(?:feed|rss|atom)\b")
# What follows a name in its line: a date, a bar, the next sentence.
ENDS = re.compile(
    r"(?<=\S)\s*(?:[|•·●⋅∙–—]|\s-\s|(?<![A-ZА-Я\d])\d|\b(?:in|on|for)\b|\b[Uu]pdated\b|\b[Pp]ublished\b|\b[Pp]osted\b|\b[Ll]ast\b|\bмин\b).*",
    re.DOTALL,
)
BARS = re.compile(r"\s*[|·•●⋅∙]+\s*")
APART = re.compile(r"[|·•●⋅∙]+|\d[\d.:/,]*")
STOPS = (".", "!", "?", "…")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
BESIDE, LONGEST_DATED, BARE = 4, 60, 2
LONGEST_LINE, LONGEST_SENTENCE, MOST_LINKS = 160, 15, 6


class Byline(NamedTuple):
    """The names of a byline, and whether a word such as "by" leads to them."""

    names: tuple[str, ...]
    led: bool


def byline_of(top: Top) -> Byline:
    """Return the byline near the headline: a line after "by" or a link to a writer, else what is called a byline.

    Where there is none, a line after the article may say who wrote it.
    """
    near = [leaf for leaf in top.near if is_seen(top.page, leaf)]
    following = [*near[1:], None]
    for find in (led_by, called):
        for leaf, after in zip(near, following, strict=False):
            if (found := find(top.page, leaf, after)) and not is_furniture(leaf):
                return Byline(found, find is led_by)
    for leaf in top.after:
        if opens(leaf.text) and is_shown(top.page, leaf) and (names := led_names(leaf.text)):
            return Byline(names, led=True)
    return Byline((), led=False)


def dated(top: Top) -> tuple[str, ...]:
    """Return the names of a line right below the headline that stands by a date, or again in an author's box."""
    lines = [leaf for leaf in top.page.leaves[top.at + 1 : top.at + 1 + BESIDE] if is_shown(top.page, leaf)]
    for at, leaf in enumerate(lines):
        names = bare_names(leaf)
        if names and (any(is_dated(line.text) for line in lines[at:]) or is_boxed(top, names[0])):
            return names
    return ()


def bare_names(leaf: Leaf) -> tuple[str, ...]:
    """Return the names that are one of the parts of a line between bars, and lead nowhere but to writers' pages."""
    elsewhere_led = {anchor.text for anchor in leaf.anchors if not leads_home(anchor.href)}
    for part in BARS.split(own_hand(leaf.text)):
        names = names_of(part) if not any(map(str.isdigit, part)) else ()
        if names and elsewhere_led.isdisjoint(names) and part.startswith(names[0]):
            return names
    return ()


def is_boxed(top: Top, name: str) -> bool:
    """Say whether a name stands alone in what is called an author's, farther down the page."""
    return any(leaf.text == name and is_called(top.page, leaf) for leaf in top.page.leaves[top.at + BESIDE :])


def is_dated(text: str) -> bool:
    """Say whether a line is a date and little else."""
    return len(text) < LONGEST_DATED and any(map(str.isdigit, text)) and YEAR.search(text) is not None


def is_shown(page: Grove, leaf: Leaf) -> bool:
    """Say whether a leaf may be a byline: short enough, seen, and none of the lines that stand around any article."""
    return is_seen(page, leaf) and not is_furniture(leaf)


def is_seen(page: Grove, leaf: Leaf) -> bool:
    """Say whether a leaf is short enough for a byline, and seen."""
    return len(leaf.text) < LONGEST_LINE and not page.elements[leaf.element].hidden


def is_furniture(leaf: Leaf) -> bool:
    """Say whether a line is one of those that stand around any article."""
    return plain(leaf.text.casefold()).startswith(listed("page_furniture"))


def opens(text: str) -> bool:
    """Say whether what stands before names begins a line or one of its parts; few lines do, and a look is quick."""
    return openings().search(plain(text.lower())) is not None


def led_by(page: Grove, leaf: Leaf, after: Leaf | None) -> tuple[str, ...]:
    """Return the names of a line after "by", or in links to writers' pages."""
    homes = [anchor.text for anchor in leaf.anchors if leads_home(anchor.href)]
    if not homes and not opens(leaf.text):
        return ()
    text = pieces_of(page, leaf) if GLUED.search(leaf.text) else leaf.text
    if is_lead(text):
        return names_of(after.text) or whole(after.text) if after else ()
    own = own_hand(text)
    sure = is_called(page, leaf) or without_lead(text) != text
    if sure or not leaf.text.endswith(STOPS):  # else a sentence that links to somebody it tells of
        linked = tuple(name for words in homes if words in own for name in named_in(words, sure=sure))
        if linked and not is_listing(leaf):
            return linked
    return led_names(own)


def called(page: Grove, leaf: Leaf, after: Leaf | None) -> tuple[str, ...]:  # noqa: ARG001  (as `led_by` is asked)
    """Return the people of a line whose element is called a byline and is no part of a form, a menu, a comment."""
    element = page.elements[leaf.element]
    if not is_called(page, leaf) or (element.marks | element.above) & elsewhere():
        return ()
    own = own_hand(pieces_of(page, leaf) if GLUED.search(leaf.text) else leaf.text)
    linked = tuple(anchor.text for anchor in leaf.anchors if anchor.text in own and is_name(anchor.text))
    return linked if linked and not is_listing(leaf) else names_of(own)


@cache
def elsewhere() -> int:
    """Return the marks of what holds no byline."""
    return TAG_MARKS["form"] | TAG_MARKS["nav"] | TAG_MARKS["button"] | bit("related") | bit("comment")


def is_called(page: Grove, leaf: Leaf) -> bool:
    """Say whether a leaf's element, or the one around it, is called a byline."""
    around = page.elements[page.elements[leaf.element].parent].marks
    return bool((page.elements[leaf.element].marks | leaf.marks | around) & bit("author"))


def own_hand(text: str) -> str:
    """Return a byline up to where it names those who did not write: "By Ann Lee. Photographs by Jo Hill"."""
    return text[: len(text) - len(other_hands(text))]


def other_hands(text: str) -> str:
    """Return a line from where it names those who did not write the article; nothing where it names none."""
    lowered = plain(text.lower())
    start = len(text) - len(without_lead(text))  # "Text and photo: Ann Lee" is a byline
    found = [at for words in hands() if (at := lowered.find(words, start)) >= 0]
    colon = lowered.find(":", start)
    if colon > 0 and (before := lowered[:colon].rstrip()).endswith(hands_before_colon()):
        found += starts_of(before)
    return text[min(found) :] if found and len(lowered) == len(text) else ""


@cache
def hands() -> tuple[str, ...]:
    """Return what leads to those who did not write the article, with or without a colon."""
    return tuple(words for words in listed("other_hands") if not words.endswith(":"))


@cache
def hands_before_colon() -> tuple[str, ...]:
    """Return what does so before a colon, longest first: "photo:", "editor:"."""
    words = {words.rstrip(" :") for words in listed("other_hands") if words.endswith(":")} | set(listed("credit_words"))
    return tuple(sorted(words, key=len, reverse=True))


def starts_of(head: str) -> list[int]:
    """Return where whole words of those before a colon start that a line ends with."""
    starts = [len(head) - len(words) for words in hands_before_colon() if head.endswith(words)]
    return [start for start in starts if not head[start - 1 : start].isalnum()]


def pieces_of(page: Grove, leaf: Leaf) -> str:
    """Return a line whose inner elements run together as one piece a line: "Ann LeeReporter"."""
    pieces = [" ".join(piece.split()) for piece in page.nodes[leaf.element].text(separator="\n").split("\n")]
    return "\n".join(piece for piece in pieces if piece and piece in leaf.text)


def is_lead(text: str) -> bool:
    """Say whether a line is nothing but "By" or "Автор:"."""
    return text.casefold().strip(" :\n") in known("byline_words")


@cache
def openings() -> re.Pattern[str]:
    """Return what stands before names, at the start of a line or of one of its parts."""
    words = "|".join(map(re.escape, listed("byline_words")))
    return re.compile(rf"(?:^|[|·•●⋅∙\d.:/,;])[ ,.;:—–-]*(?:{words})")


def led_names(text: str) -> tuple[str, ...]:
    """Return the names after "by" at the start of a line or of one of its parts; a long sentence is no byline."""
    if text.endswith(STOPS) and len(text.split()) > LONGEST_SENTENCE:  # "Author Ann Lee, who lives here, said ..."
        return ()
    for part in (text, *APART.split(text)):
        told = part.strip(" ,.;:—–-\n")
        rest = without_lead(told)
        if rest != told and (names := names_of(rest) or names_of(leading(rest)) or whole(rest)):
            return names
    return ()


def names_of(text: str) -> tuple[str, ...]:
    """Return the people whom a text begins with."""
    line = undated(text)
    return tuple(name for name in names_in(line) if is_name(name)) if line else ()


def undated(text: str) -> str:
    """Return a line up to what follows its names; a month goes with its day: "Ann Lee December 2, 2025"."""
    line = ENDS.sub("", text).strip()
    words = line.split()
    cut = text[len(line) :].lstrip()[:1].isdigit()
    return (
        " ".join(words[:-1]) if cut and len(words) > BARE and words[-1].casefold().strip(".") in months(None) else line
    )


def whole(text: str) -> tuple[str, ...]:
    """Return a line as one name, be it a pen name or that of an office: "the Meridian team"."""
    line = BETWEEN.split(ENDS.sub("", text).strip(" .,:\n"))[0]
    short = line and len(line) < LONGEST and len(line.split()) <= MOST_WORDS and "\n" not in line
    return (line,) if short and (line[0].isupper() or line.startswith("the ")) and not NOISE.search(line) else ()


def named_in(text: str, *, sure: bool) -> tuple[str, ...]:
    """Return the names that a link to a writer's page is made of; any words of it where the line is surely a byline."""
    short = sure and text.strip() and len(text.split()) <= MOST_WORDS and not NOISE.search(text)
    return names_of(text) or ((text,) if short else ())


def leading(text: str) -> str:
    """Return the words with capitals that a text begins with, up to the end of a sentence."""
    found: list[str] = []
    for word in text.split():
        if not (word[0].isupper() or (found and word in PARTICLES)):
            break
        found.append(word.rstrip(".,;"))
        if word[-1] in ".,;" and len(word) > len("А."):
            break
    return " ".join(found)


def leads_home(href: str) -> bool:
    """Say whether a link leads to a writer's page, not to a feed of what he writes."""
    return HOMES.search(href) is not None and FEED.search(href) is None


def is_listing(leaf: Leaf) -> bool:
    """Say whether a line is a menu of many links."""
    return len(leaf.anchors) > MOST_LINKS and leaf.linked > len(leaf.text) * 0.9
