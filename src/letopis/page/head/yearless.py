"""Lines near the headline and when the page was fetched → the day that one prints without a year: "25 May, 16:27"."""

import re
from datetime import date, datetime, timedelta

from letopis.page.head.stamps import clock_in, day_of, months, stamps_in
from letopis.page.head.top import Top

DAY_AND_MONTH = re.compile(r"(?<![\d:.,])(\d{1,2})\.?\s([^\W\d_]{3,})|\b([^\W\d_]{3,})\.?\s(\d{1,2})(?![\d:.])")
LONGEST = 60
SLACK = timedelta(days=1)


def yearless_of(top: Top, language: str | None, fetched: datetime | None) -> str | None:
    """Return the latest day before the page was fetched that a line near the headline prints beside a clock."""
    if fetched is None:
        return None
    end = top.kept[-1] if top.kept else top.at
    for at in top.places:
        text = top.page.leaves[at].text
        if at <= end and len(text) < LONGEST and clock_in(text) and not stamps_in(text, language):
            found = latest(text, language, (fetched + SLACK).date())
            if found is not None:
                return found
    return None


def latest(text: str, language: str | None, last: date) -> str | None:
    """Return the day of a line with day and month in the last year that has it before a day."""
    for match in DAY_AND_MONTH.finditer(text):
        month = months(language).get((match[2] or match[3]).casefold())
        days = [month and day_of(year, month, int(match[1] or match[4])) for year in (last.year, last.year - 1)]
        if found := next((day for day in days if day and day <= last.isoformat()), None):
            return found
    return None
