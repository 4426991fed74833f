"""The spine, with an archive of a few lines: captures go in, stories and front pages come out, and again the same."""

from datetime import UTC, date, datetime

import msgspec
import pytest

from letopis.archive.base import Filed, Kept, Version
from letopis.flow import PageUnreadable, Tally, follow, must_weave, read, settle, weave
from letopis.gather.files import capture_of
from letopis.model import Article, Dated, Outlet, Reading, Record, Refusal

NOW = datetime(2026, 11, 9, tzinfo=UTC)
BRIDGE = (
    "В Ольховце закрыли Суконный мост: в опоре нашли трещину. Мэр Сергей Дубовик назвал причиной старый бетон опоры."
)
BRIDGE_TOO = "Суконный мост в Ольховце закрыт из-за трещины в опоре. Бетон старый, сказал мэр города Сергей Дубовик."
HARVEST = "Аграрии области убрали свёклу с девяти тысяч гектаров. Сахара будет больше, считает агроном Пётр Луговой."


class MemoryArchive:
    """As much of an archive as the spine asks for."""

    def __init__(self):
        self.filed, self.refused, self.told, self.redirects, self.editions, self.given = [], [], {}, {}, {}, 0
        self.tellings = self.publishings = self.changes = 0
        self.woven = None
        self.fronts = []

    def keep(self, reading, capture):
        number = len(self.filed) + 1
        self.changes += 1
        self.filed.append(filed(number, reading))
        return Kept(number, 1, "new")

    def refuse(self, refusal, capture):
        self.refused.append((refusal, capture))

    def show(self, front, capture):
        self.fronts.append(front)
        return True

    def since(self, moment):
        return list({filed.id: filed for filed in self.filed}.values())

    def stories(self, since=None):
        return [story for number, story in self.told.items() if number not in self.redirects]

    def outlets(self):
        return [(Outlet("Маяк", "Дом"), 1, None), (Outlet("Курьер", "Курьер"), 1, None)]

    def join(self, kin):
        self.kin = list(kin)

    def known(self):
        return [Outlet("Маяк", "Дом"), Outlet("Газета", "Дом", "ru", "kurier.test")]

    def unwoven(self):
        return None if self.woven == self.changes else self.changes

    def wove(self, change):
        self.woven = change

    def versions(self, article):
        return [version(filed) for filed in self.filed if filed.id == article]

    def article(self, article, number):
        return next(filed for filed in self.filed if (filed.id, filed.version) == (article, number))

    def next_story(self):
        self.given += 1
        return self.given

    def tell(self, stories):
        self.told |= {story.id: story for story in stories}
        self.tellings += len(stories)

    def redirect(self, merged, into):
        self.redirects[merged] = into

    def edition(self, day=None):
        return self.editions.get(day)

    def publish(self, edition):
        self.editions[edition.day] = edition
        self.publishings += 1


def version(filed):
    said = filed.reading.article
    return Version(filed.version, filed.captured, filed.sha256, said.title, said.text)


def filed(number, reading, version=1):
    return Filed(
        id=number, version=version, versions=version, address=f"a{number}", reading=reading, captured=None, kept=NOW, sha256="",
        place=None, story=None,
    )  # fmt: skip


def reading(text, outlet, published, url=None):
    article = Article(url=url, outlet=outlet, language="ru", text=text, published=Dated(published, "meta"))
    return Reading(article, Record())


def edited(text, modified):
    said = reading(text, "Маяк", "2026-11-02T09:00:00+03:00")
    dated = Dated(modified, "meta") if modified else None
    return msgspec.structs.replace(said, article=msgspec.structs.replace(said.article, modified=dated))


@pytest.fixture
def archive():
    kept = MemoryArchive()
    kept.keep(reading(BRIDGE, "Маяк", "2026-11-02T09:00:00+03:00"), None)
    kept.keep(reading(HARVEST, "Берег", "2026-11-02T10:00:00+03:00"), None)
    kept.keep(reading(BRIDGE_TOO, "Курьер", "2026-11-03T09:00:00+03:00", "https://news.kurier.test/1"), None)
    return kept


def test_weaving_tells_stories_and_lays_out_each_day(archive):
    weave(archive)
    assert sorted([member.article for member in story.members] for story in archive.told.values()) == [[1, 3], [2]]
    assert {member.owner for story in archive.told.values() for member in story.members} == {"Дом", "Берег"}
    assert list(archive.editions) == [date(2026, 11, 2), date(2026, 11, 3)]


def test_every_member_says_why_it_is_in(archive):
    weave(archive)
    [story] = [story for story in archive.told.values() if len(story.members) > 1]
    assert all(member.shared and member.similarity > 0 and member.hours == 24 for member in story.members)


