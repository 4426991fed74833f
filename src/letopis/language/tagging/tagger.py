"""Words of sentences → what slovnet's models for Russian news see in them: grammar, dependencies, names.

The three models begin with the same embeddings, so their first layers run as one; see `layers` for the rest.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, pairwise
from typing import Any

import msgspec
import numpy as np
from slovnet.shape import word_shape
from threadpoolctl import ThreadpoolController

from letopis.language.parsed import NameKind
from letopis.language.tagging import layers
from letopis.language.tagging.layers import Convolution, Numbers, Rows
from letopis.language.tagging.models import Models, loaded

# A sentence of more words is none: it is shown to the models in pieces, for they weigh every word against every other.
LONGEST = 200

# So many words keep their share of the first layer until there are more; then those asked about once are forgotten.
REMEMBERED = 7_000

SMALL = re.compile("[а-яё]{2,}")

# So many words are shown at once: memory stays small however long a text is.
AT_ONCE = 2_000


class Tag(msgspec.Struct, frozen=True):
    """A word's part of speech and features; `written` is the features as the model writes them ("Case=Nom|…")."""

    pos: str
    feats: Mapping[str, str]
    written: str


class Seen(msgspec.Struct, frozen=True):
    """One sentence as the models see it.

    `heads` are indexes of words, -1 for the root; `names` are first word, last word and kind.
    """

    tags: tuple[Tag, ...]
    heads: tuple[int, ...]
    rels: tuple[str, ...]
    names: tuple[tuple[int, int, NameKind], ...]


class Layout(msgspec.Struct, frozen=True):
    """How sentences lie under one another: where each begins, which rows stay empty, which hold words."""

    starts: tuple[int, ...]
    empty: Numbers
    filled: Numbers


