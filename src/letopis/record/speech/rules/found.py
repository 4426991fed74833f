"""What a rule of speech hands on: the words, the narrator's words about who speaks, and the rule's name."""

import msgspec

from letopis.model import Span, StatementKind
from letopis.record.speech.seen.links import Attribution
from letopis.record.speech.seen.view import Run, View


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """Words that a rule takes for speech; `said` is who speaks, `follows` that the speaker is the one before.

    `tail` is the narrator's part that was used up; `also` says that words of the speech stand elsewhere too.
    """

    kind: StatementKind
    parts: tuple[Span, ...]
    said: Attribution | None = None
    rule: str
    follows: bool = False
    tail: Span | None = None


def reported(view: View, runs: tuple[Run, ...], said: Attribution, rule: str) -> Found:
    """Return the words that a rule takes for reported speech."""
    return Found(kind="indirect", parts=tuple(view.span_of(run) for run in runs), said=said, rule=rule)
