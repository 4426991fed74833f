"""A view and a sentence of it → which rules of speech looked at it, and what each said."""

from collections.abc import Iterator

import msgspec

from letopis.model import Span, Speaker
from letopis.record.speech.meant.speakers import RULES as SPEAKERS
from letopis.record.speech.rules import fragments, headlines, indirect, quoted
from letopis.record.speech.rules.abroad.unlisted import rules_of
from letopis.record.speech.rules.claims import BLOCK_RULES, claims
from letopis.record.speech.rules.found import Found
from letopis.record.speech.seen.phrases import nominative
from letopis.record.speech.seen.utterances import utterances
from letopis.record.speech.seen.view import View
from letopis.record.speech.statements import cast_of, spoken_by

NOTHING = "saw nothing"


class Verdict(msgspec.Struct, frozen=True):
    """What one rule said of a sentence."""

    rule: str
    said: str


def verdicts(view: View, span: Span) -> Iterator[Verdict]:
    """Yield what each rule says of the words in a stretch, in the order in which the rules are asked."""
    found = claims(view)
    kept = [claim for claim in found if any(part.meets(span) for part in claim.parts)]
    within = [(claim.rule, claim) for claim in kept if claim.rule == "clause_within"]
    yield from (Verdict(rule, told(view, claim, kept)) for rule, claim in (*looked(view, span), *within))
    yield from meant(view, span, found)


def meant(view: View, span: Span, found: list[Found]) -> Iterator[Verdict]:
    """Yield for each claim in a stretch what each rule says of who is meant, asked as the record asks them."""
    cast = cast_of(view, found)
    spoken = spoken_by(cast, found)
    for claim in found:
        phrase = claim.said.speaker if claim.said else None
        if phrase is not None and any(part.meets(span) for part in claim.parts):
            rules = SPEAKERS if view.grammar else ()
            yield from (Verdict(f"speaker {rule.__name__}", who(rule(cast, phrase))) for rule in rules)
        one = next(spoken)
        if any(part.meets(span) for part in claim.parts):
            yield Verdict("speaker", who(one.speaker))


def who(speaker: Speaker | None) -> str:
    """Return a speaker in words."""
    if speaker is None:
        return NOTHING
    return f"{speaker.name or speaker.role or 'nobody it can name'}, {speaker.kind}"


def looked(view: View, span: Span) -> Iterator[tuple[str, Found | None]]:
    """Yield each rule that looks at a stretch, and what it claims there."""
    number = view.block_at(span.start)
    if number >= 0:
        yield from ((rule.__name__, rule(view, number)) for rule in BLOCK_RULES)
    heard = [utterance for utterance in utterances(view) if utterance.first.span.meets(span)]
    for rule in rules_of(view):
        yield from ((rule.__name__, rule(view, quoted.Heard(utterance, None))) for utterance in heard)
        if not heard:
            yield rule.__name__, None
    yield from sentence_rules(view, span)
    held = [quote for quote in view.quotations if quote.span.meets(span)]
    yield from (("fragment", fragments.fragment(view, quote)) for quote in held)
    if not held:
        yield "fragment", None


def sentence_rules(view: View, span: Span) -> Iterator[tuple[str, Found | None]]:
    """Yield the rules that look at whole sentences, and what they claim."""
    for sentence in view.sentences:
        if not view.span_of(sentence).meets(span):
            continue
        for one in headlines.RULES:
            yield one.__name__, one(view, sentence)
        for rule in indirect.RULES:
            yield rule.__name__, next(rule(view, sentence), None)


def told(view: View, claim: Found | None, kept: list[Found]) -> str:
    """Return a rule's verdict in words."""
    if claim is None:
        return NOTHING
    speaker = claim.said.speaker if claim.said else None
    words = " … ".join(part.of(view.text) for part in claim.parts)
    by = nominative(view, speaker) if speaker else "nobody it can name"
    winner = next((one.rule for one in kept if any(a.meets(b) for a in one.parts for b in claim.parts)), None)
    lost = "" if winner in {claim.rule, None} else f"; {winner} was before it"
    return f"{claim.kind}: “{words}”, by {by}{lost}"
