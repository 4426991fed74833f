"""Texts made to be slow or broken are read in proportion to their length, and nothing falls over."""

import random
from functools import partial

import pytest

from benchmarks.hostile import UNUSUAL, article_of, beyond_models, falls, long_one
from letopis.model import Article, Block, Span
from letopis.record import record

NEWS = [
    "Мост в Гомеле открыли 5 мая 2014 года, сообщает «Вестник».\n\n«Мы готовы», — сказал министр Олег Зуев.",
    "По его словам, работы шли три года.\n\nНапомним, в 2011 году старый мост закрыли после аварии.",
    "— Когда откроют мост?\n\n— Завтра, — ответила Анна Белова, глава «Моста».\n\n— Кто поедет первым?\n\n— Автобус.",
    "Зуев: мост откроют весной\n\nПрезидент Казахстана Иван Седов заявил, что мост готов: «Завтра поедем».",
    "„Міст готовий“, — сказав Іван Петренко.\n\nThe bridge is open, said John Smith on 5 May.",
    "„Most jest gotowy” – powiedział Jan Kowalski.\n\n»Wir warten«, sagte Kowalski. «Біз дайынбыз», — деді Асқар Серікұлы.",
]
# Four times the letters cost four times the time; sixteen times would be four letters looked at from each.
GROWTH = 9


@pytest.mark.parametrize("name", UNUSUAL)
def test_time_beyond_the_models_grows_with_the_text_and_no_faster(name):
    small, large = (partial(beyond_models, long_one(UNUSUAL[name], letters)) for letters in (6_000, 24_000))
    small()  # caches fill once
    assert min(large(), large()) < GROWTH * max(min(small(), small()), 0.01)


@pytest.mark.parametrize("start", range(5))
def test_nothing_falls_over_mutated_texts(start):
    assert list(falls(NEWS[start:] + NEWS[:start], 150)) == []


TORN = [
    "Мост готов. К такому выводу",
    "Мост готов. К такому выводу. Пришли учёные.",
    "И, Наконец, по словам Нет Слов, Чтобы Описать",
]


@pytest.mark.parametrize("text", TORN)
def test_words_torn_off_behind_a_pointer_or_a_set_phrase_are_nobodys(text):
    article = Article(url=None, text=text, blocks=(Block("paragraph", Span(0, len(text))),), language="ru")
    assert [said.speaker.name for said in record(article).statements] in ([], [None])


def test_a_quotation_without_words_at_the_end_is_no_title():
    text = "Иван Орлов заявил: «"
    article = Article(url=None, text=text, blocks=(Block("paragraph", Span(0, len(text))),), language="ru")
    assert record(article).statements == ()


def test_a_million_letters_without_a_space_are_read_at_once():
    assert beyond_models(article_of("а" * 1_000_000, random.Random(1))) < 1
