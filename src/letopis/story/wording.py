"""Statements of a story's articles → the same statement in each outlet's words, the earliest first."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

import msgspec

from letopis.language.lists import word_list
from letopis.language.words import lemmas
from letopis.model import Said, Statement, Wording
from letopis.story.grouping.scripts import skeleton
from letopis.story.reported import Reported, moment_of, time_of

# Of the shorter wording's words so many must stand in the longer: outlets cut statements more than they reword them.
SAME = 0.6
FEWEST_WORDS = 3
# A page made to stall us may have one speaker say ten thousand things: so many of the latest are compared with.
MOST_RIVALS = 100
MOST_WORDINGS = 20


class Voice(msgspec.Struct, frozen=True):
    """A statement with what it is compared by: who says it, in which language, with which words."""

    wording: Wording
    statement: Statement
    speaker: str
    code: str | None
    terms: frozenset[str]
    told_at: tuple[bool, datetime]


def said_in(story: Sequence[Reported]) -> tuple[Said, ...]:
    """Return the statements of a story's articles, given in the order of time, wordings of one statement together."""
    groups: list[list[Voice]] = []
    by_speaker: defaultdict[tuple[str, str | None], list[list[Voice]]] = defaultdict(list)
    for voice in (voice for report in story for voice in voices(report)):
        rivals = by_speaker[voice.speaker, voice.code]
        home = max(rivals[-MOST_RIVALS:], key=lambda group: sameness(voice, group), default=None)
        if home is None or sameness(voice, home) < SAME:
            home = []
            rivals.append(home)
            groups.append(home)
        home.append(voice)
    return tuple(said(group) for group in groups)


def voices(report: Reported) -> Iterator[Voice]:
    """Give the statements of an article that belong to its own event, not to its background."""
    article, record = report.reading.article, report.reading.record
    for number, statement in enumerate(record.statements):
        if statement.background:
            continue
        words = " … ".join(part.of(article.text) for part in statement.parts)
        wording = Wording(report.id, number, words, article.outlet or "", brought(report, statement))
        terms = terms_of(words, article.language)
        yield Voice(wording, statement, speaker_of(statement), article.language, terms, told_at(report, wording))


def told_at(report: Reported, wording: Wording) -> tuple[bool, datetime]:
    """Return by what wordings are ordered: when an edit brought the words, else when the article came out."""
    time = (moment_of(wording.since) if wording.since else None) or time_of(report)
    return (time is None, time or datetime.max.replace(tzinfo=UTC))


def brought(report: Reported, statement: Statement) -> str | None:
    """Return from when on a statement's words stood, if an edit of known time brought them; else None."""
    parts = [" ".join(part.of(report.reading.article.text).split()) for part in statement.parts]
    for number, version in enumerate(report.versions):
        text = " ".join(version.text.split())
        if all(part in text for part in parts):
            return version.since if number and version.since and moment_of(version.since) else None
    return None


def speaker_of(statement: Statement) -> str:
    """Return by what a speaker is told from others: the surname's sound, so that all forms of a name agree."""
    name = (statement.speaker.name or statement.speaker.role or "").split()
    return (skeleton(name[-1]) or name[-1].casefold()) if name else ""


def terms_of(words: str, code: str | None) -> frozenset[str]:
    """Return the words of a statement that say something."""
    return frozenset(lemmas(words, code)) - word_list(code or "", "frequent")


def sameness(voice: Voice, group: Sequence[Voice]) -> float:
    """Return how much of a statement's words, or of those of the most alike wording, stand in the other."""
    return max(overlap(voice.terms, other.terms) for other in group[:MOST_WORDINGS])


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how much of the smaller set lies in the larger; too few words are never the same statement."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller >= FEWEST_WORDS else float(one == other)


def said(group: Sequence[Voice]) -> Said:
    """Return one statement with its wordings; its speaker and role are the fullest that any outlet gives."""
    names = [voice.statement.speaker.name for voice in group if voice.statement.speaker.name]
    roles = [voice.statement.speaker.role for voice in group if voice.statement.speaker.role]
    return Said(
        speaker=max(names, key=len, default=None),
        role=Counter(roles).most_common(1)[0][0] if roles else None,
        wordings=tuple(voice.wording for voice in sorted(group, key=lambda voice: voice.told_at)),
    )
