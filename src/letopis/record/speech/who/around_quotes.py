"""A quotation → the narrator's words before it and behind it in its sentence, and what they make of it."""

from itertools import pairwise

from letopis.record.speech.seen.cues import kind_at
from letopis.record.speech.seen.utterances import SENTENCE_ENDS, Utterance, inner_run, stands_alone
from letopis.record.speech.seen.view import Run, View, is_dash, is_finite

LEADING_SIGNS = 3
LONGEST_BRACKETS = 10
ASKED = 16
DATED = 2


def tail_of(view: View, utterance: Utterance) -> Run | None:
    """Return the narrator's words behind a quotation, if a comma or a dash leads over to them."""
    block = view.runs[utterance.last.block]
    first = view.run_of(utterance.last.span).stop
    at = first = behind_brackets(view, first, block.stop)
    while (
        at < block.stop
        and (view.words[at].text in {",", "."} or is_dash(view.words[at]))
        and at - first < LEADING_SIGNS
    ):
        at += 1
    led = any(is_dash(word) or word.text == "," for word in view.words[first:at])
    led = led or (at == first < block.stop and said_at_once(view, utterance, at))
    led = led or (not view.grammar and utterance.last.inner.of(view.text)[-1:] in {",", "?", "!"})
    if not led or at >= block.stop:
        return None
    return Run(at, tail_stop(view, at, min(block.stop, view.sentence_at(at).stop)))


def said_at_once(view: View, utterance: Utterance, at: int) -> bool:
    """Say whether a verb of saying stands behind a sentence's mark without any sign: `«Мост готов» сказал Иванов`."""
    run = inner_run(view, utterance.first)
    told = any(is_finite(view.words[to]) and to not in view.name_at for to in range(run.first, run.stop))
    return told and stands_alone(view, utterance) and kind_at(view, at) == "say"


def behind_brackets(view: View, at: int, stop: int) -> int:
    """Return the place behind brackets that follow a quotation: `«…» (цитата по «Вестнику»), — сказал Иванов`."""
    if at >= stop or view.words[at].text != "(":
        return at
    return next((to + 1 for to in range(at, min(at + LONGEST_BRACKETS, stop)) if view.words[to].text == ")"), at)


def tail_stop(view: View, first: int, stop: int) -> int:
    """Return where the narrator's words end: at a sign that ends a sentence, or at a dash before the next quotation."""
    for at in range(first, stop):
        opens = at + 1 < stop and view.words[at + 1].text in {"«", '"', "“", "„"}
        if is_dash(view.words[at]) and (opens or view.words[at - 1].text in {",", "."}):
            return at
    return stop


def lead_of(view: View, utterance: Utterance) -> Run | None:
    """Return the words of the sentence that stand before a quotation, less the last (a colon, a comma, «что»)."""
    block = view.runs[utterance.first.block]
    stop = view.run_of(utterance.first.span).first - 1
    if stop <= block.first:
        return None
    first = max(block.first, view.sentence_at(stop).first)
    return Run(first, stop) if first < stop else None


def ends_sentence(view: View, utterance: Utterance) -> bool:
    """Say whether a sentence ends with a quotation."""
    at = view.run_of(utterance.last.span).stop
    block = view.runs[utterance.last.block]
    return at >= block.stop or view.words[at].text in SENTENCE_ENDS or view.sentence_at(at).first == at


def ends_behind(view: View, tail: Run) -> bool:
    """Say whether nothing but a sign stands behind the first word of the narrator's."""
    return all(not word.text[0].isalnum() for word in view.words[tail.first + 1 : tail.stop])


def block_ends(view: View, utterance: Utterance) -> bool:
    """Say whether nothing but a sign stands between a quotation and the end of its block."""
    return not view.text[utterance.last.span.stop : view.blocks[utterance.last.block].span.stop].strip(" .\xa0")


def told_more(view: View, utterance: Utterance) -> bool:
    """Say whether a sentence tells more in the narrator's words than in the quoted ones, with a verb of its own."""
    lead = lead_of(view, utterance)
    if lead is None or stands_alone(view, utterance):
        return False
    run = inner_run(view, utterance.first)
    own = [view.words[at] for at in range(lead.first, lead.stop + 1) if at not in view.quoted]
    return any(map(is_finite, own)) and len(own) > run.stop - run.first


def in_list(view: View, utterance: Utterance) -> bool:
    """Say whether a quotation begins a list of titles with their years: `«Мост» (1941), «Река», «Дом»`."""
    at = view.run_of(utterance.first.span).stop
    after = [word.text for word in view.words[at : at + DATED]]
    return after[:1] == ["("] and len(after) > 1 and after[1][:1].isdigit()


def asked(view: View, utterance: Utterance) -> bool:
    """Say whether a quotation is what somebody was asked: `На вопрос, «готов ли мост», Иванов ответил: …`."""
    lead = lead_of(view, utterance)
    if lead is None:
        return False
    words = view.words[max(lead.first, lead.stop - ASKED) : lead.stop + 1]
    return any(one.text.lower() == "на" and other.lemma == "вопрос" for one, other in pairwise(words))
