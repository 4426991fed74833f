"""A statement's place and the findings around it → when it was said, and whether it recalls earlier news."""

from bisect import bisect_left

import msgspec

from letopis.model import Moment, Span, Statement
from letopis.record.findings import Findings
from letopis.record.speech.seen.view import View, bounds

# A quotation mark or a dash with its blank: what may stand before the first word of speech that opens a sentence.
LED_IN = 2


class Occasion(msgspec.Struct, frozen=True):
    """When something was said: an index into the moments, and whether it is background."""

    moment: int | None = None
    background: bool = False


def occasion(view: View, said: Statement, found: Findings, earlier: list[Statement]) -> Occasion:
    """Return the occasion on which a statement was made, by the first rule that knows."""
    own = own_moment(view, said, found.moments)
    inside = next((span for span in around(found.background, said.parts[0]) if recalls(span, said, own)), None)
    if inside is not None:
        return Occasion(own if own is not None else first_inside(inside, said, found.moments), background=True)
    recalled = continued(view, said, found) if own is None else None
    if recalled is not None:
        return Occasion(first_inside(recalled, said, found.moments), background=True)
    if own is None and carries_on(view, said, earlier):
        return Occasion(earlier[-1].moment, earlier[-1].background)
    return Occasion(own)


def recalls(stretch: Span, said: Statement, own: int | None) -> bool:
    """Say whether a statement stands in a stretch of background; what a speaker himself recalls makes it none."""
    part = said.parts[0]
    narrated = said.kind != "direct" or own is not None or stretch.start < part.start - LED_IN
    return narrated and stretch.start <= part.start < stretch.stop and not part.covers(stretch)


def own_moment(view: View, said: Statement, moments: tuple[Moment, ...]) -> int | None:
    """Return the time that the narrator's words of the statement's sentence give."""
    return first_inside(frame(view, said), said, moments)


def frame(view: View, said: Statement) -> Span:
    """Return the sentence in which the narrator says that somebody speaks."""
    at = said.cue or said.speaker.span or said.parts[0]
    return view.span_of(view.sentence_at(view.run_of(at).first))


def first_inside(stretch: Span, said: Statement, moments: tuple[Moment, ...]) -> int | None:
    """Return the first time that a stretch of background gives, outside the speaker's own words."""
    index = bisect_left(moments, stretch.start, key=lambda moment: moment.span.start)
    while index < len(moments) and moments[index].span.stop <= stretch.stop:
        if not any(part.covers(moments[index].span) for part in said.parts):
            return index
        index += 1
    return None


def continued(view: View, said: Statement, found: Findings) -> Span | None:
    """Return the background paragraph directly before a statement, if its speaker was named there.

    Papers recall an occasion and who was there, and then let him speak without saying again when that was. Who was
    named before that is of the news itself, and may speak on any day, unless he is who acts last in what is recalled.
    """
    number = view.block_at(said.parts[0].start)
    if number < 1 or said.speaker.name is None:
        return None
    above = view.blocks[number - 1].span
    stretch = next((span for span in around(found.background, above) if span.meets(above)), None)
    if stretch is None:
        return None
    run = view.run_of(stretch)
    last = view.sentence_at(run.stop - 1).first
    there = any(
        person.name == said.speaker.name
        and (person.mentions[0].start >= stretch.start or (at >= last and view.words[at].feats.get("Case") == "Nom"))
        for at in range(*bounds(run))
        if (person := view.person_at.get(at)) is not None
    )
    return stretch if there else None


def around(spans: tuple[Span, ...], place: Span) -> tuple[Span, ...]:
    """Return the few stretches that may meet a place, of stretches in the order of the text."""
    index = bisect_left(spans, place.stop, key=lambda span: span.start)
    return spans[max(0, index - 3) : index]


def carries_on(view: View, said: Statement, earlier: list[Statement]) -> bool:
    """Say whether a statement goes on with the one before: the same speaker, in this block or the next."""
    if not earlier or said.speaker.name is None or earlier[-1].speaker.name != said.speaker.name:
        return False
    blocks = view.block_at(said.parts[0].start) - view.block_at(earlier[-1].parts[-1].start)
    # What is recalled ends with its paragraph, unless the next is background, too.
    return blocks <= (0 if earlier[-1].background else 1)
