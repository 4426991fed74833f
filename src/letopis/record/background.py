"""Sentences and times → the stretches that recall earlier news."""

from letopis.language.parsed import Parsed
from letopis.model import Article, Moment, Span


def background(article: Article, parsed: Parsed, moments: tuple[Moment, ...]) -> tuple[Span, ...]:  # noqa: ARG001
    """Return the stretches of the article that recall what happened before."""
    return ()
