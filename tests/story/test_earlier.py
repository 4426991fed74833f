"""What an article recalls is found again in the story that reported it when it happened."""

from datetime import date

import pytest

from letopis.model import Event, Moment, Recalled, Record
from letopis.story import woven

STRIKE = "Водители трамваев в Заречье начали забастовку и не вышли на линию: они требуют поднять зарплату на треть."
FAIR = "На ярмарке в Заречье выбрали лучшую тыкву года: она весит сорок килограммов и выросла у озера Глубокого."
BRIDGE = "В Заречье утром рухнул пролёт моста, пострадали шестеро: врачи называют их состояние тяжёлым. "
RECALLS = "Напомним, в понедельник водители трамваев начали забастовку."
MONDAY, TUESDAY = date(2026, 11, 2), date(2026, 11, 3)


@pytest.fixture
def told(span):
    """Make the record of a text: of what happened on which day; one that has a granularity is recalled."""

    def made(text, words, day, *, kind="protest", granularity=None):
        place, background = span(text, words), granularity is not None
        moment = Moment(place, day, day, granularity or "day", "published", "test")
        event = Event(kind=kind, status="done", span=place, trigger=place, moment=0, background=background, rule="test")
        recalled = (Recalled(place, 0, 0),) if background else ()
        return Record(moments=(moment,), events=(event,), background=(place,) * background, recalled=recalled)

    return made


@pytest.fixture
def newsroom(report, told):
    """Return the strike of Monday, a fair of Monday, and a bridge of Tuesday that recalls something."""

    def made(recalling=RECALLS, day=MONDAY, *, kind="protest", granularity="day"):
        text = BRIDGE + recalling
        record = told(text, recalling, day, kind=kind, granularity=granularity)
        return [
            report(1, STRIKE, record=told(STRIKE, STRIKE, MONDAY)),
            report(2, FAIR, record=told(FAIR, FAIR, MONDAY, kind="award")),
            report(3, text, record=record, published="2026-11-03T12:00:00+03:00"),
        ]

    return made


def pointed(reports):
    """Return for each article that recalls, which article reported it and whether the story is that one's."""
    numbers = iter(range(1, 99))
    stories = woven(reports, (), {}, lambda: next(numbers)).stories
    home = {member.article: story.id for story in stories for member in story.members}
    found = [one for story in stories for one in story.earlier if home[one.article] == story.id]
    return [(one.article, one.recalled, one.report) for one in found if home[one.report] == one.story]


def test_background_points_at_the_story_that_told_the_same_of_that_day(newsroom):
    assert pointed(newsroom()) == [(3, 0, 1)]


def test_what_happened_on_another_day_is_another_thing(newsroom):
    assert pointed(newsroom(day=date(2026, 10, 26))) == []


def test_something_of_the_same_kind_and_day_told_in_other_words_is_another_thing(newsroom):
    assert pointed(newsroom("Напомним, в понедельник фермеры перекрыли шоссе у границы.")) == []


def test_a_month_is_no_day(newsroom):
    assert pointed(newsroom(granularity="month")) == []


def test_another_kind_needs_more_of_the_same_words(newsroom):
    assert pointed(newsroom(kind="session")) == [(3, 0, 1)]
    assert (
        pointed(newsroom("Напомним, в понедельник в городе началась забастовка, её начали пекари.", kind="session"))
        == []
    )


def test_what_came_out_later_did_not_report_it_then(newsroom, report, told):
    _, fair, bridge = newsroom()
    late = report(1, STRIKE, record=told(STRIKE, STRIKE, MONDAY), published="2026-11-04T09:00:00+03:00")
    assert pointed([fair, bridge, late]) == []


def test_the_article_itself_is_not_what_it_recalls(newsroom):
    assert pointed(newsroom()[1:]) == []


def test_between_languages_names_must_agree(newsroom, report, told):
    words = "Trams of Petrova Gora stood still on Monday as the drivers of Kalinovka went on strike for higher wages."
    english = report(1, words, record=told(words, words, MONDAY), language="en")
    same = "Напомним, в понедельник трамваи Калиновки и Петровой Горы встали."
    assert pointed([english, *newsroom(same)[1:]]) == [(3, 0, 1)]
    assert pointed([english, *newsroom("Напомним, в понедельник в Заречье встали трамваи.")[1:]]) == []
