"""The whole sample, read into a fresh archive: what its authors know to be true must come out."""

import importlib.util
from datetime import UTC, datetime
from pathlib import Path

import pytest

from letopis.archive.engine import open_archive
from letopis.archive.finding.asking import Asked
from letopis.flow import follow, weave
from letopis.gather.imprint import outlets_in
from letopis.gather.sources import captures_of
from letopis.portal.spoken import reason_in, rules
from letopis.settings import Settings

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "sample"
ADDRESSES = 62  # the pages that are articles, the entries of the feeds; an edited article counts once

# Texts are named by the end of their address.
BRIDGE = ["/14012", "/sukonny-most-obrushilsya", "20417.html", "most-vecher.txt"]
STORIES = {
    "bridge": BRIDGE,
    "customs": ["/13991", "20409.html", "2026-11-02-tamozhnya.txt"],
    "strike": ["/13977", "/tramvai-vstali"],
    "visit": ["/14088", "20436.html", "/laurson-o-presse"],
    "pension": ["/14043", "20427.html"],
    "resignation": ["/14097", "/korbut-otstavka", "2026-11-05-korbut.txt"],
    "rate": ["/14120", "20448.html"],
    "agreement": ["/14138", "/tramvai-vozvrashchayutsya"],
    "storm": ["/14151", "2026-11-07-shtorm.txt"],
    "by-election": ["/14188", "/buyko-lidiruet", "20461.html"],
}
APART = ["customs", "strike", "visit", "pension", "rate", "storm", "by-election", "bridge"]
REPRINTS = {"20417.html": "/14012", "20409.html": "/13991", "20436.html": "/14088"}


# An address, the first words of a statement, its kind, and who said it.
SAID = [
    ("/14012", "Сигнал поступил в 7:42", "direct", "Ирина Ковалёва"),
    ("/14012", "Мы закрыли движение трамваев", "direct", "Сергей Дубовик"),
    ("/14012", "Причины установит комиссия", "direct", "Елена Сташевская"),
    ("/sukonny-most-obrushilsya", "Он в операционной", "direct", "Тамара Соколовская"),
    ("/sukonny-most-obrushilsya", "Как будто ломали сухие доски", "direct", "Людмила Рудая"),
    ("/sukonny-most-obrushilsya", "Опору обследовали в сентябре", "direct", "Сергей Дубовик"),
    ("/sukonny-most-obrushilsya", "неуклюжей попыткой", "partial", "Ольга Пархоменко"),
    ("20417.html", "Опору обследовали в сентябре", "direct", "Сергей Дубовик"),
    ("20424.html", "Мы изучили журнал работ", "direct", "Андрей Корбут"),
    ("20427.html", "Сорок один год стажа", "direct", "Николай Шаповал"),
    ("/tramvai-vstali", "Мы возим людей, а не дрова", "direct", "Ольга Пархоменко"),
    ("/tramvai-vstali", "Стою пятьдесят минут", "direct", "Арсений Лукша"),
    ("2026-11-02-tamozhnya.txt", "Денег мой подзащитный не брал", "direct", "Наталья Зубец"),
    ("/grin-na-svobode", "Я девять месяцев не видел дочь", "direct", "Павел Гринь"),
    ("/korbut-otstavka", "Акт я не подписывал", "direct", "Андрей Корбут"),
    ("/korbut-otstavka", "Капитан не бросает корабль", "direct", "Сергей Дубовик"),
    ("/14088", "Мы соседи, и море нас не разделяет", "direct", "Карл-Эрик Лаурсон"),
    ("/laurson-o-presse", "Мы соседи, и море нас не разделяет", "direct", "Карл-Эрик Лаурсон"),
    ("/14120", "Цены на продовольствие растут", "direct", "Анна-Мария Гурская"),
    ("/14151", "К полудню вернём свет", "direct", "Пётр Завадский"),
    ("2026-11-07-shtorm.txt", "Крышу несло, как газету", "direct", "Зоя Кунцевич"),
    ("/buyko-lidiruet", "Я видел и не такие вечера", "direct", "Денис Ракитин"),
    ("/u-alhaucy-abrynuusia-sukonny-most/", "Апору абследавалі ў верасні", "direct", "Сяргей Дубовік"),
    ("/pavel-hryn-na-voli/", "Мы пойдзем да Вярхоўнага суда", "direct", "Наталля Зубец"),
    ("/sukonnyi-mist-obvalyvsia", "Опору обстежили у вересні", "direct", "Сергій Дубовик"),
    ("/shtorm-zarichna-oblast", "До полудня повернемо світло", "direct", "Петро Завадський"),
    ("/sukonny-bridge-collapse", "The call came at 7:42", "direct", "Irina Kovalyova"),
    ("/grin-freed", "I have not seen my daughter", "direct", "Pavel Grin"),
    ("/rate-rise", "Food prices are growing faster", "direct", "Anna-Maria Gurskaya"),
]
FURNITURE = [
    "Читайте также", "Сейчас читают", "Ещё по теме", "Ваша почта", "Поделиться", "Самое читаемое", "Лента новостей", "Ctrl+Enter",
    "Последние новости", "Опрос: чем", "Версия для печати", "Просмотров", "Окна и двери", "Чытайце таксама", "Падобнае",
    "Пакінуць каментар", "Апошнія запісы", "Пазнакі", "Читайте також", "Стрічка новин", "переглядів", "Related:", "Most read", "Sign up",
    "Гороскоп", "Кроссворд", "Комментарии (", "Поддержать", "Курс: доллар", "cookie", "Реклама", "Advertisement", "©",
]  # fmt: skip


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sample")
    with open_archive(folder, write=True, clock=lambda: datetime(2026, 11, 9, tzinfo=UTC)) as kept:
        kept.know(outlets_in(SAMPLE / "outlets.json"))
        kept.tally = follow(captures(), kept)
        weave(kept)
        yield kept


