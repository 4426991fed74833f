"""Interviews → answers: turns led by dashes, by names, or by nothing but the question above."""

from collections.abc import Callable

from letopis.model import Span
from letopis.record.speech.rules.found import Found
from letopis.record.speech.rules.headlines import speaker_in
from letopis.record.speech.seen.quotes import bare
from letopis.record.speech.seen.view import Run, View, dash_led, is_dash
from letopis.record.speech.who.leads import name_alone

Rule = Callable[[View, int], "Found | None"]
LONGEST_LABEL = 4
LONGEST_OFFICE = 16


def answer(view: View, number: int) -> Found | None:
    """Find the paragraphs below a question, up to the next one."""
    if number == 0 or number - 1 not in view.questions or number in view.questions:
        return None
    blocks = [number]
    while blocks[-1] + 1 < len(view.blocks) and goes_on(view, blocks[-1] + 1):
        blocks.append(blocks[-1] + 1)
    parts = tuple(words_of_block(view, at) for at in blocks)
    return Found(kind="direct", parts=parts, rule="answer", follows=True)


def labelled(view: View, number: int) -> Found | None:
    """Find `Иванов: Мы готовы.` where several paragraphs begin so."""
    if number not in view.labelled:
        return None
    run = view.runs[number]
    colon = label_stop(view, run)
    said = speaker_in(view, Run(run.first, colon)) if colon else None
    if colon is None or said is None:
        return None
    part = bare(view.text, Span(view.words[colon].span.stop, view.blocks[number].span.stop))
    return Found(kind="direct", parts=(part,), said=said, rule="labelled")


def label_said(view: View, number: int) -> Found | None:
    """Find `Тренер Анна Рогова: — Мы готовы.`, a name, a colon and a dash, however few paragraphs begin so."""
    run = view.runs[number]
    places = range(run.first + 1, min(run.first + LONGEST_OFFICE, run.stop - 1))
    colon = next((at for at in places if view.words[at].text == ":"), None)
    if colon is None or not is_dash(view.words[colon + 1]):
        return None
    said = name_alone(view, Run(run.first, colon))
    if said is None:
        return None
    part = bare(view.text, Span(view.words[colon + 1].span.stop, view.blocks[number].span.stop))
    return Found(kind="direct", parts=(part,), said=said, rule="label_said")


RULES: tuple[Rule, ...] = (labelled, label_said, answer)


def goes_on(view: View, number: int) -> bool:
    """Say whether an answer goes on in a paragraph; below the last answer the narrator has the last word."""
    if view.blocks[number].kind != "paragraph" or number in view.questions or not view.interview:
        return False
    return dash_led(view, number) is not None or number < max(view.questions)


def words_of_block(view: View, number: int) -> Span:
    """Return a block's words without the dash before them."""
    run = dash_led(view, number)
    return bare(view.text, view.span_of(run) if run else view.blocks[number].span)


def label_stop(view: View, run: Run) -> int | None:
    """Return the colon behind the name with which a paragraph begins."""
    places = range(run.first + 1, min(run.first + LONGEST_LABEL, run.stop - 1))
    return next((at for at in places if view.words[at].text == ":"), None)
