"""Organisations and places are found with whose they are, and named as a dictionary would."""

import pytest

from letopis.language.parse import parse
from letopis.record.groups import organisations, places
from letopis.record.people import people

ORGANISATIONS = [
    ("Решение принял Совет коллективной безопасности.", ["Совет коллективной безопасности"]),
    ("Заседание ОДКБ прошло в столице.", ["ОДКБ"]),
    ("Об этом сообщили в министерстве транспорта Казахстана.", ["министерство транспорта Казахстана"]),
    ("Польское правительство ушло в отставку.", ["Польское правительство"]),
    ("Дело ведёт суд.", []),
    ("Об этом пишут СМИ.", []),
    ("В Кремле ответили молчанием.", ["Кремль"]),
]


@pytest.mark.parametrize(("text", "names"), ORGANISATIONS)
def test_organisations_are_named(text, names):
    assert [named.name for named in organisations(parse(text, "ru"))] == names


def test_an_abbreviation_in_brackets_is_the_same_organisation():
    text = "Следственный комитет (СК) начал проверку. В СК молчат."
    (named,) = organisations(parse(text, "ru"))
    assert (named.name, len(named.mentions)) == ("Следственный комитет", 3)


INITIALS = [
    ("Министерство иностранных дел ответило. В МИД молчат.", "Министерство иностранных дел", 2),
    ("Прошла сессия Организации дружбы малых городов. ОДМГ основали осенью.", "Организация дружбы малых городов", 2),
]


@pytest.mark.parametrize(("text", "name", "mentions"), INITIALS)
def test_an_abbreviation_with_the_initials_of_a_name_is_the_same_organisation(text, name, mentions):
    (named,) = organisations(parse(text, "ru"))
    assert (named.name, len(named.mentions)) == (name, mentions)


PLACES = [
    ("Самолёт сел в Астане.", ["Астана"]),
    ("Переговоры идут в Казахстане и КНР.", ["Казахстан", "Китай"]),
    ("Казахстанские власти ответили.", ["Казахстан"]),
    ("На сцене выступил итальянский певец.", []),
    ("Он говорит на французском языке.", []),
    ("Соединённые Штаты закрыли посольство.", ["США"]),
]


@pytest.mark.parametrize(("text", "names"), PLACES)
def test_places_are_named(text, names):
    assert [named.name for named in places(parse(text, "ru"))] == names


def test_what_is_a_persons_name_is_no_place():
    text = "Ратко Младенов выступил. Младенов уехал."
    parsed = parse(text, "ru")
    assert places(parsed, people(parsed)) == ()


def test_foreign_letters_end_with_themselves():
    text = "Директор SEC по надзору Роберт Рогов уволен."
    assert [named.name for named in organisations(parse(text, "ru"))] == ["SEC"]
