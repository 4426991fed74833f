"""Captures → records of WARC files on the disk, and back, with the hash of every body checked."""

import os
import zlib
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from letopis.errors import ArchiveUnreadable
from letopis.model import Capture, WarcPlace

FULL = 2**30

# The body is kept as it came out of these; their headers would make a reader undo them a second time.
UNDONE = frozenset({"content-encoding", "transfer-encoding", "content-length"})

BROKEN = (ArchiveLoadFailed, StopIteration, EOFError, zlib.error, OSError, ValueError)


def file_named(number: int) -> str:
    """Return the name of the shelf's n-th file."""
    return f"letopis-{number:05}.warc.gz"


def put(path: Path, size: int, capture: Capture, now: datetime) -> tuple[int, int]:
    """Write a capture behind the first `size` bytes of a file, safe on the disk; returns where, and the new size.

    What lies behind `size` was never acknowledged (a writer was killed there), and is cut off.
    """
    new = not path.exists()
    with path.open("wb" if new else "r+b") as file:
        file.truncate(size)
        file.seek(size)
        if size == 0:
            file.write(opening(path.name, now))
        offset = file.tell()
        file.write(packed(capture, now))
        file.flush()
        os.fsync(file.fileno())
        end = file.tell()
    if new:
        settle_folder(path.parent)
    return offset, end


def settle_folder(folder: Path) -> None:
    """Make sure that a new file's name is on the disk too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def opening(name: str, now: datetime) -> bytes:
    """Return the record that opens a WARC file and says who wrote it."""
    out = BytesIO()
    writer = WARCWriter(out, gzip=True)
    headers = {"WARC-Date": stamp(now)}
    info = writer.create_warcinfo_record(name, {"software": "letopis", "format": "WARC File Format 1.0"})
    info.rec_headers.replace_header("WARC-Date", headers["WARC-Date"])
    writer.write_record(info)
    return out.getvalue()


def packed(capture: Capture, now: datetime) -> bytes:
    """Return a capture as one compressed record: an answer of the web with its headers, anything else as it is."""
    out = BytesIO()
    writer = WARCWriter(out, gzip=True)
    writer.write_record(as_record(writer, capture, {"WARC-Date": stamp(capture.fetched or now)}))
    return out.getvalue()


def as_record(writer: WARCWriter, capture: Capture, dated: dict[str, str]) -> ArcWarcRecord:
    """Return the capture as warcio's record."""
    address = quote(capture.url, safe="%/:?#[]@!$&'()*+,;=~")
    given = {"payload": BytesIO(capture.body), "length": len(capture.body), "warc_headers_dict": dated}
    if not capture.headers:
        return writer.create_warc_record(address, "resource", warc_content_type=line(capture.media_type), **given)
    kept = [(line(name), line(value)) for name, value in capture.headers if name.lower() not in UNDONE]
    kept.append(("Content-Length", str(len(capture.body))))
    answer = StatusAndHeaders(f"{capture.status} ", kept, protocol="HTTP/1.1")
    return writer.create_warc_record(address, "response", http_headers=answer, **given)


def line(words: str) -> str:
    """Return words that cannot break out of their header line."""
    return " ".join(words.split())


def stamp(moment: datetime) -> str:
    """Return a time as WARC writes it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def take(folder: Path, place: WarcPlace, digest: str) -> bytes:
    """Return the body that lies at a place; raises ArchiveUnreadable where it is not what was put there."""
    path = folder / place.file
    try:
        with path.open("rb") as file:
            file.seek(place.offset)
            body: bytes = next(ArchiveIterator(file)).raw_stream.read()
    except BROKEN as error:
        raise ArchiveUnreadable(str(path), f"the record at byte {place.offset} is damaged: {error}") from error
    if sha256(body).hexdigest() != digest:
        raise ArchiveUnreadable(str(path), f"the record at byte {place.offset} is not what was put there (SHA-256)")
    return body
