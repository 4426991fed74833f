"""Whatever is typed into the search box: an answer or a QueryWrong, and both archives say the same."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letopis.archive.engine import open_archive
from letopis.archive.finding.asking import Asked, Found
from letopis.archive.memory.kept import MemoryArchive
from letopis.errors import QueryWrong, WrongUse
from letopis.model import Article, Capture, Dated, Person, Reading, Record, Span, Speaker, Statement

TEXTS = [
    ("ru", "Вестник", "2026-11-02", "Мост закрыли. Президент Токаев прибыл в Астану."),
    ("ru", "Маяк", "2026-11-03", "Новые мосты не нужны. И NOT, и OR, и NEAR(мост) — просто слова."),
    ("en", "The Record", None, "The bridge isn't closed: 5% of C++ users, O'Neill said."),
    (None, None, "2026-11-04", "मोस्ट 橋 gesperrt straße Ⅷ"),
    ("uk", "Маяк", "2026-11-05", "Пам’ять про міст. Об'єднання мостів."),
]
SIGNS = st.sampled_from([*"\"'«»“”„-()*:^+{}[]|&!?;,.%_\\/\x00\ud800\u0301ёЁ ", "OR", " OR ", "NOT", "NEAR(", "AND"])
WORDS = st.sampled_from(["мост", "мосты", "Токаева", "bridge", "O'Neill", "橋", "straße", "C++", "пам'ять", "-мост"])
LIMITS = st.sampled_from(["outlet:", "speaker:", "lang:", "since:", "until:", "lemmas:мост"])
LIMITED = st.sampled_from(["outlet:Маяк", "-outlet:Маяк", "lang:ru", "-lang:en", "speaker:Токаев", "-speaker:Токаев"])
DAYS = st.sampled_from(["since:2026-11-03", "until:2026-11-04"])
PIECES = st.one_of(WORDS, LIMITS, LIMITED, DAYS, SIGNS, st.text(max_size=5))
QUERIES = st.lists(PIECES, max_size=8).map(" ".join) | st.lists(PIECES, max_size=8).map("".join)


def page(number: int, code: str | None, outlet: str | None, day: str | None, text: str) -> tuple[Reading, Capture]:
    """Return a page on which somebody speaks all of the text."""
    url, whole = f"a:{number}", Span(0, len(text))
    name = "Касым-Жомарт Токаев" if number % 2 else "Анна Ким"
    said = Statement(kind="direct", parts=(whole,), cue=None, speaker=Speaker("person", name), rule="test")
    record = Record(people=(Person(name, None, (whole,), "test"),), statements=(said,))
    published = Dated(day, "meta") if day else None
    article = Article(url=url, outlet=outlet, language=code, published=published, text=text)
    return Reading(article, record), Capture(
        url, url, None, 200, "text/plain", (), text.encode(), "0" * 63 + str(number)
    )


@pytest.fixture(scope="module")
def archives(tmp_path_factory):
    """Return the same pages in both archives."""
    memory = MemoryArchive()
    with open_archive(tmp_path_factory.mktemp("fuzz"), write=True) as sqlite:
        for number, about in enumerate(TEXTS):
            for archive in (memory, sqlite):
                archive.keep(*page(number, *about))
        yield memory, sqlite


def answer(archive, asked):
    """Return what an archive says to a search, and at which character it points where it refuses."""
    try:
        return archive.search(asked)
    except QueryWrong as wrong:
        return str(wrong), 0 <= wrong.position <= len(asked.words)


@settings(max_examples=700, deadline=None)
@given(words=QUERIES)
def test_no_query_breaks_a_search_and_both_archives_agree(archives, words):
    memory, sqlite = (answer(archive, Asked(words=words, limit=3)) for archive in archives)
    assert memory == sqlite
    assert isinstance(sqlite, Found) or sqlite[1]


@settings(max_examples=300, deadline=None)
@given(
    value=st.text(max_size=12) | st.sampled_from(["Маяк", "ru", "Токаев", "Анна Ким"]),
    field=st.sampled_from(["outlet", "language", "speaker"]),
    day=st.dates(),
    limit=st.integers(-5, 5),
)
def test_no_limit_breaks_a_search_and_both_archives_agree(archives, value, field, day, limit):
    for asked in (
        Asked(words="", limit=limit, **{field: value}),
        Asked(words="мост", since=day, limit=limit),
        Asked(words="", until=day, since=date(2026, 11, 3), limit=limit),
    ):
        memory, sqlite = (answer(archive, asked) for archive in archives)
        assert memory == sqlite


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=12))
def test_no_name_and_no_key_breaks_a_list(archives, text):
    for archive in archives:
        archive.figures(text)
        for ask in (archive.said_by, archive.mentions_of):
            with suppress(WrongUse):  # a key that is none
                ask(1, text)
