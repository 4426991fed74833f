"""The words of a sentence → the numbers they write, in digits or in words."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from letopis.language.lists import table

SCALE = 100


def numbers(words: Sequence[str], bases: Sequence[str], code: str | None) -> Iterator[tuple[int, int, float]]:
    """Give the numbers of a sentence: the first word's place, the place after the last, the value."""
    at = 0
    while at < len(words):
        stop, value = number_at(words, bases, code, at)
        if stop > at:
            yield at, stop, value
        at = max(stop, at + 1)


def number_at(words: Sequence[str], bases: Sequence[str], code: str | None, at: int) -> tuple[int, float]:
    """Read the number that begins at a word: `12`, `2,5 тысячи`, `двадцать пять`; no number ends where it begins."""
    total, part, stop = 0.0, 0.0, at
    while stop < len(words) and (value := value_of(words[stop], bases[stop], code)) is not None:
        if value >= SCALE and 0 < part < value and not words[stop][0].isdigit():
            total, part = total + part * value, 0.0
        elif stop > at and words[stop][0].isdigit():
            break
        else:
            part += value
        stop += 1
    return stop, total + part


def value_of(word: str, base: str, code: str | None) -> float | None:
    """Return the value of a number in digits or in a word; None for other words."""
    digits = word.replace(",", ".").replace("\u00a0", "").replace(" ", "")
    if digits[:1].isdigit():
        return float(digits) if digits.replace(".", "", 1).isdecimal() and digits.isascii() else None
    return numerals(code or "").get(base)


@cache
def numerals(code: str) -> Mapping[str, float]:
    """Return a language's words for numbers."""
    return {form.strip(): float(row[0]) for row in table(code, "numerals") for form in row[1].split(",")}
