"""A request's language → the portal's own words, dates and numbers in it."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cache
from importlib.resources import files

import msgspec
from starlette.requests import Request

from letopis.archive.base import Figure, Tenure
from letopis.language.print import count_in, day_in, day_of_year_in, quoted, time_in, weekday_in
from letopis.portal.spoken import reason_in, rule_in

# Each language under the name its readers call it by, in the order of the switch.
TONGUES = {"ru": "Русский", "be": "Беларуская", "uk": "Українська", "en": "English"}
COOKIE = "lang"
LAST_RESORT = "ru"


class Interface(msgspec.Struct, frozen=True):
    """How the portal speaks to one reader: the language, and the zone its clocks show."""

    code: str
    zone: tzinfo

    def say(self, key: str, **facts: object) -> str:
        """Return the portal's own words."""
        return words(self.code)[key].format_map(facts)

    def may(self, key: str) -> str | None:
        """Return the portal's own words for a name from outside (a kind, a rule), if it has any."""
        return words(self.code).get(key)

    def rule(self, rule: str) -> str:
        """Return what a rule sees, or its name."""
        return rule_in(rule, self.code)

    def reason(self, reason: str) -> str | None:
        """Return why something was refused or not understood; None where it stands in English."""
        return reason_in(reason, self.code)

    def called(self, figure: Figure) -> str:
        """Return a person's name as articles in the reader's language spell it, if any does."""
        return dict(figure.spellings).get(self.code, figure.name)

    def role(self, figure: Figure) -> Tenure | None:
        """Return the role that most articles in the reader's language give somebody; if none does, most of all."""
        own = [tenure for tenure in figure.roles if tenure.language == self.code]
        return max(own or figure.roles, key=lambda tenure: tenure.articles, default=None)

    def count(self, number: int, noun: str) -> str:
        """Return a number with its noun; a number never stands at the end of a line without it."""
        return count_in(number, noun, self.code).replace(" ", "\xa0")

    def decimal(self, number: float, digits: int = 2) -> str:
        """Return a number with its decimals behind the language's own sign."""
        return f"{number:.{digits}f}".replace(".", "." if self.code == "en" else ",").replace("-", "−")

    def day(self, day: date, near: date | None = None) -> str:
        """Return a day, without its year near one of the same; its number never leaves its month at a line's end."""
        known = near is not None and near.year == day.year
        return (day_of_year_in if known else day_in)(day, self.code).replace(" ", "\xa0")

    def weekday(self, day: date) -> str:
        """Return a day with the day of its week, as a line begins."""
        long = weekday_in(day, self.code)
        return long[:1].upper() + long[1:]

    def clock(self, moment: datetime) -> str:
        """Return a time of day in the portal's zone."""
        return time_in(moment.astimezone(self.zone), self.code)

    def clock_of(self, written: str) -> str:
        """Return the time of day of a time in ISO 8601."""
        return self.clock(datetime.fromisoformat(written))

    def calendar(self, moment: datetime) -> date:
        """Return the day a time falls on in the portal's zone; a day without an hour is the same everywhere."""
        return moment.astimezone(self.zone if to_the_hour(moment) else UTC).date()

    def hour(self, moment: datetime) -> str | None:
        """Return the time of day, where more than the day is known."""
        return self.clock(moment) if to_the_hour(moment) else None

    def iso(self, written: str, today: date | None = None) -> str:
        """Return a day or a time written in ISO 8601; what `today` shows already is left out, the unreadable kept."""
        try:
            moment = datetime.fromisoformat(written)
        except ValueError:
            return written
        if moment.tzinfo is None:
            return self.day(moment.date(), today)
        shown = self.calendar(moment)
        return self.clock(moment) if shown == today else f"{self.day(shown, today)}, {self.clock(moment)}"

    def quote(self, text: str) -> str:
        """Return words in the quotation marks of the language shown."""
        return quoted(text, self.code)

    def delay(self, span: timedelta) -> str:
        """Return how much later something was, in the largest unit that fits."""
        minutes = round(span.total_seconds() / 60)
        if minutes < 60:  # noqa: PLR2004  (an hour)
            return self.count(minutes, "minute")
        if minutes < 48 * 60:
            return self.count(round(minutes / 60), "hour")
        return self.count(round(minutes / (24 * 60)), "day")


def to_the_hour(moment: datetime) -> bool:
    """Say whether more than the day is known: the archive keeps a day without an hour as its first moment in UTC."""
    return moment.astimezone(UTC).time() != time.min


def interface_of(request: Request) -> Interface:
    """Return the interface that a reader asked for: by the address, then the cookie, then what the browser prefers."""
    asked = request.query_params.get("lang"), request.cookies.get(COOKIE)
    preferred = (*asked, *preferences(request.headers.get("accept-language", "")))
    return Interface(next((code for code in preferred if code in TONGUES), LAST_RESORT), request.app.state.zone)


def preferences(header: str) -> list[str]:
    """Return the languages of an Accept-Language header, the most wanted first."""
    ranges = [part.strip().partition(";") for part in header.split(",")[:20]]
    weighed = [(weight_of(weight), code.partition("-")[0].strip().lower()) for code, _, weight in ranges]
    return [code for weight, code in sorted(weighed, key=lambda pair: -pair[0]) if weight > 0]


def weight_of(written: str) -> float:
    """Return the weight of a language range; one that cannot be read is not wanted."""
    if not written.strip():
        return 1.0
    name, _, number = written.partition("=")
    digits = number.strip()
    readable = name.strip() == "q" and digits.replace(".", "", 1).isascii() and digits.replace(".", "", 1).isdigit()
    return min(float(digits), 1.0) if readable else 0.0


@cache
def words(code: str) -> Mapping[str, str]:
    """Return the portal's own words in a language, as `words/<code>.tsv` has them; no line begins with a dash."""
    lines = (files(__package__) / "words" / f"{code}.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.partition("\t") for line in lines if line.strip() and not line.startswith("#"))
    return {key: text.replace(" — ", "\xa0— ") for key, _, text in rows}
