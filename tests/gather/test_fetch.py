"""The door: what a server may do to us, tried with real servers on this machine."""

import gzip
import re
import socket
import threading
import time
from contextlib import contextmanager, suppress

import pytest

from letopis.gather.addresses import fault_of, is_public
from letopis.gather.fetch import Limits, fetch
from letopis.model import Capture, Refusal

PAGE = b"<!DOCTYPE html><p>The bridge is open again.</p>"
CLOSED = [
    "127.0.0.1",
    "127.8.9.1",
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "192.0.0.8",
    "192.0.2.1",
    "192.88.99.1",
    "198.18.0.1",
    "198.51.100.7",
    "203.0.113.9",
    "224.0.0.1",
    "239.1.1.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:10.0.0.1",
    "::ffff:8.8.8.8",
    "::127.0.0.1",
    "64:ff9b::a00:1",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:0:4136:e378::",
    "2001:db8::1",
    "2002:7f00:1::",
    "3fff::1",
    "fc00::1",
    "fd12::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "localhost",
    "2130706433",
]
OPEN = ["8.8.8.8", "93.184.216.34", "100.63.0.1", "172.32.0.1", "2606:2800:220:1::1", "2a00:1450::5"]


@contextmanager
def server(answer):
    """Serve raw bytes: `answer(connection, request)` writes what it likes."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        door.settimeout(0.05)
        over = threading.Event()
        asked = []

        def serve():
            while not over.is_set():
                try:
                    connection, _ = door.accept()
                except TimeoutError:
                    continue
                with connection:
                    asked.append(connection.recv(65536))
                    with suppress(OSError):
                        answer(connection, asked[-1])

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield f"http://127.0.0.1:{door.getsockname()[1]}", asked
        finally:
            over.set()
            thread.join()


def plain(body, *headers, status="200 OK"):
    head = "\r\n".join(
        [f"HTTP/1.1 {status}", "Content-Type: text/html", f"Content-Length: {len(body)}", *headers, "", ""]
    )
    return lambda connection, request: connection.sendall(head.encode() + body)


def anywhere(address):
    return True


def got(url, most_bytes=1_000_000, deadline_s=3.0, admits=anywhere):
    return fetch(url, Limits(most_bytes, deadline_s), admits)


@pytest.mark.parametrize("address", CLOSED)
def test_no_private_address_is_public(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", OPEN)
def test_the_rest_of_the_network_is(address):
    assert is_public(address)


@pytest.mark.parametrize(
    "url", ["file:///etc/hostname", "gopher://a/", "data:,a", "http://u:p@a/", "http:///", "http://a:x/", "//a"]
)
def test_addresses_that_are_no_web_addresses_have_a_fault(url):
    assert fault_of(url)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "0x7f.1", "2130706433", "0177.0.0.1", "127.1"]
)
def test_nothing_is_sent_to_a_private_host_however_it_is_written(host):
    with server(plain(PAGE)) as (url, asked):
        refusal = got(re.sub(r"127\.0\.0\.1", host, url), admits=is_public)
    assert isinstance(refusal, Refusal)
    assert asked == []


def test_a_page_comes_with_its_headers_and_time():
    with server(plain(gzip.compress(PAGE), "Content-Encoding: gzip", "Set-Cookie: a=b")) as (url, _asked):
        capture = got(url + "/bridge")
    assert isinstance(capture, Capture)
    assert (capture.url, capture.status, capture.media_type, capture.body) == (url + "/bridge", 200, "text/html", PAGE)
    assert capture.fetched.utcoffset().total_seconds() == 0
    assert ("content-encoding", "gzip") in capture.headers


def moved(to):
    return plain(b"", f"Location: {to}", status="302 Found")


def test_a_redirect_is_followed_without_cookies():
    def answer(connection, request):
        step = (
            plain(PAGE)
            if b"GET /new" in request
            else plain(b"", "Location: /new", "Set-Cookie: a=b", status="301 Moved")
        )
        step(connection, request)

    with server(answer) as (url, asked):
        capture = got(url + "/old")
    assert (capture.url, capture.final_url) == (url + "/old", url + "/new")
    assert len(asked) == 2
    assert b"Cookie" not in asked[1]


@pytest.mark.parametrize(
    "to", ["file:///etc/hostname", "gopher://example.org/", "data:text/html,x", "http://user:word@127.0.0.1/"]
)
def test_a_redirect_to_another_kind_of_address_is_refused(to):
    with server(moved(to)) as (url, asked):
        assert isinstance(got(url), Refusal)
    assert len(asked) == 1


def test_a_redirect_to_a_private_host_is_refused_at_the_connection():
    with server(plain(PAGE)) as (inner, inside), server(moved(inner.replace("127.0.0.1", "127.0.0.2"))) as (url, _):
        refusal = got(url, admits=lambda address: address == "127.0.0.1")
    assert refusal.reason == "127.0.0.2 is not on the public network"
    assert inside == []


def test_a_loop_of_redirects_ends():
    with server(moved("/again")) as (url, asked):
        assert got(url).reason == "more than 5 redirects"
    assert len(asked) == 6


@pytest.mark.parametrize("kind", ["gzip", "br", "deflate"])
def test_a_bomb_is_stopped_at_the_cap(kind):
    import zlib

    import brotli

    pack = {"gzip": gzip.compress, "br": brotli.compress, "deflate": zlib.compress}[kind]
    with server(plain(pack(b"0" * 30_000_000), f"Content-Encoding: {kind}")) as (url, _):
        start = time.process_time()
        assert got(url).reason == "larger than 1000000 bytes"
    assert time.process_time() - start < 10  # a bomb that went off takes minutes


def drip(connection, request):
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
    for _ in range(100):
        connection.sendall(b".")
        time.sleep(0.05)


def endless_headers(connection, request):
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    for number in range(100_000):
        connection.sendall(f"X-{number}: {'a' * 500}\r\n".encode())


def endless_chunks(connection, request):
    connection.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    for _ in range(100_000):
        connection.sendall(b"1000\r\n" + b"a" * 4096 + b"\r\n")


def no_http(connection, request):
    connection.sendall(b"SSH-2.0-hello\r\n")


def silence(connection, request):
    pass


def cut_short(connection, request):
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nabc")


FAULTS = [
    (drip, "no complete answer within 0.5 s"),
    (endless_headers, ""),
    (endless_chunks, "larger than 1000000 bytes"),
    (cut_short, ""),
    (plain(b"", status="404 Not Found"), "the server answered 404"),
    (no_http, ""),
    (silence, ""),
]


@pytest.mark.parametrize(("answer", "reason"), FAULTS)
def test_a_server_that_misbehaves_costs_a_refusal_and_little_time(answer, reason):
    with server(answer) as (url, _):
        start = time.monotonic()
        refusal = got(url, deadline_s=0.5)
        assert time.monotonic() - start < 2
    assert isinstance(refusal, Refusal)
    assert reason in refusal.reason
    assert refusal.reason


def test_a_closed_port_is_refused_in_one_line():
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
    refusal = got(f"http://127.0.0.1:{port}/")
    assert "\n" not in refusal.reason
    assert refusal.reason
