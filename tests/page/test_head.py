"""Small pages: whom, when and what their heads and the lines around the headline tell."""

import json
from datetime import UTC, datetime

import pytest
from selectolax.lexbor import LexborHTMLParser

from letopis.gather.files import capture_of
from letopis.model import Article
from letopis.page import read
from letopis.page.bylines import is_name
from letopis.page.head.printed import led_names, other_hands
from letopis.page.head.stamps import iso_of, plain_day
from letopis.page.head.top import Top
from letopis.page.head.writers import cleaned, names_in
from letopis.page.head.yearless import yearless_of
from letopis.page.tree import Element, Grove, Leaf

TITLE = "The bridge over the river Luga opens again"
BODY = "".join(
    f"<p>{line}</p>"
    for line in (
        "The bridge over the river Luga was opened to carts and people on Tuesday, two years after the flood took it away.",
        "Some forty people crossed it in the first hour, among them the miller, whose boat had carried everybody so far.",
        "The town paid for the stone and the villages on the other side for the timber, as they had agreed after the flood.",
        "A second bridge is to follow in the next summer, if the winter leaves the piles where the carpenters drove them.",
    )
)


def article(*, url="file:///page.html", title=TITLE, data=None, **lines):
    """Read a page of our own with lines where a test wants them: in its head, above, below or after its headline."""
    told = f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **data})}</script>' if data else ""
    head, above, below, after = (lines.get(place, "") for place in ("head", "above", "below", "after"))
    page = (
        f'<html lang="en"><head><title>{title}</title>{told}{head}</head><body>{above}'
        f"<article><h1>{lines.get('heading', title)}</h1>{below}{BODY}</article>{after}</body></html>"
    )
    found = read(capture_of(url, page.encode(), "page.html"))
    assert isinstance(found, Article), found
    return found


def names(**page):
    return [author.name for author in article(**page).authors]


def day(**page):
    published = article(**page).published
    return published and published.value


@pytest.mark.parametrize("name", ["Ben Adler", "Al Hill", "Amrit Das"])
def test_some_first_names_look_like_the_particles_of_others(name):
    assert is_name(name)


@pytest.mark.parametrize(
    ("line", "hands"),
    [
        ("Ann Lee. Contact: Jo Hill", "Contact: Jo Hill"),
        ("Editor : Jo Hill", "Editor : Jo Hill"),
        ("Bild: Nord/JO HILL", "Bild: Nord/JO HILL"),
        ("Text und Foto: Jo Hill", "Foto: Jo Hill"),
        ("Текст и фото: Нина Озерова", ""),
        ("Topic: Jo Hill", ""),
    ],
)
def test_who_did_not_write_stands_behind_what_was_done(line, hands):
    assert other_hands(line) == hands


def test_a_post_runs_on_after_a_name():
    assert cleaned("Ann Lee Senior Writer") == "Ann Lee"
    assert names_in("Ann Lee, Senior Director, Print, Listok") == ["Ann Lee"]


def test_a_sentence_about_an_author_is_no_byline():
    told = "Author Ann Lee, from the other side, said she had crossed the old bridge every day of her life until the flood came."
    assert led_names(told) == ()
    assert led_names("Author: Ann Lee") == ("Ann Lee",)


def test_a_sentence_that_links_to_somebody_is_no_byline():
    assert names(below='<p>Will <a href="/people/ann-lee">Ann Lee</a> ever cross the new bridge?</p>') == []
    assert names(below='<p><a href="/people/ann-lee">Ann Lee</a></p>') == ["Ann Lee"]


def test_an_editor_whom_data_call_the_author_gives_way_to_the_byline():
    data = {"author": {"@type": "Person", "name": "Jo Hill"}}
    assert names(data=data, below='<div class="author">Ann Lee</div>', after="<div>Editor : Jo Hill</div>") == [
        "Ann Lee"
    ]
    assert names(data=data, below='<div class="author">Ann Lee</div>') == ["Jo Hill"]


def test_a_photographer_among_the_authors_of_data_is_none_unless_the_byline_names_him():
    data = {"author": [{"name": "Ann Lee"}, {"name": "Jo Hill"}]}
    assert names(data=data, below="<p>By Ann Lee</p><p>Photography by Jo Hill</p>") == ["Ann Lee"]
    assert names(data=data, below="<p>Jo Hill | River desk</p><p>By Ann Lee</p><p>Photo: Jo Hill</p>") == [
        "Ann Lee",
        "Jo Hill",
    ]


