"""Utterances → direct and partial speech: patterns B1–B15, each a short rule over one utterance."""

from collections.abc import Callable

import msgspec

from letopis.language.lists import word_list
from letopis.model import Span, StatementKind
from letopis.record.speech.rules.found import Found
from letopis.record.speech.rules.pointing import pointed
from letopis.record.speech.seen.cues import kind_at, voices
from letopis.record.speech.seen.doers import may_speak, subject_of
from letopis.record.speech.seen.links import Attribution
from letopis.record.speech.seen.long_offices import full_phrase
from letopis.record.speech.seen.phrases import alive, phrase_of
from letopis.record.speech.seen.quotes import bare
from letopis.record.speech.seen.utterances import (
    SENTENCE,
    SENTENCE_ENDS,
    SHORTEST_CLAUSE,
    Utterance,
    clauselike,
    has_subject,
    inner_run,
    of_sentences,
    sentencelike,
    speechlike,
    stands_alone,
    titlelike,
)
from letopis.record.speech.seen.view import Phrase, Run, View, is_dash
from letopis.record.speech.who.around_quotes import (
    asked,
    block_ends,
    ends_behind,
    ends_sentence,
    in_list,
    lead_of,
    tail_of,
    told_more,
)
from letopis.record.speech.who.attributions import attribution, last_attribution
from letopis.record.speech.who.insertions import behind_dash, by_words, spoken
from letopis.record.speech.who.leads import (
    ABOUT,
    colon_lead,
    house_alone,
    name_alone,
    role_alone,
    said_above,
    subject_alone,
    verb_alone,
)

FAR = 7
TEXT = ("document",)
# Without grammar what a speaker is stands between commas before the verb, as long as it may be.
FARTHEST = 25
FEW = 3
Rule = Callable[["View", "Heard"], "Found | None"]


class Heard(msgspec.Struct, frozen=True):
    """An utterance and the speech that came before it in this block or the last."""

    utterance: Utterance
    before: Found | None


def said_inside(view: View, heard: Heard) -> Found | None:
    """Find `«Мост, — сказал Иванов, — готов»`."""
    utterance = heard.utterance
    said = [found for quote in utterance.pieces for _, found in spoken(view, inner_run(view, quote)).said]
    if not said:
        return None
    return Found(kind="direct", parts=parts_of(view, utterance), said=said[0], rule="said_inside")


def said_after(view: View, heard: Heard) -> Found | None:
    """Find `«Мост готов», — сказал Иванов`, with a comma or a dash or both."""
    utterance = heard.utterance
    tail = tail_of(view, utterance)
    if tail is None or not speechlike(view, utterance) or asked(view, utterance):
        return None
    if told_more(view, utterance):
        return None
    said = attribution(view, tail) or (behind_dash(view, tail) if is_dash(view.words[tail.first - 1]) else None)
    if said is None or said.cue.first - tail.first > (FAR if view.grammar else FARTHEST):
        return None
    used = Span(utterance.last.span.stop, view.span_of(tail).stop)
    parts = parts_of(view, utterance)
    return Found(
        kind=kind_of(view, utterance), parts=parts, said=passed(view, utterance, said), rule="said_after", tail=used
    )


def said_on(view: View, heard: Heard) -> Found | None:
    """Find `«Мост готов», — добавил.`: a verb alone, its speaker the one before."""
    utterance = heard.utterance
    tail = tail_of(view, utterance)
    if tail is None or not clauselike(view, utterance) or not kind_at(view, tail.first) or told_more(view, utterance):
        return None
    if not view.grammar and not ends_behind(view, tail):
        return None
    said = Attribution(Run(tail.first, tail.first + 1), "say")
    used = Span(utterance.last.span.stop, view.span_of(tail).stop)
    return Found(
        kind="direct",
        parts=parts_of(view, utterance),
        said=said,
        rule="said_on",
        follows=True,
        tail=used,
    )


def named_after(view: View, heard: Heard) -> Found | None:
    """Find `«Мост готов» — Иванов`, `«Мост готов» — мэр о мосте`: nothing but a name behind a dash."""
    utterance = heard.utterance
    tail = tail_of(view, utterance)
    if tail is None or not clauselike(view, utterance) or not names(view, utterance, tail):
        return None
    who = full_phrase(view, phrase_of(view, tail.first, tail))
    rest = [word for word in view.words[who.run.stop : tail.stop] if word.text not in SENTENCE_ENDS]
    if (rest and rest[0].text not in ABOUT) or not stands_alone(view, utterance):
        return None
    said = Attribution(Run(tail.first, tail.first), "name", who)
    return Found(kind="direct", parts=parts_of(view, utterance), said=said, rule="named_after")


