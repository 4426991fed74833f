"""Small readings: credits, dates, names, sources of pictures."""

from datetime import UTC, datetime

import pytest

from letopis.page.bylines import is_name, without_lead
from letopis.page.head.printed import own_hand
from letopis.page.head.writers import is_collective, names_in
from letopis.page.layout.credits import formed, worded
from letopis.page.layout.srcset import largest_of
from letopis.page.published import day_in, days_of, from_url, iso_of, plausible

CREDITS = [
    ("Мост ночью. Фото: Анна Лисицына", "Мост ночью.", "Анна Лисицына"),
    ("Фото: Анна Лисицына", None, "Анна Лисицына"),
    ("Мост уначы (фота: Янка Бор)", "Мост уначы", "Янка Бор"),
    ("The bridge at night. Photo by Joan Adler", "The bridge at night.", "Joan Adler"),
    ("The bridge at night © Joan Adler", "The bridge at night", "Joan Adler"),
    ("Мэр: «Мост откроют»", "Мэр: «Мост откроют»", None),
    ("Телефото: так называется объектив", "Телефото: так называется объектив", None),
]


@pytest.mark.parametrize(("line", "caption", "credit"), CREDITS)
def test_a_credit_stands_apart_from_its_caption(line, caption, credit):
    assert worded(line) == (caption, credit)


DAYS = [
    ("14 мая 2025, 09:40", "2025-05-14"),
    ("Опубликовано: 2 красавіка 2025", "2025-04-02"),
    ("12 вересня 2025 р.", "2025-09-12"),
    ("Feb. 10th, 2025", "2025-02-10"),
    ("21.03.2012", "2012-03-21"),
    ("2025-03-21 14:00", "2025-03-21"),
    ("14/05/2025", "2025-05-14"),
    ("14.05.25", "2025-05-14"),
    ("2025年5月14日", "2025-05-14"),
    ("14 de mayo de 2025", "2025-05-14"),
    ("14 Μαΐου 2025", "2025-05-14"),
    ("Luga Post 14/05/25-09:40", "2025-05-14"),
    ("[09:40/14.05.2025]", "2025-05-14"),
    ("14 мая 25 (09:40)", "2025-05-14"),
    ("14 мая'25 09:40", "2025-05-14"),
    ("14 maja 25 09:40", "2025-05-14"),
    ("14 мая 25 человек", None),
    ("14 мая, 12:40", None),
    ("2025-05-1412", None),
    ("тел. 14-05-25", None),
    ("май 2025", None),
    ("31 февраля 2025", None),
]


@pytest.mark.parametrize(("line", "day"), DAYS)
def test_a_day_is_read_in_the_tongue_it_is_written_in(line, day):
    assert day_in(line) == day


def test_a_time_without_a_zone_is_only_a_day():
    assert iso_of("2025-05-14T09:40:00") == "2025-05-14"
    assert iso_of("2025-05-14T09:40:00Z") == "2025-05-14T09:40:00+00:00"
    assert iso_of("2025-05-14T09:40+0300") == "2025-05-14T09:40:00+03:00"


def test_no_page_is_dated_after_it_was_fetched():
    fetched = datetime(2025, 5, 14, tzinfo=UTC)
    assert plausible("2025-05-14", fetched)
    assert not plausible("2025-06-01", fetched)
    assert from_url("https://listok.example/2025/06/01/most", fetched) is None


def test_an_address_can_carry_the_day():
    assert from_url("https://listok.example/2025/06/01/most", None).value == "2025-06-01"


@pytest.mark.parametrize("name", ["Нина Озерова", "Martin van der Pell", "Касым-Жомарт Токаев"])
def test_names_look_like_names(name):
    assert is_name(name)


@pytest.mark.parametrize("words", ["Горянск", "читать далее", "News Desk 24", "О том, как всё было"])
def test_other_words_do_not(words):
    assert not is_name(words)