@pytest.fixture(scope="module")
def filed(archive):
    return {one.address: one for one in archive.since(None)}


def captures():
    """Go through the captures of every outlet's folder."""
    for folder in sorted(path for path in SAMPLE.iterdir() if path.is_dir()):
        yield from captures_of(str(folder), Settings())


def the(filed, end):
    """Return the one article whose address ends like this."""
    [found] = [one for address, one in filed.items() if address.endswith(end) or proof(one).endswith(end)]
    return found


def proof(one):
    return one.reading.article.capture.url


def statement(filed, end, opening):
    """Return the statement that begins with these words."""
    reading = the(filed, end).reading
    text = reading.article.text
    [found] = [one for one in reading.record.statements if one.parts[0].of(text).lstrip("«“—– ").startswith(opening)]
    return found


def recollection(filed, end, words):
    """Return the stretch of background with these words: its number, its record, and what it points to."""
    reading = the(filed, end).reading
    found = enumerate(reading.record.recalled)
    [(number, recalled)] = [(n, one) for n, one in found if words in one.span.of(reading.article.text)]
    return number, reading.record, recalled


def stories_of(filed, ends):
    return {the(filed, end).story for end in ends}


def test_the_warc_is_what_its_script_makes_of_the_pages():
    spec = importlib.util.spec_from_file_location("sample_warc", ROOT / "scripts" / "sample_warc.py")
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    assert (SAMPLE / "crawl" / "times.warc").read_bytes() == script.warc()


def test_every_page_is_read_but_the_one_that_is_a_wall(archive, filed):
    assert [refusal.url.rsplit("/", 1)[1] for refusal in archive.refusals()] == ["consent.html"]
    assert len(filed) == ADDRESSES


def test_a_page_of_headlines_is_kept_as_one(archive):
    [shown] = archive.fronts()
    assert shown.address.endswith("/list.html")
    assert (shown.front.kind, shown.front.outlet) == ("section", "Ольховецкий курьер")
    titles = [teaser.title for teaser in shown.front.teasers]
    assert len(titles) == 19
    assert titles[:2] == ["Каменный Брод голосует. Пока без сюрпризов", "Кредиты подорожают с понедельника"]


def test_every_outlet_is_known_by_its_name(archive):
    names = {outlet.name for outlet, _, _ in archive.outlets()}
    assert names >= {"ЗалИнформ", "Переправа", "Ольховецкий курьер", "Голас Зарэчча", "Берег", "The Olkhovets Times"}


def test_every_article_is_in_the_language_it_is_written_in(filed):
    expected = {"holas.example": "be", "bereh.example": "uk", "olkhovetstimes.example": "en"}
    for address, one in filed.items():
        host = next((host for host in expected if host in address), None)
        assert one.reading.article.language == expected.get(host, "ru"), address