def said_before(view: View, heard: Heard) -> Found | None:
    """Find `Иванов сказал: «Мост готов»`."""
    utterance = heard.utterance
    lead = lead_of(view, utterance)
    if lead is None or view.words[lead.stop].text != ":" or titlelike(view, utterance):
        return None
    said = last_attribution(view, lead)
    if said is None and clauselike(view, utterance) and not in_list(view, utterance):
        said = by_words(view, lead) or name_alone(view, lead) or role_alone(view, lead) or house_alone(view, lead)
        said = said or (subject_alone(view, lead) if sentencelike(view, utterance, FEW) else None)
    said = said or verb_alone(view, lead)
    if said is None:
        return None
    follows = said.speaker is None and said.kind == "say"
    parts = parts_of(view, utterance)
    return Found(kind=kind_of(view, utterance), parts=parts, said=said, rule="said_before", follows=follows)


def welded(view: View, heard: Heard) -> Found | None:
    """Find `По словам Иванова, «мост готов»` and `Иванов сказал, что «мост готов»`: all that is said is quoted."""
    utterance = heard.utterance
    lead = lead_of(view, utterance)
    if lead is None or not clauselike(view, utterance) or not ends_sentence(view, utterance):
        return None
    last, several = view.words[lead.stop], of_sentences(view, utterance)
    if last.text not in {",", "что"} and (not several or not view.grammar):
        return None
    said = last_attribution(view, lead)
    near = said is not None and not view.grammar and lead.stop - said.cue.first <= FAR
    sure = several or (near and sentencelike(view, utterance, FEW))
    if said is None or (last.text == "," and said.kind != "wording" and not as_said(view, said) and not sure):
        return None
    whole = sure or (last.text == "," and has_subject(view, utterance))
    kind: StatementKind = "direct" if whole else "partial"
    return Found(kind=kind, parts=parts_of(view, utterance), said=said, rule="welded")


def cried(view: View, heard: Heard) -> Found | None:
    """Find `мужчина крикнул «Верните мост!»` and `вышел со словами «Верните мост!»`: marks directly behind a cry."""
    utterance = heard.utterance
    lead = lead_of(view, utterance)
    if lead is None or view.words[lead.stop].lemma not in word_list(view.code or "", "crying"):
        return None
    verb = cry_of(view, lead.stop, lead.first)
    who = subject_of(view, verb, view.sentence_at(lead.stop)) if verb is not None else None
    if who is None or not may_speak(view, who) or voices(view.code or "").get(view.words[who.head].lemma) == TEXT:
        return None
    who = without_cry(view, who, lead.stop)
    run = inner_run(view, utterance.first)
    kind: StatementKind = "direct" if run.stop - run.first >= SHORTEST_CLAUSE else "partial"
    said = Attribution(Run(lead.stop, lead.stop + 1), "say", who)
    return Found(kind=kind, parts=parts_of(view, utterance), said=said, rule="cried")


def without_cry(view: View, who: Phrase, cue: int) -> Phrase:
    """Return who cries without the words of crying behind him: `рыбаки с громкими криками`."""
    led = next((at for at in view.children[cue] if view.words[at].rel == "case"), cue)
    return Phrase(Run(who.run.first, min(who.run.stop, led)), who.head) if who.head < led else who


def goes_on(view: View, heard: Heard) -> Found | None:
    """Find the second of `«Мост готов», — сказал Иванов. «Завтра откроем»`."""
    utterance, before = heard.utterance, heard.before
    if before is None or before.tail is None or not stands_alone(view, utterance) or not clauselike(view, utterance):
        return None
    between = view.text[before.tail.stop : utterance.first.span.start]
    if between.strip(" \xa0.—–-") or view.block_at(before.tail.start) != utterance.first.block:
        return None
    return Found(kind="direct", parts=parts_of(view, utterance), rule="goes_on", follows=True)


