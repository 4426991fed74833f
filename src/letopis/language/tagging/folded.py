"""Layers as they were trained → layers as they are run: what can be worked out beforehand is worked out once, here.

A layer's normalisation multiplies and adds, and so does the layer above: the one is carried into the other.
"""

from collections.abc import Sequence

import msgspec
import numpy as np

from letopis.language.tagging.layers import Arcs, Convolution, Dense, Rows

# What three neighbours are multiplied by → what two words' four products are (Winograd's F(2, 3)).
FOUR = np.array([[1, 0, 0], [0.5, 0.5, 0.5], [0.5, -0.5, 0.5], [0, 0, 1]], np.float32)


class Layer(msgspec.Struct, frozen=True):
    """A convolution as it was trained.

    `weight` is the word before, the word itself, the word after × inputs × filters; `scale` and `shift` are the
    normalisation that follows.
    """

    weight: Rows
    bias: Rows
    scale: Rows
    shift: Rows


def opening(firsts: Sequence[Layer], shapes: Sequence[Rows], size: int) -> tuple[Rows, Rows]:
    """Return the first layers' weights for words' embeddings, and their answers to words' shapes with all biases.

    Both have the three neighbours side by side, and within each the models.
    """
    words = np.concatenate([layer.weight[:, :size] for layer in firsts], axis=2)
    shaped = np.concatenate([table @ layer.weight[:, size:] for table, layer in zip(shapes, firsts, strict=True)], 2)
    shaped[1] += np.concatenate([layer.bias for layer in firsts])
    return beside(words), beside(shaped)


def beside(neighbours: Rows) -> Rows:
    """Put what is meant for the three neighbours side by side."""
    return np.ascontiguousarray(neighbours.swapaxes(0, 1).reshape(neighbours.shape[1], -1))


def nothing(layers: Sequence[Layer]) -> Rows:
    """Return what a row without a word holds, so that the layers above see nothing there."""
    return np.concatenate([-layer.shift / layer.scale for layer in layers])


def convolution(below: Sequence[Layer], layers: Sequence[Layer]) -> Convolution:
    """Return a layer of all models, what is below normalised by its weights."""
    carried = [layer.weight * under.scale[:, None] for under, layer in zip(below, layers, strict=True)]
    shifted = [under.shift @ layer.weight.sum(0) for under, layer in zip(below, layers, strict=True)]
    return Convolution(
        weight=np.stack([np.tensordot(FOUR, weight, 1) for weight in carried], axis=1),
        bias=np.concatenate([layer.bias + shift for layer, shift in zip(layers, shifted, strict=True)]),
        empty=nothing(layers),
    )


def dense(below: Layer, projection: Dense) -> Dense:
    """Return a projection of what is below, normalised by its weights."""
    return Dense(below.scale[:, None] * projection.weight, below.shift @ projection.weight + projection.bias)


def arcs(below: Layer, sides: Sequence[tuple[Dense, Rows]], head: Rows, rel: Rows) -> Arcs:
    """Return the weighing of pairs; `sides` are its four projections, each with the row that stands for the root."""
    parts = [dense(below, side) for side, _ in sides]
    return Arcs(
        sides=Dense(
            np.concatenate([part.weight for part in parts], axis=1), np.concatenate([part.bias for part in parts])
        ),
        root=np.concatenate([np.maximum(root @ side.weight + side.bias, 0).ravel() for side, root in sides]),
        head=head,
        rel=rel,
    )
