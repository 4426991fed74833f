"""Words of sentences → what slovnet's models for Russian news see in them: grammar, dependencies, names.

The models' weights lie inside the installed natasha package, which is not imported: only its files are read.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec
from navec import Navec
from slovnet import NER, Morph, Syntax

from letopis.language.parsed import NameKind


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


def seen(sentences: Sequence[Sequence[str]]) -> list[Seen]:
    """Return what the models see in each sentence."""
    full = [list(words) for words in sentences if words]
    parts = iter(list(zip(grammar(full), dependencies(full), marks(full), strict=True)))
    return [seen_of(*next(parts)) if words else Seen((), (), (), ()) for words in sentences]


def seen_of(tags: list[str], arcs: list[tuple[int, str]], bio: list[str]) -> Seen:
    """Put together what the three models say of a sentence."""
    heads, rels = zip(*arcs, strict=True)
    return Seen(tuple(map(tag_of, tags)), heads, rels, names_in(bio))


def grammar(sentences: list[list[str]]) -> list[list[str]]:
    """Return the tag of each word, as the model writes it."""
    return [[token.tag for token in markup.tokens] for markup in loaded()["morph"].map(sentences)]


def dependencies(sentences: list[list[str]]) -> list[list[tuple[int, str]]]:
    """Return the index of each word's head, -1 for the root, and the relation to it."""
    marked = loaded()["syntax"].map(sentences)
    return [[(int(token.head_id) - 1, token.rel) for token in markup.tokens] for markup in marked]


def marks(sentences: list[list[str]]) -> list[list[str]]:
    """Return the mark of each word: beginning, inside or outside a name."""
    infer = loaded()["ner"].infer
    return list(infer.decoder(infer.process(infer.encoder(sentences))))


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
        if not kind:
            continue
        if mark[0] == "I" and found and found[-1][1:] == (index - 1, kind):
            found[-1] = (found[-1][0], index, kind)
        else:
            found.append((index, index, kind))
    return tuple(found)


@cache
def loaded() -> Mapping[str, Any]:
    """Load the embeddings and the three models."""
    navec = Navec.load(weights() / "emb" / "navec_news_v1_1B_250K_300d_100q.tar")
    models = {"morph": Morph, "syntax": Syntax, "ner": NER}
    return {
        name: model.load(weights() / "model" / f"slovnet_{name}_news_v1.tar").navec(navec)
        for name, model in models.items()
    }


def weights() -> Path:
    """Return the folder of the installed natasha package in which the weights lie."""
    spec = find_spec("natasha")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("natasha")
    return Path(spec.origin).parent / "data"