def test_a_byline_loses_its_first_word():
    assert without_lead("Автор: Нина Озерова") == "Нина Озерова"
    assert without_lead("By Joan Adler") == "Joan Adler"
    assert without_lead("Byron Hill") == "Byron Hill"


def test_the_largest_picture_of_a_srcset_is_taken():
    assert largest_of("/a.jpg 320w, /c.jpg 1280w, /b.jpg 640w") == "/c.jpg"
    assert largest_of("/a.jpg, /b.jpg 2x") == "/b.jpg"
    assert largest_of("/a.jpg 1x,/b.jpg 2x") == "/b.jpg"
    assert largest_of("/w_10,h_20/a.jpg 320w, /w_20,h_40/a.jpg 640w") == "/w_20,h_40/a.jpg"
    assert largest_of("/fit-560w,q_1x,f_auto/a.jpg 1x, /fit-760w,f_auto/a.jpg 2x") == "/fit-760w,f_auto/a.jpg"
    assert largest_of("data:image/gif;base64,R0 1x, /a.jpg 2x") == "/a.jpg"
    assert largest_of("") is None


BYLINES = [
    ("By Ann Lee and Tom Hill", ["Ann Lee", "Tom Hill"]),
    ("Ann Lee, Head of Print and Paper", ["Ann Lee"]),
    ("Ann Lee, listok.example", ["Ann Lee"]),
    ("Ann Lee | Senior reporter", ["Ann Lee"]),
    ("Janis O&#39;Dell", ["Janis O'Dell"]),
    ("Нина Озерова, Пётр Лесной", ["Нина Озерова", "Пётр Лесной"]),
    ("https://listok.example/authors/nina", []),
    ("Listok.gr", []),
    ("Von der Linden", ["Von der Linden"]),
]


@pytest.mark.parametrize(("line", "names"), BYLINES)
def test_a_line_of_names_is_split_into_people(line, names):
    assert names_in(line) == names


@pytest.mark.parametrize(
    "name",
    [
        "Staff reporter",
        "Редакция",
        "AFP",
        "The Listok Team",
        "Агентство «Река»",
        "Luga Net sp. z o.o.",
        "LUGA.PL S.A",
        "ООО «Река»",
    ],
)
def test_an_office_is_nobody(name):
    assert is_collective(name)


def test_the_hands_of_others_are_left_out_of_a_byline():
    assert own_hand("By Ann Lee. Photographs by Jo Hill") == "By Ann Lee. "
    assert own_hand("By Ann Lee") == "By Ann Lee"


def test_the_order_of_day_and_month_is_the_language_s():
    assert day_in("03/09/2026", "en-US") == "2026-03-09"
    assert day_in("03/09/2026", "en-GB") == "2026-09-03"
    assert day_in("03.09.2026", "en-US") == "2026-09-03"


def test_months_are_read_in_the_language_of_the_page():
    assert day_in("9. března 2026", "cs") == "2026-03-09"
    assert day_in("9 март 2026", "bg") == "2026-03-09"


def test_the_day_of_a_change_is_not_the_day_of_publication():
    assert list(days_of("Ann LeeMay 5, 2026Updated May 7, 2026", "en")) == ["2026-05-05"]
    assert list(days_of("Обновлено 7 мая 2026", "ru")) == []


FORMED = [
    ("The bridge at night. (Joan Adler/AP)", "The bridge at night.", "Joan Adler/AP"),
    ("The bridge at night. Joan Adler/AP", "The bridge at night.", "Joan Adler/AP"),
    ("The bridge (Getty Images)", "The bridge", "Getty Images"),
    ("The bridge (opened in May)", "The bridge (opened in May)", None),
    ("The bridge. Nobody crossed it", "The bridge. Nobody crossed it", None),
]


@pytest.mark.parametrize(("line", "caption", "credit"), FORMED)
def test_in_a_figure_a_credit_is_told_by_its_form(line, caption, credit):
    assert formed(line) == (caption, credit)