def test_an_agency_beside_a_person_counts_where_it_is_printed():
    data = {"author": [{"name": "Ann Lee"}, {"name": "River Press Agency"}]}
    assert names(data=data, below="<p>By Ann Lee, River Press Agency</p>") == ["Ann Lee", "River Press Agency"]
    assert names(data=data, below="<p>By Ann Lee</p>") == ["Ann Lee"]


def test_a_byline_with_more_names_and_titles_than_the_data_stands():
    data = {"author": {"name": "Ann Lee"}}
    assert names(data=data, below="<p>Written by Dr Ann Lee, Dr Tom Hill</p>") == ["Dr Ann Lee", "Dr Tom Hill"]


@pytest.mark.parametrize(
    "below",
    [
        "<p>Ann Lee</p><p>Updated on 5 May 2026</p>",
        "<p>Ann Lee | River correspondent | May 5, 2026</p>",
        "<p>5 May 2026 • Ann Lee in Rivers and Bridges</p>",
    ],
)
def test_a_name_beside_a_date_below_the_headline_is_a_byline(below):
    assert names(below=below) == ["Ann Lee"]


def test_a_name_below_the_headline_that_an_author_s_box_repeats_is_a_byline():
    box = '<div class="author-box"><p>Ann Lee</p><p>Ann Lee writes of rivers.</p></div>'
    assert names(below="<p>Ann Lee</p>", after=box) == ["Ann Lee"]
    assert names(below="<p>Ann Lee</p>") == []


def test_a_section_or_a_picture_s_maker_beside_a_date_is_none():
    assert names(below="<p>River Life | May 5, 2026</p>", data={"articleSection": "River Life"}) == []
    assert names(below='<p><a href="/river-life">River Life</a> | May 5, 2026</p>') == []
    assert names(below="<p>Copyright Ann Lee</p><p>5 May 2026</p>") == []


def test_the_marked_writer_of_a_teaser_is_not_the_article_s():
    far = BODY * 5
    teaser = '<div>Rivers and mills <span itemprop="author">Ann Lee</span> 21 May 2025</div>'
    box = '<div><span itemprop="author">Ann Lee</span> writes of rivers</div>'
    assert names(below=far, after=teaser) == []
    assert names(below=far, after=box) == ["Ann Lee"]


def test_who_put_an_article_of_the_house_on_the_site_did_not_write_it():
    head = '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ann Lee">'
    house = {"author": {"name": "listok.example BrandRoom"}}
    assert names(head=head) == ["Ann Lee"]
    assert names(head=head, data=house) == []


def test_a_paper_with_an_article_before_its_name_is_no_person():
    head = '<meta property="og:site_name" content="The Luga Post">'
    assert names(head=head, data={"author": {"@type": "Person", "name": "The Luga Post"}}) == []


def test_a_number_may_be_part_of_an_office_s_name():
    assert names(below='<div class="author"><a href="/autoren/lu24">LU24 Redaktion</a></div>') == ["LU24 Redaktion"]


def test_a_list_of_who_made_the_site_names_no_author():
    assert names(head='<meta name="author" content="text: Listok, design: Ann Lee, code: Tom Hill">') == []


def test_a_name_set_to_the_right_below_the_article_signs_it():
    assert names(after="<p><strong>Ann Lee</strong></p>") == []
    assert names(after='<p style="text-align: right"><strong>Ann Lee</strong></p>') == ["Ann Lee"]


@pytest.mark.parametrize(
    ("told", "read_as"),
    [
        ("20120105T0003+0400Z", "2012-01-05T00:03:00+04:00"),
        ("20120105", "2012-01-05"),
        ("1704067200", "2024-01-01T00:00:00+00:00"),
    ],
)
def test_a_time_without_hyphens_is_one(told, read_as):
    assert iso_of(told) == read_as


def test_a_date_in_words_or_with_a_day_above_twelve_can_be_read_in_one_way_only():
    assert plain_day("Feb 08, 2022") == "2022-02-08"
    assert plain_day("13/11/2025 09:21:40") == "2025-11-13"
    assert plain_day("03/09/2026") is None


def test_data_may_say_a_day_in_words():
    assert day(data={"datePublished": "Feb 08, 2022"}, below="<p>July 16, 2025</p>") == "2022-02-08"


