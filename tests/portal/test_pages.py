"""Every page of the portal shows what the archive holds, and nothing a stranger wrote runs in it."""

import html
import re
import shutil

import pytest

from letopis.archive.engine import open_archive
from letopis.portal.app import portal
from tests.portal.conftest import VESTNIK, Reader, address, capture, reading

HOSTILE = "<script>alert(1)</script>"
TONGUES = ("ru", "be", "uk", "en")
EVERY_PAGE = (
    "/",
    "/days/2026-11-06",
    "/stories/1",
    "/articles/1",
    "/articles/1?version=1",
    "/articles/4",
    "/articles/5",
    "/articles/6",
    "/people/1",
    "/people",
    "/people?name=Ковальчук",
    "/people?name=Никто",
    "/search",
    "/search?q=мост",
    "/search?q=мост+слон",
    "/search?outlet=Вестник",
    "/outlets",
    "/refusals",
    "/fronts/1",
    "/fronts/2",
    "/fronts/3",
)


def text_of(answer):
    """Return what a reader sees: no tags, spaces made one."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.text)).split())


@pytest.mark.parametrize("path", EVERY_PAGE)
@pytest.mark.parametrize("tongue", TONGUES)
def test_every_page_is_drawn_in_every_language(reader, path, tongue):
    answer = reader.get(path, Accept_Language=tongue)
    assert answer.status_code == 200
    assert f'<html lang="{tongue}">' in answer.text


@pytest.mark.parametrize("path", EVERY_PAGE)
def test_every_link_of_every_page_leads_somewhere(reader, path):
    answer = reader.get(path)
    ids = set(re.findall(r' id="([^"]+)"', answer.text))
    for link in {html.unescape(link) for link in re.findall(r' href="([^"]+)"', answer.text)}:
        if link.startswith("#"):
            assert link[1:] in ids, link
        elif link.startswith("/"):
            assert reader.get(link).status_code == 200, link
        else:
            assert re.match(r"https?://", link), link


@pytest.mark.parametrize("path", EVERY_PAGE)
def test_an_anchor_stands_once_on_a_page(reader, path):
    ids = re.findall(r' id="([^"]+)"', reader.get(path).text)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("path", [*EVERY_PAGE, "/search?q=" + HOSTILE, "/people?name=" + HOSTILE, "/nowhere" + HOSTILE])
def test_what_a_stranger_wrote_is_shown_and_never_run(reader, path):
    assert "<script" not in reader.get(path).text
    assert "javascript:" not in re.sub(r">[^<]*<", "><", reader.get(path).text)


def test_the_front_page_says_who_why_and_what_comes(reader):
    seen = text_of(reader.get("/", Accept_Language="en"))
    assert "Friday, 6 November 2026" in seen
    assert "5 outlets · first: Вестник, 08:14 · latest: 12:14 · 1 reprint" in seen.replace("\xa0", " ")
    assert "breadth 3.71 (4 owners) × freshness (3.2 + 2) −1.4 = 0.345" in seen.replace("\xa0", " ")
    assert "9 November Сессия парламента о мосте" in seen.replace("\xa0", " ")


def test_the_strongest_statement_leads_to_its_words(reader):
    front = reader.get("/").text
    (link,) = re.findall(r'class="words" href="(/articles/\d+)#s0"', front)
    assert 'id="s0"' in reader.get(link).text


def test_a_merged_story_leads_to_the_one_it_is_now(reader):
    answer = reader.get("/stories/2")
    assert (answer.status_code, answer.headers["location"]) == (308, "/stories/1")


@pytest.mark.parametrize(
    ("tongue", "title"), [("be", "Мост праз Росну адкрыюць у пятніцу"), ("en", "Bridge over the Rosna")]
)
def test_a_story_has_its_headline_in_the_readers_language_where_it_has_one(reader, tongue, title):
    assert f">{title}" in reader.get("/", Accept_Language=tongue).text
    assert f"<h1>{title}" in reader.get("/stories/1", Accept_Language=tongue).text


def test_a_story_shows_wordings_apart_and_delays(reader):
    seen = reader.get("/stories/1", Accept_Language="ru").text
    assert "<del>" in seen
    assert "<ins>" in seen
    assert "+2&nbsp;часа" in seen.replace("\xa0", "&nbsp;")
    assert "перепечатка" in seen
    assert "45" in seen


def test_a_translation_is_not_compared_word_by_word(reader):
    page = reader.get("/stories/1").text
    (wording,) = re.findall(r'lang="uk">\s*(«Ми обіцяли[^<]*)</blockquote>', page)
    assert wording == "«Ми обіцяли міст до листопада, і він готовий»"


def test_marks_and_notes_lead_to_each_other(reader):
    page = reader.get("/articles/1").text
    assert '<span id="s0" class="mark statement' in page
    assert 'href="#n-p0"' in page
    assert 'id="n-p0"' in page
    assert "said_after" in page


def test_the_proof_is_complete(reader):
    page = reader.get("/articles/1?version=1").text
    assert re.search(r"<code>[0-9a-f]{64}</code>", page)
    assert re.search(r"<dt>WARC</dt><dd><code>[^<]+\.warc", page)
    assert "https://ru.example.org/8" in page


def test_an_edit_is_shown_word_by_word(reader):
    page = reader.get("/articles/1").text
    assert "<del>40 </del><ins>45 </ins>" in page
    assert "миллионов" in page


def test_a_capture_is_a_download_that_no_browser_runs(reader):
    answer = reader.get("/articles/6/capture")
    assert answer.headers["content-type"] == "text/plain"
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.text == HOSTILE


def test_a_capture_whose_warc_file_is_gone_is_said_to_be_gone(tmp_path):
    with open_archive(tmp_path, write=True) as archive:
        archive.keep(reading(VESTNIK), capture(address(VESTNIK), VESTNIK.title))
        shutil.rmtree(tmp_path / "warc")
        answer = Reader(portal(archive)).get("/articles/1/capture", Accept_Language="en")
    assert answer.status_code == 410
    assert "WARC" in text_of(answer)


def test_a_person_shows_roles_statements_and_a_chart(reader):
    page = reader.get("/people/1", Accept_Language="en")
    seen = text_of(page)
    assert "Ирина Ковальчук" in seen
    assert "министр транспорта" in seen
    assert "<rect" in page.text


def test_an_outlets_own_front_page_says_how_its_headlines_moved(reader):
    assert "3 headlines" in text_of(reader.get("/outlets", Accept_Language="en")).replace("\xa0", " ")
    seen = text_of(reader.get("/fronts/2", Accept_Language="en")).replace("\xa0", " ")
    assert "Front page · 6 November 2026, 18:30 Вестник 3 headlines" in seen
    assert "Главное 1 Паром ушёл без пассажиров new 2 Хор пекарей поёт was 3 3 Мост открыт was 1" in seen
    assert "Over time Паром ушёл без пассажиров 6 November 2026, 18:30 · 3 headlines Мост открыт" in seen


def test_a_front_page_seen_first_says_nothing_of_moves(reader):
    page = reader.get("/fronts/1", Accept_Language="en").text
    assert 'class="hush"' not in page
    assert "was " not in page.split('class="topped"')[1].split("</div>")[0]


def test_a_persons_statements_are_found_by_a_word_in_any_form(reader):
    assert "Мы обещали мост" in reader.get("/people/1?q=обещать мостом").text
    assert "Мы обещали мост" not in reader.get("/people/1?q=слон").text


def test_a_search_without_results_offers_the_nearest_that_has_some(reader):
    seen = text_of(reader.get("/search?q=мост слон", Accept_Language="en"))
    assert "The nearest search that finds something: “мост”" in seen


def test_a_limit_of_a_search_can_be_dropped(reader):
    page = reader.get("/search?q=мост&outlet=Вестник").text
    assert 'href="/search?q=%D0%BC%D0%BE%D1%81%D1%82"' in page


def test_an_empty_archive_says_what_fills_it(newcomer):
    answer = newcomer.get("/")
    assert answer.status_code == 200
    assert "letopis add" in answer.text


@pytest.mark.parametrize("path", ["/people", "/search?q=мост", "/outlets", "/refusals"])
def test_an_empty_archive_leaves_no_page_blank(newcomer, path):
    assert 'class="none"' in newcomer.get(path).text


WRONG = [
    ("/nowhere", 404),
    ("/stories/999", 404),
    ("/articles/999", 404),
    ("/articles/1?version=99", 404),
    ("/articles/99999999999999999999999999", 404),
    ("/people/999", 404),
    ("/fronts/999", 404),
    ("/days/2020-01-01", 404),
    ("/days/yesterday", 400),
    ("/articles/1?version=two", 400),
    ("/search?q=" + "a" * 501, 400),
    ("/search?since=soon", 400),
    ('/search?q="unclosed', 400),
]


@pytest.mark.parametrize(("path", "status"), WRONG)
def test_what_makes_no_sense_is_answered_with_a_drawn_page(reader, path, status):
    answer = reader.get(path, Accept_Language="en")
    assert answer.status_code == status
    assert "<h1>" in answer.text


def test_a_wrong_query_points_under_its_character(reader):
    page = reader.get('/search?q="unclosed').text
    assert re.search(r'<pre class="pointed"[^>]*>&#34;unclosed\n *\^', page)


NASTY = [
    "'; DROP TABLE article; --",
    '" OR 1=1 --',
    "NEAR(мост, 2)",
    "мост AND",
    "text:мост",
    "*",
    "-",
    "()",
    "%00",
    "%ff%fe",
    "%ED%A0%80",
    "%E2%80%AEмост",
    "😀",
    "{ui}",
    "{{ 7*7 }}",
    "../../etc/passwd",
    "=cmd",
    "9" * 40,
    "-1",
    "2026-13-45",
    "NaN",
]
PARAMETERS = [
    "/search?q=",
    "/search?q=мост&after=",
    "/search?outlet=",
    "/search?speaker=",
    "/search?language=",
    "/search?since=",
    "/search?until=",
    "/people?name=",
    "/people/1?after=",
    "/people/1?q=",
    "/articles/1?version=",
    "/?lang=",
    "/days/",
]


@pytest.mark.parametrize("words", NASTY)
def test_no_parameter_breaks_a_page(reader, words):
    for parameter in PARAMETERS:
        answer = reader.get(parameter + words)
        assert answer.status_code in (200, 400, 404), parameter
        assert "49" not in re.findall(r'value="([^"]*)"', answer.text)


def test_a_line_of_a_timeline_leads_to_its_sentence_and_an_edit_to_what_it_changed(reader):
    page = reader.get("/stories/1").text
    assert 'href="/articles/1#e0"' in page
    assert 'href="/articles/1#versions"' in page
