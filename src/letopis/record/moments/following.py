"""Times in the order of the text → the same, those that mean the day just named with that day."""

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from letopis.model import Moment
from letopis.record.moments.relative import shifted

# How many days after the day just named.
SHIFTS = {"same_day": 0, "turned_part_of_day": 0, "next_day": 1}
# A day is remembered through this many ends of paragraphs.
REMEMBERED = 1


def followed(found: Iterable[Moment], text: str) -> Iterator[Moment]:
    """Yield the times, «в тот же день» and «на следующий день» counted from the last day named."""
    last: Moment | None = None
    for moment in found:
        if moment.rule in SHIFTS and moment.first is None:
            named = last.first if last and near(last, moment, text) else None
            moment = counted_from(named, moment)
            last = moment if named else None
        elif fixes_a_day(moment):
            last = moment
        yield moment


def near(last: Moment, moment: Moment, text: str) -> bool:
    """Say whether a day named is still what the text speaks of."""
    return text.count("\n\n", last.span.stop, moment.span.start) <= REMEMBERED


def counted_from(named: date | None, moment: Moment) -> Moment:
    """Return the time as the day just named, or so many days after; unchanged where none was named."""
    days = shifted(named, SHIFTS[moment.rule])
    return msgspec.structs.replace(moment, first=days[0], last=days[1], anchor="text") if days else moment


def fixes_a_day(moment: Moment) -> bool:
    """Say whether a time is one day."""
    return moment.granularity == "day" and moment.first is not None and moment.first == moment.last
