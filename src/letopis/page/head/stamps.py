"""A line → the dates it prints, in ISO form: numbers in any order, months in the language of the page."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from typing import NamedTuple

from babel import UnknownLocaleError
from babel.dates import get_month_names

ISO = re.compile(
    r"(\d{4})-(\d\d?)-(\d\d?)(?!\d)(?:[T ]+(\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?\s?(Z|UTC|[+-]\d\d:?\d\d)?)?"
)
COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d):?(\d\d)(?::?(\d\d))?)?(Z|[+-]\d\d:?\d\d)?Z?")
EPOCH = re.compile(r"\d{10}(?:\d{3})?")
# After a date a clock may follow, and before it: "03/11/11-16:49", "[11:48/08.12.2011]".
NUMERIC = re.compile(
    r"(?:(?<![\d./-])|(?<=:\d\d/))(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d|(?<=[./])\d\d)(?![\d/]|\.\d|-\d(?!\d?:\d\d))"
)
# "28 ноября 11 (15:29)", "5 января'12 14:00": a year of two digits is one where a clock follows.
SHORT_YEAR = re.compile(r"(\d{1,2})\.?\s([^\W\d_]{3,})\.?[\s'’]{1,2}(\d\d)[\s,(]{1,3}\d{1,2}:\d\d")
YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?([./年년])\s?(\d{1,2})\s?[./月월]\s?(\d{1,2})(?!\d)")
YEAR = re.compile(r"\d{4}")
WORDS = re.compile(r"\d{1,4}(?=(?:st|nd|rd|th)\b)|\w+")
CLOCK = re.compile(r"(?<![\d:])(\d{1,2})[:.](\d\d)(?![\d.])\s*([ap])?\.?m?\b", re.IGNORECASE)
MEETING = re.compile(r"(?<=[^\W\d_A-ZА-Я])(?=[A-ZА-Я])|(?<=\d)(?=[A-ZА-Я][^\W\d_])(?!T\d)")
CODES = ("en", "ru", "be", "uk", "de", "fr", "es", "pt", "it", "pl", "nl", "el")
MONTH_FIRST = ("en", "en-us")
MONTHS, THIS_CENTURY, LONGEST_PLAIN = 12, 50, 60


class Stamp(NamedTuple):
    """A day in ISO form, where its words start in the line, and where they end."""

    day: str
    start: int
    stop: int


def day_in(text: str, language: str | None = None) -> str | None:
    """Return the first date in a line: "20 декабря 2023", "Dec. 20, 2023", "20.12.2023", "20/12/2023"."""
    return next((stamp.day for stamp in stamps_in(text, language)), None)


@lru_cache(1024)  # a line near the headline is asked for both its days
def stamps_in(text: str, language: str | None = None) -> tuple[Stamp, ...]:
    """Return the dates of a line in their order."""
    if not any(map(str.isdigit, text)):
        return ()
    return tuple(sorted([*numbered(text, language), *worded(text, language)], key=lambda stamp: stamp.start))


def spaced(text: str) -> str:
    """Return a line with a space where elements without one between them meet: "Ann LeeMay 5, 2026Updated"."""
    return MEETING.sub(" ", text)


def numbered(text: str, language: str | None) -> Iterator[Stamp]:
    """Yield dates that are all numbers."""
    for match in ISO.finditer(text):
        yield from stamp_of(match, *match.groups()[:3])
    for match in YEAR_FIRST.finditer(text):
        yield from stamp_of(match, match[1], match[3], match[4])
    for match in NUMERIC.finditer(text):
        one, other = int(match[1]), int(match[3])
        month_first = match[2] != "." and (language or "").lower() in MONTH_FIRST
        day, month = (other, one) if other > MONTHS or (month_first and one <= MONTHS) else (one, other)
        year = int(match[4])
        yield from stamp_of(match, year if len(match[4]) > len("99") else century(year), month, day)


def century(year: int) -> int:
    """Return the year that two digits stand for."""
    return year + (2000 if year < THIS_CENTURY else 1900)


def stamp_of(match: re.Match[str], *parts: str | int) -> Iterator[Stamp]:
    """Yield the stamp of year, month, day if there is such a day."""
    if day := day_of(*map(int, parts)):
        yield Stamp(day, match.start(), match.end())


def day_of(year: int, month: int, day: int) -> str | None:
    """Return a day in ISO form, None if the calendar has no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def worded(text: str, language: str | None) -> Iterator[Stamp]:
    """Yield dates with the name of a month."""
    names = months(language)
    for match in SHORT_YEAR.finditer(text) if ":" in text else ():
        if month := names.get(match[2].casefold()):
            yield from stamp_of(match, century(int(match[3])), month, match[1])
    if not YEAR.search(text):
        return
    words = [(match.group(), match.start(), match.end()) for match in WORDS.finditer(text)]
    for at, (word, _, _) in enumerate(words):
        month = None if word.isdigit() else names.get(word.casefold())
        around = [each for each in words[max(0, at - 1) : at + 4] if each[0].isdigit()] if month else []
        # "20 de diciembre de 2023"
        if month and not any(len(each[0]) <= len("31") for each in around) and at > 1 and words[at - 2][0].isdigit():
            around = [words[at - 2], *around]
        year = next((each for each in around if len(each[0]) == len("2023")), None)
        number = next((each for each in around if len(each[0]) <= len("31")), None)
        if month and year and number and (day := day_of(int(year[0]), month, int(number[0]))):
            yield Stamp(day, min(number[1], words[at][1]), year[2])


@cache
def months(language: str | None) -> dict[str, int]:
    """Return the names of months, long and short, in a language and in those whose dates we read anyway."""
    found: dict[str, int] = {}
    for code in (*CODES, *([language.partition("-")[0]] if language else [])):
        try:
            for width in ("wide", "abbreviated"):
                for form in ("format", "stand-alone"):
                    names = get_month_names(width, form, code)
                    found |= {name.casefold().strip("."): number for number, name in names.items()}
        except (UnknownLocaleError, ValueError):
            continue
    return {name: number for name, number in found.items() if len(name) > 1 and not name.isdigit()}


def plain_day(text: str) -> str | None:
    """Return the day of a date that is read in one way only: "Feb 08, 2022", "13/11/2025 09:21", not "03/09/2026"."""
    if len(text) > LONGEST_PLAIN:
        return None
    days = {stamp.day for language in (None, MONTH_FIRST[0]) for stamp in stamps_in(text, language)}
    return days.pop() if len(days) == 1 else None


def clock_in(text: str) -> tuple[int, int] | None:
    """Return the first time of day in a line: "8:48 p.m.", "20:48"."""
    match = CLOCK.search(text)
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2])
    if match[3]:
        hour = hour % 12 + (12 if match[3].lower() == "p" else 0)
    return (hour, minute) if hour < 24 and minute < 60 else None  # noqa: PLR2004  (hours and minutes)


def iso_of(text: str) -> str | None:
    """Return the ISO form of a date: with time and zone if it gives both, else the day alone."""
    text = text.strip()
    if EPOCH.fullmatch(text):
        return datetime.fromtimestamp(int(text[:10]), UTC).isoformat()
    match = ISO.match(text) or COMPACT.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute, second, zone = match.groups()
    try:
        when = datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0))  # noqa: DTZ001
    except ValueError:
        return None
    # A time whose zone is not known could be off by a day's half: the day alone is what the page really tells.
    if hour is None or zone is None:
        return when.date().isoformat()
    if zone in ("Z", "UTC"):
        return f"{when.isoformat()}+00:00"
    return when.isoformat() + (zone if ":" in zone else f"{zone[:3]}:{zone[3:]}")
