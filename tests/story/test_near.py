"""Reprints are found, whatever was cut off or put around them."""

from letopis.story.grouping.near import reprints
from letopis.story.grouping.terms import told

WIRE = (
    "Мост через Ясну закрыли в понедельник утром после того, как рабочие заметили трещину в средней опоре. "
    "Движение пустили в объезд, автобусы ходят до набережной, а дальше люди идут пешком через старую плотину. "
    "Городские власти обещают открыть переправу к пятнице, если осмотр не найдёт новых повреждений."
)
OWN = (
    "Трещину в опоре моста увидели рабочие, и с утра понедельника переправа через Ясну стоит пустая. "
    "До набережной довозят автобусы, оттуда до плотины приходится идти самим. "
    "В мэрии говорят, что к пятнице всё починят, но осмотр ещё не закончен."
)


def first_of(*texts):
    return reprints([told(number, text, "ru", None) for number, text in enumerate(texts)])


def test_a_reprint_leads_to_the_first_with_its_text():
    assert first_of(WIRE, f"Как пишет агентство. {WIRE}", WIRE[:200]) == {1: 0, 2: 0}


def test_the_same_event_in_other_words_is_no_reprint():
    assert first_of(WIRE, OWN) == {}


def test_a_text_too_short_to_tell_is_no_reprint():
    assert first_of("Мост закрыт.", "Мост закрыт.") == {}


def test_no_text_is_lost_on_empty_ones():
    assert first_of("", "", WIRE) == {}
