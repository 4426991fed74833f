"""A sentence tells which rules looked at its speech, names, times, events, background and sources, and what each said."""

import pytest

from letopis.model import Article, Block, Dated, Span
from letopis.record import record, why
from letopis.record.background import RULES as BACKGROUND
from letopis.record.events.status import RULES as STATUS
from letopis.record.events.triggers import kinds
from letopis.record.moments.times import RULES as TIMES
from letopis.record.names.roles import RULES as ROLES
from letopis.record.speech.cited import RULES as SOURCES
from letopis.record.speech.meant.speakers import RULES as SPEAKERS
from letopis.record.speech.rules import headlines, indirect, quoted
from letopis.record.speech.rules.claims import BLOCK_RULES

LINE = "Мэр Озёрска Анна Белова прибыла в Ригу в среду. Мост стоит."


def article_of(text, language="ru"):
    return Article(
        url=None,
        text=text,
        blocks=(Block("paragraph", Span(0, len(text))),),
        published=Dated("2024-11-29", "time"),
        language=language,
    )


def asked(start, stop):
    return {verdict.rule: verdict.said for verdict in why(article_of(LINE), Span(start, stop))}


def whole(text):
    """Return every verdict on a text."""
    return [(verdict.rule, verdict.said) for verdict in why(article_of(text), Span(0, len(text)))]


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


FULL = (
    "Напомним, в октябре 2023 года мэр Озёрска Анна Белова сообщила «Вестнику», что суд арестовал директора рынка, "
    "передаёт ТАСС."
)


def test_every_rule_that_looked_is_listed_the_silent_ones_too():
    rules = {rule for rule, _ in whole(FULL)}
    speech = [*BLOCK_RULES, *quoted.RULES, *headlines.RULES, *indirect.RULES]
    assert rules >= {rule.__name__ for rule in speech} | {"fragment"}
    assert rules >= {f"speaker {rule.__name__}" for rule in SPEAKERS}
    assert rules >= {f"role {rule.__name__}" for rule in ROLES}
    assert rules >= {f"time {rule.name}" for rule in TIMES}
    assert rules >= {f"status {status}" for status, _ in STATUS}
    assert rules >= {f"background {rule.__name__}" for rule in BACKGROUND}
    assert rules >= {f"source {rule.__name__}" for rule in SOURCES}


@pytest.mark.parametrize("text", ["Мост стоит.", "Дождь.", "Снег и ветер в Озёрске."])
def test_where_nothing_happens_each_silent_rule_of_times_events_and_background_is_listed(text):
    silent = {rule for rule, said in whole(text) if said == "saw nothing"}
    assert silent >= {f"time {rule.name}" for rule in TIMES}
    assert silent >= {f"event {kind}" for kind in kinds("ru")}
    assert silent >= {f"background {rule.__name__}" for rule in BACKGROUND}
    assert silent >= {"times", "events", "sources", "that_clause", "said_after"}


SAYS = [
    ("time one_month", "“октябре 2023 года”: 2023-10-01 to 2023-10-31, month, anchored explicit"),
    ("event verb_alone", "“арестовал”, arrest done: nobody and nowhere it can name"),
    ("status planned", "saw nothing"),
    ("background opened", f"“{FULL}”"),
    ("background pointing", "“арестовал”, arrest, 2023-10-01 to 2023-10-31"),
    ("source by_agency", "ТАСС: agency"),
    ("source by_passing_on", "ТАСС: outlet; by_agency was before it"),
    ("source first_hand", "ТАСС: passes on what another said"),
    ("source first_hand", "Анна Белова: tells what is its own"),
    ("speaker by_name", "Анна Белова, person"),
    ("speaker by_pronoun", "saw nothing"),
    ("full_name", "“Анна Белова” is Анна Белова"),
]


@pytest.mark.parametrize(("rule", "said"), SAYS)
def test_each_rule_says_what_it_saw(rule, said):
    assert (rule, said) in whole(FULL)


LOST = [
    ("Мост откроют 5 мая.", "time one_month", "“мая”: one_day was before it"),
    ("Суд требует ареста мэра.", "event noun_alone", "“ареста”, arrest: only demanded or supposed"),
    ("Суд требует ареста мэра.", "event noun_with", "“Суд”, trial: stands beside none of its words"),
]


@pytest.mark.parametrize(("text", "rule", "said"), LOST)
def test_a_rule_that_saw_something_in_vain_says_why(text, rule, said):
    assert [told for name, told in whole(text) if name == rule and said in told]


def test_to_ask_why_changes_no_record():
    before = record(article_of(FULL))
    whole(FULL)
    assert record(article_of(FULL)) == before
