"""Marks in a text nest properly, whatever overlaps whatever."""

from hypothesis import given, settings
from hypothesis import strategies as st

from letopis.model import Person, Record, Span, Speaker, Statement
from letopis.portal.drawn.nesting import LINKED, Close, Mark, Open, marks_of, steps

TEXT = "«Мы готовы», — сказал Иван Петров в пятницу в Заречье, и мост открыли."
KINDS = ("background", "statement", "event", "place", "time", "person")


@st.composite
def mark(draw):
    start = draw(st.integers(0, len(TEXT) - 1))
    stop = draw(st.integers(start + 1, len(TEXT)))
    return Mark(draw(st.sampled_from(KINDS)), draw(st.integers(0, 3)), draw(st.integers(0, 2)), Span(start, stop))


MARKS = st.lists(mark(), max_size=12, unique_by=lambda mark: mark.id)


@given(MARKS)
@settings(max_examples=300)
def test_no_word_is_lost_or_doubled(marks):
    assert "".join(step for step in steps(TEXT, Span(0, len(TEXT)), marks) if isinstance(step, str)) == TEXT


@given(MARKS)
@settings(max_examples=300)
def test_what_opens_last_closes_first_and_no_link_holds_a_link(marks):
    standing = []
    for step in steps(TEXT, Span(0, len(TEXT)), marks):
        if isinstance(step, Open):
            assert not (step.linked and any(linked for _, linked in standing))
            standing.append((step.mark, step.linked))
        elif isinstance(step, Close):
            assert standing.pop() == (step.mark, step.linked)
    assert standing == []


@given(MARKS)
@settings(max_examples=300)
def test_every_letter_stands_in_just_its_own_marks(marks):
    standing, at = [], 0
    for step in steps(TEXT, Span(0, len(TEXT)), marks):
        if isinstance(step, Open):
            standing.append(step.mark)
        elif isinstance(step, Close):
            standing.pop()
        else:
            here = Span(at, at + len(step))
            assert {one.id for one in standing} == {one.id for one in marks if one.span.covers(here)}
            assert not any(one.span.meets(here) and not one.span.covers(here) for one in marks)
            at = here.stop


@given(MARKS)
@settings(max_examples=300)
def test_every_mark_begins_once_and_ends_once(marks):
    made = list(steps(TEXT, Span(0, len(TEXT)), marks))
    ids = sorted(one.id for one in marks)
    assert sorted(step.mark.id for step in made if isinstance(step, Open) and step.begins) == ids
    assert sorted(step.mark.id for step in made if isinstance(step, Close) and step.ends) == ids


@given(MARKS, st.integers(0, len(TEXT) - 2))
def test_a_block_shows_only_its_own_words(marks, start):
    within = Span(start, len(TEXT) - 1)
    assert "".join(step for step in steps(TEXT, within, marks) if isinstance(step, str)) == within.of(TEXT)


def test_a_statement_holds_the_people_in_it():
    record = Record(
        people=(Person("Иван Петров", None, (Span(3, 8),), "name"),),
        statements=(
            Statement(
                kind="direct", parts=(Span(0, 5), Span(6, 9)), cue=None, speaker=Speaker("unresolved"), rule="said"
            ),
        ),
    )
    drawn = [
        step if isinstance(step, str) else ("+" if isinstance(step, Open) else "-") + step.mark.id
        for step in steps("abcdefghij", Span(0, 10), marks_of(record))
    ]
    assert drawn == [
        "+s0",
        "abc",
        "+p0",
        "de",
        "-p0",
        "-s0",
        "+p0",
        "f",
        "-p0",
        "+s0-1",
        "+p0",
        "gh",
        "-p0",
        "i",
        "-s0-1",
        "j",
    ]


def test_only_findings_with_a_page_or_a_note_of_their_own_are_links():
    assert {"person", "time", "place"} == LINKED
