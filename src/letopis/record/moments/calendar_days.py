"""Years, months, weeks → their first and last day, and the one of several that is meant."""

from collections.abc import Iterable
from datetime import MAXYEAR, MINYEAR, date, timedelta

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
WINTER = 1
DECEMBER = 12

Stretch = tuple[date, date]


def day(year: int, month: int, number: int) -> Stretch | None:
    """Return a day, None where the calendar has no such day."""
    try:
        one = date(year, month, number)
    except ValueError:
        return None
    return one, one


def days(year: int, month: int, numbers: tuple[int, int]) -> Stretch | None:
    """Return the days from one number to the other, None where the calendar has no such days."""
    first, last = day(year, month, numbers[0]), day(year, month, numbers[1])
    return (first[0], last[1]) if first and last and first <= last else None


def months(year: int, first: int, last: int) -> Stretch | None:
    """Return the months of a year from one to another, both included."""
    if not MINYEAR <= year < MAXYEAR or not 1 <= first <= last <= DECEMBER:
        return None
    return date(year, first, 1), date(year + last // DECEMBER, last % DECEMBER + 1, 1) - DAY


def years(first: int, last: int) -> Stretch | None:
    """Return the years from one to another, both included."""
    if not MINYEAR <= first <= last < MAXYEAR:
        return None
    return date(first, 1, 1), date(last, 12, 31)


def season(year: int, number: int) -> Stretch | None:
    """Return a season (1 is winter) of a year; a winter has the number of the year in which it ends."""
    if number != WINTER:
        return months(year, 3 * number - 3, 3 * number - 1)
    if not MINYEAR < year < MAXYEAR:
        return None
    return date(year - 1, 12, 1), date(year, 3, 1) - DAY


def week(at: date) -> Stretch:
    """Return the week of a day, from Monday to Sunday."""
    first = at - DAY * at.weekday()
    return first, first + DAY * 6


def shifted_month(at: date, by: int) -> Stretch | None:
    """Return the month that lies some months after the month of a day."""
    year, month = divmod(at.year * 12 + at.month - 1 + by, 12)
    return months(year, month + 1, month + 1)


def meant(candidates: Iterable[Stretch | None], now: date, ahead: int) -> Stretch | None:
    """Return the stretch a text means that is written now: the last (`ahead` -1), the next (1), or the nearest (0)."""
    real = [stretch for stretch in candidates if stretch]
    if ahead < 0:
        return max((stretch for stretch in real if stretch[0] <= now), default=None)
    if ahead > 0:
        return min((stretch for stretch in real if stretch[1] >= now), default=None)
    return min(real, key=lambda stretch: distance(stretch, now), default=None)


def distance(stretch: Stretch, now: date) -> timedelta:
    """Return how far a stretch lies from a day; nothing, if it holds the day."""
    return max(stretch[0] - now, now - stretch[1], timedelta(0))
