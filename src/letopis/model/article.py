"""An article: what a page says, cleaned, with the place each word of it was read from."""

from datetime import datetime
from typing import Literal

import msgspec

from letopis.model.span import Span

BlockKind = Literal["headline", "lead", "paragraph", "heading", "quotation", "list", "table", "caption", "embed"]
# May everybody read it, only those who pay or sign in, or does the page hold no more than its beginning?
Access = Literal["free", "paywalled", "truncated"]


class Author(msgspec.Struct, frozen=True):
    """Somebody the page names as its writer."""

    name: str


class Dated(msgspec.Struct, frozen=True):
    """A time and where it was read: ISO 8601 with zone where the page gives one, else the day alone."""

    value: str
    source: str = msgspec.field(name="from")


class Block(msgspec.Struct, frozen=True):
    """A stretch of the article's text, what it is, and the element of the page it stands in, as a path of CSS."""

    kind: BlockKind
    span: Span
    place: str | None = None


class Image(msgspec.Struct, frozen=True):
    """A picture of the article; its caption is kept apart from its credit."""

    url: str | None
    caption: str | None
    alt: str | None
    credit: str | None


class Teaser(msgspec.Struct, frozen=True):
    """A headline in a list of other articles: place in the list (from 1), words, address, the heading above."""

    rank: int
    title: str
    url: str | None
    heading: str | None = None


class Link(msgspec.Struct, frozen=True):
    """A link inside the article's text."""

    url: str
    text: str


class Update(msgspec.Struct, frozen=True):
    """An entry of a live blog: where it stands in the text, when it was written, and the time as the page prints it."""

    span: Span
    at: Dated | None
    clock: str | None = None


class CaptureRef(msgspec.Struct, frozen=True):
    """The capture an article was read from: address, UTC time, SHA-256 of the body."""

    url: str
    fetched: datetime | None
    sha256: str


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """What a page says. `text` is the blocks joined by blank lines; every span of a record points into it."""

    url: str | None
    canonical: str | None = None
    outlet: str | None = None
    title: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    language: str | None = None
    declared: str | None = None
    authors: tuple[Author, ...] = ()
    published: Dated | None = None
    modified: Dated | None = None
    access: Access | None = None
    text: str
    blocks: tuple[Block, ...] = ()
    images: tuple[Image, ...] = ()
    teasers: tuple[Teaser, ...] = ()
    links: tuple[Link, ...] = ()
    kind: Literal["article", "live"] = "article"
    entries: tuple[Update, ...] = ()
    capture: CaptureRef | None = None
