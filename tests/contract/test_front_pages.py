"""An outlet's own front page, over time: what each archive keeps of it and finds again."""

import pytest

from letopis.model import FrontPage, Refusal, Teaser
from tests.contract.conftest import capture

ADDRESS = "https://vestnik.test/"


def front(*titles, address=ADDRESS):
    """Return a front page with these headlines."""
    teasers = tuple(
        Teaser(rank, title, f"{ADDRESS}{rank}", "Главное" if rank < 3 else None) for rank, title in enumerate(titles, 1)
    )
    return FrontPage(url=address, outlet="Вестник", title="Вестник", language="ru", kind="front", teasers=teasers)


def show(archive, fetched, *titles, address=ADDRESS):
    """Keep a front page as it was at a time."""
    return archive.show(front(*titles, address=address), capture(address, " ".join(titles).encode(), fetched))


def titles(shown):
    return [teaser.title for teaser in shown.front.teasers]


def test_a_front_page_comes_back_with_its_headlines_in_order(archive, noon):
    assert show(archive, noon(1), "Мост открыт", "Снег растаял", "Хор поёт")
    [shown] = archive.fronts()
    assert (shown.address, shown.captured, shown.front.outlet) == (ADDRESS, noon(1), "Вестник")
    assert [(teaser.rank, teaser.title, teaser.heading) for teaser in shown.front.teasers] == [
        (1, "Мост открыт", "Главное"),
        (2, "Снег растаял", "Главное"),
        (3, "Хор поёт", None),
    ]
    assert archive.shown(shown.id) == shown


def test_the_same_headlines_make_nothing_new(archive, noon):
    show(archive, noon(1), "Мост открыт", "Снег растаял")
    assert not show(archive, noon(2), "Мост открыт", "Снег растаял")
    assert len(archive.fronts(ADDRESS)) == 1


@pytest.mark.parametrize("second", [("Снег растаял", "Мост открыт"), ("Мост открыт",), ("Мост открыт", "Снег идёт")])
def test_another_order_or_another_headline_is_new(archive, noon, second):
    show(archive, noon(1), "Мост открыт", "Снег растаял")
    assert show(archive, noon(2), *second)
    assert [titles(shown) for shown in archive.fronts(ADDRESS)] == [["Мост открыт", "Снег растаял"], list(second)]
    [latest] = archive.fronts()
    assert titles(latest) == list(second)


def test_headlines_that_came_back_stand_there_again(archive, noon):
    for day, title in ((1, "Мост открыт"), (2, "Мост закрыт"), (3, "Мост открыт")):
        assert show(archive, noon(day), title)
    assert [titles(shown) for shown in archive.fronts(ADDRESS)] == [["Мост открыт"], ["Мост закрыт"], ["Мост открыт"]]


def test_an_older_capture_takes_its_place_in_time(archive, noon):
    show(archive, noon(5), "Мост закрыт")
    assert show(archive, noon(3), "Мост открыт")
    assert [titles(shown) for shown in archive.fronts(ADDRESS)] == [["Мост открыт"], ["Мост закрыт"]]
    assert [titles(shown) for shown in archive.fronts()] == [["Мост закрыт"]]


def test_each_address_has_a_front_page_of_its_own(archive, noon):
    show(archive, noon(1), "Мост открыт")
    show(archive, noon(2), "Хор поёт", address=f"{ADDRESS}kultura/")
    assert [shown.address for shown in archive.fronts()] == [f"{ADDRESS}kultura/", ADDRESS]


def test_a_front_page_is_neither_an_article_nor_refused(archive, noon):
    page = capture(ADDRESS, b"headlines", noon(1))
    archive.refuse(Refusal(ADDRESS, "no article: front page of 2 headlines"), page)
    archive.show(front("Мост открыт", "Снег растаял"), page)
    counts = archive.counts()
    assert (counts.articles, counts.refusals, counts.fronts) == (0, 0, 1)
    assert archive.since(None) == []


def test_a_front_page_that_was_read_need_not_be_read_again(archive, noon):
    page = capture(ADDRESS, b"headlines", noon(1))
    assert not archive.holds(page)
    archive.show(front("Мост открыт"), page)
    assert archive.holds(page)


def test_half_letters_of_a_headline_are_marked(archive):
    archive.show(front("Мост \ud83d открыт"), capture(ADDRESS, b"headlines"))
    assert titles(archive.fronts()[0]) == ["Мост \ufffd открыт"]


def test_what_no_archive_gave_out_is_not_there(archive):
    assert archive.shown(7) is None
    assert archive.fronts() == []
    assert archive.fronts(ADDRESS) == []
