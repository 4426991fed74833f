"""A parsed text → the people in it: each with the fullest name it is given, a role, and every mention."""

from letopis.language.parsed import Parsed
from letopis.model import Person, Span


def people(parsed: Parsed) -> tuple[Person, ...]:
    """Return the people of a text in the order in which they first appear."""
    clusters: dict[str, list[Span]] = {}
    for name in parsed.names:
        if name.kind == "PER":
            words = name.span.of(parsed.text).split()
            clusters.setdefault(words[-1][:4], []).append(name.span)
    return tuple(
        Person(max((s.of(parsed.text) for s in spans), key=len), None, tuple(spans), "tagged")
        for spans in clusters.values()
    )