def said_below(view: View, heard: Heard) -> Found | None:
    """Find `«Мост готов». Об этом заявил Иванов`: the next sentence says whose words these are."""
    utterance = heard.utterance
    at = view.run_of(utterance.last.span).stop
    at += at < len(view.words) and view.words[at].text in SENTENCE_ENDS
    if at >= len(view.words) or not stands_alone(view, utterance) or not clauselike(view, utterance):
        return None
    below = view.sentence_at(at)
    said = pointed(view, below) if below.first == at else None
    if said is None:
        return None
    return Found(kind="direct", parts=parts_of(view, utterance), said=said, rule="said_below")


def introduced(view: View, heard: Heard) -> Found | None:
    """Find `Иванов изложил свою версию. «Мост упал сам»`: a quotation behind the sentence that brings him in."""
    utterance, block = heard.utterance, view.blocks[heard.utterance.first.block]
    first = view.run_of(utterance.first.span).first
    if first <= view.run_of(block.span).first or view.words[first - 1].text != "." or block.kind == "headline":
        return None
    if not (sentencelike(view, utterance) and ends_sentence(view, utterance) and block_ends(view, utterance)):
        return None
    said = subject_alone(view, view.sentence_at(first - 1))
    if said is None:
        return None
    return Found(kind="direct", parts=parts_of(view, utterance), said=said, rule="introduced")


def free(view: View, heard: Heard) -> Found | None:
    """Find a paragraph that is a quotation from end to end: whoever spoke before it speaks on."""
    utterance = heard.utterance
    block = view.blocks[utterance.first.block].span
    alone = not view.text[block.start : utterance.first.span.start].strip(" \xa0—–-")
    closed = ends_sentence(view, utterance) and block_ends(view, utterance)
    above = colon_lead(view, utterance.first.block)
    said = said_above(view, above) if above else None
    if not (alone and closed) or not (sentencelike(view, utterance) or (said and clauselike(view, utterance))):
        return None
    if view.blocks[utterance.first.block].kind == "headline":
        return None
    return Found(kind="direct", parts=parts_of(view, utterance), said=said, rule="free", follows=said is None)


RULES: tuple[Rule, ...] = (
    said_inside,
    said_after,
    named_after,
    said_before,
    cried,
    welded,
    goes_on,
    said_on,
    said_below,
    introduced,
    free,
)


def parts_of(view: View, utterance: Utterance) -> tuple[Span, ...]:
    """Return the speaker's own words, the narrator's cut out."""
    runs = [run for quote in utterance.pieces for run in spoken(view, inner_run(view, quote)).words]
    return tuple(span for run in runs if (span := bare(view.text, view.span_of(run))).start < span.stop)


def cry_of(view: View, index: int, first: int) -> int | None:
    """Return the verb by which somebody cries: the word itself, or the one to which `с криком` belongs."""
    if view.words[index].pos == "VERB":
        return index
    if view.words[index].feats.get("Case") != "Ins":
        return None
    return next((at for at in range(index - 1, first - 1, -1) if view.words[at].feats.get("VerbForm") == "Fin"), None)


def passed(view: View, utterance: Utterance, said: Attribution) -> Attribution:
    """Return whose words are passed on, if they say so before: `по словам врача, «мост готов», передаёт «Вестник»`."""
    lead = lead_of(view, utterance)
    before = last_attribution(view, lead) if lead is not None and view.words[lead.stop].text == "," else None
    if before is None or before.kind != "wording" or before.speaker is None or said.speaker is None:
        return said
    return msgspec.structs.replace(before, medium=(said.speaker,))


def names(view: View, utterance: Utterance, tail: Run) -> bool:
    """Say whether the narrator's words begin with a name, or behind a whole sentence with a noun for a person."""
    word, run = view.words[tail.first], inner_run(view, utterance.first)
    office = alive(word) and word.feats.get("Case") == "Nom" and run.stop - run.first >= SENTENCE
    return tail.first in view.name_at or office


def kind_of(view: View, utterance: Utterance) -> StatementKind:
    """Return direct for a clause, partial for less."""
    whole = stands_alone(view, utterance) or has_subject(view, utterance)
    return "direct" if whole and clauselike(view, utterance) else "partial"


def as_said(view: View, said: Attribution) -> bool:
    """Say whether a cue is led in by «как»: `Как сказал Иванов, …`."""
    return said.cue.first > 0 and view.words[said.cue.first - 1].text.lower() in {"как", "также"}
