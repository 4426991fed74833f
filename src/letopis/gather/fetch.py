"""THE door to the network: a web address → its capture, or a refusal; nothing private is ever connected to."""

import asyncio
import hashlib
import socket
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import aiohttp
import msgspec

from letopis.gather.addresses import fault_of, is_public, led_to
from letopis.gather.sniffing import FEED, media_type_of
from letopis.model import Capture, Refusal

MOST_REDIRECTS = 5
MOVED = frozenset({301, 302, 303, 307, 308})
MOST_HEAD_LINE = 8_190
STEP = 65_536
AGENT = "Mozilla/5.0 (compatible; Letopis; news archive)"
ACCEPTED = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5"
VAGUE = frozenset({"", "application/octet-stream", "binary/octet-stream", "text/plain"})


class Limits(msgspec.Struct, frozen=True):
    """What one fetch may cost: the size of the body once unpacked, and the seconds from first word to last byte."""

    most_bytes: int
    deadline_s: float


class AddressClosed(OSError):
    """A connection to an address outside the public network was about to be made."""


class TooLarge(Exception):
    """A body grew over the cap."""


class Answer(msgspec.Struct, frozen=True):
    """One answer of one server, read to its end."""

    url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    moved_to: str | None


def fetch(url: str, limits: Limits, admits: Callable[[str], bool] = is_public) -> Capture | Refusal:
    """Fetch an address within the limits; `admits` says of each IP address whether it may be connected to."""
    return asyncio.run(fetched(url, limits, admits))


async def fetched(url: str, limits: Limits, admits: Callable[[str], bool]) -> Capture | Refusal:
    """Fetch an address, following its redirects; every way it can fail comes out as a refusal."""
    try:
        async with asyncio.timeout(limits.deadline_s), session(admits) as client:
            return settled(url, await followed(client, url, limits.most_bytes))
    except TimeoutError:
        return Refusal(url, f"no complete answer within {limits.deadline_s:g} s")
    except TooLarge:
        return Refusal(url, f"larger than {limits.most_bytes} bytes")
    except (aiohttp.ClientError, OSError, ValueError) as error:
        return Refusal(url, reason_of(error))


def session(admits: Callable[[str], bool]) -> aiohttp.ClientSession:
    """Open a client that remembers no cookies, takes no proxy from outside, and asks before each connection."""
    connector = aiohttp.TCPConnector(socket_factory=gate(admits), use_dns_cache=False, force_close=True)
    return aiohttp.ClientSession(
        connector=connector,
        cookie_jar=aiohttp.DummyCookieJar(),
        headers={"User-Agent": AGENT, "Accept": ACCEPTED},
        timeout=aiohttp.ClientTimeout(total=None),
        max_line_size=MOST_HEAD_LINE,
        max_field_size=MOST_HEAD_LINE,
        trust_env=False,
    )


def gate(admits: Callable[[str], bool]) -> Callable[[Any], socket.socket]:
    """Return what makes the sockets: here, and not where names are resolved, stands the address really connected to."""

    def made(address: Any) -> socket.socket:
        family, kind, protocol, _, place = address
        if not admits(place[0]):
            raise AddressClosed(f"{place[0]} is not on the public network")
        return socket.socket(family, kind, protocol)

    return made


async def followed(client: aiohttp.ClientSession, url: str, most_bytes: int) -> Answer:
    """Return the last answer of a chain of redirects; each address of it is looked at anew."""
    for _hop in range(MOST_REDIRECTS + 1):
        if fault := fault_of(url):
            raise ValueError(fault)
        answer = await asked(client, url, most_bytes)
        if answer.moved_to is None:
            return answer
        url = led_to(url, answer.moved_to)
    raise ValueError(f"more than {MOST_REDIRECTS} redirects")


async def asked(client: aiohttp.ClientSession, url: str, most_bytes: int) -> Answer:
    """Ask one server for one page, and read it up to the cap; a redirect's own page is left unread."""
    async with client.get(url, allow_redirects=False) as response:
        headers = tuple((name.lower(), value) for name, value in response.headers.items())
        moved_to = response.headers.get("Location") if response.status in MOVED else None
        body = b"" if moved_to else await body_of(response, most_bytes)
        return Answer(url, response.status, headers, body, moved_to)


async def body_of(response: aiohttp.ClientResponse, most_bytes: int) -> bytes:
    """Read a body as it is unpacked, piece by piece; raises TooLarge where it passes the cap."""
    body = bytearray()
    async for piece in response.content.iter_chunked(STEP):
        body += piece
        if len(body) > most_bytes:
            raise TooLarge
    return bytes(body)


def settled(url: str, answer: Answer) -> Capture | Refusal:
    """Make a capture of an answer; one that is not the page asked for is refused with its status."""
    if answer.status not in range(200, 300):
        return Refusal(url, f"the server answered {answer.status}")
    return Capture(
        url=url,
        final_url=answer.url,
        fetched=datetime.now(UTC).replace(microsecond=0),
        status=answer.status,
        media_type=media_type(answer),
        headers=answer.headers,
        body=answer.body,
        sha256=hashlib.sha256(answer.body).hexdigest(),
    )


def media_type(answer: Answer) -> str:
    """Say what the body is: as the server says, unless it says little; feeds travel under many names."""
    said = dict(answer.headers).get("content-type", "").split(";")[0].strip().lower()
    seen = media_type_of(answer.body, answer.url.split("?")[0])
    return seen if seen == FEED or said in VAGUE else said


def reason_of(error: Exception) -> str:
    """Say in a line why an address gave nothing."""
    cause = error.__cause__ or getattr(error, "os_error", None) or error
    if isinstance(cause, socket.gaierror):
        return "no such host"
    text = (getattr(cause, "strerror", None) or str(cause) or type(cause).__name__).splitlines()[0]
    return text[:200]
