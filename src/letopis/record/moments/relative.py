"""Expressions counted from the day of writing → days: one rule an expression."""

from datetime import date
from functools import partial

from letopis.model import Granularity
from letopis.record.moments import calendar_days as days
from letopis.record.moments.scene import SAME, Days, Numbers, Scene, YearOf, counted, in_year, rule

SATURDAY = 6
WEEK_LENGTH = 7


def relative_day(numbers: Numbers, scene: Scene) -> Days | None:
    """«вчера», «завтра утром», «накануне»."""
    return counted(shifted(scene.now, numbers["shift"]), "day", scene.anchor)


def shifted(now: date | None, by: int) -> days.Stretch | None:
    """Return the day that lies some days after another; None where there is no day to count from."""
    return (now + days.DAY * by, now + days.DAY * by) if now else None


def same_day(numbers: Numbers, scene: Scene) -> Days | None:  # noqa: ARG001
    """«в тот же день», «в этот день», «в ту же ночь»: the day named before, which only the whole text tells."""
    return counted(None, "day", "none") if numbers["turn"] in (0, SAME) else None


def next_day(numbers: Numbers, scene: Scene) -> Days | None:  # noqa: ARG001
    """«на следующий день»: the day after the one named before."""
    return counted(None, "day", "none") if numbers["turn"] == 1 else None


def turned_part_of_day(numbers: Numbers, scene: Scene) -> Days | None:
    """«минувшей ночью», «этим утром», «следующим вечером»: what is over may have begun the day before."""
    now, turn = scene.now, numbers["turn"]
    if now is None or turn == SAME:
        return counted(None, "day", "none")
    first, last = sorted((now + days.DAY * turn, now + days.DAY * max(turn, 0)))
    return counted((first, last), "day", scene.anchor)


def weekday(numbers: Numbers, scene: Scene) -> Days | None:
    """«в среду», «в пятницу вечером»: the last one in the past tense, today included; the next in the future."""
    return counted(week_day(numbers["weekday"], scene), "day", scene.anchor)


def weekdays_between(numbers: Numbers, scene: Scene) -> Days | None:
    """«с понедельника по среду»: in the past both are over, in the future both are to come."""
    first = week_day(numbers["first"], scene)
    length = (numbers["last"] - numbers["first"]) % WEEK_LENGTH
    if first is None or scene.now is None or not length:
        return counted(None, "day", "none")
    back = scene.ahead < 0 and first[0] + days.DAY * length > scene.now
    begun = first[0] - days.WEEK * back
    return counted((begun, begun + days.DAY * length), "day", scene.anchor)


def week_day(number: int, scene: Scene) -> days.Stretch | None:
    """Return the day of the week that is meant."""
    if scene.now is None:
        return None
    monday = days.week(scene.now)[0]
    return days.meant([shifted(monday, number - 1 + 7 * week) for week in (-1, 0, 1)], scene.now, scene.ahead)


def turned_weekday(numbers: Numbers, scene: Scene) -> Days | None:
    """«в прошлую пятницу», «в минувший четверг», «в следующий понедельник»: never today."""
    turn, number = numbers["turn"], numbers["weekday"]
    if scene.now is None or turn not in (-1, 0, 1):
        return counted(None, "day", "none")
    if turn == 0:
        return counted(shifted(days.week(scene.now)[0], number - 1), "day", scene.anchor)
    return counted(week_day(number, Scene(scene.now + days.DAY * turn, ahead=turn)), "day", scene.anchor)


def night_before_weekday(numbers: Numbers, scene: Scene) -> Days | None:
    """«в ночь на среду»: the night belongs to both days."""
    morning = week_day(numbers["weekday"], scene)
    return counted((morning[0] - days.DAY, morning[0]) if morning else None, "day", scene.anchor)


def turned_week(numbers: Numbers, scene: Scene) -> Days | None:
    """«на прошлой неделе», «на следующей неделе»."""
    return counted(week_of(numbers.get("turn", 0), scene), "week", scene.anchor)


def part_of_week(numbers: Numbers, scene: Scene) -> Days | None:
    """«в начале недели», «в конце прошлой недели»: vague."""
    return counted(week_of(numbers.get("turn", 0), scene), "vague", scene.anchor)


def week_of(turn: int, scene: Scene) -> days.Stretch | None:
    """Return the week that lies some weeks after this one."""
    return days.week(scene.now + days.WEEK * turn) if scene.now and turn in (-1, 0, 1) else None


def turned_month(numbers: Numbers, scene: Scene) -> Days | None:
    """«в прошлом месяце», «в следующем месяце»."""
    return counted(month_of(numbers.get("turn", 0), scene), "month", scene.anchor)


