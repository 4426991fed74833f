"""An article and what was sought → the sentence that shows it best, the stretches that match, and who says it."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from letopis.archive.finding.tokens import laid_out
from letopis.language.segment import sentences
from letopis.model import Reading, Span

Forms = tuple[tuple[str, ...], ...]

Ranked = tuple[Span, int | None, tuple[bool, int, bool, bool, int]]
NOTHING: Ranked = (Span(0, 0), None, (False, 0, False, False, 0))


class Shown(msgspec.Struct, frozen=True):
    """A sentence, its marked stretches, and the statement (an index into the record) it belongs to, if any."""

    sentence: str
    marked: tuple[tuple[int, int], ...]
    statement: int | None


class Stretch(msgspec.Struct, frozen=True, order=True):
    """Where a term, numbered as in the search, occurs."""

    span: Span
    term: int


def best(reading: Reading, terms: Sequence[Forms], voices: frozenset[int] = frozenset()) -> Shown:
    """Return the sentence with most of the terms: what an asked voice says comes first, then what anybody says."""
    article = reading.article
    found = sorted(stretches(article.text, terms, article.language))
    headed = sorted(stretches(article.title or "", terms, article.language))
    span, statement = chosen(reading, found, voices)
    if len(terms_of(headed)) > len(terms_of(within(span, found))):
        title = article.title or ""
        return Shown(title, merged(inside(Span(0, len(title)), headed)), None)
    return Shown(span.of(article.text), merged(inside(span, found)), statement)


def terms_of(found: Iterable[Stretch]) -> set[int]:
    """Return which terms occur in stretches."""
    return {stretch.term for stretch in found}


def chosen(reading: Reading, found: list[Stretch], voices: frozenset[int]) -> tuple[Span, int | None]:
    """Return the best sentence and the statement it belongs to."""
    ranked: list[Ranked] = []
    for number, span in enumerate(sentences(reading.article.text)):
        terms = len(terms_of(within(span, found)))
        if found and not terms:
            continue  # it stands behind every sentence that has one
        statement = said_in(reading, span, voices)
        said = statement is not None and bool(found)
        voiced = statement in voices
        ranked.append((span, statement, (voiced and terms > 0, terms, voiced, said, -number)))
    span, statement, _ = max(ranked, key=lambda each: each[2], default=NOTHING)
    return span, statement


def said_in(reading: Reading, span: Span, voices: frozenset[int]) -> int | None:
    """Return the statement that a sentence shares words with, one of the asked voices rather than another."""
    said = [
        number
        for number, statement in enumerate(reading.record.statements)
        if any(part.meets(span) for part in statement.parts)
    ]
    return next((number for number in said if number in voices), said[0] if said else None)


def within(span: Span, found: list[Stretch]) -> Iterator[Stretch]:
    """Yield the stretches that begin in a span."""
    for stretch in found[bisect_left(found, Stretch(Span(span.start, 0), 0)) :]:
        if stretch.span.start >= span.stop:
            return
        yield stretch


def inside(span: Span, found: list[Stretch]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a sentence, counted from its beginning."""
    for stretch in within(span, found):
        yield stretch.span.start - span.start, min(stretch.span.stop, span.stop) - span.start


def merged(pairs: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return stretches with those that overlap made one."""
    made: list[tuple[int, int]] = []
    for start, stop in sorted(pairs):
        if made and start < made[-1][1]:
            made[-1] = (made[-1][0], max(stop, made[-1][1]))
        else:
            made.append((start, stop))
    return tuple(made)


def stretches(text: str, terms: Sequence[Forms], code: str | None) -> Iterator[Stretch]:
    """Yield where the terms occur in a text, each in any of its forms."""
    if not terms:
        return
    laid = list(laid_out(text, code))
    starts = starting(terms)
    for at, (token, span) in enumerate(laid):
        for term, form in starts.get(token, ()):
            if all(at + k < len(laid) and laid[at + k][0] == form[k] for k in range(1, len(form))):
                yield Stretch(Span(span.start, laid[at + len(form) - 1][1].stop), term)


def starting(terms: Sequence[Forms]) -> dict[str, list[tuple[int, tuple[str, ...]]]]:
    """Return the forms of the terms by their first words."""
    starts: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for term, forms in enumerate(terms):
        for form in forms:
            starts.setdefault(form[0], []).append((term, form))
    return starts
