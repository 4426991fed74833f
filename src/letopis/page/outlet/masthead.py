"""A page's head, title and masthead → the name of the outlet, where structured data do not give it."""

from collections.abc import Iterator

from letopis.page.facts import Said, folded, outlet_of
from letopis.page.head.headline import PARTED, is_home
from letopis.page.tree import Grove, Leaf

SIGNS = ("©", "(c)", "copyright")
LONGEST, TOP, SHORTEST = 120, 8, 3


def outlet_named(said: Said, page: Grove, title: str | None) -> str | None:
    """Return the outlet's name: as the page's data give it, else the part of its title that its masthead bears."""
    return outlet_of(said) or of_publisher(said) or of_title(said, page, title)


def of_publisher(said: Said) -> str | None:
    """Return the publisher that attributes inside the page name."""
    for publisher in said.marked.get("publisher", ()):
        for node in publisher.node.css("[itemprop=name]"):
            return " ".join((node.attributes.get("content") or node.text()).split()) or None
    return None


def of_title(said: Said, page: Grove, title: str | None) -> str | None:
    """Return the part of the page's title that is not the headline and stands in the masthead or by the copyright."""
    own = folded(title or "")
    lines = [line for at, leaf in enumerate(page.leaves) for line in names_in(leaf, top=at < TOP)]
    for part in reversed(PARTED.split(said.titled or "")):
        key = folded(part)
        if len(key) >= SHORTEST and key not in own and any(is_named(key, *line) for line in lines):
            return part.strip()
    return None


def is_named(key: str, line: str, signed: bool) -> bool:  # noqa: FBT001  (the pair comes from `names_in`)
    """Say whether a line is a name, or holds it beside a copyright sign."""
    return key == line or (signed and key in line)


def names_in(leaf: Leaf, *, top: bool) -> Iterator[tuple[str, bool]]:
    """Yield what in a leaf may be the outlet's name: links home, copyright lines, and whole lines at a page's top."""
    signed = len(leaf.text) < LONGEST and any(map(leaf.text.casefold().__contains__, SIGNS))
    if signed or (top and not leaf.anchors):
        yield folded(leaf.text), signed
    for anchor in leaf.anchors:
        if is_home(anchor.href):
            yield folded(anchor.text), False
