"""Words out of their sentences → what the first layers of the three models say of them, remembered.

The three models begin with the same embeddings, so their first layers are one product.
"""

import re
from collections.abc import Sequence
from functools import cache

import numpy as np
from slovnet.shape import word_shape

from letopis.language.tagging.layers import Numbers, Rows
from letopis.language.tagging.models import Models, loaded

# So many words keep their share of the first layer until there are more; then those asked about once are forgotten.
REMEMBERED = 7_000

# By far the most words: small Russian letters, perhaps behind a capital.
USUAL = re.compile("[А-ЯЁа-яё][а-яё]+")


class Memory:
    """What the first layer says of single words: the frequent ones are asked once in a while, not each time.

    `rows` are its answers to a word as the one before, as the one itself and as the one after, side by side; place 0
    is no word.
    """

    def __init__(self, models: Models) -> None:
        self.models = models
        self.rows = np.zeros((REMEMBERED, models.words.shape[1]), np.float32)
        self.places: dict[str, int] = {}
        self.asked_again: set[str] = set()

    def places_of(self, words: Sequence[str]) -> list[int]:
        """Return the place of the first layer's answers to each word."""
        # In their order, so that the same words lead to the same numbers in every process.
        asked = dict.fromkeys(words)
        new = [word for word in asked if word not in self.places]
        self.asked_again |= asked.keys() - new
        if len(self.places) + len(new) >= REMEMBERED:
            self.forget()
            new = [word for word in asked if word not in self.places]
        self.learn(new)
        return [self.places[word] for word in words]

    def added_up(self, places: Numbers) -> Rows:
        """Return what words that follow each other give each other in the first layer."""
        thirds = self.rows.reshape(3 * REMEMBERED, -1)
        at = 3 * places
        total: Rows = thirds.take(at + 1, axis=0)
        total[1:] += thirds.take(at[:-1], axis=0)
        total[:-1] += thirds.take(at[1:] + 2, axis=0)
        return total

    def learn(self, new: list[str]) -> None:
        """Ask about new words."""
        models, known = self.models, self.models.navec.vocab.word_ids
        alike: dict[tuple[bool, str], list[str]] = {}
        for word in new:
            alike.setdefault((word.lower() not in known, shape_of(word)), []).append(word)
        # Words that the embeddings do not have are all one word to the models but for their shape: they come last.
        groups = sorted(alike.items())
        listed = [known[word.lower()] for (unlisted, _), words in groups if not unlisted for word in words]
        start = at = len(self.places) + 1
        np.matmul(vectors(listed, models), models.words, out=self.rows[start : start + len(listed)])
        self.rows[start + len(listed) : start + len(new)] = models.unknown
        for (_, shape), words in groups:
            self.rows[at : at + len(words)] += models.shapes[models.shape_ids[shape]]
            self.places |= zip(words, range(at, at + len(words)), strict=True)
            at += len(words)

    def forget(self) -> None:
        """Forget the words that were asked about only once since the last time; all, if too many would stay."""
        kept = sorted(self.asked_again) if len(self.asked_again) < REMEMBERED // 2 else []
        self.rows[1 : len(kept) + 1] = self.rows[[self.places[word] for word in kept]]
        self.places = {word: index for index, word in enumerate(kept, 1)}
        self.asked_again = set()


def vectors(ids: list[int], models: Models) -> Rows:
    """Return the embeddings of words by their numbers."""
    pq = models.navec.pq
    # A word's numbers are a hundred entries of a hundred small tables, which lie under one another.
    _, entries, size = pq.codes.shape
    places = pq.indexes[ids] + np.arange(pq.qdim) * entries
    found: Rows = pq.codes.reshape(-1, size).take(places, axis=0).reshape(len(ids), pq.dim)
    return found


def shape_of(word: str) -> str:
    """Return the shape of a word as the models know it."""
    if USUAL.fullmatch(word):
        return "RU_xx" if word.islower() else "RU_Xx"
    return str(word_shape(word))


@cache
def memory() -> Memory:
    """Return the memory of this process."""
    return Memory(loaded())
