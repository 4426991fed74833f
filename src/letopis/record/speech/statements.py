"""A view and the findings around it → the statements of an article, each with who said it."""

from collections.abc import Iterable, Iterator

import msgspec

from letopis.model import Span, Speaker, Statement
from letopis.record.findings import Findings
from letopis.record.speech.cast import Cast, actor_in
from letopis.record.speech.found import Found
from letopis.record.speech.occasions import occasion
from letopis.record.speech.rules import fragments, headlines, led, quoted, reported
from letopis.record.speech.speakers import resolve
from letopis.record.speech.utterances import Utterance, utterances
from letopis.record.speech.view import Run, View


def statements(view: View, found: Findings) -> tuple[Statement, ...]:
    """Return what the article reports as said, in the order of its words."""
    direct = merged(directly(view))
    indirect = list(indirectly(view, direct))
    partial = list(partially(view, [*direct, *indirect]))
    claims = sorted([*direct, *indirect, *partial], key=lambda claim: claim.parts[0])
    return tuple(dated(view, spoken_by(view, claims), found))


def directly(view: View) -> list[Found]:
    """Return direct speech: block by block, paragraphs without marks first, then quotations."""
    found: list[Found] = []
    held = list(utterances(view))
    for number in range(len(view.blocks)):
        claim = next((claim for rule in led.RULES if (claim := rule(view, number))), None)
        if claim is not None and not any(meets(claim, other) for other in found):
            found.append(claim)
            continue
        found += quoted_in(view, [said for said in held if said.first.block == number], found)
    return found


def quoted_in(view: View, held: list[Utterance], earlier: list[Found]) -> list[Found]:
    """Return the quotations of one block that somebody says."""
    found: list[Found] = []
    for utterance in held:
        if any(part.meets(utterance.first.span) for claim in earlier for part in claim.parts):
            continue
        before = found[-1] if found else near(view, earlier, utterance.first.block)
        claim = next((claim for rule in quoted.RULES if (claim := rule(view, quoted.Heard(utterance, before)))), None)
        if claim is not None and claim.parts:
            found.append(claim)
    return found


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
            out.append(
                Found(kind="direct", parts=(*last.parts, *claim.parts), said=last.said, rule=last.rule, tail=claim.tail)
            )
        else:
            out.append(claim)
    return out


def indirectly(view: View, direct: list[Found]) -> Iterator[Found]:
    """Yield reported speech of the sentences that are the narrator's."""
    taken = sorted(part for claim in direct for part in claim.parts)
    used = {claim.said.cue.first for claim in direct if claim.said}
    found: list[Found] = []
    for sentence in view.sentences:
        if spoken_here(view, sentence, taken):
            continue
        for claim in reported_in(view, sentence, found):
            again = claim.said is not None and claim.said.cue.first in used and claim.rule != "that_clause"
            if not again and free_of(claim, taken):
                found.append(claim)
                yield claim


def reported_in(view: View, sentence: Run, earlier: list[Found]) -> Iterator[Found]:
    """Yield the claims of one sentence; where rules claim the same words, the earlier wins."""
    mine: list[Found] = []
    number = view.block_at(view.span_of(sentence).start)
    if number == 0 or (number > 0 and view.blocks[number].kind == "headline"):
        mine += [claim for rule in headlines.RULES if (claim := rule(view, sentence))][:1]
    for rule in reported.RULES:
        for claim in rule(view, sentence):
            if claim.parts and not any(meets(claim, other) for other in (*mine, *earlier[-6:])):
                mine.append(claim)
    yield from mine


def spoken_here(view: View, sentence: Run, taken: list[Span]) -> bool:
    """Say whether a sentence is nothing but direct speech."""
    span = view.span_of(sentence)
    return any(part.start <= span.start + 1 and span.stop <= part.stop + 2 for part in taken)


def free_of(claim: Found, taken: list[Span]) -> bool:
    """Say whether a claim touches no direct speech."""
    return not any(part.meets(piece) for part in claim.parts for piece in taken)


def partially(view: View, claims: list[Found]) -> Iterator[Found]:
    """Yield the quoted fragments that stand in no other claim."""
    taken = [part for claim in claims for part in claim.parts]
    for quote in view.quotations:
        if quote.opened and not any(part.meets(quote.inner) for part in taken):
            claim = fragments.fragment(view, quote)
            if claim is not None:
                yield claim


def spoken_by(view: View, claims: list[Found]) -> Iterator[Statement]:
    """Yield the claims as statements, each with its speaker; who goes on is the one before."""
    speech = tuple(part for claim in claims if claim.kind == "direct" for part in claim.parts)
    cast = Cast(view, speech)
    last: Statement | None = None
    for claim in claims:
        who = resolve(cast, claim.said.speaker if claim.said else None)
        if who.kind == "unresolved" and claim.follows:
            who = going_on(view, cast, claim, last)
        one = statement(cast, claim, who)
        last = one if who.kind != "unresolved" else last
        yield one


def going_on(view: View, cast: Cast, claim: Found, last: Statement | None) -> Speaker:
    """Return who goes on speaking: the last speaker if he spoke just before, else whoever the block above is about."""
    block = view.block_at(claim.parts[0].start)
    if last is not None and block - view.block_at(last.parts[-1].start) <= 1:
        return Speaker(last.speaker.kind, last.speaker.name, last.speaker.role)
    person = actor_in(cast, view.run_of(view.blocks[block - 1].span)) if block > 0 else None
    if person is not None:
        return Speaker("person", person.name, person.role)
    return Speaker(last.speaker.kind, last.speaker.name, last.speaker.role) if last else Speaker("unresolved")


def dated(view: View, said: Iterable[Statement], found: Findings) -> list[Statement]:
    """Return the statements with when they were made, and which of them are background."""
    out: list[Statement] = []
    for one in said:
        when = occasion(view, one, found, out)
        out.append(msgspec.structs.replace(one, moment=when.moment, background=when.background))
    return out


def statement(cast: Cast, claim: Found, who: Speaker) -> Statement:
    """Return a claim as a statement."""
    view = cast.view
    said = claim.said
    cue = view.span_of(said.cue) if said and said.cue.first < said.cue.stop else None
    media = (resolve(cast, phrase).name for phrase in said.medium) if said else ()
    medium = tuple(name for name in media if name)
    return Statement(kind=claim.kind, parts=claim.parts, cue=cue, speaker=who, medium=medium, rule=claim.rule)
