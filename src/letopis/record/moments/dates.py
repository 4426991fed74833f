"""Expressions with a day, a month, a season or a year of their own → days: one rule an expression."""

from datetime import date
from functools import partial

from letopis.record.moments import calendar_days as days
from letopis.record.moments.scene import Days, Numbers, Scene, counted, explicit, in_year, rule

# The year of a date: «2024 года», «2024-го», «2024» where no word follows that it might count, «прошлого года».
YEAR = r"(?:,?(?:(?P<year>Y|y(?!_))(?:g|j\.?)?|(?P<turn>t)[gj]))?"
SURE_YEAR = r"(?:(?P<year>Y|y(?!_))(?:g|j\.?)?|(?P<turn>t)[gj])"
CENTURY = 100
HALF = 6
THIS_CENTURY = 70  # «27.11.24» is of 2024, «27.11.84» of 1984


def numeric_day(numbers: Numbers, scene: Scene) -> Days | None:  # noqa: ARG001
    """«27.11.2024», «27/11/24», «2024-11-27»."""
    return explicit(days.day(full(numbers["year"]), numbers["month"], numbers["day"]), "day")


def full(year: int) -> int:
    """Return a year with its century."""
    if year >= CENTURY:
        return year
    return year + (2000 if year < THIS_CENTURY else 1900)


def month_of_short_year(numbers: Numbers, scene: Scene) -> Days | None:
    """«в августе 91-го»."""
    return one_month({**numbers, "year": full(numbers["short"])}, scene)


def one_day(numbers: Numbers, scene: Scene) -> Days | None:
    """«27 ноября 2024 года», «в среду, 27 ноября», «пятого мая прошлого года»."""
    return in_year(partial(day_of, numbers=numbers), "day", numbers, scene)


def day_of(year: int, numbers: Numbers) -> days.Stretch | None:
    """Return the day of a year."""
    return days.day(year, numbers["month"], numbers["day"])


def listed_day(numbers: Numbers, scene: Scene) -> Days | None:
    """«[5], 6 и 7 мая»: a day whose month stands behind the last of the list."""
    return one_day(numbers, scene)


def night_before(numbers: Numbers, scene: Scene) -> Days | None:
    """«в ночь на 5 мая», «в ночь с 4 на 5 мая»: the night belongs to both days."""
    return in_year(partial(night_of, numbers=numbers), "day", numbers, scene)


def night_of(year: int, numbers: Numbers) -> days.Stretch | None:
    """Return the two days of the night before a day."""
    morning = days.day(year, numbers["month"], numbers["day"])
    return (morning[0] - days.DAY, morning[0]) if morning else None


def days_of_month(numbers: Numbers, scene: Scene) -> Days | None:
    """«с 1 по 3 июня», «1–3 июня 2024 года»."""
    return in_year(partial(days_between, numbers={**numbers, "from": numbers["month"]}), "day", numbers, scene)


def days_over_months(numbers: Numbers, scene: Scene) -> Days | None:
    """«с 28 декабря по 3 января 2024 года»: the year is that of the end."""
    return in_year(partial(days_between, numbers=numbers), "day", numbers, scene)


def days_between(year: int, numbers: Numbers) -> days.Stretch | None:
    """Return the days up to a day of the year, begun the year before where the months say so."""
    begun = year - (numbers["from"] > numbers["month"])
    first, last = days.day(begun, numbers["from"], numbers["first"]), days.day(year, numbers["month"], numbers["last"])
    return (first[0], last[1]) if first and last and first < last else None


def days_between_years(numbers: Numbers, scene: Scene) -> Days | None:  # noqa: ARG001
    """«с 5 мая 2014 года по 3 июня 2016 года»."""
    first = days.day(numbers["begun"], numbers["from"], numbers["first"])
    last = days.day(numbers["year"], numbers["month"], numbers["last"])
    return explicit((first[0], last[1]) if first and last and first < last else None, "day")


def part_of_month(numbers: Numbers, scene: Scene) -> Days | None:
    """«в начале мая»: somewhere in the month, so vague."""
    return in_year(partial(months_of, numbers=numbers), "vague", numbers, scene)


def part_of_year(numbers: Numbers, scene: Scene) -> Days | None:
    """«в конце 2023 года», «к концу года»: somewhere in the year, so vague; «в первой половине года» is not."""
    named = numbers if "year" in numbers or "turn" in numbers else {**numbers, "turn": 0}
    half = numbers.get("part", 0)
    if half:
        months = {"first": HALF * (half - 1) + 1, "month": HALF * half}
        return in_year(partial(months_of, numbers=months), "month", named, scene)
    return in_year(whole_year, "vague", named, scene)


