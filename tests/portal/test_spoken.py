"""Rules and reasons speak the reader's language; what nobody has put into words stands as the program says it."""

import re
from pathlib import Path

import pytest

from letopis.model import Article, Block, Span
from letopis.portal.spoken import REASONS, RULES, reason_in, reasons, rows, rule_in, rules
from letopis.record import why

SOURCE = Path(__file__).parent.parent.parent / "src/letopis"
TOLD = [
    ("consent wall", "ru", "вместо статьи просят согласия на слежку"),
    ("no article: list of 23 links", "uk", "статті немає, на сторінці лише посилання: 23"),
    ("127.0.0.1 is not on the public network", "ru", "127.0.0.1 не в открытой сети: такие адреса закрыты"),
    ("2 records lost between bytes 5 and 90: cut short", "be", "страчана запісаў: 2, паміж байтамі 5 і 90 (cut short)"),
    (
        "hostile page: more than 9 tags inside one another",
        "ru",
        "страница, которая вредит: больше 9 меток одна в другой",
    ),
    ("reading failed: ValueError: {x} {0}", "ru", "ошибка Летописи при чтении (ValueError: {x} {0})"),
    ("no complete answer within 0.5 s", "ru", "сервер не ответил целиком за 0.5 с"),
]


@pytest.mark.parametrize(("reason", "code", "told"), TOLD)
def test_a_reason_stands_in_the_readers_language(reason, code, told):
    assert reason_in(reason, code) == told


def test_what_is_not_listed_stands_as_the_program_says_it():
    assert reason_in("the sun was in its eyes", "ru") is None
    assert reason_in("consent wall", "en") is None
    assert rule_in("no_such_rule", "ru") == "no_such_rule"
    assert rule_in("said_after", "xx") == "said_after"


@pytest.mark.parametrize(("name", "columns"), [("rules", len(RULES)), ("reasons", len(REASONS))])
def test_every_row_has_words_in_every_language(name, columns):
    for row in rows(name):
        assert len(row) == columns + 1, row
        assert all(cell.strip() for cell in row), row


def test_a_reason_asks_for_no_more_than_it_holds():
    for pattern, told in reasons():
        assert all(int(place) < pattern.groups for words in told for place in re.findall(r"{(\d)}", words)), pattern


def test_every_rule_that_is_listed_is_a_rule():
    source = "\n".join(path.read_text(encoding="utf8") for path in SOURCE.rglob("*.py"))
    known = {rule for rule in rules() if re.search(rf"\b{rule}\b", source)}
    assert set(rules()) - known <= {"apposition", "noun_with", "noun_alone", "verb_with", "verb_alone"}  # made of parts


def test_every_rule_of_speech_and_time_has_words():
    text = "Министр Иван Орлов вчера сказал, что мост открыли."
    page = Article(url=None, text=text, blocks=(Block("paragraph", Span(0, len(text))),), language="ru")
    found = {verdict.rule for verdict in why(page, Span(0, len(text)))} - {"speaker", "occasion", "events", "names"}
    told = {rule.removeprefix("time ") for rule in found if rule.startswith("time ") or " " not in rule}
    assert told - set(rules()) == set()
