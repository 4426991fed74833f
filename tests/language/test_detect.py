"""A language is told by letters and frequent words; what cannot be told is not said."""

import pytest

from letopis.language.detect import language_of

LINES = [
    ("Президент заявил, что мост построят.", None, "ru"),
    ("Сёння ў Мінску адкрылі мост, паведаміў прадстаўнік міністэрства.", None, "be"),
    ("Сьогодні у Києві відкрили міст, повідомив речник міністерства.", None, "uk"),
    ("The minister said on Monday that the bridge was open.", None, "en"),
    ("Der Minister sagte am Montag, dass die Brücke offen ist.", "de-DE", "de"),
    ("Мостът беше открит.", "bg", "bg"),
    ("Президент заявил, что мост построят.", "en", "ru"),
    ("橋が開通しました。", None, "ja"),
    ("Η γέφυρα άνοιξε.", None, "el"),
    ("", None, None),
    ("12 : 30", None, None),
    ("мэр", None, None),
]


@pytest.mark.parametrize(("text", "declared", "code"), LINES)
def test_a_language_is_known_by_its_words(text, declared, code):
    assert language_of(text, declared) == code
