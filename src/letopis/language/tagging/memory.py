"""Words out of their sentences → what the first layers of the three models say of them, remembered.

The three models begin with the same embeddings, so their first layers are one product.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

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
        asked = set(words)
        # One by one: the difference of a set and a dictionary's keys walks over all of the keys.
        new = [word for word in asked if word not in self.places]
        self.asked_again |= asked.difference(new)
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
        asked = sorted((word.lower() not in known, shape_of(word), word) for word in new)
        listed = [known[word.lower()] for unlisted, _, word in asked if not unlisted]
        start = len(self.places) + 1
        rows = self.rows[start : start + len(asked)]
        np.matmul(vectors(listed, models), models.words, out=rows[: len(listed)])
        rows[len(listed) :] = models.unknown
        for shape, span in runs([shape for _, shape, _ in asked]):
            rows[span] += models.shapes[models.shape_ids[shape]]
        self.places |= {word: start + index for index, (_, _, word) in enumerate(asked)}

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


def runs(shapes: Sequence[str]) -> Iterator[tuple[str, slice]]:
    """Yield each stretch of one shape."""
    start = 0
    for shape, same in groupby(shapes):
        stop = start + len(list(same))
        yield shape, slice(start, stop)
        start = stop


def shape_of(word: str) -> str:
    """Return the shape of a word as the models know it."""
    if USUAL.fullmatch(word):
        return "RU_xx" if word.islower() else "RU_Xx"
    return str(word_shape(word))


@cache
def memory() -> Memory:
    """Return the memory of this process."""
    return Memory(loaded())
