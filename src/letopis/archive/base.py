"""What every archive can do: the protocol that SQLite, PostgreSQL and the tests' memory archive keep."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Literal, Protocol, Self

import msgspec

from letopis.archive.finding.asking import Asked, Found, Headline, Leaf
from letopis.model import Capture, Edition, FrontPage, Outlet, Reading, Refusal, Shown, Story, WarcPlace
from letopis.model.record import SpeakerKind, Stance, StatementKind

Change = Literal["new", "changed", "same"]


class Kept(msgspec.Struct, frozen=True):
    """What keeping a reading did: the article's id, its version (from 1), and whether its text was new."""

    article: int
    version: int
    change: Change


class Filed(msgspec.Struct, frozen=True, kw_only=True):
    """An article as the archive holds it: one version, its record, its proof, its story."""

    id: int
    version: int
    versions: int
    address: str
    reading: Reading
    captured: datetime | None
    kept: datetime
    sha256: str
    place: WarcPlace | None
    story: int | None


class Version(msgspec.Struct, frozen=True):
    """One version of an article: what the address said from `captured` on."""

    number: int
    captured: datetime | None
    sha256: str
    title: str | None
    text: str


class Quoted(msgspec.Struct, frozen=True, kw_only=True):
    """A statement in a list: its words, who said them, and the article they stand in.

    `statement` is its index in the article's record; `words` are its parts joined by " … ".
    """

    article: int
    statement: int
    kind: StatementKind
    words: str
    speaker: str | None
    speaker_kind: SpeakerKind
    role: str | None
    person: int | None
    medium: tuple[str, ...]
    background: bool
    outlet: str | None
    title: str | None
    published: datetime | None
    language: str | None
    story: int | None
    stance: Stance | None = None


class Tenure(msgspec.Struct, frozen=True):
    """A role somebody was given, from the first article that gives it to the last, by how many, in which language."""

    role: str
    first: datetime | None
    last: datetime | None
    articles: int
    language: str | None = None


class Figure(msgspec.Struct, frozen=True):
    """A person across articles: the fullest name, other forms seen, roles over time, how often heard and mentioned.

    `spellings` are the fullest names by the languages of the articles that have them.
    """

    id: int
    name: str
    forms: tuple[str, ...]
    roles: tuple[Tenure, ...]
    statements: int
    articles: int
    spellings: tuple[tuple[str, str], ...] = ()


class Counts(msgspec.Struct, frozen=True):
    """What an archive holds; `undated` are articles whose time of publication is unknown, `fronts` front pages."""

    articles: int
    versions: int
    outlets: int
    stories: int
    people: int
    statements: int
    refusals: int
    undated: int
    fronts: int = 0


