"""A name as an article gives it → what may be compared across articles: surname, given name, patronymic."""

import unicodedata
from functools import cache

import msgspec

from letopis.language.lists import word_list

WITH_PATRONYMICS = ("ru", "uk", "be")

# Who bears a given name and a surname: an id, the fullest form of the name, the patronymic where one is known.
Known = tuple[int, str, str]


class NameParts(msgspec.Struct, frozen=True):
    """A person's name, folded: `given` is empty for a lone surname and ends in a full stop for an initial."""

    surname: str
    given: str
    patronymic: str

    @property
    def lone(self) -> bool:
        """Say whether the name leaves open which of a surname's bearers is meant."""
        return not self.given or self.given.endswith(".")


def folded(words: str) -> str:
    """Return words with their case, «ё», blanks and kinds of hyphen and apostrophe evened out."""
    plain = unicodedata.normalize("NFC", words).casefold().replace("ё", "е")
    return " ".join(plain.replace("‑", "-").replace("’", "'").replace("ʼ", "'").split())


def parts_of(name: str) -> NameParts:
    """Return the parts of a name in its dictionary form."""
    words = folded(name).replace(".", ". ").split()
    match [word for word in words if not initial(word)]:
        case [] | [_] as full:
            return NameParts(surname=(full or words or [""])[-1], given=first_initial(words), patronymic="")
        case [given, middle, surname] if patronymic(middle):
            return NameParts(surname=surname, given=given, patronymic=middle)
        case [surname, given, last] if patronymic(last):
            return NameParts(surname=surname, given=given, patronymic=last)
    return NameParts(surname=words[-1], given=" ".join(words[:-1]), patronymic="")


def initial(word: str) -> bool:
    """Say whether a word is an initial: one letter, with or without its full stop, or half of a hyphened pair."""
    return len(word.strip(".-")) <= 1


def first_initial(words: list[str]) -> str:
    """Return the first initial among words as `а.`, or nothing where there is none."""
    return next((f"{word[0]}." for word in words if initial(word) and word[0].isalpha()), "")


def patronymic(word: str) -> bool:
    """Say whether a word ends as patronymics do."""
    return any(word.endswith(ending) and len(word) > len(ending) + 1 for ending in endings())


@cache
def endings() -> frozenset[str]:
    """Return how patronymics end in the languages that have them."""
    return frozenset().union(*(word_list(code, "patronymics") for code in WITH_PATRONYMICS))


def fits(parts: NameParts, given: str) -> bool:
    """Say whether a lone surname, with the initial it may have, can be short for a bearer of a given name."""
    return not parts.given or given.startswith(parts.given[:-1])


def bearer(parts: NameParts, known: list[Known]) -> Known | None:
    """Return whom a full name means among the known bearers of its given name and surname.

    A patronymic keeps apart whom it differs for; a name without one means the bearer met first.
    """
    same = [each for each in known if not parts.patronymic or each[2] in {"", parts.patronymic}]
    return min(same, key=lambda each: (each[2] != parts.patronymic, each[0]), default=None)
