"""What every archive promises of searches: words in any form, exact totals, the right sentence, no error ever."""

from datetime import date

import pytest

from letopis.archive.finding.asking import Asked
from letopis.errors import QueryWrong, WrongUse

NEWS = [
    ("Мост через Лугу закрыли на ремонт. «[Ремонт займёт три дня|Иван Петров]», — сказал <мэр|Иван Петров|мэр>.", {}),
    ("Президент Токаев прибыл в Астану. Саммит начнётся завтра.", {"outlet": "Маяк", "published": "2026-11-03"}),
    (
        "The bridge is closed, mayor said.",
        {"outlet": "The Record", "language": "en", "published": "2026-11-04", "title": "Luga without a bridge"},
    ),
    (
        "Сессия дня: новые мосты не нужны, считает [МИД|МИД!]. [Нужны|источник?].",
        {"outlet": "Маяк", "published": None},
    ),
    ("«[Токаеву не звонили|Анна Ким]», — ответила <Ким|Анна Ким>.", {"published": "2026-11-05T08:00:00+00:00"}),
]

FINDS = [
    ("мосты", {1, 4}),
    ("мостом", {1, 4}),
    ("МОСТЫ закрыть", {1}),
    ("токаева", {2, 5}),
    ("Токаев", {2, 5}),
    ("Астана OR мост", {1, 2, 4}),
    ("Астана ИЛИ bridge", {2, 3}),
    ("Токаев Астана OR звонить", {2, 5}),
    ("мост -ремонт", {4}),
    ("-мост -токаев", {3}),
    ('"ремонт займёт"', {1}),
    ("«займёт ремонт»", set()),
    ('мост -"на ремонт"', {4}),
    ("bridge", {3}),
    ("Luga", {3}),
    ("outlet:маяк", {2, 4}),
    ("-outlet:маяк", {1, 3, 5}),
    ('outlet:"The Record"', {3}),
    ("outlet:record bridge", {3}),
    ("lang:en", {3}),
    ("lang:RU мост", {1, 4}),
    ("speaker:Петров", {1}),
    ("speaker:петрова", {1}),
    ("speaker:МИД", {4}),
    ("speaker:Ким Токаев", {5}),
    ("speaker:никто", set()),
    ("-speaker:Петров", {2, 3, 4, 5}),
    ("-speaker:МИД Токаев", {2, 5}),
    ("since:2026-11-03", {2, 3, 5}),
    ("until:2026-11-03", {1, 2}),
    ("since:2026-11-04 until:2026-11-04", {3}),
    ("мост — закрыли!", {1}),
    ("№ мост", {1, 4}),
    ("", {1, 2, 3, 4, 5}),
    ("несуществующее", set()),
]

WRONG = [
    ('мост "закрыт', 5, "never closed"),
    ("«мост", 0, "never closed"),
    ("OR мост", 0, "no word before"),
    ("мост OR", 5, "no word after"),
    ("мост OR -ремонт", 5, "no word after"),
    ("мост OR OR ремонт", 8, "no word before"),
    ("outlt:маяк", 0, "no limit is called"),
    ("мост since:вчера", 5, "no day"),
    ("speaker: мост", 0, "says nothing"),
    ("-since:2026-11-02", 0, "cannot be excluded"),
    ("м" * 1001, 1000, "longer"),
    ("да " * 50, 120, "more than 40"),
]


@pytest.fixture
def news(archive, press):
    """Keep the news."""
    for line, about in NEWS:
        press.keep(archive, line, **about)
    return archive


def found(archive, **asked):
    """Return the ids of the articles that a search finds."""
    return [hit.headline.article for hit in archive.search(Asked(**asked)).leaf.rows]


@pytest.mark.parametrize(("words", "articles"), FINDS)
def test_a_query_finds_what_a_reader_expects(news, words, articles):
    assert set(found(news, words=words)) == articles


@pytest.mark.parametrize(("words", "position", "reason"), WRONG)
def test_a_wrong_query_points_at_its_character(news, words, position, reason):
    with pytest.raises(QueryWrong, match=reason) as wrong:
        news.search(Asked(words=words))
    assert wrong.value.position == position


FORMS = [
    ("uk", "Президент згадав про об’єднання мостів.", ["президента", "мости", "об'єднанням", "ОБʼЄДНАННЯ"]),
    ("be", "Прэзідэнт прыехаў на пасяджэнне, сустрэў яго Лукашэнка.", ["прэзідэнта", "пасяджэнні", "Лукашэнкі"]),
    ("en", "The ministers planned to close the bridge.", ["minister", "planning", "closed", "bridges"]),
]


