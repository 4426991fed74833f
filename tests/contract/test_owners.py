"""Who owns which outlet, and whether stories know of every change: what every archive keeps of both."""

import msgspec

from letopis.model import Outlet

KURIER = Outlet("Курьер", "Издательский дом «Курьер»", "ru", "kurier.test")
MAYAK = Outlet("Маяк", "Издательский дом «Курьер»")


def test_an_outlet_has_the_owner_that_somebody_named(archive, press):
    press.keep(archive, "Мост открыт.", outlet="КУРЬЕР")
    press.keep(archive, "Мост закрыт.", outlet="Вестник")
    archive.know([KURIER, MAYAK])
    assert {outlet.name: outlet.owner for outlet, *_ in archive.outlets()} == {
        "КУРЬЕР": "Издательский дом «Курьер»",
        "Вестник": "Вестник",
    }
    assert sorted(archive.known(), key=lambda outlet: outlet.name) == [KURIER, MAYAK]


def test_what_is_said_later_of_an_outlet_stands_and_of_others_stays(archive):
    archive.know([KURIER, MAYAK])
    sold = msgspec.structs.replace(MAYAK, owner="Правительство")
    archive.know([sold])
    assert sorted(archive.known(), key=lambda outlet: outlet.name) == [KURIER, sold]


def test_stories_know_of_nothing_before_they_were_woven(archive, press):
    assert archive.unwoven() == 0
    press.keep(archive, "Мост открыт.")
    archive.wove(archive.unwoven())
    assert archive.unwoven() is None


def test_each_change_of_an_article_or_an_owner_is_still_to_be_woven(archive, press):
    page = press.page("Мост открыт.", url="https://vestnik.test/a")
    edited = press.page("Мост закрыт.", url="https://vestnik.test/a")
    more = press.page("Мост закрыт, сказал <Иванов|Пётр Иванов>.", url="https://vestnik.test/a")
    more = (msgspec.structs.replace(more[0], article=edited[0].article), edited[1])
    deeds = (
        lambda: archive.keep(*page),
        lambda: archive.keep(*edited),
        lambda: archive.keep(*more),  # the same words, in which more was found
        lambda: archive.know([KURIER]),
    )
    for deed in deeds:
        deed()
        assert archive.unwoven() is not None
        archive.wove(archive.unwoven())


def test_what_is_known_already_is_no_change(archive, press):
    page = press.page("Мост открыт.")
    archive.keep(*page)
    archive.know([KURIER])
    archive.wove(archive.unwoven())
    archive.keep(*page)
    archive.know([KURIER])
    archive.know([])
    assert archive.unwoven() is None


def test_a_change_while_stories_are_woven_is_still_to_be_woven(archive, press):
    press.keep(archive, "Мост открыт.")
    known = archive.unwoven()
    press.keep(archive, "Мост закрыт.")
    archive.wove(known)
    assert archive.unwoven() is not None
