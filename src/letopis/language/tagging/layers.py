"""Rows of numbers → rows of numbers: the layers of slovnet's convolutional models, run over a whole text at once.

Sentences lie one under another with an empty row around each, so that one product serves them all and no sentence sees
its neighbour. slovnet's own runner fills up short sentences of a batch instead, and gives the same answers four times
slower; `tests/language/test_tagger.py` holds the two against each other.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.float32]
Numbers = NDArray[np.intp]

ROUNDING = 1e-3


class Convolution(msgspec.Struct, frozen=True):
    """A layer that looks at a word and its two neighbours.

    `weight` is inputs × (filters for the word before, the word itself, the word after); `scale` and `shift` are the
    normalisation that follows.
    """

    weight: Rows
    bias: Rows
    scale: Rows
    shift: Rows


class Dense(msgspec.Struct, frozen=True):
    """A layer that looks at a word alone."""

    weight: Rows
    bias: Rows


class Arcs(msgspec.Struct, frozen=True):
    """The part of the syntax model that weighs pairs of words, with the row that stands for the root."""

    governor: Dense
    dependant: Dense
    root: Rows
    kernel: Rows


def convolution(layer: Any) -> Convolution:
    """Return a slovnet layer in the form that is run here."""
    filters = layer.conv.weight.array
    norm = layer.norm
    scale = norm.weight.array / norm.std.array
    return Convolution(
        weight=np.ascontiguousarray(np.concatenate([filters[:, :, tap].T for tap in range(3)], axis=1)),
        bias=layer.conv.bias.array,
        scale=scale,
        shift=norm.bias.array - norm.mean.array * scale,
    )


def dense(layer: Any) -> Dense:
    """Return a slovnet projection in the form that is run here."""
    return Dense(layer.weight.array, layer.bias.array)


def arcs(layer: Any) -> Arcs:
    """Return slovnet's weighing of pairs in the form that is run here."""
    return Arcs(dense(layer.head.proj), dense(layer.tail.proj), layer.root.array, layer.kernel.array)


def convolved(rows: Rows, layer: Convolution, empty: Numbers) -> Rows:
    """Return the rows after a convolution; `empty` are the rows around sentences, which stay empty."""
    return settled(neighbours(rows @ layer.weight), layer, empty)


def neighbours(taps: Rows) -> Rows:
    """Add up what the word before, the word itself and the word after give each word."""
    width = taps.shape[1] // 3
    total = taps[:, width : 2 * width].copy()
    total[1:] += taps[:-1, :width]
    total[:-1] += taps[1:, 2 * width :]
    return total


def settled(rows: Rows, layer: Convolution, empty: Numbers) -> Rows:
    """Return the rows with bias, cut at zero and normalised; works in place."""
    rows += layer.bias
    np.maximum(rows, 0, out=rows)
    rows *= layer.scale
    rows += layer.shift
    rows[empty] = 0
    return rows


def projected(rows: Rows, layer: Dense) -> Rows:
    """Return the rows after a projection."""
    found: Rows = rows @ layer.weight + layer.bias
    return found


def heads(rows: Rows, starts: Sequence[int], layer: Arcs) -> Numbers:
    """Return for each word the place of its governor in its sentence, -1 for the root; `starts` ends with the end."""
    rooted = np.insert(rows, starts[:-1], layer.root.reshape(1, -1), axis=0)
    governor = np.maximum(projected(rows, layer.governor), 0) @ layer.kernel
    dependant = np.maximum(projected(rooted, layer.dependant), 0)
    # Only the pairs of one sentence are weighed sentence by sentence: all else is one product for the whole text.
    ends = enumerate(pairwise(starts))
    return np.concatenate(
        [strongest(governor[start:stop] @ dependant[start + at : stop + at + 1].T) for at, (start, stop) in ends]
    )


def strongest(scores: Rows) -> Numbers:
    """Return where each row's highest score stands; -1 is its first column."""
    # Two like words in like company weigh the same but for rounding, which differs by machine: the first is taken.
    found: Numbers = (scores >= scores.max(-1, keepdims=True) - ROUNDING).argmax(-1) - 1
    return found


def relations(rows: Rows, governors: Numbers, layer: Arcs) -> Numbers:
    """Return for each word the number of its relation to its governor; works on many sentences at once.

    `governors` are row numbers; -1 is the root.
    """
    governing = np.where((governors < 0)[:, None], layer.root.reshape(1, -1), rows[governors])
    governor = np.maximum(projected(governing, layer.governor), 0)
    dependant = np.maximum(projected(rows, layer.dependant), 0)
    seen = (governor @ layer.kernel).reshape(len(rows), -1, dependant.shape[1])
    found: Numbers = np.matmul(seen, dependant[:, :, None])[:, :, 0].argmax(-1)
    return found


def likeliest(emissions: list[Rows], transitions: Rows) -> list[list[int]]:
    """Return the likeliest marks of each sentence's words (Viterbi's way), all sentences walked at once."""
    order = sorted(range(len(emissions)), key=lambda index: -len(emissions[index]))
    lengths = np.array([len(emissions[index]) for index in order])
    laid = np.zeros((lengths[0], len(order), len(transitions)), np.float32)
    for rank, index in enumerate(order):
        laid[: lengths[rank], rank] = emissions[index]
    score, into = laid[0], transitions.T
    rows = np.arange(score.size)
    history: list[list[list[int]]] = []
    # Longest first: those still going are always the first so many.
    for step, going in enumerate((lengths[None] > np.arange(1, lengths[0])[:, None]).sum(1), 1):
        paths = (score[:going, None] + into).reshape(-1, len(into))
        best = paths.argmax(1)
        score[:going] = paths[rows[: len(best)], best].reshape(going, -1) + laid[step, :going]
        history.append(best.reshape(going, -1).tolist())
    found: list[list[int]] = [[] for _ in emissions]
    for rank, index in enumerate(order):
        found[index] = walked_back(history, rank, int(lengths[rank]), int(score[rank].argmax()))
    return found


def walked_back(history: list[list[list[int]]], rank: int, length: int, last: int) -> list[int]:
    """Return the path that ends in `last`, first word first."""
    path = [last]
    for best in reversed(history[: length - 1]):
        path.append(best[rank][path[-1]])
    return path[::-1]
