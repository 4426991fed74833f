"""What tells an article's leaves from others: how texts look, which leaves are taken, what leads away from them."""

import numpy as np
import pytest

from letopis.gather.files import capture_of
from letopis.page import read
from letopis.page.facts import said_by
from letopis.page.labels.choice import gathered, likeliest
from letopis.page.labels.hints import hints_of
from letopis.page.labels.letters import looks_of
from letopis.page.labels.net import chances
from letopis.page.labels.traits import traits_of
from letopis.page.layout.asides import before_comments, uncommented, without_asides
from letopis.page.lists.teasers import headlines_of
from letopis.page.tree import grove

FIRST = "The harbour of Goryansk reopened on Monday after three weeks of repairs to the northern pier, the port said."
SECOND = "Two ferries had waited outside since dawn, and the first of them tied up at noon to applause from the quay."
THIRD = (
    "The pier was damaged by a storm in the spring; the city will pay for a third of the work, the port for the rest."
)


def rows(values):
    return np.array(values, dtype=np.float32)


def test_letters_are_counted_leaf_by_leaf():
    looks = looks_of(["Ab, c, d. 12", "РЕЧЬ", "— Да!»", "小泉首相在东京"])
    commas, _, _, digits, ended = looks.columns[:5]
    assert commas == pytest.approx([2 / 4.6, 0, 0, 0])
    assert digits == pytest.approx([2 / 12, 0, 0, 0])
    assert ended.tolist() == [0, 0, 1, 0]
    assert looks.columns[6].tolist() == [0, 1, 0, 0]
    assert looks.sizes.tolist() == [12, 4, 6, 21]


def test_less_certain_leaves_come_in_where_nothing_is_sure():
    sizes = rows([100, 100, 100, 100])
    assert likeliest(rows([0.99, 0.97, 0.3, 0.01]), sizes) == [0, 1]
    assert likeliest(rows([0.45, 0.4, 0.35, 0.01]), sizes) == [0, 1, 2]
    assert likeliest(rows([0.02, 0.01, 0.01, 0.01]), sizes) == []


def test_what_stands_far_from_the_headline_is_left_out():
    mass, alike = rows(np.full(200, 100.0)), np.zeros(200, dtype=np.int64)
    near, far = [11, 12, 13, 14], [150, 151, 152, 153, 154]
    assert gathered([*near, *far], mass, alike, 10) == [*near, *far]
    alike[100:] = 1
    assert gathered([*near, *far], mass, alike, 10) == near
    assert gathered([*near, *far], mass, alike, -1) == [*near, *far]
    assert gathered([*near, 20, 21, 22], mass, alike, 10) == [*near, 20, 21, 22]


def test_the_headline_is_the_heading_that_the_title_has():
    page = grove(
        "<html><head><title>Harbour opens again - Gazette</title><meta name=description content='Two ferries waited.'>"
        f"<body><h1>Gazette</h1><h2>Harbour opens again</h2><p>Two ferries waited.<p>{FIRST}"
    )
    assert traits_of(page, hints_of(said_by(page.tree, None))).head == 1


@pytest.mark.parametrize("html", ["<p>x", "<p>…<img src=a.png>", "<table><tr><td>1<td>2", "x" * 70_000])
def test_any_page_with_words_gets_a_chance_for_each_leaf(html):
    page = grove(html)
    found = chances(traits_of(page, hints_of(said_by(page.tree, None))))
    assert len(found) == len(page.leaves)
    assert ((found >= 0) & (found <= 1)).all()


POINTERS = [
    ('<p><b><a href="/a">{}</a></b></p>', "Les også: Slik ble havnen bygget om i vinter", False),
    ('<p><a href="/a">{}</a></p>', "(Here is how the pier was built in the first place.)", False),
    ('<div><span>Read also</span><a href="/a">{}</a></div>', "How the harbour was rebuilt over the winter", False),
    ('<p><a href="/a">{}</a></p>', "The report of the port on the state of all its piers", True),
    ("<p><b>{}</b></p>", "What the port says about the state of all its piers", True),
]


