"""The archive that lives as long as its process."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Self

import msgspec

from letopis.archive import clock
from letopis.archive.base import Counts, Figure, Filed, Kept, Quoted, Version
from letopis.archive.finding.asking import Asked, Found, Headline, Leaf
from letopis.archive.memory import remembered
from letopis.archive.memory.faces import Faces, figure
from letopis.archive.memory.ledger import Ledger
from letopis.archive.memory.remembered import Page, Told, leaf
from letopis.archive.memory.sifting import Sieve
from letopis.archive.memory.wall import Wall
from letopis.archive.tables.articles import Deed, address_of, older, told_before
from letopis.archive.whole import whole
from letopis.errors import WrongUse
from letopis.model import Capture, Edition, FrontPage, Outlet, Reading, Refusal, Shown, Story


def now() -> datetime:
    """Return the time."""
    return datetime.now(UTC)


class MemoryArchive(Ledger):
    """Keeps everything in memory, and finds it by looking at all of it."""

    def __init__(self, clock: Callable[[], datetime] = now) -> None:
        super().__init__()
        self.clock = clock
        self.pages: dict[str, Page] = {}
        self.faces = Faces()
        self.captures: list[Capture] = []
        self.refused: dict[str, Refusal] = {}
        self.told: dict[int, Story] = {}
        self.joined: dict[int, int | None] = {}
        self.merged: dict[int, int] = {}
        self.editions: dict[date, Edition] = {}
        self.last_story = 0
        self.wall = Wall()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None: ...

    # keeping ------------------------------------------------------------------------------------------------------
    def holds(self, capture: Capture) -> bool:
        """Say whether these bytes from this address were kept or refused before."""
        same = [each for each in self.captures if each.url == capture.url]
        times = {each.fetched for each in same if each.sha256 == capture.sha256}
        return bool(times) and (capture.fetched in {None, *times} or same[-1].sha256 == capture.sha256)

    def keep(self, reading: Reading, capture: Capture) -> Kept:
        """Keep a reading under its address."""
        deed = Deed(whole(reading), capture, Path(), self.clock())
        address = address_of(deed.reading.article, capture)
        self.forgive(address, deed.reading.article.url, capture)
        page = self.pages.get(address)
        kept = self.compared(page, deed) if page else self.begun(address, deed)
        self.changes += page != self.pages[address]
        self.captures.append(capture)
        self.faces.meet(self.pages[address])
        return kept

    def forgive(self, address: str, url: str | None, capture: Capture) -> None:
        """Forget that these addresses were refused."""
        for forgiven in (address, url, capture.url, capture.final_url):
            self.refused.pop(forgiven or "", None)

    def show(self, front: FrontPage, capture: Capture) -> bool:
        """Keep what an outlet's front page showed; returns whether its headlines were new, else none are kept."""
        self.forgive(front.canonical or capture.url, front.url, capture)
        self.captures.append(capture)
        return self.wall.hang(whole(front), capture, self.clock())

    def begun(self, address: str, deed: Deed) -> Kept:
        """Keep the first version of an address."""
        page = Page(len(self.pages) + 1, address, (Told(1, deed.reading, deed.capture, deed.now),), 1, deed.now)
        self.pages[address] = remembered.described(page, 1, deed)
        return Kept(page.id, 1, "new")

    def compared(self, page: Page, deed: Deed) -> Kept:
        """Keep a reading of a page that is known."""
        known = [version.known() for version in page.versions]
        latest = next(version for version in known if version.number == page.current)
        if same := told_before(deed, known, latest):
            return self.read_again(page, deed, same.number)
        number = len(known) + 1
        more = remembered.with_version(page, Told(number, deed.reading, deed.capture, deed.now))
        self.pages[page.address] = more if older(deed.capture, latest) else remembered.described(more, number, deed)
        return Kept(page.id, number, "changed")

    def read_again(self, page: Page, deed: Deed, number: int) -> Kept:
        """Keep what a newer reading found in a version that is known."""
        before = next(version for version in page.versions if version.number == number)
        article = msgspec.structs.replace(deed.reading.article, capture=before.reading.article.capture)
        again = msgspec.structs.replace(before, reading=Reading(article, deed.reading.record))
        self.pages[page.address] = remembered.with_version(page, again)
        return Kept(page.id, number, "same")

    def refuse(self, refusal: Refusal, capture: Capture | None) -> None:
        """Keep a refusal; the latest word on an address stands."""
        address = capture.url if capture else refusal.url or ""
        self.refused.pop(address, None)
        self.refused[address] = whole(refusal)
        self.captures += [capture] if capture else []

    def tell(self, told: Iterable[Story]) -> None:
        """Keep stories under their ids, and who belongs to which."""
        new = {story.id: story for story in told}
        self.joined = {article: story for article, story in self.joined.items() if story not in new}
        self.joined |= {member.article: story.id for story in new.values() for member in story.members}
        self.told |= new
        self.last_story = max(self.last_story, *new) if new else self.last_story

    def redirect(self, merged: int, into: int) -> None:
        """Let a merged story's id lead to another one for ever."""
        target = self.target(into)
        if target == merged:
            raise WrongUse(f"story {merged} cannot lead to itself")
        self.merged[merged] = target
        self.joined = {article: target if story == merged else story for article, story in self.joined.items()}

    def target(self, story: int) -> int:
        """Return the id that a story's id leads to in the end."""
        while story in self.merged:
            story = self.merged[story]
        return story

    def next_story(self) -> int:
        """Return a story id that was never given out before."""
        self.last_story += 1
        return self.last_story

    def join(self, kin: Iterable[Sequence[tuple[int, str]]]) -> None:
        """Let names, each given with its article, mean one person from now on; their ids lead to one for ever."""
        for names in kin:
            people = [self.cast(article)[name] for article, name in names if name in self.cast(article)]
            self.faces.unite({person: len({page.id for page, _ in self.mentioned(person)}) for person in people})

    def publish(self, edition: Edition) -> None:
        """Keep a day's front page, replacing its earlier one."""
        self.editions[edition.day] = edition

    # finding ------------------------------------------------------------------------------------------------------
    def page(self, article: int) -> Page | None:
        """Return the page of an id."""
        return next((page for page in self.pages.values() if page.id == article), None)

    def newest(self) -> list[Page]:
        """Return all pages, newest first."""
        return sorted(self.pages.values(), key=lambda page: -page.at)

    def filed(self, page: Page, told: Told) -> Filed:
        """Return a version of a page."""
        return remembered.filed(page, told, self.joined.get(page.id))

    def article(self, article: int, version: int | None = None) -> Filed | None:
        """Return an article, in its latest version unless another is asked for."""
        page = self.page(article)
        told = page.told(version) if page else None
        return self.filed(page, told) if page and told else None

    def versions(self, article: int) -> Sequence[Version]:
        """Return an article's versions, oldest first."""
        page = self.page(article)
        return remembered.versions_of(page) if page else []

    def since(self, moment: datetime | None) -> Sequence[Filed]:
        """Return the latest versions published (or, undated, captured or kept) at or after a time, oldest first."""
        later = [page for page in self.pages.values() if moment is None or page.seen >= moment]
        ordered = sorted(later, key=lambda page: (page.seen, page.id))
        return [self.filed(page, told) for page in ordered if (told := page.told())]

    def story(self, story: int) -> Story | None:
        """Return a story, following redirects."""
        return self.told.get(self.target(story))

    def stories(self, since: datetime | None = None, until: datetime | None = None) -> Sequence[Story]:
        """Return the stories with an article at or after a time, or between two, latest first."""
        alive = (story for story in self.told.values() if story.id not in self.merged)
        told = sorted(alive, key=lambda story: (clock.maybe_micros(story.latest) or -clock.FIRST, story.id))[::-1]
        if until is None:
            return [story for story in told if since is None or (story.latest and story.latest >= since)]
        within = [page for page in self.pages.values() if (since is None or since <= page.seen) and page.seen <= until]
        return [story for story in told if story.id in {self.joined.get(page.id) for page in within}]

    def edition(self, day: date | None = None) -> Edition | None:
        """Return the front page of a day, or the latest one."""
        return self.editions.get(day or max(self.editions, default=date.min))

    def days(self) -> Sequence[date]:
        """Return the days that have a front page, oldest first."""
        return sorted(self.editions)

    def fronts(self, address: str | None = None) -> Sequence[Shown]:
        """Return what each front page of an outlet showed last, or what the one at an address did over time."""
        return self.wall.latest() if address is None else self.wall.of(address)

    def shown(self, number: int) -> Shown | None:
        """Return what a front page of an outlet showed at one time."""
        return self.wall.one(number)

    def headline(self, page: Page) -> Headline:
        """Return a page as a headline."""
        return remembered.headline(page, self.joined.get(page.id))

    def headlines(self, articles: Iterable[int]) -> Sequence[Headline]:
        """Return articles as headlines, in the order asked for."""
        return [self.headline(page) for article in articles if (page := self.page(article))]

    def heard(self, page: Page) -> list[Quoted]:
        """Return a page's statements."""
        return remembered.quoted(page, self.joined.get(page.id), self.cast(page.id))

    def quoted(
        self, *, article: int | None = None, story: int | None = None, day: date | None = None
    ) -> Sequence[Quoted]:
        """Return the statements of an article, a story or a day, newest article first, then in text order."""
        said = (each for page in self.newest() for each in self.heard(page))
        if article is not None:
            return [each for each in said if each.article == article]
        if story is not None:
            return [each for each in said if each.story == story]
        return [each for each in said if day is None or (each.published and each.published.date() == day)]

    def mentioned(self, person: int) -> list[tuple[Page, str]]:
        """Return the pages that mention a person with the names they give, newest first."""
        found = ((page, name, who) for page in self.newest() for name, who in self.cast(page.id).items())
        return [(page, name) for page, name, who in found if who == person]

    def figure(self, person: int) -> Figure | None:
        """Return a person across articles, or the one they were joined to."""
        person = self.faces.target(person)
        known = self.faces.known.get(person)
        heard = len([said for said in self.quoted() if said.person == person])
        return figure(known, self.mentioned(person)[::-1], heard) if known else None

    def figures(self, name: str, limit: int = 20) -> Sequence[Figure]:
        """Return the people whose name has these words in any form; of no words, whoever is quoted."""
        asked = self.faces.asked(name) if name.strip() else {said.person for said in self.quoted() if said.person}
        found = [figure for person in asked if (figure := self.figure(person)) and figure.articles]
        return sorted(found, key=lambda figure: (-figure.statements, -figure.articles, figure.id))[:limit]

    def cast(self, article: int) -> dict[str, int]:
        """Return the ids of an article's people by their names in its record."""
        page = self.page(article)
        return self.faces.cast(page, self.pages.values()) if page else {}

    def said_by(self, person: int, after: str | None = None, limit: int = 50) -> Leaf[Quoted]:
        """Return a person's statements, newest first."""
        return leaf([said for said in self.quoted() if said.person == person], after, limit)

    def mentions_of(self, person: int, after: str | None = None, limit: int = 50) -> Leaf[Headline]:
        """Return the articles that mention a person, newest first."""
        found = {page.id: self.headline(page) for page, _ in self.mentioned(person)}
        return leaf(list(found.values()), after, limit)

    def search(self, asked: Asked) -> Found:
        """Return what a search finds, newest first."""
        return Sieve(self.pages.values(), self.heard, self.full_names, self.headline).search(asked)

    def full_names(self, said: Quoted) -> list[str | None]:
        """Return a speaker's fullest name, and those of whoever was joined to them."""
        return [said.speaker] if said.person is None else self.faces.names(said.person)

    def outlets(self) -> Sequence[tuple[Outlet, int, datetime | None]]:
        """Return the outlets with the number of their articles and the time of the latest."""
        return self.printed(self.newest())

    def refusals(self) -> Sequence[Refusal]:
        """Return what was refused, and why, newest first."""
        return list(self.refused.values())[::-1]

    def body(self, article: int, version: int | None = None) -> bytes | None:
        """Return the captured bytes of an article."""
        page = self.page(article)
        told = page.told(version) if page else None
        return told.capture.body if told else None

    def counts(self) -> Counts:
        """Count what the archive holds."""
        everybody = {person for page in self.pages.values() for person in self.cast(page.id).values()}
        return Counts(
            articles=len(self.pages),
            versions=sum(len(page.versions) for page in self.pages.values()),
            outlets=len(self.outlets()),
            stories=len(self.stories()),
            people=len(everybody),
            statements=len(self.quoted()),
            refusals=len(self.refused),
            undated=sum(page.published is None for page in self.pages.values()),
            fronts=len(self.fronts()),
        )
