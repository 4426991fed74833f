"""Bytes → text: what a browser would show, whatever the header says."""

import pytest

from letopis.page.charset import decoded, utf8

LINE = "Горянский мост закрыли на ремонт, сообщили в администрации города"
CASES = [
    ("utf-8", None, ""),
    ("utf-8", "text/html; charset=windows-1251", ""),  # a server's default against what the bytes are
    ("cp1251", "text/html; charset=windows-1251", ""),
    ("cp1251", None, '<meta charset="windows-1251">'),
    ("cp1251", None, ""),
    ("koi8-r", None, '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">'),
    ("utf-16", None, ""),
    ("utf-8-sig", None, ""),
    ("cp1251", "text/html; charset=no-such-charset", '<meta charset="windows-1251">'),
]


@pytest.mark.parametrize(("charset", "header", "meta"), CASES)
def test_the_same_line_is_read_from_every_charset(charset, header, meta):
    assert LINE in decoded(f"<html>{meta}<p>{LINE}. {LINE}.</p>".encode(charset), header)


@pytest.mark.parametrize("body", [b"", b"\xff", b"\x00" * 50, b"\xed\xa0\x80", b"+ADw-p+AD4-", bytes(range(256)) * 9])
def test_no_bytes_are_an_error_and_no_nul_is_left(body):
    assert "\0" not in decoded(body)


def test_one_broken_letter_does_not_change_the_charset():
    body = f"<meta charset=utf-8><p>{LINE * 9}".encode()[:-1]
    assert LINE in decoded(body)


def test_the_charsets_of_mainframes_are_no_charsets_of_pages():
    body = "<p>Мост открыт".encode()
    assert decoded(body, "text/html; charset=cp037") == "<p>Мост открыт"
    assert decoded(b"<p>bridge", "text/html; charset=cp500") == "<p>bridge"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>Мост".encode(), "<p>Мост"),
        ("<p>Мост".encode("cp1251"), None),
        ("<p>Мост".encode("utf-16"), None),
        ("\ufeff<p>Мост".encode(), None),
        ("<p>Мост\0".encode(), None),
        (b"<p>bridge", None),
    ],
)
def test_a_parser_is_given_bytes_only_where_they_are_the_text_in_utf8(body, text):
    assert utf8(body) == text
    assert text is None or decoded(body) == text
