"""Article → Record: people, statements, events, moments, sources; each with its span and rule."""

from letopis.collector import undisturbed
from letopis.language.detect import language_of
from letopis.language.parse import parse
from letopis.language.parsed import Parsed
from letopis.model import Article, Record, Span
from letopis.record.background import background, pointing
from letopis.record.events import events
from letopis.record.findings import Findings
from letopis.record.groups import organisations, places
from letopis.record.moments import times_told
from letopis.record.names.countries import called
from letopis.record.people import people
from letopis.record.speech import Verdict, sources, statements, view_of
from letopis.record.weighing import Case, weighed

__all__ = ["record", "why"]


@undisturbed()
def record(article: Article) -> Record:
    """Read who said and did what, when and where, according to whom."""
    parsed = parsed_article(article)
    found = findings(article, parsed)
    happened = events(article, parsed, found)
    view = view_of(article, parsed, found)
    said = statements(view, found)
    return Record(
        people=found.people,
        organisations=found.organisations,
        places=found.places,
        moments=found.moments,
        statements=said,
        events=happened,
        sources=sources(view, said),
        background=found.background,
        recalled=pointing(found.background, happened, found.moments),
    )


def parsed_article(article: Article) -> Parsed:
    """Read an article's words, each block by itself, in the language its own letters speak."""
    code = language_of(article.text, article.language)
    return parse(article.text, code, tuple(block.span for block in article.blocks))


def findings(article: Article, parsed: Parsed) -> Findings:
    """Return the names, times and background that speech and events are tied to."""
    told = times_told(article, parsed)
    countries = called(parsed)
    folk = people(parsed, countries)
    return Findings(
        people=folk,
        organisations=organisations(parsed, folk, countries),
        places=places(parsed, folk, countries),
        moments=told.moments,
        background=background(article, parsed, told),
    )


def why(article: Article, span: Span) -> list[Verdict]:
    """Return which rules looked at a stretch of the article, and what each said, the silent ones included."""
    parsed = parsed_article(article)
    found = findings(article, parsed)
    view = view_of(article, parsed, found)
    happened = events(article, parsed, found)
    return list(weighed(Case(article, parsed, found, happened, view, statements(view, found), span)))