def whole_year(year: int) -> days.Stretch | None:
    """Return the year."""
    return days.years(year, year)


def one_month(numbers: Numbers, scene: Scene) -> Days | None:
    """«в мае», «май 2024 года», «в мае прошлого года»."""
    return in_year(partial(months_of, numbers=numbers), "month", numbers, scene)


def some_months(numbers: Numbers, scene: Scene) -> Days | None:
    """«с мая по июль», «в мае — июле 2024 года»."""
    return in_year(partial(months_of, numbers=numbers), "month", numbers, scene)


def months_of(year: int, numbers: Numbers) -> days.Stretch | None:
    """Return the month, or the months from the first, of a year."""
    first, last = numbers.get("first", numbers["month"]), numbers["month"]
    if first <= last:
        return days.months(year, first, last)
    begun, ended = days.months(year - 1, first, first), days.months(year, last, last)
    return (begun[0], ended[1]) if begun and ended else None


def quarter(numbers: Numbers, scene: Scene) -> Days | None:
    """«в первом квартале 2024 года», «за второе полугодие прошлого года»."""
    last = numbers["which"] * numbers["size"]
    named = {"first": last - numbers["size"] + 1, "month": last}
    return in_year(partial(months_of, numbers=named), "month", numbers, scene)


def one_season(numbers: Numbers, scene: Scene) -> Days | None:
    """«летом», «летом 2023 года», «весна прошлого года»."""
    return in_year(partial(days.season, number=numbers["season"]), "season", numbers, scene)


def winter_of_two_years(numbers: Numbers, scene: Scene) -> Days | None:  # noqa: ARG001
    """«зимой 2022/23 года»: the winter has the number of the year in which it ends."""
    ended = numbers["year"] + 1
    follows = numbers["short"] == ended % CENTURY and numbers["season"] == days.WINTER
    return explicit(days.season(ended, numbers["season"]) if follows else None, "season")


def weekday_of_month(numbers: Numbers, scene: Scene) -> Days | None:
    """«в первый понедельник мая», «в последнее воскресенье ноября 2024 года»."""
    return in_year(partial(nth_weekday, numbers=numbers), "day", numbers, scene)


def nth_weekday(year: int, numbers: Numbers) -> days.Stretch | None:
    """Return a weekday of a month by its number, or the last one."""
    month = days.months(year, numbers["month"], numbers["month"])
    if month is None:
        return None
    first = month[0] + days.DAY * ((numbers["weekday"] - 1 - month[0].weekday()) % 7)
    all_of_them = [one for week in range(5) if (one := first + days.WEEK * week) <= month[1]]
    at = numbers.get("which", 0) - 1
    return (all_of_them[at], all_of_them[at]) if at < len(all_of_them) else None


def first_or_last_day(numbers: Numbers, scene: Scene) -> Days | None:
    """«в последний день 2011 года», «в первый день мая», «в последний день лета»."""
    return in_year(partial(edge_of, numbers=numbers), "day", numbers, scene)


def edge_of(year: int, numbers: Numbers) -> days.Stretch | None:
    """Return the first or the last day of a year, or of its month or season."""
    if "month" in numbers:
        whole = days.months(year, numbers["month"], numbers["month"])
    else:
        whole = days.season(year, numbers["season"]) if "season" in numbers else whole_year(year)
    edge = whole[0 if numbers["edge"] > 0 else 1] if whole else None
    return (edge, edge) if edge else None


def some_years(numbers: Numbers, scene: Scene) -> Days | None:  # noqa: ARG001
    """«в 2014–2016 годах», «с 2014 по 2016 год»."""
    return explicit(days.years(numbers["first"], numbers["year"]), "year")


def one_year(numbers: Numbers, scene: Scene) -> Days | None:  # noqa: ARG001
    """«в 2023 году», «летом 2020-го», «к 2030 году»."""
    return explicit(days.years(numbers["year"], numbers["year"]), "year")


def turned(numbers: Numbers, scene: Scene) -> Days | None:
    """«в прошлом году», «в этом году», «того же года»."""
    return in_year(whole_year, "year", numbers, scene)


def decade(numbers: Numbers, scene: Scene) -> Days | None:
    """«в 1990-х», «в 90-е годы»."""
    first = numbers["decade"] // 10 * 10
    if first < CENTURY:
        now = scene.now or date(2000, 1, 1)
        first += now.year // CENTURY * CENTURY
        first -= CENTURY if first > now.year else 0
    return explicit(days.years(first, first + 9), "decade")


def decade_of_century(numbers: Numbers, scene: Scene) -> Days | None:
    """«в начале 1990-х»: vague."""
    found = decade(numbers, scene)
    return counted((found.first, found.last), "vague", "explicit") if found and found.first and found.last else None