class Archive(Protocol):
    """Keeps captures, articles with their versions, records, stories, people; finds them again.

    Raises ArchiveLocked where a second writer comes, QueryWrong where a search cannot be understood.
    What is asked for by an id and is not there is None.
    """

    def __enter__(self) -> Self: ...
    def __exit__(self, *exc: object) -> None: ...

    # keeping ------------------------------------------------------------------------------------------------------
    def keep(self, reading: Reading, capture: Capture) -> Kept:
        """Keep a reading under its address; changed text makes a new version, unchanged text none."""
        ...

    def holds(self, capture: Capture) -> bool:
        """Say whether these bytes from this address were kept or refused before: they need not be read again."""
        ...

    def refuse(self, refusal: Refusal, capture: Capture | None) -> None:
        """Keep a refusal; the latest word on an address stands."""
        ...

    def show(self, front: FrontPage, capture: Capture) -> bool:
        """Keep what an outlet's front page showed; returns whether its headlines were new, else none are kept."""
        ...

    def tell(self, stories: Iterable[Story]) -> None:
        """Keep stories under their ids (replacing what stood there), and with them who belongs to which."""
        ...

    def redirect(self, merged: int, into: int) -> None:
        """Let a merged story's id lead to another one for ever."""
        ...

    def next_story(self) -> int:
        """Return a story id that was never given out before."""
        ...

    def publish(self, edition: Edition) -> None:
        """Keep a day's front page, replacing its earlier one."""
        ...

    def join(self, kin: Iterable[Sequence[tuple[int, str]]]) -> None:
        """Let names, each given with its article, mean one person from now on; their ids lead to one for ever."""
        ...

    def know(self, outlets: Iterable[Outlet]) -> None:
        """Keep who owns outlets; what was known of others stays."""
        ...

    def wove(self, change: int) -> None:
        """Keep that the stories know of all changes up to one."""
        ...

    # finding ------------------------------------------------------------------------------------------------------
    def article(self, article: int, version: int | None = None) -> Filed | None:
        """Return an article, in its latest version unless another is asked for."""
        ...

    def versions(self, article: int) -> Sequence[Version]:
        """Return an article's versions, oldest first."""
        ...

    def since(self, moment: datetime | None) -> Sequence[Filed]:
        """Return the latest versions published (or, undated, captured or kept) at or after a time, oldest first."""
        ...

    def story(self, story: int) -> Story | None:
        """Return a story, following redirects: the answer's id may differ."""
        ...

    def stories(self, since: datetime | None = None, until: datetime | None = None) -> Sequence[Story]:
        """Return the stories with an article at or after a time, or between two, latest first."""
        ...

    def edition(self, day: date | None = None) -> Edition | None:
        """Return the front page of a day, or the latest one."""
        ...

    def days(self) -> Sequence[date]:
        """Return the days that have a front page, oldest first."""
        ...

    def fronts(self, address: str | None = None) -> Sequence[Shown]:
        """Return what each front page of an outlet showed last, or what the one at an address did over time."""
        ...

    def shown(self, number: int) -> Shown | None:
        """Return what a front page of an outlet showed at one time."""
        ...

    def headlines(self, articles: Iterable[int]) -> Sequence[Headline]:
        """Return articles as headlines, in the order asked for."""
        ...

    def quoted(
        self, *, article: int | None = None, story: int | None = None, day: date | None = None
    ) -> Sequence[Quoted]:
        """Return the statements of an article, a story or a day, newest article first, then in text order."""
        ...

    def figure(self, person: int) -> Figure | None:
        """Return a person across articles; one who was joined to another is that other, whose id differs."""
        ...

    def figures(self, name: str, limit: int = 20) -> Sequence[Figure]:
        """Return the people whose name has these words in any form; of no words, whoever is quoted."""
        ...

    def cast(self, article: int) -> dict[str, int]:
        """Return the ids of an article's people by their names in its record."""
        ...

    def said_by(self, person: int, after: str | None = None, limit: int = 50) -> Leaf[Quoted]:
        """Return a person's statements, newest first."""
        ...

    def mentions_of(self, person: int, after: str | None = None, limit: int = 50) -> Leaf[Headline]:
        """Return the articles that mention a person, newest first."""
        ...

    def search(self, asked: Asked) -> Found:
        """Return what a search finds, newest first."""
        ...

    def outlets(self) -> Sequence[tuple[Outlet, int, datetime | None]]:
        """Return the outlets with the number of their articles and the time of the latest."""
        ...

    def known(self) -> Sequence[Outlet]:
        """Return the outlets of which somebody said who owns them."""
        ...

    def unwoven(self) -> int | None:
        """Return the number of the latest change; None where the stories know of it."""
        ...

    def refusals(self) -> Sequence[Refusal]:
        """Return what was refused, and why, newest first."""
        ...

    def body(self, article: int, version: int | None = None) -> bytes | None:
        """Return the captured bytes of an article, read back from its WARC file and checked against its SHA-256."""
        ...

    def counts(self) -> Counts:
        """Count what the archive holds."""
        ...
