"""Statements → the sources that an article cites, each with what kind of source it is."""

from collections.abc import Iterator, Sequence

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
SPEAKERS: dict[str, SourceKind] = {
    "person": "person",
    "role": "person",
    "document": "document",
    "unnamed": "unnamed",
    "organisation": "press-service",
}
WRITES = frozenset({"писать", "написать"})


def sources(view: View, said: Sequence[Statement]) -> tuple[Source, ...]:
    """Return whom the article cites, in the order of the text, each once."""
    found: dict[str, Source] = {}
    for statement in said:
        for source in cited_by(view, statement):
            found.setdefault(source.name, source)
    return tuple(sorted(found.values(), key=lambda source: source.span))


def cited_by(view: View, statement: Statement) -> Iterator[Source]:
    """Yield who is cited for one statement: the speaker, and who passes his words on."""
    who = statement.speaker
    if who.name and who.span:
        yield Source(who.name, kind_of(view, statement, who.span), who.span, statement.rule)
    for name in statement.medium:
        span = named_near(view, name, statement)
        if span is not None:
            yield Source(name, kind_of(view, statement, span, relays=True), span, statement.rule)


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
    if relays or (statement.speaker.kind == "organisation" and wrote(view, statement)):
        return "outlet"
    return SPEAKERS.get(statement.speaker.kind, "unnamed")


def wrote(view: View, statement: Statement) -> bool:
    """Say whether a speaker is said to write: papers do, ministries tell."""
    run = view.run_of(statement.cue) if statement.cue else None
    return run is not None and any(word.lemma in WRITES for word in view.words[run.first : run.stop])


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
