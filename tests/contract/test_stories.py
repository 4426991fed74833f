"""What every archive promises of stories and front pages."""

from datetime import date

import pytest

from letopis.errors import WrongUse
from letopis.model import Edition, Member, Placed, Story, Weight


def story(number, articles, latest=None):
    """Return a story of some articles."""
    members = tuple(Member(article, "Вестник", "Вестник", None, latest, 1.0) for article in articles)
    return Story(id=number, title=f"История {number}", members=members, first=latest, latest=latest)


@pytest.fixture
def pages(archive, press):
    """Keep three pages."""
    return [press.keep(archive, f"[Слово {number}|Иван Петров].") for number in range(3)]


def test_a_story_told_again_replaces_what_stood_there(archive, pages, noon):
    archive.tell([story(1, pages, noon(2))])
    archive.tell([story(1, pages[:2], noon(3))])
    assert archive.story(1) == story(1, pages[:2], noon(3))
    assert [archive.article(article).story for article in pages] == [1, 1, None]


def test_an_article_moves_from_one_story_to_another(archive, pages, noon):
    archive.tell([story(1, pages[:2], noon(2)), story(2, pages[2:], noon(2))])
    archive.tell([story(2, pages[1:], noon(2)), story(1, pages[:1], noon(2))])
    assert [headline.story for headline in archive.headlines(pages)] == [1, 2, 2]
    assert [said.article for said in archive.quoted(story=2)] == [pages[2], pages[1]]


def test_story_ids_are_never_given_out_twice(archive, pages, noon):
    first = archive.next_story()
    archive.tell([story(7, pages, noon(2))])
    assert len({first, 7, archive.next_story(), archive.next_story()}) == 4


def test_a_merged_story_leads_to_the_other_for_ever(archive, pages, noon):
    archive.tell([story(1, pages[:1], noon(2)), story(2, pages[1:2], noon(2)), story(3, pages[2:], noon(2))])
    archive.redirect(1, 2)
    archive.redirect(2, 3)
    assert archive.story(1).id == archive.story(2).id == 3
    assert [each.id for each in archive.stories()] == [3]
    assert archive.counts().stories == 1
    assert {headline.story for headline in archive.headlines(pages)} == {3}


def test_a_story_cannot_lead_to_itself(archive, pages, noon):
    archive.tell([story(1, pages[:1], noon(2)), story(2, pages[1:], noon(2))])
    archive.redirect(1, 2)
    with pytest.raises(WrongUse, match="story 2"):
        archive.redirect(2, 1)


def test_stories_come_latest_first_and_from_a_time_on(archive, pages, noon):
    archive.tell([story(1, pages[:1], noon(2)), story(2, pages[1:2], noon(4)), story(3, pages[2:], noon(3))])
    assert [each.id for each in archive.stories()] == [2, 3, 1]
    assert [each.id for each in archive.stories(noon(3))] == [2, 3]


def test_a_day_s_front_page_is_replaced_by_a_later_one(archive, noon):
    early, late = (
        Edition(date(2026, 11, 2), noon(2), (Placed(1, number, Weight(1.0, 1.0, 1.0, 1, 1.0, 1.5)),))
        for number in (1, 2)
    )
    other = Edition(date(2026, 11, 1), noon(3), ())
    for edition in (early, other, late):
        archive.publish(edition)
    assert archive.edition(date(2026, 11, 2)) == late
    assert archive.edition() == late
    assert list(archive.days()) == [date(2026, 11, 1), date(2026, 11, 2)]


def test_a_day_s_statements_are_those_of_its_articles(archive, press):
    press.keep(archive, "[Раз|Иван Петров] и [два|].", published="2026-11-02T23:59:00+00:00")
    press.keep(archive, "[Три|].", published="2026-11-03")
    press.keep(archive, "[Четыре|].", published=None)
    assert [said.words for said in archive.quoted(day=date(2026, 11, 2))] == ["Раз", "два"]


def test_counts_count_what_is_there(archive, pages, noon):
    archive.tell([story(1, pages, noon(2))])
    counts = archive.counts()
    assert (counts.articles, counts.stories, counts.people, counts.statements) == (3, 1, 1, 3)


def test_of_two_times_those_stories_have_an_article_between_them(archive, press, noon):
    days = [[press.keep(archive, f"Слово {day}.", published=f"2026-11-{day:02}T12:00:00+00:00")] for day in (1, 3, 5)]
    archive.tell([story(1, days[0] + days[2], noon(5)), story(2, days[1], noon(3))])
    assert [told.id for told in archive.stories(noon(1), noon(3))] == [1, 2]
    assert [told.id for told in archive.stories(noon(2), noon(4))] == [2]
    assert [told.id for told in archive.stories(None, noon(2))] == [1]
    assert archive.stories(noon(6), noon(9)) == []
