"""Head and leaves → the headline: the words that the page's titles agree on."""

import re
from html import unescape

from letopis.page.facts import Said, first, folded, text_of
from letopis.page.tree import TAG_MARKS, Grove

MOST_DRAWN = 2
LEAST_TITLE, LEAST_WORDS, LONGEST_TITLE = 10, 2, 300
NAMED = re.compile(r"\s+[|»·•—–-]\s+|\s*::+\s+|\s+[|»]+")
PARTED = re.compile(r"\s+[|/»·•—–-]\s+|\s*:::?\s+|\s+[|»]+|:\s+(?=\S)")


def title_of(said: Said, page: Grove) -> str | None:
    """Return the headline: the top heading that the page's own titles agree with, else the best part of a title."""
    told = titles(said)
    heads = heads_of(page)
    for head in sorted(heads, key=len, reverse=True):
        if len(head) >= LEAST_TITLE and any(folded(head) in folded(title) for title in told):
            return head
    for title in told[:2]:
        if any(folded(title) in folded(head) and len(title) * 2 > len(head) for head in heads):
            return title
    proper = [head for head in heads if len(head.split()) > LEAST_WORDS]
    if len(proper) == 1 or (proper and not told):
        return proper[0]
    return from_titles(told, page) or next(iter(heads), None)


def titles(said: Said) -> list[str]:
    """Return what the page's head gives as its title, the most telling first."""
    given = [
        first(said, "og:title"),
        text_of(said.graph.get("headline")),
        first(said, "twitter:title"),
        said.titled,
    ]
    return [" ".join(unescape(title).split()) for title in given if title and title.strip()]


def heads_of(page: Grove) -> list[str]:
    """Return the words of each top heading."""
    found: dict[int, list[str]] = {}
    for leaf in page.leaves:
        index = leaf.element
        if page.elements[index].tag != "h1" and page.elements[index].above & TAG_MARKS["h1"]:
            index = page.elements[index].parent
        if page.elements[index].tag == "h1":
            found.setdefault(index, []).append(leaf.text)
    drawn = [node.attributes.get("alt") or "" for node in page.tree.css("h1 img")[:MOST_DRAWN]]
    # A logo may stand in the top heading, too; its name is shorter than a headline.
    spelled = [alt.split() for alt in drawn if len(alt.split()) > LEAST_WORDS + 1]
    return [" ".join(words) for words in (*found.values(), *spelled)]


def from_titles(told: list[str], page: Grove) -> str | None:
    """Return the part of a title that stands on the page by itself, else the longest part."""
    if not told:
        return None
    texts = {folded(leaf.text) for leaf in page.leaves if len(leaf.text) < LONGEST_TITLE}
    for title in told:
        parts = [title, *title.split(" :: "), *PARTED.split(title)]
        for part in sorted(parts, key=len, reverse=True):
            if len(part) >= LEAST_TITLE and folded(part) in texts:
                return part.strip()
    return max(NAMED.split(told[0]), key=len).strip()
