"""An article and a stretch of it → which rules looked at its words, and what each said; nobody else pays for it."""

from collections.abc import Iterator

from letopis.record.speech import Verdict, verdicts
from letopis.record.weighing.background_weighed import background_in
from letopis.record.weighing.case import Case
from letopis.record.weighing.events_weighed import events_in
from letopis.record.weighing.names_weighed import names_in, roles_in
from letopis.record.weighing.sources_weighed import sources_in
from letopis.record.weighing.times_weighed import occasions_in, times_in

__all__ = ["Case", "weighed"]


def weighed(case: Case) -> Iterator[Verdict]:
    """Yield what each rule of speech, names, roles, times, events, background and sources says of a stretch."""
    yield from verdicts(case.view, case.span)
    for look in (occasions_in, names_in, roles_in, times_in, events_in, background_in, sources_in):
        yield from look(case)
