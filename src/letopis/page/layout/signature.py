"""Grove and the article's leaves → the name that signs it at its end, as papers print it."""

from letopis.page.bylines import is_name
from letopis.page.facts import folded
from letopis.page.tree import Grove, Leaf

SET_APART = "i, em, b, strong"
LONGEST_WORD, RIGHT = 3, "text-align:right"


def signature_of(page: Grove, kept: list[int]) -> int | None:
    """Return the leaf that signs the article: its last one or the one after, a name set apart by its type."""
    for at in (kept[-1] + 1, kept[-1]) if kept else ():
        if at < len(page.leaves) and is_signature(page, page.leaves[at]):
            return at
    return None


def is_signature(page: Grove, leaf: Leaf) -> bool:
    """Say whether a leaf is a name in italics or bold type, in letters whose papers sign so."""
    if leaf.anchors or not is_name(leaf.text) or len(leaf.text.split()) > LONGEST_WORD:
        return False
    if RIGHT in (page.nodes[leaf.element].attributes.get("style") or "").replace(" ", ""):
        return True
    # In Latin letters a heading of two words with capitals looks like a name.
    if not all("\u0400" <= letter <= "\u04ff" for letter in leaf.text if letter.isalpha()):
        return False
    key = folded(leaf.text)
    return any(folded(node.text()) == key for node in page.nodes[leaf.element].css(SET_APART))


def signed_by(page: Grove, kept: list[int]) -> tuple[str, ...]:
    """Return who signs the article, as it is printed."""
    at = signature_of(page, kept)
    return () if at is None else (page.leaves[at].text,)


def unsigned(page: Grove, kept: list[int]) -> list[int]:
    """Leave the signature out of the article's words."""
    at = signature_of(page, kept)
    return [place for place in kept if place != at]
