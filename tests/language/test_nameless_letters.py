"""Letters that Unicode has no name for, on which pymorphy falls over."""

from letopis.language.dictionary import parses
from letopis.language.words import lemmas


def test_a_word_in_letters_without_a_name_stays_what_it_is():
    assert lemmas("Мосты 𗀀 и а𗀀б", "ru") == ["мост", "𗀀", "и", "а𗀀б"]
    assert parses("𗀀")
