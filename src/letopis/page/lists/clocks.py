"""A line → the time of day it is or begins with; times of day → minutes, moments, whether they go up or down."""

import re

from letopis.model import Dated

CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?![.:]?\d)(?:\s?(?:[ap]\.?m\b\.?|[A-ZА-Я]{2,4}\b))*")
LONGEST_CLOCK, HALF_DAY = 16, 12


def clock_of(text: str) -> str | None:
    """Return a line that is nothing but a time of day."""
    return text if len(text) <= LONGEST_CLOCK and CLOCK.fullmatch(text) else None


def in_order(clocks: list[str]) -> bool:
    """Say whether times of day go up or down, as within one day they do."""
    minutes = list(map(minutes_of, clocks))
    return minutes in (sorted(minutes), sorted(minutes, reverse=True))


def minutes_of(clock: str) -> int:
    """Return a time of day in minutes."""
    hour, minute = map(int, re.findall(r"\d+", clock)[:2])
    half = "".join(filter(str.isalpha, clock)).casefold()[:2]
    if half in ("am", "pm"):
        hour = hour % HALF_DAY + (HALF_DAY if half == "pm" else 0)
    return hour * 60 + minute


def printed(clock: str | None, day: Dated | None) -> Dated | None:
    """Return a printed time on the day the page came out, in the zone it gives; the day alone where it gives none."""
    if clock is None or day is None:
        return None
    date, _, rest = day.value.partition("T")
    hour, minute = divmod(minutes_of(clock), 60)
    zone = rest[len("00:00:00") :]
    return Dated(f"{date}T{hour:02}:{minute:02}:00{zone}" if zone else date, "text")
