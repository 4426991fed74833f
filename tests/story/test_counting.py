"""Counts that outlets give differently are found; numbers of other things are not."""

import pytest

from letopis.story.counting import disagreements_in
from letopis.story.counting.numbers import numbers

LINES = [
    ("ru", "12 человек", [12]),
    ("ru", "двадцать пять автобусов", [25]),
    ("ru", "двадцати пяти автобусов", [25]),
    ("ru", "2,5 тысячи домов", [2500]),
    ("ru", "сто двадцать тысяч рублей", [120_000]),
    ("ru", "от 3 до 5 вагонов", [3, 5]),
    ("en", "two hundred buses", [200]),
    ("en", "twenty-one", []),
    ("en", "3.5 million people and 12 cats", [3_500_000, 12]),
    ("uk", "чотирнадцять постраждалих", [14]),
    ("be", "дванаццаць чалавек", [12]),
    ("ru", "без чисел", []),
    ("ru", "²³ ١٢ 1.2.3", []),
]


@pytest.mark.parametrize(("code", "line", "values"), LINES, ids=[line for _, line, _ in LINES])
def test_numbers_are_read_in_digits_and_words(code, line, values):
    from letopis.language.segment import words_of
    from letopis.language.words import lemma

    words = [span.of(line) for span in words_of(line)]
    assert [value for *_, value in numbers(words, [lemma(word, code) for word in words], code)] == values


@pytest.fixture
def differing(report):
    def found(*texts, **more):
        reports = [report(number, text, **more) for number, text in enumerate(texts, start=1)]
        return [(one.about, one.values) for one in disagreements_in(reports, [])]

    return found


def test_a_count_given_differently_is_shown_with_who_says_what(differing):
    found = differing("При аварии пострадали 12 человек.", "Врачи насчитали 14 пострадавших.", "Есть пострадавшие.")
    assert found == [("пострадали", (("12", 1), ("14", 2)))]


def test_who_gives_both_counts_is_listed_with_the_one_of_his_own(differing):
    found = differing("Пострадали 12 человек.", "Чиновники говорят о 12 пострадавших, врачи — о 14 пострадавших.")
    assert [values for _, values in found] == [(("12", 1), ("14", 2))]


CONTRASTS = [
    (
        "ru",
        "Врачи говорят о 14 пострадавших, чиновники — о 12.",
        "Пострадавших 14 человек, все в больнице.",
        (("12", 1), ("14", 2)),
    ),
    ("ru", "Врачи говорят о 14 пострадавших, чиновники — о 12.", "В больнице 12 пострадавших.", (("14", 1), ("12", 2))),
    (
        "uk",
        "Про 14 поранених на мосту Ольховця кажуть лікарі, поліція — про 12.",
        "На мосту Ольховця 14 поранених.",
        (("12", 1), ("14", 2)),
    ),
    (
        "be",
        "Пра 14 параненых на мосце Альхаўца кажуць лекары, міліцыя — пра 12.",
        "На мосце Альхаўца 14 параненых.",
        (("12", 1), ("14", 2)),
    ),
    ("en", "Doctors speak of 14 wounded, police of 12.", "There are 14 wounded.", (("12", 1), ("14", 2))),
]


@pytest.mark.parametrize(("code", "both", "one", "values"), CONTRASTS)
def test_who_sets_two_counts_against_each_other_differs_from_who_gives_one(differing, code, both, one, values):
    assert [values for _, values in differing(both, one, language=code)] == [values]


AHEAD = [
    ("ru", "Порывы ветра достигнут 28 метров в секунду.", "Порывы достигали 33 метров в секунду."),
    ("ru", "По прогнозу, порывы до 28 метров в секунду.", "Порывы достигали 33 метров в секунду."),
    ("ru", "Ожидаются порывы до 28 метров в секунду.", "Порывы достигали 33 метров в секунду."),
    ("uk", "За прогнозом, на узбережжі пориви вітру до 28 метрів.", "На узбережжі пориви вітру були до 33 метрів."),
    ("be", "На ўзбярэжжы парывы ветру дасягнуць 28 метраў.", "На ўзбярэжжы парывы ветру былі да 33 метраў."),
    ("en", "Gusts will reach 28 metres a second.", "Gusts reached 33 metres a second."),
]


@pytest.mark.parametrize(("code", "forecast", "happened"), AHEAD)
def test_what_was_foretold_counts_nothing_yet(differing, code, forecast, happened):
    assert differing(forecast, happened, language=code) == []


def test_only_the_clause_that_looks_ahead_is_left_out(differing):
    both = "Пострадали 12 человек, комиссия начнёт работу в среду."
    assert [values for _, values in differing(both, "Врачи насчитали 14 пострадавших.")] == [(("12", 1), ("14", 2))]


@pytest.mark.parametrize(
    "texts",
    [
        ("Пострадали 12 человек.", "Пострадали двенадцать человек."),
        ("Мост строили 12 лет.", "Мост строили 14 лет."),
        ("В зале собрались 40 человек.", "На площади ждали 60 человек."),
        ("На линию вышли 12 трамваев.", "В депо стояло 90 трамваев."),
        ("Пострадали 12 человек.",),
    ],
)
def test_what_may_count_different_things_is_no_disagreement(differing, texts):
    assert differing(*texts) == []
