"""An article and its sentences → the times it speaks of, as calendar days."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from letopis.language.parsed import Parsed, Sentence
from letopis.model import Article, Moment, Span
from letopis.record.moments.anchors import caption_texts, dated, written
from letopis.record.moments.following import followed
from letopis.record.moments.scene import Scene
from letopis.record.moments.times import Reading, readings, times

DIGIT = re.compile(r"\d")


class Told(msgspec.Struct, frozen=True):
    """The times an article speaks of, and the day its words of time count from: None where nothing says it."""

    moments: tuple[Moment, ...]
    now: date | None


def times_told(article: Article, parsed: Parsed) -> Told:
    """Return every time the article speaks of, in the order of the text, and the day from which they count."""
    read = list(readings(parsed.sentences, parsed.text, parsed.code or ""))
    scene = written(article) or undated(article, parsed, read)
    return Told(tuple(followed(told(read, parsed.text, scene), parsed.text)), scene.now)


def moments(article: Article, parsed: Parsed) -> tuple[Moment, ...]:
    """Return every time the article speaks of, in the order of the text."""
    return times_told(article, parsed).moments


def undated(article: Article, parsed: Parsed, read: Iterable[Reading]) -> Scene:
    """Return what the words of an article without a date count from: a caption's full date, or the text's."""
    under = [moment for text in caption_texts(article) for moment in fixed(text, parsed.code or "")]
    return dated(under, (moment for reading in read for moment in behind(reading, parsed.text)))


def fixed(text: str, code: str) -> list[Moment]:
    """Return the days that a text fixes by itself, whatever its grammar."""
    whole = Sentence(Span(0, len(text)), ())
    return [moment for reading in readings([whole], text, code) for moment in times(reading, Scene())]


def behind(reading: Reading, text: str) -> list[Moment]:
    """Return the times of a sentence with a number that it does not put into the future."""
    # No full day is told without a year, nor a year without digits: most sentences need not be read for one.
    if not DIGIT.search(text, reading.sentence.span.start, reading.sentence.span.stop):
        return []
    return [moment for moment in times(reading, Scene()) if reading.tenses.at(moment.span.start) <= 0]


def told(read: Sequence[Reading], text: str, scene: Scene) -> list[Moment]:
    """Return the times of all sentences; within a paragraph an earlier year goes on."""
    found: list[Moment] = []
    for reading in read:
        found += times(reading, carried(found, reading.sentence, text, scene))
    return found


def carried(found: list[Moment], sentence: Sentence, text: str, scene: Scene) -> Scene:
    """Return the scene with the full date told before in the same paragraph, if it lies in an earlier year."""
    for moment in reversed(found[-4:]):
        if "\n" in text[moment.span.stop : sentence.span.start]:
            break
        if tells_a_year(moment, scene.now):
            return Scene(scene.now, scene.anchor, scene.ahead, moment.first)
    return scene


def tells_a_year(moment: Moment, now: date | None) -> bool:
    """Say whether a tale of an earlier year begins or goes on with this time."""
    exact = moment.anchor in ("explicit", "text") and moment.granularity in ("day", "month")
    return bool(exact and moment.first and now and moment.first.year < now.year)
