"""Texts made to be slow or broken → how reading time grows with them, and what falls over.

usage: python -m benchmarks.hostile FOLDER [--mutations 20000] [--letters 25000,100000,400000]

First each kind of hostile text is read in growing lengths: CPU seconds per 100,000 letters beyond the models' own,
the same at every length where time is linear. Then texts of FOLDER (.txt) are mutated and read through the whole
record; an exception is printed with the number of its mutation, which makes it again.
"""

import argparse
import random
import time
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path

import msgspec

from letopis.language.segment import lines_of
from letopis.language.tagging import tagger
from letopis.model import Article, Block, Dated
from letopis.record import record

KINDS = ("paragraph", "paragraph", "paragraph", "headline", "lead", "quotation", "caption", "list")
# Signs that rules look for, that break words, or that no keyboard has.
SIGNS = (
    *"«»„“”\"'()[]{}—–-:;,.!?…0123456789/\\№%&<>|~`´’‘\n\t\r\v\f\x00\x1c\x85\xa0\u2028\u200b\ufeff\u0301\ud83d\udc00ЁёЇʼ",
    *("\n\n", " — ", ": ", "», — ", ". ", "...", "😀", "مرحبا", "ﬁ", "ß", "𝐀", "日本", "A", "z", "Ǆ", "İ", "ﷺ"),
)
WORDS = (
    *(
        "сказал",
        "заявила,",
        "что",
        "по словам",
        "по данным",
        "со ссылкой на",
        "сообщает",
        "как",
        "он",
        "она",
        "Напомним,",
    ),
    *(
        "вчера",
        "в среду",
        "5 мая",
        "2014 года",
        "в ночь на",
        "министр",
        "президент",
        "Иван",
        "Петров",
        "А. Б.",
        "США",
        "МЧС",
    ),
)

UNUSUAL = {
    "opening marks": "«",
    "straight marks": '"мост ',
    "jumbled marks": '«мост „река“ "лес» сад” ',
    "low marks": "‚",
    "turned marks": "»мост« ",
    "quotations elsewhere": "„Most jest gotowy” – powiedział Jan Kowalski. ",
    "surnames elsewhere": "„Most jest gotowy” – powiedział Kowalski. ",
    "roles elsewhere": "заступника міністра оборони Петра Завадського ",
    "bodies": "МИД Польши и Минобороны (МО) России, МВД. ",
    "lines of a mark": "«мост\n",
    "one word": "а",
    "no letters": "1.",
    "lines of a word": "мост\n",
    "lines of a name": "Орлов\n",
    "lines with a colon": "Орлов: мост\n",
    "turns": "— Мост готов?\n— Готов, — сказал Орлов.\n",
    "brackets": "(",
    "brackets round words": "(мост [",
    "initials": "А. Б. Орлов, ",
    "names": "Иван Орлов, министр Анна Белова и ООО «Мост» ",
    "dates": "5 мая 2014 года, вчера, с 1 по 3 июня, в 2003 году, ",
    "verbs of speech": "сказал заявила, сообщили отметил, что ",
    "attributions": "по словам Орлова, ",
    "one sentence": "мост, который построил город, и ",
    "news": "Вчера министр Олег Зуев заявил в Гомеле, что мост откроют 5 мая. «Всё готово», — сказал он. ",
}


def mutated(text: str, dice: random.Random) -> str:
    """Return a piece of the text with letters and words lost, doubled, moved, or set between strange signs."""
    start = dice.randrange(max(1, len(text) - 400))
    piece = text[start : start + dice.randrange(20, 700)]
    for _ in range(dice.randrange(1, 12)):
        piece = dice.choice(MUTATIONS)(piece, dice)
    return piece[:2_000]


def cut(text: str, dice: random.Random) -> tuple[str, str, str]:
    """Return the text in three pieces."""
    first, last = sorted(dice.randrange(len(text) + 1) for _ in range(2))
    return text[:first], text[first:last], text[last:]


def without(text: str, dice: random.Random) -> str:
    """Return the text without a stretch."""
    before, stretch, after = cut(text, dice)
    return before + stretch[40:] + after


def doubled(text: str, dice: random.Random) -> str:
    """Return the text with a stretch of it two to nine times."""
    before, stretch, after = cut(text, dice)
    return before + stretch[:60] * dice.randrange(2, 10) + after


def turned(text: str, dice: random.Random) -> str:
    """Return the text with two stretches in each other's place."""
    before, stretch, after = cut(text, dice)
    return stretch + before + after


