"""A word of a Russian name with its case and gender → how the name stands in a dictionary."""

from functools import lru_cache

from pymorphy3.analyzer import Parse

from letopis.language.lists import plain, table
from letopis.language.words import FORMS, parses

# Endings that a name's stem may be left with are tried down to this many letters: «Си», «Ким» are names too.
SHORTEST = 3

VOWELS = "аеиоуыэюяьй"

# Endings longer than a vowel, under which forms of one name may differ: Белого, Белому; Белова, Беловым.
ENDINGS = (
    "ого",
    "его",
    "ому",
    "ему",
    "ая",
    "яя",
    "ую",
    "юю",
    "ой",
    "ей",
    "ый",
    "ий",
    "ым",
    "им",
    "ом",
    "ем",
    "ою",
    "ею",
)


@lru_cache(maxsize=50_000)
def roots(word: str) -> frozenset[str]:
    """Return what the forms of a name have in common: two words that share a root may be one name in two cases."""
    low = plain(word.lower())
    cut = {low} | {low.removesuffix(end) for end in ENDINGS if low.endswith(end)}
    if low[-1:] in VOWELS:
        cut.add(low[:-1])
    return frozenset(root for root in cut | fleeting(low) if len(root) >= SHORTEST) or frozenset({low})


def fleeting(low: str) -> set[str]:
    """Return the word without the vowel that other cases drop: Павел, Павла."""
    bare = len(low) > SHORTEST and low[-2] in "ео" and low[-1] not in VOWELS and low[-3] not in VOWELS
    return {low[:-2] + low[-1]} if bare else set()


@lru_cache(maxsize=50_000)
def nominative(word: str, case: str, gender: str) -> str:
    """Return the nominative of a word of a person's name; the gender is m or f, the case as in `Word.feats`."""
    if not case or case == "Nom" or not gender:
        return word
    head, hyphen, last = word.rpartition("-")
    known = by_dictionary(word, case, gender)
    if known:
        return known
    if hyphen:
        return head_of_double(head, case, gender) + hyphen + nominative(last, case, gender)
    return by_endings(word, case, gender)


def head_of_double(head: str, case: str, gender: str) -> str:
    """Return the first half of a double name: Салтыкова-Щедрина has one that bends, Касым-Жомарта one that does not."""
    bent = by_endings(head, case, gender)
    return bent if bent != head and bent[-2:] in {"ов", "ев", "ин", "ий", "ва", "на", "ая"} else head


def by_dictionary(word: str, case: str, gender: str) -> str | None:
    """Return the nominative of a name that pymorphy's dictionary knows as one, else None."""
    for parse in parses(word):
        if parse.is_known and names_a_person(parse) and fits(parse, case, gender):
            form = parse.inflect({"nomn", "sing"})
            return capitals_of(word, str(form.word)) if form else None
    return None


def names_a_person(parse: Parse) -> bool:
    """Say whether a reading is a first name, a surname or a patronymic."""
    return bool(parse.tag.grammemes & {"Name", "Surn", "Patr"})


def fits(parse: Parse, case: str, gender: str) -> bool:
    """Say whether a reading has the case and the gender."""
    genders = {"m": {"masc", "ms-f"}, "f": {"femn", "ms-f"}}[gender]
    return FORMS.get(case) in parse.tag and parse.tag.gender in genders and parse.tag.number == "sing"


def by_endings(word: str, case: str, gender: str) -> str:
    """Return the nominative by the list of endings; a word with none of them stands as it is."""
    low = word.lower()
    for ending, of, cases, instead in endings():
        long_enough = len(low) > len(ending) + 1
        if of == gender and case in cases and low.endswith(ending) and long_enough:
            return word[: len(word) - len(ending)] + instead
    return word


@lru_cache(maxsize=1)
def endings() -> list[tuple[str, str, list[str], str]]:
    """Return the list of endings, longest first."""
    rows = [
        (end, gender, cases.split(","), new.strip("-")) for end, gender, cases, new in table("ru", "surname_endings")
    ]
    return sorted(rows, key=lambda row: -len(row[0]))


def capitals_of(model: str, word: str) -> str:
    """Return the word with the capitals of the model, hyphen by hyphen: «Премьер-министр», «Карл-Эрик»."""
    if model.isupper():
        return word.upper()
    large = [part[:1].isupper() for part in model.split("-")]
    parts = word.split("-")
    if len(parts) != len(large):
        large = [large[0]] * len(parts)
    return "-".join(part[:1].upper() + part[1:] if up else part for part, up in zip(parts, large, strict=True))
