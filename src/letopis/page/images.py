"""Pictures and the words near them → images: address, caption, alternative text, credit apart from the caption."""

from functools import cache

from letopis.model import Image
from letopis.page.facts import Said, folded
from letopis.page.head.headline import PARTED
from letopis.page.head.printed import leads_home, led_names
from letopis.page.head.top import Top
from letopis.page.layout.captions import FIGURE_LEAVES, SLIDE, Captioned, captioned, leaves_of
from letopis.page.layout.credits import is_house, worded
from letopis.page.layout.srcset import FILES, address_of
from letopis.page.marks import TAG_MARKS, bit
from letopis.page.tree import Grove, Leaf, Picture

SMALLEST = 80
LADDER, NEAR = 4, 12
LONGEST_CREDITED = 300


def images_of(said: Said, top: Top, url: str | None) -> tuple[Image, ...]:
    """Return the images of the article, each with its caption: those among its words, and figures around them."""
    page, kept = top.page, top.kept
    if not kept:
        return ()
    start = min(top.at, kept[0] - NEAR)
    outside = surroundings() & ~around_all(page, kept)
    found: dict[str, Image] = {}
    named, used = names_of(said.titled), set[int]()
    for picture in page.pictures:
        if picture.tag not in ("img", "amp-img") or not belongs(page, picture, range(start, kept[-1] + 2), outside):
            continue
        address = address_of(picture, page.nodes[picture.element], url)
        figure = figure_of(page, picture)
        if figure is not None and is_of_others(page, figure, picture):
            continue
        if figure is None and (leads_elsewhere(picture) or folded(picture.attributes.get("alt") or "") in named):
            continue
        image = pictured(page, picture, figure, address)
        # A gallery's thumbnails share one caption: the first picture of a figure stands for all.
        if address and address not in found and (figure is None or figure not in used or not image.caption):
            found[address] = image
        if figure is not None and address:
            used.add(figure)
    return (*found.values(), *unpictured(page, kept, outside, used))


def names_of(title: str | None) -> frozenset[str]:
    """Return the parts of the page's title: a picture that stands for the outlet's name is a masthead."""
    parts = PARTED.split(title or "")
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
    start, elements = max(0, kept[0] - NEAR), page.elements
    for at, leaf in enumerate(page.leaves[start : kept[-1] + LADDER], start):
        element = elements[leaf.element]
        if element.tag != "figcaption" or (element.marks | element.above) & outside:
            continue
        if element.parent not in used and leaf.element not in used and not element.hidden:
            used.add(element.parent)
            if any(led_names(line.text) for line in leaves_of(page, element.parent, at)):
                continue
            nothing = Picture(leaf.element, "img", {}, None, at)
            found.append(pictured(page, nothing, element.parent, None))
    return [image for image in found if image.caption or image.credit]


def belongs(page: Grove, picture: Picture, places: range, outside: int) -> bool:
    """Say whether a picture is the article's: large, near its words, and not in what surrounds an article."""
    if picture.before not in places:  # as most
        return False
    element = page.elements[picture.element]
    marks, framed = element.marks | element.above, (element.marks | element.above) & TAG_MARKS["figure"]
    if element.hidden or tiny(picture.attributes) or is_icon(picture, marks):
        return False
    if picture.link is not None and (leads_home(picture.link) or not (framed or picture.before in places[NEAR:-1])):
        return False
    # A figure among the article's words may lie in an aside, and its wrapper be called after buttons to share it.
    return not marks & (outside & ~frames() if framed and not picture.link else outside)


@cache
def frames() -> int:
    """Return the marks that a figure's own frame may have."""
    return bit("share") | bit("popup") | bit("newsletter") | bit("side") | TAG_MARKS["aside"]


@cache
def surroundings() -> int:
    """Return the marks of what holds no picture of the article."""
    groups = ("related", "nav", "foot", "side", "ad", "author", "comment", "share", "newsletter", "popup")
    tags = TAG_MARKS["nav"] | TAG_MARKS["footer"] | TAG_MARKS["aside"]
    return sum(map(bit, groups)) | tags


def is_icon(picture: Picture, marks: int) -> bool:
    """Say whether a picture is the drawing on a button."""
    return bool(marks & TAG_MARKS["button"]) and ".svg" in (picture.attributes.get("src") or "")


def tiny(attributes: dict[str, str | None]) -> bool:
    """Say whether an image is a pixel, an icon or a small logo."""
    for side in ("width", "height"):
        value = (attributes.get(side) or "").removesuffix("px")
        if value.isdigit() and int(value) < SMALLEST:
            return True
    return False


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
    element = page.elements[leaf.element]
    marks = element.marks | leaf.marks
    # A paragraph may stand in what is called a caption; a player's tells what its film shows.
    if element.tag == "p" and element.parent >= 0 and not element.above & bit("embed"):
        marks |= page.elements[element.parent].marks
    return bool(marks & captions()) or is_credited(leaf)


@cache
def captions() -> int:
    """Return the marks of what stands under a picture."""
    return bit("caption") | bit("credit")


def is_credited(leaf: Leaf) -> bool:
    """Say whether a short line ends with the credit of a picture, or is nothing else."""
    if len(leaf.text) >= LONGEST_CREDITED:
        return False
    return worded(leaf.text).credit is not None or is_house(leaf.text)


def pictured(page: Grove, picture: Picture, figure: int | None, address: str | None) -> Image:
    """Make an image with the words of its figure."""
    alt = " ".join((picture.attributes.get("alt") or "").split()) or None
    told = captioned(page, figure, picture.before) if figure is not None else Captioned(None, None)
    return Image(address, told.caption, alt, told.credit)


def is_of_others(page: Grove, figure: int, picture: Picture) -> bool:
    """Say whether a picture's figure is a link to another article, or the portrait beside a byline."""
    leaves = leaves_of(page, figure, picture.before)
    lines = [leaf for leaf in leaves if page.elements[leaf.element].tag != "figcaption"]
    return is_teaser(leaves) or (lines == leaves and any(led_names(leaf.text) for leaf in lines[:1]))


def is_teaser(leaves: list[Leaf]) -> bool:
    """Say whether the words beside a picture are a link to another article."""
    words = sum(len(leaf.text) for leaf in leaves)
    return words > 0 and sum(leaf.linked for leaf in leaves) > words * 0.6
