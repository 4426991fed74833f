"""Words of a text → what the index compares: dictionary forms cut to letters and digits."""

import unicodedata

from letopis.language.words import lemma, lemmas


def tokens(text: str, code: str | None) -> list[str]:
    """Return the forms of a text's words in order; nothing in them but letters and digits."""
    return [piece for form in lemmas(clean(text), code) for piece in pieces(form)]


def tokens_of_word(word: str, code: str | None) -> tuple[str, ...]:
    """Return the forms of one word: more than one where a hyphen or an apostrophe stands in it."""
    return tuple(pieces(lemma(clean(word), code)))


def clean(text: str) -> str:
    """Return the text with letters and their accents as one character."""
    return unicodedata.normalize("NFC", text)


def pieces(form: str) -> list[str]:
    """Cut a form at everything that is neither letter nor digit."""
    return "".join(sign if sign.isalnum() else " " for sign in form.casefold().replace("ё", "е")).split()


def name_tokens(name: str) -> frozenset[str]:
    """Return the words by which a name may be asked for: as they stand, and in the dictionary form of each language."""
    return frozenset(piece for word in name.split() for form in readings(word) for piece in form)


def readings(word: str, codes: tuple[str | None, ...] = (None, "ru", "uk", "be", "en")) -> list[tuple[str, ...]]:
    """Return what a word of an unknown one of some languages may be in the index, each reading once."""
    return [form for form in dict.fromkeys(tokens_of_word(word, code) for code in codes) if form]
