"""A view → every claim of the rules of speech; where rules claim the same words, the earlier wins."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import takewhile

import msgspec

from letopis.model import Span
from letopis.record.speech.rules import fragments, headlines, indirect, led, quoted, turns
from letopis.record.speech.rules.abroad.unlisted import rules_of
from letopis.record.speech.rules.found import Found
from letopis.record.speech.seen.quotes import Quotation, bare
from letopis.record.speech.seen.utterances import Utterance, utterances
from letopis.record.speech.seen.view import Run, View
from letopis.record.speech.who.insertions import person_like

# What a paragraph as a whole may be, in the order in which it is asked.
BLOCK_RULES = (
    led.dash_said,
    led.dash_after_colon,
    *turns.RULES,
    led.dash_alone,
    led.below_colon,
    led.quotation_block,
    led.dash_within,
)
# In these languages a dash leads a list, and speech stands in marks.
NEVER_DASHED = frozenset({"en"})
MARKED_RULES = (turns.labelled, led.below_colon, led.quotation_block)
# Rules that see an aside; where the sentence says itself who speaks, the aside says only who passes it on.
ASIDES = frozenset({"as_said", "said_at_end"})
# A sentence is not looked at again by what lies further back than this many claims.
NEAR = 6
# Rules that may see one cue with what is quoted behind it, too: `По словам Иванова, мост цел: «…»`.
TWICE = frozenset({"that_clause", "words_that", "about_this", "wording", "as_said"})
# Rules of reported speech in which whole clauses may be quoted.
CLAUSES = frozenset({"that_clause", "colon_clause", "words_that", "wording", "as_said", "said_at_end"})


def claims(view: View) -> list[Found]:
    """Return what the rules take for speech, in the order of the text."""
    whole = merged(direct_claims(view))
    told = list(indirect_claims(view, whole))
    pieces = [*fragment_claims(view, [*whole, *told]), *clauses_within(view, told)]
    return sorted([*whole, *told, *pieces], key=lambda claim: claim.parts[0])


def direct_claims(view: View) -> list[Found]:
    """Return direct speech: block by block, paragraphs without marks first, then quotations."""
    found: list[Found] = []
    held: dict[int, list[Utterance]] = {}
    for said in utterances(view):
        held.setdefault(said.first.block, []).append(said)
    for number in range(len(view.blocks)):
        if number in view.questions:
            continue
        claim = block_claim(view, number)
        if claim is not None and not any(meets(claim, other) for other in found[-NEAR:]):
            found.append(claim)
            continue
        found += quoted_in(view, held.get(number, []), found)
    return found


def block_claim(view: View, number: int) -> Found | None:
    """Return what a paragraph is by the first rule that knows it for speech as a whole."""
    rules = MARKED_RULES if view.code in NEVER_DASHED else BLOCK_RULES
    return next((claim for rule in rules if (claim := rule(view, number)) and claim.parts), None)


def quoted_in(view: View, held: list[Utterance], earlier: list[Found]) -> list[Found]:
    """Return the quotations of one block that somebody says."""
    found: list[Found] = []
    for utterance in held:
        if any(part.meets(utterance.first.span) for claim in earlier[-NEAR:] for part in claim.parts):
            continue
        before = found[-1] if found else near(view, earlier, utterance.first.block)
        claim = quoted_claim(view, quoted.Heard(utterance, before))
        if claim is not None:
            found.append(claim)
    return found


def quoted_claim(view: View, heard: quoted.Heard) -> Found | None:
    """Return who says a quotation by the first rule that knows."""
    return next((claim for rule in rules_of(view) if (claim := rule(view, heard)) and claim.parts), None)


def near(view: View, found: list[Found], number: int) -> Found | None:
    """Return the last speech if it stands in this block or in the one before."""
    if not found or number - view.block_at(found[-1].parts[-1].start) > 1:
        return None
    return found[-1]


def meets(one: Found, other: Found) -> bool:
    """Say whether two claims share words."""
    return any(part.meets(piece) for part in one.parts for piece in other.parts)


def merged(found: list[Found]) -> list[Found]:
    """Return the claims with speech that goes on in the same paragraph joined to what it goes on from."""
    out: list[Found] = []
    for claim in found:
        if claim.rule == "goes_on" and out:
            last = out.pop()
            parts = (*last.parts, *claim.parts)
            out.append(Found(kind="direct", parts=parts, said=last.said, rule=last.rule, tail=claim.tail))
        else:
            out.append(claim)
    return out


def indirect_claims(view: View, whole: list[Found]) -> Iterator[Found]:
    """Yield the indirect speech of the sentences that are the narrator's, where the grammar is known."""
    if not view.grammar:
        return
    asked = [view.blocks[number].span for number in view.questions]
    taken = Taken([*asked, *(part for claim in whole if claim.rule != "cried" for part in claim.parts)])
    used = {claim.said.cue.first: claim.rule for claim in whole if claim.said}
    found: list[Found] = []
    for sentence in view.sentences:
        if not narrated(view, sentence, taken):
            continue
        for claim in sentence_claims(view, sentence, found):
            direct = used.get(claim.said.cue.first) if claim.said else None
            again = direct == "cried" or (direct is not None and claim.rule not in TWICE)
            if not again and not any(taken.meets(part) for part in claim.parts):
                found.append(claim)
                yield claim