def part_of_this_month(numbers: Numbers, scene: Scene) -> Days | None:
    """«до конца месяца», «в начале следующего месяца»: vague."""
    return counted(month_of(numbers.get("turn", 0), scene), "vague", scene.anchor)


def edge_of_month(numbers: Numbers, scene: Scene) -> Days | None:
    """«в последний день месяца», «в первый день прошлого месяца»."""
    month = month_of(numbers.get("turn", 0), scene)
    edge = month[0 if numbers["edge"] > 0 else 1] if month else None
    return counted((edge, edge) if edge else None, "day", scene.anchor)


def month_of(turn: int, scene: Scene) -> days.Stretch | None:
    """Return the month that lies some months after this one."""
    return days.shifted_month(scene.now, turn) if scene.now and turn in (-1, 0, 1) else None


def turned_season(numbers: Numbers, scene: Scene) -> Days | None:
    """«прошлым летом», «этой зимой», «будущей весной»."""
    return turned_part(partial(days.season, number=numbers["season"]), "season", numbers["turn"], scene)


def turned_named_month(numbers: Numbers, scene: Scene) -> Days | None:
    """«в прошлом мае», «в нынешнем августе»."""
    month = numbers["month"]
    return turned_part(lambda year: days.months(year, month, month), "month", numbers["turn"], scene)


def turned_part(year_of: YearOf, granularity: Granularity, turn: int, scene: Scene) -> Days:
    """Return the part of a year that is over (-1), nearest (0), or not begun (1)."""
    if scene.now is None or turn not in (-1, 0, 1):
        return counted(None, granularity, "none")
    choices = [stretch for shift in range(-2, 3) if (stretch := year_of(scene.now.year + shift))]
    if turn < 0:
        choices = [stretch for stretch in choices if stretch[1] < scene.now]
    if turn > 0:
        choices = [stretch for stretch in choices if stretch[0] > scene.now]
    return counted(days.meant(choices, scene.now, turn), granularity, scene.anchor)


def weekend(numbers: Numbers, scene: Scene) -> Days | None:
    """«в минувшие выходные», «на выходных»."""
    if scene.now is None:
        return counted(None, "day", "none")
    turn = numbers.get("turn", scene.ahead)
    saturday = days.week(scene.now)[0] + days.DAY * (SATURDAY - 1)
    choices = [(saturday + days.WEEK * week, saturday + days.WEEK * week + days.DAY) for week in (-1, 0, 1)]
    return counted(days.meant(choices, scene.now, turn), "day", scene.anchor)


def bare_season(numbers: Numbers, scene: Scene) -> Days | None:
    """«летом», «весной»: by the tense."""
    return in_year(partial(days.season, number=numbers["season"]), "season", numbers, scene)


def some_days_away(numbers: Numbers, scene: Scene) -> Days | None:
    """«три дня назад», «через два дня»."""
    steps = steps_of(numbers, scene)
    return counted(shifted(scene.now, steps) if steps else None, "day", scene.anchor)


def some_weeks_away(numbers: Numbers, scene: Scene) -> Days | None:
    """«неделю назад», «через две недели»: the whole week."""
    steps = steps_of(numbers, scene)
    stretch = days.week(scene.now + days.WEEK * steps) if scene.now and steps else None
    return counted(stretch, "week", scene.anchor)


def some_months_away(numbers: Numbers, scene: Scene) -> Days | None:
    """«месяц назад», «через полгода»: the whole month."""
    steps = steps_of(numbers, scene)
    stretch = days.shifted_month(scene.now, steps) if scene.now and steps else None
    return counted(stretch, "month", scene.anchor)


def some_years_away(numbers: Numbers, scene: Scene) -> Days | None:
    """«два года назад», «через пять лет»: the whole year."""
    steps = steps_of(numbers, scene)
    year = scene.now.year + steps if scene.now and steps else 0
    return counted(days.years(year, year), "year", scene.anchor)


def steps_of(numbers: Numbers, scene: Scene) -> int:
    """Return how many units away; nothing where a tale of the past goes on («через неделю он умер»)."""
    steps = numbers.get("count", 1) * max(1, numbers["unit"])
    if "ago" in numbers:
        return -steps
    return steps if scene.ahead >= 0 else 0


def later(numbers: Numbers, scene: Scene) -> Days | None:  # noqa: ARG001
    """«спустя неделю», «два года спустя»: counted from what was told, which we do not follow."""
    return counted(None, "vague", "none")


