"""What a user names → captures: a file, a folder, `-`, a WARC, a feed, an address."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from letopis.errors import SourceMissing
from letopis.gather.feeds import captures_of_feed
from letopis.gather.files import files_under, first_bytes, path_of, read_file, read_stdin
from letopis.gather.sniffing import FEED
from letopis.gather.warc import captures_of_warc
from letopis.model import Capture, Refusal
from letopis.settings import Settings


def captures_of(source: str, settings: Settings) -> Iterator[Capture | Refusal]:
    """Go through the captures a source gives; raises SourceMissing or SourceUnreadable for what is not there."""
    if source == "-":
        return opened(read_stdin(settings.most_bytes))
    path = path_of(local(source))
    return from_folder(path, settings) if path.is_dir() else from_file(path, settings)


def local(source: str) -> str:
    """Return the path a source names, be it written as a path or as a `file:` address."""
    scheme = urlsplit(source).scheme if "://" in source else ""
    if scheme not in ("", "file"):
        raise SourceMissing(source, f"{scheme}: is not a kind of address we can open; http: and https: are")
    return url2pathname(urlsplit(source).path) if scheme else source


def from_folder(folder: Path, settings: Settings) -> Iterator[Capture | Refusal]:
    """Go through the captures of every file of a folder, in the order of their names."""
    for path in files_under(folder):
        yield from from_file(path, settings)


def from_file(path: Path, settings: Settings) -> Iterator[Capture | Refusal]:
    """Go through the captures a file holds: one, or as many as a WARC or a feed has."""
    if first_bytes(path).startswith(b"WARC/"):
        yield from captures_of_warc(path, settings.most_bytes)
    else:
        yield from opened(read_file(path, settings.most_bytes))


def opened(found: Capture | Refusal) -> Iterator[Capture | Refusal]:
    """Give a feed as its entries, and everything else as it is."""
    if isinstance(found, Capture) and found.media_type == FEED:
        yield from captures_of_feed(found)
    else:
        yield found
