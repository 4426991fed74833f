"""A captured page: the bytes as they came, and the proof of when and from where."""

from datetime import datetime

import msgspec


class WarcPlace(msgspec.Struct, frozen=True):
    """Where a capture lies: a WARC file's name and the byte offset of its record."""

    file: str
    offset: int


class Capture(msgspec.Struct, frozen=True):
    """One answer of one address at one time.

    `fetched` is aware and UTC, None where the source does not say (a saved file). `sha256` is the hex digest of `body`.
    """

    url: str
    final_url: str
    fetched: datetime | None
    status: int
    media_type: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    sha256: str
    place: WarcPlace | None = None
