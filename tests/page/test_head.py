"""Small pages: whom, when and what their heads and the lines around the headline tell."""

import json

from letopis.gather.files import capture_of
from letopis.model import Article
from letopis.page import read

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
