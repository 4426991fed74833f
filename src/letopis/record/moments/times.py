"""One sentence → its times: the rules in their order, each word claimed once."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

import msgspec

from letopis.language.parsed import Sentence
from letopis.model import Moment, Span
from letopis.record.moments import dates, relative
from letopis.record.moments.calendar_days import day
from letopis.record.moments.scene import Numbers, Rule, Scene
from letopis.record.moments.signs import TOKEN, Signs, signs, timely_in
from letopis.record.moments.tense import Tenses, tenses

RULES: tuple[Rule, ...] = dates.RULES + relative.RULES
# A sentence whose signs hold none of these has no time in it.
TIMELY = re.compile(r"[MFCWVreSsyYDKgGmwkXpvcNQ]|tz|d[./]d[./]")
# A sentence that opens with a full date tells on from there: «16 июля 1941 года город взяли, а 17 июля …».
OPENS = re.compile(r"[iIa]?(?:(?P<day>[do])?(?P<month>[MF]))?(?P<year>[yY])[gj]?")
SENDS = re.compile(r"[al]p?$")

# No sign, and no rule sees over it.
BETWEEN = "|"

Claim = tuple[Rule, re.Match[str]]


class Reading(msgspec.Struct, frozen=True):
    """A sentence in which rules see times: its signs, its tenses, and which rule sees its shape where."""

    sentence: Sentence
    line: Signs
    tenses: Tenses
    claims: tuple[Claim, ...]


def readings(sentences: Iterable[Sentence], text: str, code: str) -> Iterator[Reading]:
    """Yield the sentences in which rules see times; where rules claim the same words, the earlier wins."""
    likely = list(timely_lines(sentences, text, code))
    for (sentence, line), rules in zip(likely, rules_for([line for _, line in likely]), strict=True):
        claims = claimed_by_rules(line, rules)
        if claims:
            yield Reading(sentence, line, tenses(sentence, code), claims)


def timely_lines(sentences: Iterable[Sentence], text: str, code: str) -> Iterator[tuple[Sentence, Signs]]:
    """Yield the sentences in which a time may be told, with their signs."""
    timely = timely_in(text, code)
    for sentence in sentences:
        if timely.isdisjoint(TOKEN.findall(text, sentence.span.start, sentence.span.stop)):
            continue
        line = signs(text, sentence.span.start, sentence.span.stop, code)
        if TIMELY.search(line.letters):
            yield sentence, line


def rules_for(lines: Sequence[Signs]) -> list[list[Rule]]:
    """Return for each line the rules that see their shape in it: of some seventy, one or two."""
    # Each rule looks once through all lines: to ask it line by line takes most of the time.
    whole = BETWEEN.join(line.letters for line in lines)
    starts = list(accumulate(len(line.letters) + len(BETWEEN) for line in lines))
    found: list[list[Rule]] = [[] for _ in lines]
    for rule in RULES:
        for number in {bisect_right(starts, match.start()) for match in rule.sees.finditer(whole)}:
            found[number].append(rule)
    return found


def times(reading: Reading, scene: Scene) -> list[Moment]:
    """Return the times of one sentence, counted from a scene."""
    line = reading.line
    scene = opened(line, scene)
    told = (
        one
        for rule, match in reading.claims
        for one in moment(rule, match, line, at_place(scene, reading.tenses, line, match))
    )
    return sorted((one for one in told if not leads(one, reading.sentence)), key=lambda one: one.span)


def claimed_by_rules(line: Signs, rules: Iterable[Rule] = RULES) -> tuple[Claim, ...]:
    """Return which rule sees its shape where, each sign claimed once."""
    claimed = bytearray(len(line.letters))
    found = []
    for rule in rules:
        for match in rule.sees.finditer(line.letters):
            first, last = match.span()
            if 1 not in claimed[first:last] and (not rule.tight or is_tight(line, match)):
                found.append((rule, match))
                claimed[first:last] = b"\1" * (last - first)
    return tuple(found)


def leads(one: Moment, sentence: Sentence) -> bool:
    """«[накануне] выборов»: a preposition, which says before what; no day by itself."""
    if one.rule != "relative_day":
        return False
    at = bisect_left(sentence.words, one.span.start, key=lambda word: word.span.start)
    return [word.pos for word in sentence.words[at : at + 1]] == ["ADP"]


def opened(line: Signs, scene: Scene) -> Scene:
    """Return the scene with the full date that opens the sentence, if it lies in an earlier year."""
    match = OPENS.match(line.letters)
    if match is None or scene.now is None:
        return scene
    numbers = numbers_of(line, match)
    told = day(numbers["year"], numbers.get("month", 1), numbers.get("day", 1))
    if told is None or told[0].year >= scene.now.year:
        return scene
    return Scene(scene.now, scene.anchor, scene.ahead, told[0])


def numbers_of(line: Signs, match: re.Match[str]) -> Numbers:
    """Return the numbers of a match by the names of its groups."""
    return {name: line.values[match.start(name)] for name, seen in match.groupdict().items() if seen}


def at_place(scene: Scene, seen: Tenses, line: Signs, match: re.Match[str]) -> Scene:
    """Return the scene with the tense that holds where a shape was seen."""
    at = match.start()
    before = line.letters[max(0, at - 2) : at]
    sent = seen.scheduled and SENDS.search(before)
    ahead = 1 if sent else seen.at(line.places[at][0])
    # A date of the text is not the day of writing: what is told in the past tense may follow it.
    return Scene(scene.now, scene.anchor, max(ahead, 0) if scene.anchor == "text" else ahead, scene.told)


def is_tight(line: Signs, match: re.Match[str]) -> bool:
    """Say whether no space stands inside a match."""
    places = line.places[match.start() : match.end()]
    return sum(stop - start for start, stop in places) == places[-1][1] - places[0][0]


def moment(rule: Rule, match: re.Match[str], line: Signs, scene: Scene) -> list[Moment]:
    """Return what a rule reads where its shape was seen: one moment, or none where the calendar forbids it."""
    # A rule that needs to see a word before the time marks the time itself as «it».
    first = match.start("it") if "it" in rule.sees.groupindex else match.start()
    span = Span(line.places[first][0], line.places[match.end() - 1][1])
    days = rule.reads(numbers_of(line, match), scene)
    return [Moment(span, days.first, days.last, days.granularity, days.anchor, rule.name)] if days else []
