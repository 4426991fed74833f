"""What is found with our own runner of the models is what is found with theirs, to the byte (issue 4, point 8)."""

from functools import cache
from itertools import islice
from pathlib import Path

import msgspec
import pytest
from navec import Navec
from slovnet import NER, Morph, Syntax

from letopis import page
from letopis.gather.sources import captures_of
from letopis.language import dictionary, words
from letopis.language.lists import plain
from letopis.language.parse import parse
from letopis.language.tagging import models, tagger
from letopis.model import Article, Block, Span
from letopis.record import record
from letopis.settings import Settings

ROOT = Path(__file__).parents[2]
# Their runner takes a second for ten articles: of the sample every fourth page is read.
LINES = ROOT / "tests/record/speech/statements.tsv"
SAMPLE = ROOT / "sample"


@cache
def runner(kind, name):
    navec = Navec.load(models.folder() / "emb" / "navec_news_v1_1B_250K_300d_100q.tar")
    return kind.load(models.folder() / "model" / f"slovnet_{name}_news_v1.tar").navec(navec)


def seen_by_slovnet(sentences):
    grammar = runner(Morph, "morph").map(sentences)
    syntax = runner(Syntax, "syntax").map(sentences)
    infer = runner(NER, "ner").infer
    marks = infer.decoder(infer.process(infer.encoder(sentences)))
    return [
        tagger.Seen(
            tuple(tagger.tag_of(token.tag) for token in tags.tokens),
            tuple(int(token.head_id) - 1 for token in arcs.tokens),
            tuple(token.rel for token in arcs.tokens),
            tagger.names_in(named),
        )
        for tags, arcs, named in zip(grammar, syntax, marks, strict=True)
    ]


def marked():
    rows = [line for line in LINES.read_text(encoding="utf-8").splitlines() if "\t" in line and line[0] != "#"]
    for row in rows:
        text = row.split("\t")[-1].translate({ord(mark): None for mark in "[]<>"}).replace(" ¶ ", "\n")
        yield Article(url=None, text=text, blocks=(Block("paragraph", Span(0, len(text))),), language="ru")


def sampled():
    for capture in islice(captures_of(str(SAMPLE), Settings()), 0, None, 4):
        article = page.read(capture)
        if isinstance(article, Article):
            yield article


@pytest.mark.parametrize("articles", [marked, sampled])
def test_findings_are_the_same_by_both_runners(articles, monkeypatch):
    read = list(articles())
    assert read
    fast = [msgspec.json.encode(record(article)) for article in read]
    monkeypatch.setattr(tagger, "seen", seen_by_slovnet)
    slow = [msgspec.json.encode(record(article)) for article in read]
    assert fast == slow


def words_seen():
    for article in (*marked(), *sampled()):
        for sentence in parse(article.text, "ru").sentences:
            yield from ((word.text, word.pos, word.feats) for word in sentence.words if word.text.isalpha())


def as_pymorphy_has(reading):
    return reading.word, reading.tag, reading.normal_form, reading.is_known


def test_the_dictionary_says_of_a_listed_word_what_pymorphy_says_of_it():
    seen = {text for text, _, _ in words_seen() if dictionary.found(text)}
    assert len(seen) > 1_000
    for text in seen:
        theirs = dictionary.dictionary().parse(text)
        ours = dictionary.parses(text)
        assert [as_pymorphy_has(reading) for reading in ours] == [as_pymorphy_has(reading) for reading in theirs]
        assert dictionary.listed_forms(text) == {reading.normal_form for reading in theirs}
        assert words.is_animate(text) == ("anim" in theirs[0].tag)
        for wanted in ({"nomn"}, {"nomn", "sing", "femn"}, {"loc2", "sing"}):
            bent, by_pymorphy = ours[0].inflect(wanted), theirs[0].inflect(wanted)
            assert (bent and as_pymorphy_has(bent)) == (by_pymorphy and as_pymorphy_has(by_pymorphy))
        assert [form.word for form in ours[0].lexeme] == [form.word for form in theirs[0].lexeme]


def test_of_readings_that_agree_alike_the_likelier_gives_the_dictionary_form():
    for text, pos, feats in filter(lambda seen: words.is_cyrillic(seen[0]), words_seen()):
        wanted = [words.FORMS[value] for value in feats.values() if value in words.FORMS]
        theirs = dictionary.dictionary().parse(text)
        best = max(theirs, key=lambda parse: (*words.agreement(parse.tag, pos, wanted), parse.score))
        written = "|".join(f"{key}={value}" for key, value in feats.items())
        assert words.russian_in_place(text, pos, written) == plain(best.normal_form)
