"""What every archive promises of people across articles: joined where the names say so, apart where in doubt."""

from datetime import date

import pytest

from letopis.archive.finding.asking import Asked

SAME = [
    ("Касым-Жомарт Токаев", "Касым-Жомарт Токаев"),
    ("Олег Соловьёв", "Олег Соловьев"),
    ("Анна Ким", "АННА КИМ"),
    ("Иван Петров", "Иван Сергеевич Петров"),
    ("Петров Иван Сергеевич", "Иван Петров"),
]
APART = [
    ("Иван Петров", "Пётр Петров"),
    ("Иван Сергеевич Петров", "Иван Андреевич Петров"),
    ("Иван Петров", "Иван Петренко"),
    ("Анна Ким", "Ким"),
]


def met(archive, press, *names, outlets=("Вестник", "Маяк")):
    """Keep an article for each name, each by another outlet; return the ids of the people."""
    articles = [
        press.keep(archive, f"Выступил <кто-то|{name}>.", outlet=outlet)
        for name, outlet in zip(names, outlets, strict=False)
    ]
    return [archive.cast(article)[name] for article, name in zip(articles, names, strict=True)]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_full_name_is_the_same_person_in_every_outlet(archive, press, one, other):
    first, second = met(archive, press, one, other)
    assert first == second


@pytest.mark.parametrize(("one", "other"), APART)
def test_different_names_are_different_people(archive, press, one, other):
    first, second = met(archive, press, one, other)
    assert first != second


def test_a_lone_surname_joins_the_one_bearer_of_the_outlet_s_week(archive, press):
    full = press.keep(archive, "Выступил <Иван Петров|Иван Петров>.")
    lone = press.keep(archive, "«[Да|Петров]», — сказал <Петров|Петров>.", published="2026-11-06")
    assert archive.cast(lone)["Петров"] == archive.cast(full)["Иван Петров"]
    assert [said.words for said in archive.said_by(archive.cast(full)["Иван Петров"]).rows] == ["Да"]


def test_it_joins_as_well_when_the_full_name_comes_later(archive, press):
    lone = press.keep(archive, "«[Да|Петров]», — сказал <Петров|Петров>.", published="2026-11-06")
    full = press.keep(archive, "Выступил <Иван Петров|Иван Петров>.")
    assert archive.cast(lone)["Петров"] == archive.cast(full)["Иван Петров"]
    assert archive.quoted(article=lone)[0].person == archive.cast(full)["Иван Петров"]


@pytest.mark.parametrize(
    "elsewhere",
    [{"outlet": "Маяк"}, {"published": "2026-11-20"}, {"published": "2026-10-20"}],
    ids=["another outlet", "weeks later", "weeks before"],
)
def test_a_lone_surname_elsewhere_is_nobody_known(archive, press, elsewhere):
    full = press.keep(archive, "Выступил <Иван Петров|Иван Петров>.")
    lone = press.keep(archive, "Выступил <Петров|Петров>.", **elsewhere)
    assert archive.cast(lone)["Петров"] != archive.cast(full)["Иван Петров"]


WEEK = [
    ("a:1", "Иван Петров", "2026-11-01"),
    ("a:2", "Петров", "2026-11-03"),
    ("a:3", "Пётр Петров", "2026-11-09"),
    ("a:4", "Петров", "2026-11-05"),
    ("a:5", "П. Петров", "2026-11-12"),
    ("a:6", "Петров", "2026-11-15"),
    ("a:7", "Петров", "2026-12-15"),
]


@pytest.mark.parametrize("turn", range(7))
def test_the_order_in_which_articles_come_changes_nothing(archive, press, turn):
    kept = {
        url: archive.cast(press.keep(archive, f"Выступил <он|{name}>.", url=url, published=day))
        for url, name, day in (*WEEK[turn:], *WEEK[:turn])
    }
    assert len(kept) == 7
    who = {
        url: archive.cast(archive.search(Asked(words="", since=day, until=day)).leaf.rows[0].headline.article)[name]
        for url, name, day in ((url, name, date.fromisoformat(day)) for url, name, day in WEEK)
    }
    ivan, petr, nobody = who["a:1"], who["a:3"], who["a:7"]
    assert len({ivan, petr, nobody}) == 3
    assert [who[f"a:{number}"] for number in (2, 4, 5, 6)] == [nobody, nobody, petr, petr]


