"""An article and its record → what grouping compares: its terms, its names in any script, its time."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

import msgspec

from letopis.language.lists import word_list
from letopis.language.segment import words_of
from letopis.language.words import lemma
from letopis.model import Span
from letopis.story.grouping.scripts import skeleton
from letopis.story.reported import Reported, published_of, time_of

MOST_LETTERS = 6_000
# After these a capital letter says that a sentence begins, not that a name does.
OPENERS = frozenset('.!?…:;«»"“”„—–-•(')
STEM = 6
BENT_BY_ENDINGS = frozenset({"ru"})


class Told(msgspec.Struct, frozen=True):
    """An article as grouping sees it.

    `when` is the time of publication, else of capture, else None; where only the day is known, its last moment, and
    `earliest` then its first.
    `bag` counts its terms, `faces` shows each as a reader would write it; `names` are its capitalised words by the
    skeleton that they share across scripts; `words` are its terms in order, for finding reprints.
    """

    id: int
    when: datetime | None
    earliest: datetime | None
    code: str | None
    bag: Mapping[str, int]
    faces: Mapping[str, str]
    names: Mapping[str, str]
    words: tuple[str, ...]


def told_of(report: Reported) -> Told:
    """Return a kept article as grouping sees it; its background paragraphs tell other stories and are left out."""
    article, record = report.reading.article, report.reading.record
    text = without(article.text, record.background)
    headed = text if article.title is None or article.title in text else f"{article.title}\n\n{text}"
    return told(report.id, headed, article.language, time_of(report), earliest=published_of(report))


def told(number: int, text: str, code: str | None, when: datetime | None, *, earliest: datetime | None = None) -> Told:
    """Return a text as grouping sees it: what comes late in a long text is no longer its news."""
    text = text[:MOST_LETTERS]
    spans = [span for span in words_of(text) if any(map(str.isalnum, span.of(text)))]
    bases = [lemma(span.of(text), code) for span in spans]
    terms = [base if code in BENT_BY_ENDINGS else base[:STEM] for base in bases]
    frequent = word_list(code or "", "frequent")
    said = [(term, base) for term, base in zip(terms, bases, strict=True) if len(base) > 1 and base not in frequent]
    return Told(
        id=number,
        when=when,
        earliest=earliest or when,
        code=code,
        bag=Counter(term for term, _ in said),
        faces=dict(reversed(said)),
        names=dict(names_in(text, spans, bases)),
        words=tuple(terms),
    )


def names_in(text: str, spans: Sequence[Span], bases: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Give the words that are capitalised inside a sentence, and the numbers, by what they share across scripts."""
    stop = 0
    for span, base in zip(spans, bases, strict=True):
        word = span.of(text)
        opens = opens_sentence(text, stop, span)
        stop = span.stop
        if word.isdigit() and len(word) > 1:
            yield word, word
        elif word[0].isupper() and not opens and (key := skeleton(base)):
            yield key, word


def opens_sentence(text: str, stop: int, span: Span) -> bool:
    """Say whether a word may be capitalised because a sentence, a quotation or a line begins with it."""
    between = text[stop : span.start]
    return stop == 0 or "\n" in between or any(sign in OPENERS for sign in between)


def without(text: str, background: tuple[Span, ...]) -> str:
    """Return a text without its background, unless little else would be left."""
    left, at = "", 0
    for span in sorted(background):
        left, at = left + text[at : max(at, span.start)], max(at, span.stop)
    left += text[at:]
    return left if len(left) * 3 >= len(text) else text
