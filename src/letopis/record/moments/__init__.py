"""An article and its sentences → the times it speaks of, as calendar days."""

from letopis.language.parsed import Parsed
from letopis.model import Article, Moment


def moments(article: Article, parsed: Parsed) -> tuple[Moment, ...]:  # noqa: ARG001
    """Return every time the article speaks of, in the order of the text."""
    return ()
