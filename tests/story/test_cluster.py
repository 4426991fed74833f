"""Articles that tell one event are grouped, in any language; those of other events, or of other weeks, are not."""

from datetime import UTC, datetime, timedelta

import pytest

from letopis.story.grouping.cluster import apart, grouped
from letopis.story.grouping.scripts import skeleton
from letopis.story.grouping.terms import told

MONDAY = datetime(2026, 11, 2, 9, tzinfo=UTC)
BRIDGE = (
    "В Ольховце закрыли Суконный мост: в опоре нашли трещину. Мэр Сергей Дубовик назвал причиной старый бетон опоры."
)
BRIDGE_TOO = "Суконный мост в Ольховце закрыт из-за трещины в опоре. Бетон старый, сказал мэр города Сергей Дубовик."
BRIDGE_EN = "A crack has closed the Sukonny bridge in Olkhovets. The concrete is old, said the mayor, Sergei Dubovik."
BRIDGE_UK = "Тріщина закрила Суконний міст у місті Ольховець. Бетон старий, сказав мер Сергій Дубовик."
HARVEST = "Аграрии области убрали свёклу с девяти тысяч гектаров. Сахара будет больше, считает агроном Пётр Луговой."


def groups_of(*dated):
    texts = [told(number, text, code, when) for number, (text, code, when) in enumerate(dated)]
    found = grouped(texts)
    return sorted(sorted(found.articles[place].told.id for place in places) for places in found.groups)


def at(hours):
    return MONDAY + timedelta(hours=hours)


def test_one_event_in_two_outlets_is_one_story():
    assert groups_of((BRIDGE, "ru", at(0)), (HARVEST, "ru", at(1)), (BRIDGE_TOO, "ru", at(3))) == [[0, 2], [1]]


def test_languages_meet_in_names():
    found = groups_of((BRIDGE, "ru", at(0)), (BRIDGE_EN, "en", at(2)), (BRIDGE_UK, "uk", at(3)), (HARVEST, "ru", at(3)))
    assert found == [[0, 1, 2], [3]]


def test_the_same_words_two_weeks_later_are_another_story():
    assert groups_of((BRIDGE, "ru", at(0)), (BRIDGE_TOO, "ru", at(24 * 14))) == [[0], [1]]


def test_an_undated_article_finds_its_story():
    assert groups_of((BRIDGE, "ru", at(0)), (HARVEST, "ru", at(1)), (BRIDGE_TOO, "ru", None)) == [[0, 2], [1]]


def test_a_day_is_as_near_as_its_nearest_hour():
    day = told(0, BRIDGE, "ru", at(14.9), earliest=at(-9))
    hour, before, after = (told(1, BRIDGE, "ru", at(hours)) for hours in (0, -19, 24.9))
    assert [apart(day, other) for other in (hour, before, after)] == [0, 10, 10]
    assert apart(hour, day) == 0


def test_the_order_of_reading_changes_nothing():
    one = groups_of((BRIDGE, "ru", at(0)), (HARVEST, "ru", at(1)), (BRIDGE_TOO, "ru", at(3)))
    other = groups_of((BRIDGE_TOO, "ru", at(3)), (HARVEST, "ru", at(1)), (BRIDGE, "ru", at(0)))
    assert one == other == [[0, 2], [1]]


def test_many_copies_of_one_text_stay_one_story():
    copies = [(f"{BRIDGE} {BRIDGE_TOO}", "ru", at(hour / 60)) for hour in range(200)]
    assert groups_of(*copies, (HARVEST, "ru", at(1))) == [list(range(200)), [200]]


def test_nothing_makes_nothing():
    assert groups_of() == []


SPELLINGS = [
    ("Лукашенко", "Лукашэнка", "Lukashenko"),
    ("Тихановская", "Ціханоўская", "Tsikhanouskaya"),
    ("Токаев", "Такаеў", "Tokayev"),
    ("Зеленский", "Зеленський", "Zelensky"),
    ("Дубовик", "Дубовік", "Dubovik"),
]


@pytest.mark.parametrize("spellings", SPELLINGS, ids=[names[0] for names in SPELLINGS])
def test_a_name_keeps_its_skeleton_in_every_script(spellings):
    assert len({skeleton(name) for name in spellings}) == 1
    assert skeleton(spellings[0])


def test_too_few_consonants_are_no_name():
    assert skeleton("Ия") == skeleton("Ли") == ""
