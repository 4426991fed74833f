"""What words of time count from: the day of writing, the tense, the day told; the answer: some days; and a rule."""

import re
from collections.abc import Callable, Mapping
from datetime import date

import msgspec

from letopis.model import Granularity
from letopis.record.moments.calendar_days import DAY, Stretch, meant

# A 29th of February comes once in four years.
NEAR, FAR, LEAP = range(-1, 2), range(-4, 5), date(2024, 1, 1)
SAME = 9  # the value of «того же» in the tables

Numbers = Mapping[str, int]
YearOf = Callable[[int], Stretch | None]


class Scene(msgspec.Struct, frozen=True):
    """What is known where an expression stands.

    `now` is the day the text was written and `anchor` where that was read; `ahead` is 1 in the future tense, -1 in the
    past, 0 where the tense says nothing; `told` the full date told just before, if it lies in an earlier year.
    """

    now: date | None = None
    anchor: str = "none"
    ahead: int = 0
    told: date | None = None


class Days(msgspec.Struct, frozen=True):
    """The answer of a rule: days, how exact the words were, and what the missing parts were read from."""

    first: date | None
    last: date | None
    granularity: Granularity
    anchor: str


def explicit(stretch: Stretch | None, granularity: Granularity, anchor: str = "explicit") -> Days | None:
    """Return days that the words fix, by themselves or with an anchor; None where the calendar has no such days."""
    return Days(*stretch, granularity, anchor) if stretch else None


def counted(stretch: Stretch | None, granularity: Granularity, anchor: str) -> Days:
    """Return days counted from an anchor; an answer without days where nothing could be counted."""
    return Days(*stretch, granularity, anchor) if stretch else Days(None, None, granularity, "none")


def one_of(year_of: YearOf, granularity: Granularity, scene: Scene) -> Days | None:
    """Return the days of the year that is meant, where the words name none."""
    # A tale of an earlier year ends where the text looks ahead: «в декабре 2025 года … пройдёт 18 декабря».
    base = scene.now if scene.ahead > 0 and scene.now else scene.told or scene.now
    if base is None:
        return counted(None, granularity, "none") if any(choices(year_of, LEAP.year, FAR)) else None
    ahead, anchor = (1, "text") if base is scene.told else (scene.ahead, scene.anchor)
    # A page may be dated a day before what it tells, where its clock stands west of the event.
    late = base + DAY if granularity == "day" and ahead < 0 else base
    near = meant(choices(year_of, base.year, NEAR), late, ahead)
    return explicit(near or meant(choices(year_of, base.year, FAR), late, ahead), granularity, anchor)


def choices(year_of: YearOf, year: int, shifts: range) -> list[Stretch]:
    """Return the days in the years around a year; none, where the calendar never has them («31 июня»)."""
    return [stretch for shift in shifts if (stretch := year_of(year + shift))]


def turned_year(turn: int, scene: Scene) -> tuple[int | None, str]:
    """Return the year «прошлого года», «этого года», «того же года» means, and what it was read from."""
    if turn == SAME:
        return (scene.told.year, "text") if scene.told else (None, "none")
    return (scene.now.year + turn, scene.anchor) if scene.now else (None, "none")


def in_year(year_of: YearOf, granularity: Granularity, numbers: Numbers, scene: Scene) -> Days | None:
    """Return days of the year the words name: by its number, by «прошлого года», or not at all."""
    if "year" in numbers:
        return explicit(year_of(numbers["year"]), granularity)
    if "turn" not in numbers:
        return one_of(year_of, granularity, scene)
    year, anchor = turned_year(numbers["turn"], scene)
    return counted(year_of(year) if year else None, granularity, anchor)


class Rule(msgspec.Struct, frozen=True):
    """`sees` is a pattern over the letters of `signs`; its named groups are the numbers handed to `reads`."""

    sees: re.Pattern[str]
    reads: Callable[[Numbers, Scene], Days | None]
    tight: bool = False  # no space may stand inside: «27.11.2024»

    @property
    def name(self) -> str:
        """Return the name of the rule."""
        return self.reads.__name__


def rule(reads: Callable[[Numbers, Scene], Days | None], sees: str, *, tight: bool = False) -> Rule:
    """Return the rule that reads the shape."""
    return Rule(re.compile(sees), reads, tight)
