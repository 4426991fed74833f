"""Sentences and findings → what happened, will happen, or is said to have."""

from letopis.language.parsed import Parsed
from letopis.model import Article, Event
from letopis.record.findings import Findings


def events(article: Article, parsed: Parsed, findings: Findings) -> tuple[Event, ...]:  # noqa: ARG001
    """Return the events of the article, in the order of the text."""
    return ()
