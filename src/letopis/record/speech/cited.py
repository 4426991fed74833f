"""Statements → the sources that an article cites, each with what kind of source it is."""

from collections.abc import Sequence

from letopis.model import Source, SourceKind, Statement
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


def sources(view: View, said: Sequence[Statement]) -> tuple[Source, ...]:
    """Return whom the article cites, in the order of the text, each once."""
    found: dict[str, Source] = {}
    for statement in said:
        who = statement.speaker
        if who.name and who.span and who.kind not in {"person", "role"}:
            found.setdefault(who.name, Source(who.name, kind_of(view, statement), who.span, statement.rule))
    return tuple(found.values())


def kind_of(view: View, statement: Statement) -> SourceKind:
    """Return what kind of source a statement's speaker is: the list of voices knows its noun."""
    run = view.run_of(statement.speaker.span) if statement.speaker.span else None
    words = view.words[run.first : run.stop] if run else ()
    known = (voices(view.code or "").get(word.lemma, ("",))[0] for word in words)
    return next((KINDS[kind] for kind in known if kind in KINDS), "document")
