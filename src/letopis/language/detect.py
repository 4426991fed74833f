"""A text, and what its page declares → the code of its language, or None where nothing can be said."""

import re
import unicodedata
from collections import Counter
from functools import cache

from letopis.language.lists import table, word_list

# As much of a text tells its language as well as all of it.
READ = 1_200

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")

KNOWN = ("ru", "be", "uk", "en")
# Languages that we can name and not read: one that is full of a known language's words is that one.
NAMED = {
    "CYRILLIC": ("bg", "kk", "ky", "mk", "sr"),
    "LATIN": (
        *("cs", "de", "es", "et", "fr", "hu", "it", "lt", "lv", "nl"),
        *("pl", "pt", "ro", "sk", "sr", "sv", "tr"),
    ),
}
# Of a known language's text so many words are frequent ones: with fewer the others are asked.
SURELY = 5
LEAST = 20
# With a letter that no known language has in so many of its words a text is in none of them.
STRANGE = 10

SCRIPTS: dict[str, str | None] = {
    "GREEK": "el",
    "GEORGIAN": "ka",
    "ARMENIAN": "hy",
    "HEBREW": "he",
    "HANGUL": "ko",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "CJK": "zh",
    "THAI": "th",
}


def language_of(text: str, declared: str | None = None) -> str | None:
    """Return the ISO code of a text's language: by its letters and most frequent words, else as declared."""
    start = text[:READ].casefold()
    said = (declared or "").strip().casefold().replace("_", "-").partition("-")[0]
    script = script_of(start)
    if script in {"CYRILLIC", "LATIN"}:
        return by_words(start, script, declared_in(said, script))
    # Many languages share Arabic's letters, and others': there the page's own word is all there is.
    return SCRIPTS.get(script or "") or (said if said and said not in KNOWN else None)


def declared_in(said: str, script: str) -> str | None:
    """Return the declared language unless it cannot be written in the script."""
    cyrillic = {"ru", "be", "uk", "bg", "mk", "sr", "kk", "ky", "tg", "mn", "tt", "ba", "cv", "ce", "os"}
    if script == "CYRILLIC":
        return said if said in cyrillic else None
    return said if said and said not in cyrillic - {"sr", "kk", "tt"} else None


def script_of(text: str) -> str | None:
    """Return the script of most letters, named as Unicode names it."""
    seen: Counter[str] = Counter()
    for letter, count in Counter(text).items():
        if letter.isalpha():
            seen[script_of_letter(letter)] += count
    # Japanese mixes kana into Chinese characters: a tenth of kana makes it Japanese.
    kana = seen["HIRAGANA"] + seen["KATAKANA"]
    if kana * 10 > seen.total() > 0:
        return "HIRAGANA"
    return seen.most_common(1)[0][0] if seen else None


@cache
def script_of_letter(letter: str) -> str:
    """Return the first word of a letter's Unicode name."""
    return unicodedata.name(letter, "").partition(" ")[0]


def by_words(text: str, script: str, declared: str | None = None) -> str | None:
    """Return the one language whose letters and frequent words a text has most of; what is declared, if too few."""
    words, present = WORD.findall(text), frozenset(text)
    points = [points_of(words, present, code) for code in KNOWN]
    *_, second, most = sorted(points)
    known = KNOWN[points.index(most)] if most > second and most * LEAST >= len(words) else None
    if known and holding(words, strange() & present) * STRANGE >= len(words) > 0:
        known, most = None, 0
    if known and most * SURELY >= len(words) and declared not in NAMED[script]:
        return known
    return named(words, script, declared, most) or known or declared


def named(words: list[str], script: str, declared: str | None, least: int) -> str | None:
    """Return the language, of those we can only name, of whose frequent words a text has most, and more than `least`.

    A declared one is believed where another has not twice as many.
    """
    points = {code: sum(word in word_list(code, "frequent") for word in words) for code in NAMED[script]}
    best = max(points, key=lambda code: (points[code], code == declared))
    if declared in points and points[declared] * 2 >= points[best]:
        best = declared
    return best if points[best] > least and points[best] * LEAST >= len(words) else None


@cache
def strange() -> frozenset[str]:
    """Return the letters of Cyrillic that no known language has."""
    lists = [letters(code, "foreign_letters") for code in KNOWN if code != "en"]
    return frozenset.intersection(*lists)


def points_of(words: list[str], present: frozenset[str], code: str) -> int:
    """Return what words speak for a language: frequent, with a letter its neighbours lack, a foreign one."""
    frequent = word_list(code, "frequent")
    own, foreign = letters(code, "letters") & present, letters(code, "foreign_letters") & present
    return sum(map(frequent.__contains__, words)) + holding(words, own) - holding(words, foreign)


def holding(words: list[str], wanted: frozenset[str]) -> int:
    """Return how many words have one of the letters."""
    left = words
    for letter in wanted:
        left = [word for word in left if letter not in word]
    return len(words) - len(left)


@cache
def letters(code: str, name: str) -> frozenset[str]:
    """Return a list of letters of a language."""
    return frozenset(letter for (letter,) in table(code, name))
