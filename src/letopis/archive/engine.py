"""A folder → the archive kept there: SQLite for what is searched and listed, WARC files for the captures."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Self

from letopis.archive import clock as times
from letopis.archive import shelf
from letopis.archive.base import Archive, Counts, Figure, Filed, Kept, Quoted, Version
from letopis.archive.connection import NAME, Database, at_most
from letopis.archive.finding.asking import Asked, Found, Headline, Leaf
from letopis.archive.lock import WriterLock
from letopis.archive.tables import articles, captures, fronts, overview, owners, records, stories
from letopis.archive.tables import search as finding
from letopis.archive.tables.rows import following
from letopis.archive.tables.who import figures, kinship
from letopis.archive.whole import whole
from letopis.errors import ArchiveUnreadable, QueryWrong, SourceMissing
from letopis.model import Capture, Edition, FrontPage, Outlet, Reading, Refusal, Shown, Story

# Longer no search may hold up the others.
PATIENCE_S = 5.0


def now() -> datetime:
    """Return the time."""
    return datetime.now(UTC)


def open_archive(folder: Path, *, write: bool = False, clock: Callable[[], datetime] = now) -> Archive:
    """Open the archive in a folder, making it where `write` asks for one that is not there yet.

    Raises SourceMissing where there is nothing to read, ArchiveLocked where another is writing, ArchiveUnreadable.
    """
    if write:
        make(folder)
    elif not (folder / NAME).is_file():
        raise SourceMissing(str(folder), "there is no archive here yet; `letopis add SOURCE` makes one")
    return SqliteArchive(folder, write=write, clock=clock)


def make(folder: Path) -> None:
    """Make an archive's folders."""
    try:
        (folder / "warc").mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ArchiveUnreadable(str(folder), f"no folder can be made here ({reason}); choose another place") from error


