"""The house keeps its own measures: names, sizes, and what no line of it may say."""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src/letopis"
FILES = sorted(SOURCE.rglob("*.py"))
EMPTY_NAMES = {"utils", "helpers", "common", "core", "manager", "misc", "base_utils"}


def functions(path):
    """Yield the functions of a file."""
    tree = ast.parse(path.read_text(encoding="utf8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_file_is_short_and_says_what_comes_in_and_what_goes_out(path):
    text = path.read_text(encoding="utf8")
    assert text.count("\n") <= 300
    assert ast.get_docstring(ast.parse(text))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_function_is_longer_than_forty_lines(path):
    assert [node.name for node in functions(path) if node.end_lineno - node.lineno >= 40] == []


def test_base_names_are_unique():
    names = Counter(
        path.stem for path in FILES if path.stem not in {"__init__", "__main__"} and path.parent.name != "cli"
    )
    assert [name for name, count in names.items() if count > 1] == []


def test_no_name_says_nothing():
    assert not EMPTY_NAMES & {path.stem for path in FILES}


def test_a_room_has_at_most_ten_files():
    rooms = Counter(path.parent for path in FILES)
    assert {str(room.relative_to(SOURCE)): count for room, count in rooms.items() if count > 10} == {}


def test_word_lists_are_sorted_out_of_code():
    """A language's words stand in its data files: no module of language or record holds a long list of Cyrillic words."""
    for path in FILES:
        for literal in re.findall(r"frozenset\(\{([^}]*)\}", path.read_text(encoding="utf8")):
            assert len(re.findall(r"[«\"'][а-яё ]+[»\"']", literal)) <= 12, path
