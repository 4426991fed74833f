"""A picture's attributes and the sources around it → its address: the largest of those it gives."""

import re
from collections.abc import Iterator
from operator import itemgetter

from selectolax.lexbor import LexborNode

from letopis.page.facts import absolute
from letopis.page.tree import Picture

LAZY = ("data-src", "data-original", "data-lazy-src", "data-lazy", "data-url", "data-full")
SETS = ("srcset", "data-srcset", "data-lazy-srcset")
FILES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif")
SPACE = re.compile(r"[ \t\n\r\f]+")
SIZE = re.compile(r"(\d+(?:\.\d+)?)[wx](?:,|$)")
BETWEEN = re.compile(r",\s+|(?<=\d[wx]),")
MOST_FRAMES = 40


def address_of(picture: Picture, around: LexborNode, url: str | None) -> str | None:
    """Return the largest picture's address that its sources, a srcset or the attributes of lazy loading give."""
    attributes = picture.attributes
    sets = [value for name in SETS if (value := attributes.get(name))]
    src = next((value for value in values(attributes) if not value.startswith("data:")), None)
    if not any(" " in each.strip() for each in sets):
        sets += sources(around, attributes)
    found = largest_of(", ".join(sets), sized=src is not None) or src
    return (absolute(found, url) or found) if found else None


def values(attributes: dict[str, str | None]) -> Iterator[str]:
    """Yield the addresses that attributes give: those of lazy loading, `src`, any that names the file of a picture."""
    told = ((attributes.get(name) or "").strip() for name in (*LAZY, "src"))
    yield from filter(None, told)
    for name, value in attributes.items():
        if name.startswith("data-") and value and value.partition("?")[0].lower().endswith(FILES) and " " not in value:
            yield value


def sources(around: LexborNode, attributes: dict[str, str | None]) -> Iterator[str]:
    """Yield the srcsets of the `picture` element that holds a picture."""
    for frame in around.css("picture")[:MOST_FRAMES]:
        image = frame.css_first("img")
        if image is not None and image.attributes == attributes:
            for source in frame.css("source"):
                yield from (value for name in SETS if (value := source.attributes.get(name)))
            return


def largest_of(srcset: str, *, sized: bool = False) -> str | None:
    """Return the address with the largest width or density of a srcset; with `sized` none without a size."""
    if (given := max(with_sizes(srcset), default=None, key=itemgetter(0))) and given[0] > 0:
        return given[1]
    best, most = None, 0.0 if sized else -1.0
    for candidate in BETWEEN.split(srcset):
        address, _, size = candidate.strip().rstrip(",").partition(" ")
        number = size.strip().rstrip("wxh")
        worth = float(number) if number.replace(".", "", 1).isdigit() else 0.0
        if address and not address.startswith("data:") and worth > most:
            best, most = address, worth
    return best


def with_sizes(srcset: str) -> Iterator[tuple[float, str]]:
    """Yield each width or density of a srcset and its address, which may hold commas."""
    address = ""
    for word in SPACE.split(srcset):
        size = SIZE.match(word) if address else None
        if size and not address.startswith("data:"):
            yield float(size[1]), address
        # "a.jpg 1x,b.jpg 2x"
        address = word[size.end() :] if size else word
