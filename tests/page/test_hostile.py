"""Pages made to stall a reader: refused by a glance, or read; never an exception."""

import random
import subprocess
import sys
from pathlib import Path
from time import process_time

import msgspec
import pytest
from selectolax.lexbor import LexborHTMLParser

from letopis.gather.files import capture_of
from letopis.model import Article, FrontPage, Refusal
from letopis.page import read

GOLDEN = Path(__file__).parent.parent / "golden"
MUTATIONS = 1_500


def outcome(body):
    return read(capture_of("https://goryansk.example/1", body, "page.html"))


HOSTILE = {
    "tags inside one another": b"<div>" * 200_000,
    "bold inside bold": b"<b>" * 200_000,
    "tables in tables": b"<table><tr><td>" * 60_000,
    "bare attributes": b"<div " + b" ".join(b"a%d" % number for number in range(200_000)) + b">",
    "attributes with values": b"<div " + b" ".join(b'a%d="1"' % number for number in range(200_000)) + b">",
    "attributes that hold >": b"<div " + b" ".join(b'a%d=">"' % number for number in range(50_000)) + b">",
    "attributes that hold > inside": b"<div " + b" ".join(b'a%d="x>y"' % number for number in range(50_000)) + b">",
    "attributes that hold tags": b"<div " + b" ".join(b"a%d='<p>'" % number for number in range(50_000)) + b">",
    "attributes after spaces": b"<div " + b" ".join(b'a%d = "x>y"' % number for number in range(50_000)) + b">",
    "very many paragraphs": b"<p>text of it." * 300_000,
    "very many options": b"<select>" + b"<OPTION>x" * 100_000,
    "more bytes than a page has": b'<div a="' + b"x" * 21_000_000 + b'">',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_would_stall_a_parser_is_refused_at_once(name):
    start = process_time()
    found = outcome(HOSTILE[name])
    assert process_time() - start < 2
    assert isinstance(found, Refusal)
    assert "hostile" in found.reason or "larger" in found.reason


ODD = {
    "nothing": b"",
    "a million signs": b"<" * 1_000_000,
    "comments that never end": b"<!--" * 100_000,
    "quotation marks": b"<p>" + "«".encode() * 20_000,
    "lone surrogates": b"<p>&#xD800;&#xDFFF; text \xed\xa0\x80 and more",
    "deep JSON": b'<script type="application/ld+json">' + b"[" * 100_000 + b"</script><p>text",
    "JSON of the wrong kind": b'<script type="application/ld+json">{"@type":"Article","author":7,"headline":[]}</script>',
    "a frameset": b"<frameset><frame src=a></frameset>",
    "a date that is none": b'<meta property="article:published_time" content="2025-99-99T99:99"><p>text',
    "an address that is none": b'<link rel=canonical href="http://[::1"><p>text <a href="http://[bad">link</a>',
}


@pytest.mark.parametrize("name", ODD)
def test_odd_pages_are_read_or_refused_without_an_exception(name):
    assert isinstance(outcome(ODD[name]), Article | FrontPage | Refusal)


@pytest.mark.parametrize(
    ("media_type", "status", "reason"),
    [
        ("application/pdf", 200, "not HTML: application/pdf"),
        ("application/feed+xml", 200, "not HTML: application/feed+xml"),
        ("text/html", 404, "not found: status 404"),
    ],
)
def test_what_is_no_page_is_refused_and_the_reason_said(media_type, status, reason):
    capture = capture_of("https://goryansk.example/1", b"<p>text</p>", "page.html")
    found = read(msgspec.structs.replace(capture, media_type=media_type, status=status))
    assert found == Refusal("https://goryansk.example/1", reason)


def test_a_long_page_takes_linear_time():
    start = process_time()
    outcome(b"<p>word " * 200_000)
    assert process_time() - start < 20


MEMORY = """
import resource
from letopis.gather.files import capture_of
from letopis.page import read
def most():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
read(capture_of("https://goryansk.example/1", b"<p>" + b"The bridge is open again. " * 40, "page.html"))
before = most()
read(capture_of("https://goryansk.example/2", b"<p>" + b"word " * 1_999_000, "page.html"))
print(most() - before)
"""


def test_the_longest_page_that_is_read_takes_less_than_two_hundred_megabytes():
    told = subprocess.run([sys.executable, "-c", MEMORY], capture_output=True, text=True, check=True)
    assert int(told.stdout) < 200


def mutated(body, dice):
    at, size = dice.randrange(len(body)), dice.randrange(1, 60)
    piece = body[at : at + size]
    match dice.randrange(4):
        case 0:
            return body[:at] + body[at + size :]
        case 1:
            return body[:at] + piece * 3 + body[at + size :]
        case 2:
            return body[:at] + dice.randbytes(size) + body[at:]
    return body[:at]


def test_no_mutation_of_a_page_raises():
    dice = random.Random(2025)
    pages = [path.read_bytes() for path in sorted(GOLDEN.glob("*.html"))]
    for number in range(MUTATIONS):
        body = pages[number % len(pages)]
        for _ in range(dice.randrange(1, 5)):
            body = mutated(body, dice) or b"<"
        found = outcome(body)
        assert isinstance(found, Article | FrontPage | Refusal)
        if isinstance(found, Article):
            assert "\n\n".join(block.span.of(found.text) for block in found.blocks) == found.text


@pytest.mark.parametrize("tag", ["div", "span"])
@pytest.mark.parametrize("deep", [150, 600, 2_000])
def test_the_place_of_a_deep_element_is_right_or_unknown(tag, deep):
    words = "Мост через реку Суконку откроют в среду, сообщил министр транспорта на встрече с жителями города. " * 3
    page = f"<div>{f'<{tag}>' * deep}<p>{words}</p>"
    found = outcome(page.encode())
    places = {block.place for block in found.blocks} if isinstance(found, Article) else set()
    for place in places - {None}:
        [element] = LexborHTMLParser(page).css(place)
        assert element.tag == "p"
