"""An article and its sentences → the times it speaks of, as calendar days."""

import re
from datetime import date

from letopis.language.parsed import Parsed, Sentence
from letopis.model import Article, Moment, Span
from letopis.record.moments.anchors import caption_texts, dated, written
from letopis.record.moments.following import followed
from letopis.record.moments.scene import Scene
from letopis.record.moments.tense import tenses
from letopis.record.moments.times import times

DIGIT = re.compile(r"\d")


def moments(article: Article, parsed: Parsed) -> tuple[Moment, ...]:
    """Return every time the article speaks of, in the order of the text."""
    return tuple(followed(told(parsed, scene_of(article, parsed)), parsed.text))


def written_on(article: Article, parsed: Parsed) -> date | None:
    """Return the day from which the article's words of time count, None where nothing says it."""
    return scene_of(article, parsed).now


def scene_of(article: Article, parsed: Parsed) -> Scene:
    """Return what the article's words of time count from."""
    return written(article) or undated(article, parsed)


def undated(article: Article, parsed: Parsed) -> Scene:
    """Return what the words of an article without a date count from: a caption's full date, or the text's."""
    code = parsed.code or ""
    under = [moment for text in caption_texts(article) for moment in fixed(text, code)]
    return dated(under, (moment for sentence in parsed.sentences for moment in behind(sentence, parsed.text, code)))


def fixed(text: str, code: str) -> list[Moment]:
    """Return the days that a text fixes by itself, whatever its grammar."""
    return times(Sentence(Span(0, len(text)), ()), text, code, Scene())


def behind(sentence: Sentence, text: str, code: str) -> list[Moment]:
    """Return the times of a sentence with a number that it does not put into the future."""
    # No full day is told without a year, nor a year without digits: most sentences need not be read for one.
    if not DIGIT.search(text, sentence.span.start, sentence.span.stop):
        return []
    found = times(sentence, text, code, Scene())
    seen = tenses(sentence, code) if found else None
    return [moment for moment in found if seen and seen.at(moment.span.start) <= 0]


def told(parsed: Parsed, scene: Scene) -> list[Moment]:
    """Return the times of all sentences; within a paragraph an earlier year goes on."""
    found: list[Moment] = []
    for sentence in parsed.sentences:
        found += times(sentence, parsed.text, parsed.code or "", carried(found, sentence, parsed.text, scene))
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
