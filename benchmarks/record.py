"""How fast and how well records are made: a reader for graders, and our speed beside natasha's on the same texts.

usage: python -m benchmarks.record FOLDER [--texts N]

FOLDER holds .txt files of Russian news. Prints words, seconds of CPU and articles of 300 words a second for our whole
record and for natasha's segmentation, morphology, syntax and names alone, both in this run; memory and start-up too.
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


def timed(reader: Callable[[str], object], texts: list[str]) -> tuple[float, float]:
    """Return CPU seconds for the first text, start-up and all, and for the rest."""
    start = time.process_time()
    reader(texts[0])
    first = time.process_time() - start
    # One thread for both: on small products numpy's second thread burns a core for nothing.
    with threadpool_limits(limits=1):
        start = time.process_time()
        for text in texts[1:]:
            reader(text)
        return first, time.process_time() - start


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
    words = sum(len(text.split()) for text in texts[1:])
    first, ours = timed(read, texts)
    print(f"letopis  record, all of it       {words / ours / ARTICLE:6.1f} articles/s  {words / ours:7.0f} words/s")
    print(f"         first text, loading too {first:6.2f} s; memory {megabytes():.0f} MB")
    first, theirs = timed(by_natasha(), texts)
    print(f"natasha  parsing and names alone {words / theirs / ARTICLE:6.1f} articles/s  {words / theirs:7.0f} words/s")
    print(f"letopis is {theirs / ours:.2f} times as fast ({len(texts)} texts, {words} words)")


if __name__ == "__main__":
    main()
