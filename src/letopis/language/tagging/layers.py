"""Rows of numbers → rows of numbers: the layers of slovnet's convolutional models, run over a whole text at once.

Sentences lie one under another with an empty row around each, so that one product serves them all and no sentence sees
its neighbour; the three models lie side by side. slovnet's own runner fills up short sentences of a batch instead, and
gives the same answers four times slower; `tests/language/test_tagger.py` holds the two against each other.
"""

from collections.abc import Sequence
from itertools import pairwise

import msgspec
import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.float32]
Numbers = NDArray[np.intp]

ROUNDING = 1e-3


class Convolution(msgspec.Struct, frozen=True):
    """A layer that looks at a word and its two neighbours, of all models at once.

    `weight` is four products × models × inputs × filters; `empty` is what a row without a word holds after it, so that
    the layer above sees nothing there.
    """

    weight: Rows
    bias: Rows
    empty: Rows


class Dense(msgspec.Struct, frozen=True):
    """A layer that looks at a word alone."""

    weight: Rows
    bias: Rows


class Arcs(msgspec.Struct, frozen=True):
    """The part of the syntax model that weighs pairs of words.

    `sides` gives each word four times: as governor and as dependant where heads are sought, then where relations are;
    `root` is those of the root. `head` weighs pairs for heads, `rel` for relations.
    """

    sides: Dense
    root: Rows
    head: Rows
    rel: Rows


def convolved(rows: Rows, layer: Convolution, empty: Numbers) -> Rows:
    """Return the rows after a convolution; `empty` are the rows around sentences, an even number of rows in all."""
    return settled(by_pairs(rows, layer.weight), layer, empty)


