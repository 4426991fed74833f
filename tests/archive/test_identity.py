"""Names taken apart, and people who stay the same whatever order, form and oddity their names come in."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letopis.archive.engine import open_archive
from letopis.archive.identity import NameParts, parts_of
from letopis.archive.memory.kept import MemoryArchive
from letopis.model import Article, Capture, Dated, Person, Reading, Record

PARTS = [
    ("Токаев", NameParts("токаев", "", "")),
    ("К. Токаев", NameParts("токаев", "к.", "")),
    ("К.-Ж. Токаев", NameParts("токаев", "к.", "")),
    ("Токаев К.К.", NameParts("токаев", "к.", "")),
    ("Касым-Жомарт Токаев", NameParts("токаев", "касым-жомарт", "")),
    ("Касым‑Жомарт  ТОКАЕВ", NameParts("токаев", "касым-жомарт", "")),
    ("Алёна Соловьёва", NameParts("соловьева", "алена", "")),
    ("Анна Сергеевна Ким", NameParts("ким", "анна", "сергеевна")),
    ("Ким Анна Сергеевна", NameParts("ким", "анна", "сергеевна")),
    ("Марія Петрівна Коваль", NameParts("коваль", "марія", "петрівна")),
    ("Святлана Аляксандраўна Ціхановіч", NameParts("ціхановіч", "святлана", "аляксандраўна")),
    ("Светлана Алексиевич", NameParts("алексиевич", "светлана", "")),
    ("Ursula von der Leyen", NameParts("leyen", "ursula von der", "")),
    ("", NameParts("", "", "")),
    (". .", NameParts(".", "", "")),
]


@pytest.mark.parametrize(("name", "parts"), PARTS)
def test_a_name_comes_apart_where_a_reader_takes_it_apart(name, parts):
    assert parts_of(name) == parts


NAMES = st.sampled_from(
    ["Иван Петров", "Пётр Петров", "Петров", "И. Петров", "Иван Сергеевич Петров", "Иван Андреевич Петров", "Петров И."]
) | st.text(st.characters(codec="utf-8"), max_size=6)
PAGES = st.lists(
    st.tuples(st.integers(1, 4), NAMES, st.sampled_from(["Вестник", "Маяк", None]), st.integers(1, 28)), max_size=8
)


def page(number: int, name: str, outlet: str | None, day: int) -> tuple[Reading, Capture]:
    """Return a page that mentions somebody; the same number is the same address."""
    text, url = f"{name} {outlet} {day}", f"a:{number}"
    article = Article(url=url, outlet=outlet, text=text, published=Dated(f"2026-11-{day:02}", "meta"))
    record = Record(people=(Person(name, name or None, (), "test"),))
    return Reading(article, record), Capture(url, url, None, 200, "", (), b"", text)


def mentioned(archive) -> list[tuple[int, str, frozenset[tuple[int, str]]]]:
    """Return each mention with all that mean the same person, and the name that person has."""
    cast = {(filed.id, name): who for filed in archive.since(None) for name, who in archive.cast(filed.id).items()}
    return [
        (archive.figure(who).name, frozenset(mention for mention, other in cast.items() if other == who))
        for _, who in sorted(cast.items())
    ]


@settings(max_examples=60, deadline=None)
@given(pages=PAGES)
def test_both_archives_know_the_same_people_whatever_their_names(tmp_path_factory, pages):
    with MemoryArchive() as memory, open_archive(tmp_path_factory.mktemp("names"), write=True) as sqlite:
        for about in pages:
            for archive in (memory, sqlite):
                archive.keep(*page(*about))
        assert mentioned(memory) == mentioned(sqlite)
        assert memory.counts() == sqlite.counts()
