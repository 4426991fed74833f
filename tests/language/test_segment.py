"""Sentences and words stand where a reader sees them; `|` marks the ends of sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from razdel import sentenize, tokenize

from letopis.language.segment import sentences, words_of

MARKED = [
    "Мост открыли.| Проехал первый автобус.",
    "Г. Н. Орлов приехал в 10 ч. утра.| Его ждали.",
    "«Мост готов!» — сказал Орлов.| Завтра поедем.",
    "The bridge is open.| Cars are on it.",
    "Фото: bridge.example\n|Мост открыли",
]


@pytest.mark.parametrize("line", MARKED)
def test_a_sentence_ends_where_a_reader_ends_it(line):
    text = line.replace("|", "")
    assert [span.of(text) for span in sentences(text)] == [part.strip() for part in line.split("|")]


def test_words_are_given_with_their_places():
    text = "Пресс-служба: мост — 2,5 км."
    assert [span.of(text) for span in words_of(text)] == ["Пресс-служба", ":", "мост", "—", "2,5", "км", "."]


@pytest.mark.parametrize(
    ("words", "times"), [("«", 40_000), ("а", 1_000_000), ("а. ", 20_000), (".", 40_000), ("слово, ", 20_000)]
)
@pytest.mark.parametrize("cut", [sentences, words_of])
def test_hostile_texts_take_time_in_proportion_to_their_length(cut, words, times, in_proportion):
    in_proportion(cut, words * (times // 16), words * times)


@given(st.lists(st.sampled_from([*'аБв .!?…;:,«»"()—-1', "ул.", "т. е. ", "г. ", "Орлов ", " — сказал "]), max_size=60))
def test_sentences_are_those_of_razdel(parts):
    text = "".join(parts)
    assert [span.of(text) for span in sentences(text)] == [one.text for one in sentenize(text) if one.text]


@given(st.text('«»„“”"()[]', min_size=200, max_size=400))
def test_long_rows_of_marks_are_cut_as_razdel_cuts_them(marks):
    assert [span.of(marks) for span in words_of(marks)] == [one.text for one in tokenize(marks)]
