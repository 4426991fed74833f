"""A parsed text → the organisations and the places in it, each with its dictionary form and every mention."""

from letopis.language.parsed import NameKind, Parsed
from letopis.model import Named, Span


def organisations(parsed: Parsed) -> tuple[Named, ...]:
    """Return the organisations of a text in the order in which they first appear."""
    return named(parsed, "ORG")


def places(parsed: Parsed) -> tuple[Named, ...]:
    """Return the places of a text in the order in which they first appear."""
    return named(parsed, "LOC")


def named(parsed: Parsed, kind: NameKind) -> tuple[Named, ...]:
    """Return what the tagger found of a kind."""
    found: dict[str, list[Span]] = {}
    for name in parsed.names:
        if name.kind == kind:
            found.setdefault(name.span.of(parsed.text), []).append(name.span)
    return tuple(Named(name, tuple(spans), "tagged") for name, spans in found.items())
