"""Articles become stories: who was first, whose headline stands, who is unknown."""

from datetime import UTC, datetime
from itertools import count

import pytest

from letopis.model import Named, Person, Record
from letopis.story import editions, woven

WIRE = (
    "Суконный мост в Ольховце закрыли в понедельник утром: рабочие увидели трещину в средней опоре. "
    "Мэр Сергей Дубовик пустил трамваи в объезд и обещал открыть переправу к пятнице. "
    "Водолазы осмотрят опору, а бетон из трещины увезут в лабораторию."
)

OWN = "В Ольховце закрыли Суконный мост: в опоре нашли трещину. Мэр Сергей Дубовик назвал причиной старый бетон опоры."
OTHER = "Суконный мост в Ольховце закрыт из-за трещины в опоре. Бетон старый, сказал мэр города Сергей Дубовик."

UKRAINIAN = "Тріщина закрила Суконний міст у місті Ольховець. Бетон старий, сказав мер Сергій Дубовик."
ENGLISH = "A crack has closed the Sukonny bridge in Olkhovets. The concrete is old, said the mayor, Sergei Dubovik."


def the_story(*reports, owners=None):
    numbers = count(1)
    [story] = woven(reports, (), owners or {}, lambda: next(numbers)).stories
    return story


def test_what_has_a_day_only_is_the_copy_of_what_has_an_hour_of_that_day(report):
    copy = report(1, f"{WIRE} Так пишет агентство.", title="Мост закрыт на осмотр", published="2026-11-02")
    wire = report(2, WIRE, title="Закрыт Суконный мост", published="2026-11-02T23:30:00+00:00")
    story = the_story(copy, wire)
    assert [(member.article, member.reprints, member.day_only) for member in story.members] == [
        (2, None, False),
        (1, 2, True),
    ]
    assert story.title == "Закрыт Суконный мост"
    assert story.first == story.latest == datetime(2026, 11, 2, 23, 30, tzinfo=UTC)


def test_of_equally_central_headlines_the_earliest_stands(report):
    day = report(1, OTHER, title="Трещина в опоре моста", published="2026-11-02")
    hour = report(2, OWN, title="В Ольховце закрыли мост", published="2026-11-02T20:00:00+00:00")
    assert the_story(day, hour).title == "В Ольховце закрыли мост"


def test_a_headline_is_in_the_language_that_most_members_share(report):
    told = [
        ("uk", UKRAINIAN, "Міст закрито"),
        ("en", ENGLISH, "Bridge closed"),
        ("ru", OWN, None),
        ("ru", OTHER, "Мост закрыт!"),
    ]
    reports = [report(number, text, language=code, title=title) for number, (code, text, title) in enumerate(told)]
    assert the_story(*reports).title == "Міст закрито"
    assert the_story(*reports, report(5, f"{OWN} Его починят.", title="Мост закрыли")).title == "Мост закрыли"


@pytest.mark.parametrize(
    "said", ["9999-12-31", "0001-01-01", "0001-01-01T00:00:00+03:00", "вчера", "9999-12-31T23:59:59-11:00"]
)
def test_a_time_that_is_none_leaves_an_article_undated_and_stops_nothing(report, said):
    story = the_story(report(1, OWN, published=said), report(2, OTHER))
    assert [member.published is None for member in story.members] == [False, True]
    assert [entry.article for entry in story.timeline] == [2]
    assert list(editions([story]))


def test_a_town_is_nobody(report):
    named = Record(
        people=tuple(Person(name, None, (), "test") for name in ("Сергей Дубовик", "Ольховец", "Дубовик")),
        places=(Named("Ольховец", (), "test"),),
    )
    abroad = Record(people=(Person("Альхавец", None, (), "test"),))
    assert the_story(report(1, OWN, record=named), report(2, OTHER, record=abroad)).people == ("Сергей Дубовик",)


OWNERS = [
    ({"outlet": "Маяк"}, "Маяк", "Дом «Курьер»"),
    ({"outlet": "Берег"}, "Берег", "Берег"),
    ({"outlet": None, "url": "https://www.gazeta.example/1"}, "", "gazeta.example"),
    ({"outlet": None, "url": "file:///home/reader/gazeta.html"}, "", ""),
    ({"outlet": None, "url": "https://[/1"}, "", ""),
    ({"outlet": None}, "", ""),
]


@pytest.mark.parametrize(("about", "outlet", "owner"), OWNERS)
def test_an_unknown_outlet_is_unknown_and_owned_by_its_host_if_by_any(report, about, outlet, owner):
    [member] = the_story(report(1, WIRE, **about), owners={"Маяк": "Дом «Курьер»"}).members
    assert (member.outlet, member.owner) == (outlet, owner)


def test_how_far_apart_is_said_only_of_what_is_known_to_the_hour(report):
    day = report(1, OTHER, published="2026-11-02")
    hour = report(2, OWN, published="2026-11-02T20:00:00+00:00")
    later = report(3, f"{OWN} Трамваи стоят.", published="2026-11-02T23:00:00+00:00")
    assert {member.article: member.hours for member in the_story(day, hour, later).members} == {1: None, 2: 3.0, 3: 3.0}
