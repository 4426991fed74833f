"""Words → the country they name: by its names, its abbreviations, its adjectives."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

import msgspec

from letopis.language.dictionary import found, parses
from letopis.language.lists import plain, table, word_list
from letopis.language.parsed import Parsed, Word
from letopis.language.words import lemma
from letopis.model import Span


class Country(msgspec.Struct, frozen=True):
    """A country's name and its genitive, «Казахстан» and «Казахстана»; the genitive is empty for cities and regions."""

    name: str
    genitive: str


class Called(msgspec.Struct, frozen=True):
    """A place in the text where a country is named; by its adjective («казахстанский») or its name."""

    country: Country
    span: Span
    adjective: bool


def called(parsed: Parsed) -> tuple[Called, ...]:
    """Return every place where a text names a country, in order."""
    looked = called_in if parsed.code == "ru" else spelled_in
    return tuple(place for sentence in parsed.sentences for place in looked(sentence.words))


def spelled_in(words: Sequence[Word]) -> Iterator[Called]:
    """Yield the countries that a sentence of another language spells as Russian does: its other forms are unknown.

    The first word of a sentence has a capital in any case: «Мали» is a verb in Ukrainian.
    """
    for before, word in pairwise(words):
        if word.text[0].isupper() and before.text[-1].isalnum() and word.text in spellings():
            yield Called(spellings()[word.text], word.span, adjective=False)


def called_in(words: Sequence[Word]) -> Iterator[Called]:
    """Yield the countries that a sentence names, the longest names first."""
    by_adjective = adjectives()
    over = 0
    # Of ten words nine can name no country: they are left out before anything else is asked of them.
    likely = [(at, word) for at, word in enumerate(words) if word.text[0].isupper() or word.lemma in by_adjective]
    for at, word in likely:
        length, country = longest(words, at) if at >= over and word.text[0].isupper() else (0, None)
        if country:
            over = at + length
            yield Called(country, Span(word.span.start, words[over - 1].span.stop), adjective=False)
        elif word.lemma in by_adjective and at >= over and is_of_the_country(words, at):
            yield Called(by_adjective[word.lemma], word.span, adjective=True)


def is_of_the_country(words: Sequence[Word], at: int) -> bool:
    """Say whether an adjective means the country: not a singer's homeland, not a language."""
    noun = words[words[at].head] if words[at].rel in {"amod", "conj"} else None
    if noun and noun.pos == "ADJ":
        noun = words[noun.head] if noun.rel == "amod" else None
    if noun is None or noun.lemma in {"язык", "акцент", "перевод"}:
        return False
    return noun.feats.get("Animacy") != "Anim" or noun.lemma in word_list("ru", "state_offices")


def longest(words: Sequence[Word], at: int) -> tuple[int, Country | None]:
    """Return how many words from here on name a country, and which."""
    if words[at].text in fixed() and at and words[at - 1].text[-1].isalnum():
        return 1, fixed()[words[at].text]
    if not begins_a_name(words[at].text):
        return 0, None
    forms = tuple(key(word.text) for word in words[at : at + LONGEST])
    for length in range(len(forms), 0, -1):
        if forms[:length] in names():
            return length, names()[forms[:length]]
    return 0, None


@lru_cache(maxsize=20_000)
def begins_a_name(word: str) -> bool:
    """Say whether a name begins with a word."""
    return not strange(word) and key(word) in beginnings()


def strange(word: str) -> bool:
    """Say whether a word that no dictionary lists begins as no name does: so does the form it comes back to."""
    return plain(word.lower())[:ALIKE] not in openings() and not found(word)


# «Южно-Африканская Республика», «Соединённые Штаты Америки», «Папуа — Новая Гвинея».
LONGEST = 4
# So many letters a word of a name has in common with all its forms.
ALIKE = 2


def key(word: str) -> str:
    """Return the form under which a word of a country's name is compared; abbreviations keep their capitals."""
    return plain(word) if word.isupper() else lemma(word, "ru")


@cache
def beginnings() -> frozenset[str]:
    """Return the first words of all names."""
    return frozenset(name[0] for name in names())


@cache
def openings() -> frozenset[str]:
    """Return the first letters of all names."""
    return frozenset(name.lower()[:ALIKE] for name in beginnings())


@cache
def names() -> dict[tuple[str, ...], Country]:
    """Return the countries by the words of each of their names."""
    return {tuple(key(word) for word in one.split()): of for one, of in spelled() if one not in fixed()}


@cache
def fixed() -> dict[str, Country]:
    """Return the countries whose name never bends and is a pronoun besides: «Того» is no form of «тот» in «из Того»."""
    return {one: of for one, of in spelled() if "Apro" in parses(one)[0].tag}


@cache
def spellings() -> dict[str, Country]:
    """Return the countries by their names of one word, in the nominative and in the genitive."""
    single = [(one, of) for one, of in spelled() if " " not in one]
    return {form: of for one, of in single for form in (one, of.genitive if one == of.name else one)}


def spelled() -> Iterator[tuple[str, Country]]:
    """Yield the names of countries as the list has them."""
    for name, genitive, _, others in table("ru", "countries"):
        yield from ((one, Country(name, genitive)) for one in (name, *others.strip("-").split(",")) if one)


@cache
def adjectives() -> dict[str, Country]:
    """Return the countries, and the cities and regions the news speak of, by their adjectives."""
    countries = [(Country(name, genitive), known) for name, genitive, known, _ in table("ru", "countries")]
    regions = [(Country(name, ""), known) for name, known in table("ru", "regions")]
    return {
        plain(adjective): place
        for place, known in [*regions, *countries]
        for adjective in known.strip("-").split(",")
        if adjective
    }
