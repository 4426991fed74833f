"""Words of a title → the countries it names: «президент Франции» and «французский лидер» are of one."""

from collections.abc import Iterable
from functools import cache

from letopis.language.lists import plain, table
from letopis.record.names.countries import adjectives, longest, names
from letopis.record.speech.seen.view import View

# Nouns for whoever is at the head of a country, whatever his office.
RULERS = frozenset({"глава", "лидер", "руководитель", "правитель"})
RESIDENTS = frozenset({"житель", "жительница", "гражданин", "гражданка", "уроженец", "уроженка"})
NAMES = frozenset({"NOUN", "PROPN", "ADJ", "X"})


def lands_in(view: View, first: int, stop: int) -> frozenset[str]:
    """Return the countries that some words name, by name or by adjective."""
    return frozenset(name for at in range(first, stop) if (name := land_at(view, at)))


@cache
def peoples(code: str) -> dict[str, str]:
    """Return the countries of those who are called by them: «немка» is of Germany."""
    return {plain(noun): land for land, man, woman in table(code, "peoples") for noun in (man, woman)}


def residents(code: str, noun: str) -> frozenset[str]:
    """Return the nouns by which whoever is of a country may be called again: «американец», «житель США»."""
    known = RESIDENTS | peoples(code).keys()
    return known if noun in known else frozenset()


def land_at(view: View, at: int) -> str | None:
    """Return the country named at a word; cities and regions have no governments of the same titles."""
    word = view.words[at]
    if word.pos not in NAMES:
        return None
    if word.lemma in peoples(view.code or ""):
        return peoples(view.code or "")[word.lemma]
    named = longest(view.words, at)[1] if word.text[0].isupper() else None
    country = named or (adjectives().get(word.lemma) if word.pos == "ADJ" else None)
    return country.name if country and country.genitive else None


def lands_called(lemmas: Iterable[str]) -> frozenset[str]:
    """Return the countries that words in dictionary form name, each by itself."""
    known = (names().get((lemma,)) or names().get((lemma.upper(),)) or adjectives().get(lemma) for lemma in lemmas)
    return frozenset(country.name for country in known if country and country.genitive)


def of_other_land(lands: frozenset[str], others: frozenset[str]) -> bool:
    """Say whether two titles are of different countries, as far as both name one."""
    return bool(lands and others) and not lands & others


def both_rule(nouns: set[str], of: Iterable[str]) -> bool:
    """Say whether two titles are of the head of a country: `французский лидер` is its president, no premier is."""
    return bool(nouns & RULERS) and all(lands_called([word]) for word in of)
