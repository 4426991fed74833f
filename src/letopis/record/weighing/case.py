"""All that the record found, and the stretch that is asked about → one value for those who tell why."""

import msgspec

from letopis.language.parsed import Parsed, Sentence
from letopis.model import Article, Event, Span, Statement
from letopis.record.findings import Findings
from letopis.record.speech.seen.view import View


class Case(msgspec.Struct, frozen=True):
    """An article with what was found in it, and a stretch of it."""

    article: Article
    parsed: Parsed
    findings: Findings
    events: tuple[Event, ...]
    view: View
    statements: tuple[Statement, ...]
    span: Span

    @property
    def text(self) -> str:
        """Return the text."""
        return self.parsed.text

    @property
    def code(self) -> str:
        """Return the language whose rules looked at it."""
        return self.parsed.code or ""

    @property
    def sentences(self) -> list[Sentence]:
        """Return the sentences that the stretch meets."""
        return [sentence for sentence in self.parsed.sentences if sentence.span.meets(self.span)]
