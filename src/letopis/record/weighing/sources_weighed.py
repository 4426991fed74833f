"""A stretch of an article → what each rule of sources says of those who are cited in it."""

from collections.abc import Iterator

from letopis.record.speech.cited import RULES, Cited, first_hand, named_in
from letopis.record.speech.why import NOTHING, Verdict
from letopis.record.weighing.case import Case

HANDS = {True: "tells what is its own", False: "passes on what another said", None: "nobody can tell"}


def sources_in(case: Case) -> Iterator[Verdict]:
    """Yield what each rule says of the sources that the statements of a stretch name; «sources»: none is."""
    cited = [one for said in case.statements for one in named_in(case.view, said) if is_here(one, case)]
    for one in cited:
        yield from judged(one)
    if not cited:
        yield Verdict("sources", NOTHING)


def is_here(cited: Cited, case: Case) -> bool:
    """Say whether a source, or what it says, stands in the stretch."""
    return cited.span.meets(case.span) or any(part.meets(case.span) for part in cited.statement.parts)


def judged(cited: Cited) -> Iterator[Verdict]:
    """Yield what each rule says of a source; the first that speaks decides."""
    kinds = [(rule.__name__, rule(cited)) for rule in RULES]
    kind = next(kind for _, kind in kinds if kind)
    winner = next(rule for rule, said in kinds if said)
    for rule, said in kinds:
        lost = "" if rule == winner else f"; {winner} was before it"
        yield Verdict(f"source {rule}", f"{cited.name}: {said}{lost}" if said else NOTHING)
    yield Verdict("source first_hand", f"{cited.name}: {HANDS[first_hand(cited, kind)]}")
