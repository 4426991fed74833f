"""A front page counts independent owners, and prints the terms it counts by."""

from datetime import UTC, date, datetime

import pytest

from letopis.model import Member, Story
from letopis.story.rank import GRAVITY, editions, voices_in, weight_of

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)


def at(hour, day=2):
    return datetime(2026, 11, day, hour, tzinfo=UTC)


def member(article, owner, when, reprints=None, *, day_only=False):
    return Member(article, owner, owner, None, when, 1.0, reprints=reprints, day_only=day_only)


def story(number, *members):
    return Story(id=number, title=None, members=members)


def test_two_outlets_of_one_owner_count_once():
    weight = weight_of(story(1, member(1, "Дом", at(9)), member(2, "Дом", at(10)), member(3, "Маяк", at(10))), NOON)
    assert weight.owners == 2


def test_a_reprint_is_no_new_voice():
    wire = story(1, member(1, "Агентство", at(9)), member(2, "Маяк", at(10), 1), member(3, "Курьер", at(10), 1))
    assert weight_of(wire, NOON).owners == 1
    assert weight_of(wire, NOON).breadth < 1


def test_who_reported_early_and_again_with_all_others_counts_with_them():
    early, again = member(1, "Агентство", at(15, 1)), member(2, "Агентство", at(8))
    others = [member(3, "Маяк", at(9)), member(4, "Берег", at(10))]
    assert weight_of(story(1, early, again, *others), NOON).breadth == weight_of(story(1, again, *others), NOON).breadth


def test_a_story_may_last_for_months():
    assert (
        weight_of(story(1, member(1, "Маяк", datetime(2025, 1, 2, tzinfo=UTC)), member(2, "Берег", at(9))), NOON).owners
        == 2
    )


def test_an_unknown_owner_is_no_owner():
    lone, two = [member(1, "", at(9)), member(2, "", at(10))], [member(3, "", at(9)), member(4, "Маяк", at(10))]
    assert [weight_of(story(1, *members), NOON).owners for members in (lone, two)] == [0, 1]


def test_copies_of_an_unknown_outlets_text_are_one_voice():
    wire = story(1, member(1, "", at(9)), member(2, "Маяк", at(10), 1), member(3, "Курьер", at(10), 1))
    assert weight_of(wire, NOON).owners == 1


def test_among_stories_without_a_known_owner_the_freshest_comes_first():
    [edition] = editions([story(1, member(1, "", at(9))), story(2, member(2, "", at(11)))])
    assert [placed.story for placed in edition.placed] == [2, 1]


def test_the_weight_is_what_its_terms_say():
    weight = weight_of(story(1, member(1, "Маяк", at(9)), member(2, "Берег", at(10))), NOON)
    assert weight.age_h == 2
    assert weight.total == pytest.approx(weight.breadth * weight.freshness, abs=1e-5)
    assert weight.freshness == pytest.approx((2 + 2) ** -GRAVITY, abs=1e-6)


def test_more_owners_come_first_and_newer_reports_come_before_older():
    wide = story(1, member(1, "Маяк", at(9)), member(2, "Берег", at(9)), member(3, "Курьер", at(9)))
    lone, late = story(2, member(4, "Маяк", at(9))), story(3, member(5, "Маяк", at(11)))
    [edition] = editions([lone, wide, late])
    assert [placed.story for placed in edition.placed] == [1, 3, 2]
    assert [placed.rank for placed in edition.placed] == [1, 2, 3]


def test_each_day_has_its_page_as_of_its_end_and_the_last_as_of_its_latest_report():
    old = story(1, member(1, "Маяк", at(9)), member(2, "Берег", at(7, 4)))
    undated = story(2, member(3, "Курьер", None))
    found = {edition.day: edition for edition in editions([old, undated])}
    assert list(found) == [date(2026, 11, 2), date(2026, 11, 4)]
    assert found[date(2026, 11, 2)].at == at(0, 3)
    assert found[date(2026, 11, 4)].at == at(7, 4)
    assert [placed.weight.owners for edition in found.values() for placed in edition.placed] == [1, 2]


def test_a_day_without_an_hour_is_neither_the_first_report_nor_the_freshest():
    hourly, daily = member(1, "Маяк", at(9)), member(2, "Берег", at(0), day_only=True)
    weight = weight_of(story(1, hourly, daily), at(18))
    assert weight.age_h == 6
    assert voices_in([(at(9), hourly), (at(0), daily)], at(18)) == [(at(9), "Маяк"), (at(18), "Берег")]


def test_a_day_without_an_hour_is_not_on_the_page_of_the_day_before():
    found = list(editions([story(1, member(1, "Маяк", at(9))), story(2, member(2, "Берег", at(0, 3), day_only=True))]))
    assert [[placed.story for placed in edition.placed] for edition in found] == [[1], [2, 1]]
    assert [edition.at for edition in found] == [at(0, 3), at(0, 4)]


def test_a_story_of_the_days_before_keeps_a_place_below_while_it_is_news():
    old = story(1, *(member(number, f"Дом {number}", at(9, 2)) for number in range(2)))
    lone = [story(day, member(10 + day, "Маяк", at(8, day))) for day in (3, 4, 5, 6)]
    placed = {edition.day.day: [place.story for place in edition.placed] for edition in editions([old, *lone])}
    assert placed == {2: [1], 3: [3, 1], 4: [4, 1, 3], 5: [5, 4, 3], 6: [6, 5, 4, 3]}


def test_no_articles_make_no_pages():
    assert list(editions([])) == []
