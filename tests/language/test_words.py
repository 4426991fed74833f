"""Words come to their dictionary forms; lists are read as they are written."""

import pytest

from letopis.language.lists import table, word_list
from letopis.language.words import lemma, lemmas


@pytest.mark.parametrize(
    ("word", "code", "form"),
    [
        ("мостов", "ru", "мост"),
        ("передаёт", "ru", "передавать"),
        ("подчёркивал", "ru", "подчеркивать"),
        ("Bridge", "ru", "bridge"),
        ("СТАТЬИ", "ru", "статья"),
        ("Straße", "de", "strasse"),
        ("мост", None, "мост"),
        ("\U00011938", "ru", "\U00011938"),
        ("мост\ud800", "ru", "мост\ud800"),
    ],
)
def test_a_word_has_one_form(word, code, form):
    assert lemma(word, code) == form


def test_search_gets_words_and_numbers_without_signs():
    assert lemmas("Мосты — 2, реки: 3!", "ru") == ["мост", "2", "река", "3"]


def test_lists_are_empty_where_a_language_has_none():
    assert word_list("xx", "roles") == frozenset()
    assert table("../ru", "countries") == ()


def test_lists_write_e_for_yo():
    assert "актер" in word_list("ru", "roles")


@pytest.mark.parametrize(("name", "columns"), [("countries", 4), ("regions", 2), ("surname_endings", 4)])
def test_every_row_of_a_table_is_whole(name, columns):
    assert {len(row) for row in table("ru", name)} == {columns}