def test_every_dated_article_was_published_in_the_week(filed):
    days = [one.reading.article.published.value[:10] for one in filed.values() if one.reading.article.published]
    assert min(days) == "2026-11-02"
    assert max(days) == "2026-11-08"
    assert len(filed) - len(days) <= 2  # two flattened pages bear no date but their pictures''


def test_no_furniture_stands_in_a_text(filed):
    found = [
        (address, words) for address, one in filed.items() for words in FURNITURE if words in one.reading.article.text
    ]
    assert found == []


def test_no_headline_of_another_article_stands_in_a_text(filed):
    titles = {address: one.reading.article.title for address, one in filed.items() if one.reading.article.title}
    found = [
        (address, title)
        for address, one in filed.items()
        for other, title in titles.items()
        if other != address and title != titles.get(address) and title in one.reading.article.text
    ]
    assert found == []


def test_the_front_page_list_above_a_flattened_text_becomes_teasers(filed):
    teasers = the(filed, "2026-11-07-shtorm.txt").reading.article.teasers
    assert len(teasers) == 9
    assert teasers[0].title == "Трамваи возвращаются: профсоюз и мэрия подписали соглашение"


def test_a_picture_keeps_its_caption_and_its_credit_apart(filed):
    [image] = the(filed, "/14088").reading.article.images
    assert (
        image.caption
        == "Виктор Радкевич и Карл-Эрик Лаурсон после подписания соглашения. 5 ноября 2026 года, Ольховец."
    )
    assert image.credit == "ЗалИнформ / Роман Синица"


def test_the_edited_article_has_three_versions_and_the_last_one_lost_a_sentence(archive, filed):
    versions = archive.versions(the(filed, "/14012").id)
    assert [version.number for version in versions] == [1, 2, 3]
    assert ["Опору обследовали в сентябре" in version.text for version in versions] == [True, True, False]


@pytest.mark.parametrize(
    ("end", "opening", "kind", "speaker"),
    [pytest.param(*row, id=f"{row[0]}-{place}") for place, row in enumerate(SAID)],
)
def test_a_statement_belongs_to_who_made_it(filed, end, opening, kind, speaker):
    found = statement(filed, end, opening)
    assert (found.kind, found.speaker.name) == (kind, speaker)


def test_a_voice_without_a_name_gets_none(filed):
    assert statement(filed, "/sukonny-most-obrushilsya", "Четырнадцать").speaker.name != "Тамара Соколовская"


def test_a_document_speaks_for_itself(filed):
    assert statement(filed, "/doklad-komissii", "Замена опорных частей").speaker.kind == "document"


@pytest.mark.parametrize("event", STORIES)
def test_articles_on_one_event_stand_in_one_story(filed, event):
    assert len(stories_of(filed, STORIES[event])) == 1


def test_articles_on_different_events_stand_in_different_stories(filed):
    assert len(set.union(*(stories_of(filed, STORIES[event]) for event in APART))) == len(APART)


def test_one_event_is_one_story_in_four_languages(filed):
    ends = ["/u-alhaucy-abrynuusia-sukonny-most/", "/sukonnyi-mist-obvalyvsia", "/sukonny-bridge-collapse"]
    assert len(stories_of(filed, [*BRIDGE, *ends])) == 1


@pytest.mark.parametrize("reprint", REPRINTS)
def test_a_reprint_is_told_from_a_report_of_ones_own(archive, filed, reprint):
    copy, origin = the(filed, reprint), the(filed, REPRINTS[reprint])
    [member] = [member for member in archive.story(copy.story).members if member.article == copy.id]
    assert member.reprints == origin.id


def test_outlets_that_count_the_injured_differently_disagree(archive, filed):
    found = archive.story(the(filed, "/14012").story).disagreements
    assert any({"12", "14"} <= {number for number, _ in one.values} for one in found), found


def test_the_mayors_words_are_compared_across_outlets(archive, filed):
    said = archive.story(the(filed, "/14012").story).said
    mayor = [one for one in said if one.speaker == "Сергей Дубовик" and "закрыли движение" in one.wordings[0].words]
    assert len({wording.outlet for one in mayor for wording in one.wordings}) >= 3