def day_of_this_month(numbers: Numbers, scene: Scene) -> Days | None:
    """«5-го числа»: of this month, or the one before or after, by the tense."""
    if scene.now is None:
        return counted(None, "day", "none")
    around = [days.shifted_month(scene.now, shift) for shift in (-1, 0, 1)]
    choices = [days.day(month[0].year, month[0].month, numbers["day"]) for month in around if month]
    return counted(days.meant(choices, scene.now, scene.ahead), "day", scene.anchor)


def days_about_now(numbers: Numbers, scene: Scene) -> Days | None:
    """«за последние 30 дней», «в ближайшие два месяца»: up to the day of writing, or from it on."""
    if scene.now is None:
        return counted(None, "vague", "none")
    way = 1 if numbers["way"] > 0 else -1
    end = moved(scene.now, way * numbers["count"], numbers)
    return counted((min(end, scene.now), max(end, scene.now)) if end else None, "vague", scene.anchor)


def moved(now: date, count: int, units: Numbers) -> date | None:
    """Return the day that lies some days, weeks, months or years on, or back."""
    if "months" in units or "years" in units:
        month = days.shifted_month(now, count * (12 if "years" in units else 1))
        return month[0 if count < 0 else 1] if month else None
    return now + days.DAY * count * (7 if "weeks" in units else 1)


def duration(numbers: Numbers, scene: Scene) -> Days | None:  # noqa: ARG001
    """«в течение 13 лет», «более двух месяцев»: how long, so no days."""
    return counted(None, "vague", "none")


def vague(numbers: Numbers, scene: Scene) -> Days | None:  # noqa: ARG001
    """«на днях», «недавно», «несколько лет назад»: no days."""
    return counted(None, "vague", "none")


LENGTH = r"(?:[dnf][-l])?[dn](?:,[dn])?[gGmwk]"

RULES = (
    rule(vague, r"v|~[gGmwk]b|T~[gGmwk]"),
    rule(relative_day, r"(?P<shift>[re])z?"),
    rule(same_day, r"(?<=[iI])(?P<turn>t)[kN]"),
    rule(next_day, r"(?<=a)(?P<turn>t)k"),
    rule(turned_part_of_day, r"(?P<turn>t)z"),
    rule(night_before_weekday, r"N(?:f[WV])?[al](?P<weekday>[WV])"),
    rule(weekdays_between, r"f(?P<first>[WV])l(?P<last>[WV])"),
    rule(turned_weekday, r"(?P<turn>t)(?P<weekday>[WV])z?"),
    rule(weekday, r"(?:(?<=[iaflhz])(?=V)|(?=W))(?P<weekday>[WV])z?"),
    rule(part_of_week, r"p(?P<turn>t)?w"),
    rule(edge_of_month, r"(?P<edge>Q)h?(?P<turn>t)?m"),
    rule(part_of_this_month, r"p(?P<turn>t)?m"),
    rule(turned_week, r"(?P<turn>t)w"),
    rule(turned_month, r"(?P<turn>t)m"),
    rule(weekend, r"(?:(?P<turn>t)|(?<=a))X"),
    rule(turned_season, r"(?P<turn>t)(?P<season>[Ss])"),
    rule(turned_named_month, r"(?P<turn>t)(?P<month>[MF])(?!d)"),
    rule(bare_season, r"(?P<season>S)"),
    rule(bare_season, r"(?<=[lh])(?P<season>s)"),
    rule(some_days_away, r"(?P<count>[dn])?(?P<unit>k)(?P<ago>b)"),
    rule(some_days_away, r"T(?P<count>[dn])?(?P<unit>k)"),
    rule(some_weeks_away, r"(?P<count>[dn])?(?P<unit>w)(?P<ago>b)"),
    rule(some_weeks_away, r"T(?P<count>[dn])?(?P<unit>w)"),
    rule(some_months_away, r"(?P<count>[dn])?(?P<unit>m)(?P<ago>b)"),
    rule(some_months_away, r"T(?P<count>[dn])?(?P<unit>m)"),
    rule(some_years_away, r"(?P<count>[dn])?(?P<unit>[gG])(?P<ago>b)"),
    rule(some_years_away, r"T(?P<count>[dn])?(?P<unit>[gG])"),
    rule(later, r"A[dn]?[gGmwk]|[dn]?[gGmwk]A"),
    rule(day_of_this_month, r"(?P<day>d)c"),
    rule(
        days_about_now, r"[Lihl]?(?P<way>[Rt])(?P<count>[dn])(?:(?P<days>k)|(?P<weeks>w)|(?P<months>m)|(?P<years>[gG]))"
    ),
    rule(duration, rf"[Lla][_R]?{LENGTH}"),
    rule(duration, rf"B[_i]{{0,3}}(?P<it>{LENGTH})"),
)
