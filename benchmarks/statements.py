"""A folder of texts → the statements found in them, in the grader's form.

usage: python -m benchmarks.statements FOLDER FOUND.jsonl [--paragraphs]

Reads every .txt of the folder as `letopis read` does. With --paragraphs the page room is left out: each line of a text
is a paragraph, the first its headline.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from letopis import page
from letopis.gather.files import read_file
from letopis.model import Article, Block, Reading, Record, Refusal, Span
from letopis.record import record

MOST_BYTES = 5_000_000


def main() -> None:
    """Read the folder and write what was found."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    ask.add_argument("found", type=Path)
    ask.add_argument("--paragraphs", action="store_true")
    args = ask.parse_args()
    lines = [
        json.dumps(row, ensure_ascii=False)
        for path in sorted(args.folder.glob("*.txt"))
        for row in rows(path.stem, *read(path, alone=args.paragraphs))
    ]
    args.found.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def read(path: Path, *, alone: bool) -> Reading | tuple[Article, Record]:
    """Return the article and the record of a text."""
    if not alone:
        capture = read_file(path, MOST_BYTES)
        article = capture if isinstance(capture, Refusal) else page.read(capture)
        if not isinstance(article, Refusal):
            return article, record(article)
        print(f"{path.name}: {article.reason}")
    article = by_lines(path.read_text(encoding="utf-8"))
    return article, record(article)


def by_lines(text: str) -> Article:
    """Return a text as an article of which each line is a paragraph."""
    lines = [line.strip().replace("\xa0", " ") for line in text.splitlines() if line.strip()]
    blocks, at = [], 0
    for number, line in enumerate(lines):
        kind = "headline" if number == 0 else "paragraph"
        blocks.append(Block(kind, Span(at, at + len(line))))
        at += len(line) + 2
    return Article(url=None, text="\n\n".join(lines), blocks=tuple(blocks))


def rows(doc: str, article: Article, found: Record) -> Iterator[dict[str, object]]:
    """Yield the statements of a record as the grader wants them."""
    for said in found.statements:
        parts = [part.of(article.text) for part in said.parts]
        who = said.speaker
        yield {"doc": doc, "kind": said.kind, "parts": parts, "who": who.name, "sort": who.kind, "rule": said.rule}


if __name__ == "__main__":
    main()
