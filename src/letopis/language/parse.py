"""A text and its language → its sentences of words, and the names in it.

Russian is read by slovnet's models for morphology, syntax and names; of other languages sentences and words are told
apart, and nothing is said of their grammar.
"""

from collections.abc import Iterable, Iterator, Sequence
from sys import intern

from letopis.language.parsed import Name, Parsed, Sentence, Word
from letopis.language.segment import sentences, trimmed, whole_words_of, words_of
from letopis.language.stand_ins import shown
from letopis.language.tagging import tagger
from letopis.language.words import lemma, russian_in_place
from letopis.model import Span

# So many words of a long text are tagged before the next are.
PORTION = 12_000


def parse(text: str, code: str | None, breaks: Iterable[Span] = ()) -> Parsed:
    """Read a text into sentences and words; no sentence runs over the end of a break (a block of the article)."""
    found = [span for piece in cut(text, breaks) for span in inside(piece, text)]
    cut_up = words_of if code == "ru" else whole_words_of
    words = [cut_up(span.of(text), span.start) for span in found]
    if code != "ru":
        return Parsed(text, code, tuple(plain_sentences(text, code, found, words)), ())
    return russian(text, found, words)


def cut(text: str, breaks: Iterable[Span]) -> Iterator[Span]:
    """Yield the breaks in order and the stretches of text between them."""
    at = 0
    for span in sorted(breaks):
        if at < span.start:
            yield Span(at, span.start)
        yield Span(max(at, span.start), max(at, span.stop))
        at = max(at, span.stop)
    yield Span(at, len(text))


def inside(piece: Span, text: str) -> list[Span]:
    """Return the sentences of one stretch of the text, as spans into the whole."""
    return [shifted(span, piece.start) for span in sentences(piece.of(text))]


def shifted(span: Span, by: int) -> Span:
    """Return the span moved to the right."""
    return Span(span.start + by, span.stop + by)


def plain_sentences(
    text: str, code: str | None, spans: Sequence[Span], words: Sequence[Sequence[Span]]
) -> Iterator[Sentence]:
    """Yield sentences of words about whose grammar nothing is said."""
    for span, inner in zip(spans, words, strict=True):
        yield Sentence(
            trimmed(text, span),
            tuple(Word(word, word.of(text), lemma(word.of(text), code), "", {}, -1, "") for word in inner),
        )


def russian(text: str, spans: Sequence[Span], words: Sequence[Sequence[Span]]) -> Parsed:
    """Return the sentences with grammar and names."""
    read: list[Sentence] = []
    names: list[Name] = []
    for portion in portions(words):
        # A word that is written often is kept once, and its letters are added up once.
        told = [[intern(word.of(text)) for word in inner] for inner in words[portion]]
        known = [shown(inner) for inner in told]
        for span, inner, texts, seen in zip(spans[portion], words[portion], told, tagger.seen(known), strict=True):
            read.append(Sentence(span, tuple(map(russian_word, inner, texts, seen.tags, seen.heads, seen.rels))))
            names += (Name(Span(inner[first].start, inner[last].stop), kind) for first, last, kind in seen.names)
    return Parsed(text, "ru", tuple(read), tuple(names))


def portions(sentences: Sequence[Sequence[Span]]) -> Iterator[slice]:
    """Yield stretches of sentences that have so many words that what is seen of all at once weighs little."""
    start, size = 0, 0
    for at, words in enumerate(sentences):
        if size + len(words) > PORTION and at > start:
            yield slice(start, at)
            start, size = at, 0
        size += len(words)
    yield slice(start, len(sentences))


def russian_word(span: Span, text: str, tag: tagger.Tag, head: int, rel: str) -> Word:
    """Return a word of a sentence as the models saw it."""
    return Word(span, text, russian_in_place(text, tag.pos, tag.written), tag.pos, tag.feats, head, rel)
