"""Times stand where a reader marks them, and mean the days a reader would say."""

from pathlib import Path

import pytest

from letopis.language.parse import parse
from letopis.model import Article, Dated
from letopis.record.moments import moments

HERE = Path(__file__).parent


def marked(name):
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [tuple((line + "\t").split("\t")[:4]) for line in lines if line and not line.startswith("#")]


def unmark(line):
    words, text = [], ""
    for piece in line.split("["):
        inside, _, after = piece.partition("]") if text or line.startswith("[") else ("", "", piece)
        words += [inside] if inside else []
        text += inside + after
    return text, words


def article_of(text, day, code="ru"):
    published = None if day == "-" else Dated(day, "time")
    return Article(url=None, text=text, published=published, language=code)


def meaning(moment):
    if moment.first is None:
        return f"? {moment.granularity}"
    last = f"..{moment.last}" if moment.last != moment.first else ""
    return f"{moment.first}{last} {moment.granularity}"


@pytest.mark.parametrize(("day", "code", "line", "meanings"), [*marked("moments.tsv"), *marked("moments_abroad.tsv")])
def test_times_mean_the_days_a_reader_would_say(day, code, line, meanings):
    text, words = unmark(line)
    found = moments(article_of(text, day, code), parse(text, code))
    assert [moment.span.of(text) for moment in found] == words
    assert "; ".join(meaning(moment) for moment in found) == meanings
