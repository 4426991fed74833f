"""In a language of which Letopis has no words a quotation has a speaker only where a full name plainly stands beside it."""

import pytest

from letopis.record import record
from tests.record.speech.marked import article, rows, unmark

MARKED = rows("unlisted.tsv")


@pytest.mark.parametrize(("code", "line", "who"), MARKED)
def test_a_full_name_beside_a_quotation_is_its_speaker_and_nothing_else_is(code, line, who):
    text, words = unmark(line)
    page = article(text, code)
    found = record(page).statements
    assert [part.of(text) for one in found for part in one.parts] == [each.rstrip(".,") for each in words]
    assert {one.speaker.name for one in found} == {"-": {None}, "none": set()}.get(who, {who})
    assert all(one.speaker.role is None for one in found if one.speaker.name)


OWN = [
    (
        "de",
        "„Wir hatten großes Glück“, sagte Anna Schmidt. „Das war sehr knapp“, sagte ein Augenzeuge.",
        ["Anna Schmidt", None],
    ),
    ("pl", "„Zaczynamy w maju” – powiedział Jan Kowalski. „To dobry plan” – dodał.", ["Jan Kowalski", None]),
    ("kk", "«Біз көпір саламыз», — деді Ерлан Қасымов. «Ақша табылды.»", ["Ерлан Қасымов"]),
]


@pytest.mark.parametrize(("code", "text", "who"), OWN)
def test_a_quotation_with_a_narrator_of_its_own_is_not_its_neighbours(code, text, who):
    assert [one.speaker.name for one in record(article(text, code)).statements] == who