@pytest.mark.parametrize(("line", "words", "stays"), POINTERS)
def test_a_link_set_apart_between_two_paragraphs_leads_away(line, words, stays):
    html = f"<html><body><article><h1>Harbour</h1><p>{FIRST}</p><p>{SECOND}</p>{line.format(words)}<p>{THIRD}</p></article>"
    article = read(capture_of("https://goryansk.example/harbour", html.encode(), "page.html"))
    assert THIRD in article.text
    assert (words in article.text) == stays


def test_what_a_page_says_over_and_over_is_no_part_of_its_article():
    lines = "<div>Article content</div>".join(f"<p>{words}</p>" for words in (FIRST, SECOND, THIRD) * 2)
    html = f"<html><body><article><h1>Harbour</h1>{lines}</article>"
    article = read(capture_of("https://goryansk.example/harbour", html.encode(), "page.html"))
    assert THIRD in article.text
    assert "Article content" not in article.text


def test_who_signs_a_post_set_into_an_article_is_no_part_of_its_text():
    post = '<blockquote><p>The pier is open again.</p>Posted by <a href="/1">Port</a> on October 31, 2026</blockquote>'
    html = f"<html><body><article><h1>Harbour</h1><p>{FIRST}</p><p>{SECOND}</p>{post}<p>{THIRD}</p></article>"
    article = read(capture_of("https://goryansk.example/harbour", html.encode(), "page.html"))
    assert "The pier is open again." in article.text
    assert "October 31" not in article.text


def test_a_text_ends_where_its_page_asks_for_money_to_read_on():
    wall = "<h3>This article is for subscribers only</h3><p>Join us for the price of a ferry ticket a month.</p>"
    html = f"<html><body><article><h1>Harbour</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>{wall}</article>"
    article = read(capture_of("https://goryansk.example/harbour", html.encode(), "page.html"))
    assert article.text.endswith(THIRD)
    assert article.access == "truncated"


BUILT = [
    ('<div class="t-title">The first day</div>', True),
    ('<div class="t-title">The first day</div><div class="t-text"><a href="/a">More of it</a></div>', False),
    ('<div class="share"><div class="t-title">The first day</div></div>', False),
    ('<div class="t-title"><a href="/a">The first day</a></div>', False),
    ('<div class="t-text">The first day</div>', False),
]


@pytest.mark.parametrize(("box", "stays"), BUILT)
def test_a_heading_may_be_one_by_its_name_alone_in_a_box_of_its_own(box, stays):
    texts = [f'<div class="t-text">{words}</div>' for words in (FIRST, SECOND, THIRD, FIRST[::-1])]
    boxes = "".join(f'<div class="rec"><div class="col">{each}</div></div>' for each in (*texts[:2], box, *texts[2:]))
    html = f"<html><body><h1>Harbour</h1><div>{boxes}</div>"
    article = read(capture_of("https://goryansk.example/harbour", html.encode(), "page.html"))
    blocks = {(block.kind, block.span.of(article.text)) for block in article.blocks}
    assert (("heading", "The first day") in blocks) == stays


@pytest.mark.parametrize("name", ["main-menu", "layout"])
def test_a_table_that_is_called_a_menu_is_read_where_the_page_holds_nothing_else(name):
    cells = "".join(f"<p>{words}</p>" for words in (FIRST, SECOND, THIRD))
    html = f'<html><body><table class="{name}"><tr><td><h1>Harbour</h1>{cells}</td></tr></table>'
    article = read(capture_of("https://goryansk.example/harbour", html.encode(), "page.html"))
    assert THIRD in article.text


READERS = "<div><div><div class='c'>Ship-lover: I was there at noon, and the coffee on the quay was cold again, as it is each year.</div></div></div>"
COMMENTED = [
    ("<h4>Comments (2)</h4>", False),
    ('<p><a href="#c">Comments</a></p>', True),
    ("<h4>Comments on the pier by its builder</h4>", True),
]


