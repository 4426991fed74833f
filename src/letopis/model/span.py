"""A stretch of text: where a finding stands."""

import msgspec


class Span(msgspec.Struct, frozen=True, order=True, array_like=True):
    """A stretch of a text: `text[start:stop]`, counted in code points; `[start, stop]` in JSON."""

    start: int
    stop: int

    def of(self, text: str) -> str:
        """Return the words the span covers."""
        return text[self.start : self.stop]

    def covers(self, other: "Span") -> bool:
        """Say whether the other span lies inside this one."""
        return self.start <= other.start and other.stop <= self.stop

    def meets(self, other: "Span") -> bool:
        """Say whether the two spans share a character."""
        return self.start < other.stop and other.start < self.stop
