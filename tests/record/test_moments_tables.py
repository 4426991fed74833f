"""The tables of times and events say only what the rules understand."""

import pytest

from letopis.language.lists import table, word_list
from letopis.record.moments.signs import LETTERS, vocabulary

LANGUAGES = ["ru", "en", "uk", "be"]
KINDS = {
    "visit",
    "arrival",
    "departure",
    "meeting",
    "call",
    "summit",
    "session",
    "signing",
    "statement",
    "vote",
    "election",
    "appointment",
    "resignation",
    "arrest",
    "trial",
    "sentence",
    "release",
    "protest",
    "attack",
    "strike",
    "accident",
    "death",
    "award",
    "sanction",
    "law",
}
STATUSES = {
    "planned",
    "denied",
    "alleged",
    "done",
    "none",
    "condition",
    "future",
    "not",
    "from",
    "holds",
    "happens",
    "prepares",
    "person",
    "who",
    "anybody",
    "usual",
    "of",
    "whose",
    "led",
    "false",
    "true",
    "possible",
    "be",
    "speaks for",
    "for",
    "case",
    "in case",
    "that",
    "whether",
    "likens",
    "awaited",
    "up to",
    "have",
    "infinitive",
    "passive",
    "by",
    "transitive",
    "would",
    "first",
    "asking",
}


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_year_has_twelve_months_and_a_week_seven_days(code):
    assert {int(row[0]) for row in table(code, "months")} == set(range(1, 13))
    assert {int(row[0]) for row in table(code, "weekdays")} == set(range(1, 8))


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_word_of_time_is_of_a_known_kind_and_has_a_number(code):
    for kind, number, forms in table(code, "times"):
        assert kind in LETTERS, forms
        assert int(number) in range(-10, 32), forms


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_month_is_also_a_weekday(code):
    months = {form for row in table(code, "months") for form in row[1].split(", ")}
    assert not months & {form for row in table(code, "weekdays") for form in row[1].split(", ")}


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_tables_tell_every_kind_of_event_and_no_other(code):
    assert {row[0] for row in table(code, "events")} == KINDS


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_words_that_decide_over_a_status_name_one(code):
    assert {row[0] for row in table(code, "event_status")} <= STATUSES


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", ["ahead", "alleged", "recalling"])
def test_a_list_has_words_in_small_letters(code, name):
    words = word_list(code, name)
    assert words
    assert words == {word.lower() for word in words}


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_phrase_is_found_before_its_beginning(code):
    for known in (alike for by_second in vocabulary(code).phrases.values() for alike in by_second.values()):
        sizes = [len(rest) for rest, _ in known]
        assert sizes == sorted(sizes, reverse=True)


def test_a_language_without_tables_has_no_words_of_time():
    assert vocabulary("fi").words == {}