def test_of_two_bearers_a_lone_surname_joins_neither(archive, press):
    lone = press.keep(archive, "Выступил <Петров|Петров>.")
    people = {
        archive.cast(press.keep(archive, f"Выступил <он|{name}>."))[name] for name in ("Иван Петров", "Пётр Петров")
    }
    assert archive.cast(lone)["Петров"] not in people


def test_an_initial_tells_two_bearers_apart(archive, press):
    ivan = press.keep(archive, "Выступил <Иван Петров|Иван Петров>.")
    press.keep(archive, "Выступил <Пётр Петров|Пётр Петров>.")
    short = press.keep(archive, "Выступил <И. Петров|И. Петров>.")
    assert archive.cast(short)["И. Петров"] == archive.cast(ivan)["Иван Петров"]


def test_when_an_edit_takes_the_full_name_away_the_surname_is_in_doubt_again(archive, press):
    press.keep(archive, "Выступил <Иван Петров|Иван Петров>.", url="https://a.test/1")
    lone = press.keep(archive, "Выступил <Петров|Петров>.")
    before = archive.cast(lone)["Петров"]
    press.keep(archive, "Никто не выступил.", url="https://a.test/1")
    assert archive.cast(lone)["Петров"] != before


def test_a_figure_has_its_fullest_name_its_forms_and_its_roles_over_time(archive, press):
    press.keep(archive, "Выступил <он|Иван Петров|мэр Луги>.", published="2026-11-02")
    press.keep(archive, "Выступил <он|Иван Петров|Мэр  Луги>.", published="2026-11-04")
    article = press.keep(archive, "«[Да|Иван Сергеевич Петров]», — сказал <он|Иван Сергеевич Петров|министр>.")
    figure = archive.figure(archive.cast(article)["Иван Сергеевич Петров"])
    assert (figure.name, figure.forms) == ("Иван Сергеевич Петров", ("Иван Петров",))
    assert (figure.statements, figure.articles) == (1, 3)
    roles = {tenure.role: (tenure.first.day, tenure.last.day, tenure.articles) for tenure in figure.roles}
    assert roles == {"мэр Луги": (2, 4, 2), "министр": (2, 2, 1)}


@pytest.mark.parametrize("asked", ["Петров", "петрова", "ПЕТРОВУ", "иваном петровым", "сергеевич петров", "Ивана"])
def test_people_are_found_by_the_words_of_their_names_in_any_form(archive, press, asked):
    press.keep(archive, "Выступил <он|Иван Сергеевич Петров>. Слушала <она|Анна Ким>.")
    assert [figure.name for figure in archive.figures(asked)] == ["Иван Сергеевич Петров"]


def test_the_most_quoted_comes_first(archive, press):
    press.keep(archive, "<Пётр Петров|Пётр Петров> молчал. «[Да|Иван Петров]», — сказал <Иван Петров|Иван Петров>.")
    assert [figure.name for figure in archive.figures("петров")] == ["Иван Петров", "Пётр Петров"]


def test_statements_of_a_person_come_newest_first_leaf_by_leaf(archive, press):
    for day in range(1, 8):
        press.keep(archive, f"«[Раз {day}|Иван Петров]… [два {day}|Иван Петров]».", published=f"2026-11-0{day}")
    person = archive.figures("Петров")[0].id
    words, after = [], None
    while True:
        leaf = archive.said_by(person, after, limit=3)
        words += [said.words for said in leaf.rows]
        after = leaf.after
        assert leaf.total == 14
        if after is None:
            break
    assert words == [f"{which} {day}" for day in range(7, 0, -1) for which in ("Раз", "два")]


