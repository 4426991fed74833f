"""A reading, a front page or a refusal → the terminal, plain text, or one line of JSON."""

import sys
from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec
from rich.console import RenderableType
from rich.text import Text

from letopis.cli.shown.lines import ACCENT, QUIET, SPEAKER, console, hairline, joined, leave, note, quote, said
from letopis.errors import NothingFound
from letopis.language.segment import sentences
from letopis.model import (
    Article,
    Event,
    FrontPage,
    Image,
    Moment,
    Outcome,
    Person,
    Reading,
    Record,
    Refusal,
    Source,
    Speaker,
    Statement,
)
from letopis.record import why as record_why
from letopis.record.speech.why import NOTHING, Verdict

# What an article's access is called where it was not all there to be read.
LIMITS = {"paywalled": "behind a paywall: what is open was read", "truncated": "cut short: what the page has was read"}


class Refused(msgspec.Struct, frozen=True):
    """A refusal as `letopis read --json` prints it."""

    refusal: Refusal


class Listed(msgspec.Struct, frozen=True):
    """A front page as `letopis read --json` prints it."""

    front_page: FrontPage


def print_json(outcome: Outcome) -> None:
    """Print an outcome as one JSON object on one line, in UTF-8 whatever the terminal's own encoding."""
    written(msgspec.json.encode(enveloped(outcome)) + b"\n")


def enveloped(outcome: Outcome) -> Reading | Listed | Refused:
    """Return an outcome under the name that says what it is."""
    match outcome:
        case Refusal():
            return Refused(outcome)
        case FrontPage():
            return Listed(outcome)
    return outcome


def written(words: bytes) -> None:
    """Write bytes to standard output at once."""
    try:
        sys.stdout.buffer.write(words)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        leave()


def print_text(outcome: Outcome) -> None:
    """Print an article's clean text, a front page's headlines a line each; a refusal goes to standard error."""
    if isinstance(outcome, Refusal):
        print_refusal(outcome)
    elif isinstance(outcome, FrontPage):
        written("".join(f"{teaser.title}\n" for teaser in outcome.teasers).encode() + b"\n")
    else:
        written(outcome.article.text.encode() + b"\n\n")


def print_reading(outcome: Outcome) -> None:
    """Print title, outlet and date, then statements, people, events; a refusal goes to standard error."""
    if isinstance(outcome, Refusal):
        print_refusal(outcome)
        return
    for part in front(outcome) if isinstance(outcome, FrontPage) else page(outcome):
        console().print(part)


def print_refusal(refusal: Refusal) -> None:
    """Print why a page gave nothing, as one line on standard error."""
    print(f"letopis: {refusal.url or 'page'}: refused: {refusal.reason}", file=sys.stderr)


def print_why(words: str, outcome: Outcome) -> None:
    """Print the sentences that have these words, and under each what every rule that looked at it said."""
    if isinstance(outcome, Refusal):
        print_refusal(outcome)
        return
    if isinstance(outcome, FrontPage):
        raise NothingFound("a page of headlines has no sentences that rules look at")
    article = outcome.article
    asked = [span for span in sentences(article.text) if words.casefold() in span.of(article.text).casefold()]
    if not asked:
        raise NothingFound(f"no sentence of this page has the words {words!r}")
    for span in asked:
        console().print(Text(" ".join(span.of(article.text).split()), "bold"))
        for line in judged(record_why(article, span)):
            console().print(note(line))
        console().print("")


def judged(verdicts: Sequence[Verdict]) -> Iterator[Text]:
    """Lay out the verdicts of the rules that saw something, a line each, and name the others in one a kind of rule."""
    for verdict in verdicts:
        if verdict.said != NOTHING:
            yield Text(f"{verdict.rule}: ", SPEAKER).append(verdict.said, "not bold")
    spoke = {verdict.rule for verdict in verdicts if verdict.said != NOTHING}
    silent = dict.fromkeys(verdict.rule for verdict in verdicts if verdict.rule not in spoke)
    for kind, rules in groupby(sorted(silent, key=kind_of), kind_of):
        names = ", ".join(rule.removeprefix(kind).strip() or rule for rule in rules)
        yield Text(f"saw nothing: {kind or 'speech'}: {names}", QUIET)


def kind_of(rule: str) -> str:
    """Return the kind of a rule that is named with it: «time weekday»."""
    return rule.rpartition(" ")[0]


