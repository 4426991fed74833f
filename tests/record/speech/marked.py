"""Marked lines → articles, words and speakers for the tests of speech."""

from pathlib import Path

from letopis.model import Article, Block, Span

HERE = Path(__file__).parent


def rows(name):
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]


def article(text, language="ru", kind="paragraph"):
    paragraphs, blocks, at = text.split("¶"), [], 0
    for paragraph in paragraphs:
        blocks.append(Block(kind, Span(at, at + len(paragraph))))
        at += len(paragraph) + 2
    return Article(url=None, text="\n\n".join(paragraphs), blocks=tuple(blocks), language=language)


def unmark(line):
    plain = line.translate(str.maketrans("", "", "[]<>"))
    words = [piece.split("]")[0] for piece in line.split("[")[1:]]
    return plain, [word.translate(str.maketrans("", "", "<>")) for word in words]