@pytest.mark.parametrize(("code", "line", "forms"), FORMS)
def test_words_are_found_in_any_form_in_every_language_of_ours(archive, press, code, line, forms):
    press.keep(archive, line, language=code)
    for form in forms:
        (hit,) = archive.search(Asked(words=form)).leaf.rows
        assert len(hit.marked) == 1


def test_limits_beside_the_words_limit_too(news):
    assert found(news, words="", outlet="Маяк") == [2, 4]
    assert found(news, words="мост", language="en") == []
    assert found(news, words="", speaker="Анна Ким") == [5]
    assert found(news, words="", since=date(2026, 11, 4)) == [5, 3]
    assert found(news, words="", until=date(2026, 11, 2)) == [1]


def test_newest_come_first_and_the_undated_last(news):
    assert found(news, words="") == [5, 3, 2, 1, 4]


def test_leaves_hold_each_article_once_and_agree_with_the_total(archive, press):
    for number in range(23):
        press.keep(archive, f"Мост номер {number}.", published=f"2026-11-{number % 5 + 1:02}" if number % 7 else None)
    seen, after = [], None
    while True:
        leaf = archive.search(Asked(words="мост", after=after, limit=4)).leaf
        seen += [hit.headline.article for hit in leaf.rows]
        after = leaf.after
        assert leaf.total == 23
        if after is None:
            break
    assert len(seen) == len(set(seen)) == 23


def limits_of(facet):
    """Return the limits that a facet's link sets."""
    if facet.field != "day":
        return {facet.field: facet.value}
    return {"since": date.fromisoformat(facet.value), "until": date.fromisoformat(facet.value)}


def test_facets_count_what_the_limit_then_finds(news):
    facets = news.search(Asked(words="")).facets
    assert {(facet.field, facet.value, facet.count) for facet in facets if facet.field != "day"} == {
        ("outlet", "Вестник", 2),
        ("outlet", "Маяк", 2),
        ("outlet", "The Record", 1),
        ("language", "ru", 4),
        ("language", "en", 1),
        ("speaker", "Иван Петров", 1),
        ("speaker", "Анна Ким", 1),
        ("speaker", "МИД", 1),
    }
    for facet in facets:
        assert news.search(Asked(words="", **limits_of(facet))).leaf.total == facet.count


def test_the_sentence_with_most_of_the_words_is_shown_with_its_speaker(news):
    hit = news.search(Asked(words="ремонта дни")).leaf.rows[0]
    assert hit.sentence == "«Ремонт займёт три дня», — сказал мэр."
    assert [hit.sentence[start:stop] for start, stop in hit.marked] == ["Ремонт", "дня"]
    assert (hit.speaker, news.figure(hit.person).name) == ("Иван Петров", "Иван Петров")


def test_a_headline_that_matches_better_than_the_text_is_shown(news):
    hit = news.search(Asked(words="Luga bridge")).leaf.rows[0]
    assert hit.sentence == "Luga without a bridge"


def test_who_was_asked_for_is_shown_speaking(news):
    hit = news.search(Asked(words="speaker:МИД")).leaf.rows[0]
    assert (hit.sentence, hit.speaker) == ("Сессия дня: новые мосты не нужны, считает МИД.", "МИД")


def test_what_the_asked_speaker_says_of_it_is_shown_before_what_others_say(archive, press):
    press.keep(archive, "Мост и ремонт моста обсуждали все. «[О мосте я не думал|Иван Петров]», — сказал он.")
    hit = archive.search(Asked(words="мост ремонт speaker:Петров")).leaf.rows[0]
    assert (hit.sentence, hit.speaker) == ("«О мосте я не думал», — сказал он.", "Иван Петров")


def test_an_edited_article_is_found_by_its_new_words_only(archive, press):
    press.keep(archive, "Закрыт мост.", url="https://a.test/1")
    press.keep(archive, "Закрыт тоннель.", url="https://a.test/1", published="2026-11-09")
    assert found(archive, words="мост") == []
    assert found(archive, words="тоннели") == [1]


def test_a_leaf_that_is_none_is_wrong_use(news):
    with pytest.raises(WrongUse, match="leaf"):
        news.search(Asked(words="мост", after="x"))
