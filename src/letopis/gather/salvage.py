"""The bytes of a WARC file, damaged or not → its whole records and the gaps between them."""

import zlib
from collections.abc import Iterator
from mmap import mmap

import msgspec
import re2

Bytes = bytes | mmap
GZIP = b"\x1f\x8b\x08"
RECORD = b"WARC/"
VERSION = b"WARC/1."
VERSION_LINE = re2.compile(rb"WARC/1\.\d\r?\n[A-Za-z-]+:")
SMALLEST_MEMBER = 100
HEAD_END = b"\r\n\r\n"
MOST_HEAD = 65_536
STEP = 262_144
LENGTH = re2.compile(rb"(?im)^content-length:[ \t]*(\d{1,15})[ \t]*\r?$")


class Piece(msgspec.Struct, frozen=True):
    """One whole record and the offset in the file at which it, or the gzip member around it, begins."""

    offset: int
    record: bytes


class Gap(msgspec.Struct, frozen=True):
    """A stretch of the file that gave no record, and why; `lost` says whether a record began there."""

    start: int
    stop: int
    lost: bool
    reason: str


class Member(msgspec.Struct, frozen=True):
    """What a gzip member held, and where it ends; `reason` says what was wrong with it."""

    content: bytes
    stop: int
    reason: str | None = None


def pieces(file: Bytes, most_bytes: int) -> Iterator[Piece | Gap]:
    """Go through a WARC file's records; damage costs the record it hit, and is reported as a gap."""
    # Where the first bytes are damaged, a file in which no record's head can be read is a packed one.
    is_packed = file[:3] == GZIP or (file[:5] != RECORD and next_record(file, 0) == len(file))
    return packed(file, most_bytes) if is_packed else plain(file, 0, most_bytes)


def packed(file: Bytes, most_bytes: int) -> Iterator[Piece | Gap]:
    """Go through the records of a WARC file whose records are gzip members."""
    offset = 0
    while offset < len(file):
        member = member_at(file, offset, most_bytes)
        if member.reason:
            stop = max(member.stop, offset + 1)
            stop = stop if starts_member(file, stop) else next_member(file, offset + 1)
            yield Gap(offset, stop, stop - offset >= SMALLEST_MEMBER, member.reason)
            offset = stop
            continue
        for piece in plain(member.content, 0, most_bytes):
            yield Piece(offset, piece.record) if isinstance(piece, Piece) else Gap(offset, member.stop, *why(piece))
        offset = member.stop


def why(gap: Gap) -> tuple[bool, str]:
    """Return what a gap says of itself, without its place."""
    return gap.lost, gap.reason


def member_at(file: Bytes, offset: int, most_bytes: int) -> Member:
    """Unpack the gzip member that begins at an offset; memory stays under the cap whatever it unpacks to."""
    if file[offset : offset + 3] != GZIP:
        return Member(b"", offset, "not a record")
    unpacker, content, position = zlib.decompressobj(31), bytearray(), offset
    try:
        while not unpacker.eof and (position < len(file) or unpacker.unconsumed_tail):
            fresh = file[position : position + STEP] if not unpacker.unconsumed_tail else b""
            position += len(fresh)
            content += unpacker.decompress(unpacker.unconsumed_tail or fresh, STEP)
            if len(content) > most_bytes + MOST_HEAD:
                return Member(b"", offset, f"larger than {most_bytes} bytes")
    except zlib.error:
        return Member(b"", offset, "damaged")
    if not unpacker.eof:
        return Member(b"", len(file), "cut short")
    return Member(bytes(content), position - len(unpacker.unused_data))


def next_member(file: Bytes, offset: int) -> int:
    """Find where the next gzip member begins that holds a record; the end of the file where there is none."""
    found = file.find(GZIP, offset)
    while found >= 0 and not starts_member(file, found):
        found = file.find(GZIP, found + 1)
    return found if found >= 0 else len(file)


def starts_member(file: Bytes, offset: int) -> bool:
    """Say whether a gzip member with a record begins at an offset, or the file ends there."""
    if offset >= len(file):
        return True
    try:
        return zlib.decompressobj(31).decompress(file[offset : offset + 4096], 5) == RECORD
    except zlib.error:
        return False


def plain(file: Bytes, offset: int, most_bytes: int) -> Iterator[Piece | Gap]:
    """Go through the records of a WARC file that is not packed."""
    while offset < len(file):
        stop = record_end(file, offset)
        if stop is None:
            stop = next_record(file, offset)
            lost = b"WARC-" in file[offset : min(stop, offset + MOST_HEAD)]
            yield Gap(offset, stop, lost, "damaged or of a false length" if lost else "not a record")
        elif stop - offset > most_bytes + MOST_HEAD:
            yield Gap(offset, stop, lost=True, reason=f"larger than {most_bytes} bytes")
        else:
            yield Piece(offset, bytes(file[offset:stop]))
        offset = stop


def record_end(file: Bytes, offset: int) -> int | None:
    """Find the end of the record that begins at an offset; None where its length is not true."""
    head = file[offset : offset + MOST_HEAD]
    head_stop = head.find(HEAD_END)
    length = LENGTH.search(head[: head_stop + 2]) if head_stop >= 0 and head.startswith(RECORD) else None
    if length is None:
        return None
    stop = offset + head_stop + len(HEAD_END) + int(length.group(1))
    closed = file[stop : stop + len(HEAD_END)]
    if stop > len(file) or closed not in (b"", HEAD_END):
        return None
    return stop + len(closed)


def next_record(file: Bytes, offset: int) -> int:
    """Find where the next record begins; the end of the file where there is none."""
    found = file.find(VERSION, offset + 1)
    while found >= 0 and not VERSION_LINE.match(file[found : found + 64]):
        found = file.find(VERSION, found + 1)
    return found if found >= 0 else len(file)
