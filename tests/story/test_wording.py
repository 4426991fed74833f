"""The same statement in several outlets is one, with its wordings side by side."""

from letopis.model import Record
from letopis.story import Wrote
from letopis.story.wording import said_in

FULL = "«Опору осмотрят водолазы, и до пятницы мост никто не откроет», — сказал мэр Сергей Дубовик."
SHORT = "Дубовик: «Опору осмотрят водолазы, мост до пятницы не откроют»."
OTHER = "«Денег на новый мост в этом году нет», — добавил Дубовик."


def test_wordings_of_one_statement_stand_together_the_earliest_first(report, speech):
    one = Record(statements=(speech(FULL, FULL[1:61], "Сергей Дубовик", role="мэр"),))
    two = Record(statements=(speech(SHORT, SHORT[10:60], "Дубовик"),))
    [said] = said_in([report(1, FULL, record=one, outlet="Маяк"), report(2, SHORT, record=two, outlet="Курьер")])
    assert (said.speaker, said.role) == ("Сергей Дубовик", "мэр")
    assert [(wording.article, wording.statement, wording.outlet) for wording in said.wordings] == [
        (1, 0, "Маяк"),
        (2, 0, "Курьер"),
    ]
    assert said.wordings[0].words == FULL[1:61]


def test_other_words_or_another_speaker_are_another_statement(report, speech):
    record = Record(statements=(speech(FULL, FULL[1:61], "Сергей Дубовик"),))
    other = Record(statements=(speech(OTHER, OTHER[1:38], "Дубовик"),))
    echo = Record(statements=(speech(FULL, FULL[1:61], "Анна Лугова"),))
    reports = [report(1, FULL, record=record), report(2, OTHER, record=other), report(3, FULL, record=echo)]
    assert [said.speaker for said in said_in(reports)] == ["Сергей Дубовик", "Дубовик", "Анна Лугова"]


def test_what_was_said_about_an_earlier_event_is_not_the_story(report, speech):
    record = Record(statements=(speech(FULL, FULL[1:61], "Сергей Дубовик", background=True),))
    assert said_in([report(1, FULL, record=record)]) == ()


def test_words_that_an_edit_brought_are_as_late_as_the_edit(report, speech):
    one = Record(statements=(speech(FULL, FULL[1:61], "Сергей Дубовик"),))
    two = Record(statements=(speech(SHORT, SHORT[10:60], "Дубовик"),))
    grown = (Wrote(None, None, "Опору осмотрят."), Wrote("2026-11-02T15:00:00+03:00", None, FULL))
    edited = report(1, FULL, record=one, outlet="Маяк", published="2026-11-02T08:00:00+03:00", versions=grown)
    [said] = said_in([edited, report(2, SHORT, record=two, published="2026-11-02T09:00:00+03:00")])
    assert [(wording.article, wording.since) for wording in said.wordings] == [
        (2, None),
        (1, "2026-11-02T15:00:00+03:00"),
    ]


def test_words_that_stood_from_the_first_are_as_early_as_the_article(report, speech):
    one = Record(statements=(speech(FULL, FULL[1:61], "Сергей Дубовик"),))
    versions = (Wrote(None, None, f"{FULL}  Мост."), Wrote("2026-11-02T15:00:00+03:00", None, FULL))
    [said] = said_in([report(1, FULL, record=one, versions=versions)])
    assert [wording.since for wording in said.wordings] == [None]
