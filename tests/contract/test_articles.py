"""What every archive promises of articles, their versions and their proof."""

from datetime import UTC, date, datetime

import msgspec

from letopis.model import Refusal

BRIDGE = "Мост через Лугу закрыли на ремонт."


def test_a_page_kept_is_found_under_its_id(archive, press):
    reading, capture = press.page(BRIDGE, title="Мост закрыт")
    kept = archive.keep(reading, capture)
    filed = archive.article(kept.article)
    assert (kept.version, kept.change) == (1, "new")
    assert (filed.reading, filed.address, filed.sha256) == (reading, reading.article.url, capture.sha256)


def test_the_captured_bytes_come_back_as_they_were(archive, press):
    body = "<p>Мост</p>".encode("windows-1251") + bytes(range(256))
    article = press.keep(archive, BRIDGE, body=body)
    assert archive.body(article) == body


def test_the_same_page_kept_twice_is_one_article_in_one_version(archive, press):
    reading, capture = press.page(BRIDGE)
    archive.keep(reading, capture)
    assert archive.keep(reading, capture).change == "same"
    assert (archive.counts().articles, archive.counts().versions) == (1, 1)


def test_other_bytes_with_the_same_words_make_no_version(archive, press, noon):
    press.keep(archive, BRIDGE, url="https://a.test/1", body=b"one advertisement", fetched=noon(2))
    kept = archive.keep(*press.page(BRIDGE, url="https://a.test/1", body=b"another one", fetched=noon(3)))
    assert (kept.version, kept.change) == (1, "same")
    assert archive.body(kept.article) == b"one advertisement"


def test_changed_words_make_a_new_version_and_the_old_one_stays(archive, press):
    article = press.keep(archive, "Закрыт на три дня.", url="https://a.test/1")
    kept = archive.keep(*press.page("Закрыт на пять дней.", url="https://a.test/1"))
    assert (kept.article, kept.version, kept.change) == (article, 2, "changed")
    assert [version.text for version in archive.versions(article)] == ["Закрыт на три дня.", "Закрыт на пять дней."]
    assert archive.article(article, 1).reading.article.text == "Закрыт на три дня."
    assert archive.article(article).versions == 2


def test_a_changed_headline_makes_a_new_version(archive, press):
    press.keep(archive, BRIDGE, url="https://a.test/1", title="Мост закрыт", body=b"1")
    assert archive.keep(*press.page(BRIDGE, url="https://a.test/1", title="Мост открыт", body=b"2")).version == 2


def test_reading_a_folder_again_doubles_nothing(archive, press):
    pages = [press.page(f"Закрыт на {days} дня.", url="https://a.test/1") for days in (2, 3, 4)]
    for page in pages + pages:
        archive.keep(*page)
    assert archive.counts().versions == 3
    assert archive.article(1).version == 3


def test_words_that_come_back_after_an_edit_are_a_version_of_their_own(archive, press, noon):
    for day, words in ((2, "Пострадали двое."), (3, "Пострадали трое."), (4, "Пострадали двое.")):
        press.keep(archive, words, url="https://a.test/1", fetched=noon(day))
    assert [version.captured.day for version in archive.versions(1)] == [2, 3, 4]


def test_an_older_capture_found_later_does_not_become_the_article(archive, press, noon):
    press.keep(archive, "Пострадали трое.", url="https://a.test/1", fetched=noon(3))
    press.keep(archive, "Пострадали двое.", url="https://a.test/1", fetched=noon(2))
    assert archive.article(1).reading.article.text == "Пострадали трое."
    assert [version.text for version in archive.versions(1)] == ["Пострадали двое.", "Пострадали трое."]


def test_a_better_reading_of_the_same_bytes_replaces_the_old_one(archive, press):
    press.keep(archive, "[Мы готовы|], сказал он.", url="https://a.test/1", body=b"1")
    kept = archive.keep(*press.page("[Мы готовы|Иван Петров], сказал он.", url="https://a.test/1", body=b"1"))
    assert kept.change == "same"
    assert [said.speaker for said in archive.quoted(article=kept.article)] == ["Иван Петров"]


def test_what_a_speaker_denies_is_kept_as_denied(archive, press):
    reading, capture = press.page("[Мост упал|Иван Петров], это он отрицает.")
    [said] = reading.record.statements
    denied = msgspec.structs.replace(reading.record, statements=(msgspec.structs.replace(said, stance="denied"),))
    kept = archive.keep(msgspec.structs.replace(reading, record=denied), capture)
    assert [said.stance for said in archive.quoted(article=kept.article)] == ["denied"]


