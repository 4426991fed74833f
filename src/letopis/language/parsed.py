"""What a parser saw in a text: sentences of words with their forms and their grammar, and the names among them."""

from collections.abc import Mapping
from typing import Literal

import msgspec

from letopis.model import Span

NameKind = Literal["PER", "LOC", "ORG"]


class Word(msgspec.Struct, frozen=True, gc=False):
    """A token of a sentence.

    `pos` and `feats` are Universal Dependencies' ("VERB", {"Number": "Sing"}); `head` is the index of the governing
    word in its sentence, -1 at the root; `rel` the relation to it ("nsubj"). Empty where a language has no parser.
    """

    span: Span
    text: str
    lemma: str
    pos: str
    feats: Mapping[str, str]
    head: int
    rel: str


class Sentence(msgspec.Struct, frozen=True, gc=False):
    """A sentence, which never runs over the end of its block."""

    span: Span
    words: tuple[Word, ...]


class Name(msgspec.Struct, frozen=True, order=True, gc=False):
    """A stretch that the tagger takes for the name of a person, place or organisation."""

    span: Span
    kind: NameKind


class Parsed(msgspec.Struct, frozen=True):
    """A text with its sentences and names, all spans into `text`."""

    text: str
    code: str | None
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]
