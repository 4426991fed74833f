"""Sentences and times → the stretches that recall earlier news, and to which event each points."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta
from functools import cache
from itertools import takewhile

import msgspec

from letopis.language.lists import plain, word_list
from letopis.language.parsed import Parsed, Sentence
from letopis.model import Article, Event, Moment, Recalled, Span
from letopis.record.moments import Told

# What lies this far back is not what the article reports.
EARLIER = timedelta(days=30)
# «Ранее» and the like are looked for in so many letters at the beginning of a sentence.
OPENING = 40
# A recollection goes on for so many paragraphs at most.
GOES_ON = 3
HEADLINES = frozenset({"headline", "heading", "caption"})
# From a time up to the verb it belongs to; what hangs on a noun is told aside.
CLIMB = 5
ASIDE = frozenset({"acl", "acl:relcl", "amod"})
LEAST = 3
# What these first paragraphs name is what the article is about: it is named everywhere and ties none to a recollection.
NEWS = 2
# So many letters stand between a paragraph and the next, which goes on with what it recalls.
BETWEEN = 2


class Looked(msgspec.Struct, frozen=True):
    """What the rules of background look at.

    `opens` has for each paragraph its first sentence that recalls, `told` the paragraphs that a date can make
    background, `earlier` and `present` the times of long ago and those of now.
    """

    parsed: Parsed
    paragraphs: Sequence[Sequence[Sentence]]
    opens: Sequence[Sentence | None]
    told: Sequence[Sequence[Sentence]]
    earlier: list[Span]
    present: list[Span]
    today: list[Span]


def background(article: Article, parsed: Parsed, told: Told) -> tuple[Span, ...]:
    """Return the stretches of the article that recall what happened before, in the order of the text."""
    look = looked(article, parsed, told)
    return tuple(merged(span for rule in RULES for span in rule(look)))


def looked(article: Article, parsed: Parsed, told: Told) -> Looked:
    """Return what the rules look at."""
    now, first = told.now, told_first(article)
    paragraphs = grouped(parsed)
    captions = [block.span for block in article.blocks if block.kind == "caption"]
    return Looked(
        parsed=parsed,
        paragraphs=paragraphs,
        opens=[next((sentence for sentence in one if opening(sentence, parsed)), None) for one in paragraphs],
        told=[one for one in paragraphs if one[0].span.start >= first and not inside(one[0].span, captions)],
        earlier=[m.span for m in told.moments if now and m.last and m.last < now - EARLIER],
        present=[m.span for m in told.moments if now and m.last and m.last >= now - EARLIER],
        today=[m.span for m in told.moments if now and m.first == m.last == now],
    )


def told_first(article: Article) -> int:
    """Return where the first paragraph under the headlines ends: what stands there is the news, however old."""
    first = next((block.span for block in article.blocks if block.kind not in HEADLINES), None)
    return first.stop if first else max(0, article.text.find("\n"))


def grouped(parsed: Parsed) -> list[list[Sentence]]:
    """Return the sentences by paragraph."""
    found: list[list[Sentence]] = []
    for sentence in parsed.sentences:
        if found and "\n" not in parsed.text[found[-1][-1].span.stop : sentence.span.start]:
            found[-1].append(sentence)
        else:
            found.append([sentence])
    return found


def opened(look: Looked) -> Iterator[Span]:
    """«Напомним, …»: from there to the end of the paragraph, or to what it tells of the day of writing."""
    for paragraph, opens in zip(look.paragraphs, look.opens, strict=True):
        if opens is not None:
            behind = takewhile(lambda one: not inner(one.span, look.today), later(paragraph, opens))
            yield Span(opens.span.start, max(one.span.stop for one in (opens, *behind)))


def later(paragraph: Sequence[Sentence], opens: Sentence) -> list[Sentence]:
    """Return the sentences of a paragraph behind one of them."""
    return [sentence for sentence in paragraph if sentence.span.start > opens.span.start]


def opening(sentence: Sentence, parsed: Parsed) -> bool:
    """Say whether a sentence begins with words that recall."""
    start = plain(parsed.text[sentence.span.start : sentence.span.start + OPENING].lower()).lstrip("—–- ")
    phrases = openings(parsed.code or "")
    return start.startswith(phrases) and any(opens_with(start, phrase) for phrase in phrases)


@cache
def openings(code: str) -> tuple[str, ...]:
    """Return the language's words that open a recollection."""
    return tuple(word_list(code, "recalling"))


def opens_with(start: str, phrase: str) -> bool:
    """Say whether a text opens with a phrase of whole words."""
    return start.startswith(phrase) and not start[len(phrase) : len(phrase) + 1].isalnum()