WEEKDAY = r"(?:[WV][,-]?i?\(?)?"
DAY = r"(?P<day>[do])"
TO = r"(?P<first>[do])[-l](?P<last>[do])"

RULES = (
    rule(numeric_day, r"(?P<day>d)([./])(?P<month>d)\2(?P<year>[ydn])", tight=True),
    rule(numeric_day, r"(?P<year>y)-(?P<month>d)-(?P<day>d)", tight=True),
    rule(night_before, rf"Nf[do]M?[al]{DAY}(?P<month>[MF]){YEAR}"),
    rule(night_before, rf"Na{DAY}(?P<month>[MF]){YEAR}"),
    rule(
        days_between_years,
        r"f?(?P<first>[do])(?P<from>M)(?P<begun>y)(?:g|j\.?)?[-l](?P<last>[do])(?P<month>M)(?P<year>y)(?:g|j\.?)?",
    ),
    rule(days_over_months, rf"f?(?P<first>[do])(?P<from>[MF])[-l](?P<last>[do])(?P<month>[MF]){YEAR}"),
    rule(days_of_month, rf"f?{TO}(?P<month>[MF]){YEAR}"),
    rule(days_of_month, rf"(?P<month>F){TO}{YEAR}"),
    rule(listed_day, rf"{DAY}(?=(?:,[do]){{0,6}},?&[do](?P<month>[MF]){YEAR})"),
    rule(one_day, rf"{WEEKDAY}(?P<month>F)\.?{DAY},?(?P<year>y)"),
    rule(one_day, rf"{WEEKDAY}{DAY}(?P<month>F)\.?,?(?P<year>y)"),
    rule(one_day, rf"(?<!u){WEEKDAY}{DAY}(?P<month>[MF]){YEAR}"),
    rule(one_day, rf"(?<!u){WEEKDAY}{DAY}(?P<month>C){SURE_YEAR}"),
    rule(one_day, rf"{WEEKDAY}(?P<month>F)\.?{DAY}(?![-.:]d){YEAR}"),
    rule(weekday_of_month, rf"(?:(?P<which>o)|R)(?P<weekday>[WV])(?P<month>[MF]){YEAR}"),
    rule(first_or_last_day, rf"(?P<edge>Q)h?(?P<month>[MF]){YEAR}"),
    rule(first_or_last_day, rf"(?P<edge>Q)h?(?P<season>[Ss]){YEAR}"),
    rule(first_or_last_day, rf"(?P<edge>Q)h?(?:{SURE_YEAR}|g)"),
    rule(part_of_month, rf"p(?P<month>[MF]){YEAR}"),
    rule(part_of_year, r"(?P<part>p)(?:(?P<year>[yY])|(?P<turn>t))?g"),
    rule(part_of_year, r"(?P<part>p)(?P<year>Y)"),
    rule(part_of_year, r"(?P<part>p)(?P<year>y)(?![_gG])"),
    rule(decade_of_century, r"p(?P<decade>[DK])[gG]?"),
    rule(quarter, rf"(?P<which>[do])(?P<size>q){YEAR}"),
    rule(some_months, rf"f?(?P<first>[MF])[-l](?P<month>[MF]){YEAR}"),
    rule(one_month, rf"(?P<month>[MFC]){SURE_YEAR}"),
    rule(month_of_short_year, r"(?P<month>[MF])(?P<short>P)"),
    rule(one_month, r"(?P<turn>Z)(?P<month>[MF])"),
    rule(one_season, r"(?P<turn>Z)(?P<season>[Ss])"),
    rule(one_month, r"(?P<month>F)(?P<year>y)"),
    rule(one_month, r"(?<!t)(?P<month>M)"),
    rule(one_month, r"(?<=[Iifplhat-])(?P<month>F)"),
    rule(winter_of_two_years, r"(?P<season>[Ss])(?P<year>y)/(?P<short>[dn])g?"),
    rule(one_season, rf"(?P<season>[Ss]){SURE_YEAR}"),
    rule(some_years, r"f?(?P<first>[yY])[-l/&](?P<year>[yY])(?:g|G|j\.?)"),
    rule(some_years, r"f(?P<first>[yY])l(?P<year>[yY])"),
    rule(one_year, r"(?P<year>[yY])(?:g|j\.?)"),
    rule(one_year, r"(?<=[ifalh])(?P<year>Y)"),
    rule(one_year, r"(?<=I)(?P<year>y)"),
    rule(turned, r"(?P<turn>t)g"),
    rule(decade, r"(?P<decade>D)[gG]?"),
    rule(decade, r"(?:(?<=[ipflh])|(?=K[gG]))(?P<decade>K)[gG]?"),
)