def test_both_edits_stand_in_the_timeline(archive, filed):
    edited = the(filed, "/14012")
    lines = [entry for entry in archive.story(edited.story).timeline if entry.article == edited.id]
    assert [entry.when for entry in lines if entry.kind == "edit"] == [
        "2026-11-03T11:10:00+03:00",
        "2026-11-03T18:40:00+03:00",
    ]


def test_every_day_has_a_front_page(archive):
    assert [day.day for day in archive.days()] == [2, 3, 4, 5, 6, 7, 8]


def test_a_person_is_found_with_what_he_said(archive):
    [mayor] = [one for one in archive.figures("Дубовик") if one.name == "Сергей Дубовик"]
    assert mayor.articles >= 10
    assert mayor.statements >= 8


def test_a_search_finds_words_in_any_form(archive):
    assert archive.search(Asked(words="обрушение Суконный мост", language="ru")).leaf.total >= 5


# Who recalls, the words recalled, what that was, and who reported it first.
RECALLED = [
    ("/sukonny-most-obrushilsya", "в понедельник водители", ("protest", 2), "strike"),
    ("/grin-na-svobode", "задержали заместителя начальника", ("arrest", 2), "customs"),
    ("2026-11-05-korbut.txt", "Суконный мост обрушился", ("accident", 3), "bridge"),
    ("/tramvai-vozvrashchayutsya", "забастовка началась", ("protest", 2), "strike"),
]


@pytest.mark.parametrize("recalls", RECALLED)
def test_background_points_at_what_happened_that_week(filed, recalls):
    end, words, happened, _ = recalls
    _, record, recalled = recollection(filed, end, words)
    assert (record.events[recalled.event].kind, record.moments[recalled.moment].first.day) == happened


@pytest.mark.parametrize("recalls", RECALLED)
def test_background_points_at_the_story_that_reported_it(archive, filed, recalls):
    end, words, _, event = recalls
    one = the(filed, end)
    number, _, _ = recollection(filed, end, words)
    told = archive.story(one.story).earlier
    [earlier] = [found for found in told if (found.article, found.recalled) == (one.id, number)]
    assert {earlier.story} == stories_of(filed, STORIES[event])
    assert earlier.report in {the(filed, name).id for name in STORIES[event]}


def test_reading_it_all_again_doubles_nothing(archive):
    before = archive.counts()
    tally = follow(captures(), archive)
    assert (tally.new, tally.changed) == (0, 0)
    assert archive.counts() == before


def test_who_owns_an_outlet_is_known_to_its_stories(archive, filed):
    members = {member.article: member for story in archive.stories() for member in story.members}
    assert members[the(filed, "20417.html").id].owner == "Издательский дом «Курьер»"
    assert members[the(filed, "/14012").id].owner == "Правительство Залесья"


def test_the_mayor_is_one_person_in_four_languages(archive, filed):
    ends = ["/14012", "/u-alhaucy-abrynuusia-sukonny-most/", "/sukonnyi-mist-obvalyvsia", "/sukonny-bridge-collapse"]
    casts = [archive.cast(the(filed, end).id) for end in ends]
    names = ["Сергей Дубовик", "Сяргей Дубовік", "Сергій Дубовик", "Sergei Dubovik"]
    [mayor] = {cast[name] for cast, name in zip(casts, names, strict=True)}
    assert dict(archive.figure(mayor).spellings) == dict(zip(("ru", "be", "uk", "en"), names, strict=True))


def test_a_statement_that_an_edit_brought_is_as_late_as_the_edit(archive, filed):
    story = archive.story(the(filed, "/14012").story)
    since = {
        one.words: one.since for said in story.said for one in said.wordings if one.article == the(filed, "/14012").id
    }
    assert (
        since["Сигнал поступил в 7:42. На месте работали 110 спасателей, людей под завалами нет"]
        == "2026-11-03T18:40:00+03:00"
    )
    assert any(when is None for when in since.values())


def test_every_rule_and_every_reason_of_the_sample_has_words_for_its_readers(archive, filed):
    records = [one.reading.record for one in filed.values()]
    found = [
        each
        for record in records
        for kind in (record.people, record.places, record.moments, record.statements, record.events)
        for each in kind
    ]
    assert {each.rule for each in found} - set(rules()) == set()
    assert all(reason_in(refusal.reason, "ru") for refusal in archive.refusals())