def by_pairs(rows: Rows, weight: Rows) -> Rows:
    """Return what three neighbours give each word, two words at a time (Winograd's F(2, 3)).

    Two words with their neighbours cost four products and not six; sums beforehand and afterwards are cheap.
    """
    seen = sums(rows[0::2], rows[1::2])
    _, models, inputs, filters = weight.shape
    given = np.empty((4, len(rows) // 2, models, filters), np.float32)
    np.matmul(
        seen.reshape(4, -1, models, inputs).swapaxes(1, 2),
        weight,
        out=given.swapaxes(1, 2),
    )
    before, both, apart, after = given.reshape(4, -1, models * filters)
    found = np.empty((len(rows) // 2, 2, models * filters), np.float32)
    before += both
    np.add(before, apart, out=found[:, 0])
    both -= apart
    np.subtract(both, after, out=found[:, 1])
    return found.reshape(len(rows), -1)


def sums(even: Rows, odd: Rows) -> Rows:
    """Return the four sums of each two rows and those around them; the first and the last row are empty anyway."""
    seen = np.empty((4, *even.shape), np.float32)
    np.subtract(odd[:-1], odd[1:], out=seen[0, 1:])
    np.add(even, odd, out=seen[1])
    np.subtract(odd, even, out=seen[2])
    np.subtract(even[:-1], even[1:], out=seen[3, :-1])
    seen[0, 0] = seen[3, -1] = 0
    return seen


def settled(rows: Rows, layer: Convolution, empty: Numbers) -> Rows:
    """Return the rows with bias, cut at zero; works in place."""
    rows += layer.bias
    return cut_off(rows, layer.empty, empty)


def cut_off(rows: Rows, nothing: Rows, empty: Numbers) -> Rows:
    """Return the rows cut at zero, `nothing` in the empty ones; works in place."""
    np.maximum(rows, 0, out=rows)
    rows[empty] = nothing
    return rows


def projected(rows: Rows, layer: Dense) -> Rows:
    """Return the rows after a projection."""
    found: Rows = rows @ layer.weight
    found += layer.bias
    return found


def sides_of(rows: Rows, layer: Arcs, empty: Numbers) -> list[Rows]:
    """Return the four sides of each word; the empty rows become the root's, so that each sentence has one before it."""
    found = cut_off(projected(rows, layer.sides), layer.root, empty)
    return np.split(found, 4, axis=1)


def heads(governor: Rows, dependant: Rows, begins: Sequence[int]) -> Numbers:
    """Return for each row which of its sentence's governs it, counted from the first word: the root's row is -1.

    `begins` are the roots' rows, and behind them the end.
    """
    spans = list(pairwise(begins))
    turned = dependant.T
    # Only the pairs of one sentence are weighed; the highest are looked for in the whole text at once.
    weighed = np.full((len(governor), max(stop - start for start, stop in spans)), -np.inf, np.float32)
    for start, stop in spans:
        np.matmul(governor[start:stop], turned[:, start:stop], out=weighed[start:stop, : stop - start])
    return strongest(weighed)


def strongest(scores: Rows) -> Numbers:
    """Return where each row's highest score stands; -1 is its first column."""
    # Two like words in like company weigh the same but for rounding, which differs by machine: the first is taken.
    found: Numbers = (scores >= scores.max(-1, keepdims=True) - ROUNDING).argmax(-1) - 1
    return found


def relations(governor: Rows, dependant: Rows, layer: Arcs) -> Numbers:
    """Return for each pair of a governor and its dependant the number of the relation between them."""
    seen = (governor @ layer.rel).reshape(len(governor), -1, dependant.shape[1])
    found: Numbers = np.matmul(seen, dependant[:, :, None])[:, :, 0].argmax(-1)
    return found


def likeliest(emissions: Sequence[Rows], transitions: Rows) -> list[list[int]]:
    """Return the likeliest marks of each sentence's words (Viterbi's way), walked from both ends to the middle."""
    middles = [len(rows) // 2 for rows in emissions]
    # Both halves of a sentence hold its middle word.
    halves = [half for rows, at in zip(emissions, middles, strict=True) for half in (rows[: at + 1], rows[at:][::-1])]
    order = sorted(range(len(halves)), key=lambda index: -len(halves[index]))
    into = np.stack([transitions.T, transitions])[np.array(order) % 2]
    score, history = walked([halves[index] for index in order], into)
    place = {index: at for at, index in enumerate(order)}
    found: list[list[int]] = []
    for index, (rows, at) in enumerate(zip(emissions, middles, strict=True)):
        ahead, behind = place[2 * index], place[2 * index + 1]
        best = int((score[ahead] + score[behind] - rows[at]).argmax())
        back = walked_back(history, behind, len(rows) - at, best)
        found.append(walked_back(history, ahead, at + 1, best) + back[-2::-1])
    return found


def walked(chains: Sequence[Rows], into: Rows) -> tuple[Rows, list[list[list[int]]]]:
    """Walk chains side by side, longest first, each with weights of its own for one mark into another.

    Return the last scores of each, and for each step and each mark the mark before it.
    """
    lengths = np.array([len(chain) for chain in chains])
    laid = np.zeros((lengths[0], *into.shape[:2]), np.float32)
    for place, chain in enumerate(chains):
        laid[: len(chain), place] = chain
    score, history = laid[0], []
    rows = np.arange(score.size)
    # Longest first: those still going are always the first so many.
    for step, going in enumerate((lengths[None] > np.arange(1, lengths[0])[:, None]).sum(1), 1):
        paths = (score[:going, None] + into[:going]).reshape(-1, into.shape[-1])
        best = paths.argmax(1)
        score[:going] = paths[rows[: len(best)], best].reshape(going, -1) + laid[step, :going]
        history.append(best.reshape(going, -1).tolist())
    return score, history


def walked_back(history: list[list[list[int]]], place: int, length: int, last: int) -> list[int]:
    """Return the path of a chain that ends in `last`, first word first."""
    path = [last]
    for best in reversed(history[: length - 1]):
        path.append(best[place][path[-1]])
    return path[::-1]
