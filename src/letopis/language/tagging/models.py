"""Files of the installed natasha package → the three models in the form in which they are run here.

The package is not imported: only its files are read.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from navec import Navec
from slovnet.exec.model import NER, Morph, Syntax
from slovnet.exec.pack import Pack

from letopis.language.tagging import layers
from letopis.language.tagging.layers import Arcs, Convolution, Dense, Rows


class Models(msgspec.Struct, frozen=True):
    """The three models, ready to run.

    `first` serves all three at once; `shapes` are the first layer's answers to the shapes of words, `words` its weights
    for their embeddings. `deeper` are the other layers: of morphology, of syntax, of names.
    """

    navec: Navec
    words: Rows
    shapes: Rows
    shape_ids: Mapping[str, int]
    first: Convolution
    deeper: tuple[tuple[Convolution, ...], ...]
    tags: Dense
    head: Arcs
    rel: Arcs
    marks: Dense
    transitions: Rows
    vocabularies: tuple[tuple[str, ...], ...]


@cache
def loaded() -> Models:
    """Load the embeddings and the three models."""
    navec = Navec.load(folder() / "emb" / "navec_news_v1_1B_250K_300d_100q.tar")
    (morph, tags), (syntax, rels), (names, marks) = (
        unpacked("morph", Morph, "tag"),
        unpacked("syntax", Syntax, "rel"),
        unpacked("ner", NER, "tag"),
    )
    opening = [layers.convolution(model.encoder.layers[0]) for model in (morph, syntax, names)]
    size = navec.pq.dim
    return Models(
        navec=navec,
        words=side_by_side([layer.weight[:size] for layer in opening]),
        shapes=side_by_side(
            [
                m.emb.shape.weight.array @ layer.weight[size:]
                for m, layer in zip((morph, syntax, names), opening, strict=True)
            ]
        ),
        shape_ids=shape_ids(),
        first=Convolution(
            weight=np.empty((0, 0), np.float32),
            bias=np.concatenate([layer.bias for layer in opening]),
            scale=np.concatenate([layer.scale for layer in opening]),
            shift=np.concatenate([layer.shift for layer in opening]),
        ),
        deeper=tuple(tuple(map(layers.convolution, m.encoder.layers[1:])) for m in (morph, syntax, names)),
        tags=layers.dense(morph.head.proj),
        head=layers.arcs(syntax.head),
        rel=layers.arcs(syntax.rel),
        marks=layers.dense(names.head.proj),
        transitions=names.head.crf.transitions.array,
        vocabularies=(tags, rels, marks),
    )


def side_by_side(weights: Sequence[Rows]) -> Rows:
    """Join the three models' weights so that each of the three taps has all models side by side."""
    return np.ascontiguousarray(
        np.concatenate([w.reshape(len(w), 3, -1) for w in weights], axis=2).reshape(len(weights[0]), -1)
    )


def unpacked(name: str, kind: Any, answers: str) -> tuple[Any, tuple[str, ...]]:
    """Read a model's weights and the vocabulary of its answers."""
    with Pack(folder() / "model" / f"slovnet_{name}_news_v1.tar") as pack:
        pack.load_meta().check_protocol()
        model = pack.load_model(kind)
        return model.inject_arrays(dict(pack.load_arrays(model.weights))), tuple(pack.load_vocab(answers).items)


def shape_ids() -> Mapping[str, int]:
    """Return the numbers the models have for the shapes of words («Xx», a number, a comma)."""
    with Pack(folder() / "model" / "slovnet_ner_news_v1.tar") as pack:
        return {shape: index for index, shape in enumerate(pack.load_vocab("shape").items)}


def folder() -> Path:
    """Return the folder of the installed natasha package in which the weights lie."""
    spec = find_spec("natasha")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("natasha")
    return Path(spec.origin).parent / "data"
