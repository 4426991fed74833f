"""Days, times, counts and quoted words → how a language prints them for its readers."""

from datetime import date, datetime, time
from functools import cache, lru_cache

from babel import Locale, dates

from letopis.language.lists import table

KNOWN = ("ru", "be", "uk", "en")

# Languages whose lists do not say how they quote are printed as English books are.
MARKS = {"ru": ("«»", "„“"), "be": ("«»", "„“"), "uk": ("«»", "„“"), "en": ("“”", "‘’")}

# A year's four digits, and what looks like one, stand together.
SET_APART = 10_000

# English first, where a language is not known: so the portal has one look for all it does not speak.
FALLBACK = "en"
# A long page prints few days many times.
MOST_DAYS = 10_000


@lru_cache(maxsize=MOST_DAYS)
def day_in(day: date, code: str | None) -> str:
    """Return a day as a reader writes it: «6 ноября 2026», "6 November 2026"."""
    return dates.format_date(day, "d MMMM y", locale=locale(code))


@lru_cache(maxsize=MOST_DAYS)
def day_of_year_in(day: date, code: str | None) -> str:
    """Return a day whose year the reader knows: «6 ноября», "6 November"."""
    return dates.format_date(day, "d MMMM", locale=locale(code))


def weekday_in(day: date, code: str | None) -> str:
    """Return a day with the day of its week: «пятница, 6 ноября 2026»."""
    return dates.format_date(day, "EEEE, d MMMM y", locale=locale(code))


def time_in(moment: datetime, code: str | None) -> str:
    """Return a time of day on the clock of the moment's own zone: «14:05»."""
    return minute_in(time(moment.hour, moment.minute), code)


@lru_cache(maxsize=MOST_DAYS)
def minute_in(minute: time, code: str | None) -> str:
    """Return a minute of the day."""
    return dates.format_time(minute, "HH:mm", locale=locale(code))


def count_in(count: int, noun: str, code: str | None) -> str:
    """Return a number with its noun in the form the number asks for («41 статья»); `noun` is a key of `nouns.tsv`."""
    forms = nouns(code if code in KNOWN else FALLBACK)[noun]
    return f"{number_in(count, code)} {forms[locale(code).plural_form(count)]}"


def number_in(number: int, code: str | None) -> str:
    """Return a number with its thousands set apart as the language does."""
    if abs(number) < SET_APART:
        return str(number)
    return f"{number:,}".replace(",", "," if locale(code).language == "en" else "\xa0")


def quoted(text: str, code: str | None) -> str:
    """Return the text in the language's quotation marks; marks of the same kind inside become its inner ones."""
    outer, inner = MARKS.get(code or "", MARKS[FALLBACK])
    return outer[0] + text.translate(str.maketrans(outer, inner)) + outer[1]


@cache
def locale(code: str | None) -> Locale:
    """Return the locale of a language we know, else the fallback's."""
    return Locale.parse({"en": "en_GB"}.get(code or "", code) if code in KNOWN else "en_GB")


@cache
def nouns(code: str) -> dict[str, dict[str, str]]:
    """Return the forms of the nouns that are counted: key → plural category of Unicode's CLDR → form."""
    return {key: dict(zip(CATEGORIES[len(forms)], forms, strict=True)) for key, *forms in table(code, "nouns")}


CATEGORIES = {2: ("one", "other"), 4: ("one", "few", "many", "other")}
