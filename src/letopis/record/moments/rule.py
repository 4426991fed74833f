"""A rule for an expression of time: the shape it sees, and how it reads the numbers in it."""

import re
from collections.abc import Callable

import msgspec

from letopis.record.moments.scene import Days, Numbers, Scene


class Rule(msgspec.Struct, frozen=True):
    """`sees` is a pattern over the letters of `signs`; its named groups are the numbers handed to `reads`."""

    sees: re.Pattern[str]
    reads: Callable[[Numbers, Scene], Days | None]
    tight: bool = False  # no space may stand inside: «27.11.2024»

    @property
    def name(self) -> str:
        """Return the name of the rule."""
        return self.reads.__name__


def rule(reads: Callable[[Numbers, Scene], Days | None], sees: str, *, tight: bool = False) -> Rule:
    """Return the rule that reads the shape."""
    return Rule(re.compile(sees), reads, tight)
