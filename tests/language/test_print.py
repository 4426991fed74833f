"""Days, counts and quotations are printed as a reader of each language expects them."""

from datetime import UTC, date, datetime

import pytest

from letopis.language.print import count_in, day_in, nouns, number_in, quoted, time_in, weekday_in

DAY = date(2026, 11, 6)


@pytest.mark.parametrize(
    ("code", "day", "weekday"),
    [
        ("ru", "6 ноября 2026", "пятница, 6 ноября 2026"),
        ("be", "6 лістапада 2026", "пятніца, 6 лістапада 2026"),
        ("uk", "6 листопада 2026", "пʼятниця, 6 листопада 2026"),
        ("en", "6 November 2026", "Friday, 6 November 2026"),
        (None, "6 November 2026", "Friday, 6 November 2026"),
    ],
)
def test_days_are_written_in_the_languages_own_words(code, day, weekday):
    assert (day_in(DAY, code), weekday_in(DAY, code)) == (day, weekday)


@pytest.mark.parametrize(
    ("code", "count", "printed"),
    [
        ("ru", 1, "1 статья"),
        ("ru", 3, "3 статьи"),
        ("ru", 11, "11 статей"),
        ("ru", 41, "41 статья"),
        ("be", 22, "22 артыкулы"),
        ("uk", 5, "5 статей"),
        ("en", 1, "1 article"),
        ("en", 0, "0 articles"),
        ("ru", 12345, "12\xa0345 статей"),
        ("xx", 2, "2 articles"),
    ],
)
def test_nouns_take_the_form_their_number_asks_for(code, count, printed):
    assert count_in(count, "article", code) == printed


def test_thousands_are_set_apart_from_ten_thousand_on():
    assert [number_in(number, "en") for number in (999, 2024, 10_000, 1_000_000)] == [
        "999",
        "2024",
        "10,000",
        "1,000,000",
    ]


def test_time_is_on_the_moments_own_clock():
    assert time_in(datetime(2026, 11, 6, 9, 5, tzinfo=UTC), "ru") == "09:05"


def test_quotation_marks_are_the_languages_own():
    assert quoted("Мост «Южный» готов", "ru") == "«Мост „Южный“ готов»"
    assert quoted("The bridge is ready", "en") == "“The bridge is ready”"


def test_every_language_counts_the_same_nouns():
    assert len({frozenset(nouns(code)) for code in ("ru", "be", "uk", "en")}) == 1
