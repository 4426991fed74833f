"""Small pages: the pictures of an article, what is written under them and who gave them."""

import pytest

from letopis.gather.files import capture_of
from letopis.model import Article
from letopis.page import read
from letopis.page.bylines import without_lead
from letopis.page.layout.credits import formed, worded

LINES = (
    "The bridge over the river Luga was opened to carts and people on Tuesday, two years after the flood took it away.",
    "Some forty people crossed it in the first hour, among them the miller, whose boat had carried everybody so far.",
    "The town paid for the stone and the villages on the other side for the timber, as they had agreed after the flood.",
)
BODY = [f"<p>{line}</p>" for line in LINES]


def images(picture):
    """Read a page of our own with a picture between its lines."""
    page = f"<html><body><article><h1>The bridge is open again</h1>{BODY[0]}{picture}{BODY[1]}{BODY[2]}</article></body></html>"
    found = read(capture_of("file:///page.html", page.encode(), "page.html"))
    assert isinstance(found, Article), found
    return [(image.caption, image.credit) for image in found.images]


def test_a_paragraph_in_what_is_called_a_caption_is_one():
    frame = '<div class="box"><img src="/bridge.jpg"><button>Enlarge</button></div>'
    words = '<div class="caption"><p>The bridge on its first morning. Photo: Ann Lee</p></div>'
    assert images(f"<div>{frame}{words}</div>") == [("The bridge on its first morning.", "Ann Lee")]


def test_a_line_that_is_nothing_but_a_picture_house_is_a_credit():
    words = "<div>The bridge on its first morning</div><div>Getty Images</div>"
    assert images(f'<div><div><img src="/bridge.jpg"></div>{words}</div>') == [
        ("The bridge on its first morning", "Getty Images")
    ]


def test_an_icon_on_a_button_is_no_picture_of_the_article():
    assert images('<button><img src="/zoom.svg"></button>') == []
    assert images('<figure><button><img src="/bridge.jpg"></button></figure>') == [(None, None)]


def test_the_byline_under_a_portrait_is_no_caption():
    portrait = (
        '<figure><a href="/autoren/ann-lee"><img src="/ann.jpg"></a><figcaption>Von Ann Lee</figcaption></figure>'
    )
    assert images(portrait) == []


SPLIT = [
    ("Die Straße über den Fluss. (Quelle: Ann Weiß)", "Die Straße über den Fluss.", "Ann Weiß"),
    (
        "The bridge. (Photo: Ann Lee / River Photo / City Photo. Courtesy of the town)",
        "The bridge.",
        "Ann Lee / River Photo / City Photo. Courtesy of the town",
    ),
    (
        "(Photos by River Press; photo illustration by Ann Lee)",
        None,
        "River Press; photo illustration by Ann Lee",
    ),
    ("The bridge © Ann Lee/© 2024 River Press", "The bridge", "Ann Lee/© 2024 River Press"),
]


@pytest.mark.parametrize(("line", "caption", "credit"), SPLIT)
def test_all_of_a_credit_stands_apart_from_its_caption(line, caption, credit):
    assert worded(line) == (caption, credit)


def test_a_korean_caption_ends_in_its_photographer():
    assert formed("다리가 다시 열렸다. 나루터 기자") == ("다리가 다시 열렸다.", "나루터 기자")
    assert formed("다리가 다시 열렸다. 사람들이 강을 건넜다") == ("다리가 다시 열렸다. 사람들이 강을 건넜다", None)


def test_a_byline_with_a_sharp_s_loses_its_first_word():
    assert without_lead("Von Ann Weiß") == "Ann Weiß"
