"""A role as it stands in a sentence → the role as a dictionary would have it: «министр обороны Казахстана»."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from letopis.language.dictionary import parses
from letopis.language.lists import plain, word_list
from letopis.language.parsed import Word
from letopis.language.words import FORMS
from letopis.record.names.countries import Called
from letopis.record.names.declension import capitals_of
from letopis.record.names.roles.offices import Phrase, is_acting, is_deputy, is_initials


def told(phrase: Phrase, countries: Sequence[Called]) -> str:
    """Return a role as a dictionary would have it, «страны» and the like told by the country's name."""
    forms = [spoken(word, at, phrase, countries) for at, word in enumerate(phrase.words)]
    pairs = zip(phrase.words, phrase.words[1:], forms[1:], strict=False)
    role = forms[0] + "".join(" " * (word.span.start > left.span.stop) + form for left, word, form in pairs)
    first = phrase.words[0]
    named = first.text.isupper() or (first.pos == "PROPN" and phrase.head)
    return role if named else role[0].lower() + role[1:]


def points_back(phrase: Phrase) -> bool:
    """Say whether a role leaves to other words whose it is: «президент страны», «владелец которой»."""
    return any(word.lemma in word_list("ru", "homelands") or word.lemma == "который" for word in phrase.words)


def spoken(word: Word, at: int, phrase: Phrase, countries: Sequence[Called]) -> str:
    """Return one word of a role: the noun and what describes it in the nominative, the rest as it stands."""
    if at == phrase.head:
        return singular(word)
    if at < phrase.head:
        return described(word, phrase.words[phrase.head])
    if word.lemma in word_list("ru", "homelands"):
        known = countries[: bisect_left(countries, word.span.start, key=lambda place: place.span.start)]
        return next((place.country.genitive for place in reversed(known) if place.country.genitive), word.text)
    return word.text


def singular(noun: Word) -> str:
    """Return the dictionary form of a role's noun, «ё» kept."""
    if is_initials(noun):
        return noun.text
    if is_acting(noun):
        return capitals_of(noun.text, "исполняющая" if noun.feats.get("Gender") == "Fem" else "исполняющий")
    for parse in parses(noun.text):
        if plain(str(parse.normal_form)) == noun.lemma and not is_deputy(noun):
            return capitals_of(noun.text, str(parse.normal_form))
    return noun.text


def described(adjective: Word, noun: Word) -> str:
    """Return an adjective as it stands before the dictionary form of its noun."""
    return straight(adjective.text, adjective.lemma, FORMS.get(noun.feats.get("Gender", "Masc"), "masc"))


# Bending a word back makes all its forms: the same adjectives come again in most articles.
@lru_cache(maxsize=20_000)
def straight(adjective: str, lemma: str, gender: str) -> str:
    """Return an adjective in the nominative of a gender; one that bends otherwise stands as it is."""
    for parse in parses(adjective):
        if parse.tag.POS in {"ADJF", "PRTF"} and plain(str(parse.normal_form)) == lemma:
            form = parse.inflect({"nomn", "sing", gender})
            return capitals_of(adjective, str(form.word)) if form else adjective
    return adjective