def test_weaving_again_changes_nothing(archive):
    weave(archive)
    done = archive.told.copy(), archive.editions.copy(), archive.given, archive.tellings, archive.publishings
    weave(archive)
    assert (archive.told, archive.editions, archive.given, archive.tellings, archive.publishings) == done


def test_what_a_stopped_run_left_unwoven_is_woven_and_nothing_twice(archive):
    nothing = Tally(refused=1)
    assert must_weave(nothing, archive)
    weave(archive)
    assert not must_weave(nothing, archive)
    archive.keep(reading(HARVEST, "Маяк", "2026-11-03T09:00:00+03:00"), None)
    assert must_weave(nothing, archive)
    weave(archive)
    archive.changes += 1  # a change of an article that stands in a story already
    assert must_weave(nothing, archive)


@pytest.mark.parametrize("step", ["tell", "redirect", "publish"])
def test_weaving_that_was_stopped_is_done_again(archive, step, monkeypatch):
    weave(archive)
    archive.filed[2] = msgspec.structs.replace(archive.filed[2], id=2)
    archive.filed.pop(1)
    archive.changes += 1
    with monkeypatch.context() as killed:
        killed.setattr(archive, step, lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            weave(archive)
    assert must_weave(Tally(), archive)
    weave(archive)
    assert not must_weave(Tally(), archive)


def test_what_was_read_anew_is_woven_anew(archive):
    weave(archive)
    assert [must_weave(tally, archive) for tally in (Tally(new=1), Tally(changed=1), Tally(same=1))] == [True] * 3


def test_merged_stories_lead_on(archive):
    weave(archive)
    numbers = sorted(archive.told)
    again = msgspec.structs.replace(archive.filed[2], id=2)
    archive.filed = [archive.filed[0], again]
    weave(archive)
    assert len(archive.stories()) == 1
    assert sorted([*archive.redirects, *archive.redirects.values()]) == numbers


def test_each_later_version_is_an_edit_dated_by_its_capture_or_by_the_page(archive):
    texts = [BRIDGE, f"{BRIDGE} Трамваи стоят.", f"{BRIDGE} Трамваи пошли."]
    times = [None, "2026-11-02T12:00:00+03:00", "2026-11-02T19:00:00+03:00"]
    archive.filed = [
        filed(1, edited(text, time), number)
        for number, (text, time) in enumerate(zip(texts, times, strict=True), start=1)
    ]
    archive.filed[2] = msgspec.structs.replace(archive.filed[2], captured=NOW)
    weave(archive)
    [story] = archive.stories()
    assert [(entry.when, entry.words) for entry in story.timeline if entry.kind == "edit"] == [
        ("2026-11-02T12:00:00+03:00", "Трамваи стоят."),
        (NOW.isoformat(), "Трамваи пошли."),
    ]


def test_refusals_are_kept_and_counted_and_stop_nothing():
    archive = MemoryArchive()
    pdf = capture_of("file:///a.pdf", b"%PDF-1.7")
    tally = follow([Refusal("file:///gone", "no such file"), pdf], archive)
    assert tally == Tally(refused=2)
    assert [(refusal.url, capture) for refusal, capture in archive.refused] == [
        ("file:///gone", None),
        ("file:///a.pdf", pdf),
    ]


def test_settling_never_raises():
    assert isinstance(settle(capture_of("file:///a", bytes(range(256)) * 100)), Refusal)


def test_a_page_without_an_article_is_an_error_of_its_own_in_python():
    with pytest.raises(PageUnreadable, match="no article to read"):
        read(b"%PDF-1.7", url="https://example.org/a.pdf")


HEADLINES = [
    "Суконный мост закрыли до весны",
    "Свёклу убрали раньше первого снега",
    "Хор пекарей спел на вокзале",
    "Паром задержали из-за тюленя",
    "В депо привезли новые вагоны",
]
FRONT = "<title>Маяк</title><h1>Маяк</h1><ul>" + "".join(
    f'<li><a href="/{number}">{title}</a></li>' for number, title in enumerate(HEADLINES)
)


def test_a_front_page_is_kept_as_one_and_is_neither_an_article_nor_refused():
    archive = MemoryArchive()
    tally = follow([capture_of("https://mayak.example/", FRONT.encode(), "index.html")], archive)
    assert tally == Tally(fronts=1)
    [front] = archive.fronts
    assert [teaser.title for teaser in front.teasers] == HEADLINES
    assert (archive.filed, archive.refused) == ([], [])


def test_a_front_page_asked_for_as_an_article_says_what_it_is():
    with pytest.raises(PageUnreadable, match="a front page of 5 headlines"):
        read(FRONT, url="https://mayak.example/")
