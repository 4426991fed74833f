"""Files, folders and standard input become captures."""

import gzip
import io
import os
import sys

import pytest

from letopis.errors import SourceMissing, WrongUse
from letopis.gather.sources import captures_of
from letopis.model import Capture, Refusal
from letopis.settings import Settings

PAGE = b"<!DOCTYPE html><html><body><p>The bridge is open again.</p></body></html>"
KINDS = [
    ("page.html", PAGE, "text/html"),
    ("page.txt", PAGE, "text/html"),
    ("note.txt", "Мост снова открыт.\n".encode(), "text/plain"),
    ("old.txt", "Мост снова открыт.\n".encode("windows-1251"), "text/plain"),
    ("wide.txt", "\ufeffМост снова открыт.".encode("utf-16-le"), "text/plain"),
    ("note.md", b"# Bridge\n\nOpen <b>again</b>.", "text/markdown"),
    ("feed.html", b"<?xml version='1.0'?><!-- ours --><rss version='2.0'></rss>", "application/feed+xml"),
    ("map.xml", b"<?xml version='1.0'?><urlset></urlset>", "application/xml"),
    ("x.xhtml", b"<?xml version='1.0'?><!DOCTYPE html><html></html>", "text/html"),
    ("page.html", b"%PDF-1.7 ...", "application/pdf"),
    ("page.html", b"\x00\x01\x02\x03" * 50, "application/octet-stream"),
    ("nul.html", b"<html>\x00<p>The bridge", "text/html"),
]


def all_of(source, **settings):
    return list(captures_of(str(source), Settings(**settings)))


@pytest.mark.parametrize(("name", "body", "kind"), KINDS)
def test_content_and_not_the_name_says_what_a_file_is(tmp_path, name, body, kind):
    from letopis.gather.sniffing import media_type_of

    assert media_type_of(body, name) == kind


def test_a_file_is_a_capture_under_its_address(tmp_path):
    (tmp_path / "мост 1.html").write_bytes(PAGE)
    [capture] = all_of(tmp_path / "мост 1.html")
    assert capture.url == (tmp_path / "мост 1.html").as_uri()
    assert (capture.status, capture.fetched, capture.media_type, capture.body) == (200, None, "text/html", PAGE)
    assert all_of(capture.url) == [capture]


NAMES = ["a b.html", "100%25.html", "a#b?c.html", "мост.html", "é.html", os.fsdecode(b"\xec\xee\xf1\xf2.html")]


@pytest.mark.parametrize("name", NAMES)
def test_any_name_is_encoded_so_that_its_address_leads_back_to_it(tmp_path, name):
    (tmp_path / name).write_bytes(PAGE)
    [capture] = all_of(tmp_path / name)
    assert capture.url.isascii()
    assert all_of(capture.url) == [capture]


def test_a_file_has_one_address_however_its_path_is_written(tmp_path, monkeypatch):
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "page.html").write_bytes(PAGE)
    monkeypatch.chdir(tmp_path / "a")
    ways = [
        "../page.html",
        "b/../../page.html",
        f"{tmp_path}/a/../page.html",
        f"{tmp_path}/./page.html",
        f"{tmp_path}/a/..",
    ]
    assert {capture.url for way in ways for capture in all_of(way)} == {(tmp_path / "page.html").as_uri()}


def test_a_link_keeps_its_name_and_what_lies_beside_its_target_is_found(tmp_path):
    (tmp_path / "far" / "shelf").mkdir(parents=True)
    (tmp_path / "far" / "page.html").write_bytes(PAGE)
    (tmp_path / "shelf").symlink_to(tmp_path / "far" / "shelf")
    (tmp_path / "latest.html").symlink_to(tmp_path / "far" / "page.html")
    assert [capture.url for capture in all_of(tmp_path / "latest.html")] == [(tmp_path / "latest.html").as_uri()]
    assert [capture.url for capture in all_of(f"{tmp_path}/shelf/../page.html")] == [
        (tmp_path / "far/page.html").as_uri()
    ]


def test_a_folder_is_read_in_order_and_hidden_files_are_passed_over(tmp_path):
    for name in ("b.html", "a/c.html", ".hidden.html", ".git/d.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(PAGE)
    assert [capture.url.removeprefix(tmp_path.as_uri()) for capture in all_of(tmp_path)] == ["/a/c.html", "/b.html"]


def test_what_is_gzipped_is_unpacked(tmp_path):
    (tmp_path / "page.html.gz").write_bytes(gzip.compress(PAGE))
    assert [capture.body for capture in all_of(tmp_path)] == [PAGE]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b" \n", "empty file"),
        (PAGE * 100, "larger than 1000 bytes"),
        (gzip.compress(b"<p>" * 10**6), "larger than 1000 bytes"),
        (gzip.compress(PAGE)[:-9], "damaged gzip file"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_and_says_why(tmp_path, body, reason):
    (tmp_path / "page.html").write_bytes(body)
    [refusal] = all_of(tmp_path / "page.html", most_bytes=1000)
    assert isinstance(refusal, Refusal)
    assert refusal.reason == reason


def test_standard_input_is_a_source(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PAGE)))
    [capture] = all_of("-")
    assert isinstance(capture, Capture)
    assert capture.body == PAGE


@pytest.mark.parametrize("source", ["no/such/file", "gopher://example.org/", "x" * 5000, ""])
def test_a_source_that_is_not_there_is_wrong_use(source):
    with pytest.raises(SourceMissing) as raised:
        all_of(source)
    assert isinstance(raised.value, WrongUse)
