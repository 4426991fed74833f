"""A stretch of text → the quotations in it: what stands between matching marks, the outermost ones only."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

import msgspec

from letopis.model import Span

OPENING = {"«": "»", "“": "”", "„": "“”", "‚": "‘’"}
STRAIGHT = '"'
MARK = re.compile('[«»“”„"]')
# Of single marks only the low one opens for sure; where none stands the others are apostrophes.
SINGLE, SINGLES = "‚", re.compile('[«»“”„"‚‘’]')
TURNED = {"«": "»", "»": "«"}
SLANT = 3
SLANTED = re.compile(r"(?<!['\w])''(?=[^\s'«\"“„])([^'\n]+)(?<=[^\s'»\"”“])''(?!['\w])")
SLANTED_WORDS = 2
BEFORE_OPENING = frozenset("([{—–-/«„“'")


class Quotation(msgspec.Struct, frozen=True, order=True):
    """Words between marks: `span` with the marks, `inner` without; not `closed` where the block ends first."""

    span: Span
    inner: Span
    block: int = 0
    closed: bool = True
    opened: bool = True


class Marks(msgspec.Struct, frozen=True):
    """Where marks open and close: matching pairs, openings without an end, closings without a beginning."""

    pairs: tuple[tuple[int, int], ...]
    unclosed: tuple[int, ...]
    closings: tuple[int, ...]
    dangling: tuple[int, ...]


def quotations(text: str, span: Span, block: int = 0) -> list[Quotation]:
    """Return the outermost quotations of a block in order, in one pass however the marks are jumbled."""
    marks = matched(signs(text, span))
    found = [loose_end(span, block, marks.dangling[0])] if marks.dangling else []
    return found + [slanted(text, span, quote) for quote in outermost(span, block, marks)]


def slanted(text: str, span: Span, quote: Quotation) -> Quotation:
    """Return a quotation with the apostrophes that a wiki's slanted letters leave around its marks."""
    start, stop = quote.span.start, quote.span.stop
    while start > span.start and quote.span.start - start < SLANT and text[start - 1] == "'":
        start -= 1
    while stop < span.stop and stop - quote.span.stop < SLANT and text[stop] == "'":
        stop += 1
    return msgspec.structs.replace(quote, span=Span(start, stop))


def signs(text: str, span: Span) -> Iterator[tuple[int, str]]:
    """Yield the place of each quotation mark and which it is; straight ones by what stands beside them."""
    opened = single = straight = 0
    pattern = MARK if text.find(SINGLE, span.start, span.stop) < 0 else SINGLES
    turned = TURNED if are_turned(text, span) else {}
    slant = dict(slanted_signs(text, span))
    places = sorted({*slant, *(mark.start() for mark in pattern.finditer(text, span.start, span.stop))})
    for at in places:
        sign = slant.get(at) or turned.get(text[at], text[at])
        if sign in {"‘", "’"} and not (single and closes_here(text, at, span)):
            continue
        if sign == STRAIGHT or (sign == "”" and not opened):
            begins = opens_here(text, at, span) or (not straight and begins_here(text, at, span))
            sign = "“" if begins else "”"
            straight = max(0, straight + (1 if begins else -1))
        elif sign == "“" and opened:
            sign = "”"
        opened += (sign == "„") - (sign == "”" and opened > 0)
        single += (sign == SINGLE) - (sign in {"‘", "’"})
        yield at, sign


def slanted_signs(text: str, span: Span) -> Iterator[tuple[int, str]]:
    """Yield the signs that a wiki's slanted letters stand for where they set off several words: `''Мост готов''`."""
    if text.find("''", span.start, span.stop) < 0:
        return
    for found in SLANTED.finditer(text, span.start, span.stop):
        if found.group(1).count(" ") >= SLANTED_WORDS:
            yield found.start(1) - 1, "“"
            yield found.end(1), "”"


def are_turned(text: str, span: Span) -> bool:
    """Say whether a block sets its guillemets the other way round, as German books do: »Wir sind bereit«."""
    first = text.find("»", span.start, span.stop)
    if first < 0 or text.find("«", span.start, first) >= 0 or text.find("«", first, span.stop) < 0:
        return False
    return opens_here(text, first, span) and text[first + 1 : first + 2].isalnum()


def closes_here(text: str, at: int, span: Span) -> bool:
    """Say whether a single mark closes: no letter follows it."""
    return at + 1 >= span.stop or not text[at + 1].isalpha()


def opens_here(text: str, at: int, span: Span) -> bool:
    """Say whether a straight mark opens: it leans on the word after it."""
    before = text[at - 1] if at > span.start else " "
    after = text[at + 1] if at + 1 < span.stop else " "
    return not after.isspace() and (before.isspace() or before in BEFORE_OPENING)


def begins_here(text: str, at: int, span: Span) -> bool:
    """Say whether a straight mark stands between two sentences without a blank: `…в городе."Мы рады`."""
    return at > span.start and text[at - 1] in ".!?" and text[at + 1 : min(at + 2, span.stop)].isupper()


def matched(found: Iterable[tuple[int, str]]) -> Marks:
    """Match each closing mark with the last opening one of its kind."""
    pairs, closings, dangling = [], [], []
    stack: list[tuple[int, str]] = []
    for at, sign in found:
        if sign in OPENING:
            stack.append((at, OPENING[sign]))
            continue
        closings.append(at)
        if stack and sign in stack[-1][1]:
            pairs.append((stack.pop()[0], at))
        elif not stack:
            dangling.append(at)
    return Marks(tuple(sorted(pairs)), tuple(at for at, _ in stack), tuple(closings), tuple(dangling))


def outermost(span: Span, block: int, marks: Marks) -> Iterator[Quotation]:
    """Yield the quotations that lie in no other; «a «b» shares its end with what it holds."""
    ends = dict(marks.pairs)
    stop = span.start
    for at in sorted((*ends, *marks.unclosed)):
        if at < stop:
            continue
        end = ends.get(at, first_after(marks.closings, at))
        stop = span.stop if end is None else end + 1
        inner = Span(at + 1, stop if end is None else end)
        yield Quotation(Span(at, stop), inner, block, closed=end is not None)


def first_after(places: tuple[int, ...], at: int) -> int | None:
    """Return the first of the sorted places that lies behind one."""
    index = bisect_left(places, at)
    return places[index] if index < len(places) else None


def loose_end(span: Span, block: int, at: int) -> Quotation:
    """Return the end of a quotation that was opened in an earlier block."""
    return Quotation(Span(span.start, at + 1), Span(span.start, at), block, opened=False)


def bare(text: str, span: Span) -> Span:
    """Return a span without the blanks, marks and signs at its ends that are not the speaker's."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(" \n\t\xa0,;:.—–-'…" if words[:1] != "…" else " "))
    stop = span.stop - (len(words) - len(words.rstrip(" \n\t\xa0,;:—–-'.")))
    return Span(start, max(start, stop))
