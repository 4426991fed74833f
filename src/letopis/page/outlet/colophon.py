"""A line of copyright → whose it is: "© 2004–2013, Goryansk Gazette. All rights reserved"."""

import re
from functools import cache

from letopis.language.lists import plain
from letopis.page.head.writers import known, listed
from letopis.page.outlet.address import bare

SIGN = re.compile(r"©|\(c\)|\bcopyright\b", re.IGNORECASE)
YEARS = re.compile(r"\(?\b(?:19|20)\d\d\b(?:\s?[-–—/]\s?(?:19|20)\d\d\b)?(?:\s?гг?\.)?\)?,?")
ENDS = re.compile(r"\s[|·•–—-](?:\s|$)|(?<!\b\w)[.;:|┊│](?:\s|$)|,\s")
LONGEST_LINE, LONGEST, MOST_WORDS = 160, 40, 5


def owner_of(line: str) -> str | None:
    """Return the name beside the sign of copyright in a line with a year; that of a firm ("Ltd") is no outlet's."""
    signs = list(SIGN.finditer(line)) if len(line) < LONGEST_LINE else []
    if not signs or not YEARS.search(line):
        return None
    for side in (line[signs[-1].end() :], line[: signs[0].start()]):
        name = bare(ENDS.split(unsaid(YEARS.sub(" ", side)).strip(" ,.;:|–—-"), maxsplit=1)[0])
        if is_outlet(name):
            return name
    return None


def unsaid(words: str) -> str:
    """Return words up to those that say that all rights are reserved."""
    found = rights().search(plain(words.casefold()))
    return words[: found.start()] if found else words


@cache
def rights() -> re.Pattern[str]:
    """Return how pages say that all rights are reserved, in all our languages."""
    return re.compile("|".join(map(re.escape, listed("rights"))))


def is_outlet(name: str) -> bool:
    """Say whether words may be the name of an outlet."""
    words = [word.strip("«»\"'.,").casefold() for word in name.split()]
    if not words or len(words) > MOST_WORDS or len(name) > LONGEST or not known("legal_forms").isdisjoint(words):
        return False
    return name[0].isupper() or name[0] in '«"“' or name[1:] != name[1:].lower()