def sentence_claims(view: View, sentence: Run, earlier: list[Found]) -> Iterator[Found]:
    """Yield the claims of one sentence."""
    mine: list[Found] = []
    number = view.block_at(view.span_of(sentence).start)
    if number == 0 or (number > 0 and view.blocks[number].kind == "headline"):
        mine += [claim for rule in headlines.RULES if (claim := rule(view, sentence))][:1]
    for rule in indirect.RULES:
        for claim in rule(view, sentence):
            mine = [one for one in mine if not outranks(view, claim, one)]
            if claim.rule in ASIDES and mine:
                mine = [passed_on(one, claim) if meets(one, claim) or one.rule == "about_this" else one for one in mine]
                if mine[0].rule == "about_this":
                    continue
            others = [other for other in (*mine, *earlier[-NEAR:]) if not by_the_way(view, other, claim)]
            if claim.parts and not any(meets(claim, other) for other in others):
                mine.append(claim)
    yield from mine


def by_the_way(view: View, inner: Found, outer: Found) -> bool:
    """Say whether a claim only tells what somebody in another said besides: `по данным X, он звонил, сказав, что …`."""
    cue = inner.said.cue if inner.said else None
    if cue is None or cue.first >= cue.stop or view.words[cue.first].feats.get("VerbForm") != "Conv":
        return False
    return outer.rule in {"wording", "as_said"} and any(part.covers(view.span_of(cue)) for part in outer.parts)


def outranks(view: View, claim: Found, other: Found) -> bool:
    """Say whether a claim holds another whole: what Ivanov says that others say is Ivanov's."""
    speaker = claim.said.speaker if claim.said else None
    if (
        claim.rule not in {"wording", "as_said"}
        or speaker is None
        or not person_like(view, speaker)
        or other.rule != "that_clause"
    ):
        return False
    cue = view.span_of(other.said.cue) if other.said else None
    return cue is not None and any(part.covers(cue) for part in claim.parts)


def passed_on(claim: Found, aside: Found) -> Found:
    """Return a claim with its medium, whom an aside of its sentence names: `Иванов сообщил, что …, пишет X`."""
    who = aside.said.speaker if aside.said else None
    said = claim.said
    if said is None or who is None or who in {said.speaker, *said.medium}:
        return claim
    if said.speaker is None:
        return msgspec.structs.replace(claim, said=msgspec.structs.replace(said, speaker=who))
    return msgspec.structs.replace(claim, said=msgspec.structs.replace(said, medium=(*said.medium, who)))


def narrated(view: View, sentence: Run, taken: "Taken") -> bool:
    """Say whether a sentence lies in a block of the article and is not all direct speech."""
    span = view.span_of(sentence)
    return view.holds(span) and not taken.covers(span)


def fragment_claims(view: View, found: list[Found]) -> Iterator[Found]:
    """Yield the quoted fragments that stand in no other claim."""
    taken = Taken([part for claim in found for part in claim.parts])
    last: Found | None = None
    for quote in view.quotations:
        if not quote.opened or taken.meets(quote.inner):
            continue
        claim = fragments.fragment(view, quote) or fragments.goes_with(view, quote, last)
        if claim is not None and last is not None and fragments.together(view, claim, last):
            last = msgspec.structs.replace(last, parts=(*last.parts, *claim.parts))
        elif claim is not None:
            if last is not None:
                yield last
            last = claim
    if last is not None:
        yield last


def clauses_within(view: View, told: list[Found]) -> Iterator[Found]:
    """Yield the quoted clauses that stand whole in what is reported: `заявил, что ждёт и «мы не хотим войны»`."""
    for claim in told:
        for part in claim.parts if claim.rule in CLAUSES else ():
            for quote in quotes_in(view, part):
                if fragments.whole_clause(view, quote):
                    words = (bare(view.text, quote.inner),)
                    yield Found(kind="direct", parts=words, said=claim.said, rule="clause_within")


def quotes_in(view: View, part: Span) -> Iterator[Quotation]:
    """Yield the quotations that lie in a stretch of the text."""
    first = bisect_left(view.quotations, part.start, key=lambda quote: quote.span.start)
    return takewhile(lambda quote: quote.span.stop <= part.stop + 1, view.quotations[first:])


class Taken:
    """Stretches of a text that are spoken for."""

    def __init__(self, spans: list[Span]) -> None:
        self.letters = bytearray(max((span.stop for span in spans), default=0))
        for span in spans:
            self.letters[span.start : span.stop] = b"\x01" * (span.stop - span.start)

    def meets(self, span: Span) -> bool:
        """Say whether a stretch has a letter that is taken."""
        return any(self.letters[span.start : span.stop])

    def covers(self, span: Span) -> bool:
        """Say whether all of a stretch is taken, a mark at its beginning and two signs at its end aside."""
        inner = self.letters[span.start + 1 : max(span.start + 2, span.stop - 2)]
        return bool(inner) and len(inner) >= span.stop - span.start - 3 and all(inner)
