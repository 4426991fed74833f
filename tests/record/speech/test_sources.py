"""Whom an article cites is listed once, with what kind of source it is."""

import pytest

from letopis.record import record
from tests.record.speech.marked import article

CITED = [
    ("Как сообщает пресс-служба Рогова, мост закрыт.", [("пресс-служба Рогова", "press-service")]),
    ("Мост закрыт, сообщает ТАСС.", [("ТАСС", "agency")]),
    ("В отчёте комиссии говорится, что мост закрыт.", [("отчёт комиссии", "document")]),
    ("Очевидцы рассказали, что мост закрыт.", [("очевидцы", "unnamed")]),
    ("Министр Пётр Рогов сказал, что мост закрыт. Пётр Рогов добавил, что он рад.", [("Пётр Рогов", "person")]),
    (
        "Задержан пилот, пишет «Вестник» со ссылкой на источник в полиции.",
        [("Вестник", "outlet"), ("источник в полиции", "unnamed")],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), CITED)
def test_each_source_has_its_kind(text, wanted):
    page = article(text)
    found = record(page).sources
    assert [(source.name, source.kind) for source in found] == wanted
    assert all(source.span.of(page.text) for source in found)
