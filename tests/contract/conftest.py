"""Marked lines → readings and captures; each kind of archive, empty, in turn."""

import hashlib
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count

import pytest

from letopis.archive.base import Archive
from letopis.archive.engine import open_archive
from letopis.archive.memory.kept import MemoryArchive
from letopis.model import Article, Capture, Dated, Person, Reading, Record, Span, Speaker, Statement

MARK = re.compile(r"\[(?P<said>[^|\]]+)\|(?P<speaker>[^\]]*)\]|<(?P<form>[^|>]+)\|(?P<name>[^|>]+)\|?(?P<role>[^>]*)>")


def unmarked(line: str) -> tuple[str, Record]:
    """Return the text of a marked line and the record its marks stand for.

    `[words|Speaker]` is a statement (`МИД!`: an organisation, `источник?`: unnamed), `<form|Name|role>` a person.
    """
    text, people, statements, at = "", {}, [], 0
    for found in MARK.finditer(line):
        text += line[at : found.start()]
        at = found.end()
        words = found["said"] or found["form"]
        span = Span(len(text), len(text) + len(words))
        text += words
        if found["said"]:
            statements.append(statement(span, found["speaker"]))
        else:
            before = people.get(found["name"])
            role = found["role"] or (before.role if before else None)
            people[found["name"]] = Person(found["name"], role, (*(before.mentions if before else ()), span), "marked")
    return text + line[at:], Record(people=tuple(people.values()), statements=tuple(statements))


KINDS = {"!": "organisation", "?": "unnamed", "": "unresolved"}


def statement(span: Span, name: str) -> Statement:
    """Return a statement by a person, an organisation, a source without a name or nobody known."""
    speaker = Speaker(KINDS.get(name[-1:], "person"), name.rstrip("!?") or None)
    return Statement(kind="direct", parts=(span,), cue=None, speaker=speaker, rule="marked")


class Press:
    """Prints pages: what a page says, and the bytes it came in."""

    def __init__(self) -> None:
        self.number = count(1)

    def page(self, line: str, **about: object) -> tuple[Reading, Capture]:
        """Return the reading and the capture of a page that says a marked line."""
        text, record = unmarked(line)
        url = about.get("url") or f"https://vestnik.test/{next(self.number)}"
        published = about.get("published", "2026-11-02T10:00:00+00:00")
        article = Article(
            url=url,
            outlet=about.get("outlet", "Вестник"),
            title=about.get("title"),
            language=about.get("language", "ru"),
            published=Dated(published, "meta") if published else None,
            text=text,
        )
        body = about.get("body") or f"<p>{text}</p>".encode(errors="replace")
        return Reading(article, record), capture(url, body, about.get("fetched"))

    def keep(self, archive: Archive, line: str, **about: object) -> int:
        """Keep a page in an archive; returns the article's id."""
        return archive.keep(*self.page(line, **about)).article


def capture(url: str, body: bytes, fetched: datetime | None = None) -> Capture:
    """Return a capture of a body."""
    headers = (("Content-Type", "text/html"), ("Content-Encoding", "gzip"))
    return Capture(url, url, fetched, 200, "text/html", headers, body, hashlib.sha256(body).hexdigest())


@pytest.fixture
def press() -> Press:
    return Press()


@pytest.fixture(params=["memory", "sqlite"])
def archive(request: pytest.FixtureRequest, tmp_path) -> Iterator[Archive]:
    with MemoryArchive() if request.param == "memory" else open_archive(tmp_path, write=True) as opened:
        yield opened


@pytest.fixture
def noon():
    return lambda day: datetime(2026, 11, day, 12, tzinfo=UTC)
