"""Readings → pages with their versions, in memory."""

from datetime import datetime

import msgspec

from letopis.archive import clock
from letopis.archive.base import Filed, Quoted, Version
from letopis.archive.finding.asking import Headline, Leaf, Row
from letopis.archive.tables.articles import Deed, Known, opening_of
from letopis.archive.tables.records import words_of
from letopis.model import Capture, Reading, WarcPlace


class Told(msgspec.Struct, frozen=True):
    """A version of a page: what was read, the capture it was read from, when it was kept."""

    number: int
    reading: Reading
    capture: Capture
    kept: datetime

    def known(self) -> Known:
        """Return the version as a new reading is compared with it."""
        captured = clock.maybe_micros(self.capture.fetched)
        told = self.reading
        return Known(self.number, told.article, told.record, self.capture.sha256, captured, clock.micros(self.kept))


class Page(msgspec.Struct, frozen=True):
    """An address with its versions, of which `current` is the number of the one that counts."""

    id: int
    address: str
    versions: tuple[Told, ...]
    current: int
    seen: datetime

    def told(self, number: int | None = None) -> Told | None:
        """Return a version."""
        wanted = number or self.current
        return next((version for version in self.versions if version.number == wanted), None)

    @property
    def reading(self) -> Reading:
        """Return what counts."""
        return next(version.reading for version in self.versions if version.number == self.current)

    @property
    def published(self) -> datetime | None:
        """Return when it was published."""
        return clock.published(self.reading.article)

    @property
    def at(self) -> int:
        """Return its place in the order of time."""
        return clock.place(self.published, self.id)

    @property
    def outlet(self) -> str:
        """Return who writes there."""
        return self.reading.article.outlet or self.address


def described(page: Page, number: int, deed: Deed) -> Page:
    """Return the page with a version as the one that counts."""
    seen = clock.published(deed.reading.article) or deed.capture.fetched or deed.now
    return msgspec.structs.replace(page, current=number, seen=seen)


def with_version(page: Page, told: Told) -> Page:
    """Return the page with a version added or replaced, oldest first."""
    others = (version for version in page.versions if version.number != told.number)
    return msgspec.structs.replace(page, versions=tuple(sorted((*others, told), key=by_capture)))


def by_capture(told: Told) -> tuple[datetime, int]:
    """Return what versions are ordered by."""
    return told.capture.fetched or told.kept, told.number


def filed(page: Page, told: Told, story: int | None) -> Filed:
    """Return a version as archives hand it out."""
    return Filed(
        id=page.id,
        version=told.number,
        versions=len(page.versions),
        address=page.address,
        reading=told.reading,
        captured=told.capture.fetched,
        kept=told.kept,
        sha256=told.capture.sha256,
        place=WarcPlace("memory", page.id),
        story=story,
    )


def versions_of(page: Page) -> list[Version]:
    """Return a page's versions, oldest first."""
    return [
        Version(
            told.number,
            told.capture.fetched,
            told.capture.sha256,
            told.reading.article.title,
            told.reading.article.text,
        )
        for told in page.versions
    ]


def headline(page: Page, story: int | None) -> Headline:
    """Return a page as a headline."""
    article = page.reading.article
    return Headline(
        page.id, article.title, opening_of(article), article.outlet, page.published, article.language, story
    )


def quoted(page: Page, story: int | None, cast: dict[str, int]) -> list[Quoted]:
    """Return a page's statements."""
    article = page.reading.article
    return [
        Quoted(
            article=page.id,
            statement=number,
            kind=said.kind,
            words=words_of(said, article.text),
            speaker=said.speaker.name,
            speaker_kind=said.speaker.kind,
            role=said.speaker.role,
            person=cast.get(said.speaker.name or "") if said.speaker.kind == "person" else None,
            medium=said.medium,
            background=said.background,
            stance=said.stance,
            outlet=article.outlet,
            title=article.title,
            published=page.published,
            language=article.language,
            story=story,
        )
        for number, said in enumerate(page.reading.record.statements)
    ]


def leaf(rows: list[Row], after: str | None, limit: int) -> Leaf[Row]:
    """Return a leaf of a list; its key is where the next one begins."""
    start = clock.key(after) if after else 0
    end = start + limit
    return Leaf(tuple(rows[start:end]), len(rows), str(end) if end < len(rows) else None)
