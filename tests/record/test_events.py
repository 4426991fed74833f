"""Events are of the kind and the status a reader would say; on lines the rules never saw, mostly so."""

from collections import Counter
from pathlib import Path

import pytest

from letopis.language.parse import parse
from letopis.model import Article
from letopis.record.events import events
from letopis.record.findings import Findings

HERE = Path(__file__).parent


def marked(name):
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")[:2]) for line in lines if line and not line.startswith("#")]


def told(line, code="ru"):
    article = Article(url=None, text=line, language=code)
    return Counter(f"{event.kind} {event.status}" for event in events(article, parse(line, code), Findings()))


def meant(answers):
    return Counter() if answers == "-" else Counter(answer.strip() for answer in answers.split(";"))


@pytest.mark.parametrize(("line", "answers"), marked("events.tsv"))
def test_events_are_of_the_kind_and_status_a_reader_says(line, answers):
    assert told(line) == meant(answers)


def test_of_lines_the_rules_never_saw_most_are_read_right():
    lines = [(told(line), meant(answers)) for line, answers in marked("events_unseen.tsv")]
    right = sum((found & wanted).total() for found, wanted in lines)
    f1 = 2 * right / sum(found.total() + wanted.total() for found, wanted in lines)
    assert f1 >= 0.88
