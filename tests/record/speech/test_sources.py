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


# Who is first-hand (True), who passes on what others said (False), of whom nobody can tell (None).
HANDS = [
    ("Как сообщает пресс-служба Рогова, мост закрыт.", [True]),
    ("Мост закрыт, сообщает ТАСС.", [None]),
    ("Мост закрыт, сообщает ТАСС со ссылкой на МЧС.", [False, True]),
    ("Мост закрыт, сообщает «Вестник».", [None]),
    ("«Мост закрыт», — цитирует Рогова «Интерфакс».", [True, False]),
    ("Как пишет газета «Вестник» со ссылкой на источник в полиции, задержан пилот.", [False, None]),
    ("Телеграм-канал «Мост» сообщил, что пострадали трое.", [None]),
    ("По данным СМИ, пострадали трое.", [None]),
    ("В отчёте комиссии говорится, что мост стар.", [True]),
    ("В статье говорится, что мост стар.", [None]),
    ("Мост откроют в мае, передаёт корреспондент «Вестника».", [None]),
    ("Журналист Пётр Рогов рассказал, что видел взрыв.", [True]),
    ("Очевидцы рассказали, что мост шатался.", [True]),
    ("По словам местных жителей, мост шатался.", [None]),
    ("В компании «Ромашка» сообщили, что мост откроют в мае.", [True]),
    ("«Ромашка» заявила, что закроет завод.", [None]),
    ("Как сообщили «Вестнику» в МЧС, мост закрыт.", [True]),
    ("Рогов пишет, что мост закрыт. «Мост открыт», — цитирует Рогова ТАСС.", [True, False]),
    ("ТАСС сообщил, что мост закрыт. МЧС сообщило, что мост открыт, передаёт ТАСС.", [False, True]),
]


@pytest.mark.parametrize(("text", "wanted"), HANDS)
def test_a_source_says_its_own_words_or_passes_on_others(text, wanted):
    assert [source.first_hand for source in record(article(text)).sources] == wanted


RELAYS = [
    ("Мост закрыт. Об этом сообщает РИА Новости со ссылкой на МЧС.", ["agency", "press-service"]),
    ("Как сообщает телеграм-канал «Мост» со ссылкой на МЧС, движения нет.", ["channel", "press-service"]),
    ("Как сообщает «Мост» со ссылкой на МЧС, движения нет.", ["outlet", "press-service"]),
]


@pytest.mark.parametrize(("text", "kinds"), RELAYS)
def test_who_passes_on_is_of_the_kind_that_its_noun_or_its_name_says(text, kinds):
    assert [source.kind for source in record(article(text)).sources] == kinds


def test_a_bare_name_that_passes_on_is_a_papers():
    assert [source.kind for source in record(article("Мост закрыт, передаёт «Вестник».")).sources] == ["outlet"]
    assert [source.kind for source in record(article("Мост закрыт, сообщает МЧС.")).sources] == ["press-service"]


# A name is of one kind however it is cited, and a person is no paper.
ALIKE = [
    ("Мост закрыт, передаёт Волна.", ["outlet"]),
    ("Мост закрыт, передаёт МЧС.", ["press-service"]),
    (
        "Как сообщает Пресс-служба Президента Залесья со ссылкой на МЧС, мост закрыт.",
        ["press-service", "press-service"],
    ),
    ("Мост закрыт, сообщает агентство Волна Пресс со ссылкой на МЧС.", ["agency", "press-service"]),
    ("Мост закрыт, сообщает агентство Франс Пресс.", ["agency"]),
    ("Мост закрыт, сообщает Франс-Пресс со ссылкой на МЧС.", ["agency", "press-service"]),
    ("«Мы справимся», — процитировал Анну Рогову её советник Павел Лось.", ["person", "person"]),
]


@pytest.mark.parametrize(("text", "kinds"), ALIKE)
def test_papers_agencies_and_persons_are_told_apart(text, kinds):
    assert [source.kind for source in record(article(text)).sources] == kinds
