"""Articles for the tests of stories, in a few words."""

import pytest

from letopis.model import Article, Dated, Event, Moment, Reading, Record, Span, Speaker, Statement
from letopis.story import Reported


@pytest.fixture
def report():
    def made(number, text, *, published="2026-11-02T09:00:00+03:00", record=None, **more):
        article = Article(
            url=more.get("url"),
            outlet=more.get("outlet", "Маяк"),
            title=more.get("title"),
            language=more.get("language", "ru"),
            text=text,
            published=Dated(published, "meta") if published else None,
        )
        return Reported(number, Reading(article, record or Record()), None, more.get("versions", ()))

    return made


@pytest.fixture
def span():
    def made(text, words):
        return Span(text.index(words), text.index(words) + len(words))

    return made


@pytest.fixture
def speech(span):
    def made(text, words, name, *, role=None, background=False):
        speaker = Speaker("person" if name else "unresolved", name, role)
        return Statement(
            kind="direct", parts=(span(text, words),), cue=None, speaker=speaker, background=background, rule="test"
        )

    return made


@pytest.fixture
def happening(span):
    def made(text, words, day, *, status="done", background=False):
        place = span(text, words)
        moment = Moment(place, day, day, "day", "text", "test")
        event = Event(
            kind="visit", status=status, span=place, trigger=place, moment=0, background=background, rule="test"
        )
        return Record(moments=(moment,), events=(event,))

    return made
