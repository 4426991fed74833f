"""A word in its sentence → the forms of the words near it, as the tables of events name them."""

from collections.abc import Mapping
from functools import lru_cache

from letopis.language.lists import plain
from letopis.language.parsed import NameKind, Sentence, Word

# How far from a word the words that must or must not stand near it are looked for.
NEAR = 8
# A star stands for any ending; before it must stand so many letters, and no longer words are looked up.
LEAST = 4
LONGEST = 16
TAGS: Mapping[NameKind, str] = {"LOC": "<place>", "PER": "<person>", "ORG": "<organisation>"}
YEARS = "<years>"
CAPITAL = "<capital>"


def near(sentence: Sentence, index: int, named: Mapping[int, str]) -> set[str]:
    """Return the forms of the words near a word, and the tags of the names; `named` has those by their first letter."""
    words = sentence.words
    others = [*range(max(0, index - NEAR), index), *range(index + 1, min(len(words), index + 1 + NEAR))]
    found = {form for at in others for form in forms_of(words[at].lemma, words[at].text, stars=not words[at].pos)}
    found |= {named[words[at].span.start] for at in others if words[at].span.start in named}
    found |= {CAPITAL for at in others if at and words[at].text[0].isupper()}
    return found | {YEARS for at in others if years_of_a_verb(words[max(0, at - 2) : at + 1])}


def years_of_a_verb(words: tuple[Word, ...]) -> bool:
    """«получил семь [лет]»."""
    return [word.pos for word in words] == ["VERB", "NUM", "NOUN"] and words[-1].lemma == "год"


@lru_cache(maxsize=1 << 16)
def forms_of(lemma: str, text: str, *, stars: bool) -> frozenset[str]:
    """Return a word's forms in the spelling of the tables; beginnings with a star where its grammar is not known."""
    low = plain(text.lower())
    if not stars:
        return frozenset({lemma, low})
    beginnings = (f"{low[:size]}*" for size in range(LEAST, min(len(low), LONGEST) + 1))
    return frozenset({lemma, low, *beginnings})