def test_of_the_days_in_data_the_one_that_the_page_prints_as_its_date_is_meant():
    head = '<meta name="date" content="November 14, 2023">'
    data = {"datePublished": "2022-07-04T10:45:00-07:00"}
    assert day(head=head, data=data, below="<p>Nov 14, 2023 3:30 am</p>") == "2023-11-14"
    assert day(head=head, data=data) == "2022-07-04T10:45:00-07:00"
    changed = {**data, "dateModified": "2023-11-14T05:00:00-07:00"}
    assert day(data=changed, below="<p>Nov 14, 2023</p>") == "2023-11-14T05:00:00-07:00"
    assert day(data=changed, below="<p>Updated Nov 14, 2023</p>") == "2022-07-04T10:45:00-07:00"


def test_the_day_in_the_masthead_does_not_move_the_one_that_data_and_address_agree_on():
    page = {"data": {"datePublished": "2023-12-20T08:39:35+02:00"}, "above": "<div>December 21, 2023</div>"}
    assert day(**page, url="https://listok.example/2023/12/20/bridge/") == "2023-12-20T08:39:35+02:00"


def test_a_clock_that_differs_by_odd_minutes_tells_no_zone():
    page = {"data": {"datePublished": "2023-12-22T16:24:00+00:00"}, "below": "<p>Saturday 23 December 2023 05:36</p>"}
    assert day(**page) == "2023-12-23"


def test_the_words_of_a_time_element_say_which_day_it_is_there():
    time = '<time datetime="2026-02-24T04:13:00Z">February 23, 2026</time>'
    assert day(below=f"<p>{time}</p>") == "2026-02-23"


def test_a_meta_tag_may_tell_by_its_name_that_it_holds_the_day():
    assert day(head='<meta name="w-published-date" content="2025-05-27T06:03:43Z">') == "2025-05-27T06:03:43+00:00"
    assert day(head='<meta name="x-updated" content="2025-05-27T06:03:43Z">') is None


def test_a_line_that_says_when_an_article_was_published_is_believed_before_a_bare_date():
    after = "<p>This article was originally published on 26 Sep 2019 and has been kept up to date since.</p>"
    assert day(below="<p>30 Sep 2022, 11:07</p>", after=after) == "2019-09-26"


def test_the_day_of_the_visit_in_the_masthead_is_not_the_article_s():
    visit = '<div class="date">10 April 2013</div>'
    assert day(above=visit + "<p>Rivers</p>" * 5, below="<p>6 January 2012</p>") == "2012-01-06"
    assert day(above=visit + "<p>6 January 2012</p>") == "2012-01-06"


def test_a_bare_day_right_after_the_article_comes_before_one_that_it_tells_of():
    told = "<p>The old bridge had stood there since the spring flood of 5 August 1911, when it was built.</p>"
    assert day(below=told, after="<p>4 January 2012, 14:11</p>") == "2012-01-04"


def test_a_day_may_stand_beside_the_name_of_its_source_but_not_in_a_caption():
    assert day(below='<div class="source">River Press 2012-01-06 08:30</div>') == "2012-01-06"
    caption = "The bridge before the flood took it away, seen from the mill on the other side on 6 January 2012"
    assert day(below=f'<div class="caption">{caption}</div>') is None


YEARLESS = [
    ("25 ноября в 16:27 | Река", "2025-11-25"),
    ("Nov. 25, 4:27 p.m.", "2025-11-25"),
    ("12 мая, 09:40", "2026-05-12"),
    ("25 ноября", None),
    ("25 мостов, 16:27", None),
]


@pytest.mark.parametrize(("line", "found"), YEARLESS)
def test_a_day_without_a_year_is_the_last_one_before_the_page_was_fetched(line, found):
    head = [Leaf("The bridge opens again", 0, 0, 0, 0, ()), Leaf(line, 0, 0, 0, 0, ()), Leaf(BODY, 0, 0, 0, 0, ())]
    element = Element(-1, "body", 0, 0, 0, hidden=False)
    top = Top(Grove(LexborHTMLParser(""), [element], [], [2], head, []), [2], 0)
    assert yearless_of(top, "ru", datetime(2026, 5, 14, tzinfo=UTC)) == found
    assert yearless_of(top, "ru", None) is None


