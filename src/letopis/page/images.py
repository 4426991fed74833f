"""Pictures and the words near them → images: address, caption, alternative text, credit apart from the caption."""

import re
from functools import cache

from selectolax.lexbor import LexborNode

from letopis.model import Image
from letopis.page.facts import absolute, folded
from letopis.page.head.headline import PARTED
from letopis.page.layout.credits import LONGEST_CREDIT, SIGN, Worded, worded
from letopis.page.marks import bit
from letopis.page.tree import TAG_MARKS, Grove, Leaf, Picture

LAZY = ("data-src", "data-original", "data-lazy-src", "data-lazy", "data-url", "data-full", "src")
SETS = ("srcset", "data-srcset", "data-lazy-srcset")
SMALLEST = 80
SLIDE = re.compile(r"\d{1,3} ?/ ?\d{1,3}")
FILES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif")
LADDER, NEAR = 4, 12
CREDITS = "[class*=redit], [class*=opyright], [class*=hotographer], [class*=Source], [class*=source], small, cite"
FIGURE_LEAVES = 6
LONGEST_CAPTION, LONGEST_CREDITED = 900, 300


def images_of(page: Grove, kept: list[int], url: str | None) -> tuple[Image, ...]:
    """Return the images of the article, each with its caption: those among its words, and figures around them."""
    if not kept:
        return ()
    outside = surroundings() & ~around_all(page, kept)
    found: dict[str, Image] = {}
    named, used = names_of(page), set[int]()
    for picture in page.pictures:
        if picture.tag not in ("img", "amp-img") or not belongs(page, picture, kept, outside):
            continue
        address = address_of(picture, url)
        figure = figure_of(page, picture)
        if figure is not None and is_teaser(leaves_of(page, figure, picture.before)):
            continue
        if figure is None and (leads_elsewhere(picture) or folded(picture.attributes.get("alt") or "") in named):
            continue
        image = captioned(page, picture, figure, address)
        # A gallery's thumbnails share one caption: the first picture of a figure stands for all.
        if address and address not in found and (figure is None or figure not in used or not image.caption):
            found[address] = image
        if figure is not None:
            used.add(figure)
    return (*found.values(), *unpictured(page, kept, outside, used))


def names_of(page: Grove) -> frozenset[str]:
    """Return the parts of the page's title: a picture that stands for the outlet's name is a masthead."""
    node = page.tree.css_first("title")
    parts = PARTED.split(" ".join(node.text().split())) if node is not None else []
    return frozenset(folded(part) for part in parts if len(parts) > 1 and part.strip())


def around_all(page: Grove, kept: list[int]) -> int:
    """Return the marks that stand around most of the article's own words: of a picture they say nothing."""
    counts: dict[int, int] = {}
    for at in kept:
        element = page.elements[page.leaves[at].element]
        marks = element.marks | element.above
        counts[marks] = counts.get(marks, 0) + len(page.leaves[at].text)
    return max(counts, key=lambda marks: counts[marks])


def unpictured(page: Grove, kept: list[int], outside: int, used: set[int]) -> list[Image]:
    """Return the captions of figures whose pictures a script would have put there."""
    found = []
    for at, leaf in enumerate(page.leaves[: kept[-1] + LADDER]):
        element = page.elements[leaf.element]
        if at < kept[0] - NEAR or element.tag != "figcaption" or (element.marks | element.above) & outside:
            continue
        if element.parent not in used and leaf.element not in used and not element.hidden:
            used.add(element.parent)
            nothing = Picture(leaf.element, "img", {}, None, at)
            found.append(captioned(page, nothing, element.parent, None))
    return [image for image in found if image.caption or image.credit]


def belongs(page: Grove, picture: Picture, kept: list[int], outside: int) -> bool:
    """Say whether a picture is the article's: large, near its words, and not in what surrounds an article."""
    element = page.elements[picture.element]
    if tiny(picture.attributes) or (element.marks | element.above) & outside or element.hidden:
        return False
    if picture.link is not None and not (element.marks | element.above) & TAG_MARKS["figure"]:
        return kept[0] <= picture.before <= kept[-1]
    return kept[0] - NEAR <= picture.before <= kept[-1] + 1


@cache
def surroundings() -> int:
    """Return the marks of what holds no picture of the article."""
    groups = ("related", "nav", "foot", "side", "ad", "author", "comment", "share", "newsletter", "popup")
    tags = TAG_MARKS["nav"] | TAG_MARKS["footer"] | TAG_MARKS["aside"]
    return sum(map(bit, groups)) | tags


def tiny(attributes: dict[str, str | None]) -> bool:
    """Say whether an image is a pixel, an icon or a small logo."""
    for side in ("width", "height"):
        value = (attributes.get(side) or "").removesuffix("px")
        if value.isdigit() and int(value) < SMALLEST:
            return True
    return False


def address_of(picture: Picture, url: str | None) -> str | None:
    """Return the largest picture's address that a srcset or the attributes of lazy loading give."""
    attributes = picture.attributes
    for name in SETS:
        if largest := largest_of(attributes.get(name) or ""):
            return absolute(largest, url) or largest
    for name in LAZY:
        value = (attributes.get(name) or "").strip()
        if value and not value.startswith("data:"):
            return absolute(value, url) or value
    return None


