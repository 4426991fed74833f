"""Captures → readings → the archive → stories and front pages: the spine, the one module that knows every room."""

from collections.abc import Callable, Iterable, Iterator
from itertools import tee
from typing import Any, Protocol

import msgspec

from letopis import page, record, story
from letopis.archive.base import Archive, Filed, Version
from letopis.errors import LetopisError
from letopis.gather.files import capture_of
from letopis.model import Article, Capture, FrontPage, Outcome, Reading, Record, Refusal

IN_MEMORY = "memory:page"


class Map(Protocol):
    """Whatever calls a function on each of many things and gives the answers in their order, as `map` does."""

    def __call__(self, function: Callable[[Any], Any], things: Iterable[Any], /) -> Iterable[Any]:
        """Give the function's answer for each thing, in order."""
        ...


class Tally(msgspec.Struct, frozen=True):
    """What became of the captures of one run."""

    new: int = 0
    changed: int = 0
    same: int = 0
    fronts: int = 0
    refused: int = 0


class PageUnreadable(LetopisError):
    """A page given to `letopis.read` holds no article."""

    def __init__(self, url: str | None, reason: str) -> None:
        self.url = url
        self.reason = reason
        super().__init__(f"{url or 'page'}: no article to read: {reason}")


def settle(capture: Capture | Refusal) -> Outcome:
    """Read one capture and record what it says; what cannot be read comes out as a refusal, never as an error."""
    if isinstance(capture, Refusal):
        return capture
    try:
        found = page.read(capture)
        return Reading(found, record.record(found)) if isinstance(found, Article) else found
    except Exception as error:  # noqa: BLE001  (one bad page must not stop the rest; the refusal names our defect)
        return Refusal(capture.url, f"reading failed: {type(error).__name__}: {error}")


def follow(captures: Iterable[Capture | Refusal], archive: Archive, run: Map = map) -> Tally:
    """Read, record and keep each capture; the work is pure, so `run` may be any map that keeps the order."""
    tally = Tally()
    for capture, outcome in beside(captures, run):
        tally = counted(tally, kept(outcome, capture, archive))
    return tally


def beside(captures: Iterable[Capture | Refusal], run: Map) -> Iterator[tuple[Capture | Refusal, Outcome]]:
    """Give each capture with what became of it."""
    given, worked = tee(captures)
    return zip(given, run(settle, worked), strict=True)


def kept(outcome: Outcome, capture: Capture | Refusal, archive: Archive) -> str:
    """Keep what became of a capture; returns what it counts as."""
    source = capture if isinstance(capture, Capture) else None
    if isinstance(outcome, Reading) and source is not None:
        return archive.keep(outcome, source).change
    if isinstance(outcome, FrontPage) and source is not None:
        archive.show(outcome, source)
        return "fronts"
    archive.refuse(outcome if isinstance(outcome, Refusal) else Refusal(None, "no capture"), source)
    return "refused"


def counted(tally: Tally, name: str) -> Tally:
    """Return the tally with one more capture in it."""
    return msgspec.structs.replace(tally, **{name: getattr(tally, name) + 1})


def must_weave(tally: Tally, archive: Archive) -> bool:
    """Say whether stories have to be woven: something was read, or a run before was stopped too early."""
    return bool(tally.new or tally.changed or tally.same) or archive.unwoven() is not None


def weave(archive: Archive) -> None:
    """Group the archive's articles into stories and lay out the front page of each day they were published on."""
    change = archive.unwoven()
    before = {one.id: one for one in archive.stories()}
    reports = [reported(filed, archive) for filed in archive.since(None)]
    woven = story.woven(reports, before.values(), owners_in(archive), archive.next_story)
    archive.tell([one for one in woven.stories if before.get(one.id) != one])
    for merged, into in woven.merged:
        archive.redirect(merged, into)
    archive.join(woven.kin)
    for edition in story.editions(woven.stories):
        if edition != archive.edition(edition.day):
            archive.publish(edition)
    if change is not None:
        archive.wove(change)


def owners_in(archive: Archive) -> dict[str, str]:
    """Return who owns outlets, by their names and by the hosts of their addresses."""
    known = archive.known()
    by_host = {outlet.host: outlet.owner for outlet in known if outlet.host}
    return (
        by_host
        | {outlet.name: outlet.owner for outlet in known}
        | {outlet.name: outlet.owner for outlet, *_ in archive.outlets() if outlet.owner != outlet.name}
    )


def reported(filed: Filed, archive: Archive) -> story.Reported:
    """Return a kept article as stories are woven from it, with its versions where it was edited."""
    versions = archive.versions(filed.id) if filed.versions > 1 else ()
    wrote = (story.Wrote(since(filed.id, version, archive), version.title, version.text) for version in versions)
    return story.Reported(filed.id, filed.reading, filed.captured, tuple(wrote))


def since(article: int, version: Version, archive: Archive) -> str | None:
    """Return from when on a version stood: its capture, or of a saved file what the page says of its last change."""
    if version.captured is not None:
        return version.captured.isoformat()
    kept = archive.article(article, version.number)
    modified = kept.reading.article.modified if kept else None
    return modified.value if modified else None


def read(html: bytes | str, url: str | None = None) -> tuple[Article, Record]:
    """Read the article out of a page, and the record out of the article; raises PageUnreadable where there is none."""
    body = html.encode() if isinstance(html, str) else html
    outcome = settle(capture_of(url or IN_MEMORY, body))
    if isinstance(outcome, Refusal):
        raise PageUnreadable(url, outcome.reason)
    if isinstance(outcome, FrontPage):
        raise PageUnreadable(url, f"a {outcome.kind} page of {len(outcome.teasers)} headlines")
    return outcome.article, outcome.record
