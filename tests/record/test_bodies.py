"""Ministries and other bodies are one by their short and their long names, and two where two countries have them."""

import re
from collections import Counter
from pathlib import Path

import pytest

from letopis.language.parse import parse
from letopis.record.bodies import bodies, listed
from letopis.record.groups import organisations
from letopis.record.people import people

MARK = re.compile(r"\{(\d) ([^}]*)\}")
LINES = [
    line
    for name in ("bodies.tsv", "bodies_unseen.tsv")
    for line in (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def unmark(line):
    """Return the text of a line, and its marks with their numbers."""
    text, marks, at = "", [], 0
    for mark in MARK.finditer(line):
        text += line[at : mark.start()]
        marks.append((mark[1], len(text), len(text) + len(mark[2])))
        text, at = text + mark[2], mark.end()
    return text + line[at:], marks


@pytest.mark.parametrize("line", LINES)
def test_short_and_long_names_are_one_body_and_two_countries_have_two(line):
    text, marks = unmark(line)
    parsed = parse(text, "ru")
    found = organisations(parsed, people(parsed))
    homes = [
        next((at for at, one in enumerate(found) if any(m.start < stop and start < m.stop for m in one.mentions)), None)
        for _, start, stop in marks
    ]
    pairs = {(number, home) for (number, _, _), home in zip(marks, homes, strict=True)}
    assert None not in homes
    assert len(pairs) == len({number for number, _ in pairs}) == len(set(homes))


def test_a_name_on_the_list_is_of_one_body():
    counted = Counter(name.casefold() for short, name in listed() if name != short)
    assert [name for name, count in counted.items() if count > 1] == []
    assert len(bodies()) >= len(counted)


def test_texts_made_to_be_slow_are_read_in_proportion(in_proportion):
    line = "МИД Польши и Минобороны (МО) России. "
    in_proportion(lambda text: organisations(parse(text, "ru"), ()), line * 40, line * 320)
