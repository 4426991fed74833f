"""How fast and how well records are made: a reader for graders, and our speed beside natasha's on the same texts.

usage: python -m benchmarks.record FOLDER [--texts N]

FOLDER holds .txt files of Russian news. Prints articles of 300 words a second of CPU for our whole record and for
natasha's segmentation, morphology, syntax and names alone, both in this run; start-up and memory too.
"""

import argparse
import resource
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
from threadpoolctl import threadpool_limits

from letopis.language.segment import lines_of
from letopis.model import Article, Block
from letopis.record import record

ARTICLE = 300


def read(text: str) -> dict[str, Any]:
    """Return the record of a text as JSON has it, spans into the text as it stands."""
    return msgspec.to_builtins(record(article_of(text)))


def article_of(text: str) -> Article:
    """Return the text as an article of which each line is a paragraph."""
    blocks = tuple(Block("paragraph", line) for line in lines_of(text) if line.of(text).strip())
    return Article(url=None, text=text, blocks=blocks)


def by_natasha() -> Callable[[str], object]:
    """Return natasha's reading of a text: sentences, morphology, syntax, names."""
    from natasha import Doc, NewsEmbedding, NewsMorphTagger, NewsNERTagger, NewsSyntaxParser, Segmenter  # noqa: PLC0415  (only here)

    embedding = NewsEmbedding()
    segmenter = Segmenter()
    taggers = NewsMorphTagger(embedding), NewsSyntaxParser(embedding), NewsNERTagger(embedding)

    def parsed(text: str) -> object:
        doc = Doc(text)
        doc.segment(segmenter)
        doc.tag_morph(taggers[0])
        doc.parse_syntax(taggers[1])
        doc.tag_ner(taggers[2])
        return doc

    return parsed


def timed(reader: Callable[[str], object], texts: list[str]) -> float:
    """Return the CPU seconds that a reader takes for texts."""
    start = time.process_time()
    for text in texts:
        reader(text)
    return time.process_time() - start


def megabytes() -> float:
    """Return the most memory this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Time both and print the figures."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--texts", type=int, default=200)
    args = ask.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in sorted(args.folder.glob("*.txt"))[: args.texts]]
    if not texts:
        raise SystemExit(f"{args.folder}: no .txt files here")
    start = time.process_time()
    read(texts[0])
    print(f"letopis  first text, loading too  {time.process_time() - start:6.2f} s of CPU")
    words = sum(len(text.split()) for text in texts)
    natasha = by_natasha()
    natasha(texts[0])
    # numpy's second thread burns a core for nothing on products this small: so the peer is timed with and without it.
    with threadpool_limits(limits=1):
        ours, theirs = timed(read, texts), timed(natasha, texts)
    free = timed(natasha, texts)
    print(line("letopis  all of the record", words, ours) + f"  memory with natasha's {megabytes():.0f} MB")
    print(line("natasha  parsing, one thread", words, theirs) + f"  letopis is {theirs / ours:.2f} times as fast")
    print(line("natasha  parsing, as it comes", words, free) + f"  letopis is {free / ours:.2f} times as fast")


def line(name: str, words: int, seconds: float) -> str:
    """Return a reader's figures."""
    return f"{name:32} {words / seconds / ARTICLE:6.1f} articles/s  {words / seconds:7.0f} words/s"


if __name__ == "__main__":
    main()
