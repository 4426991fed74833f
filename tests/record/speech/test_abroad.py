"""In other languages quotations have their named speakers, and nothing is invented."""

import pytest

from letopis.record import record
from tests.record.speech.marked import article, rows, unmark

NAMED = [
    ("en", "“We are ready,” said Olga Parkhom, the union’s head, on Monday.", "Olga Parkhom"),
    ("en", "Mayor Sergei Dubov said he would stay. “A captain stays,” he said on Monday.", "Sergei Dubov"),
    ("en", "“The pier was sound and we all knew it,” President Viktor Radke told reporters.", "Viktor Radke"),
    (
        "uk",
        "Начальниця порту Ганна Зубко зустріла Петра Гриня. «Порт працює добре», — наголосила вона.",
        "Ганна Зубко",
    ),
    (
        "uk",
        "Світлана Буйко приїхала. Директор Петро Заваль показав цех. «Ми готові», — сказав він.",
        "Петро Заваль",
    ),
    (
        "uk",
        "«Опору обстежили, і ми про це знали», — сказав мер Сергій Дубовик журналістам у вівторок.",
        "Сергій Дубовик",
    ),
    (
        "be",
        "— Мы возім людзей, а не дровы, — сказала старшыня прафсаюза Вольга Пархоменка ў панядзелак.",
        "Вольга Пархоменка",
    ),
    (
        "be",
        "Пенсіянерка Марыя Станкевіч чакала. Міністр Андрэй Корбут спяшаўся. «Гэта справа горада», — адказаў ён.",
        "Андрэй Корбут",
    ),
    (
        "be",
        "Дырэктарка музея Марыя Рогава вярнулася з Лімані.¶Карціны прывязуць у маі. «Яны цэлыя і ляжаць у порце», — сказала яна.",
        "Марыя Рогава",
    ),
    (
        "be",
        "Міністр Андрэй Корбут прыехаў у Брэст.¶Дарогу будавалі год.¶«Дарога ўжо гатовая», — адзначыў ён.",
        "Андрэй Корбут",
    ),
    ("be", "Міністр Андрэй Корбут прыехаў у Брэст.¶«Дарога ўжо гатовая», — адзначыў міністр.", "Андрэй Корбут"),
    (
        "uk",
        "Начальниця порту Ганна Зубко зустріла кораблі.¶Їх було два. «Порт працює добре», — наголосила вона.",
        "Ганна Зубко",
    ),
    ("uk", "Директор Петро Заваль показав цех.¶«Ми готові до травня», — сказав директор.", "Петро Заваль"),
    ("en", "Mayor Olga Parkhom opened the bridge.¶It took a year. “It is safe for all,” she said.", "Olga Parkhom"),
    (
        "en",
        "Mayor Olga Parkhom opened the bridge. Engineer Ivan Petrov watched.¶“It is safe for all,” she said.",
        "Olga Parkhom",
    ),
    ("en", "Mayor Olga Parkhom opened the bridge.¶“It is safe for all,” the mayor said.", "Olga Parkhom"),
    ("en", "The bridge was opened.¶“It is safe for all,” the engineer said.", "engineer"),
]


@pytest.mark.parametrize(("code", "text", "who"), NAMED)
def test_a_quotation_has_its_named_speaker(code, text, who):
    (said,) = record(article(text, code)).statements
    assert said.kind == "direct"
    assert said.speaker.name == who


def test_in_a_language_without_words_the_speaker_stays_open():
    page = article("„Wir haben lange gewartet und sind bereit.“ Das Haus wird gebaut.", "de")
    (said,) = record(page).statements
    assert (said.rule, said.speaker.kind, said.speaker.name) == ("unknown", "unresolved", None)


ROLES = [
    (
        "uk",
        "«Опору обстежили, і ми про це знали», — сказав мер Вільхівця Сергій Дубовик.",
        ("person", "Сергій Дубовик", "мер Вільхівця"),
    ),
    (
        "be",
        "«Апору абследавалі, і мы пра гэта ведалі», — сказаў мэр Альхаўца Сяргей Дубовік.",
        ("person", "Сяргей Дубовік", "мэр Альхаўца"),
    ),
    (
        "uk",
        "Президент Лиманії Віктор Бойко прибув. «Мости будують люди, а не бетон», — додав президент Лиманії.",
        ("person", "Віктор Бойко", "президент Лиманії"),
    ),
    (
        "uk",
        "«Мости будують люди, а не бетон», — додав президент Лиманії.",
        ("role", "президент Лиманії", "президент Лиманії"),
    ),
    (
        "en",
        "Mayor Sergei Dubov came. “The pier was sound and we all knew it,” Dubov said.",
        ("person", "Sergei Dubov", "Mayor"),
    ),
]


@pytest.mark.parametrize(("code", "text", "who"), ROLES)
def test_a_speaker_has_his_whole_role(code, text, who):
    (said,) = record(article(text, code)).statements
    assert (said.speaker.kind, said.speaker.name, said.speaker.role) == who


def test_a_pronoun_at_the_head_of_a_sentence_is_no_country():
    for code, text in (
        ("uk", "Та все змінилося. Те, що міст закрили, він не пояснив. Мали ми мости."),
        ("be", "Тое, што мост закрылі, ён не растлумачыў. Той мост стаіць."),
        ("ru", "Та сторона молчит. Те, кто пришёл, ушли. Тем временем шёл снег. Того, кто ушёл, ищут."),
    ):
        assert record(article(text, code)).places == ()
    assert [place.name for place in record(article("Делегация из Того прибыла в порт.")).places] == ["Того"]


MARKED = rows("abroad.tsv")


@pytest.mark.parametrize(("code", "line", "kind", "name", "role"), MARKED)
def test_a_speaker_is_who_is_plainly_named_or_nobody(code, line, kind, name, role):
    text, words = unmark(line)
    page = article(text, code)
    said = record(page).statements[-1]
    assert [part.of(page.text) for part in said.parts] == words[-1:]
    assert (said.speaker.kind, said.speaker.name or "-", said.speaker.role or "-") == (kind, name, role)


def test_an_english_list_with_dashes_is_nobodys_speech():
    page = article("The rules are these:¶- Keep left on the bridge.¶- Do not feed the gulls.", "en")
    assert record(page).statements == ()


PEOPLE = [
    (
        "The two of them were there: Christian Horn had met Jan Stone in August. The French Mayor Odile Marn was not.",
        [("Christian Horn", None), ("Jan Stone", None), ("Odile Marn", "Mayor")],
    ),
    (
        "Lt. Gen. Ahmed Skarn came with Jane Holt’s aide. Jane Holt left.",
        [("Ahmed Skarn", "Lt. Gen."), ("Jane Holt", None)],
    ),
    ("The Foreign Affairs desk and Major League Rowing use SEO. King Street is shut.", []),
    (
        "French Minister of Foreign Affairs Odile Marn said no. Martin Luther Vane Jr. agreed.",
        [("Odile Marn", "Minister of Foreign Affairs"), ("Martin Luther Vane", None)],
    ),
    (
        "Governor Hall met the warden, Imra Skarn. Abu Hassan Dune, 44, agreed.",
        [("Hall", "Governor"), ("Imra Skarn", None), ("Abu Hassan Dune", None)],
    ),
    (
        "The captain, Ivor Skarn, told us so. Odd Bruun agreed; Bruun said it was fun.",
        [("Ivor Skarn", None), ("Odd Bruun", None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PEOPLE)
def test_english_people_are_those_whom_something_tells_to_be_people(text, expected):
    assert [(person.name, person.role) for person in record(article(text, "en")).people] == expected
