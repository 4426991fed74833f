"""A word of a Russian name with its case and gender → how the name stands in a dictionary."""

from functools import lru_cache

from pymorphy3.analyzer import Parse

from letopis.language.dictionary import parses
from letopis.language.lists import plain, table, word_list
from letopis.language.words import FORMS

# Endings that a name's stem may be left with are tried down to this many letters: «Си», «Ким» are names too.
SHORTEST = 3

VOWELS = "аеиоуыэюяьй"

# Endings of women's surnames of which the list says how they stand in the nominative.
WOMENS_ENDINGS = ("овой", "евой", "иной", "ыной", "ской", "цкой")

# Endings that leave no doubt what the nominative is: it is this, or only an adjective has it.
NOMINATIVES = ("ая", "яя", "ский", "цкий", "ый", "ую", "юю")

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


def only_case(word: str) -> str:
    """Return the case of a word with an ending that no name has in the nominative: «Асии», «Асию»; else nothing."""
    return {"ии": "Gen", "ию": "Acc"}.get(word[-2:], "") if len(word) > SHORTEST else ""


@lru_cache(maxsize=50_000)
def revived(word: str, gender: str) -> str:
    """Return the nominative of a first name in a case that the tagger does not see: «Грету», «Анжелиной»."""
    case = "Acc" if word[-1] in "ую" else "Ins" if word.endswith(("ой", "ей")) else ""
    if not case or not gender or plain(word.lower()) in word_list("ru", "name_particles"):
        return word
    known = [parse for parse in parses(word) if parse.is_known and "Name" in parse.tag]
    fits = known and FORMS[case] in known[0].tag and not any("nomn" in parse.tag for parse in known)
    return (by_dictionary(word, case, gender) if fits else None) or word


@lru_cache(maxsize=50_000)
def nominative(word: str, case: str, gender: str) -> str:
    """Return the nominative of a word of a person's name; the gender is m or f, the case as in `Word.feats`."""
    if not case or case == "Nom" or not gender:
        return word
    if plain(word.lower()) in word_list("ru", "name_particles"):
        return word
    known = by_dictionary(word, case, gender)
    if known:
        return known
    head, hyphen, last = word.rpartition("-")
    if hyphen and head.lower() in word_list("ru", "name_particles") and last[-1] == "и":
        return word
    if hyphen:
        straight = nominative(last, case, gender)
        surely = last[0].islower() or gender == "m"
        return head_of_double(head, case, gender, surely=surely) + hyphen + straight
    return by_noun(word, case, gender) or by_adjective(word, gender) or by_endings(word, case, gender)


def head_of_double(head: str, case: str, gender: str, *, surely: bool) -> str:
    """Return the first half of a double name: that of Карла-Эрика bends, that of Касым-Жомарта does not."""
    known = by_dictionary(head, case, gender)
    if known:
        return known
    bent = by_endings(head, case, gender)
    if surely and head[-1] in "аум" and bent[-1] not in VOWELS:
        return bent
    return bent if bent != head and bent[-2:] in {"ов", "ев", "ин", "ий", "ва", "на", "ая"} else head


def by_dictionary(word: str, case: str, gender: str) -> str | None:
    """Return the nominative of a name that pymorphy's dictionary knows as one, else None."""
    fitting = [
        parse for parse in parses(word) if parse.is_known and names_a_person(parse) and fits(parse, case, gender)
    ]
    bending = next((parse for parse in fitting if "Fixd" not in parse.tag), None)
    if bending is None:
        return bent_elsewhere(word, case, gender) if fitting else None
    form = bending.inflect({"nomn", "sing"})
    return capitals_of(word, str(form.word)) if form else None


def bent_elsewhere(word: str, case: str, gender: str) -> str:
    """Return a name that never bends as it stands, unless it may be a form of another: «Анне» of «Анна»."""
    other = by_endings(word, case, gender)
    bends = any(names_a_person(parse) and parse.is_known and "Fixd" not in parse.tag for parse in parses(other))
    return other if bends else word


def by_noun(word: str, case: str, gender: str) -> str | None:
    """Return the nominative of a man's surname that is a common noun: Корня, Соловья, Дудки."""
    if gender != "m":
        return None
    for parse in parses(word):
        normal = str(parse.normal_form)
        if is_noun_in(parse, case) and is_surname_like(word, normal, parse.tag.gender):
            return capitals_of(word, normal)
    return None


def is_noun_in(parse: Parse, case: str) -> bool:
    """Say whether a reading is a noun of the dictionary in the singular of a case."""
    wanted = {"NOUN", "sing", FORMS.get(case)}
    return bool(parse.is_known) and wanted <= parse.tag.grammemes


def is_surname_like(word: str, normal: str, gender: str) -> bool:
    """Say whether endings alone would not lead a form back to a noun: a vowel came back, or it ends as «Дудки»."""
    return is_fleeting(word, normal) if gender == "masc" else word[-1] == "и" and normal[-1] in "ая"


def by_adjective(word: str, gender: str) -> str | None:
    """Return the nominative of a woman's surname in «ой»: Глубокая, as an adjective is known, or else Пьеха."""
    low = word.lower()
    if gender != "f" or not low.endswith("ой"):
        return None
    if any(parse.is_known and parse.tag.POS == "ADJF" for parse in parses(word)):
        return word[:-2] + "ая"
    return None if low.endswith(WOMENS_ENDINGS) else word[:-2] + "а"


def is_fleeting(word: str, normal: str) -> bool:
    """Say whether a nominative has a vowel that the form in hand has dropped: заяц and зайца, корень and корня."""
    return not plain(word.lower()).startswith(plain(normal).rstrip("ьй"))


def names_a_person(parse: Parse) -> bool:
    """Say whether a reading is a first name, a surname or a patronymic."""
    return bool(parse.tag.grammemes & {"Name", "Surn", "Patr"})


def fits(parse: Parse, case: str, gender: str) -> bool:
    """Say whether a reading has the case and the gender."""
    genders = {"m": {"masc", "ms-f"}, "f": {"femn", "ms-f"}}[gender]
    return FORMS.get(case) in parse.tag.grammemes and parse.tag.gender in genders and parse.tag.number == "sing"


def by_endings(word: str, case: str, gender: str) -> str:
    """Return the nominative by the list of endings; a word with none of them stands as it is."""
    low = word.lower()
    for ending, of, cases, instead in endings():
        long_enough = len(low) > len(ending) + 1
        if of == gender and case in cases and low.endswith(ending) and long_enough:
            return softened(word[: len(word) - len(ending)] + instead)
    return word


def softened(word: str) -> str:
    """Return a nominative with «й» where «ь» would stand behind a vowel: Зей."""
    return word[:-1] + "й" if word[-1] == "ь" and word[-2] in VOWELS else word


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
