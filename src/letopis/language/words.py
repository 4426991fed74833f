"""A word and its language → its dictionary form, for search, for weights and for rules."""

import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache

from pymorphy3.tagset import OpencorporaTag

from letopis.language.dictionary import form, found, listed_forms, parses, readable
from letopis.language.lists import plain, table, word_list
from letopis.language.parsed import Word
from letopis.language.segment import words_of

# Universal Dependencies' parts of speech in the words of pymorphy's dictionary (OpenCorpora).
PARTS: Mapping[str, frozenset[str]] = {
    "ADJ": frozenset({"ADJF", "ADJS", "PRTF", "PRTS", "COMP"}),
    "ADP": frozenset({"PREP"}),
    "ADV": frozenset({"ADVB", "COMP", "PRED"}),
    "AUX": frozenset({"VERB", "INFN"}),
    "CCONJ": frozenset({"CONJ"}),
    "DET": frozenset({"ADJF"}),
    "INTJ": frozenset({"INTJ"}),
    "NOUN": frozenset({"NOUN"}),
    "NUM": frozenset({"NUMR", "ADJF"}),
    "PART": frozenset({"PRCL"}),
    "PRON": frozenset({"NPRO", "ADJF"}),
    "PROPN": frozenset({"NOUN"}),
    "SCONJ": frozenset({"CONJ"}),
    "VERB": frozenset({"VERB", "INFN", "PRTF", "PRTS", "GRND"}),
}

CYRILLIC = re.compile("[А-яЁё]")

FORMS: Mapping[str, str] = {
    "Nom": "nomn",
    "Gen": "gent",
    "Dat": "datv",
    "Acc": "accs",
    "Ins": "ablt",
    "Loc": "loct",
    "Sing": "sing",
    "Plur": "plur",
    "Masc": "masc",
    "Fem": "femn",
    "Neut": "neut",
    "Anim": "anim",
    "Inan": "inan",
}


def lemma(word: str, code: str | None) -> str:
    """Return a word's dictionary form, lower-cased and with «е» for «ё»."""
    return FORMERS.get(code or "", lowered)(word)


def lemmas(text: str, code: str | None) -> list[str]:
    """Return the dictionary forms of the words and numbers of a text, in order, punctuation left out."""
    former = FORMERS.get(code or "", lowered)
    words = (span.of(text) for span in words_of(text))
    return [former(word) for word in words if any(map(str.isalnum, word))]


@lru_cache(maxsize=100_000)
def russian(word: str) -> str:
    """Return the form under which pymorphy's dictionary most likely has a Russian word."""
    if not readable(word):
        return lowered(word)
    return only_form(word) or plain(str(parses(word)[0].normal_form))


@lru_cache(maxsize=100_000)
def russian_in_place(word: str, pos: str, feats: str) -> str:
    """Return the dictionary form of a word of which the tagger has said part of speech and form ("Case=Nom|…")."""
    if not is_cyrillic(word) or not readable(word):
        return lowered(word)
    return only_form(word) or agreeing_form(word, pos, feats)


@lru_cache(maxsize=100_000)
def only_form(word: str) -> str | None:
    """Return the dictionary form of a word if all its readings have the same, else None."""
    # Most words have one: to see that, neither their grammar nor its likelihood must be looked up, which takes longest.
    forms = listed_forms(word)
    return plain(forms.pop()) if len(forms) == 1 else None


def is_listed(word: str) -> bool:
    """Say whether the dictionary has a word, and does not guess at it."""
    return bool(found(word)) or bool(parses(word)[0].is_known)


@lru_cache(maxsize=20_000)
def may_be(word: str, *grammemes: str) -> bool:
    """Say whether the dictionary knows a form that is all of this: «nomn», «plur»."""
    return any(all(one in parse.tag for one in grammemes) for parse in parses(word))


@lru_cache(maxsize=20_000)
def is_animate(word: str) -> bool:
    """Say whether a word in its likeliest reading names living beings."""
    # Most words are or are not so in all readings: which is the likeliest need not be known.
    said = {"anim" in form(*place).tag.grammemes for _, places in found(word) for place in places}
    return said.pop() if len(said) == 1 else "anim" in parses(word)[0].tag.grammemes


def agreeing_form(word: str, pos: str, feats: str) -> str:
    """Return the dictionary form of the reading that agrees best with what the tagger said; of equals the likelier."""
    wanted = [FORMS[value] for _, _, value in (pair.partition("=") for pair in feats.split("|")) if value in FORMS]
    best = max(parses(word), key=lambda parse: (*agreement(parse.tag, pos, wanted), parse.score))
    return plain(str(best.normal_form))


def is_cyrillic(word: str) -> bool:
    """Say whether a word has a Cyrillic letter: of others Russian dictionaries know nothing."""
    return CYRILLIC.search(word) is not None


def agreement(tag: OpencorporaTag, pos: str, wanted: list[str]) -> tuple[bool, int]:
    """Say how well a reading agrees with the tagger: on part of speech, then form."""
    seen = tag.grammemes
    return not seen.isdisjoint(PARTS.get(pos, ())), sum(form in seen for form in wanted)


def lowered(word: str) -> str:
    """Return the word itself, case and «ё» evened out."""
    return plain(word.casefold())


def by_endings(code: str) -> Callable[[str], str]:
    """Return a stemmer that replaces the longest ending written down for a language (`<code>/endings.tsv`)."""

    @lru_cache(maxsize=100_000)
    def stem(word: str) -> str:
        low = lowered(word)
        if low in word_list(code, "unbending") or not low.isalpha():
            return low
        for ending, instead, least in endings(code):
            if low.endswith(ending) and len(low) - len(ending) >= least:
                return low[: len(low) - len(ending)] + instead
        return low

    return stem


@cache
def endings(code: str) -> list[tuple[str, str, int]]:
    """Return a language's endings, longest first: what falls off, what comes instead, how many letters must stay."""
    rows = [(row[0], row[1].removeprefix("-"), int(row[2])) for row in table(code, "endings")]
    return sorted(rows, key=lambda row: -len(row[0]))


FORMERS: Mapping[str, Callable[[str], str]] = {
    "ru": russian,
    "be": by_endings("be"),
    "uk": by_endings("uk"),
    "en": by_endings("en"),
}


def upright(word: Word, case: str = "nomn") -> str:
    """Return a word in the nominative of its own number and gender, or as it stands where nobody knows it."""
    wanted = {FORMS[value] for value in word.feats.values() if value in FORMS} - {"anim", "inan"}
    kind = {"ADJ": {"ADJF", "PRTF"}, "VERB": {"PRTF"}, "DET": {"ADJF"}, "NUM": {"NUMR", "ADJF"}}.get(word.pos, {"NOUN"})
    fits = [parse for parse in parses(word.text) if parse.tag.POS in kind and wanted <= set(parse.tag.grammemes)]
    if not fits:
        fits = [parse for parse in parses(word.text) if parse.tag.POS in kind]
    form = fits[0].inflect({case}) if fits else None
    return cased(word.text, form.word) if form else word.text


def cased(like: str, word: str) -> str:
    """Return a word with capitals where another has them."""
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if like[:1].isupper() else word
