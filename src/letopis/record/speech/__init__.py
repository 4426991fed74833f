"""An article's words and findings → who said what, and whom the article cites."""

from letopis.language.parsed import Parsed
from letopis.model import Article
from letopis.record.findings import Findings
from letopis.record.speech.cited import sources
from letopis.record.speech.seen.view import View
from letopis.record.speech.statements import statements
from letopis.record.speech.why import Verdict, verdicts

__all__ = ["Verdict", "sources", "statements", "verdicts", "view_of"]


def view_of(article: Article, parsed: Parsed, found: Findings) -> View:
    """Return what the rules of speech look at."""
    return View(parsed, article.blocks, found.people, found.organisations)
