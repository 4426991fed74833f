"""A stretch of an article → what each rule of times says of it."""

import re
from collections.abc import Iterator

from letopis.language.parsed import Sentence
from letopis.model import Moment, Span
from letopis.record.moments.scene import Rule
from letopis.record.moments.signs import Signs, signs
from letopis.record.moments.times import RULES, claimed_by_rules, is_tight
from letopis.record.speech.why import NOTHING, Verdict
from letopis.record.weighing.case import Case


def occasions_in(case: Case) -> Iterator[Verdict]:
    """Yield when each statement of a stretch was made, and whether it recalls earlier news."""
    for said in case.statements:
        if any(part.meets(case.span) for part in said.parts):
            when = "no time" if said.moment is None else days_of(case.findings.moments[said.moment])
            yield Verdict("occasion", f"{when}{', background' if said.background else ''}")


def times_in(case: Case) -> Iterator[Verdict]:
    """Yield what each rule of times says of a stretch, the silent ones once; «times»: no time was found."""
    spoken: set[str] = set()
    for sentence in case.sentences:
        for verdict in times_of(sentence, case):
            spoken.add(verdict.rule)
            yield verdict
    names = dict.fromkeys(f"time {rule.name}" for rule in RULES)
    yield from (Verdict(name, NOTHING) for name in names if name not in spoken)
    if not any(moment.span.meets(case.span) for moment in case.findings.moments):
        yield Verdict("times", NOTHING)


def times_of(sentence: Sentence, case: Case) -> Iterator[Verdict]:
    """Yield what the rules that see their shape in a sentence say."""
    line = signs(case.text, sentence.span.start, sentence.span.stop, case.code)
    claims = claimed_by_rules(line)
    for rule in RULES:
        for match in rule.sees.finditer(line.letters):
            span = words_of(match, line)
            if span.meets(case.span):
                said = (
                    won(rule, span, case) if (rule, match.span()) in spans(claims) else lost(rule, match, line, claims)
                )
                yield Verdict(f"time {rule.name}", f"“{span.of(case.text)}”: {said}")


def spans(claims: tuple[tuple[Rule, re.Match[str]], ...]) -> list[tuple[Rule, tuple[int, int]]]:
    """Return the claims as values that compare."""
    return [(rule, match.span()) for rule, match in claims]


def words_of(match: re.Match[str], line: Signs) -> Span:
    """Return the words in which a rule sees its shape."""
    first = match.start("it") if "it" in match.re.groupindex else match.start()
    return Span(line.places[first][0], line.places[match.end() - 1][1])


def won(rule: Rule, span: Span, case: Case) -> str:
    """Return what a rule reads whose claim stands."""
    moments = (one for one in case.findings.moments if one.rule == rule.name and one.span == span)
    return next((days_of(moment) for moment in moments), "no days of the calendar, or no time by itself")


def days_of(moment: Moment) -> str:
    """Return a moment in words."""
    days = "no days" if moment.first is None else f"{moment.first} to {moment.last}"
    return f"{days}, {moment.granularity}, anchored {moment.anchor}"


def lost(rule: Rule, match: re.Match[str], line: Signs, claims: tuple[tuple[Rule, re.Match[str]], ...]) -> str:
    """Return why a rule's claim does not stand."""
    if rule.tight and not is_tight(line, match):
        return "a space inside"
    before = (one.name for one, other in claims if other.start() < match.end() and match.start() < other.end())
    return f"{next(before, 'another rule')} was before it"
