"""The models run faster here than by their own runner, and say the same."""

from navec import Navec
from slovnet import NER, Morph, Syntax

from letopis.language.tagging import models, tagger

LINES = [
    "Мэр Озёрска Анна Белова открыла мост через реку Серая .",
    "— Мост готов , — сказал министр транспорта Пётр Орлов .",
    "« Мы не будем ждать » , — подчеркнул он",
    "В 2024 году компания « Северный путь » построила 12 станций в Заречье , сообщает пресс-служба .",
    "Да .",
    "Президент республики Касым-Жомарт Асанов прибыл в Нур-Озёрск 27 ноября .",
]
SENTENCES = [line.split() for line in LINES]


def by_slovnet(model, name):
    navec = Navec.load(models.folder() / "emb" / "navec_news_v1_1B_250K_300d_100q.tar")
    return model.load(models.folder() / "model" / f"slovnet_{name}_news_v1.tar").navec(navec)


def test_grammar_is_what_slovnet_says():
    theirs = [[token.tag for token in markup.tokens] for markup in by_slovnet(Morph, "morph").map(SENTENCES)]
    ours = [[f"{tag.pos}|{tag.written}".rstrip("|") for tag in seen.tags] for seen in tagger.seen(SENTENCES)]
    assert ours == theirs


def test_dependencies_are_what_slovnet_says():
    parsed = by_slovnet(Syntax, "syntax").map(SENTENCES)
    theirs = [[(int(token.head_id) - 1, token.rel) for token in markup.tokens] for markup in parsed]
    assert [list(zip(seen.heads, seen.rels, strict=True)) for seen in tagger.seen(SENTENCES)] == theirs


def test_names_are_what_slovnet_says():
    infer = by_slovnet(NER, "ner").infer
    theirs = list(infer.decoder(infer.process(infer.encoder(SENTENCES))))
    assert [seen.names for seen in tagger.seen(SENTENCES)] == [tagger.names_in(marks) for marks in theirs]


def test_a_sentence_is_seen_alike_alone_and_in_company():
    assert [tagger.seen([words])[0] for words in SENTENCES] == tagger.seen(SENTENCES)


def test_a_sentence_longer_than_any_is_read_in_pieces():
    words = LINES[0].split() * 100
    (seen,) = tagger.seen([words])
    assert len(seen.tags) == len(seen.heads) == len(seen.rels) == len(words)
    assert all(-1 <= head < len(words) for head in seen.heads)


def test_nothing_is_seen_in_nothing():
    assert tagger.seen([]) == []
    assert tagger.seen([[]]) == [tagger.Seen((), (), (), ())]
