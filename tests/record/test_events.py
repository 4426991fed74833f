"""Events are of the kind and the status a reader would say; on lines the rules never saw, mostly so."""

import json
import time
from collections import Counter
from pathlib import Path

import pytest

from letopis.language.parse import parse
from letopis.model import Article, Dated
from letopis.record import record
from letopis.record.background import background
from letopis.record.events import events
from letopis.record.findings import Findings
from letopis.record.moments import times_told

HERE = Path(__file__).parent


def marked(name, columns=2):
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")[:columns]) for line in lines if line and not line.startswith("#")]


def told(line, code="ru"):
    article = Article(url=None, text=line, language=code)
    return Counter(f"{event.kind} {event.status}" for event in events(article, parse(line, code), Findings()))


def meant(answers):
    return Counter() if answers == "-" else Counter(answer.strip() for answer in answers.split(";"))


@pytest.mark.parametrize(("line", "answers"), marked("events.tsv"))
def test_events_are_of_the_kind_and_status_a_reader_says(line, answers):
    assert told(line) == meant(answers)


@pytest.mark.parametrize(("code", "line", "answers"), marked("events_abroad.tsv", 3))
def test_events_in_other_languages_are_read_by_tables_alone(code, line, answers):
    assert told(line, code) == meant(answers)


def test_of_lines_the_rules_never_saw_most_are_read_right():
    lines = [(told(line), meant(answers)) for line, answers in marked("events_unseen.tsv")]
    right = sum((found & wanted).total() for found, wanted in lines)
    f1 = 2 * right / sum(found.total() + wanted.total() for found, wanted in lines)
    floors = json.loads((HERE.parents[1] / "benchmarks" / "floors.json").read_text(encoding="utf-8"))
    assert f1 >= floors["events"]["unseen lines F1"]


def whole(line):
    article = Article(url=None, text=line, published=Dated("2024-11-27", "time"), language="ru")
    read = record(article)
    days = [None if event.moment is None else read.moments[event.moment].first for event in read.events]
    return [
        (event.kind, event.status, ", ".join(event.people) or "-", ", ".join(event.places) or "-", str(day or "-"))
        for event, day in zip(read.events, days, strict=True)
    ]


@pytest.mark.parametrize("row", marked("events_whole.tsv", 6), ids=lambda row: row[0])
def test_events_have_who_where_and_when(row):
    line, *parts = row
    assert whole(line) == [tuple(parts)]


def test_an_event_points_at_its_words():
    line = "Погода была ясной. Самолёт приземлился в аэропорту Вены."
    article = Article(url=None, text=line, language="ru")
    (event,) = events(article, parse(line, "ru"), Findings())
    assert event.span.of(line) == "Самолёт приземлился в аэропорту Вены."
    assert event.trigger.of(line) == "приземлился"
    assert event.rule == "verb_with"


HOSTILE = [
    "5 мая " * 500,
    "в ночь с " * 500,
    "«" * 2000,
    "не " * 900 + "подписан",
    "9" * 3000,
    "ё" * 3000,
    "1-" * 900,
    "\0",
]


@pytest.mark.parametrize("line", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_lines_are_read_without_a_word_of_complaint(line):
    whole(line)


REPEATED = [
    "5 мая 2024 года ",
    "в тот же день ",
    "подписан ",
    "не подписал договор, ",
    "«",
    "12 345 ",
    "Вчера суд арестовал Павла. ",
    "Напомним, суд.\n\n",
]


def seconds(line):
    article = Article(url=None, text=line, published=Dated("2024-11-27", "time"), language="ru")
    parsed, spent = parse(line, "ru"), []
    for _ in range(3):
        begun = time.process_time()
        told = times_told(article, parsed)
        events(article, parsed, Findings(moments=told.moments, background=background(article, parsed, told)))
        spent.append(time.process_time() - begun)
    return min(spent)


@pytest.mark.parametrize("piece", REPEATED)
def test_four_times_the_text_takes_not_much_more_than_four_times_as_long(piece):
    once = piece * (5_000 // len(piece))
    assert seconds(once * 4) < 12 * max(0.005, seconds(once))


def test_a_month_is_no_march():
    page = Article(url=None, text="Police arrested Ivan Petrov in March 2023.", language="en")
    assert [event.kind for event in record(page).events] == ["arrest"]
