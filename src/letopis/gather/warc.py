"""A WARC file → its captures; damage is stepped over, and what it cost is said."""

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Literal

import msgspec
from fastwarc.warc import WarcRecord, WarcRecordType

from letopis.gather.files import address_of
from letopis.gather.salvage import Bytes, Gap, Piece, pieces
from letopis.gather.sniffing import media_type_of
from letopis.model import Capture, Refusal, WarcPlace

Wrapping = Literal["all", "content", "transfer", "none"]
WRAPPINGS: tuple[Wrapping, ...] = ("all", "content", "transfer")
# A request or a description of the crawl is no page, and a revisit repeats one that stands elsewhere.
PAGES = (WarcRecordType.response, WarcRecordType.resource)


class Answer(msgspec.Struct, frozen=True):
    """What a server answered: status, headers, kind, and the body without its wrapping."""

    status: int
    headers: tuple[tuple[str, str], ...]
    media_type: str
    body: bytes


def captures_of_warc(path: Path, most_bytes: int) -> Iterator[Capture | Refusal]:
    """Go through the pages of a WARC file; what was lost to damage comes out as refusals."""
    url = address_of(path)
    try:
        file = path.open("rb")
    except OSError as error:
        yield Refusal(url, (error.strerror or str(error)).lower())
        return
    with file:
        if not path.stat().st_size:
            yield Refusal(url, "empty file")
            return
        with mmap(file.fileno(), 0, access=ACCESS_READ) as mapped:
            yield from captures_in(mapped, url, most_bytes)


def captures_in(file: Bytes, url: str, most_bytes: int) -> Iterator[Capture | Refusal]:
    """Go through the pages in the bytes of a WARC file that lies at an address."""
    for piece in pieces(file, most_bytes):
        if isinstance(piece, Gap):
            yield lost(piece, url)
            continue
        try:
            yield from page_in(piece, url.rsplit("/", 1)[-1], most_bytes)
        except (OSError, ValueError) as error:
            yield Refusal(f"{url}#{piece.offset}", f"1 record lost at byte {piece.offset}: {str(error)[:80]}")


def lost(gap: Gap, url: str) -> Refusal:
    """Say what a gap cost; each gap has an address of its own, so that none hides another."""
    what = "1 record lost" if gap.lost else "no record"
    return Refusal(f"{url}#{gap.start}-{gap.stop}", f"{what} between bytes {gap.start} and {gap.stop}: {gap.reason}")


def page_in(piece: Piece, file: str, most_bytes: int) -> Iterator[Capture | Refusal]:
    """Give the page a record holds; raises OSError or ValueError where the record is not well made."""
    record = WarcRecord.from_bytes(piece.record)
    if record.record_type not in PAGES:
        return
    url = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    answer = answer_of(piece, most_bytes)
    if len(answer.body) > most_bytes:
        yield Refusal(url, f"larger than {most_bytes} bytes")
        return
    yield Capture(
        url=url,
        final_url=url,
        fetched=time_of(record.headers.get("WARC-Date")),
        status=answer.status,
        media_type=answer.media_type or media_type_of(answer.body),
        headers=answer.headers,
        body=answer.body,
        sha256=hashlib.sha256(answer.body).hexdigest(),
        place=WarcPlace(file, piece.offset),
    )


def answer_of(piece: Piece, most_bytes: int) -> Answer:
    """Read what the server answered; crawlers unwrap a body and leave the header that says it is wrapped."""
    for wrapping in WRAPPINGS:
        try:
            return unwrapped(piece, wrapping, most_bytes)
        except (OSError, EOFError, ValueError):
            continue
    return unwrapped(piece, "none", most_bytes)


def unwrapped(piece: Piece, wrapping: Wrapping, most_bytes: int) -> Answer:
    """Read a record's answer with one belief about how its body is wrapped; at most a byte over the cap."""
    record = WarcRecord.from_bytes(piece.record)
    if not record.is_http:
        return Answer(200, (), kind_of(record.headers.get("Content-Type")), bytes(record.reader.read(most_bytes + 1)))
    record.parse_http(auto_decode=wrapping, quirks_mode=True)
    headers = tuple(record.http_headers.items())
    named = {name.lower(): value for name, value in headers}
    body = bytes(record.reader.read(most_bytes + 1))
    return Answer(record.http_headers.status_code or 200, headers, kind_of(named.get("content-type")), body)


def kind_of(said: str | None) -> str:
    """Return a media type without its parameters."""
    return (said or "").split(";")[0].strip().lower()


def time_of(said: str | None) -> datetime | None:
    """Return a WARC date as a time in UTC; None where it is missing or no date."""
    try:
        time = datetime.fromisoformat(said or "")
    except ValueError:
        return None
    return time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
