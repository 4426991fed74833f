"""Columns and bars stand where their numbers say."""

from datetime import UTC, date, datetime

from letopis.archive.base import Tenure
from letopis.portal.drawn.charts import HEIGHT, WIDTH, by_day, by_month, tenures


def test_an_empty_day_between_two_full_ones_has_its_column():
    columns = by_day({date(2026, 11, 2): 4, date(2026, 11, 4): 1})
    assert [(column.first.day, column.count, column.height) for column in columns] == [
        (2, 4, 100),
        (3, 0, 0),
        (4, 1, 25),
    ]
    assert columns[0].x == 0
    assert columns[-1].x + columns[-1].width == WIDTH
    assert all(column.y + column.height == HEIGHT for column in columns)


def test_many_days_are_gathered_into_months():
    columns = by_day({date(2026, 1, 5): 2, date(2026, 3, 20): 1, date(2026, 3, 21): 1})
    assert [(column.first, column.last, column.count) for column in columns] == [
        (date(2026, 1, 1), date(2026, 1, 31), 2),
        (date(2026, 2, 1), date(2026, 2, 28), 0),
        (date(2026, 3, 1), date(2026, 3, 31), 2),
    ]


def test_no_news_makes_no_chart():
    assert by_day({}) == by_month({}) == []
    assert tenures([]) == tenures([Tenure("министр", None, None, 1)]) == []


def test_a_role_given_once_is_still_seen():
    begun, ended = datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 11, 5, tzinfo=UTC)
    first, last = tenures([Tenure("президент", ended, ended, 1), Tenure("министр", begun, ended, 3)])
    assert (first.tenure.role, first.x, first.width) == ("министр", 0, WIDTH)
    assert last.width > 0
    assert last.x + last.width <= WIDTH