def test_a_greek_line_that_says_published_is_believed_before_the_masthead():
    above = '<div class="date">24 Ιανουαρίου 2012</div>'
    assert day(above=above, below="<p>ΔΗΜΟΣΙΕΥΣΗ: 15/01/2012, 13:46</p>") == "2012-01-15"


def test_the_days_of_other_articles_are_not_this_one_s():
    others = "".join(f'<li><a href="/{at}">{at} March 2026 The mill turns again</a></li>' for at in range(3, 9))
    assert day(after=f"<ul>{others}</ul>") is None


def test_a_headline_may_say_in_other_words_what_titles_say():
    told = {
        "title": "Wanderers rejoice: carts cross the Luga | Listok",
        "heading": "After two years carts roll over the river",
    }
    assert article(**told).title == "After two years carts roll over the river"


def test_a_heading_of_the_article_s_own_is_not_its_headline():
    title = "The bridge opens again | Listok"
    below = "<h1>What people say of bridges and their builders</h1>"
    found = article(title=title, heading="Blog", below=f"<h3>The bridge opens again</h3>{below}")
    assert found.title == "The bridge opens again"


def test_a_headline_keeps_its_article_and_its_last_word():
    assert article(title="Best bridges of the year", heading="The Best Bridges of the Year").title.startswith(
        "The Best"
    )
    found = article(title="Fifty ways over a river | Listok", heading="Fifty ways over a river dry-shod")
    assert found.title == "Fifty ways over a river dry-shod"


def test_a_label_behind_a_bar_is_no_part_of_the_headline():
    found = article(
        title="Build the second bridge now | Editorial", heading="Opinion | Build the second bridge now | Editorial"
    )
    assert found.title == "Build the second bridge now"


def test_of_two_top_headings_the_one_that_is_the_title_is_the_headline():
    head = '<meta property="og:title" content="The bridge opens again">'
    longer = "The bridge opens again. Who pays, who gains and who must wait"
    found = article(head=head, title=longer, heading=longer, below="<h1>The bridge opens again</h1>")
    assert found.title == "The bridge opens again"


DATELINES = [
    ("06.05.2026, Goryansk 08:34:40 The second bridge over the Luga will be begun in June.", "2026-05-06"),
    ("Goryansk, 6 May 2026, 08:34 — The second bridge over the Luga will be begun in June.", "2026-05-06"),
    ("On 6 May 2026, 08:34 was the hour at which the water stood highest at the piles.", None),
    ("6 May 2026, at 08:34, was the hour at which the water stood highest at the piles.", None),
    ("06.05.2026 is the day on which the second bridge over the Luga will be begun.", None),
]


@pytest.mark.parametrize(("line", "found"), DATELINES)
def test_an_article_may_begin_with_its_day_and_hour(line, found):
    assert day(below=f"<p>{line * 3}</p>") == found


def test_what_a_button_asks_of_readers_is_no_author():
    assert names(below='<div class="author-and-share"><a href="/live-tv/">WATCH LIVE</a></div>') == []
    assert names(below='<div class="links"><a href="/feed/editors/7">RSS</a></div>') == []
    assert led_names("By Ann Lee December 2, 2025") == ("Ann Lee",)
    assert led_names("By Ann May 2, 2025") == ("Ann May",)


def test_a_kicker_that_another_title_lacks_is_no_part_of_the_headline():
    head = f'<meta property="og:title" content="{TITLE}">'
    kicked = f"After the flood: {TITLE}"
    assert article(title=kicked, head=head, heading="", below=f"<p>{kicked}</p>").title == TITLE


WHOLES = [
    ("The bridge is open: a guide", "All of it: the bridge is open", "All of it: the bridge is open"),
    ("The bridge is open: who built it, how and why", "Open at last", "The bridge is open: who built it, how and why"),
]


@pytest.mark.parametrize(("title", "heading", "found"), WHOLES)
def test_words_before_a_colon_are_not_the_whole_headline(title, heading, found):
    assert article(title=title, heading=heading, below="<h2>The bridge is open</h2>").title == found


def test_the_day_below_a_headline_with_a_kicker_is_the_article_s():
    head = f'<meta property="og:title" content="{TITLE}">'
    below = f"<div>After the flood - {TITLE}</div><div>Do 25.04.24 | 14:07 Uhr</div><figcaption>River Press | 24.04.2024</figcaption>"
    assert day(title=f"After the flood: {TITLE}", head=head, heading="", below=below) == "2024-04-25"
