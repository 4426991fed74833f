"""A view and the findings around it → the statements of an article, each with who said it, and when."""

from collections.abc import Iterable, Iterator

import msgspec

from letopis.language.lists import word_list
from letopis.model import Span, Speaker, Statement
from letopis.record.findings import Findings
from letopis.record.speech.meant.cast import Cast, actor_in
from letopis.record.speech.meant.speakers import resolve
from letopis.record.speech.occasions import occasion
from letopis.record.speech.rules.claims import claims
from letopis.record.speech.rules.found import Found
from letopis.record.speech.seen.view import Phrase, View, bounds
from letopis.record.speech.stances import stance_of
from letopis.record.speech.who.insertions import person_like

# Whoever speaks as one of these may be called «собеседник» afterwards.
ALONE = frozenset({"person", "role", "unnamed"})
# Rules by which a paper passes on what somebody else did or said.
PASSED = frozenset({"said_at_end", "as_said", "about_this"})
HOUSELIKE = frozenset({"organisation", "document", "unnamed"})
# By these words somebody is quoted who may have told them to one reporter only.
TOLD = frozenset({"слово", "мнение", "выражение"})
IN_TURN = frozenset({"answer", "dash_alone"})


def statements(view: View, found: Findings) -> tuple[Statement, ...]:
    """Return what the article reports as said, in the order of its words."""
    claimed = claims(view)
    return tuple(dated(view, spoken_by(cast_of(view, claimed), claimed), found))


def cast_of(view: View, found: list[Found]) -> Cast:
    """Return who may be meant by whom, as the article begins."""
    return Cast(view, tuple(part for claim in found if personal(view, claim) for part in claim.parts))


def spoken_by(cast: Cast, found: list[Found]) -> Iterator[Statement]:
    """Yield the claims as statements, each with its speaker; who goes on is the one before."""
    last: Statement | None = None
    for claim in found:
        who = resolve(cast, claim.said.speaker if claim.said else None)
        if who.kind == "unresolved" and claim.follows:
            who = going_on(cast, claim, last)
        cast.last = who if who.name or (who.span and not cast.view.grammar) else cast.last
        cast.nameless = who if who.kind in ALONE else cast.nameless
        one = statement(cast, claim, who)
        cast.cited += papers(cast, claim, one)
        cast.issuer = who if publishes(cast, claim, who) else cast.issuer
        last = one if who.kind != "unresolved" else last
        yield one


def publishes(cast: Cast, claim: Found, who: Speaker) -> bool:
    """Say whether a speaker is a house with a name that is no paper: «сообщение» and «пресс-релиз» may be its.

    Whose words a paper only tells («по словам руководства района») has published nothing.
    """
    if who.kind != "organisation" or who.span is None or any(name == who.name for _, name in cast.cited):
        return False
    cue = claim.said.cue if claim.said else None
    if cue is not None and any(cast.view.words[at].lemma in TOLD for at in range(*bounds(cue))):
        return False
    written = any(at in cast.view.organisation_at for at in range(*bounds(cast.view.run_of(who.span))))
    return written or any(named.name == who.name for named in cast.view.organisations)


def papers(cast: Cast, claim: Found, said: Statement) -> Iterator[tuple[int, str]]:
    """Yield the papers that a statement cites, which «издание» may mean: who passes words on, or writes them."""
    passing = [(phrase.head, name) for phrase, name in media(cast, claim) if name]
    yield from passing
    phrase = claim.said.speaker if claim.said else None
    if not passing and phrase and said.cue and said.speaker.kind == "organisation" and said.speaker.name:
        cue = cast.view.words[cast.view.run_of(said.cue).first]
        if cue.lemma in word_list(cast.view.code or "", "reporting") and cue.feats.get("Number") == "Sing":
            yield phrase.head, said.speaker.name


def media(cast: Cast, claim: Found) -> list[tuple[Phrase, str | None]]:
    """Return who passes the words of a claim on, and their names."""
    return [(phrase, resolve(cast, phrase).name) for phrase in (claim.said.medium if claim.said else ())]


def personal(view: View, claim: Found) -> bool:
    """Say whether words are a person's own, so that whoever acts in them does not act in the article.

    What an agency reports is the article's own news: there somebody acts whom the next sentence calls «он».
    """
    speaker = claim.said.speaker if claim.said else None
    return claim.kind == "direct" or (speaker is not None and person_like(view, speaker))


def going_on(cast: Cast, claim: Found, last: Statement | None) -> Speaker:
    """Return who goes on speaking: whoever spoke just before, else whoever the block above is about.

    A paper that only passed on what the block above tells speaks no further: `Певица рассказала о туре, пишет X.`
    """
    view = cast.view
    block = view.block_at(claim.parts[0].start)
    if claim.rule == "answer" or (view.interview and claim.rule in IN_TURN):
        return cast.asked or Speaker("unresolved")
    near = last is not None and block - view.block_at(last.parts[-1].start) <= 1
    lost = not view.grammar and (not near or another_named(view, claim, last))
    if lost or (claim.rule == "quotation_block" and not near):
        return Speaker("unresolved")
    if last is not None and near and last.rule not in PASSED:
        return Speaker(last.speaker.kind, last.speaker.name, last.speaker.role)
    person = actor_in(cast, view.runs[block - 1]) if block > 0 else None
    if last is not None and near and (person is None or last.speaker.kind not in HOUSELIKE):
        return Speaker(last.speaker.kind, last.speaker.name, last.speaker.role)
    if person is not None:
        return Speaker("person", person.name, person.role)
    return Speaker(last.speaker.kind, last.speaker.name, last.speaker.role) if last else Speaker("unresolved")


def another_named(view: View, claim: Found, last: Statement | None) -> bool:
    """Say whether the narrator names anybody but the last speaker between his words and what may be more of them."""
    if last is None:
        return True
    names = (at for at in range(*bounds(view.run_of(Span(last.parts[-1].stop, claim.parts[0].start)))))
    others = (view.person_at[at].name for at in names if at in view.person_at and at not in view.quoted)
    return any(name != last.speaker.name for name in others)


def dated(view: View, said: Iterable[Statement], found: Findings) -> list[Statement]:
    """Return the statements with when they were made, and which of them are background."""
    out: list[Statement] = []
    for one in said:
        when = occasion(view, one, found, out)
        out.append(msgspec.structs.replace(one, moment=when.moment, background=when.background))
    return out


def statement(cast: Cast, claim: Found, who: Speaker) -> Statement:
    """Return a claim as a statement."""
    said = claim.said
    cue = cast.view.span_of(said.cue) if said and said.cue.first < said.cue.stop else None
    return Statement(
        kind=claim.kind,
        parts=claim.parts,
        cue=cue,
        speaker=who,
        stance=stance_of(cast.view, claim),
        medium=tuple(name for _, name in media(cast, claim) if name),
        rule=claim.rule,
    )
