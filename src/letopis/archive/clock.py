"""Times as values carry them → integers that rows are ordered by, and back; the keys of leaves → such integers."""

from datetime import UTC, date, datetime, timedelta

from letopis.errors import WrongUse
from letopis.model import Article, Dated

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
SECOND = 1_000_000

# `at` holds a time in seconds above an article's id: 34 bits with a sign above 29, so that 500 million articles of any
# year between 1425 and 2514 sort by time and never collide.
BITS = 29
LATEST_S = 2**33
UNDATED_S = -(2**34)
DATED = (UNDATED_S + 1) << BITS

# Above every place: where a list begins.
FIRST = 2**63 - 1


def micros(moment: datetime) -> int:
    """Return an aware time as microseconds since 1970."""
    return (moment - EPOCH) // MICROSECOND


def maybe_micros(moment: datetime | None) -> int | None:
    """Return a time as microseconds, or None for none."""
    return None if moment is None else micros(moment)


def moment(number: int) -> datetime:
    """Return microseconds since 1970 as an aware time."""
    return EPOCH + number * MICROSECOND


def maybe_moment(number: int | None) -> datetime | None:
    """Return microseconds as a time, or None for none."""
    return None if number is None else moment(number)


def published(article: Article) -> datetime | None:
    """Return when an article was published in UTC; None where the page does not say or says it in no known way."""
    return None if article.published is None else read(article.published)


def read(dated: Dated) -> datetime | None:
    """Return the time that ISO 8601 words name; without a zone they are taken for UTC, a day alone for its start."""
    try:
        said = datetime.fromisoformat(dated.value)
        return said.astimezone(UTC) if said.tzinfo else said.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


def place(when: datetime | None, article: int) -> int:
    """Return an article's place in the order of time; the undated come before all others."""
    seconds = UNDATED_S if when is None else max(UNDATED_S + 1, min(micros(when) // SECOND, LATEST_S))
    return (seconds << BITS) + article


def opens(day: date) -> int:
    """Return the place before everything published on a day (UTC) or later."""
    return place(datetime(day.year, day.month, day.day, tzinfo=UTC), 0)


def closes(day: date) -> int:
    """Return the place after everything published on a day (UTC) or earlier."""
    return opens(day) + (24 * 60 * 60 << BITS)


def key(after: str | None) -> int:
    """Return the place below which a leaf begins."""
    return FIRST if after is None else number(after, after)


def pair(after: str | None) -> tuple[int, int]:
    """Return the place, and the number at that place, after which a leaf begins."""
    if after is None:
        return FIRST, 0
    place, _, rest = after.partition(".")
    return number(place, after), number(rest, after)


def number(digits: str, after: str) -> int:
    """Return a number that a key holds."""
    try:
        return max(-FIRST, min(int(digits), FIRST))
    except ValueError as error:
        raise WrongUse(f"{after[:40]!r}: there is no such leaf") from error
