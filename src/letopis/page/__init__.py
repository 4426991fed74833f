"""Capture → Article, FrontPage or Refusal: bytes to text to blocks to labelled blocks to article."""

import msgspec

from letopis.collector import undisturbed
from letopis.language.detect import language_of
from letopis.model import Article, Author, Capture, CaptureRef, FrontPage, Refusal
from letopis.page.bylines import authors_of
from letopis.page.charset import decoded, utf8
from letopis.page.facts import said_by
from letopis.page.head.gate import access_of
from letopis.page.head.headline import title_of
from letopis.page.head.subjects import section_of, tags_of
from letopis.page.head.top import top_of
from letopis.page.images import images_of, without_captions
from letopis.page.labels import article_of
from letopis.page.layout.asides import without_asides
from letopis.page.layout.channel import MESSAGE, messages_of
from letopis.page.layout.hostile import stalls
from letopis.page.layout.signature import signed_by, unsigned
from letopis.page.layout.writing import written
from letopis.page.lists.entries import entries_of, with_lead
from letopis.page.lists.kinds import kind_of
from letopis.page.lists.listing import front_of
from letopis.page.lists.teasers import headlines_of, teasers_of
from letopis.page.outlet.naming import outlet_printed
from letopis.page.plain import read_plain
from letopis.page.published import modified_of, published_of
from letopis.page.tree import grove

__all__ = ["read"]

MARKUP = ("html", "xml")
MOST_BYTES, ERROR = 10_000_000, 400
# So many letters tell a language as well as all of them.
TELLING = 500
OWN_FILES = ("file:", "memory:")


def read(capture: Capture) -> Article | FrontPage | Refusal:
    """Read the article out of a captured page, or the headlines where the page is a list of news."""
    if reason := unfit(capture):
        return Refusal(capture.url, reason)
    plain = utf8(capture.body)
    text = decoded(capture.body, header(capture)) if plain is None else plain
    if any(word in capture.media_type for word in MARKUP):
        found = read_html(text, text if plain is None else capture.body, capture)
    else:
        found = read_plain(text, address(capture)) or "no article: no prose in the text"
    if isinstance(found, str):
        return Refusal(capture.url, found)
    proof = CaptureRef(capture.url, capture.fetched, capture.sha256)
    return msgspec.structs.replace(found, capture=proof)


def unfit(capture: Capture) -> str | None:
    """Say why a capture cannot hold an article, whatever its body says."""
    if capture.status >= ERROR:
        return f"not found: status {capture.status}"
    if len(capture.body) > MOST_BYTES:
        return f"larger than {MOST_BYTES} bytes"
    kind = capture.media_type
    readable = kind.startswith("text/") or any(word in kind for word in MARKUP)
    return None if readable and "feed" not in kind else f"not HTML: {kind}"


def header(capture: Capture) -> str | None:
    """Return what the server says of the kind of the page."""
    return next((value for name, value in capture.headers if name.lower() == "content-type"), None)


def address(capture: Capture) -> str | None:
    """Return the page's address on the web; a file of one's own has none."""
    return None if capture.final_url.startswith(OWN_FILES) else capture.final_url


@undisturbed()
def read_html(text: str, markup: str | bytes, capture: Capture) -> Article | FrontPage | str:
    """Read an HTML page, `markup` being its text or UTF-8 bytes; or say why it holds neither article nor headlines."""
    if reason := stalls(text, capture.body):
        return reason
    page, url = grove(markup), address(capture)
    said = said_by(page.tree, url)
    kept = (messages_of(page) if MESSAGE in text else []) or with_lead(
        page, said, without_asides(page, article_of(page, said))
    )
    found = headlines_of(page, kept)
    kind = kind_of(page, said, kept, found, said.canonical or url)
    if kind.reason:
        return kind.reason
    if kind.name not in ("article", "live"):
        return front_of(page, said, kind, url)
    title, live = title_of(said, page), kind.name == "live"
    top = top_of(page, kept, title)
    body = written(page, unsigned(page, without_captions(page, kept)), title, said.canonical or url)
    published = published_of(said, top, url, capture.fetched)
    return Article(
        url=url,
        canonical=said.canonical,
        outlet=outlet_printed(said, top, title, url),
        title=title,
        section=section_of(said),
        tags=tags_of(said),
        language=language_of(body.text[:TELLING], said.declared),
        declared=said.declared,
        authors=tuple(map(Author, authors_of(said, top, url) or signed_by(page, kept))),
        published=published,
        modified=modified_of(said, top, capture.fetched),
        access=access_of(said, page, kept),
        text=body.text,
        blocks=body.blocks,
        images=images_of(said, top, said.canonical or url),
        teasers=teasers_of(page, kept, found, said.canonical or url),
        links=body.links,
        kind="live" if live else "article",
        entries=entries_of(page, said, body, published, capture.fetched) if live else (),
    )
