"""Head and leaves → the headline: the words that the page's titles agree on."""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from letopis.page.facts import Said, first, folded, outlet_of, text_of
from letopis.page.marks import TAG_MARKS
from letopis.page.tree import Element, Grove

LEAST_TITLE, LEAST_WORDS, LONGEST_TITLE, LONGEST_KICKER = 10, 2, 300, 3
LONGEST_ARTICLE, LEAST_TOPIC = 3, 5
HEADINGS = ("h1", "h2", "h3")
HOMES = frozenset(("/", "./", "../", "index.html", "/index.html", "index.htm", "index.php", "/index.php"))
NAMED = re.compile(r"\s+[|»·•—–-]\s+|\s*::+\s+|\s+[|»]+")
PARTED = re.compile(r"\s+[|/»·•—–-]\s+|\s*:::?\s+|\s+[|»]+|:\s+(?=\S)")
APART = re.compile(r"\s+[|/»·•]\s+|\s*:::?\s+|\s+[|»]+")
BAR, KICKED, MOST_PARTS, MOST_LETTERS = " | ", ": ", 8, 1_000


def title_of(said: Said, page: Grove) -> str | None:
    """Return the headline: the top heading that the page's own titles agree with, else the best part of a title."""
    told = titles(said)
    every = heads_of(page)
    heads = [head.words for head in every if not head.home and folded(head.words) != folded(outlet_of(said) or "")]
    found = best_of(heads, told, page)
    if found is None and told and (heads or not every):
        found = max(NAMED.split(told[0]), key=len).strip()
    if found is None:
        return next((head.words for head in every), None)
    return unkicked(found, told) or whole(found, heads, told) or found


def best_of(heads: list[str], told: list[str], page: Grove) -> str | None:
    """Return what headings and titles agree on, else the one heading, else the part of a title that the page prints."""
    if found := agreed(heads, told) or shared(heads, told) or related(heads, told, page):
        return found
    proper = [head for head in heads if len(head.split()) > LEAST_WORDS]
    if len(proper) == 1 or (proper and not told):
        return proper[0]
    return alone(told, page)


def unkicked(found: str, told: list[str]) -> str | None:
    """Return the title that another has after a kicker and a colon: "Goryansk: the bridge is open"."""
    _, _, after = found.partition(KICKED)
    key = folded(after)
    return next((title for title in told if folded(title) == key), None) if len(key) >= LEAST_TITLE else None


def whole(found: str, heads: list[str], told: list[str]) -> str | None:
    """Return all of a headline of which a title's words before a colon were found: the heading, else the title."""
    title = next((title for title in told if title.startswith(f"{found}:")), None)
    key = folded(found)
    if title is None or any(folded(other) == key for other in (*heads, *told)):
        return None
    return next((head for head in heads if key in folded(head)), None) or without_label(
        max(NAMED.split(title), key=len)
    )


def titles(said: Said) -> list[str]:
    """Return what the page's head gives as its title, the most telling first."""
    given = [
        first(said, "og:title"),
        text_of(said.graph.get("headline")),
        first(said, "twitter:title"),
        said.titled,
    ]
    return [" ".join(unescape(title[:MOST_LETTERS]).split()) for title in given if title and title.strip()]


class Head(NamedTuple):
    """The words of a top heading, and whether it leads to the front page."""

    words: str
    home: bool


def heads_of(page: Grove) -> list[Head]:
    """Return the top headings, those drawn as pictures among them."""
    found: dict[int, list[str]] = {}
    home = set()
    elements, top = page.elements, TAG_MARKS["h1"]
    for leaf in page.leaves:
        element = elements[leaf.element]
        if not (element.marks | element.above) & top:
            continue
        index = leaf.element if element.tag == "h1" else element.parent
        if elements[index].tag == "h1":
            found.setdefault(index, []).append(leaf.text)
            home |= {index for anchor in leaf.anchors if is_home(anchor.href)}
    drawn = [
        picture.attributes.get("alt") or "" for picture in page.pictures if in_head(page.elements[picture.element])
    ]
    # A logo may stand in the top heading, too; its name is shorter than a headline.
    spelled = [alt.split() for alt in drawn if len(alt.split()) > LEAST_WORDS + 1]
    heads = [Head(" ".join(words), index in home) for index, words in found.items()]
    return heads + [Head(" ".join(words), home=False) for words in spelled]


def in_head(element: Element) -> bool:
    """Say whether an element is a top heading or inside one."""
    return bool((element.marks | element.above) & TAG_MARKS["h1"])


def is_home(href: str) -> bool:
    """Say whether a link leads to the front page of a site."""
    return href in HOMES or (href.startswith("http") and href.rstrip("/").count("/") == len("//"))


def agreed(heads: list[str], told: list[str]) -> str | None:
    """Return the longest top heading that a title holds, without a kicker before it or a name behind a bar."""
    keys = [folded(title) for title in told]
    keyed = [(folded(head), head) for head in heads]
    for key, head in sorted(keyed, key=lambda pair: (pair[0] in keys[:1], len(pair[1])), reverse=True):
        if len(head) < LEAST_TITLE or not any(key in title for title in keys):
            continue
        # "Somebody's blog: a headline" holds the name of the blog; the other titles say what is left without it.
        if any(title != key and title.removeprefix(key) in keys for title in keys if title.startswith(key)):
            continue
        bare = next((title for title in told if kicked(head, key, folded(title))), head)
        return without_label(bare)
    return None


