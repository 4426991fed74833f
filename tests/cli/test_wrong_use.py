"""Wrong use gives one clear line and exit code 2; failed work gives one line and exit code 1; never a traceback."""

import socket
import subprocess
import sys

import pytest

PAGE = "<html lang='ru'><h1>Мост</h1><p>{}</p></html>".format("Мост через реку открыли в среду утром. " * 12)


def letopis(*arguments, cwd, data=None, **environment):
    """Run letopis in a folder as a user would."""
    import os

    return subprocess.run(
        [sys.executable, "-m", "letopis", *arguments],
        capture_output=True,
        cwd=cwd,
        input=data,
        check=False,
        env=os.environ | {"PYTHONUTF8": "1"} | environment,
    )


def one_line(told):
    """Return what was said on standard error, which must be one line."""
    lines = told.stderr.decode().splitlines()
    assert len(lines) == 1, lines
    assert lines[0].startswith("letopis: ")
    return lines[0]


WRONG = [
    (("read", "missing.html"), "missing.html"),
    (("read", "--json", "--text", "page.html"), "--json"),
    (("read", "--why", " ", "page.html"), "--why"),
    (("read",), "SOURCE"),
    (("raed", "page.html"), "raed"),
    (("read", "--jsno", "page.html"), "--jsno"),
    (("stories",), "letopis add"),
    (("stories", "--day", "soon"), "soon"),
    (("serve", "--port", "99999"), "--port"),
    (("who", "Иванов", "--archive", "nowhere"), "nowhere"),
]


@pytest.mark.parametrize(
    ("arguments", "names"), WRONG, ids=lambda value: " ".join(value) if isinstance(value, tuple) else None
)
def test_wrong_use_is_one_line_that_names_what_is_wrong(arguments, names, tmp_path):
    (tmp_path / "page.html").write_text(PAGE, encoding="utf8")
    told = letopis(*arguments, cwd=tmp_path)
    assert told.returncode == 2
    assert names in one_line(told)


def test_a_setting_of_the_wrong_type_is_wrong_use(tmp_path):
    told = letopis("stories", cwd=tmp_path, LETOPIS_PORT="eighty")
    assert told.returncode == 2
    assert "LETOPIS_" in one_line(told)


def test_a_page_without_an_article_is_refused_with_its_reason(tmp_path):
    told = letopis("read", "-", cwd=tmp_path, data=b"%PDF-1.7\n%\xe2\xe3\xcf\xd3 binary")
    assert told.returncode == 1
    assert "refused" in one_line(told)


def test_one_bad_page_does_not_stop_the_others(tmp_path):
    (tmp_path / "a.html").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3 binary")
    (tmp_path / "b.html").write_text(PAGE, encoding="utf8")
    told = letopis("read", "--text", "a.html", "b.html", cwd=tmp_path)
    assert told.returncode == 0
    assert "refused" in one_line(told)
    assert "Мост через реку" in told.stdout.decode()


def test_a_missing_file_does_not_stop_the_others_but_is_said(tmp_path):
    (tmp_path / "b.html").write_text(PAGE, encoding="utf8")
    told = letopis("read", "--text", "missing.html", "b.html", cwd=tmp_path)
    assert told.returncode == 2
    assert "missing.html" in one_line(told)
    assert "Мост через реку" in told.stdout.decode()


def test_a_port_in_use_is_said(tmp_path):
    letopis("add", "-", cwd=tmp_path, data=PAGE.encode())
    with socket.create_server(("127.0.0.1", 0)) as taken:
        told = letopis("serve", "--port", str(taken.getsockname()[1]), cwd=tmp_path)
    assert told.returncode == 1
    assert "--port" in one_line(told)


def test_help_loads_nothing_heavy(tmp_path):
    code = "import sys; sys.argv = ['letopis', '--help']\nfrom letopis.cli import main\ntry: main()\nexcept SystemExit: pass\nprint(*sys.modules, file=sys.stderr)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"numpy", "rich", "slovnet", "pymorphy3", "apsw", "starlette", "aiohttp", "selectolax", "msgspec"}
    assert not heavy & set(told.stderr.split())
