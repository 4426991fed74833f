"""A small newsroom of our own: four outlets in four languages, one bridge, one archive on disk, one portal on it."""

import asyncio
import hashlib
from datetime import UTC, date, datetime

import httpx
import msgspec
import pytest

from letopis.archive.engine import open_archive
from letopis.model import (
    Article,
    Author,
    Block,
    Capture,
    Dated,
    Disagreement,
    Edition,
    Entry,
    Event,
    FrontPage,
    Image,
    Member,
    Moment,
    Named,
    Person,
    Placed,
    Reading,
    Record,
    Refusal,
    Said,
    Span,
    Speaker,
    Statement,
    Story,
    Teaser,
    Weight,
    Wording,
)
from letopis.portal.app import portal

DAY = date(2026, 11, 6)
MINISTER = "Ирина Ковальчук"
HOSTILE = "<script>alert(1)</script>"


class Page(msgspec.Struct, frozen=True):
    """A page of ours: who prints it, when, in what language, the words said there and those who are named."""

    outlet: str
    language: str
    hour: int
    title: str
    paragraphs: tuple[str, ...]
    said: str
    speaker: str | None
    role: str | None = None
    named: tuple[str, ...] = ()
    place: str | None = None
    day: str | None = None


VESTNIK = Page(
    "Вестник",
    "ru",
    8,
    "Мост через Росну откроют в пятницу",
    (
        "Движение по новому мосту через Росну начнётся в пятницу, сообщило правительство.",
        "«Мы обещали мост к ноябрю, и 6 ноября Ирина Ковальчук первой проедет по нему», — сказала министр транспорта Ирина Ковальчук в Заречье.",
        "Строительство обошлось в 40 миллионов.",
    ),
    "Мы обещали мост к ноябрю, и 6 ноября Ирина Ковальчук первой проедет по нему",
    MINISTER,
    "министр транспорта",
    (MINISTER,),
    "Заречье",
    "6 ноября",
)
RECHA = Page(
    "Рэха",
    "be",
    9,
    "Мост праз Росну адкрыюць у пятніцу",
    ("«Мы абяцалі мост да лістапада», — сказала міністр транспарту Ірына Кавальчук.",),
    "Мы абяцалі мост да лістапада",
    MINISTER,
    "міністр транспарту",
)
HOLOS = Page(
    "Голос",
    "uk",
    10,
    "Міст через Росну відкриють у п’ятницю",
    ("«Ми обіцяли міст до листопада, і він готовий», — сказала міністерка Ірина Ковальчук.",),
    "Ми обіцяли міст до листопада, і він готовий",
    MINISTER,
)
COURIER = Page(
    "Courier",
    "en",
    12,
    "Bridge over the Rosna opens on Friday",
    ("“We promised the bridge by November,” said Iryna Kavalchuk. An engineer doubts it.",),
    "We promised the bridge by November,",
    "Iryna Kavalchuk",
    "transport minister",
    ("Iryna Kavalchuk",),
)
LINE = Page(
    "Линия",
    "ru",
    11,
    "Ковальчук: мост готов",
    ("«Мы обещали мост к ноябрю, и в пятницу Ирина Ковальчук проедет по нему», — передала слова министра «Линия».",),
    "Мы обещали мост к ноябрю, и в пятницу Ирина Ковальчук проедет по нему",
    MINISTER,
    "министр",
)
PAGES = (VESTNIK, RECHA, HOLOS, COURIER, LINE)


def spans(text: str, words: str) -> tuple[Span, ...]:
    """Return every place of the words."""
    found, at = [], text.find(words)
    while at >= 0:
        found.append(Span(at, at + len(words)))
        at = text.find(words, at + len(words))
    return tuple(found)


def reading(page: Page) -> Reading:
    """Return what a reader would make of a page."""
    text = "\n\n".join((page.title, *page.paragraphs))
    blocks, at = [], 0
    for place, paragraph in enumerate((page.title, *page.paragraphs)):
        blocks.append(Block("headline" if place == 0 else "paragraph", Span(at, at + len(paragraph))))
        at += len(paragraph) + 2
    moments = tuple(Moment(span, DAY, DAY, "day", "published", "day_month") for span in spans(text, page.day or "\0"))
    statement = Statement(
        kind="direct",
        parts=spans(text, page.said)[:1],
        cue=None,
        speaker=Speaker("person" if page.speaker else "unnamed", page.speaker, page.role),
        moment=0 if moments else None,
        rule="said_after",
    )
    return Reading(
        Article(
            url=address(page),
            outlet=page.outlet,
            title=page.title,
            section="Общество",
            language=page.language,
            authors=(Author("Олег Сыч"),),
            published=Dated(f"2026-11-06T{page.hour:02}:14:00+00:00", "json-ld"),
            text=text,
            blocks=tuple(blocks),
            images=(Image(None, "Мост утром.", None, "Фото: Вестник"),),
        ),
        Record(
            people=tuple(Person(name, page.role, spans(text, name), "apposition") for name in page.named),
            places=(Named(page.place, spans(text, page.place), "place"),) if page.place else (),
            moments=moments,
            statements=(statement,),
            events=(
                Event(kind="signing", status="planned", span=blocks[-1].span, trigger=blocks[-1].span, rule="signed"),
            ),
        ),
    )


def address(page: Page) -> str:
    """Return where a page stands."""
    return f"https://{page.language}.example.org/{page.hour}"