def test_the_canonical_address_is_the_article_s(archive, press):
    reading, capture = press.page(BRIDGE, url="https://a.test/1?from=feed")
    import msgspec

    same = msgspec.structs.replace(reading.article, canonical="https://a.test/1")
    archive.keep(msgspec.structs.replace(reading, article=same), capture)
    assert archive.article(1).address == "https://a.test/1"


def test_capture_that_came_before_need_not_be_read_again(archive, press, noon):
    reading, capture = press.page(BRIDGE, fetched=noon(2))
    assert not archive.holds(capture)
    archive.keep(reading, capture)
    assert archive.holds(capture)


def test_since_gives_what_was_published_from_a_time_on_oldest_first(archive, press, noon):
    for day in (4, 2, 3):
        press.keep(archive, BRIDGE, published=f"2026-11-0{day}T12:00:00+00:00")
    assert [filed.id for filed in archive.since(noon(3))] == [3, 1]
    assert [filed.id for filed in archive.since(None)] == [2, 3, 1]


def test_an_undated_page_is_counted_and_stands_where_it_was_captured(archive, press, noon):
    press.keep(archive, BRIDGE, published=None, fetched=noon(2))
    press.keep(archive, BRIDGE, published="вчера", fetched=noon(3))
    assert archive.counts().undated == 2
    assert [filed.id for filed in archive.since(noon(3))] == [2]
    assert archive.headlines([1])[0].published is None


def test_times_are_understood_in_their_zone_and_days_from_their_start(archive, press):
    press.keep(archive, BRIDGE, published="2026-11-02T01:00:00+03:00")
    press.keep(archive, BRIDGE, published="2026-11-02")
    assert [headline.published for headline in archive.headlines([1, 2])] == [
        datetime(2026, 11, 1, 22, tzinfo=UTC),
        datetime(2026, 11, 2, tzinfo=UTC),
    ]


def test_headlines_come_in_the_order_asked_for_and_skip_what_is_not_there(archive, press):
    for title in ("Первый", "Второй"):
        press.keep(archive, BRIDGE, title=title)
    assert [headline.title for headline in archive.headlines([2, 99, 1])] == ["Второй", "Первый"]


def test_outlets_are_counted_with_their_latest_article(archive, press, noon):
    press.keep(archive, BRIDGE, outlet="Вестник", published="2026-11-02T12:00:00+00:00")
    press.keep(archive, BRIDGE, outlet="Вестник", published="2026-11-03T12:00:00+00:00")
    press.keep(archive, BRIDGE, outlet="Маяк", published=None)
    assert [(outlet.name, number, latest) for outlet, number, latest in archive.outlets()] == [
        ("Вестник", 2, noon(3)),
        ("Маяк", 1, None),
    ]


def test_the_latest_word_on_an_address_stands(archive, press):
    reading, capture = press.page(BRIDGE, url="https://a.test/1")
    archive.refuse(Refusal("https://a.test/1", "no article: list of 40 links"), capture)
    archive.refuse(Refusal("https://a.test/2", "not html"), None)
    archive.refuse(Refusal("https://a.test/2", "consent wall"), None)
    assert {refusal.reason for refusal in archive.refusals()} == {"no article: list of 40 links", "consent wall"}
    archive.keep(reading, capture)
    assert [refusal.reason for refusal in archive.refusals()] == ["consent wall"]


def test_half_letters_are_marked_and_every_span_still_fits(archive, press):
    article = press.keep(archive, "Мост \ud83d закрыт: [ремонт|Иван Петров].", title="Мост \udc00")
    filed = archive.article(article)
    assert (filed.reading.article.title, filed.reading.article.text) == ("Мост \ufffd", "Мост \ufffd закрыт: ремонт.")
    assert archive.quoted(article=article)[0].words == "ремонт"
    archive.refuse(Refusal("https://a.test/2", "no article: \ud83d"), None)
    assert archive.refusals()[0].reason == "no article: \ufffd"


def test_what_is_not_there_is_none(archive):
    assert archive.article(1) is None
    assert archive.body(1) is None
    assert archive.story(1) is None
    assert archive.figure(1) is None
    assert archive.edition(date(2026, 11, 2)) is None
    assert archive.edition() is None
    assert list(archive.versions(1)) == []