def largest_of(srcset: str) -> str | None:
    """Return the address with the largest width or density of a srcset."""
    best, most = None, -1.0
    for candidate in srcset.split(", "):
        address, _, size = candidate.strip().rstrip(",").partition(" ")
        number = size.strip().rstrip("wxh")
        worth = float(number) if number.replace(".", "", 1).isdigit() else 0.0
        if address and not address.startswith("data:") and worth > most:
            best, most = address, worth
    return best


def figure_of(page: Grove, picture: Picture) -> int | None:
    """Return the element that holds a picture and its caption."""
    index = picture.element
    for _ in range(LADDER):
        if index < 0:
            break
        if page.elements[index].tag == "figure":
            return index
        index = page.elements[index].parent
    return framing(page, picture)


def framing(page: Grove, picture: Picture) -> int | None:
    """Return the smallest element around a picture that holds a caption or a credit, and little else."""
    index = picture.element
    for _ in range(LADDER - 1):
        inside = leaves_of(page, index, picture.before)
        if len(inside) > FIGURE_LEAVES or index <= 0:
            return beneath(page, picture)
        if any(is_caption(page, leaf) for leaf in inside):
            return index
        index = page.elements[index].parent
    return None


def beneath(page: Grove, picture: Picture) -> int | None:
    """Return the element right after a picture's if it holds a line with a credit and nothing else."""
    if picture.before >= len(page.leaves):
        return None
    leaf = page.leaves[picture.before]
    beside = page.elements[leaf.element].parent == page.elements[picture.element].parent
    return leaf.element if beside and leaf.element != picture.element and is_credited(leaf) else None


def leads_elsewhere(picture: Picture) -> bool:
    """Say whether a picture links to something else than itself at a larger size, as advertisements do."""
    return picture.link is not None and not picture.link.lower().partition("?")[0].endswith(FILES)


def without_captions(page: Grove, kept: list[int]) -> list[int]:
    """Leave out the lines beside pictures that are called captions or end with a credit, and counts of slides."""
    beside: set[int] = set()
    for picture in page.pictures:
        near = picture.tag in ("img", "amp-img") and kept and kept[0] - 1 <= picture.before <= kept[-1] + 1
        figure = framing(page, picture) if near else None
        if figure is not None:
            beside.update(range(figure, max(page.ends[figure], figure + 1)))
    return [at for at in kept if not (page.leaves[at].element in beside and is_label(page, page.leaves[at]))]


def is_label(page: Grove, leaf: Leaf) -> bool:
    """Say whether a leaf beside a picture is its caption, or the count "2 / 9" of a slide."""
    return is_caption(page, leaf) or SLIDE.fullmatch(leaf.text) is not None


def is_caption(page: Grove, leaf: Leaf) -> bool:
    """Say whether a leaf is called a caption, or ends like one: "The bridge. Photo: somebody"."""
    told = (page.elements[leaf.element].marks | leaf.marks) & (bit("caption") | bit("credit"))
    return bool(told) or is_credited(leaf)


def is_credited(leaf: Leaf) -> bool:
    """Say whether a short line ends with the credit of a picture."""
    return len(leaf.text) < LONGEST_CREDITED and worded(leaf.text).credit is not None


def leaves_of(page: Grove, index: int, near: int) -> list[Leaf]:
    """Return the leaves inside an element, of those close to a picture."""
    end = max(page.ends[index], index + 1)
    close = page.leaves[max(0, near - FIGURE_LEAVES) : near + FIGURE_LEAVES + 2]
    return [leaf for leaf in close if index <= leaf.element < end]


def captioned(page: Grove, picture: Picture, figure: int | None, address: str | None) -> Image:
    """Make an image with the words of its figure."""
    alt = " ".join((picture.attributes.get("alt") or "").split()) or None
    if figure is None:
        return Image(address, None, alt, None)
    credit = credited(page.nodes[figure])
    lines = [leaf.text for leaf in leaves_of(page, figure, picture.before) if len(leaf.text) < LONGEST_CAPTION]
    words = [line for line in lines if not SLIDE.fullmatch(line)]
    if credit is None and len(words) > 1 and is_bare(words[-1], words[-2]):
        credit = words.pop()
    told = worded(without(" ".join(dict.fromkeys(words)), credit))
    given = worded(credit)
    return Image(
        address,
        told.caption or sentence(given),
        alt,
        given.credit or given.caption or told.credit,
    )


def sentence(given: Worded) -> str | None:
    """Return the caption that an element called a credit holds before it, if it is a whole sentence."""
    whole = given.credit and given.caption and given.caption[-1] in ".!?…"
    return given.caption if whole else None


def is_teaser(leaves: list[Leaf]) -> bool:
    """Say whether the words beside a picture are a link to another article."""
    words = sum(len(leaf.text) for leaf in leaves)
    return words > 0 and sum(leaf.linked for leaf in leaves) > words * 0.6


def credited(figure: LexborNode) -> str | None:
    """Return the words of the element that a figure calls its credit."""
    for node in figure.css(CREDITS):
        words = " ".join(node.text(separator=" ").split())
        if words and len(words) < LONGEST_CREDIT and not SIGN.fullmatch(words):
            return words
    return None


def is_bare(line: str, before: str) -> bool:
    """Say whether a figure's last line is a name under a caption."""
    return len(line) < LONGEST_CREDIT // 2 and line[-1] not in ".!?…" and before[-1] in ".!?…»"


def without(words: str, credit: str | None) -> str:
    """Return a caption without its credit."""
    if credit is None or credit not in words:
        return words
    before, _, after = words.rpartition(credit)
    return f"{before.rstrip(' |/(–—-')} {after.lstrip(' )')}".strip()
