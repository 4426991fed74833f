"""Head and leaves → the names of the article's writers; a page without one gets none."""

import re
from functools import cache
from html import unescape
from typing import Any

from letopis.language.lists import word_list
from letopis.page.facts import Said, folded, outlet_of, text_of
from letopis.page.marks import bit
from letopis.page.tree import Grove, Leaf

CODES = ("en", "ru", "be", "uk", "de", "fr", "es", "pt", "it", "pl")
AROUND_HEAD = 14
HOMES = ("/author", "/people/", "/staff/", "/profile", "/contributor", "/by/", "/avtor", "/journalist")
MARKED, MOST_MARKED = "[rel=author], [itemprop=author]", 4
FEWEST_WORDS, MOST_WORDS, LONGEST, SHORTEST = 2, 4, 45, 5
BETWEEN = re.compile(r"\s*(?:,|;|/|&|\||[·•●⋅]|\s(?:and|und|et|y|e|и|і|i)\s)\s*")
APART = re.compile(r"[|·•\d]+")
TAGS = ("author", "mediator_author", "parsely-author", "article:author", "byl", "dc.creator", "sailthru.author")
TAIL = re.compile(r" [-–—|] ")
PARTICLES = frozenset("de da di del van von der den la le du dos bin al el ter".split())  # noqa: SIM905
ORGANISATIONS = ("Organization", "NewsMediaOrganization", "Corporation")


def authors_of(said: Said, page: Grove) -> tuple[str, ...]:
    """Return the names that structured data gives, else those of a byline near the headline."""
    outlets = outlets_of(said)
    for names in (of_graph(said), of_meta(said), of_rel(page), of_byline(page)):
        found = [name for name in map(cleaned, names) if name and folded(name) not in outlets]
        if found:
            return tuple(dict.fromkeys(found))
    return ()


def outlets_of(said: Said) -> set[str]:
    """Return the outlet's own names: sites often put themselves down as the author."""
    names = (outlet_of(said), text_of(said.graph.get("publisher")))
    return {folded(name) for name in names if name}


def of_graph(said: Said) -> list[str]:
    """Return the authors of the JSON-LD object."""
    given = said.graph.get("author") or said.graph.get("creator")
    people = [one for one in (given if isinstance(given, list) else [given]) if not is_organisation(one)]
    return [part for one in people if (name := text_of(one)) and not is_address(name) for part in parted(name)]


def is_address(name: str) -> bool:
    """Say whether a site gave a profile's address for the name."""
    return "://" in name or name.startswith(("www.", "@", "/"))


def is_organisation(author: Any) -> bool:
    """Say whether an author is marked as no person."""
    return isinstance(author, dict) and author.get("@type") in ORGANISATIONS


def of_meta(said: Said) -> list[str]:
    """Return the authors of the meta tags."""
    names = [name for tag in TAGS for name in said.meta.get(tag, [])]
    return [part for name in dict.fromkeys(names) if not is_address(name) for part in parted(name)]


def of_rel(page: Grove) -> list[str]:
    """Return the names of links and elements that are marked as the author."""
    words = [" ".join(node.text().split()) for node in page.tree.css(MARKED)[:MOST_MARKED]]
    return [name for line in words for name in parted(without_lead(line)) if is_name(name)]


def of_byline(page: Grove) -> list[str]:
    """Return the names of the first byline near the headline."""
    head = next((at for at, leaf in enumerate(page.leaves) if page.elements[leaf.element].tag == "h1"), 0)
    near = page.leaves[max(0, head - AROUND_HEAD // 2) : head + AROUND_HEAD]
    author = bit("author")
    for leaf in near:
        element = page.elements[leaf.element]
        if len(leaf.text) > LONGEST * 3:
            continue
        led = without_lead(leaf.text)
        marked = (element.marks | leaf.marks | page.elements[element.parent].marks) & author or leads_home(leaf)
        names = [name for name in parted(led) if is_name(name)] if marked or led != leaf.text else []
        if names := names or names_within(leaf.text):
            return names
    return []


def names_within(line: str) -> list[str]:
    """Return the name after "Author:" in a line that tells other things, too: "6 May 2026, 08:14 | Author: Ann Lee"."""
    for part in APART.split(line):
        told = part.strip(" ,.;:—–-")
        led = without_lead(told)
        if led != told and is_name(name := leading(led)):
            return [name]
    return []


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


def leads_home(leaf: Leaf) -> bool:
    """Say whether a leaf links to a writer's page."""
    return any(word in anchor.href for anchor in leaf.anchors for word in HOMES)


def parted(names: str) -> list[str]:
    """Split "A B and C D" into names; what follows a bar or a dash is no name."""
    first = TAIL.split(names, maxsplit=1)[0]
    return [part for part in BETWEEN.split(first) if part]


@cache
def leads() -> tuple[str, ...]:
    """Return what bylines begin with, longest first."""
    words = {word for code in CODES for word in word_list(code, "byline_words")}
    return tuple(sorted(words, key=len, reverse=True))


def without_lead(text: str) -> str:
    """Return a byline without its "by"."""
    lowered = text.casefold()
    if not lowered.startswith(leads()):
        return text
    for lead in leads():
        rest = text[len(lead) :]
        if lowered.startswith(lead) and rest[:1] in (" ", ":"):
            return rest.lstrip(" :")
    return text


def cleaned(name: str) -> str:
    """Return a name as a reader would write it; nothing where it is an address or too long."""
    name = " ".join(without_lead(unescape(name).strip()).strip(" .,;:|").split())
    return "" if "://" in name or "@" in name or len(name) > 2 * LONGEST else name


def is_name(text: str) -> bool:
    """Say whether words look like a person's name: two to four of them, each with a capital."""
    words = text.split()
    if not FEWEST_WORDS <= len(words) <= MOST_WORDS or not SHORTEST <= len(text) <= LONGEST:
        return False
    if any(map(str.isdigit, text)):
        return False
    return all(word[0].isupper() or word in PARTICLES for word in words)
