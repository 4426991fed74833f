"""Files of the installed natasha package → the three models in the form in which they are run here.

The package is not imported: only its files are read.
"""

from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec
from navec import Navec
from slovnet.exec.model import NER, Morph, Syntax
from slovnet.exec.pack import Pack

from letopis.language.tagging import folded
from letopis.language.tagging.folded import Layer
from letopis.language.tagging.layers import Arcs, Convolution, Dense, Rows


class Models(msgspec.Struct, frozen=True):
    """The three models, ready to run.

    `words` are the first layers' weights for the embeddings of words, `unknown` their answers to a word without one,
    `shapes` those to the shapes of words, `nothing` what is left of them where no word stands. `deeper` are the other
    layers; the rest turns their answers into tags, heads and relations, marks of names.
    """

    navec: Navec
    words: Rows
    unknown: Rows
    shapes: Rows
    shape_ids: Mapping[str, int]
    nothing: Rows
    deeper: tuple[Convolution, ...]
    tags: Dense
    arcs: Arcs
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
    models = morph, syntax, names
    tables = [model.emb.shape.weight.array for model in models]
    stacks = [[taken_over(layer) for layer in model.encoder.layers] for model in models]
    top_of = [stack[-1] for stack in stacks]
    words, shapes = folded.opening([stack[0] for stack in stacks], tables, navec.pq.dim)
    return Models(
        navec=navec,
        words=words,
        unknown=navec.pq[navec.vocab.unk_id] @ words,
        shapes=shapes,
        shape_ids=shape_ids(),
        nothing=folded.nothing([stack[0] for stack in stacks]),
        deeper=tuple(folded.convolution(below, above) for below, above in pairwise(zip(*stacks, strict=True))),
        tags=folded.dense(top_of[0], plainly(morph.head.proj)),
        arcs=arcs_of(syntax, top_of[1]),
        marks=folded.dense(top_of[2], plainly(names.head.proj)),
        transitions=names.head.crf.transitions.array,
        vocabularies=(tags, rels, marks),
    )


def taken_over(layer: Any) -> Layer:
    """Return a slovnet layer as it was trained."""
    scale = layer.norm.weight.array / layer.norm.std.array
    return Layer(
        weight=layer.conv.weight.array.transpose(2, 1, 0),
        bias=layer.conv.bias.array,
        scale=scale,
        shift=layer.norm.bias.array - layer.norm.mean.array * scale,
    )


def plainly(layer: Any) -> Dense:
    """Return a slovnet projection as it was trained."""
    return Dense(layer.weight.array, layer.bias.array)


def arcs_of(syntax: Any, below: Layer) -> Arcs:
    """Return slovnet's weighing of pairs of words, for heads and for relations."""
    sides = [
        (plainly(side.proj), weigher.root.array)
        for weigher in (syntax.head, syntax.rel)
        for side in (weigher.head, weigher.tail)
    ]
    return folded.arcs(below, sides, syntax.head.kernel.array, syntax.rel.kernel.array)


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
