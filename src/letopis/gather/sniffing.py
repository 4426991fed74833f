"""First bytes and a file's name → the media type they really have; the content speaks before the name."""

import re2

MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"WARC/", "application/warc"),
    (b"\x1f\x8b", "application/gzip"),
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"SQLite format 3\x00", "application/vnd.sqlite3"),
)
WIDE_MARKS = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
FEED = "application/feed+xml"
FEED_TAGS = frozenset({"rss", "feed", "rdf:rdf"})
# A comment or a processing instruction opens with another character, so it never counts as the first tag.
FIRST_TAG = re2.compile(r"(?i)<(?:!doctype\s+)?([a-z][a-z0-9:]*)")
PAGE_TAG = re2.compile(r"(?i)<(?:!doctype\s+html|html|head|body)[\s/>]")
LOOKED_AT = 8192
STRAY_CONTROLS = frozenset(range(9)) | frozenset(range(14, 27))
BY_NAME = {
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".css": "text/css",
    ".js": "text/javascript",
    ".csv": "text/csv",
    ".tsv": "text/tab-separated-values",
    ".json": "application/json",
    ".jsonl": "application/json",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
}


def media_type_of(body: bytes, name: str = "") -> str:
    """Say what the bytes are; the name of their file only chooses between kinds of plain text."""
    for magic, media_type in MAGIC:
        if body.startswith(magic):
            return media_type
    opening = opening_of(body[:LOOKED_AT])
    if opening is None:
        return "application/octet-stream"
    return tagged(opening.lstrip()) or BY_NAME.get(suffix_of(name), "text/plain")


def opening_of(head: bytes) -> str | None:
    """Return the first characters, good enough to look for tags in; None where the bytes are no text."""
    for mark, codec in WIDE_MARKS:
        if head.startswith(mark):
            return head[2:].decode(codec, "replace")
    # Broken servers send pages with a stray NUL: what begins with a tag is text all the same.
    if b"\x00" in head and not head.lstrip().startswith(b"<"):
        return None
    if sum(byte in STRAY_CONTROLS for byte in head) > len(head) // 20:
        return None
    return head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")


def tagged(opening: str) -> str | None:
    """Name the kind of a text with tags; None for one without, Markdown with a few of them included."""
    if not opening.startswith("<"):
        return "text/html" if PAGE_TAG.search(opening) else None
    first = FIRST_TAG.search(opening)
    if first and first.group(1).lower() in FEED_TAGS:
        return FEED
    if opening.startswith("<?xml") and not PAGE_TAG.search(opening):
        return "application/xml"
    return "text/html"


def suffix_of(name: str) -> str:
    """Return a file name's ending with its dot, in small letters."""
    dot = name.rfind(".")
    return name[dot:].lower() if dot >= 0 else ""
