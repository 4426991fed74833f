"""One person's names in several languages are known to be one's; whoever might be another is left alone."""

import pytest

from letopis.model import Person, Record, Span
from letopis.story.kin import kin_in

KIN = [
    "Павел Гринь|Павел Грынь|Павло Гринь|Pavel Grin",
    "Сергей Дубовик|Сяргей Дубовік|Сергій Дубовик|Sergei Dubovik",
    "Николай Ковалёв|Мікалай Кавалёў|Микола Ковальов|Nikolai Kovalyov",
    "Ольга Романовская|Вольга Раманоўская|Ольга Романовська|Olga Romanovskaya",
    "Татьяна Ефименко|Таццяна Яфіменка|Тетяна Єфименко|Tatiana Yefimenko",
    "Карл-Эрик Лаурсон|Карл-Эрык Лаўрсан|Карл-Ерік Лаурсон|Karl-Erik Laurson",
    "Дмитрий Шульц|Дзмітрый Шульц|Дмитро Шульц|Dmitry Shults",
    "Светлана Тихомирова|Святлана Ціхамірава|Світлана Тихомирова|Svetlana Tikhomirova",
]
STRANGERS = [
    ("Павел Гринь", "Пятро Грынь"),
    ("Олег Римша", "Вольга Рымша"),
    ("Павел Гринь", "Павел Гронь"),
    ("Павел Гринь", "Павел Грынёў"),
    ("Гринь", "Грынь"),
    ("П. Гринь", "П. Грынь"),
    ("Ян Цой", "Ян Цой"),
]


@pytest.fixture
def press(report):
    def printed(*names, code, number):
        people = tuple(Person(name, None, (Span(0, 1),), "test") for name in names)
        return report(number, "Текст.", language=code, record=Record(people=people))

    return printed


@pytest.mark.parametrize("line", KIN)
def test_one_name_in_four_languages_is_one_person(press, line):
    names = line.split("|")
    reports = [
        press(name, code=code, number=n)
        for n, (name, code) in enumerate(zip(names, ("ru", "be", "uk", "en"), strict=True))
    ]
    assert kin_in(reports) == [tuple(enumerate(names))]


@pytest.mark.parametrize(("one", "other"), STRANGERS)
def test_names_that_may_be_of_two_people_stay_apart(press, one, other):
    assert kin_in([press(one, code="ru", number=1), press(other, code="be", number=2)]) == []


def test_where_a_language_knows_two_such_people_nobody_is_joined(press):
    reports = [press("Анна Горина", "Анна Герина", code="ru", number=1), press("Ганна Горіна", code="uk", number=2)]
    assert kin_in(reports) == []


def test_one_language_alone_joins_nobody_and_a_patronymic_parts_nobody(press):
    assert kin_in([press("Павел Гринь", code="ru", number=1), press("Павел Гринь", code="ru", number=2)]) == []
    reports = [
        press("Павел Гринь", code="ru", number=1),
        press("Павел Андреевич Гринь", code="ru", number=2),
        press("Павло Гринь", code="uk", number=3),
    ]
    assert kin_in(reports) == [((1, "Павел Гринь"), (2, "Павел Андреевич Гринь"), (3, "Павло Гринь"))]
