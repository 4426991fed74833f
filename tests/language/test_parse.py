"""A text is read into sentences of words with their grammar; names stand where a reader sees them."""

from letopis.language.parse import parse
from letopis.model import Span

TEXT = "Фото: bridge.example\n\nМэр Озёрска Анна Белова открыла мост."


def test_no_sentence_runs_over_a_block():
    text = "Анна Белова и мост Анна Белова открыла мост"
    sentences = parse(text, "ru", (Span(0, 18), Span(19, len(text)))).sentences
    assert [sentence.span.of(text) for sentence in sentences] == ["Анна Белова и мост", "Анна Белова открыла мост"]


def test_words_have_lemma_grammar_and_head():
    words = parse(TEXT, "ru").sentences[-1].words
    opened = next(word for word in words if word.text == "открыла")
    assert (opened.lemma, opened.pos, opened.feats["Gender"], opened.head, opened.rel) == (
        "открыть",
        "VERB",
        "Fem",
        -1,
        "root",
    )
    assert words[words[0].head] is opened


def test_names_are_seen():
    parsed = parse(TEXT, "ru")
    assert ("PER", "Анна Белова") in [(name.kind, name.span.of(TEXT)) for name in parsed.names]


def test_spans_point_into_the_text():
    for sentence in parse(TEXT, "ru").sentences:
        assert [word.text for word in sentence.words] == [word.span.of(TEXT) for word in sentence.words]


def test_of_other_languages_nothing_is_said_but_words():
    (sentence,) = parse("Прем'єр приїхав.", "uk").sentences
    assert [(word.text, word.pos, word.head) for word in sentence.words] == [
        ("Прем'єр", "", -1),
        ("приїхав", "", -1),
        (".", "", -1),
    ]


def test_nothing_is_read_in_nothing():
    assert parse("", "ru").sentences == ()
    assert parse(" \n ", None).sentences == ()
