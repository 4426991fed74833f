"""The verbs that keep and find, over one small archive, as a user would run them."""

import os
import re
import signal
import subprocess
import sys
import urllib.request

import pytest

PAGE = """<html lang="ru"><head><title>{title}</title><link rel="canonical" href="https://{host}.example/{path}">
<meta property="og:site_name" content="{outlet}"><meta property="article:published_time" content="{when}"></head>
<body><h1>{title}</h1><p>Мост через реку Суконку откроют в среду, сообщил министр транспорта Пётр Иванов на встрече с жителями.</p>
<p>«{words}», — сказал Иванов. Жители города Ольховца ждали открытия моста через Суконку почти четыре года подряд.</p>
<p>Строители закончили работу раньше срока, движение по мосту начнётся сразу после торжественного открытия.
Иванов отрицает, что мост опасен для автобусов.</p></body></html>"""
PAGES = {
    "a.html": ("vestnik", "Вестник", "2026-11-03T09:00:00+03:00", "Мост готов, ждём только снега"),
    "b.html": ("zarya", "Заря", "2026-11-03T11:30:00+03:00", "Мост готов"),
}
OTHER_WORDS = """<html lang="ru"><head><title>Открытие моста через Суконку назначено на среду</title>
<link rel="canonical" href="https://zarya.example/opening"><meta property="og:site_name" content="Заря">
<meta property="article:published_time" content="2026-11-03T11:30:00+03:00"></head>
<body><h1>Открытие моста через Суконку назначено на среду</h1><p>Первыми по мосту через реку Суконку в Ольховце проедут пожарные, потом пустят автобусы.</p>
<p>Министр транспорта Пётр Иванов рассказал жителям, что строители закончили раньше срока и ждут только снега.</p>
<p>Четыре года жители добирались до центра Ольховца в объезд, через старую плотину у мельницы за городом.</p></body></html>"""


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory):
    """A folder with two pages about one event, already added to an archive."""
    folder = tmp_path_factory.mktemp("newsroom")
    (folder / "pages").mkdir()
    for name, (host, outlet, when, words) in PAGES.items():
        page = PAGE.format(
            title=f"Мост откроют: {outlet}", host=host, path="bridge", outlet=outlet, when=when, words=words
        )
        (folder / "pages" / name).write_text(page, encoding="utf8")
    (folder / "pages" / "c.html").write_bytes(b"%PDF-1.7 \xe2\xe3")
    told = letopis("add", "pages", cwd=folder)
    assert told.returncode == 0
    assert "2 new, 0 changed, 0 unchanged, 1 refused" in told.stderr
    assert "c.html" in told.stderr
    return folder


def letopis(*arguments, cwd):
    """Run letopis in a folder."""
    return subprocess.run(
        [sys.executable, "-m", "letopis", *arguments],
        capture_output=True, text=True, cwd=cwd, check=False, env=os.environ | {"PYTHONUTF8": "1", "COLUMNS": "200"},
    )  # fmt: skip


def test_adding_again_doubles_nothing(newsroom):
    told = letopis("add", "pages", cwd=newsroom)
    assert told.returncode == 0
    assert "0 new, 0 changed" in told.stderr
    again = letopis("add", "--again", "pages", cwd=newsroom)
    assert "0 new, 0 changed, 2 unchanged, 1 refused" in again.stderr


def test_the_front_page_has_one_story_of_two_outlets(newsroom):
    told = letopis("stories", cwd=newsroom)
    assert told.returncode == 0
    assert "Вестник" in told.stdout
    assert "Заря" in told.stdout
    assert len(re.findall(r"^ *\d+  Мост откроют", told.stdout, re.MULTILINE)) == 1
    assert "Пётр Иванов" in told.stdout
    assert "2 articles of the day from 2 outlets · 2 articles in all" in told.stdout


def test_a_day_without_news_says_which_days_have_some(newsroom):
    told = letopis("stories", "--day", "2001-01-01", cwd=newsroom)
    assert told.returncode == 1
    assert "2026-11-03" in told.stderr


def test_who_finds_a_person_by_any_form_of_the_name(newsroom):
    told = letopis("who", "Иванова", cwd=newsroom)
    assert told.returncode == 0
    assert "Пётр Иванов, министр транспорта" in told.stdout
    assert "«Мост готов, ждём только снега»" in told.stdout
    assert letopis("who", "Сидоров", cwd=newsroom).returncode == 1


