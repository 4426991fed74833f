"""A live blog in the portal: the time of each entry stands above it."""

import re

import pytest

from letopis.archive.memory.kept import MemoryArchive
from letopis.model import Article, Block, Dated, Reading, Record, Span, Update
from letopis.portal.app import portal
from tests.portal.conftest import HOSTILE, Reader, capture

PARTS = ("Вода прибывает.", "Мост закрыли.", "Школа закрыта.", "Лодок хватает.")
TIMES = (("2026-11-06T17:50:00+03:00", "17:50"), ("2026-11-06T15:20:00+03:00", None), (None, HOSTILE))


@pytest.fixture
def page():
    text = "\n\n".join(PARTS)
    spans = [Span(text.index(part), text.index(part) + len(part)) for part in PARTS]
    article = Article(
        url="https://live.example.org/",
        title="Паводок",
        language="ru",
        text=text,
        blocks=tuple(Block("paragraph", span) for span in spans),
        kind="live",
        entries=tuple(
            Update(span, Dated(at, "json-ld") if at else None, clock)
            for span, (at, clock) in zip(spans[1:], TIMES, strict=True)
        ),
    )
    archive = MemoryArchive()
    number = archive.keep(Reading(article, Record()), capture("https://live.example.org/", text)).article
    return Reader(portal(archive)).get(f"/articles/{number}", Accept_Language="en").text


def test_each_entry_has_its_time_above_it(page):
    clocks = re.findall(r'<p class="clock"[^>]*>(.*?)</p>\s*<p class="text">(.*?)</p>', page)
    assert [(re.sub(r"<[^>]+>", "", clock).replace("\xa0", " "), words) for clock, words in clocks] == [
        ("17:50", "Мост закрыли."),
        ("6 November 2026, 12:20", "Школа закрыта."),
        ("&lt;script&gt;alert(1)&lt;/script&gt;", "Лодок хватает."),
    ]


def test_what_stands_above_the_first_entry_has_none(page):
    assert '<div class="row paragraph">\n<p class="text">Вода прибывает.' in page
