"""A story's page says what was first as first, and each thing once, in the reader's language."""

from datetime import UTC, datetime

from letopis.archive.base import Quoted
from letopis.archive.finding.asking import Headline
from letopis.model import Entry, Member, Said, Story, Wording
from letopis.portal.views.standing import Heads
from letopis.portal.views.tale import days_of, heard_from, people_of, told_once

LANGUAGES = {1: "ru", 2: "uk", 3: "be"}
HEADS = {number: Headline(number, None, "", None, None, code, 1) for number, code in LANGUAGES.items()}
ARREST = Entry("2026-11-03", "event", "Суд арестовал таможенника.", 1, "arrest")


def test_an_article_without_an_hour_does_not_open_its_day():
    day = Entry("2026-11-03", "report", "К вечеру", 1)
    morning = Entry("2026-11-03T08:00:00+03:00", "report", "Утром", 2)
    [(_, lines)] = days_of([day, morning, ARREST], UTC)
    assert [line.words for line in lines] == ["Суд арестовал таможенника.", "Утром", "К вечеру"]


def test_what_several_languages_tell_is_told_once_in_the_readers():
    told = [ARREST, Entry("2026-11-03", "event", "Суд заарештував митника.", 2, "arrest")]
    assert told_once(told, Heads(HEADS, "uk")) == [told[1]]
    assert told_once(told, Heads(HEADS, "en")) == told_once(told, Heads(HEADS, "ru")) == [told[0]]


def test_what_one_language_tells_apart_and_other_days_and_kinds_all_stand():
    told = [
        ARREST,
        Entry("2026-11-03", "event", "Задержан и водитель.", 1, "arrest"),
        Entry("2026-11-04", "event", "Суд заарештував митника.", 2, "arrest"),
        Entry("2026-11-03", "planned", "Суд заарештує митника.", 2, "arrest"),
        Entry("2026-11-03T08:00:00+03:00", "report", "Арест", 1),
        Entry("2026-11-03T08:00:00+03:00", "report", "Арешт", 2),
    ]
    assert told_once(told, Heads(HEADS, "be")) == told


def quoted(article, statement, words):
    return Quoted(
        article=article, statement=statement, kind="direct", words=words, speaker="Иванов", speaker_kind="person",
        role=None, person=1, medium=(), background=False, outlet="Маяк", title=None,
        published=datetime(2026, 11, 3, tzinfo=UTC), language="ru", story=1,
    )  # fmt: skip


def test_what_an_article_prints_twice_is_one_wording_the_longest():
    cut, whole, other = quoted(1, 0, "Мост закрыт"), quoted(1, 3, "Мост закрыт до пятницы"), quoted(2, 0, "Мост закрыт")
    at = {(one.article, one.statement): one for one in (cut, whole, other)}
    wordings = tuple(Wording(one.article, one.statement, one.words, "Маяк") for one in (cut, whole, other))
    heard = heard_from(Said("Иванов", None, wordings), at)
    assert (heard.quoted, [variant.quoted for variant in heard.variants]) == (whole, [other])


class Casts:
    """An archive that knows who is named in three articles."""

    def cast(self, article):
        return [{}, {"Павел Гринь": 7, "Гринь": 7}, {"Павло Гринь": 7}, {"Павел Грынь": 7}][article]


def test_a_storys_people_are_called_once_and_as_the_readers_language_calls_them():
    members = tuple(Member(article, "Маяк", "Маяк", None, None, 0.5) for article in LANGUAGES)
    story = Story(id=1, title=None, members=members, people=("Павел Гринь", "Некто", "Павло Гринь"))
    assert list(people_of(Casts(), story, Heads(HEADS, "be"))) == [("Павел Грынь", 7), ("Некто", None)]
    assert list(people_of(Casts(), story, Heads(HEADS, "en"))) == [("Павел Гринь", 7), ("Некто", None)]
