"""Words of sentences → what slovnet's models for Russian news see in them: grammar, dependencies, names.

The three models begin with the same embeddings, so their first layers run as one; see `layers` for the rest.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, pairwise
from typing import Any

import msgspec
import numpy as np
from threadpoolctl import ThreadpoolController

from letopis.language.parsed import NameKind
from letopis.language.tagging import layers
from letopis.language.tagging.layers import Numbers, Rows
from letopis.language.tagging.memory import memory
from letopis.language.tagging.models import loaded

# A sentence of more words is none: it is shown to the models in pieces, for they weigh every word against every other.
LONGEST = 200

# So many words are shown at once: what lies between two layers stays in the processor's own memory.
AT_ONCE = 1_200


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
    """How sentences lie under one another: where the words of each begin among all words, which rows hold none.

    `roots` are the empty rows before sentences, and behind them the one after all.
    """

    starts: tuple[int, ...]
    roots: tuple[int, ...]
    empty: Numbers
    filled: Numbers


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
    rows = opened([word for words in sentences for word in words], layout)
    for layer in models.deeper:
        rows = layers.convolved(rows, layer, layout.empty)
    morph, syntax, names = np.split(rows, 3, axis=1)
    written = all_tags()
    tags = [written[index] for index in layers.projected(morph[layout.filled], models.tags).argmax(-1).tolist()]
    heads, rels = arcs_of(syntax, layout)
    marks = marks_of(names[layout.filled], layout)
    return [
        Seen(tuple(tags[start:stop]), tuple(heads[start:stop]), tuple(rels[start:stop]), names_in(mark))
        for (start, stop), mark in zip(pairwise(layout.starts), marks, strict=True)
    ]


def layout_of(lengths: Sequence[int]) -> Layout:
    """Lay sentences out with an empty row before each and one or two at the end, so that rows are even in number."""
    starts = tuple(accumulate(lengths, initial=0))
    roots = tuple(start + index for index, start in enumerate(starts))
    holds = np.ones(roots[-1] + 1 + (roots[-1] + 1) % 2, np.bool_)
    holds[[*roots, -1]] = False
    return Layout(starts, roots, np.flatnonzero(~holds), np.flatnonzero(holds))


def opened(words: list[str], layout: Layout) -> Rows:
    """Return the first layer's rows, the three models side by side."""
    places = np.zeros(len(layout.empty) + len(words), np.intp)
    places[layout.filled] = memory().places_of(words)
    total = memory().added_up(places)
    return layers.cut_off(total, loaded().nothing, layout.empty)


def arcs_of(rows: Rows, layout: Layout) -> tuple[list[int], list[str]]:
    """Return each word's governor, an index in its sentence, and its relation to it."""
    models = loaded()
    governor, dependant, above, below = layers.sides_of(rows, models.arcs, layout.empty)
    heads = layers.heads(governor @ models.arcs.head, dependant, layout.roots)[layout.filled]
    first = np.repeat(layout.roots[:-1], np.diff(layout.starts)) + 1
    rels = layers.relations(above.take(first + heads, axis=0), below.take(layout.filled, axis=0), models.arcs)
    return heads.tolist(), [models.vocabularies[1][index] for index in rels.tolist()]


def marks_of(rows: Rows, layout: Layout) -> list[list[str]]:
    """Return the marks of each sentence's words: beginning, inside or outside a name."""
    models = loaded()
    emissions = layers.projected(rows, models.marks)
    paths = layers.likeliest([emissions[start:stop] for start, stop in pairwise(layout.starts)], models.transitions)
    return [[models.vocabularies[2][index] for index in path] for path in paths]


@cache
def all_tags() -> tuple[Tag, ...]:
    """Return the tags by their numbers."""
    return tuple(map(tag_of, loaded().vocabularies[0]))


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


@cache
def threads() -> ThreadpoolController:
    """Return the hold on the threads of numpy's products."""
    loaded()
    return ThreadpoolController()
