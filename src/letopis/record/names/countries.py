"""Words → the country they name: by its names, its abbreviations, its adjectives."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

import msgspec

from letopis.language.dictionary import found
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
    return tuple(place for sentence in parsed.sentences for place in called_in(sentence.words))


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
    found: dict[tuple[str, ...], Country] = {}
    for name, genitive, _, others in table("ru", "countries"):
        for one in (name, *others.strip("-").split(",")):
            if one:
                found[tuple(key(word) for word in one.split())] = Country(name, genitive)
    return found


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
