"""A sentence tells which rules saw its people, times and events, and what each said."""

from letopis.model import Article, Block, Dated, Span
from letopis.record import why

LINE = "Мэр Озёрска Анна Белова прибыла в Ригу в среду. Мост стоит."


def asked(start, stop):
    article = Article(
        url=None,
        text=LINE,
        blocks=(Block("paragraph", Span(0, len(LINE))),),
        published=Dated("2024-11-29", "time"),
        language="ru",
    )
    return {verdict.rule: verdict.said for verdict in why(article, Span(start, stop))}


def test_people_times_and_events_say_why():
    said = asked(0, LINE.index(" Мост"))
    assert said["role before"] == "Анна Белова: мэр Озёрска"
    assert said["role post"] == "saw nothing"
    assert said["time weekday"].startswith("“среду”: 2024-11-27 to 2024-11-27, day")
    assert said["event verb_alone"] == "“прибыла”, arrival done: Анна Белова, Рига"


def test_where_nothing_is_told_the_rules_saw_nothing():
    said = asked(LINE.index("Мост"), len(LINE))
    assert said["times"] == said["events"] == "saw nothing"
    assert not any(rule.startswith("role") for rule in said)