def test_who_quotes_only_what_is_a_persons_own_words_and_says_what_he_denies(newsroom):
    told = letopis("who", "Иванова", cwd=newsroom)
    assert "Пётр Иванов: denies: мост опасен для автобусов" in told.stdout


def test_search_finds_words_in_any_form(newsroom):
    told = letopis("search", "мосты", "outlet:Заря", cwd=newsroom)
    assert told.returncode == 0
    assert told.stdout.startswith("1 article")
    assert letopis("search", "слон", cwd=newsroom).returncode == 1


def test_a_search_that_finds_nothing_names_the_nearest_that_does(newsroom):
    told = letopis("search", "мосты", "слон", cwd=newsroom)
    assert told.returncode == 1
    assert "nearest: letopis search мосты  (2 articles)" in told.stdout


def test_a_wrong_query_points_at_the_character(newsroom):
    told = letopis("search", "мост since:вчера", cwd=newsroom)
    assert told.returncode == 2
    assert re.search(r"character \d+", told.stderr)


def test_the_portal_opens_and_ctrl_c_closes_it(newsroom):
    command = [sys.executable, "-m", "letopis", "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=newsroom) as portal:
        address = re.search(r"http://\S+", portal.stdout.readline())[0]
        with urllib.request.urlopen(address) as answer:
            assert "Мост откроют" in answer.read().decode()
        portal.send_signal(signal.SIGINT)
        _, complaints = portal.communicate(timeout=20)
    assert (portal.returncode, complaints) == (0, "")


def stories_told(newsroom, archive):
    """Return what `letopis stories` prints."""
    return letopis("stories", "--archive", archive, cwd=newsroom).stdout


def test_outlets_of_one_owner_count_once(newsroom):
    pages = newsroom / "own"
    pages.mkdir()
    (pages / "a.html").write_text((newsroom / "pages" / "a.html").read_text(encoding="utf8"), encoding="utf8")
    (pages / "b.html").write_text(OTHER_WORDS, encoding="utf8")
    letopis("add", "own", "--archive", "owned", cwd=newsroom)
    assert "2 owners" in stories_told(newsroom, "owned")
    owners = '[{"name": "Вестник", "owner": "Дом"}, {"name": "заря", "owner": "Дом"}]'
    (newsroom / "owners.json").write_text(owners, encoding="utf8")
    told = letopis("add", "own", "--archive", "owned", "--outlets", "owners.json", cwd=newsroom)
    assert told.returncode == 0
    assert "0 new" in told.stderr
    assert "1 owner " in stories_told(newsroom, "owned")


def test_owners_that_cannot_be_read_are_one_line_and_stop_nothing_else(newsroom):
    pages = newsroom / "disowned"
    pages.mkdir()
    (pages / "b.html").write_text(OTHER_WORDS, encoding="utf8")
    (pages / "outlets.json").write_text("{}", encoding="utf8")
    told = letopis("add", "disowned", "--archive", "disowned-archive", cwd=newsroom)
    assert told.returncode == 1
    assert "outlets.json: cannot be read" in told.stderr.splitlines()[0]
    assert "1 new" in told.stderr
    assert letopis("add", "disowned", "--outlets", "nowhere.json", cwd=newsroom).returncode == 2


def test_a_run_killed_before_it_wove_an_edit_is_woven_by_the_next(newsroom):
    pages = newsroom / "edited"
    pages.mkdir()
    page = (newsroom / "pages" / "a.html").read_text(encoding="utf8")
    (pages / "a.html").write_text(page, encoding="utf8")
    letopis("add", "edited", "--archive", "killed", cwd=newsroom)
    (pages / "a.html").write_text(page.replace("Мост откроют", "Мост не откроют"), encoding="utf8")
    killed = (
        "import os, letopis.flow; letopis.flow.weave = lambda archive: os._exit(9); import letopis.cli as c; c.main()"
    )
    command = [sys.executable, "-c", killed, "add", "edited", "--archive", "killed"]
    assert subprocess.run(command, cwd=newsroom, check=False).returncode == 9
    assert "Мост не откроют" not in stories_told(newsroom, "killed")
    told = letopis("add", "edited", "--archive", "killed", cwd=newsroom)
    assert "0 new, 0 changed, 1 unchanged" in told.stderr
    assert "Мост не откроют" in stories_told(newsroom, "killed")
