"""Capture → Article or Refusal: bytes to text to blocks to labelled blocks to article."""

import msgspec

from letopis.language.detect import language_of
from letopis.model import Article, Author, Block, BlockKind, Capture, CaptureRef, Refusal, Span
from letopis.page.bylines import authors_of
from letopis.page.charset import decoded
from letopis.page.facts import outlet_of, said_by, section_of, title_of
from letopis.page.images import images_of
from letopis.page.labels import article_of
from letopis.page.plain import read_plain
from letopis.page.published import modified_of, published_of
from letopis.page.tree import Grove, grove

__all__ = ["read"]

MARKUP = ("html", "xml")
KINDS: dict[str, BlockKind] = {"blockquote": "quotation", "li": "list", "dd": "list", "td": "table", "th": "table"}
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
NO_ARTICLE = "no article: no prose on the page"


def read(capture: Capture) -> Article | Refusal:
    """Read the article out of a captured page."""
    if any(word in capture.media_type for word in MARKUP):
        found = read_html(capture)
    elif capture.media_type.startswith("text/"):
        found = read_plain(decoded(capture.body, header(capture)), None)
    else:
        return Refusal(capture.url, f"not a page: {capture.media_type}")
    if found is None:
        return Refusal(capture.url, NO_ARTICLE)
    return replaced(found, capture)


def header(capture: Capture) -> str | None:
    """Return what the server says of the kind of the page."""
    return next((value for name, value in capture.headers if name.lower() == "content-type"), None)


def replaced(article: Article, capture: Capture) -> Article:
    """Return the article with the proof of where it was read."""
    return msgspec.structs.replace(article, capture=CaptureRef(capture.url, capture.fetched, capture.sha256))


def read_html(capture: Capture) -> Article | None:
    """Read an HTML page."""
    page = grove(decoded(capture.body, header(capture)))
    kept = article_of(page)
    if not kept:
        return None
    url = None if capture.final_url.startswith(("file:", "memory:")) else capture.final_url
    said = said_by(page.tree, url)
    text, blocks = written(page, kept)
    return Article(
        url=url,
        canonical=said.canonical,
        outlet=outlet_of(said),
        title=title_of(said, page),
        section=section_of(said),
        language=language_of(text, page.tree.root.attributes.get("lang") if page.tree.root else None),
        authors=tuple(map(Author, authors_of(said, page))),
        published=published_of(said, page, url, capture.fetched),
        modified=modified_of(said, capture.fetched),
        text=text,
        blocks=blocks,
        images=images_of(page, kept, url),
    )


def written(page: Grove, kept: list[int]) -> tuple[str, tuple[Block, ...]]:
    """Return the article's text and its blocks."""
    blocks: list[Block] = []
    at = 0
    parts = [page.leaves[index] for index in kept]
    for leaf in parts:
        tag = page.elements[leaf.element].tag
        kind: BlockKind = "heading" if tag in HEADINGS else KINDS.get(tag, "paragraph")
        blocks.append(Block(kind, Span(at, at + len(leaf.text))))
        at += len(leaf.text) + 2
    return "\n\n".join(leaf.text for leaf in parts), tuple(blocks)
