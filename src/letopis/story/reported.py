"""An article as the archive gives it → as stories are woven from it; flow makes the one of the other."""

from datetime import MAXYEAR, MINYEAR, UTC, datetime, timedelta

import msgspec

from letopis.model import Reading

DAY = len("2024-11-27")
LAST_MOMENT = timedelta(days=1, microseconds=-1)


class Wrote(msgspec.Struct, frozen=True):
    """One version of an article: what its address said from a time on, in ISO 8601; None where nothing says when."""

    since: str | None
    title: str | None
    text: str


class Reported(msgspec.Struct, frozen=True):
    """An article, its record, when it was captured; `versions` are all of its versions where it has several."""

    id: int
    reading: Reading
    captured: datetime | None
    versions: tuple[Wrote, ...] = ()

    @property
    def code(self) -> str | None:
        """Return the article's language."""
        return self.reading.article.language


def published_of(report: Reported) -> datetime | None:
    """Return when an article was published, in UTC; None where it is undated."""
    dated = report.reading.article.published
    return moment_of(dated.value) if dated else None


def moment_of(said: str) -> datetime | None:
    """Return a time in UTC, which is also the zone of one that has none; None where the words are no time."""
    try:
        moment = datetime.fromisoformat(said)
        moment = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
    # At either end of the calendar a day more or less is no time any longer.
    return moment if MINYEAR < moment.year < MAXYEAR else None


def day_only(report: Reported) -> bool:
    """Say whether of an article's publication only the day is known."""
    dated = report.reading.article.published
    return dated is not None and len(dated.value) <= DAY


def time_of(report: Reported) -> datetime | None:
    """Return when an article was published, or else captured; of a day alone its last moment."""
    published = published_of(report)
    if published is None:
        return report.captured
    return published + LAST_MOMENT if day_only(report) else published