def signed(text: str, dice: random.Random) -> str:
    """Return the text with strange signs in it, by themselves or in a row."""
    before, stretch, after = cut(text, dice)
    return before + dice.choice(SIGNS) * dice.choice((1, 1, 1, 2, 30)) + stretch + dice.choice(SIGNS) + after


def worded(text: str, dice: random.Random) -> str:
    """Return the text with words that rules look for where they do not belong."""
    before, stretch, after = cut(text, dice)
    return f"{before} {dice.choice(WORDS)} {dice.choice(WORDS)}{stretch}{dice.choice(WORDS)}{after}"


def respaced(text: str, dice: random.Random) -> str:
    """Return the text with its blanks lost, its lines joined, or each word on a line of its own."""
    return dice.choice(
        (text.replace(" ", ""), text.replace("\n", " "), text.replace(" ", "\n"), text.replace(" ", "\n\n"))
    )


def recased(text: str, dice: random.Random) -> str:
    """Return the text in capitals, in small letters, or with a capital to each word."""
    return dice.choice((text.upper(), text.lower(), text.title(), text.swapcase()))


MUTATIONS: tuple[Callable[[str, random.Random], str], ...] = (
    *(without, doubled, turned, signed, signed, signed, worded, worded, respaced, recased),
)


def article_of(text: str, dice: random.Random) -> Article:
    """Return the text as an article, each line a block of some kind; a block may be missing."""
    lines = [line for line in lines_of(text) if line.of(text).strip() and dice.random() > 1 / 16]
    return Article(
        url=None,
        text=text,
        blocks=tuple(Block(dice.choice(KINDS), line) for line in lines),
        language=dice.choice((None, "ru", "ru", "ru", "uk", "be", "en", "de", "??")),
        published=dice.choice((None, Dated("2014-05-05", "time"), Dated("0001-01-01", "time"), Dated("x", "caption"))),
    )


def mutations(texts: list[str], count: int) -> Iterator[tuple[int, Article]]:
    """Yield so many mutations of texts, each the same whenever it is made."""
    for number, text in enumerate(islice(cycle(texts), count)):
        dice = random.Random(number)
        yield number, article_of(mutated(text, dice), dice)


def falls(texts: list[str], count: int) -> Iterator[str]:
    """Yield what fell over and at which mutation."""
    for number, article in mutations(texts, count):
        try:
            msgspec.to_builtins(record(article))
        except Exception as fault:  # noqa: BLE001  (whatever it is, it is what we look for)
            yield f"mutation {number}: {fault!r}"


def beyond_models(article: Article) -> float:
    """Return the CPU seconds of a record, those of the models left out."""
    spent, seen = 0.0, tagger.seen

    def timed(sentences: list[list[str]]) -> list[tagger.Seen]:
        nonlocal spent
        start = time.process_time()
        found = seen(sentences)
        spent += time.process_time() - start
        return found

    tagger.seen = timed  # type: ignore[assignment]
    start = time.process_time()
    record(article)
    whole = time.process_time() - start
    tagger.seen = seen
    return whole - spent


def long_one(piece: str, letters: int) -> Article:
    """Return a text of so many letters that repeats a piece, each line a paragraph."""
    text = (piece * (letters // len(piece) + 1))[:letters]
    return Article(
        url=None, text=text, blocks=tuple(Block("paragraph", line) for line in lines_of(text)), language="ru"
    )


def main() -> None:
    """Measure and print."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--mutations", type=int, default=20_000)
    ask.add_argument("--letters", default="25000,100000,400000")
    args = ask.parse_args()
    record(long_one("Мост открыли вчера. ", 60))
    lengths = [int(letters) for letters in args.letters.split(",")]
    print("seconds of CPU per 100,000 letters, the models left out, at", *lengths, "letters")
    for name, piece in UNUSUAL.items():
        seconds = [beyond_models(long_one(piece, letters)) * 100_000 / letters for letters in lengths]
        print(f"{name:24}", *(f"{one:8.3f}" for one in seconds), flush=True)
    texts = [path.read_text(encoding="utf-8") for path in sorted(args.folder.glob("*.txt"))]
    if not texts:
        raise SystemExit(f"{args.folder}: no .txt files here")
    start = time.process_time()
    found = list(falls(texts, args.mutations))
    print(*found, f"{args.mutations} mutations, {len(found)} fell over, {time.process_time() - start:.0f} s", sep="\n")


if __name__ == "__main__":
    main()
