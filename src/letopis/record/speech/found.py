"""What a rule of speech hands on: the words, the narrator's words about who speaks, and the rule's name."""

import msgspec

from letopis.model import Span, StatementKind
from letopis.record.speech.attributions import Attribution
from letopis.record.speech.view import View


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


def bare(view: View, span: Span) -> Span:
    """Return a span without the blanks, marks and signs at its ends that are not the speaker's."""
    words = span.of(view.text)
    start = span.start + len(words) - len(words.lstrip(" \n\t\xa0,;:—–-'…" if words[:1] != "…" else " "))
    stop = span.stop - (len(words) - len(words.rstrip(" \n\t\xa0,;:—–-'.")))
    return Span(start, max(start, stop))
