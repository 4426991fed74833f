"""Marks are matched as a reader matches them, and however many there are, in one pass."""

import pytest

from letopis.model import Span
from letopis.record.speech.seen.quotes import quotations

MARKED = [
    ("Он сказал: «[Мы готовы]».", True),
    ('"[Мы готовы]", - сказал он.', True),
    ('"[Завод "Восход" готов]", - сказал он.', True),
    ("«[Завод «Восход» готов]», — сказал он.", True),
    ("«[Завод «Восход]» закрыт.", True),
    ("„[Мы готовы]“, — сказал он.", True),
    ("“[We are ready],” he said.", True),
    ("«[Мы готовы. Ждём вас", False),
    ("Рост 5' и вес.", True),
    ("»[Wir sind bereit]«, sagte er.", True),
    ("‚[Wir sind bereit]‘, sagte er.", True),
    ("‚[Wir sind’s]’, sagte er.", True),
    ("”[Vi är redo]”, säger hon.", True),
    ("П’ятниця й об’єкт.", True),
    ("Сказав: «[у п’ятницю]».", True),
    ("“[У п’ятницю]”, — сказав він.", True),
]


@pytest.mark.parametrize(("line", "closed"), MARKED)
def test_quotations_lie_where_a_reader_sees_them(line, closed):
    text = line.replace("[", "").replace("]", "")
    wanted = [line.split("[")[1].split("]")[0]] if "[" in line else []
    found = quotations(text, Span(0, len(text)))
    assert [quote.inner.of(text).rstrip(",") for quote in found] == [words.rstrip(",") for words in wanted]
    assert all(quote.closed is closed for quote in found)


@pytest.mark.parametrize("marks", ["«", "»", "««»", '"а ', "„“", "«“„", "»а«", "‚‘", "‚’а", "”а "])
def test_jumbled_marks_take_one_pass(marks, in_proportion):
    in_proportion(lambda text: quotations(text, Span(0, len(text))), marks * 2_500, marks * 40_000)
