"""Counts by day → columns; stretches of time → bars: numbers that a template puts into an SVG."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta

import msgspec

from letopis.archive.base import Tenure

WIDTH, HEIGHT = 1000, 100
# Few columns stay slim: a chart of one month is not a black wall.
WIDEST = 24
# Up to this many days each has a column; beyond it they are gathered into months.
MOST_DAYS = 62
MOST_MONTHS = 240

Period = tuple[date, date]


class Column(msgspec.Struct, frozen=True):
    """A column of a chart, from `first` to `last` (included), with its place in a box of WIDTH by HEIGHT."""

    first: date
    last: date
    count: int
    x: float
    y: float
    width: float
    height: float


class Bar(msgspec.Struct, frozen=True):
    """How long a role was given, as a bar in a box of WIDTH."""

    tenure: Tenure
    x: float
    width: float


def by_day(counts: Mapping[date, int]) -> list[Column]:
    """Return a column for each day from the first to the last, or for each month where the days are many."""
    if not counts:
        return []
    if (max(counts) - min(counts)).days < MOST_DAYS:
        return _columns(counts, list(_days(min(counts), max(counts))))
    return by_month(counts)


def by_month(counts: Mapping[date, int]) -> list[Column]:
    """Return a column for each month from the first to the last, the empty ones too."""
    sums: Counter[date] = Counter()
    for day, count in counts.items():
        sums[day.replace(day=1)] += count
    return _columns(sums, list(_months(min(sums), max(sums)))[-MOST_MONTHS:]) if sums else []


def tenures(roles: Iterable[Tenure]) -> list[Bar]:
    """Return a bar for each role whose time is known, on one common scale, the earliest first."""
    dated = sorted((role for role in roles if role.first and role.last), key=_began)
    if not dated:
        return []
    start, stop = min(_began(role) for role in dated), max(_ended(role) for role in dated)
    whole = (stop - start).total_seconds() or 1.0
    return [_bar(role, start, whole) for role in dated]


def _columns(counts: Mapping[date, int], periods: Sequence[Period]) -> list[Column]:
    """Return the columns: the first at the left edge, the last at the right, where the axis names them."""
    highest = max(counts.values())
    width = min(WIDTH / len(periods) * 0.86, WIDEST)
    step = (WIDTH - width) / max(len(periods) - 1, 1)
    return [
        _column(period, counts.get(period[0], 0), highest, (place * step, width))
        for place, period in enumerate(periods)
    ]


def _column(period: Period, count: int, highest: int, place: tuple[float, float]) -> Column:
    (x, width), height = place, HEIGHT * count / highest
    return Column(*period, count, round(x, 2), round(HEIGHT - height, 2), round(width, 2), round(height, 2))


def _days(first: date, last: date) -> Iterator[Period]:
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        yield day, day


def _months(first: date, last: date) -> Iterator[Period]:
    while first <= last:
        following = _following(first)
        yield first, following - timedelta(days=1)
        first = following


def _following(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1)


def _began(role: Tenure) -> datetime:
    assert role.first is not None
    return role.first


def _ended(role: Tenure) -> datetime:
    assert role.last is not None
    return role.last


def _bar(role: Tenure, start: datetime, whole: float) -> Bar:
    x = WIDTH * (_began(role) - start).total_seconds() / whole
    width = WIDTH * (_ended(role) - _began(role)).total_seconds() / whole
    # A role given once still has to be seen.
    return Bar(role, round(min(x, WIDTH - 8), 2), round(max(width, 8.0), 2))
