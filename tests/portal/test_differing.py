"""What a wording cuts and what it adds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from letopis.portal.drawn.cutting import clause
from letopis.portal.drawn.differing import MOST, differences, edits, rewordings

CHANGED = [
    ("мы готовы к переговорам", "мы готовы к миру", "мы готовы к -переговорам +миру"),
    ("мы готовы", "мы готовы", "мы готовы"),
    ("мы готовы", "мы всегда готовы", "мы +всегда готовы"),
    ("мы всегда готовы", "мы готовы", "мы -всегда готовы"),
    ("", "мы", "+мы"),
]


@pytest.mark.parametrize(("old", "new", "shown"), CHANGED)
def test_words_that_changed_are_told_from_those_that_stayed(old, new, shown):
    signs = {"kept": "", "cut": "-", "added": "+"}
    found = " ".join(signs[stretch.fate] + stretch.words.strip() for stretch in differences(old, new))
    assert found == shown


@given(st.text(alphabet="аб ", max_size=40), st.text(alphabet="аб ", max_size=40))
def test_the_new_text_can_be_read_off(old, new):
    assert "".join(stretch.words for stretch in differences(old, new) if stretch.fate != "cut") == new


def test_a_capital_or_a_quotation_mark_is_no_other_wording():
    found = rewordings("Явка составила «41 процент».", "явка составила 41 процент")
    assert [stretch.fate for stretch in found] == ["kept"]


def test_an_edit_shows_only_the_paragraphs_it_touched():
    (paragraph,) = edits("Один.\n\nДва плюс два.\n\nТри.", "Один.\n\nДва плюс три.\n\nТри.")
    assert [(stretch.fate, stretch.words) for stretch in paragraph] == [
        ("kept", "Два плюс "),
        ("cut", "два."),
        ("added", "три."),
    ]


def test_a_new_paragraph_is_not_read_as_an_old_one_edited():
    made = edits("Мост построен в 1961 году.", "Причины установит комиссия.")
    assert [[stretch.fate for stretch in paragraph] for paragraph in made] == [["added"], ["cut"]]


def test_a_page_of_many_paragraphs_is_compared_at_once():
    before, after = "\n\n".join(f"а{n}" for n in range(700)), "\n\n".join(f"б{n}" for n in range(700))
    assert len(edits(before, after)) == 1400


def test_texts_too_long_to_compare_stand_one_after_the_other():
    long = "слово " * MOST
    assert [stretch.fate for stretch in differences(long, long + "ещё")] == ["cut", "added"]


def test_a_long_statement_is_cut_where_a_clause_ends():
    words = "Мы построили мост, который простоит сто лет, потому что строили его для внуков"
    assert clause(words, 50) == "Мы построили мост, который простоит сто лет …"
    assert clause("коротко", 50) == "коротко"
    assert clause("слово " * 20, 20) == "слово слово слово …"
