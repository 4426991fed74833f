"""A WARC file → its captures; damage is stepped over, and what it cost is said."""

from collections.abc import Iterator
from pathlib import Path

from letopis.model import Capture, Refusal


def captures_of_warc(path: Path, most_bytes: int) -> Iterator[Capture | Refusal]:
    """Go through the pages of a WARC file; what was lost to damage comes out as refusals."""
    raise NotImplementedError
