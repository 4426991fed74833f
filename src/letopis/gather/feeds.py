"""A feed → its entries' pages."""

from collections.abc import Iterator

from letopis.model import Capture, Refusal


def captures_of_feed(feed: Capture) -> Iterator[Capture | Refusal]:
    """Go through a feed's entries as captures."""
    raise NotImplementedError
