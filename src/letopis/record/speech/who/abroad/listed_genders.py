"""A name and a title of a language without grammar → whether a man or a woman is meant, as far as the lists tell."""

from functools import lru_cache

from letopis.language.lists import plain, word_list
from letopis.record.names.abroad.listed_titles import title_of

WOMENS = ("ова", "ева", "єва", "ська", "цька", "ская", "цкая", "іна", "їна", "ына", "ява")
MENS = ("ський", "цький", "скі", "цкі", "ов", "ев", "єв", "аў", "оў", "еў", "ін", "їн", "ын")
WOMENS_TITLES = ("ка", "ця", "иня", "ыня", "ні", "пані")


@lru_cache(maxsize=5_000)
def gender_of(name: str, role: str | None, code: str) -> str:
    """Return m or f for somebody, nothing where neither title nor first name tells."""
    words = name.split()
    first = next(
        filter(None, (of_first_name(plain(word.lower()), code) for word in words[: max(1, len(words) - 1)])), ""
    )
    if code != "en" and len(words) == 1:
        first = of_surname(name)
    return of_title(role or "", code) or first


def of_title(role: str, code: str) -> str:
    """Return the gender that a title tells: «Mrs», «spokesman», «речниця»."""
    words = [plain(word.lower()).strip(".,") for word in role.split()]
    if code == "en":
        mens = any(word in word_list(code, "mens_nouns") for word in words)
        womens = any(word in word_list(code, "womens_nouns") for word in words)
        return "f" if womens and not mens else "m" if mens and not womens else ""
    titles = [title for word in words if (title := title_of(word, code))]
    womens = bool(titles) and titles[0].endswith(WOMENS_TITLES) and titles[0] not in word_list(code, "mens_titles")
    return "f" if womens else ""


def of_first_name(first: str, code: str) -> str:
    """Return m or f for a first name, nothing for one that no list has.

    Where a language lists men's names alone, they are those that look like women's: all others in «-а» are women's.
    """
    mens, womens = word_list(code, "mens_names"), word_list(code, "womens_names")
    if womens:
        return next((told for half in first.split("-") if (told := one_of(half, mens, womens))), "")
    return "f" if first.endswith(("а", "я")) and first not in mens else "m"


def one_of(first: str, mens: frozenset[str], womens: frozenset[str]) -> str:
    """Return m or f for a first name that is in one of two lists."""
    return "f" if first in womens else "m" if first in mens else ""


def of_surname(surname: str) -> str:
    """Return m or f for a surname that only women or only men have."""
    low = surname.lower()
    return "f" if low.endswith(WOMENS) else "m" if low.endswith(MENS) else ""
