"""Grove, its article's leaves, its teasers → why a page is not an article, where it is not one."""

from functools import cache
from urllib.parse import urlsplit

from letopis.language.lists import word_list
from letopis.page.facts import Said
from letopis.page.tree import Grove

CODES = ("en", "ru", "be", "uk")
LEAST_ARTICLE = 60
FEW = 400
MANY_LINKS, MANY_TEASERS = 20, 12
LISTS = frozenset(("CollectionPage", "ItemList", "SearchResultsPage"))


def refusal(page: Grove, said: Said, kept: list[int], teasers: int, url: str | None) -> str | None:
    """Say why a page holds no article; None where it does."""
    letters = sum(len(page.leaves[at].text) for at in kept)
    if letters < FEW and (status := wall(page, said)):
        return status
    if is_front(url, said) and teasers >= MANY_TEASERS and not said.graph:
        return f"no article: front page of {teasers} headlines"
    if letters >= LEAST_ARTICLE:
        return None
    links = sum(len(leaf.anchors) for leaf in page.leaves)
    if links >= MANY_LINKS:
        return f"no article: list of {links} links"
    players = sum(picture.tag in ("video", "iframe") for picture in page.pictures)
    return "no article: video only" if players and not letters else "no article: no prose on the page"


def is_front(url: str | None, said: Said) -> bool:
    """Say whether the address or the page itself speaks of a front page or a section."""
    path = urlsplit(url).path.strip("/") if url else "?"
    kinds = said.kinds & LISTS
    return not path or path in ("index.html", "index.htm", "index.php") or bool(kinds)


@cache
def missing() -> tuple[str, ...]:
    """Return what pages that do not exist say of themselves, in all our languages."""
    return tuple(words for code in CODES for words in word_list(code, "not_found"))


def wall(page: Grove, said: Said) -> str | None:
    """Say what stands in the way of an article: an error page or a request for consent."""
    words = (said.titled or "").casefold()
    heads = [leaf.text.casefold() for leaf in page.leaves if page.elements[leaf.element].tag in ("h1", "h2")]
    for line in (words, *heads[:3]):
        if any(number in line.split() for number in ("404", "404:", "404.")) or any(map(line.__contains__, missing())):
            return "not found"
    consents = sum(len(leaf.text) for leaf in page.leaves if "cookie" in leaf.text.casefold())
    whole = sum(len(leaf.text) for leaf in page.leaves) or 1
    return "consent wall" if consents > whole / 3 else None
