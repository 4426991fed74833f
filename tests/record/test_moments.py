"""Times stand where a reader marks them, and mean the days a reader would say."""

from datetime import date
from pathlib import Path

import pytest

from letopis.language.parse import parse
from letopis.model import Article, Dated, Image
from letopis.record.moments import moments

HERE = Path(__file__).parent


def marked(name):
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [tuple((line + "\t").split("\t")[:4]) for line in lines if line and not line.startswith("#")]


def unmark(line):
    words, text = [], ""
    for piece in line.split("["):
        inside, _, after = piece.partition("]") if text or line.startswith("[") else ("", "", piece)
        words += [inside] if inside else []
        text += inside + after
    return text, words


def article_of(text, day, code="ru"):
    published = None if day == "-" else Dated(day, "time")
    return Article(url=None, text=text, published=published, language=code)


def meaning(moment):
    if moment.first is None:
        return f"? {moment.granularity}"
    last = f"..{moment.last}" if moment.last != moment.first else ""
    return f"{moment.first}{last} {moment.granularity}"


@pytest.mark.parametrize(("day", "code", "line", "meanings"), [*marked("moments.tsv"), *marked("moments_abroad.tsv")])
def test_times_mean_the_days_a_reader_would_say(day, code, line, meanings):
    text, words = unmark(line)
    found = moments(article_of(text, day, code), parse(text, code))
    assert [moment.span.of(text) for moment in found] == words
    assert "; ".join(meaning(moment) for moment in found) == meanings


def captioned(text, caption, **others):
    return Article(url=None, text=text, images=(Image(None, caption, None, None),), language="ru", **others)


def read(article):
    return [(moment.first, moment.anchor) for moment in moments(article, parse(article.text, "ru"))]


def test_without_a_date_the_full_date_under_a_picture_is_the_anchor():
    article = captioned("Посол 27 ноября прибыл в Казань.", "Посол на вокзале. 27 ноября 2024 года")
    assert read(article) == [(date(2024, 11, 27), "caption")]


def test_an_old_picture_does_not_outdate_the_text():
    article = captioned("Суд начался 5 мая 2024 года. Продолжится он 7 мая.", "Площадь, 9 августа 2020 года")
    assert read(article) == [(date(2024, 5, 5), "explicit"), (date(2024, 5, 7), "text")]


def test_a_day_still_to_come_is_not_the_day_of_writing():
    article = captioned("Станцию откроют 1 июня 2030 года. В мае ее уже проверяли.", "Станция, 3 июня 2024 года")
    assert read(article) == [(date(2030, 6, 1), "explicit"), (date(2024, 5, 1), "caption")]


def test_the_date_of_the_page_comes_before_a_caption():
    article = captioned("Посол прибыл 4 мая.", "Архив, 9 августа 2020 года", published=Dated("2024-11-27", "time"))
    assert read(article) == [(date(2024, 5, 4), "published")]


def test_a_date_no_page_can_have_is_no_anchor():
    article = Article(url=None, text="Посол прибыл 4 мая.", published=Dated("0001-01-01", "meta"), language="ru")
    assert read(article) == [(None, "none")]


def test_a_time_names_its_rule_and_its_words():
    article = article_of("С 1 по 3 июня шёл дождь.", "2024-11-27")
    (moment,) = moments(article, parse(article.text, "ru"))
    assert (moment.rule, moment.span.of(article.text)) == ("days_of_month", "С 1 по 3 июня")


def test_in_a_language_without_tables_only_numbers_are_read():
    article = article_of("Tapahtui 5.6.2023 ja 2024-01-02 Helsingissa.", "2024-11-27", "fi")
    assert [m.first for m in moments(article, parse(article.text, "fi"))] == [date(2023, 6, 5), date(2024, 1, 2)]
