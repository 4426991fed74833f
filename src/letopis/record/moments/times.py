"""One sentence → its times: the rules in their order, each word claimed once."""

import re

from letopis.language.parsed import Sentence
from letopis.model import Moment, Span
from letopis.record.moments import dates, relative
from letopis.record.moments.rule import Rule
from letopis.record.moments.scene import Scene
from letopis.record.moments.signs import Signs, signs
from letopis.record.moments.tense import Tenses, tenses

RULES: tuple[Rule, ...] = dates.RULES + relative.RULES
# A sentence without one of these has no time in it.
TIMELY = frozenset("MFCWVreSsyYDgGmwkXpvc/.-")
SENDS = re.compile(r"[al]p?$")


def times(sentence: Sentence, text: str, code: str, scene: Scene) -> list[Moment]:
    """Return the times of one sentence; where rules claim the same words, the earlier wins."""
    line = signs(text, sentence.span.start, sentence.span.stop, code)
    if TIMELY.isdisjoint(line.letters):
        return []
    claimed = bytearray(len(line.letters))
    seen = tenses(sentence, code)
    found: list[Moment] = []
    for rule in RULES:
        for match in rule.sees.finditer(line.letters):
            if any(claimed[match.start() : match.end()]):
                continue
            read = moment(rule, match, line, at_place(scene, seen, line, match.start()))
            if read:
                found.append(read)
                claimed[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    return sorted(found, key=lambda one: one.span)


def at_place(scene: Scene, seen: Tenses, line: Signs, at: int) -> Scene:
    """Return the scene with the tense that holds at a sign."""
    before = line.letters[max(0, at - 2) : at]
    sent = seen.scheduled and SENDS.search(before)
    ahead = 1 if sent else seen.at(line.places[at][0])
    # A date of the text is not the day of writing: what is told in the past tense may follow it.
    return Scene(scene.now, scene.anchor, max(ahead, 0) if scene.anchor == "text" else ahead, scene.told)


def moment(rule: Rule, match: re.Match[str], line: Signs, scene: Scene) -> Moment | None:
    """Return what a rule reads where its shape was seen, None where the calendar or the spacing forbids it."""
    first, last = match.start(), match.end() - 1
    span = Span(line.places[first][0], line.places[last][1])
    tight = sum(stop - start for start, stop in line.places[first : last + 1]) == span.stop - span.start
    if rule.tight and not tight:
        return None
    numbers = {name: line.values[match.start(name)] for name, seen in match.groupdict().items() if seen}
    days = rule.reads(numbers, scene)
    return Moment(span, days.first, days.last, days.granularity, days.anchor, rule.name) if days else None