def without_label(title: str) -> str:
    """Return a title without what stands behind a bar in it: "A headline | Opinion"."""
    before, _, behind = title.partition(BAR)
    return before.strip() if behind and len(before.split()) > LEAST_WORDS else title


def kicked(head: str, key: str, title: str) -> bool:
    """Say whether a heading is a title with a kicker before it: "Opinion" and the title."""
    if len(title) < LEAST_TITLE or title == key or not key.endswith(title):
        return False
    words = head.split()
    return any(folded(" ".join(words[length:])) == title for length in range(1, LONGEST_KICKER + 1))


def shared(heads: list[str], told: list[str]) -> str | None:
    """Return the title, or the part of one, that a top heading begins or ends with, or is for the most part."""
    for title in told[:2]:
        key = folded(title)
        if head := next((head for head in heads if key in folded(head) and len(title) * 2 > len(head)), None):
            return head if goes_on(title, head) else without_label(title)
    for part in sorted(parts_of(told), key=len, reverse=True):
        if len(part) >= LEAST_TITLE and (head := next((head for head in heads if leads(part, head, told)), None)):
            return head if goes_on(part, head) else part
    return None


def goes_on(part: str, head: str) -> bool:
    """Say whether a heading is a part of a title with an article before it, or goes on in its sentence."""
    before, found, after = head.casefold().partition(part.casefold())
    article = 0 < len(before.strip()) <= LONGEST_ARTICLE and before.strip().isalpha() and not after.strip()
    return bool(found) and (article or (not before and head[len(part) : len(part) + 2].strip().islower()))


def related(heads: list[str], told: list[str], page: Grove) -> str | None:
    """Return the part of a title that is a heading, else the top heading above it that speaks of the same."""
    part, other = printed_part(told, page), other_words(heads, told)
    # A top heading below the headline is one of the article's own.
    return other if other and (part is None or comes_before(other, part, page)) else part


def other_words(heads: list[str], told: list[str]) -> str | None:
    """Return the first top heading of a sentence's length that says in other words what a title says."""
    head = next((head for head in heads if len(head.split()) > LONGEST_KICKER), None)
    if head is None or any(folded(head) in folded(title) for title in told):
        return None
    topics = words_of(head)
    words = [words_of(max(NAMED.split(title), key=len)) for title in told]
    return head if any(topics & each and topics - each for each in words) else None


def comes_before(head: str, part: str, page: Grove) -> bool:
    """Say whether a heading stands before another on the page."""
    keys = folded(head), folded(part)
    return next((key == keys[0] for leaf in page.leaves if (key := folded(leaf.text)) in keys), True)


def words_of(title: str) -> set[str]:
    """Return the longer words of a title."""
    return {word for word in map(folded, title.split()) if len(word) >= LEAST_TOPIC}


def leads(part: str, head: str, told: list[str]) -> bool:
    """Say whether a heading begins or ends with a part of a title, and is for the most part that or other parts."""
    key, whole = part.casefold(), head.casefold()
    begins = whole.startswith(key) and not head[len(part) : len(part) + 1].islower()
    ends = whole.endswith(key) and not head[: -len(part)][-1:].isalpha()
    if not begins and not ends:
        return False
    rest = folded(head[len(part) :] if begins else head[: -len(part)])
    others = [other for each in parts_of(told) if len(other := folded(each)) >= LEAST_TITLE and other in rest]
    return len(folded(part)) > len(rest) or bool(others)


def parts_of(told: list[str]) -> Iterator[str]:
    """Yield the parts of titles, and what they make across dashes and colons, if not much shorter than the longest."""
    for title in told:
        wholes = [part for part in APART.split(title) if part]
        parts = [title, *wholes, *(part for whole in wholes for part in joined(whole))]
        longest = max(map(len, PARTED.split(title)))
        yield from (part.strip() for part in parts if len(part) * 2 > longest)


def joined(title: str) -> Iterator[str]:
    """Yield the runs of a title's parts."""
    bounds = [(0, 0), *(match.span() for match in PARTED.finditer(title)), (len(title), len(title))][:MOST_PARTS]
    for at, (_, start) in enumerate(bounds):
        yield from (title[start:stop] for stop, _ in bounds[at + 1 :])


def printed_part(told: list[str], page: Grove) -> str | None:
    """Return the longest part of a title that is a heading on the page."""
    headings = {
        folded(leaf.text)
        for leaf in page.leaves
        if page.elements[leaf.element].tag in HEADINGS and len(leaf.text) < LONGEST_TITLE
    }
    for part in sorted(parts_of(told), key=len, reverse=True):
        if len(part.split()) > LEAST_WORDS and folded(part) in headings:
            return part
    return None


def alone(told: list[str], page: Grove) -> str | None:
    """Return the longest part of a title that stands on the page by itself."""
    texts = {folded(leaf.text) for leaf in page.leaves if len(leaf.text) < LONGEST_TITLE} if told else set()
    for title in told:
        for part in sorted(parts_of([title]), key=len, reverse=True):
            if len(part) >= LEAST_TITLE and folded(part) in texts:
                return part
    return None
