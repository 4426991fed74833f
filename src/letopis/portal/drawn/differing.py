"""Two texts → what the second cut from the first and what it added, word by word, and paragraph by paragraph."""

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

import msgspec

Fate = Literal["kept", "cut", "added"]

# A comparison takes time that grows with the product of both lengths; past this the texts stand whole, one by one.
MOST = 1500
# Paragraphs that share less than this of their words are not one paragraph edited.
KINDRED = 0.2
SIGNS = ' «»„“”".,;:!?…—–-'


class Stretch(msgspec.Struct, frozen=True):
    """Words that both texts share, or that only one has."""

    fate: Fate
    words: str


def differences(old: str, new: str) -> list[Stretch]:
    """Return the new text's words with those cut from the old; spaces belong to the word before them."""
    return list(_stretches(_words(old), _words(new), str.strip))


def rewordings(old: str, new: str) -> list[Stretch]:
    """Return the differences of two wordings, where a capital, a sign or a quotation mark makes no difference."""
    return list(_stretches(_words(old), _words(new), _bare))


def edits(old: str, new: str) -> list[list[Stretch]]:
    """Return the paragraphs that an edit touched, each with its differences."""
    before, after = old.split("\n\n"), new.split("\n\n")
    touched = [(before[a:b], after[c:d]) for fate, a, b, c, d in _matched(before, after) if fate != "equal"]
    return [paragraph for old_ones, new_ones in touched for paragraph in _paired(old_ones, new_ones)]


def _paired(old: list[str], new: list[str]) -> Iterator[list[Stretch]]:
    """Yield each new paragraph beside the old one it was made from, then the old ones that are gone."""
    left = list(old)
    few = len(old) * len(new) <= MOST
    for paragraph in new:
        source = max(left if few else (), key=lambda one: _shared(one, paragraph), default="")
        kin = _shared(source, paragraph) >= KINDRED
        yield differences(source, paragraph) if kin else [Stretch("added", paragraph)]
        if kin:
            left.remove(source)
    for paragraph in left:
        yield [Stretch("cut", paragraph)]


def _shared(one: str, other: str) -> float:
    """Return which share of two paragraphs' words they have in common."""
    words, others = ({_bare(word) for word in words.split()} for words in (one, other))
    return len(words & others) / (len(words | others) or 1)


def _stretches(before: list[str], after: list[str], same: Callable[[str], str]) -> Iterator[Stretch]:
    for fate, a, b, c, d in _matched([same(word) for word in before], [same(word) for word in after]):
        if fate == "equal":
            yield Stretch("kept", "".join(after[c:d]))
            continue
        if b > a:
            yield Stretch("cut", "".join(before[a:b]))
        if d > c:
            yield Stretch("added", "".join(after[c:d]))


def _matched(before: list[str], after: list[str]) -> Sequence[tuple[str, int, int, int, int]]:
    if len(before) + len(after) > MOST:
        return [("replace", 0, len(before), 0, len(after))]
    # `autojunk` drops frequent words from the comparison once a text is long, which mangles the result.
    return SequenceMatcher(None, before, after, autojunk=False).get_opcodes()


def _words(text: str) -> list[str]:
    """Cut a text behind its spaces; an empty one has no words."""
    *words, last = text.split(" ")
    return [f"{word} " for word in words] + ([last] if last else [])


def _bare(word: str) -> str:
    return word.strip(SIGNS).casefold() or word
