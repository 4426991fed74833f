"""Bytes → text: the byte order mark, then strict UTF-8, then what header and page declare, then a guess."""

import codecs
import re

import cchardet

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
DECLARED = re.compile(rb"""charset\s{0,4}=\s{0,4}["']?\s{0,4}([\w.:-]{2,40})""", re.IGNORECASE)
XML = re.compile(rb"""^\s{0,99}<\?xml[^>]{0,99}encoding=["']([\w.:-]{2,40})""", re.IGNORECASE)
HEAD = 8192
# Browsers read these labels as their Windows supersets; pages are written for browsers.
WIDER = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}
# No browser reads the charsets of mainframes, in which even a lesser sign is another byte.
MAINFRAMES = {"cp037", "cp273", "cp424", "cp500", "cp875", "cp1026", "cp1140"}
NO_TEXT = MAINFRAMES | {"utf-7", "idna", "punycode", "raw_unicode_escape", "unicode_escape", "undefined", "mbcs", "oem"}
TOLERATED = 0.002
LAST = "cp1251"


def decoded(body: bytes, header: str | None = None) -> str:
    """Return the text of the bytes; never fails, and leaves out NUL characters."""
    for mark, name in MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace").replace("\0", "")
    if b"\0" not in body:  # in bytes that is seen at a glance, in text it is not
        return narrow(body, header)
    wide = wide_name(body) if b"\0" in body[:HEAD] else None
    return (body.decode(wide, "replace") if wide else narrow(body, header)).replace("\0", "")


def utf8(body: bytes) -> str | None:
    """Return the text of bytes that a parser may read as they are: UTF-8 without mark or NUL, and more than ASCII."""
    as_they_are = not body.isascii() and b"\0" not in body and not body.startswith(codecs.BOM_UTF8)
    return strictly(body, "utf-8") if as_they_are else None


def narrow(body: bytes, header: str | None) -> str:
    """Decode bytes that have no byte order mark and one byte for a Latin letter."""
    # Bytes above ASCII that happen to be valid UTF-8 are UTF-8, whatever a server's default header says.
    text = None if body.isascii() else strictly(body, "utf-8")
    if text is not None:
        return text
    names = declared(body, header) or ["utf-8"]
    for name in names:
        text = leniently(body, name) if name == "utf-8" else strictly(body, name)
        if text is not None:
            return text
    return guessed(body, names)


def guessed(body: bytes, names: list[str]) -> str:
    """Decode by what the bytes look like, else as a declared charset with gaps, else as windows-1251."""
    found = cchardet.detect(body[:200_000]).get("encoding")
    for name in filter(None, [python_name(found or ""), *names]):
        text = leniently(body, name)
        if text is not None:
            return text
    return body.decode(LAST, "replace")


def wide_name(body: bytes) -> str | None:
    """Say which two-byte encoding it is when every other byte of a Latin text is zero."""
    even, odd = body[0:HEAD:2].count(0), body[1:HEAD:2].count(0)
    half = min(len(body), HEAD) // 2
    if odd > half * 0.4 and even < half * 0.1 and body[:1].isascii() and body[1:2] == b"\0":
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.4 and odd < half * 0.1 and body[:1] == b"\0" else None


def declared(body: bytes, header: str | None) -> list[str]:
    """Return the charsets that the header and the page's head name, as Python names them."""
    head = body[:HEAD]
    found = [match.group(1) for match in (DECLARED.search((header or "").encode()), XML.search(head)) if match]
    found += DECLARED.findall(head)
    names = [python_name(label.decode("ascii", "replace")) for label in found]
    return list(dict.fromkeys(name for name in names if name))


def python_name(label: str) -> str | None:
    """Return Python's name for a charset label, None if it cannot read text."""
    try:
        info = codecs.lookup(label.strip())
    except (LookupError, ValueError):
        return None
    # CPython marks its text codecs with a private flag; base64 and the like would raise on decode.
    if not getattr(info, "_is_text_encoding", True) or info.name in NO_TEXT:
        return None
    return WIDER.get(info.name, info.name)


def strictly(body: bytes, name: str) -> str | None:
    """Decode without a single error, or not at all."""
    try:
        return body.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None


def leniently(body: bytes, name: str) -> str | None:
    """Decode with a few characters lost, or not at all."""
    try:
        text = body.decode(name, "replace")
    except LookupError:
        return None
    return text if text.count("�") <= 2 + len(text) * TOLERATED else None
