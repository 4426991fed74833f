"""Times in the order of the text → the same, those that mean the day just named with that day."""

from collections.abc import Iterable, Iterator

import msgspec

from letopis.model import Moment
from letopis.record.moments.relative import shifted

# How many days after the day just named.
SHIFTS = {"same_day": 0, "turned_part_of_day": 0, "next_day": 1}
# A day is remembered through this many ends of paragraphs.
REMEMBERED = 1
FARTHEST = 2000


def followed(found: Iterable[Moment], text: str) -> Iterator[Moment]:
    """Yield the times, «в тот же день» and «на следующий день» counted from the last day named."""
    last: Moment | None = None
    for moment in found:
        meant = counted_from(last, moment, text) if moment.rule in SHIFTS and moment.first is None else moment
        last = meant if fixes_a_day(meant) else last
        yield meant


def near(last: Moment, moment: Moment, text: str) -> bool:
    """Say whether a day named is still what the text speaks of."""
    between = last.span.stop, min(moment.span.start, last.span.stop + FARTHEST)
    return moment.span.start <= between[1] and text.count("\n\n", *between) <= REMEMBERED


def counted_from(last: Moment | None, moment: Moment, text: str) -> Moment:
    """Return the time as the day just named, or so many days after; unchanged where none was named."""
    days = shifted(last.first, SHIFTS[moment.rule]) if last and near(last, moment, text) else None
    return msgspec.structs.replace(moment, first=days[0], last=days[1], anchor="text") if days else moment


def fixes_a_day(moment: Moment) -> bool:
    """Say whether a time is one day."""
    return moment.granularity == "day" and moment.first is not None and moment.first == moment.last