def test_mentions_of_a_person_come_newest_first_leaf_by_leaf(archive, press):
    for day in range(1, 6):
        press.keep(
            archive,
            "<Он|Иван Петров>, <он|И. Петров>, <он|Петров> и <он|Иван Сергеевич Петров>.",
            published=f"2026-11-0{day}",
        )
    person = archive.figures("Иван")[0].id
    first = archive.mentions_of(person, limit=3)
    second = archive.mentions_of(person, first.after, limit=3)
    assert [headline.article for headline in (*first.rows, *second.rows)] == [5, 4, 3, 2, 1]
    assert (first.total, second.after) == (5, None)


def test_what_organisations_and_nobody_say_has_no_person(archive, press):
    article = press.keep(archive, "[Рейсов нет|МИД!], [мест тоже|].")
    said = archive.quoted(article=article)
    assert [(each.speaker, each.speaker_kind, each.person) for each in said] == [
        ("МИД", "organisation", None),
        (None, "unresolved", None),
    ]


HRYN = ("Павел Гринь", "Павел Грынь", "Павло Гринь")


def kin(archive, press, names=HRYN):
    """Keep an article for each name, each in a language of its own; return names with their articles."""
    codes = ("ru", "be", "uk")
    return [
        (press.keep(archive, f"«[Да|{name}]», — <он|{name}|журналист>.", language=code), name)
        for name, code in zip(names, codes, strict=False)
    ]


def test_names_that_were_joined_are_one_person_and_all_ids_lead_there(archive, press):
    names = kin(archive, press)
    before = [archive.cast(article)[name] for article, name in names]
    archive.join([names])
    [person] = {archive.cast(article)[name] for article, name in names}
    figures = [archive.figure(each) for each in before]
    assert {figure.id for figure in figures} == {person}
    assert dict(figures[0].spellings) == {"ru": "Павел Гринь", "be": "Павел Грынь", "uk": "Павло Гринь"}
    assert (figures[0].statements, figures[0].articles) == (3, 3)
    assert {said.speaker for said in archive.said_by(person).rows} == set(HRYN)
    assert archive.mentions_of(person).total == 3
    assert archive.counts().people == 1


def test_whom_most_articles_name_keeps_the_id(archive, press):
    names = kin(archive, press)
    press.keep(archive, f"Выступил <он|{HRYN[1]}>.", language="be")
    most = archive.cast(names[1][0])[HRYN[1]]
    archive.join([names])
    assert archive.cast(names[0][0])[HRYN[0]] == most


def test_later_articles_find_the_one_whom_a_name_was_joined_to(archive, press):
    names = kin(archive, press)
    archive.join([names[:2]])
    later = press.keep(archive, f"Выступил <он|{HRYN[0]}>.", language="ru")
    assert archive.cast(later)[HRYN[0]] == archive.cast(names[1][0])[HRYN[1]]
    archive.join([(names[1], names[2])])
    assert len({archive.cast(article)[name] for article, name in [*names, (later, HRYN[0])]}) == 1


def test_a_joined_person_is_found_by_each_spelling(archive, press):
    names = kin(archive, press)
    archive.join([names])
    person = archive.cast(names[0][0])[HRYN[0]]
    for name in (*HRYN, "Грынь", "Гриня"):
        assert [figure.id for figure in archive.figures(name)] == [person]
    for name in HRYN:
        assert archive.search(Asked(words="", speaker=name)).leaf.total == 3


def test_joining_again_and_joining_what_is_not_there_changes_nothing(archive, press):
    names = kin(archive, press)
    archive.join([names])
    before = archive.figure(1)
    archive.join([names, [(99, "Никто"), (names[0][0], "Никто")], []])
    assert archive.figure(1) == before


def test_of_no_name_come_those_who_are_quoted_the_most_quoted_first(archive, press):
    press.keep(archive, "«[Да|Анна Ким]», «[Нет|Анна Ким]» и «[Может быть|Иван Петров]».")
    press.keep(archive, "Молчал <он|Пётр Луговой>, молчал и МИД: «[Нет|МИД!]».")
    assert [figure.name for figure in archive.figures("")] == ["Анна Ким", "Иван Петров"]
    assert [figure.name for figure in archive.figures(" ", limit=1)] == ["Анна Ким"]
