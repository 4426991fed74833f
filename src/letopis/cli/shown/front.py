"""What the archive answers → the terminal: the front page, people, what a search found, what was added."""

import sys
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

from rich.console import RenderableType
from rich.text import Text

from letopis.archive.base import Archive, Figure, Quoted
from letopis.archive.finding.asking import Found, Hit
from letopis.archive.finding.wider import Nearest
from letopis.cli.shown.lines import ACCENT, QUIET, console, cut_short, hairline, joined, moment, note, quote, said
from letopis.flow import Tally
from letopis.model import Placed, Refusal, Story

MOST_REFUSALS = 10


def print_tally(tally: Tally, held: int, refusals: Sequence[Refusal], place: Path) -> None:
    """Print what was added, what was `held` already, and the refusals of this run with their reasons."""
    facts = f"{tally.new} new, {tally.changed} changed, {tally.same + held} unchanged, {tally.refused} refused"
    facts += f", {tally.fronts} of headlines alone" if tally.fronts else ""
    print(f"{place}: {facts}", file=sys.stderr)
    for refusal in refusals[: min(tally.refused, MOST_REFUSALS)]:
        print(f"  refused {refusal.url or 'page'}: {refusal.reason}", file=sys.stderr)
    if tally.refused > MOST_REFUSALS:
        print(f"  … {tally.refused - MOST_REFUSALS} more: letopis serve lists them all", file=sys.stderr)


def print_edition(archive: Archive, day: date | None, most: int) -> bool:
    """Print the front page of a day, or the latest; say whether there is one."""
    edition = archive.edition(day)
    if edition is None:
        days = archive.days()
        nearest = f"; there is news from {days[0]} to {days[-1]}" if days else "; letopis add SOURCE fills it"
        print(f"letopis: no front page{f' for {day}' if day else ''} in this archive{nearest}", file=sys.stderr)
        return False
    console().print(Text("LETOPIS", f"bold {ACCENT}"))
    console().print(Text(joined(f"{edition.day:%A, %d %B %Y}", fresh(archive, edition.at), held(archive)), QUIET))
    console().print(hairline())
    for placed in edition.placed[:most]:
        story = archive.story(placed.story)
        for part in told(placed, story, archive) if story else ():
            console().print(part)
    return True


def fresh(archive: Archive, at: datetime) -> str:
    """Say how many articles of how many outlets came out in the day before a time."""
    from letopis.portal.views.broadsheet import fresh_members

    new = fresh_members(archive, at)
    outlets = {member.outlet for member in new if member.outlet}
    return f"{several(len(new), 'article')} of the day from {several(len(outlets), 'outlet')}"


def held(archive: Archive) -> str:
    """Say how much an archive holds in all."""
    counts = archive.counts()
    kept = f"{several(counts.articles, 'article')} in all"
    return f"{kept}, {counts.undated} undated, {counts.refusals} refused"


def told(placed: Placed, story: Story, archive: Archive) -> Iterator[RenderableType]:
    """Lay out a story: rank and headline, outlets and times, its strongest statement, why it stands there."""
    yield Text(f"{placed.rank:>2}  ", ACCENT).append(story.title or "(no title)", "bold not red")
    outlets = list(dict.fromkeys(member.outlet for member in story.members if member.outlet))
    reprints = sum(member.reprints is not None for member in story.members)
    facts = joined(", ".join(outlets), f"first {moment(story.first)}", f"latest {moment(story.latest)}")
    yield note(Text(facts + (f" · {several(reprints, 'reprint')}" if reprints else ""), QUIET), 2)
    strongest = loudest(archive.quoted(story=story.id))
    if strongest:
        yield note(said(strongest.speaker, strongest.role, heard_words(strongest), strongest.stance), 2)
    weight = placed.weight
    formula = f"{weight.breadth:.2f} breadth of {several(weight.owners, 'owner')} × {weight.freshness:.3f} fresh"
    yield note(Text(f"{weight.total:.3f} = {formula} ({weight.age_h:.0f} h old)", QUIET), 2)
    yield Text("")


def loudest(statements: Sequence[Quoted]) -> Quoted | None:
    """Return the strongest statement: a named person's claim, in the news and not its background, direct first."""
    claims = [heard for heard in statements if not heard.stance and not heard.background]
    named = [heard for heard in claims if heard.speaker and heard.speaker_kind == "person"]
    order = {"direct": 0, "partial": 2, "indirect": 1}
    return min(named, key=lambda heard: (order[heard.kind], abs(len(heard.words) - 120)), default=None)


def heard_words(heard: Quoted) -> str:
    """Return a statement's words, in quotation marks if they are the speaker's own."""
    return cut_short(heard.words) if heard.kind == "indirect" else quote(heard.words, heard.language)


def print_figures(archive: Archive, name: str, most: int) -> bool:
    """Print the people of a name with what they said, newest first; say whether there is anybody."""
    figures = archive.figures(name)
    if not figures:
        print(
            f"letopis: nobody called {name!r} in this archive; letopis search {name} looks in the texts",
            file=sys.stderr,
        )
        return False
    for figure in figures:
        console().print(heading(figure))
        console().print(hairline())
        leaf = archive.said_by(figure.id, limit=most)
        for heard in leaf.rows:
            console().print(note(said(heard.speaker, None, heard_words(heard), heard.stance)))
            console().print(note(Text(joined(moment(heard.published), heard.outlet, heard.title), QUIET), 2))
        if leaf.total > len(leaf.rows):
            console().print(note(Text(f"… {leaf.total - len(leaf.rows)} more (--most {leaf.total})", QUIET)))
        console().print("")
    return True


def heading(figure: Figure) -> Text:
    """Lay out who somebody is: name, roles, how often heard and mentioned."""
    line = Text(figure.name, "bold")
    if others := [name for name in dict(figure.spellings).values() if name != figure.name]:
        line.append(f" ({', '.join(dict.fromkeys(others))})", "not bold")
    line.append("".join(f", {tenure.role}" for tenure in figure.roles[:2]), "not bold")
    return line.append(f"  {several(figure.statements, 'statement')} · {several(figure.articles, 'article')}", QUIET)


def print_found(found: Found, nearest: Nearest | None) -> None:
    """Print what a search found, a sentence an article; if nothing, the nearest search that finds something."""
    leaf = found.leaf
    console().print(Text(counted(leaf.total), QUIET))
    console().print(hairline())
    for hit in leaf.rows:
        console().print(note(marked(hit)))
        headline = hit.headline
        console().print(note(Text(joined(moment(headline.published), headline.outlet, headline.title), QUIET), 2))
    if nearest:
        console().print(note(f"nearest: letopis search {nearest.asked.words}  ({several(nearest.total, 'article')})"))


def counted(articles: int) -> str:
    """Return how many articles a search found, in words that say what is counted."""
    if not articles:
        return "no article answers this"
    return several(articles, "article") + (", newest first" if articles > 1 else "")


def several(number: int, noun: str) -> str:
    """Return a number with its noun."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def marked(hit: Hit) -> Text:
    """Lay out a hit: the speaker first, then the sentence with the words marked."""
    line = Text(hit.sentence)
    for start, stop in hit.marked:
        line.stylize(f"bold {ACCENT}", start, stop)
    return Text(f"{hit.speaker}: ", "bold").append_text(line) if hit.speaker else line