class SqliteArchive:
    """The archive of one folder. Any number may read while one writes."""

    def __init__(self, folder: Path, *, write: bool, clock: Callable[[], datetime]) -> None:
        self.folder = folder
        self.clock = clock
        self.lock = WriterLock(folder, clock()) if write else None
        try:
            self.database = Database(folder, write=write)
        except BaseException:
            self.free()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the archive, and let another write."""
        self.database.close()
        self.free()

    def free(self) -> None:
        """Let another write."""
        if self.lock:
            self.lock.free()
            self.lock = None

    # keeping ------------------------------------------------------------------------------------------------------
    def holds(self, capture: Capture) -> bool:
        """Say whether this very capture has been kept or refused before."""
        with self.database.reading() as db:
            return captures.held(db, capture)

    def keep(self, reading: Reading, capture: Capture) -> Kept:
        """Keep a reading under its address; changed text makes a new version, unchanged text none."""
        with self.database.writing() as db:
            return articles.keep(db, articles.Deed(whole(reading), capture, self.folder / "warc", self.clock()))

    def refuse(self, refusal: Refusal, capture: Capture | None) -> None:
        """Keep a refusal; the latest word on an address stands."""
        with self.database.writing() as db:
            captures.refuse(db, self.folder / "warc", whole(refusal), capture, now=self.clock())

    def show(self, front: FrontPage, capture: Capture) -> bool:
        """Keep what an outlet's front page showed; returns whether its headlines were new, else none are kept."""
        with self.database.writing() as db:
            return fronts.show(db, fronts.Showing(whole(front), capture, self.folder / "warc", self.clock()))

    def tell(self, told: Iterable[Story]) -> None:
        """Keep stories under their ids (replacing what stood there), and with them who belongs to which."""
        with self.database.writing() as db:
            stories.tell(db, told)

    def redirect(self, merged: int, into: int) -> None:
        """Let a merged story's id lead to another one for ever."""
        with self.database.writing() as db:
            stories.redirect(db, merged, into)

    def next_story(self) -> int:
        """Return a story id that was never given out before."""
        with self.database.writing() as db:
            return following(db, "story")

    def publish(self, edition: Edition) -> None:
        """Keep a day's front page, replacing its earlier one."""
        with self.database.writing() as db:
            stories.publish(db, edition)

    def join(self, kin: Iterable[Sequence[tuple[int, str]]]) -> None:
        """Let names, each given with its article, mean one person from now on; their ids lead to one for ever."""
        with self.database.writing() as db:
            kinship.join(db, kin)

    def know(self, outlets: Iterable[Outlet]) -> None:
        """Keep who owns outlets; what was known of others stays."""
        with self.database.writing() as db:
            owners.know(db, outlets)

    def wove(self, change: int) -> None:
        """Keep that the stories know of all changes up to one."""
        with self.database.writing() as db:
            owners.wove(db, change)

    # finding ------------------------------------------------------------------------------------------------------
    def article(self, article: int, version: int | None = None) -> Filed | None:
        """Return an article, in its latest version unless another is asked for."""
        with self.database.reading() as db:
            return articles.one(db, article, version)

    def versions(self, article: int) -> Sequence[Version]:
        """Return an article's versions, oldest first."""
        with self.database.reading() as db:
            return articles.versions(db, article)

    def since(self, moment: datetime | None) -> Sequence[Filed]:
        """Return the latest versions published (or, undated, captured or kept) at or after a time, oldest first."""
        with self.database.reading() as db:
            return articles.since(db, moment)

    def story(self, story: int) -> Story | None:
        """Return a story, following redirects: the answer's id may differ."""
        with self.database.reading() as db:
            return stories.one(db, story)

    def stories(self, since: datetime | None = None, until: datetime | None = None) -> Sequence[Story]:
        """Return the stories with an article at or after a time, or between two, latest first."""
        with self.database.reading() as db:
            return stories.since(db, since) if until is None else stories.between(db, since, until)

    def edition(self, day: date | None = None) -> Edition | None:
        """Return the front page of a day, or the latest one."""
        with self.database.reading() as db:
            return stories.edition(db, day)

    def days(self) -> Sequence[date]:
        """Return the days that have a front page, oldest first."""
        with self.database.reading() as db:
            return stories.days(db)

    def fronts(self, address: str | None = None) -> Sequence[Shown]:
        """Return what each front page of an outlet showed last, or what the one at an address did over time."""
        with self.database.reading() as db:
            return fronts.latest(db) if address is None else fronts.over_time(db, address)

    def shown(self, number: int) -> Shown | None:
        """Return what a front page of an outlet showed at one time."""
        with self.database.reading() as db:
            return fronts.one(db, number)

    def headlines(self, asked: Iterable[int]) -> Sequence[Headline]:
        """Return articles as headlines, in the order asked for."""
        with self.database.reading() as db:
            return overview.headlines(db, asked)

    def quoted(
        self, *, article: int | None = None, story: int | None = None, day: date | None = None
    ) -> Sequence[Quoted]:
        """Return the statements of an article, a story or a day, newest article first, then in text order."""
        with self.database.reading() as db:
            return records.quoted_in(db, article, story, day)

    def figure(self, person: int) -> Figure | None:
        """Return a person across articles."""
        with self.database.reading() as db:
            return figures.figure(db, person)

    def figures(self, name: str, limit: int = 20) -> Sequence[Figure]:
        """Return the people whose name has these words in any form; of no words, whoever is quoted."""
        with self.database.reading() as db:
            return figures.asked(db, name, limit)

    def cast(self, article: int) -> dict[str, int]:
        """Return the ids of an article's people by their names in its record."""
        with self.database.reading() as db:
            return figures.cast(db, article)

    def said_by(self, person: int, after: str | None = None, limit: int = 50) -> Leaf[Quoted]:
        """Return a person's statements, newest first."""
        with self.database.reading() as db:
            return records.of_person(db, person, times.pair(after), limit)

    def mentions_of(self, person: int, after: str | None = None, limit: int = 50) -> Leaf[Headline]:
        """Return the articles that mention a person, newest first."""
        with self.database.reading() as db:
            return figures.mentions(db, person, times.key(after), limit)

    def search(self, asked: Asked) -> Found:
        """Return what a search finds, newest first."""
        late = QueryWrong(asked.words, 0, f"finds too much to count in {PATIENCE_S} s; limit it to a time or an outlet")
        with self.database.reading() as db, at_most(db, PATIENCE_S, late):
            return finding.search(db, asked)

    def outlets(self) -> Sequence[tuple[Outlet, int, datetime | None]]:
        """Return the outlets with the number of their articles and the time of the latest."""
        with self.database.reading() as db:
            return overview.outlets(db)

    def known(self) -> Sequence[Outlet]:
        """Return the outlets of which somebody said who owns them."""
        with self.database.reading() as db:
            return owners.known(db)

    def unwoven(self) -> int | None:
        """Return the number of the latest change; None where the stories know of it."""
        with self.database.reading() as db:
            return owners.unwoven(db)

    def refusals(self) -> Sequence[Refusal]:
        """Return what was refused, and why, newest first."""
        with self.database.reading() as db:
            return captures.refusals(db)

    def body(self, article: int, version: int | None = None) -> bytes | None:
        """Return the captured bytes of an article, read back from its WARC file and checked against its SHA-256."""
        filed = self.article(article, version)
        return shelf.take(self.folder / "warc", filed.place, filed.sha256) if filed and filed.place else None

    def counts(self) -> Counts:
        """Count what the archive holds."""
        with self.database.reading() as db:
            return overview.counts(db)
