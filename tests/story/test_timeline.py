"""A timeline tells reports, happenings, plans, background and edits in the order of time."""

from datetime import date

from letopis.model import Member
from letopis.story import Wrote
from letopis.story.timeline import timeline_of

NEWS = "Гости прибыли во вторник. Переговоры идут."


def lines(reports, members=()):
    return [(entry.when, entry.kind, entry.article) for entry in timeline_of(reports, members)]


def test_reports_and_happenings_stand_in_the_order_of_time(report, happening):
    done = happening(NEWS, "Гости прибыли во вторник.", date(2026, 11, 3))
    planned = happening(NEWS, "Переговоры идут.", date(2026, 11, 9), status="planned")
    past = happening(NEWS, "Гости прибыли во вторник.", date(2025, 5, 1), background=True)
    reports = [
        report(1, NEWS, title="Гости здесь", published="2026-11-03T12:00:00+03:00", record=done),
        report(2, NEWS, published="2026-11-03", record=planned),
        report(3, NEWS, published=None, record=past),
    ]
    assert lines(reports) == [
        ("2025-05-01", "background", 3),
        ("2026-11-03", "event", 1),
        ("2026-11-03T12:00:00+03:00", "report", 1),
        ("2026-11-03", "report", 2),
        ("2026-11-09", "planned", 2),
    ]


def test_one_happening_in_two_outlets_is_one_line(report, happening):
    other = "Во вторник гости прибыли в город."
    reports = [
        report(1, NEWS, record=happening(NEWS, "Гости прибыли во вторник.", date(2026, 11, 3)), published=None),
        report(2, other, record=happening(other, other, date(2026, 11, 3)), published=None),
    ]
    assert lines(reports) == [("2026-11-03", "event", 1)]


def test_a_plan_for_a_day_already_over_is_background(report, happening):
    plan = happening(NEWS, "Переговоры идут.", date(2026, 11, 3), status="planned")
    kinds = [lines([report(1, NEWS, published=day, record=plan)])[0][1] for day in ("2026-11-03", "2026-11-04")]
    assert kinds == ["planned", "background"]


def test_a_reprint_tells_nothing_of_its_own(report, happening):
    done = happening(NEWS, "Гости прибыли во вторник.", date(2026, 11, 3))
    copy = Member(1, "Маяк", "Маяк", None, None, 1.0, reprints=7)
    assert lines([report(1, NEWS, record=done)], [copy]) == []


def test_an_edit_says_what_is_new(report):
    versions = (
        Wrote(None, "Гости", "Гости прибыли."),
        Wrote("2026-11-03T10:00:00+00:00", "Гости", "Гости прибыли. Подписан договор."),
        Wrote(None, "Гости", "Гости прибыли. Подписан договор. Погода хорошая."),
        Wrote("2026-11-03T20:00:00+03:00", "Гости уехали", "Гости прибыли. Подписан договор. Гости уехали."),
    )
    edited = report(1, NEWS, published=None, versions=versions)
    assert [(entry.when, entry.words) for entry in timeline_of([edited], [])] == [
        ("2026-11-03T10:00:00+00:00", "Подписан договор."),
        ("2026-11-03T20:00:00+03:00", "Гости уехали."),
    ]


def test_a_happening_leads_to_its_place_in_the_record(report, happening):
    record = happening(NEWS, "Гости прибыли во вторник.", date(2026, 11, 3))
    [entry] = [entry for entry in timeline_of([report(1, NEWS, record=record)], ()) if entry.kind == "event"]
    assert (entry.about, entry.event) == ("visit", 0)
