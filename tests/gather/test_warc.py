"""A WARC's pages are read, and what damage cost is said."""

import gzip
from datetime import UTC, datetime

import pytest

from letopis.gather.sources import captures_of
from letopis.model import Refusal
from letopis.settings import Settings

PACKED = [True, False]


def page(number):
    return (f"<html><p>Страница {number} " + "слово " * 200).encode()


def record(number, headers):
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
    answer += b"".join(f"{name}: {value}\r\n".encode() for name, value in headers) + b"\r\n" + page(number)
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/{number}\r\n"
        f"WARC-Date: 2026-11-04T06:30:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-00000000000a>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def warc(numbers, *, packed, headers=()):
    records = (record(number, headers) for number in numbers)
    return b"".join(gzip.compress(each) if packed else each for each in records)


def read(folder, body, most_bytes=1_000_000):
    (folder / "news.warc").write_bytes(body)
    found = list(captures_of(str(folder / "news.warc"), Settings(most_bytes=most_bytes)))
    pages = [capture for capture in found if not isinstance(capture, Refusal)]
    return (
        [capture.url.rsplit("/", 1)[1] for capture in pages],
        [one for one in found if isinstance(one, Refusal)],
        pages,
    )


@pytest.mark.parametrize("packed", PACKED)
def test_every_page_comes_with_its_address_time_and_place(tmp_path, packed):
    urls, refused, pages = read(tmp_path, warc(range(4), packed=packed))
    assert urls == ["0", "1", "2", "3"]
    assert refused == []
    assert pages[2].body == page(2)
    assert pages[2].fetched == datetime(2026, 11, 4, 6, 30, tzinfo=UTC)
    assert (pages[2].status, pages[2].media_type) == (200, "text/html")
    assert pages[2].place.file == "news.warc"
    assert pages[2].place.offset > pages[1].place.offset > 0


@pytest.mark.parametrize("packed", PACKED)
def test_garbage_between_records_costs_no_record(tmp_path, packed):
    garbage = b"garbage\x1f\x8b\x08 and WARC/1.0 in it"
    urls, refused, _ = read(tmp_path, warc("ab", packed=packed) + garbage + warc("cd", packed=packed))
    assert urls == ["a", "b", "c", "d"]
    assert [refusal.reason.split(" between")[0] for refusal in refused] == ["no record"]


def test_a_flipped_byte_costs_its_record_alone(tmp_path):
    whole = warc("abcde", packed=True)
    for place in range(0, len(whole), 37):
        body = bytearray(whole)
        body[place] ^= 0x55
        urls, refused, _ = read(tmp_path, bytes(body))
        assert len(urls) + len(refused) >= 5, place
        assert len(urls) >= 4, place


@pytest.mark.parametrize("packed", PACKED)
def test_a_file_cut_short_gives_what_came_before_the_cut(tmp_path, packed):
    urls, [refusal], _ = read(tmp_path, warc("abc", packed=packed)[:-40])
    assert urls == ["a", "b"]
    assert refusal.reason.startswith("1 record lost between bytes ")


@pytest.mark.parametrize("lie", [b"7", b"99999", b"900000000000"])
def test_a_lying_length_costs_its_record_alone(tmp_path, lie):
    first, rest = warc("a", packed=False), warc("bc", packed=False)
    start = first.index(b"Content-Length: ") + len("Content-Length: ")
    urls, [refusal], _ = read(tmp_path, first[:start] + lie + first[first.index(b"\r", start) :] + rest)
    assert urls == ["b", "c"]
    assert refusal.reason.startswith("1 record lost between bytes 0 and ")


def test_a_bomb_is_stopped_at_the_cap(tmp_path):
    bomb = gzip.compress(b"WARC/1.0\r\n" + b"0" * 10**8)
    urls, [refusal], _ = read(tmp_path, warc("a", packed=True) + bomb + warc("b", packed=True), 100_000)
    assert urls == ["a", "b"]
    assert refusal.reason.endswith("larger than 100000 bytes")


@pytest.mark.parametrize("header", [("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked")])
def test_a_body_that_was_unwrapped_by_the_crawler_is_taken_as_it_lies(tmp_path, header):
    _, refused, pages = read(tmp_path, warc("a", packed=True, headers=[header]))
    assert refused == []
    assert pages[0].body == page("a")
