"""`letopis read` shows a page as text, as JSON, as a layout, and says why a finding is one."""

import json
import os
import subprocess
import sys

import pytest

PAGE = """<html lang="ru"><head><title>Мост готов</title></head><body><h1>Мост готов</h1>
<p>Мост через реку Суконку откроют в среду, сообщил министр транспорта Пётр Иванов на встрече с жителями города.</p>
<p>«Мост готов, ждём только снега», — сказал Иванов. Жители города ждали открытия моста почти четыре года.</p>
<p>Строители закончили работу раньше срока, движение по мосту начнётся сразу после торжественного открытия.</p>
</body></html>"""


FRONT = """<html lang="ru"><head><title>Маяк</title><link rel="canonical" href="https://mayak.example/"></head><body>
<h1>Маяк</h1><section><h2>Главное</h2><ul><li><a href="/1">Мост через Суконку откроют в среду</a></li>
<li><a href="/2">Свёклу убрали раньше первого снега</a></li></ul></section><section><h2>Культура</h2><ul>
<li><a href="/3">Хор пекарей спел на вокзале</a></li><li><a href="/4">Музей сукна ищет старые станки</a></li></ul></section>"""


def read(*arguments, cwd, page=PAGE):
    """Run `letopis read` on the page and return what it printed."""
    (cwd / "page.html").write_text(page, encoding="utf8")
    told = subprocess.run(
        [sys.executable, "-m", "letopis", "read", *arguments, "page.html"],
        capture_output=True,
        check=True,
        cwd=cwd,
        env=os.environ | {"PYTHONUTF8": "1", "COLUMNS": "200"},
    )
    return told.stdout.decode()


def test_text_is_the_article_alone(tmp_path):
    assert "ждём только снега" in read("--text", cwd=tmp_path)


def test_json_is_one_line_that_points_into_the_text(tmp_path):
    (line,) = read("--json", cwd=tmp_path).splitlines()
    page = json.loads(line)
    text = page["article"]["text"]
    said = next(said for said in page["record"]["statements"] if said["kind"] == "direct")
    assert [text[start:stop] for start, stop in said["parts"]] == ["Мост готов, ждём только снега"]
    assert said["speaker"]["name"] == "Пётр Иванов"
    assert set(page["article"]) >= {
        "url", "canonical", "outlet", "title", "section", "language", "authors", "published", "modified",
        "text", "blocks", "images", "teasers", "links", "capture",
    }  # fmt: skip
    assert set(page["record"]) == {
        "people", "organisations", "places", "moments", "statements", "events", "sources", "background", "recalled",
    }  # fmt: skip


def test_the_layout_shows_who_said_what_and_by_which_rule(tmp_path):
    shown = read(cwd=tmp_path)
    assert "Пётр Иванов, министр транспорта" in shown
    assert "«Мост готов, ждём только снега»" in shown
    assert "said_after" in shown


def test_the_layout_says_who_is_first_hand_and_who_passes_on(tmp_path):
    relayed = PAGE.replace(
        "Строители закончили", "Мост безопасен, сообщает ТАСС со ссылкой на МЧС. Строители закончили"
    )
    shown = read(cwd=tmp_path, page=relayed)
    assert "Пётр Иванов · person · first-hand" in shown
    assert "ТАСС · agency · passes on" in shown


def test_the_layout_shows_the_earlier_event_that_background_recalls(tmp_path):
    recalls = "Напомним, министра Петра Иванова задержали 2 октября 2025 года. Строители закончили"
    shown = read(cwd=tmp_path, page=PAGE.replace("Строители закончили", recalls))
    assert "arrest · 2025-10-02 · Пётр Иванов · Напомним, министра" in shown


def test_the_layout_says_what_was_behind_a_paywall(tmp_path):
    free = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": "False"}</script></head>'
    assert "behind a paywall: what is open was read" in read(cwd=tmp_path, page=PAGE.replace("</head>", free))
    assert "paywall" not in read(cwd=tmp_path)


def test_why_names_the_rules_that_looked(tmp_path):
    shown = read("--why", "ждём только снега", cwd=tmp_path)
    assert "said_after: direct" in shown
    assert "saw nothing: " in shown


@pytest.mark.parametrize("option", ["--json", "--text"])
def test_a_window_that_is_not_utf8_gets_utf8_all_the_same(option, tmp_path):
    (tmp_path / "page.html").write_text(PAGE, encoding="utf8")
    told = subprocess.run(
        [sys.executable, "-m", "letopis", "read", option, "page.html"],
        capture_output=True,
        check=True,
        cwd=tmp_path,
        env=os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
    )
    assert "ждём только снега" in told.stdout.decode("utf8")


def test_a_front_page_is_a_list_by_rank_under_the_headings_of_its_lists(tmp_path):
    lines = [line.strip() for line in read(cwd=tmp_path, page=FRONT).splitlines()]
    assert "front page of 4 headlines" in lines[1]
    assert lines[3:] == [
        "Главное",
        "1  Мост через Суконку откроют в среду",
        "2  Свёклу убрали раньше первого снега",
        "Культура",
        "3  Хор пекарей спел на вокзале",
        "4  Музей сукна ищет старые станки",
        "",
    ]


def test_a_front_page_in_json_stands_under_its_own_name(tmp_path):
    found = json.loads(read("--json", cwd=tmp_path, page=FRONT))["front_page"]
    assert (found["kind"], found["canonical"], found["language"]) == ("front", "https://mayak.example/", "ru")
    assert found["teasers"][2] == {
        "rank": 3,
        "title": "Хор пекарей спел на вокзале",
        "url": "https://mayak.example/3",
        "heading": "Культура",
    }


def test_a_front_page_as_text_is_its_headlines(tmp_path):
    assert read("--text", cwd=tmp_path, page=FRONT).splitlines()[:2] == [
        "Мост через Суконку откроют в среду",
        "Свёклу убрали раньше первого снега",
    ]
