"""Statements → the sources that an article cites, each with what kind of source it is."""

from collections.abc import Callable, Iterator, Sequence

import msgspec

from letopis.language.lists import plain, table, word_list
from letopis.language.parsed import Word
from letopis.model import Source, SourceKind, Span, Statement
from letopis.record.speech.seen.cues import voices
from letopis.record.speech.seen.view import View

KINDS: dict[str, SourceKind] = {
    "press-service": "press-service",
    "agency": "agency",
    "outlet": "outlet",
    "channel": "channel",
    "document": "document",
    "unnamed": "unnamed",
}
QUOTES = frozenset('«“„"')
SPEAKERS: dict[str, SourceKind] = {
    "person": "person",
    "role": "person",
    "document": "document",
    "unnamed": "unnamed",
    "organisation": "press-service",
}
WRITES = frozenset({"писать", "написать"})
# «Сообщает «Вестник»», «передаёт «Вестник»»: a bare name in quotation marks that does so is a paper's, not a firm's.
PASSES_ON = frozenset({"сообщать", "передавать"})
# Of a house that is no ministry or service this alone is a paper's word: «передаёт Волна».
RELAYS = frozenset({"передавать"})
# A word in any case is known by so many letters.
BEGINNING = 3
# Whose trade it is to tell what others said: whether they saw it themselves the article does not say.
MEDIA = frozenset[SourceKind]({"agency", "outlet", "channel"})


class Cited(msgspec.Struct, frozen=True):
    """A source where one statement cites it; `relays` says that it passes on another's words."""

    view: View
    statement: Statement
    name: str
    span: Span
    relays: bool = False

    @property
    def words(self) -> tuple[Word, ...]:
        """Return the words of its name."""
        run = self.view.run_of(self.span)
        return self.view.words[run.first : run.stop]

    def kind_of_noun(self, noun: str) -> str:
        """Return what the list of voices says of a noun, nothing where it does not stand there."""
        return voices(self.view.code or "").get(noun, ("",))[0]


def sources(view: View, said: Sequence[Statement]) -> tuple[Source, ...]:
    """Return whom the article cites, in the order of the text, each once."""
    found: dict[str, Source] = {}
    for statement in said:
        for source in cited_by(view, statement):
            found[source.name] = known_better(found.get(source.name, source), source)
    return tuple(sorted(found.values(), key=lambda source: source.span))


def known_better(source: Source, again: Source) -> Source:
    """Return a source with what a second citation tells of it: who once speaks for himself is first-hand."""
    heard = [hand for hand in (source.first_hand, again.first_hand) if hand is not None]
    return msgspec.structs.replace(source, first_hand=max(heard, default=None))


def cited_by(view: View, statement: Statement) -> Iterator[Source]:
    """Yield who is cited for one statement: the speaker, and who passes his words on."""
    for cited in named_in(view, statement):
        kind = next(kind for rule in RULES if (kind := rule(cited)))
        yield Source(cited.name, kind, cited.span, statement.rule, first_hand(cited, kind))


def named_in(view: View, statement: Statement) -> Iterator[Cited]:
    """Yield the speaker of a statement and those who pass it on, each with where he is named."""
    who = statement.speaker
    if who.name and who.span:
        yield Cited(view, statement, who.name, who.span)
    for name in statement.medium:
        span = named_near(view, name, statement)
        if span is not None:
            yield Cited(view, statement, name, span, relays=True)


def first_hand(cited: Cited, kind: SourceKind) -> bool | None:
    """Say whether a source tells what is its own: people, houses and documents do, of media nobody can tell.

    Of the nameless eyewitnesses alone do; a correspondent and an article tell what others said as well.
    """
    if cited.relays or cited.statement.speaker.kind == "person":
        return not cited.relays
    first, code = cited.words[0].lemma if cited.words else "", cited.view.code or ""
    if kind == "unnamed":
        return True if first in word_list(code, "witnesses") else None
    passes_on = kind in MEDIA or is_bare(cited) or first in word_list(code, "passing_on")
    return None if passes_on else True


