"""Synthetic pages → what keeping and searching them costs: `python -m benchmarks.archive [PAGES]`."""

import hashlib
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from letopis.archive.base import Archive
from letopis.archive.engine import open_archive
from letopis.archive.finding.asking import Asked
from letopis.model import Article, Capture, Dated, Person, Reading, Record, Span, Speaker, Statement

NOUNS = ["мост", "ремонт", "город", "река", "завод", "школа", "бюджет", "совет", "закон", "рынок", "поезд", "суд"]
VERBS = ["закрыли", "открыли", "обсудили", "построили", "проверили", "отложили", "приняли", "продали"]
TOWNS = [f"{first}{second}ск" for first in ("Лу", "Бе", "За", "Ор", "Ни") for second in ("гов", "рез", "льн", "дов")]
GIVEN = ["Иван", "Пётр", "Анна", "Олег", "Мария", "Ольга", "Глеб", "Вера"]
SURNAMES = [f"{stem}{end}" for stem in ("Петр", "Мельник", "Завад", "Корж", "Белоус") for end in ("ов", "енко", "ич")]
OUTLETS = [f"Вестник {number}" for number in range(30)]
START = datetime(2024, 1, 1, tzinfo=UTC)


def page(number: int, dice: random.Random) -> tuple[Reading, Capture]:
    """Return a page of about 300 words with three statements."""
    name = f"{dice.choice(GIVEN)} {dice.choice(SURNAMES)}"
    sentences = [f"{name} выступил в городе {dice.choice(TOWNS)}е."]
    sentences += [sentence(dice) for _ in range(35)]
    text = " ".join(sentences)
    spans = [Span(text.index(said), text.index(said) + len(said)) for said in sentences[3:6]]
    statements = tuple(
        Statement(kind="direct", parts=(span,), cue=None, speaker=Speaker("person", name), rule="made")
        for span in spans
    )
    record = Record(people=(Person(name, "мэр", (Span(0, len(name)),), "made"),), statements=statements)
    when = START + timedelta(minutes=30 * number)
    url, body = f"https://a.test/{number}", f"<html><p>{text}</p></html>".encode()
    article = Article(
        url=url,
        outlet=dice.choice(OUTLETS),
        title=sentences[1],
        language="ru",
        published=Dated(when.isoformat(), "made"),
        text=text,
    )
    digest = hashlib.sha256(body).hexdigest()
    return Reading(article, record), Capture(url, url, when, 200, "text/html", (), body, digest)


def sentence(dice: random.Random) -> str:
    """Return a sentence of eight words."""
    words = [dice.choice(NOUNS), dice.choice(VERBS), *dice.sample(NOUNS, 5), str(dice.randint(1, 9999))]
    return " ".join(words).capitalize() + "."


def timed(deed: Callable[[], object], times: int = 20) -> float:
    """Return the median of the milliseconds that a deed takes."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        deed()
        taken.append(1000 * (time.perf_counter() - start))
    return median(taken)


def questions(archive: Archive) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield what a reader asks for."""
    for words in ("мостами", "мост ремонт", '"мост закрыли"', "Березска", "мост -ремонт", "speaker:Петров", "4711"):
        yield f"search {words}", lambda words=words: archive.search(Asked(words=words))
    yield "search, last leaf", lambda: archive.search(Asked(words="мост", after="1"))
    yield (
        "search one week",
        lambda: archive.search(Asked(words="мост", since=START.date(), until=(START + timedelta(days=6)).date())),
    )
    yield "article", lambda: archive.article(100)
    yield "body", lambda: archive.body(100)
    yield "figures петрова", lambda: archive.figures("петрова")
    yield "said_by", lambda: archive.said_by(1)
    yield "counts", archive.counts
    yield "outlets", archive.outlets


def main(pages: int) -> None:
    """Keep pages and ask for them; print what it costs."""
    dice = random.Random(1)
    made = [page(number, dice) for number in range(pages)]
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        with open_archive(place, write=True) as archive:
            start, used = time.perf_counter(), time.process_time()
            for reading, capture in made:
                archive.keep(reading, capture)
            wall, cpu = time.perf_counter() - start, time.process_time() - used
            print(f"keep: {pages / wall:,.0f} pages/s, {1000 * cpu / pages:.2f} ms of CPU a page")
            again = timed(lambda: archive.keep(*made[0]))
            print(f"keep the same again: {again:.2f} ms")
        size = sum(path.stat().st_size for path in place.rglob("*") if path.is_file())
        print(f"on disk: {size / pages / 1024:.1f} KiB a page")
        with open_archive(place) as archive:
            for name, deed in questions(archive):
                print(f"{name}: {timed(deed):.2f} ms")
            for words in ("мостами", "Березска", "speaker:Петров"):
                print(f"found for {words}: {archive.search(Asked(words=words)).leaf.total:,}")
    print(f"memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MiB (the pages made included)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
