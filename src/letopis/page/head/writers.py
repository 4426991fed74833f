"""The words of a byline → names: split, without "by" and roles; who is an outlet, a desk, an agency, a login."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from html import unescape

from letopis.language.lists import plain, word_list
from letopis.page.facts import folded

CODES = ("en", "ru", "be", "uk", "de", "fr", "es", "pt", "it", "pl", "nl", "sv", "da", "nb")
FEWEST_WORDS, MOST_WORDS, LONGEST, SHORTEST = 2, 4, 45, 5
MOST_LETTERS, LONGEST_LINE = 5, 1_000
BETWEEN = re.compile(
    r"\s*(?:,|;|/|&|\||[·•●⋅∙\n]|\s(?:and|und|et|y|e|и|і|i|og|och|en|ja|oraz|with)\s)\s*", re.IGNORECASE
)
COMMA = re.compile(r"\s*[,;\n]\s*")
TAIL = re.compile(r"\s[-–—|•·]\s|\s\(|\sfor the\s")
GLUED = re.compile(r"[^\W\d_A-ZА-ЯІЎЁЄЇ](?=[A-ZА-ЯІЎЁЄЇ][^\W\d_])")
DOMAIN = re.compile(
    r"(?:https?:|www\.|[@/#])|\.(?:com|org|net|info|ru|by|ua|de|fr|uk|io|co|tv)\b|^[\w-]{3,}\.[a-z]{2,3}$",
    re.IGNORECASE,
)
NOISE = re.compile(r"[()\[\]{}<>=*_:!?\"“”„«»]|(?<![A-ZА-ЯІЎЁЄЇ\d])\d")  # "TV24" is a name
WIDE = re.compile(r"[\u0590-\u06ff\u0900-\u0e7f\u10a0-\u10ff\u3040-\u9fff\uac00-\ud7af]")  # letters without capitals
PARTICLES = frozenset("de da di del della van von der den la le du dos das do bin ben ibn al el ter zu".split())  # noqa: SIM905


@cache
def listed(name: str) -> tuple[str, ...]:
    """Return a word list of all languages, longest first."""
    return tuple(sorted(known(name), key=len, reverse=True))


@cache
def known(name: str) -> frozenset[str]:
    """Return a word list of all languages, to look a word up in it."""
    return frozenset(word for code in CODES for word in word_list(code, name))


@lru_cache(1024)  # a line near the headline is asked several times
def without_lead(text: str) -> str:
    """Return a byline without its "by"."""
    lowered = plain(text.lower())
    if len(lowered) != len(text) or not lowered.startswith(listed("byline_words")):
        return text
    for lead in listed("byline_words"):
        rest = text[len(lead) :]
        if lowered.startswith(lead) and (rest[:1] in (" ", ":", "\n") or glued(lead, rest)):
            return rest.lstrip(" :\n")
    return text


def glued(lead: str, rest: str) -> bool:
    """Say whether a name runs on from its "by" without a space, as "ByAnn Lee" does."""
    return len(rest.split()) >= FEWEST_WORDS and rest[0].isupper() and rest[1:2].islower() and lead[-1].isalpha()


def parted(names: str) -> list[str]:
    """Split "A B and C D" into names; what follows a bar or a dash is no name."""
    first = TAIL.split(names, maxsplit=1)[0]
    return [part for part in BETWEEN.split(first) if part]


def names_in(line: str) -> list[str]:
    """Return the names that a line gives: those parts of it that look like names, else all that are no address."""
    if "://" in line:
        return []
    line = "\n".join(" ".join(each.split()) for each in unescape(line[:LONGEST_LINE]).split("\n"))
    parts = [part for part in map(cleaned, phrases(line)) if part and not DOMAIN.search(part)]
    return [part for part in parts if is_name(part)] or [part for part in parts if not NOISE.search(part)]


def phrases(line: str) -> Iterator[str]:
    """Yield the parts of a line of names, without a post after a comma: "Ann Lee, head of art and print"."""
    for at, phrase in enumerate(COMMA.split(TAIL.split(line, maxsplit=1)[0])):
        parts = [part for part in BETWEEN.split(phrase) if part]
        if at and phrase.partition(" ")[0].casefold() in known("ranks"):
            continue
        if at == 0 or len(parts) == 1 or all(map(is_name, parts)):
            yield from parts


def cleaned(name: str) -> str:
    """Return a name as a reader would write it; nothing where it is too long for one."""
    name = " ".join(name.split())
    # "Von" and "Di" are a "by" on a line of their own, but in data they begin a surname.
    if name.partition(" ")[0].lower() not in PARTICLES:
        name = without_lead(name)
    name = without_rank(name.strip(" .,;:|-–—&"))
    return "" if len(name) > 2 * LONGEST else name


def without_rank(name: str) -> str:
    """Return a name without the post that runs on after it: "Ann Lee Senior Writer"."""
    words = name.split()
    ranks = (at for at in range(FEWEST_WORDS, len(words)) if words[at].casefold() in known("ranks"))
    return " ".join(words[: next(ranks, len(words))])


def is_name(text: str) -> bool:
    """Say whether words look like a person's name: two to four of them, each with a capital."""
    words = [word for word in text.split() if word not in PARTICLES]  # "Ben" and "Al" are first names, too
    if not FEWEST_WORDS <= len(words) <= MOST_WORDS or not SHORTEST <= len(text) <= LONGEST:
        return False
    if NOISE.search(text) or is_collective(text):
        return False
    return all(word[0].isupper() for word in words)


def is_collective(name: str) -> bool:
    """Say whether a name is a desk's, an agency's, or a post's: "Staff reporter", "Редакция", "AFP"."""
    lowered = plain(name.casefold())
    words = re.findall(r"\w+", lowered)
    if not known("collectives").isdisjoint(words) or lowered in known("wires") or is_acronym(name):
        return True
    return len(words) > 1 and lowered.replace(".", "").strip().endswith(firms())


@cache
def firms() -> tuple[str, ...]:
    """Return with what the names of firms end."""
    return tuple(f" {form}" for form in listed("legal_forms"))


def is_acronym(name: str) -> bool:
    """Say whether a name is one short word in capitals."""
    return name.isupper() and len(name) <= MOST_LETTERS and name.isalpha() and not WIDE.search(name)


def is_login(name: str) -> bool:
    """Say whether a name is what somebody signs in with: one word without a capital."""
    return " " not in name and not WIDE.search(name) and name[:1] == name[:1].lower()


def is_house(name: str, house: frozenset[str]) -> bool:
    """Say whether a name is the outlet's own."""
    return folded(name) in house


def of_house(name: str, house: frozenset[str]) -> bool:
    """Say whether a name begins with the outlet's, as "Listok Partner Studio" does."""
    words = name.split()
    return any(folded(" ".join(words[:length])) in house for length in range(1, len(words)))
