"""A front page shows what was known by its time, says each thing once, and notices silence."""

from datetime import UTC, date, datetime, timedelta

import msgspec

from letopis.archive.base import Quoted
from letopis.archive.finding.asking import Headline
from letopis.model import Edition, Entry, Member, Outlet, Story
from letopis.portal.views.broadsheet import heard_on, planned, silences, strongest
from letopis.portal.views.standing import Heads, as_of, dated_members, head_of, when

DAY = date(2026, 11, 6)
NOON = datetime(2026, 11, 6, 12, tzinfo=UTC)
EDITION = Edition(DAY, NOON, ())


def member(article, published=NOON, outlet="Вестник", title="Мост", similarity=0.5):
    return Member(article, outlet, outlet, title, published, similarity)


def quoted(article, words, speaker="Иванов", kind="direct", language="ru", **more):
    about = {"speaker_kind": "person", "background": False} | more
    return Quoted(
        article=article,
        statement=0,
        kind=kind,
        words=words,
        speaker=speaker,
        role=None,
        person=1,
        medium=(),
        outlet="Вестник",
        title=None,
        published=NOON,
        language=language,
        story=1,
        **about,
    )


class Shelf:
    """An archive that answers two questions."""

    def __init__(self, said=(), outlets=()):
        self.said, self.shown = said, outlets

    def quoted(self, *, day):
        return self.said

    def outlets(self):
        return self.shown


def test_a_front_page_knows_nothing_of_what_came_later():
    story = Story(id=1, title="Мост", members=(member(1), member(2, NOON + timedelta(hours=1)), member(3, None)))
    assert [one.article for one in as_of(story, EDITION).members] == [1, 3]


def test_the_first_minute_of_the_next_day_is_no_news_of_this_one():
    midnight = datetime(2026, 11, 7, tzinfo=UTC)
    story = Story(id=1, title="Мост", members=(member(1), member(2, midnight)))
    assert [one.article for one in as_of(story, msgspec.structs.replace(EDITION, at=midnight)).members] == [1]


def test_who_was_first_is_said_by_those_whose_hour_is_known():
    vague = msgspec.structs.replace(member(1, datetime(2026, 11, 6, tzinfo=UTC)), day_only=True)
    story = Story(id=1, title="Мост", members=(vague, member(2)))
    assert [one.article for one in dated_members(story)] == [2]
    assert [one.article for one in dated_members(Story(id=1, title="Мост", members=(vague,)))] == [1]
    assert [one.article for one in sorted([member(3, None), vague, member(2)], key=when)] == [2, 1, 3]


def test_who_came_out_at_midnight_is_known_to_the_hour():
    midnight = member(1, datetime(2026, 11, 6, tzinfo=UTC))
    vague = msgspec.structs.replace(midnight, article=3, day_only=True)
    story = Story(id=1, title="Мост", members=(midnight, member(2), vague))
    assert [one.article for one in dated_members(story)] == [1, 2]


def test_an_outlet_of_which_only_the_day_is_known_is_not_silent_before_that_day_is_a_day_ago():
    yesterday = datetime(2026, 11, 5, tzinfo=UTC)
    outlets = [(Outlet("Курьер", "Курьер"), 1, yesterday), (Outlet("Маяк", "Маяк"), 1, yesterday + timedelta(hours=1))]
    at = datetime(2026, 11, 6, 20, tzinfo=UTC)
    assert [silence.outlet for silence in silences(Shelf(outlets=outlets), at)] == ["Маяк"]
    assert len(silences(Shelf(outlets=outlets), at + timedelta(hours=5))) == 2


def test_a_headline_is_in_the_readers_language_or_else_the_storys_own():
    heads = {
        article: Headline(article, title, "", "Вестник", NOON, language, 1)
        for article, title, language in [(1, "Мост", "ru"), (2, "Міст", "uk"), (3, None, "en")]
    }
    story = Story(id=1, title="Мост", members=tuple(member(article, title=heads[article].title) for article in heads))
    assert [head_of(story, Heads(heads, code)).title for code in ("ru", "uk", "en")] == ["Мост", "Міст", "Мост"]


def test_the_strongest_statement_is_a_named_persons_claim_and_no_background():
    said = [
        quoted(1, "да", speaker=None, speaker_kind="unnamed"),
        quoted(2, "вчера", background=True),
        quoted(5, "мост упал", kind="indirect", stance="denied"),
        quoted(3, "косвенно сказал это", kind="indirect"),
        quoted(4, "прямо сказал это"),
    ]
    story = Story(id=1, title=None, members=())
    assert strongest(said, story, "ru").article == 4
    assert strongest(said[:3], story, "ru") is None


def test_each_voice_is_heard_once_the_readers_language_first():
    said = [quoted(1, "This is a bridge", "Ivanov", language="en"), quoted(2, "Это мост"), quoted(3, "И это мост")]
    assert [one.article for one in heard_on(Shelf(said), DAY, (), "ru")] == [3, 1]
    assert [one.article for one in heard_on(Shelf(said), DAY, (said[2],), "ru")] == [2, 1]


def test_what_is_past_is_not_coming_and_a_plan_of_a_story_is_told_once():
    timeline = (
        Entry("2026-11-05", "planned", "вчера", 1),
        Entry("2026-11-09", "planned", "сесія", 2),
        Entry("2026-11-09T10:00:00+00:00", "planned", "сессия", 1),
        Entry("2026-11-08", "event", "мост", 1),
    )
    heads = Heads({n: Headline(n, "", "", None, None, code, 1) for n, code in [(1, "ru"), (2, "uk")]}, "ru")
    coming = planned([Story(id=1, title=None, members=(), timeline=timeline)], DAY, heads)
    assert [one.entry.words for one in coming] == ["сессия"]


def test_an_outlet_is_silent_after_a_day():
    outlets = [
        (Outlet("Вестник", "Вестник"), 3, NOON - timedelta(hours=23)),
        (Outlet("Голос", "Голос"), 3, NOON - timedelta(hours=25)),
        (Outlet("Рэха", "Рэха"), 3, NOON - timedelta(days=9)),
        (Outlet("Архив", "Архив"), 3, NOON - timedelta(days=3_000)),
        (Outlet("Без дат", "Без дат"), 3, None),
    ]
    assert [silence.outlet for silence in silences(Shelf(outlets=outlets), NOON)] == ["Рэха", "Голос"]