class Memory:
    """What the first layer says of single words: the frequent ones are asked once in a while, not each time.

    `rows` are its answers to a word as the one before, as the one itself and as the one after; place 0 is no word.
    """

    def __init__(self, models: Models) -> None:
        self.models = models
        self.rows = np.zeros((3, REMEMBERED, models.words.shape[1] // 3), np.float32)
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
        self.learn(sorted(new))
        return [self.places[word] for word in words]

    def learn(self, new: list[str]) -> None:
        """Ask about new words."""
        if not new:
            return
        start = len(self.places) + 1
        taps = first_taps(new, self.models).reshape(len(new), 3, -1)
        self.rows[:, start : start + len(new)] = taps.swapaxes(0, 1)
        self.places |= {word: start + index for index, word in enumerate(new)}

    def forget(self) -> None:
        """Forget the words that were asked about only once since the last time; all, if too many would stay."""
        kept = sorted(self.asked_again) if len(self.asked_again) < REMEMBERED // 2 else []
        self.rows[:, 1 : len(kept) + 1] = self.rows[:, [self.places[word] for word in kept]]
        self.places = {word: index for index, word in enumerate(kept, 1)}
        self.asked_again = set()


def seen(sentences: Sequence[Sequence[str]]) -> list[Seen]:
    """Return what the models see in each sentence."""
    pieces = [words[at : at + LONGEST] for words in sentences for at in range(0, len(words), LONGEST)]
    # On products this small, a second thread costs more than it brings.
    with threads().limit(limits=1):
        shown = iter([seen for batch in batches(pieces) for seen in pieces_seen(batch)])
    return [joined([next(shown) for _ in range(0, len(words), LONGEST)]) for words in sentences]


def batches(pieces: Sequence[Sequence[str]]) -> Iterator[list[Sequence[str]]]:
    """Yield the pieces in batches of bearable size."""
    batch: list[Sequence[str]] = []
    size = 0
    for piece in pieces:
        if size + len(piece) > AT_ONCE:
            yield batch
            batch, size = [], 0
        batch.append(piece)
        size += len(piece)
    if batch:
        yield batch


def joined(pieces: list[Seen]) -> Seen:
    """Put the pieces of a sentence together again."""
    if len(pieces) == 1:
        return pieces[0]
    starts = list(accumulate((len(piece.tags) for piece in pieces), initial=0))
    moved = [
        (
            [head + start if head >= 0 else -1 for head in piece.heads],
            [(first + start, last + start, kind) for first, last, kind in piece.names],
        )
        for piece, start in zip(pieces, starts, strict=False)
    ]
    return Seen(
        tuple(tag for piece in pieces for tag in piece.tags),
        tuple(head for heads, _ in moved for head in heads),
        tuple(rel for piece in pieces for rel in piece.rels),
        tuple(name for _, names in moved for name in names),
    )


def pieces_seen(sentences: Sequence[Sequence[str]]) -> list[Seen]:
    """Run the models over sentences of bearable length."""
    models, layout = loaded(), layout_of([len(words) for words in sentences])
    shared = opened([word for words in sentences for word in words], layout)
    width = shared.shape[1] // 3
    morph, syntax, names = (
        deepened(shared[:, index * width : (index + 1) * width], stack, layout)
        for index, stack in enumerate(models.deeper)
    )
    tags = [tag_of(models.vocabularies[0][index]) for index in layers.projected(morph, models.tags).argmax(-1).tolist()]
    heads, rels = arcs_of(syntax, layout)
    marks = marks_of(names, layout)
    return [
        Seen(tuple(tags[start:stop]), tuple(heads[start:stop]), tuple(rels[start:stop]), names_in(mark))
        for (start, stop), mark in zip(pairwise(layout.starts), marks, strict=True)
    ]


def layout_of(lengths: Sequence[int]) -> Layout:
    """Lay sentences out with an empty row before each and one at the end."""
    starts = tuple(accumulate(lengths, initial=0))
    empty = np.array([start + index for index, start in enumerate(starts)])
    holds = np.ones(starts[-1] + len(starts), np.bool_)
    holds[empty] = False
    return Layout(starts, empty, np.flatnonzero(holds))


def opened(words: list[str], layout: Layout) -> Rows:
    """Return the first layer's rows, the three models side by side."""
    places = np.zeros(len(words) + len(layout.starts), np.intp)
    places[layout.filled] = memory().places_of(words)
    # The three parts are added as they are fetched: a table of all three would be copied twice.
    before, itself, after = memory().rows
    total: Rows = itself.take(places, axis=0)
    total[1:] += before.take(places[:-1], axis=0)
    total[:-1] += after.take(places[1:], axis=0)
    return layers.settled(total, loaded().first, layout.empty)


def deepened(rows: Rows, stack: Sequence[Convolution], layout: Layout) -> Rows:
    """Return the rows of words after the rest of a model's layers."""
    for layer in stack:
        rows = layers.convolved(rows, layer, layout.empty)
    return rows[layout.filled]


def arcs_of(rows: Rows, layout: Layout) -> tuple[list[int], list[str]]:
    """Return each word's governor, an index in its sentence, and its relation to it."""
    models = loaded()
    heads = layers.heads(rows, layout.starts, models.head)
    starts = np.repeat(layout.starts[:-1], np.diff(layout.starts))
    rels = layers.relations(rows, np.where(heads < 0, -1, heads + starts), models.rel)
    return heads.tolist(), [models.vocabularies[1][index] for index in rels.tolist()]


def marks_of(rows: Rows, layout: Layout) -> list[list[str]]:
    """Return the marks of each sentence's words: beginning, inside or outside a name."""
    models = loaded()
    emissions = layers.projected(rows, models.marks)
    paths = layers.likeliest([emissions[start:stop] for start, stop in pairwise(layout.starts)], models.transitions)
    return [[models.vocabularies[2][index] for index in path] for path in paths]


@cache
def tag_of(written: str) -> Tag:
    """Return the tag that a model writes as "NOUN|Case=Nom|…"."""
    pos, _, feats = written.partition("|")
    pairs = (pair.partition("=") for pair in feats.split("|") if pair)
    return Tag(pos, {key: value for key, _, value in pairs}, feats)


def names_in(marks: Sequence[str]) -> tuple[tuple[int, int, NameKind], ...]:
    """Return the names that marks of beginning and inside ("B-PER", "I-PER") draw round the words."""
    found: list[tuple[int, int, NameKind]] = []
    for index, mark in enumerate(marks):
        kind: Any = mark[2:]
        if mark[0] == "I" and found and found[-1][1:] == (index - 1, kind):
            found[-1] = (found[-1][0], index, kind)
        elif kind:
            found.append((index, index, kind))
    return tuple(found)


def first_taps(words: Sequence[str], models: Models) -> Rows:
    """Ask the first layer about words out of their sentences."""
    known = models.navec.vocab
    ids = [known.word_ids.get(word.lower(), known.unk_id) for word in words]
    pq = models.navec.pq
    # A word's numbers are a hundred entries of a hundred small tables, which lie under one another.
    _, entries, size = pq.codes.shape
    places = pq.indexes[ids] + np.arange(pq.qdim) * entries
    vectors = pq.codes.reshape(-1, size).take(places, axis=0).reshape(len(ids), -1)
    found: Rows = vectors @ models.words
    found += models.shapes.take([models.shape_ids[shape_of(word)] for word in words], axis=0)
    return found


def shape_of(word: str) -> str:
    """Return the shape of a word as the models know it: by far the most are small Russian letters."""
    return "RU_xx" if SMALL.fullmatch(word) else str(word_shape(word))


@cache
def memory() -> Memory:
    """Return the memory of this process."""
    return Memory(loaded())


@cache
def threads() -> ThreadpoolController:
    """Return the hold on the threads of numpy's products."""
    loaded()
    return ThreadpoolController()