def capture(url: str, body: str, hour: int = 12) -> Capture:
    """Return the capture of an address."""
    raw = body.encode()
    fetched = datetime(2026, 11, 6, hour, 30, tzinfo=UTC)
    return Capture(url, url, fetched, 200, "text/html", (), raw, hashlib.sha256(raw).hexdigest())


def member(article: int, page: Page, reprints: int | None = None) -> Member:
    """Return a page's place in the story."""
    published = datetime(2026, 11, 6, page.hour, 14, tzinfo=UTC)
    return Member(article, page.outlet, page.outlet, page.title, published, 0.71, ("росна", "мост"), 1.0, reprints)


def story_of(ids: list[int], number: int) -> Story:
    """Return the story of the bridge."""
    members = tuple(
        member(article, page, ids[0] if page is COURIER else None) for article, page in zip(ids, PAGES, strict=True)
    )
    quoting = [(article, page) for article, page in zip(ids, PAGES, strict=True) if page is not COURIER]
    wordings = tuple(Wording(article, 0, page.said, page.outlet) for article, page in quoting)
    return Story(
        id=number,
        title=VESTNIK.title,
        members=members,
        said=(Said(MINISTER, "министр транспорта", wordings),),
        timeline=(
            Entry("2026-11-06T08:14:00+00:00", "report", VESTNIK.title, ids[0]),
            Entry("2026-11-09", "planned", "Сессия парламента о мосте", ids[0], "signing", 0),
            Entry("2026-11-05", "background", "Мост построили", ids[0]),
            Entry("2026-11-06T13:30:00+00:00", "edit", VESTNIK.title, ids[0]),
        ),
        disagreements=(Disagreement("миллионов", (("40", ids[0]), ("45", ids[2]))),),
        people=(MINISTER,),
        places=("Заречье",),
        first=members[0].published,
        latest=members[3].published,
    )


@pytest.fixture(scope="session")
def empty(tmp_path_factory):
    """An archive that holds nothing."""
    with open_archive(tmp_path_factory.mktemp("empty"), write=True) as archive:
        yield archive


@pytest.fixture(scope="session")
def archive(tmp_path_factory):
    """The archive of the bridge."""
    with open_archive(tmp_path_factory.mktemp("bridge"), write=True) as archive:
        ids = [archive.keep(reading(page), capture(address(page), page.title)).article for page in PAGES]
        edited = msgspec.structs.replace(
            VESTNIK, paragraphs=(*VESTNIK.paragraphs[:2], "Строительство обошлось в 45 миллионов.")
        )
        archive.keep(reading(edited), capture(address(VESTNIK), "edited", 13))
        archive.keep(reading(hostile()), capture("https://evil.example.org/", HOSTILE))
        hang(archive)
        archive.refuse(Refusal("javascript:alert(1)", f"not html {HOSTILE}"), None)
        first, second = archive.next_story(), archive.next_story()
        archive.tell([story_of(ids, first)])
        archive.redirect(second, first)
        weight = Weight(total=0.345, breadth=3.71, freshness=0.093, owners=4, age_h=3.2, gravity=1.4)
        archive.publish(Edition(DAY, datetime(2026, 11, 6, 15, 0, tzinfo=UTC), (Placed(1, first, weight),)))
        yield archive


def hang(archive) -> None:
    """Keep a front page of «Вестник» at two times, and one that would run in its reader's browser."""
    morning = ("Мост открыт", "Снег растаял", "Хор пекарей поёт")
    evening = ("Паром ушёл без пассажиров", "Хор пекарей поёт", "Мост открыт")
    for hour, titles in ((9, morning), (18, evening)):
        teasers = tuple(
            Teaser(rank, title, f"https://ru.example.org/{title}", "Главное" if rank < 3 else None)
            for rank, title in enumerate(titles, 1)
        )
        front = FrontPage(
            url="https://ru.example.org/",
            outlet="Вестник",
            title="Вестник",
            language="ru",
            kind="front",
            teasers=teasers,
        )
        archive.show(front, capture("https://ru.example.org/", " ".join(titles), hour))
    evil = Teaser(1, HOSTILE, "javascript:alert(1)", HOSTILE)
    section = FrontPage(url=None, title=HOSTILE, language=HOSTILE, kind="section", teasers=(evil,))
    archive.show(section, capture("javascript:alert(2)", HOSTILE))


def hostile() -> Page:
    """Return a page that would run in its reader's browser."""
    return Page(HOSTILE, HOSTILE, 7, HOSTILE, (f"Слова {HOSTILE} тут.",), HOSTILE, HOSTILE, HOSTILE, (HOSTILE,))


class Reader:
    """Asks a portal for its pages, as a browser on this machine would."""

    def __init__(self, app) -> None:
        self.app = app

    def get(self, path: str, method: str = "GET", **headers: str) -> httpx.Response:
        """Return the portal's answer."""
        return asyncio.run(self.ask(method, path, {name.replace("_", "-"): value for name, value in headers.items()}))

    async def ask(self, method: str, path: str, headers: dict[str, str]) -> httpx.Response:
        """Ask once."""
        door = httpx.ASGITransport(self.app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=door, base_url="http://127.0.0.1") as client:
            return await client.request(method, path, headers=headers)


@pytest.fixture(scope="session")
def reader(archive):
    """A reader of the portal on the archive of the bridge."""
    return Reader(portal(archive))


@pytest.fixture(scope="session")
def newcomer(empty):
    """A reader of a portal on an empty archive."""
    return Reader(portal(empty))