def is_bare(cited: Cited) -> bool:
    """Say whether a name is one in quotation marks alone: «Вестник» may be a paper, a firm, a club."""
    text, start = cited.view.text, cited.span.start
    return text[max(0, start - 1)] in QUOTES or text[start] in QUOTES


def by_noun(cited: Cited) -> SourceKind | None:
    """«[газета] «Вестник»», «[пресс-служба] мэра»: what the noun that begins the name, or stands before it, says."""
    at = cited.view.run_of(cited.span).first
    before = cited.view.words[max(0, at - 2) : at]
    nouns = [*cited.words[:1], *(word for word in before if is_bare(cited) and before[-1].text in QUOTES)]
    told = [cited.name.lower().split()[0], *(word.lemma for word in nouns)]
    own = (KINDS.get(one) for one in map(cited.kind_of_noun, told))
    # «агентство Волна»: without quotation marks only a paper's noun is set beside a name.
    beside = (KINDS.get(cited.kind_of_noun(word.lemma)) for word in before[-1:])
    return next((kind for kind in own if kind), None) or next((kind for kind in beside if kind in MEDIA), None)


def by_agency(cited: Cited) -> SourceKind | None:
    """«[ТАСС]», «[РИА] Новости»: a name on the list of agencies."""
    known = word_list(cited.view.code or "", "agencies")
    name = plain(cited.name.lower())
    words = {word.text.lower() for word in cited.words} | {name, *name.split()[:1], *name.split("-")[:1]}
    return None if known.isdisjoint(words) else "agency"


def by_person(cited: Cited) -> SourceKind | None:
    """«процитировал её советник [Павел Рогов]»: a person who passes words on is no paper."""
    return "person" if cited.view.run_of(cited.span).first in cited.view.person_at else None


def by_passing_on(cited: Cited) -> SourceKind | None:
    """«[Вестник] пишет», «передаёт «[Вестник]»»: who writes or passes on is a paper, ministries tell."""
    view, cue = cited.view, cited.statement.cue
    if cited.relays:
        return "outlet"
    if cited.statement.speaker.kind != "organisation" or cue is None:
        return None
    cues = WRITES | PASSES_ON if is_bare(cited) else WRITES
    if not is_house(cited):
        cues |= RELAYS
    run = view.run_of(cue)
    return "outlet" if any(word.lemma in cues for word in view.words[run.first : run.stop]) else None


def is_house(cited: Cited) -> bool:
    """Say whether a name is that of a ministry or a service, or begins with what it is: «МЧС», «управление дорог»."""
    first, code = plain(cited.name.lower()).split()[0], cited.view.code or ""
    return first in voices(code) or any(first == plain(row[0].lower()) for row in table(code, "bodies"))


def by_speaker(cited: Cited) -> SourceKind | None:
    """What else the speaker is: a person, a document, a body by its press service, somebody unnamed."""
    return SPEAKERS.get(cited.statement.speaker.kind, "unnamed")


RULES: tuple[Callable[[Cited], SourceKind | None], ...] = (by_noun, by_agency, by_person, by_passing_on, by_speaker)


def named_near(view: View, name: str, statement: Statement) -> Span | None:
    """Return where in its sentence the one is named who passes a statement on."""
    at = statement.cue or statement.parts[0]
    sentence = view.span_of(view.sentence_at(view.run_of(at).first))
    stem = name.rsplit(maxsplit=1)[-1][:4]
    start = view.text.find(stem, sentence.start, sentence.stop)
    if start < 0:
        return None
    last = max(0, view.run_of(Span(start, start + 1)).first)
    if view.words[last].span.start != start:
        return Span(start, start + len(stem))
    return Span(view.words[first_of(view, name, last)].span.start, view.words[last].span.stop)


def first_of(view: View, name: str, last: int) -> int:
    """Return where a name begins of which the last word is known: each word before begins as the name has it."""
    for part in reversed(name.split()[:-1]):
        if not last or view.words[last - 1].text.lower()[:BEGINNING] != part.lower()[:BEGINNING]:
            break
        last -= 1
    return last
