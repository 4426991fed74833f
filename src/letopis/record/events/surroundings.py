"""A word in its sentence → the forms of the words near it, as the tables of events name them."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import takewhile

from letopis.language.lists import plain
from letopis.language.parsed import NameKind, Sentence, Word

# How far from a word the words that must or must not stand near it are looked for.
NEAR = 8
# Where no grammar is read, so many words before and behind a word stand with it, if no mark parts them.
BEFORE, BEHIND = 3, 5
MARKS = frozenset(',.;:—–()[]"“”«»?!')
# A star stands for any ending; before it must stand so many letters, and no longer words are looked up.
LEAST = 4
LONGEST = 16
TAGS: Mapping[NameKind, str] = {"LOC": "<place>", "PER": "<person>", "ORG": "<organisation>"}
YEARS = "<years>"
CAPITAL = "<capital>"
ALL_TAGS = frozenset({*TAGS.values(), YEARS, CAPITAL})


def near(sentence: Sentence, index: int) -> set[str]:
    """Return the forms of the words near a word."""
    words = sentence.words
    others = (*words[max(0, index - NEAR) : index], *words[index + 1 : index + 1 + NEAR])
    found = set().union(*[forms_of(word.lemma, word.text, not word.pos) for word in others])
    return found if words[index].pos else found | beside(words, index)


def beside(words: Sequence[Word], index: int) -> set[str]:
    """Return the forms of the words around a word in its clause: those before it with «<», behind «>», next «^»."""
    before = takewhile(lambda word: word.text not in MARKS, reversed(words[max(0, index - BEFORE) : index]))
    behind = list(takewhile(lambda word: word.text not in MARKS, words[index + 1 : index + 1 + BEHIND]))
    found = {f"<{form}" for word in before for form in forms_of("", word.text, stars=True)}
    found |= {f">{form}" for word in behind for form in forms_of("", word.text, stars=True)}
    found |= {f"^{word.text.lower()}" for word in behind[:1]}
    # A name directly behind: «fled Olkhovets».
    return found | {f">{CAPITAL}" for word in behind[:2] if word.text[0].isupper()}


def tags_near(sentence: Sentence, index: int, named: Mapping[int, str]) -> set[str]:
    """Return what else stands near a word: names, which `named` has by their first letter, capitals, years."""
    around = range(max(0, index - NEAR), min(len(sentence.words), index + 1 + NEAR))
    return set().union(*[tags_of(sentence.words, at, named) for at in around if at != index])


def tags_of(words: Sequence[Word], at: int, named: Mapping[int, str]) -> set[str]:
    """Return what a word shows besides its forms: a name, a capital, a number of years."""
    word = words[at]
    found = {CAPITAL} if at and word.text[0].isupper() else set()
    if named and word.span.start in named:
        found.add(named[word.span.start])
    if word.lemma == "год" and years_of_a_verb(words[max(0, at - 2) : at + 1]):
        found.add(YEARS)
    return found


def years_of_a_verb(words: Sequence[Word]) -> bool:
    """«получил семь [лет]»."""
    return [word.pos for word in words] == ["VERB", "NUM", "NOUN"]


@lru_cache(maxsize=1 << 16)
def forms_of(lemma: str, text: str, stars: bool) -> frozenset[str]:  # noqa: FBT001
    """Return a word's forms in the spelling of the tables; beginnings with a star where its grammar is not known."""
    low = plain(text.lower())
    if not stars:
        return frozenset({lemma, low})
    beginnings = (f"{low[:size]}*" for size in range(LEAST, min(len(low), LONGEST) + 1))
    return frozenset({lemma, low, *beginnings})
