"""A stretch of an article → what each rule of background says of it, and which earlier event it points to."""

from collections.abc import Iterator

from letopis.model import Recalled
from letopis.record.background import RULES, looked, pointing
from letopis.record.moments import times_told
from letopis.record.speech.why import NOTHING, Verdict
from letopis.record.weighing.case import Case


def background_in(case: Case) -> Iterator[Verdict]:
    """Yield what each rule of background says of a stretch, and where the background there points to."""
    look = looked(case.article, case.parsed, times_told(case.article, case.parsed))
    for rule in RULES:
        found = [span for span in rule(look) if span.meets(case.span)]
        yield from (Verdict(f"background {rule.__name__}", f"“{span.of(case.text)}”") for span in found)
        if not found:
            yield Verdict(f"background {rule.__name__}", NOTHING)
    for one in pointing(case.findings.background, case.events, case.findings.moments):
        if one.span.meets(case.span):
            yield Verdict("background pointing", pointed(one, case))


def pointed(one: Recalled, case: Case) -> str:
    """Return in words to what a stretch of background points."""
    event = case.events[one.event] if one.event is not None else None
    moment = case.findings.moments[one.moment] if one.moment is not None else None
    what = f"“{event.trigger.of(case.text)}”, {event.kind}" if event else "no event it can name"
    return f"{what}, {moment.first} to {moment.last}" if moment and moment.first else f"{what}, no day"
