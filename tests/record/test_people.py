"""People are found in all their mentions, named as a dictionary would, with the role the text gives them."""

from pathlib import Path

import pytest

from letopis.language.parse import parse
from letopis.record.names.declension import by_noun
from letopis.record.people import people

NAMED = [
    ("Мэр Озёрска Анна Белова открыла мост.", [("Анна Белова", "мэр Озёрска")]),
    ("Мост открыла мэр города Анна Белова. Белову встретили цветами.", [("Анна Белова", "мэр города")]),
    ("Встретились с министром транспорта Петром Орловым.", [("Пётр Орлов", "министр транспорта")]),
    ("Пётр Орлов, министр транспорта, приехал утром.", [("Пётр Орлов", "министр транспорта")]),
    ("Пётр Орлов — министр транспорта.", [("Пётр Орлов", "министр транспорта")]),
    ("В 2020 году Пётр Орлов стал министром транспорта.", [("Пётр Орлов", "министр транспорта")]),
    ("Пост министра транспорта занял Пётр Орлов.", [("Пётр Орлов", "министр транспорта")]),
    ("Замминистра транспорта Пётр Орлов ответил.", [("Пётр Орлов", "замминистра транспорта")]),
    ("Гендиректор завода «Северный путь» Пётр Орлов ушёл.", [("Пётр Орлов", "гендиректор завода «Северный путь»")]),
    ("Дом покинула журналистка Ольга Синицкая.", [("Ольга Синицкая", "журналистка")]),
    ("Ольгу Синицкую задержали. Адвокат Синицкой ждёт.", [("Ольга Синицкая", None)]),
    ("Касым-Жомарта Асанова проводили. Позже Асанов вернулся.", [("Касым-Жомарт Асанов", None)]),
    ("Орлов молчал. Потом Пётр Орлов заговорил.", [("Пётр Орлов", None)]),
    ("П. Орлов подписал приказ, сказал Пётр Орлов.", [("Пётр Орлов", None)]),
    ("Писательница Дайан Вудс (Diane Woods) приехала.", [("Дайан Вудс", "писательница")]),
    ("На сцене пели артисты Лев Седов и Анна Белова.", [("Лев Седов", "артист"), ("Анна Белова", "артист")]),
    ("49-летний Пётр Орлов вышел.", [("Пётр Орлов", None)]),
    ("Сорокалетняя Белова вышла. Позже Анна Белова вернулась.", [("Анна Белова", None)]),
    ("Дж. Орлов подписал приказ, сказал Джон Орлов.", [("Джон Орлов", None)]),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_people_have_name_and_role(text, expected):
    assert [(person.name, person.role) for person in people(parse(text, "ru"))] == expected


NAMES = [
    line.split("\t") for line in (Path(__file__).parent / "names.tsv").read_text(encoding="utf-8").splitlines()[1:]
]


@pytest.mark.parametrize(("text", "name"), NAMES, ids=[text for text, _ in NAMES])
def test_a_name_stands_as_in_a_dictionary(text, name):
    assert [person.name for person in people(parse(text, "ru"))] == [name]


def test_there_are_many_names():
    assert len({name for _, name in NAMES}) >= 120


FAMILIES = [
    ("Юлия Ефимова плыла. Ефимов ждал. Ефимовой хлопали.", "Юлия Ефимова"),
    ("Царнов бежал. Джохар Царнов и брат. Царновы молчат.", "Джохар Царнов"),
]


@pytest.mark.parametrize(("text", "name"), FAMILIES)
def test_a_family_leaves_a_name_as_it_is(text, name):
    assert name in [person.name for person in people(parse(text, "ru"))]


HOMELANDS = [
    ("Делегация прибыла в Казахстан. Её встретил премьер-министр страны Олжас Асанов.", "премьер-министр Казахстана"),
    ("В Польше выборы. Президент республики Ян Новак проголосовал.", "президент Польши"),
    ("Выступил российский лидер Пётр Орлов.", "российский лидер"),
]


@pytest.mark.parametrize(("text", "role"), HOMELANDS)
def test_a_role_knows_its_country(text, role):
    assert [person.role for person in people(parse(text, "ru"))] == [role]


VOICES = [
    "Об этом сообщила пресс-служба Орлова.",
    "Слова пресс-секретаря Орлова услышали все.",
    "Представитель Орлова отказался отвечать.",
]


@pytest.mark.parametrize("text", VOICES)
def test_the_voice_of_somebody_is_not_his_role(text):
    assert [person.role for person in people(parse(text, "ru"))] == [None]


def test_a_role_at_the_beginning_of_a_sentence_keeps_its_small_letters():
    assert [person.role for person in people(parse("Премьер-министр Елена Орлова приехала.", "ru"))] == [
        "премьер-министр"
    ]


def test_a_land_in_the_genitive_is_no_part_of_a_name_and_no_person():
    text = "Прибыл президент Лимании Карл-Эрик Лаурсон. Об этом сказал президент Лимании."
    assert [person.name for person in people(parse(text, "ru"))] == ["Карл-Эрик Лаурсон"]


def test_a_surname_is_carried_over_the_text_in_every_case():
    text = "Олжас Бекзатов приехал. Бекзатову подарили книгу. Разговор с Бекзатовым шёл час. О Бекзатове писали."
    (person,) = people(parse(text, "ru"))
    assert [span.of(text) for span in person.mentions] == ["Олжас Бекзатов", "Бекзатову", "Бекзатовым", "Бекзатове"]


ONE = [
    ("Мария Седова открыла школу. Мария Ильинична рада.", ["Мария Седова"]),
    ("Марк Гонтарев приехал. Марк Гонтарёв, отец Марка, ждал. Марка Гантарева встретили.", ["Марк Гонтарев"]),
    ("Шериф Марк Гонзарев уехал. Искали Марка Гонсарева.", ["Марк Гонзарев"]),
    ("Герри Орлов сказал речь, Герри Орлову хлопали. Гери Орлов уехал.", ["Герри Орлов"]),
    ("Анна Сабурина пела. Сабурину слушали. Сабирина ушла.", ["Анна Сабурина"]),
    ("Спрашивали Бориса Карпичкова. Капричков молчал.", ["Борис Карпичков"]),
    ("Пела Брижит Торо. Бриджит Торо ушла.", ["Брижит Торо"]),
]
TWO = [
    "Мария Седова и Мария Орлова открыли школу. Мария Ильинична рада.",
    "Александр Седов открыл школу. Александра Ильинична рада.",
    "Роман Седов уехал. Роман Абрамович остался.",
    "Анна Белова пела. Анна Велова ушла.",
    "Алина Сабурина пела. Алёна Сабурина ушла.",
]


@pytest.mark.parametrize(("text", "names"), ONE)
def test_patronymics_and_slips_of_the_pen_make_nobody_new(text, names):
    assert [person.name for person in people(parse(text, "ru"))] == names


@pytest.mark.parametrize("text", TWO)
def test_namesakes_stay_two(text):
    assert len(people(parse(text, "ru"))) > 1


def test_two_people_whom_the_tagger_takes_for_one_are_two():
    text = "Джон Макаби дружил с Генри Фоллом. За новости об убийстве Фолла Макаби предложил награду."
    assert [person.name for person in people(parse(text, "ru"))] == ["Джон Макаби", "Генри Фолл"]


def test_a_surname_alone_is_whose_it_has_been():
    text = (
        "Анна Рена пела. Рена родилась в Бресте. Рена училась в Москве. Её брат Роберт Рена писал для газеты. "
        "Позже Рена вернулась в Брест."
    )
    assert {person.name: len(person.mentions) for person in people(parse(text, "ru"))} == {
        "Анна Рена": 4,
        "Роберт Рена": 1,
    }


def test_husband_and_wife_are_two():
    text = "Пётр Орлов и Анна Орлова приехали. Орлова сказала речь."
    found = {person.name: len(person.mentions) for person in people(parse(text, "ru"))}
    assert found == {"Пётр Орлов": 1, "Анна Орлова": 2}


OTHERS = [
    (
        "en",
        "Prime Minister Anna Brook met Governor Hall in Northport. Brook left.",
        [("Anna Brook", "Prime Minister", 2), ("Hall", "Governor", 1)],
    ),
    ("en", "The Northport Bridge is long, and Monday was cold.", []),
    (
        "uk",
        "Міністр оборони Олексій Гринь прибув. За словами Гриня, міст готовий.",
        [("Олексій Гринь", "Міністр оборони", 2)],
    ),
    (
        "uk",
        "Президент Залісся Віктор Бойко прибув. Його зустрів президент Ліманії.",
        [("Віктор Бойко", "Президент Залісся", 1)],
    ),
    ("uk", "Прибув Карл-Ерік Бойко. Міністр Бойко мовчав.", [("Карл-Ерік Бойко", "Міністр", 2)]),
    ("uk", "За словами Петра Завадського, світло є. Завадський радий.", [("Петро Завадський", None, 2)]),
    ("uk", "Зустріч з Олексієм Коваленком тривала.", [("Олексій Коваленко", None, 1)]),
    ("uk", "Про Олену Гринь писали.", [("Олена Гринь", None, 1)]),
    (
        "uk",
        "Президент Віктор Бойко зустрів Олега Мельника.",
        [("Віктор Бойко", "Президент", 1), ("Олег Мельник", None, 1)],
    ),
    (
        "uk",
        "Зустріли міністра Петра Бойка і Олега Мельника.",
        [("Петро Бойко", "міністр", 1), ("Олег Мельник", None, 1)],
    ),
    ("uk", "Міністра оборони призначено. Про Ларису Мельник мовчать.", [("Лариса Мельник", None, 1)]),
    (
        "be",
        "Тут быў Павел Грынь. Бачылі Паўла Грыня. Васіля Краўчэню шукалі.",
        [("Павел Грынь", None, 2), ("Васіль Краўчэнь", None, 1)],
    ),
    ("be", "Паводле Наталлі Зубец, суд ідзе. Зубец маўчыць.", [("Наталля Зубец", None, 2)]),
    ("be", "Сустрэча з Сяргеем Дубоўскім адбылася.", [("Сяргей Дубоўскі", None, 1)]),
    ("be", "Прэм'ер-міністр краіны Алесь Бярозка заявіў.", [("Алесь Бярозка", "Прэм'ер-міністр краіны", 1)]),
    ("de", "Bundeskanzler Hans Meier sagte am Montag.", []),
    (None, "Hans Meier", []),
]


@pytest.mark.parametrize(("code", "text", "expected"), OTHERS)
def test_other_languages_name_people_by_lists_and_invent_none(code, text, expected):
    found = people(parse(text, code))
    assert [(person.name, person.role, len(person.mentions)) for person in found] == expected


HOSTILE = [("«", 20_000), ("А. ", 20_000), ("О'Нил ", 10_000), ("Пётр Орлов, ", 4_000), ("министр ", 20_000)]


@pytest.mark.parametrize(("words", "times"), HOSTILE, ids=[words for words, _ in HOSTILE])
def test_texts_made_to_be_slow_are_read_in_proportion(words, times, in_proportion):
    in_proportion(people, parse(words * (times // 16), "ru"), parse(words * times, "ru"))


def test_a_case_that_the_dictionary_does_not_have_bends_no_surname():
    assert by_noun("Соловья", "Voc", "m") is None
