"""What a user names → captures: a file, a folder, `-`, a WARC, a feed, an address."""

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit

from letopis.errors import SourceMissing
from letopis.gather.feeds import ToFetch, entries_of
from letopis.gather.fetch import Limits, fetch
from letopis.gather.files import files_under, is_warc, path_of, read_file, read_stdin
from letopis.gather.sniffing import FEED
from letopis.gather.warc import captures_in, captures_of_warc
from letopis.model import Capture, Refusal
from letopis.settings import Settings

WARC = "application/warc"
WEB = ("http", "https")


def captures_of(source: str, settings: Settings) -> Iterator[Capture | Refusal]:
    """Go through the captures a source gives; raises SourceMissing or SourceUnreadable for what is not there."""
    if source == "-":
        return opened(read_stdin(settings.most_bytes), settings)
    if scheme_of(source) in WEB:
        return opened(fetched(source, settings), settings)
    path = path_of(local(source))
    return from_folder(path, settings) if path.is_dir() else from_file(path, settings)


def scheme_of(source: str) -> str:
    """Return an address's scheme in small letters; nothing for a path."""
    return source.partition("://")[0].lower() if "://" in source else ""


def local(source: str) -> str:
    """Return the path a source names, be it written as a path or as a `file:` address."""
    scheme = scheme_of(source)
    if scheme not in ("", "file"):
        raise SourceMissing(source, f"{scheme}: is not a kind of address we can open; http: and https: are")
    return os.fsdecode(unquote_to_bytes(urlsplit(source).path)) if scheme else source


def fetched(url: str, settings: Settings) -> Capture | Refusal:
    """Fetch an address within the settings' limits."""
    return fetch(url, Limits(settings.most_bytes, settings.deadline_s))


def from_folder(folder: Path, settings: Settings) -> Iterator[Capture | Refusal]:
    """Go through the captures of every file of a folder, in the order of their names."""
    for path in files_under(folder):
        yield from from_file(path, settings)


def from_file(path: Path, settings: Settings) -> Iterator[Capture | Refusal]:
    """Go through the captures a file holds: one, or as many as a WARC or a feed has."""
    if is_warc(path):
        yield from captures_of_warc(path, settings.most_bytes)
    else:
        yield from opened(read_file(path, settings.most_bytes), settings)


def opened(found: Capture | Refusal, settings: Settings) -> Iterator[Capture | Refusal]:
    """Give a feed as its entries, a WARC as its pages, and everything else as it is."""
    if isinstance(found, Refusal):
        yield found
    elif found.media_type == FEED:
        yield from from_feed(found, settings)
    elif found.media_type == WARC:
        yield from captures_in(found.body, found.url, settings.most_bytes)
    else:
        yield found


def from_feed(feed: Capture, settings: Settings) -> Iterator[Capture | Refusal]:
    """Go through a feed's entries; only a feed that came from the web may send us to the web."""
    from_web = scheme_of(feed.url) in WEB
    for entry in entries_of(feed):
        if not isinstance(entry, ToFetch):
            yield entry
        elif from_web:
            yield fetched(entry.url, settings)
        else:
            yield Refusal(entry.url, "the feed prints only a summary; add this address to read the page")
