"""Statements → the sources that an article cites, each with what kind of source it is."""

from collections.abc import Iterator, Sequence

import msgspec

from letopis.language.lists import word_list
from letopis.model import Source, SourceKind, Span, Statement
from letopis.record.speech.seen.cues import voices
from letopis.record.speech.seen.view import View

KINDS: dict[str, SourceKind] = {
    "press-service": "press-service",
    "agency": "agency",
    "outlet": "outlet",
    "channel": "channel",
    "document": "document",
    "unnamed": "unnamed",
}
QUOTES = frozenset('«“„"')
SPEAKERS: dict[str, SourceKind] = {
    "person": "person",
    "role": "person",
    "document": "document",
    "unnamed": "unnamed",
    "organisation": "press-service",
}
WRITES = frozenset({"писать", "написать"})
# «Сообщает «Вестник»», «передаёт «Вестник»»: a bare name in quotation marks that does so is a paper's, not a firm's.
PASSES_ON = frozenset({"сообщать", "передавать"})
# Whose trade it is to tell what others said: whether they saw it themselves the article does not say.
MEDIA = frozenset[SourceKind]({"agency", "outlet", "channel"})


def sources(view: View, said: Sequence[Statement]) -> tuple[Source, ...]:
    """Return whom the article cites, in the order of the text, each once."""
    found: dict[str, Source] = {}
    for statement in said:
        for source in cited_by(view, statement):
            found[source.name] = known_better(found.get(source.name, source), source)
    return tuple(sorted(found.values(), key=lambda source: source.span))


def known_better(source: Source, again: Source) -> Source:
    """Return a source with what a second citation tells of it: who once speaks for himself is first-hand."""
    heard = [hand for hand in (source.first_hand, again.first_hand) if hand is not None]
    return msgspec.structs.replace(source, first_hand=max(heard, default=None))


def cited_by(view: View, statement: Statement) -> Iterator[Source]:
    """Yield who is cited for one statement: the speaker, and who passes his words on."""
    who = statement.speaker
    if who.name and who.span:
        kind = kind_of(view, statement, who.span)
        yield Source(who.name, kind, who.span, statement.rule, first_hand(view, statement, kind))
    for name in statement.medium:
        span = named_near(view, name, statement)
        if span is not None:
            kind = kind_of(view, statement, span, relays=True)
            yield Source(name, kind, span, statement.rule, first_hand=False)


def first_hand(view: View, statement: Statement, kind: SourceKind) -> bool | None:
    """Say whether a speaker tells what is his own: people, houses and documents do, of media nobody can tell.

    Of the nameless eyewitnesses alone do; a correspondent and an article tell what others said as well.
    """
    span = statement.speaker.span
    if statement.speaker.kind == "person" or span is None:
        return True
    run = view.run_of(span)
    first = view.words[run.first].lemma if run.first < run.stop else ""
    if kind == "unnamed":
        return True if first in word_list(view.code or "", "witnesses") else None
    passes_on = kind in MEDIA or is_bare(view, span) or first in word_list(view.code or "", "passing_on")
    return None if passes_on else True


def is_bare(view: View, span: Span) -> bool:
    """Say whether a name is one in quotation marks alone: «Вестник» may be a paper, a firm, a club."""
    return view.text[max(0, span.start - 1)] in QUOTES or view.text[span.start] in QUOTES


def kind_of(view: View, statement: Statement, span: Span, *, relays: bool = False) -> SourceKind:
    """Return what kind of source a name is: by its noun, by its being known as an agency, else by who it is."""
    run = view.run_of(span)
    words = view.words[run.first : run.stop]
    known = (voices(view.code or "").get(word.lemma, ("",))[0] for word in words[:1])
    kind = next((KINDS[one] for one in known if one in KINDS), None)
    if kind is not None:
        return kind
    if any(word.text.lower() in word_list(view.code or "", "agencies") for word in words):
        return "agency"
    if relays or (statement.speaker.kind == "organisation" and wrote(view, statement, span)):
        return "outlet"
    return SPEAKERS.get(statement.speaker.kind, "unnamed")


def wrote(view: View, statement: Statement, span: Span) -> bool:
    """Say whether a speaker is said to write, or to pass on under a bare name: papers do, ministries tell."""
    run = view.run_of(statement.cue) if statement.cue else None
    cues = WRITES | PASSES_ON if is_bare(view, span) else WRITES
    return run is not None and any(word.lemma in cues for word in view.words[run.first : run.stop])


def named_near(view: View, name: str, statement: Statement) -> Span | None:
    """Return where in its sentence the one is named who passes a statement on."""
    at = statement.cue or statement.parts[0]
    sentence = view.span_of(view.sentence_at(view.run_of(at).first))
    stem = name.rsplit(maxsplit=1)[-1][:4]
    start = view.text.find(stem, sentence.start, sentence.stop)
    if start < 0:
        return None
    word = view.words[max(0, view.run_of(Span(start, start + 1)).first)]
    return word.span if word.span.start == start else Span(start, start + len(stem))
