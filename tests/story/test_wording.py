"""The same statement in several outlets is one, with its wordings side by side."""

from letopis.model import Record
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
