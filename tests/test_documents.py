"""The documents say what the program does: README's Python runs, verbs and settings are all described."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from letopis.settings import Settings

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf8")
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
VERBS = ("read", "add", "stories", "who", "search", "serve", "version")


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run letopis as a user would."""
    return subprocess.run([sys.executable, "-m", "letopis", *arguments], capture_output=True, text=True, check=False)


def test_the_python_of_the_readme_runs():
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    told = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONUTF8": "1"},
    )
    assert "Анна-Мария Гурская | Цены на продовольствие растут быстрее" in told.stdout


def test_the_terminal_session_of_the_readme_is_what_the_terminal_shows():
    (session,) = re.findall(r"<!-- terminal -->\n\n((?:    .*\n|\n)+)", README)
    command, *shown = [line[4:].rstrip() for line in session.rstrip().splitlines()]
    told = subprocess.run(
        [sys.executable, "-m", "letopis", *command.split()[2:]],
        capture_output=True, text=True, check=True, cwd=ROOT, env=os.environ | {"PYTHONUTF8": "1", "COLUMNS": "110"},
    )  # fmt: skip
    assert [line.rstrip() for line in told.stdout.splitlines()[: len(shown)]] == shown


def test_the_two_commands_of_the_readme_are_the_makefiles():
    makefile = (ROOT / "Makefile").read_text(encoding="utf8")
    for command in re.findall(r"^    make (\w+)", README, re.MULTILINE):
        assert re.search(rf"^{command}:", makefile, re.MULTILINE)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_documented_and_helps_with_an_example(verb):
    start = (ROOT / "docs/start.md").read_text(encoding="utf8")
    assert f"letopis {verb}" in start or f"`{verb}`" in README
    assert f"Example: letopis {verb}" in " ".join(run(verb, "--help").stdout.split())


def test_no_verb_is_left_out():
    listed = re.findall(r"^  ([a-z]+)  ", run("--help").stdout, re.MULTILINE)
    assert sorted(listed) == sorted(VERBS)


def test_every_command_in_the_documents_is_a_verb():
    for page in PAGES:
        for verb in re.findall(r"^\s*\$? ?letopis ([a-z]+)", page.read_text(encoding="utf8"), re.MULTILINE):
            assert verb in VERBS, page


@pytest.mark.parametrize("field", Settings.__struct_fields__)
def test_every_setting_is_documented_with_its_default(field):
    start = (ROOT / "docs/start.md").read_text(encoding="utf8")
    assert f"`LETOPIS_{field.upper()}`" in start
    assert f"`{getattr(Settings(), field)}`" in start


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_the_documents_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf8")):
        assert (page.parent / target).exists(), target