def page(reading: Reading) -> Iterator[RenderableType]:
    """Lay out one page."""
    article, record = reading.article, reading.record
    yield Text(article.title or "(no title)", "bold" if article.title else QUIET)
    writers = ", ".join(author.name for author in article.authors)
    yield Text(joined(article.outlet, writers, dated(article), article.language, origin(article)), QUIET)
    if limit := LIMITS.get(article.access or "free"):
        yield Text(limit, ACCENT)
    yield hairline()
    yield from section("Said", [statement(said_, article, record) for said_ in record.statements])
    yield from section("People", [person(somebody) for somebody in record.people])
    yield from section("Events", [event(happened, article, record) for happened in record.events])
    yield from section("Places", [Text(", ".join(place.name for place in record.places))] if record.places else [])
    yield from section("Background", [*recollections(article, record)])
    yield from section("Sources", [cited(source) for source in record.sources])
    yield from section("Pictures", [picture(image) for image in article.images if image.caption or image.credit])
    yield Text("")


def front(found: FrontPage) -> Iterator[RenderableType]:
    """Lay out a front page: its headlines by rank, under the headings of their lists."""
    yield Text(found.title or "(no title)", "bold" if found.title else QUIET)
    count = f"{found.kind} page of {len(found.teasers)} headlines"
    yield Text(joined(found.outlet, count, found.language, origin(found)), QUIET)
    yield hairline()
    heading = None
    for teaser in found.teasers:
        if teaser.heading != heading:
            heading = teaser.heading
            yield Text(heading or "", ACCENT)
        yield note(Text(f"{teaser.rank:>3}  ", ACCENT).append(teaser.title, "not red"))
    yield Text("")


def section(heading: str, notes: list[Text]) -> Iterator[RenderableType]:
    """Lay out a heading and its notes, or nothing where there are none."""
    if notes:
        yield Text(heading, ACCENT)
        yield from (note(line) for line in notes)


def dated(article: Article) -> str:
    """Return the time of publication and where it was read."""
    return f"{article.published.value} ({article.published.source})" if article.published else "undated"


def origin(article: Article | FrontPage) -> str | None:
    """Return the address a page is known by."""
    return article.canonical or article.url or (article.capture.url if article.capture else None)


def voice(speaker: Speaker) -> str | None:
    """Return the speaker's name, or the role that stands for it."""
    return speaker.name or speaker.role


def statement(found: Statement, article: Article, record: Record) -> Text:
    """Lay out a statement: speaker, role, words, then medium, day and rule."""
    words = " … ".join(part.of(article.text) for part in found.parts)
    shown = words if found.kind == "indirect" else quote(words, article.language)
    line = said(voice(found.speaker), found.speaker.role, shown, found.stance)
    relayed = f"via {', '.join(found.medium)}" if found.medium else None
    when = day(record.moments[found.moment]) if found.moment is not None else None
    marks = joined(relayed, when, "background" if found.background else None, found.rule)
    return line.append(f"  [{marks}]", QUIET)


def person(found: Person) -> Text:
    """Lay out a person: name, role, how often mentioned."""
    line = Text(found.name, "bold").append(f", {found.role}" if found.role else "", "not bold")
    return line.append(f"  [{len(found.mentions)}×]", QUIET)


def picture(image: Image) -> Text:
    """Lay out a picture: what stands under it and whose it is."""
    return Text(joined(image.caption, image.credit))


def cited(found: Source) -> Text:
    """Lay out a source: name, kind, and whether it tells its own words."""
    hand = None if found.first_hand is None else "first-hand" if found.first_hand else "passes on"
    return Text(joined(found.name, found.kind, hand))


def event(found: Event, article: Article, record: Record) -> Text:
    """Lay out an event: kind, status, when, who, where, and the word that told it."""
    when = day(record.moments[found.moment]) if found.moment is not None else None
    line = Text(found.kind, "bold").append(f" {found.status}" if found.status != "done" else "", ACCENT)
    facts = joined(when, ", ".join(found.people + found.organisations), ", ".join(found.places))
    line.append(f" · {facts}" if facts else "", "not bold")
    return line.append(f"  [{found.trigger.of(article.text)}{', background' if found.background else ''}]", QUIET)


def recollections(article: Article, record: Record) -> Iterator[Text]:
    """Lay out the earlier events that background points to, each once: kind, day, who, and the words."""
    found: dict[tuple[str, str], None] = {}
    for recalled in record.recalled:
        told = record.events[recalled.event] if recalled.event is not None else None
        if told is None:
            continue
        when = day(record.moments[recalled.moment]) if recalled.moment is not None else None
        words = " ".join(told.span.of(article.text).split())
        found[told.kind, joined(when, ", ".join(told.people + told.organisations), words)] = None
    yield from (Text(kind, ACCENT).append(f" · {facts}", "not bold") for kind, facts in found)


def day(found: Moment) -> str | None:
    """Return a moment's days: one, or the first and the last."""
    if found.first is None or found.last is None:
        return None
    return str(found.first) if found.first == found.last else f"{found.first} – {found.last}"
