"""File, folder, standard input → captures: the bytes as they lie there, and what they really are."""

import gzip
import hashlib
import io
import os
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

from letopis.errors import SourceMissing, SourceUnreadable
from letopis.gather.sniffing import media_type_of
from letopis.model import Capture, Refusal

STDIN_URL = "file:///dev/stdin"
OPENING = 65_536
# These say something about a folder; they are no news in it.
ABOUT_FOLDER = frozenset({"readme", "readme.md", "readme.txt", "license", "license.txt", "outlets.json"})
WARC_NAMES = (".warc", ".warc.gz")


def capture_of(url: str, body: bytes, name: str = "") -> Capture:
    """Make a capture of bytes that came without any headers: status 200, the time unknown, the kind sniffed."""
    return Capture(
        url=url,
        final_url=url,
        fetched=None,
        status=200,
        media_type=media_type_of(body, name),
        headers=(),
        body=body,
        sha256=hashlib.sha256(body).hexdigest(),
    )


def read_file(path: Path, most_bytes: int) -> Capture | Refusal:
    """Return a file as a capture under its `file:` address; one that is too large or out of reach is refused."""
    url = address_of(path)
    try:
        with path.open("rb") as file:
            body = file.read(most_bytes + 1)
    except OSError as error:
        return Refusal(url, reason_of(error))
    return settled(url, body, path.name, most_bytes)


def address_of(path: Path) -> str:
    """Return a file's `file:` address, one however the path is written; a link keeps its own name."""
    plain = Path(os.path.normpath(path.absolute()))
    # Behind a link to a folder «..» leads elsewhere than the words say; only the disk knows where.
    return (plain if is_same(plain, path) else path.resolve()).as_uri()


def is_same(one: Path, other: Path) -> bool:
    """Say whether two paths lead to one file that is there."""
    try:
        return one.samefile(other)
    except OSError:
        return False


def read_stdin(most_bytes: int) -> Capture | Refusal:
    """Return what stands on standard input as one capture."""
    return settled(STDIN_URL, sys.stdin.buffer.read(most_bytes + 1), "", most_bytes)


def settled(url: str, body: bytes, name: str, most_bytes: int) -> Capture | Refusal:
    """Unpack what is gzipped, and refuse what is empty or larger than allowed."""
    if body.startswith(b"\x1f\x8b"):
        try:
            body, name = unpacked(body, most_bytes), name.removesuffix(".gz")
        except (OSError, EOFError, zlib.error):
            return Refusal(url, "damaged gzip file")
    if len(body) > most_bytes:
        return Refusal(url, f"larger than {most_bytes} bytes")
    if not body.strip():
        return Refusal(url, "empty file")
    return capture_of(url, body, name)


def unpacked(body: bytes, most_bytes: int) -> bytes:
    """Return the first `most_bytes` + 1 bytes of what gzip packed."""
    with gzip.GzipFile(fileobj=io.BytesIO(body)) as packed:
        return packed.read(most_bytes + 1)


def is_warc(path: Path) -> bool:
    """Say whether a file is a WARC, by its first bytes or, lest damage there hide all the rest, by its name."""
    return path.name.endswith(WARC_NAMES) or first_bytes(path).startswith(b"WARC/")


def first_bytes(path: Path) -> bytes:
    """Return a file's first bytes, unpacked where it is gzipped; raises SourceUnreadable where it cannot be opened."""
    try:
        with path.open("rb") as file:
            opening = file.read(OPENING)
    except OSError as error:
        raise SourceUnreadable(str(path), reason_of(error)) from error
    try:
        return zlib.decompressobj(31).decompress(opening, OPENING)
    except zlib.error:
        return opening


def files_under(folder: Path) -> Iterator[Path]:
    """Go through a folder's files and those of its folders, ordered by name; hidden ones are passed over."""
    try:
        found = sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError as error:
        raise SourceUnreadable(str(folder), reason_of(error)) from error
    for path in found:
        if path.name.startswith(".") or path.name.lower() in ABOUT_FOLDER:
            continue
        if path.is_dir() and not path.is_symlink():
            yield from files_under(path)
        elif path.is_file():
            yield path


def path_of(source: str) -> Path:
    """Return the path that was asked for; raises SourceMissing where nothing is there."""
    path = Path(source)
    try:
        there = bool(source) and path.exists()
    except OSError as error:
        raise SourceMissing(source, reason_of(error)) from error
    if not there:
        raise SourceMissing(source, "no such file or folder")
    return path


def reason_of(error: OSError) -> str:
    """Say in small letters why the system would not give a file."""
    return (error.strerror or str(error)).lower()