@pytest.mark.parametrize(("line", "stays"), COMMENTED)
def test_what_readers_wrote_below_an_article_is_no_part_of_it(line, stays):
    html = f"<html><body><article><h1>Harbour</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>{line}{READERS}{READERS}</article>"
    page = grove(html)
    found = before_comments(page, [at for at, leaf in enumerate(page.leaves) if len(leaf.text) > 60])
    assert (page.leaves[found[-1]].text.startswith("Ship-lover")) == stays


def test_an_article_that_follows_its_summary_and_the_way_to_comments_is_kept():
    html = f"<html><body><h1>Harbour</h1><div><b>{FIRST}</b></div><span>Comments (2)</span><div><p>{SECOND}</p><p>{THIRD}</p></div>"
    page = grove(html)
    kept = [at for at, leaf in enumerate(page.leaves) if len(leaf.text) > 60]
    assert before_comments(page, kept) == kept


NAMED = [
    (f'<ul id="comments-list"><li><blockquote>{SECOND}</blockquote></li></ul>', "", False),
    (f'<div class="reply"><p>{SECOND}</p></div>', f"<p>{THIRD}</p>" * 2, True),
]


@pytest.mark.parametrize(("called", "after", "stays"), NAMED)
def test_what_is_called_comments_is_left_out_behind_most_of_an_article(called, after, stays):
    page = grove(f"<html><body><h1>Harbour</h1><p>{FIRST}</p>{'' if after else f'<p>{THIRD}</p>'}{called}{after}")
    found = uncommented(page, list(range(1, len(page.leaves))))
    assert (SECOND in [page.leaves[at].text for at in found]) == stays


def test_a_page_that_is_all_called_comments_is_read():
    page = grove(f'<html><body class="has-comments"><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>')
    assert uncommented(page, [0, 1, 2]) == [0, 1, 2]


ABOVE = [("Register to unlock this article.", False), ("What the harbour offers to those who come by boat:", True)]


@pytest.mark.parametrize(("line", "stays"), ABOVE)
def test_a_list_of_what_one_gets_for_signing_in_is_left_out(line, stays):
    page = grove(
        f"<html><body><p>{FIRST}</p><div><p>{line}</p><ul><li>Letters from the harbour</li></ul></div><p>{THIRD}</p>"
    )
    found = without_asides(page, [0, 2, 3])
    assert (2 in found) == stays


@pytest.mark.parametrize(
    ("below", "stays"), [('<a href="/a">The pier before the storm</a>', False), ("Nothing.", True)]
)
def test_a_heading_of_links_goes_with_its_links(below, stays):
    page = grove(f"<html><body><p>{FIRST}</p><p>{SECOND}</p><p>More from the coast:</p><div>{below}</div>")
    assert (2 in without_asides(page, [0, 1, 2])) == stays


LASTS = [
    ("The harbour's own paper comes daily; sign up for our letter.", False),
    ("He asked us to sign a letter.", True),
]


@pytest.mark.parametrize(("line", "stays"), LASTS)
def test_a_last_line_that_asks_for_something_is_left_out(line, stays):
    page = grove(f"<html><body><p>{FIRST}</p><p>{SECOND}</p><p>{line}</p>")
    assert (2 in without_asides(page, [0, 1, 2])) == stays


def test_the_number_of_comments_that_runs_into_a_paragraph_is_no_part_of_it():
    page = grove(f'<p><a href="#c">0</a>{FIRST}<p><a href="#2">2</a> boats came.')
    assert [leaf.text for leaf in page.leaves] == [FIRST, "2 boats came."]


def test_the_links_of_a_menu_in_one_line_are_no_headline():
    menu = '<a href="/a">City news</a> | <a href="/b">Culture and arts</a> | <a href="/c">Weather on the coast</a>'
    page = grove(f'<body><p>{menu}<p><a href="/d">Two ferries wait for the tide</a>')
    assert [headline.title for headline in headlines_of(page, [])] == ["Two ferries wait for the tide"]