def gone_on(look: Looked) -> Iterator[Span]:
    """Yield the paragraphs behind one that recalls as a whole, while they speak of the same."""
    for number, opens in enumerate(look.opens):
        if opens is not None and opens is look.paragraphs[number][0]:
            yield from going_on(look, number)


def going_on(look: Looked, number: int) -> Iterator[Span]:
    """Yield the paragraphs after a recalling one that name somebody of it and nothing of today.

    Whom the news is about is named everywhere: alone he ties nothing, unless «тогда» or the like stands with him.
    """
    first, *others = look.paragraphs[number : number + 1 + GOES_ON]
    known = {word for sentence in first for word in capitals(sentence, 1)}
    news = {word for one in look.paragraphs[:NEWS] for sentence in one for word in capitals(sentence, 0)}
    for paragraph in others:
        whole = Span(paragraph[0].span.start, paragraph[-1].span.stop)
        named = {word for sentence in paragraph for word in capitals(sentence, 0)}
        same = known & named - (frozenset() if points_back(paragraph, look.parsed.code or "") else news)
        if not same or inner(whole, look.present) or opening(paragraph[0], look.parsed):
            return
        yield whole


def points_back(paragraph: Sequence[Sentence], code: str) -> bool:
    """Say whether a word of a paragraph points back to what was told: «рассказал [тогда] Иванов»."""
    words = word_list(code, "then")
    return any(plain(word.text.lower()) in words for sentence in paragraph for word in sentence.words)


def capitals(sentence: Sentence, since: int) -> Iterator[str]:
    """Yield the beginnings of a sentence's words with a capital, those of names among them."""
    for word in sentence.words[since:]:
        if word.text[0].isupper() and len(word.text) >= LEAST:
            yield word.text[:5]


def dated_earlier(look: Looked) -> Iterator[Span]:
    """«В ноябре 2023 года …»: a sentence that tells of an earlier time and names no time of now."""
    for paragraph in look.told:
        for sentence in paragraph:
            times = inner(sentence.span, look.earlier)
            if any(in_main_clause(sentence, span) for span in times) and not inner(sentence.span, look.present):
                yield sentence.span


def in_main_clause(sentence: Sentence, span: Span) -> bool:
    """Say whether a time belongs to what the sentence tells: not so in «завод, построенный [в 1975 году], сгорел»."""
    words = sentence.words
    at = bisect_left(words, span.start, key=lambda word: word.span.start)
    for _ in range(CLIMB):
        if not 0 <= at < len(words):
            break
        if "VerbForm" in words[at].feats:
            return words[at].rel not in ASIDE
        at = words[at].head
    return True


RULES: tuple[Callable[[Looked], Iterator[Span]], ...] = (opened, gone_on, dated_earlier)


def pointing(background: Iterable[Span], events: Sequence[Event], moments: Sequence[Moment]) -> tuple[Recalled, ...]:
    """Return for each stretch of background the earlier event and the time it points to, where the text tells them."""
    found: list[Recalled] = []
    for span in background:
        own = pointer(span, events, moments)
        tells = own.event is not None or own.moment is not None
        goes_on = bool(found) and span.start - found[-1].span.stop <= BETWEEN
        found.append(own if tells or not goes_on else msgspec.structs.replace(found[-1], span=span))
    return tuple(found)


def pointer(span: Span, events: Sequence[Event], moments: Sequence[Moment]) -> Recalled:
    """Return the first event of a stretch that was not to come, those with a time before all others, and its time."""
    first, last = (bisect_left(events, at, key=lambda event: event.trigger.start) for at in (span.start, span.stop))
    told = [index for index in range(first, last) if events[index].status != "planned"]
    event = min(told, key=lambda index: (events[index].moment is None, index), default=None)
    when = events[event].moment if event is not None else None
    return Recalled(span, event, dated_in(span, moments) if when is None else when)


def dated_in(span: Span, moments: Sequence[Moment]) -> int | None:
    """Return the first time of a stretch that has days."""
    first, last = (bisect_left(moments, at, key=lambda moment: moment.span.start) for at in (span.start, span.stop))
    return next((index for index in range(first, last) if moments[index].first), None)


def inside(span: Span, others: list[Span]) -> bool:
    """Say whether a span begins inside one of others, which are in order."""
    index = bisect_right(others, Span(span.start, span.stop)) - 1
    return index >= 0 and span.start < others[index].stop


def inner(span: Span, others: list[Span]) -> list[Span]:
    """Return those of other spans, which are in order, that begin inside a span."""
    return others[bisect_left(others, Span(span.start, 0)) : bisect_left(others, Span(span.stop, 0))]


def merged(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield the spans in order, those that share letters as one."""
    last: Span | None = None
    for span in sorted(spans):
        if last and span.start < last.stop:
            last = Span(last.start, max(last.stop, span.stop))
            continue
        if last:
            yield last
        last = span
    if last:
        yield last
