"""Words that begin with capitals, in a row."""

from collections.abc import Sequence
from typing import NamedTuple

from letopis.language.parsed import Word


class Stretch(NamedTuple):
    """Words of a sentence that begin with capitals: `words[first:stop]`."""

    words: Sequence[Word]
    sentence: int
    first: int
    stop: int
