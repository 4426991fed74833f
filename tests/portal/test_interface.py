"""The portal speaks its reader's language."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from letopis.archive.base import Figure, Tenure
from letopis.portal.interface import TONGUES, Interface, preferences, words

RU, EN = Interface("ru", timezone(timedelta(hours=3))), Interface("en", UTC)


def test_every_language_has_every_word():
    keys = {code: set(words(code)) for code in TONGUES}
    assert keys["ru"] == keys["be"] == keys["uk"] == keys["en"]


@pytest.mark.parametrize("code", TONGUES)
def test_words_ask_for_the_same_facts_in_every_language(code):
    for key, text in words(code).items():
        assert sorted(text.split("{")[1:]) == [] or facts(text) == facts(words("ru")[key]), key


def facts(text):
    """Return what a text wants put in."""
    return {part.partition("}")[0] for part in text.split("{")[1:]}


ASKED = [
    ("", {}, "ru"),
    ("", {"Accept_Language": "uk-UA,uk;q=0.9,ru;q=0.5"}, "uk"),
    ("", {"Accept_Language": "de, en;q=0.5, be;q=0.7"}, "be"),
    ("", {"Accept_Language": "en;q=0, de"}, "ru"),
    ("", {"Accept_Language": "en", "Cookie": "lang=be"}, "be"),
    ("?lang=en", {"Cookie": "lang=be"}, "en"),
    ("?lang=xx", {"Cookie": "lang=<b>"}, "ru"),
]


@pytest.mark.parametrize(("query", "headers", "code"), ASKED)
def test_the_address_then_the_cookie_then_the_browser_decide(reader, query, headers, code):
    assert f'<html lang="{code}">' in reader.get("/outlets" + query, **headers).text


def test_a_chosen_language_is_remembered(reader):
    cookie = reader.get("/?lang=be").headers["set-cookie"]
    assert cookie.startswith("lang=be;")
    assert "HttpOnly" in cookie
    assert "set-cookie" not in reader.get("/?lang=xx").headers


@pytest.mark.parametrize("header", ["", ",", ";q=", "en;q=x", "en;q=1e9", "a" * 9999, ";;;", "en;q=²"])
def test_no_header_breaks_the_choice(header):
    assert isinstance(preferences(header), list)


def test_clocks_show_the_portals_zone():
    midnight = datetime(2026, 11, 5, 23, 14, tzinfo=UTC)
    assert RU.clock(midnight) == "02:14"
    assert RU.calendar(midnight) == date(2026, 11, 6)
    assert EN.iso("2026-11-05T23:14:00+00:00") == "5\xa0November\xa02026, 23:14"
    assert EN.iso("2026-11-05") == "5\xa0November\xa02026"
    assert EN.iso("last week") == "last week"


def test_a_day_without_an_hour_is_not_given_one():
    midnight = datetime(2026, 11, 5, tzinfo=UTC)
    assert RU.hour(midnight) is None
    west = Interface("en", timezone(timedelta(hours=-5)))
    assert west.calendar(midnight) == date(2026, 11, 5)


def test_numbers_and_delays_are_set_as_the_language_does():
    assert RU.decimal(-1.5, 1) == "−1,5"
    assert EN.decimal(0.093, 3) == "0.093"
    assert RU.delay(timedelta(minutes=2)) == "2\xa0минуты"
    assert RU.delay(timedelta(hours=3)) == "3\xa0часа"
    assert RU.delay(timedelta(days=5)) == "5\xa0дней"


def test_somebody_is_called_and_has_the_role_as_the_readers_language_has_them():
    roles = (
        Tenure("журналист", None, None, 1, "ru"),
        Tenure("рэпарцёр", None, None, 1, "be"),
        Tenure("редактор", None, None, 3, "ru"),
    )
    figure = Figure(7, "Павел Гринь", (), roles, 0, 5, (("be", "Павел Грынь"), ("ru", "Павел Гринь")))
    seen = {
        code: (Interface(code, UTC).called(figure), Interface(code, UTC).role(figure).role)
        for code in ("ru", "be", "uk")
    }
    assert seen == {
        "ru": ("Павел Гринь", "редактор"),
        "be": ("Павел Грынь", "рэпарцёр"),
        "uk": ("Павел Гринь", "редактор"),
    }


def test_a_year_is_left_out_near_a_day_of_the_same():
    ui = Interface("en", UTC)
    assert ui.day(date(2026, 11, 6), date(2026, 1, 1)).replace("\xa0", " ") == "6 November"
    assert ui.day(date(2025, 11, 6), date(2026, 1, 1)).replace("\xa0", " ") == "6 November 2025"


@pytest.mark.parametrize("code", TONGUES)
def test_no_line_of_the_portals_own_words_begins_with_a_dash(code):
    assert not [key for key, text in words(code).items() if " — " in text]
