"""Words of a text → what the index compares: dictionary forms cut to letters and digits."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, product

from letopis.archive.finding.stems import stem
from letopis.language.dictionary import parses
from letopis.language.words import lemma, lemmas
from letopis.model import Span

# A surname's forms that a dictionary takes for something else («Токаев» for the genitive of «токай»): their endings.
SURNAMES = ("ов", "ев", "ин", "ын")
ENDINGS = ("", "а", "у", "ым", "ом", "е", "ой", "ы", "ых", "ыми")
SHORTEST_SURNAME = 4

MOST_READINGS = 64

# Ukrainian and Belarusian write an apostrophe inside a word, in three ways or not at all.
APOSTROPHES = str.maketrans("", "", "'’ʼ")
JOINED = ("uk", "be")

# Where words stand. Cheaper than the segmenter by which texts are indexed; both cut words to the same letters.
WORD = re.compile(r"[^\W_]+(?:[-‑'’ʼ][^\W_]+)*")


def tokens(text: str, code: str | None) -> list[str]:
    """Return the forms of a text's words in order; nothing in them but letters and digits."""
    return [piece for form in lemmas(clean(text, code), code) for piece in pieces(form, code)]


def laid_out(text: str, code: str | None) -> Iterator[tuple[str, Span]]:
    """Yield the forms of a text's words in order, each with the word it comes from."""
    for found in WORD.finditer(text):
        span = Span(*found.span())
        for token in tokens_of_word(found[0], code):
            yield token, span


@lru_cache(maxsize=100_000)
def tokens_of_word(word: str, code: str | None) -> tuple[str, ...]:
    """Return the forms of one word: more than one where a hyphen or an apostrophe stands in it."""
    return tuple(pieces(lemma(clean(word, code), code), code))


def clean(text: str, code: str | None) -> str:
    """Return the text with letters and their accents as one character, and without apostrophes inside words."""
    return unicodedata.normalize("NFC", text).translate(APOSTROPHES if code in JOINED else {})


def pieces(form: str, code: str | None) -> list[str]:
    """Cut a form at everything that is neither letter nor digit, and let endings fall off the pieces."""
    plain = "".join(sign if sign.isalnum() else " " for sign in form.casefold().replace("ё", "е"))
    return [stem(piece, code) for piece in plain.split()]


def readings(words: str, code: str | None) -> list[tuple[str, ...]]:
    """Return all that words somebody typed may be in the index of a language; likeliest first, at most 64."""
    typed = [word for word in spaced(words).split() if any(map(str.isalnum, word))]
    ways = islice(product(*(forms_of(word, code) for word in typed)), MOST_READINGS)
    found = (tuple(piece for form in way for piece in form.split()) for way in ways)
    return list(dict.fromkeys(form for form in found if form))


def spaced(words: str) -> str:
    """Return words with everything blanked that neither belongs to a word nor joins two."""
    return "".join(sign if sign.isalnum() or sign in "-‑'’ʼ" else " " for sign in clean(words, None))


def forms_of(word: str, code: str | None) -> tuple[str, ...]:
    """Return the dictionary forms under which a text's index may have a word, likeliest first."""
    return kin(word.casefold()) if code == "ru" else (" ".join(tokens(word, code)),)


@lru_cache(maxsize=10_000)
def kin(word: str) -> tuple[str, ...]:
    """Return the dictionary forms of a Russian word and, where it may be a name, of all of its own forms."""
    related = (" ".join(tokens(form, "ru")) for form in (*forms_of_name(word), *forms_of_surname(word)))
    return tuple(dict.fromkeys((" ".join(tokens(word, "ru")), *related)))


def forms_of_name(word: str) -> Iterator[str]:
    """Yield the forms of a word that is a name or in no dictionary."""
    for parse in parses(word):
        if {"Surn", "Name", "Geox"} & set(parse.tag.grammemes) or not parse.is_known:
            yield from (form.word for form in parse.lexeme)


def forms_of_surname(word: str) -> Iterator[str]:
    """Yield the forms of a word that may be a surname in -ов or -ин."""
    for ending in ENDINGS:
        stem = word.removesuffix(ending)
        if word.endswith(ending) and len(stem) >= SHORTEST_SURNAME and stem.endswith(SURNAMES):
            yield from (stem + other for other in ENDINGS)


@lru_cache(maxsize=10_000)
def name_tokens(name: str) -> frozenset[str]:
    """Return the words by which a name may be asked for: as they stand, and in the dictionary form of each language."""
    return frozenset(form for code in NAMED for form in tokens(name, code))


NAMED = (None, "ru", "uk", "be", "en")


def name_readings(word: str) -> list[str]:
    """Return all that a word of a name somebody typed may be among the words that names are kept by."""
    found = (piece for code in NAMED for form in readings(word, code) for piece in form)
    return list(dict.fromkeys(found))
