"""What a rule of speech hands on: the words, the narrator's words about who speaks, and the rule's name."""

import msgspec

from letopis.model import Span, StatementKind
from letopis.record.speech.who.attributions import Attribution


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
