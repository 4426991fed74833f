"""A mention of a person in its sentence → the words that say what the person is.

Each rule is named by where it looks; the earlier a rule stands in `RULES`, the surer it is.
"""

from collections.abc import Callable, Iterator

from letopis.record.names.roles.beside import after, before, further, listed, set_apart, shared_out
from letopis.record.names.roles.governed import apposed, made, predicate
from letopis.record.names.roles.offices import Phrase, Place
from letopis.record.names.roles.posts import post

__all__ = ["Phrase", "Place", "role_beside"]

Rule = Callable[[Place], Phrase | None]

RULES: tuple[Rule, ...] = (shared_out, before, further, after, apposed, set_apart, made, predicate, post, listed)


def role_beside(place: Place) -> Iterator[tuple[int, Phrase]]:
    """Yield the roles a sentence gives a mention, with the place of the rule that saw each (0 is the surest)."""
    for rank, rule in enumerate(RULES):
        found = rule(place)
        if found:
            yield rank, found
