"""Flattened text → article: what "select all" leaves of a page, told apart line by line."""

import re
from functools import cache

import msgspec

from letopis.language.detect import language_of
from letopis.language.lists import word_list
from letopis.model import Article, Author, Block, Dated, Span
from letopis.page.bylines import is_name, parted, without_lead
from letopis.page.flat.pieces import NUMBER, Piece, images_of, joined, teasers_of
from letopis.page.flat.timed import entries_at, has_entries, timed_run
from letopis.page.flat.unfolding import DASHES, Line, lines_of
from letopis.page.layout.credits import CODES, worded
from letopis.page.lists.clocks import clock_of
from letopis.page.published import day_in

STAMP = re.compile(r"(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d|\d{1,2}:\d\d)")
ENDINGS = ".!?…:;"
CLOSERS = "»”\"')]’“"
LEAST_LIST = 3
ASIDE = ("teaser", "over", "caption", "alt")
PROSE_WORDS, PROSE_LENGTH = 8, 50
TITLE_WORDS, TITLE_LENGTH = 4, 220
SENTENCE_WORDS, NEAR = 2, 4
FURNITURE_LENGTH, LIST_HEADING_LENGTH, CREDIT_LENGTH, CAPTION_LENGTH, STAMP_LENGTH = 160, 60, 60, 400, 80


@cache
def openings(name: str) -> tuple[str, ...]:
    """Return a word list of all languages, for lines whose language is not known yet."""
    return tuple(sorted({words for code in CODES for words in word_list(code, name)}))


def read_plain(text: str, url: str | None) -> Article | None:
    """Return the article of a flattened page; None where no line of it is prose."""
    lines = lines_of(text)
    pieces = captions(numbered(lines))
    start = opening(pieces)
    if start is None:
        return None
    near = [piece.text for piece in pieces[max(0, start - NEAR) : start] if piece.kind == "line"]
    published = dated(near)
    article = assembled(around(inside(pieces, start), start), url, published)
    return msgspec.structs.replace(article, published=published, authors=signed(near))


def dated(near: list[str]) -> Dated | None:
    """Return the day that a short line above the first paragraph gives."""
    days = [day for line in near if len(line) < STAMP_LENGTH and (day := day_in(line))]
    return Dated(days[-1], "text") if days else None


def signed(near: list[str]) -> tuple[Author, ...]:
    """Return the names of a byline above the first paragraph."""
    bylines = [rest for line in near if len(line) < STAMP_LENGTH and (rest := without_lead(line)) != line]
    return tuple(Author(name) for rest in bylines for name in parted(rest) if is_name(name))


def numbered(lines: list[Line]) -> list[Piece]:
    """Tell numbered lists and feeds from other lines: before any prose they are the outlet's front page."""
    pieces: list[Piece] = []
    texts = [line.text for line in lines]
    at, prose = 0, False
    while at < len(lines):
        length = run_length(lines, at) or (0 if prose else timed_run(texts, at))
        if length >= LEAST_LIST:
            kind = "list" if prose else "teaser"
            pieces[-1:] = [heading(piece) if kind == "teaser" else piece for piece in pieces[-1:]]
            pieces += [Piece(text, kind) for text in texts[at : at + length]]
        else:
            length = 1
            pieces.append(Piece(lines[at].text, "line"))
            prose = prose or is_prose(lines[at].text)
        at += length
    return pieces


def heading(piece: Piece) -> Piece:
    """Return a short line right above a list as what stands over it."""
    over = piece.kind == "line" and len(piece.text) < LIST_HEADING_LENGTH and piece.text[-1] not in ENDINGS
    return Piece(piece.text, "over") if over and not begins(piece.text, "page_furniture") else piece


def run_length(lines: list[Line], at: int) -> int:
    """Count the lines from here that are numbered 1, 2, 3 and on."""
    length = 0
    for line in lines[at:]:
        match = NUMBER.match(line.text)
        if match is None or int(match.group(1)) != length + 1:
            break
        length += 1
    return length


def captions(pieces: list[Piece]) -> list[Piece]:
    """Mark captions: lines that end in a credit, or stand twice; of a caption printed twice one is kept."""
    marked: list[Piece] = []
    for piece, after in zip(pieces, [*pieces[1:], Piece("", "end")], strict=True):
        if piece.kind == "line" and after.kind == "line" and repeats(piece.text, after.text):
            marked.append(Piece(piece.text, "alt"))
        elif piece.kind == "line" and (is_credited(piece.text) or (marked and marked[-1].kind == "alt")):
            marked.append(Piece(piece.text, "caption"))
        else:
            marked.append(piece)
    return marked


def repeats(text: str, after: str) -> bool:
    """Say whether the line after says the same again, or the same and a credit."""
    return text == after or (after.startswith(text.rstrip(".")) and is_credited(after) and not is_prose(text))


def is_credited(text: str) -> bool:
    """Say whether a line ends in a credit."""
    found = worded(text)
    if found.credit is None or text.startswith("©"):
        return False
    return len(found.credit) < CREDIT_LENGTH and len(text) < CAPTION_LENGTH


def is_prose(text: str) -> bool:
    """Say whether a line reads like a paragraph: it is long enough and ends like a sentence, or is spoken."""
    if text.startswith(DASHES):
        return True
    ended = text.rstrip(CLOSERS)[-1:] in ENDINGS or text[-1:] in ENDINGS
    return ended and (len(text) >= PROSE_LENGTH or len(text.split()) >= PROSE_WORDS)


def is_sentence(text: str) -> bool:
    """Say whether a short line of an article is a sentence rather than a heading."""
    return text.rstrip(CLOSERS)[-1:] in ".!?…" and len(text.split()) >= SENTENCE_WORDS


def opening(pieces: list[Piece]) -> int | None:
    """Return where the article's first paragraph stands."""
    for at, piece in enumerate(pieces):
        if piece.kind == "line" and is_prose(piece.text) and not is_furniture(piece.text):
            return at
    return None


def begins(text: str, name: str) -> bool:
    """Say whether a line begins with words of a list."""
    lowered = text.casefold().replace("ё", "е").lstrip("•·*▪►→ ")
    return lowered.startswith(openings(name))


def is_furniture(text: str) -> bool:
    """Say whether a line belongs to any page of the outlet."""
    return "©" in text[:3] or (len(text) < FURNITURE_LENGTH and begins(text, "page_furniture"))


def inside(pieces: list[Piece], start: int) -> list[Piece]:
    """Label what follows the article's first paragraph: paragraphs, headings, lists of other articles, furniture."""
    labelled, listing = pieces[:start], False
    for at, piece in enumerate(timed(pieces, start)[start:], start):
        if piece.kind != "line":
            labelled.append(piece)
            listing = False
            continue
        heads = len(piece.text) < LIST_HEADING_LENGTH and begins(piece.text, "list_headings")
        listing = heads or (listing and not is_prose(piece.text))
        labelled.append(Piece(piece.text, kind_of(piece.text, heads=heads, listing=listing, first=at == start)))
    return labelled


def timed(pieces: list[Piece], start: int) -> list[Piece]:
    """Mark the times that stand alone above the entries of a live blog."""
    if not has_entries([piece.text for piece in pieces[start:]]):
        return pieces
    return [Piece(piece.text, "clock" if clock_of(piece.text) else piece.kind) for piece in pieces]


def kind_of(text: str, *, heads: bool, listing: bool, first: bool) -> str:
    """Say what a line of the article's body is."""
    if heads:
        return "over"
    if is_furniture(text):
        return "furniture"
    if listing:
        return "teaser"
    if first:
        return "lead"
    if is_prose(text) or len(text) >= PROSE_LENGTH * 2 or is_sentence(text):
        return "paragraph"
    return "heading"


def around(pieces: list[Piece], start: int) -> list[Piece]:
    """Cut what stands before and after the article, but for the headline."""
    stop = max(at for at, piece in enumerate(pieces) if piece.kind in ("lead", "paragraph", "list"))
    head = headline(pieces[:start])
    before = [
        Piece(piece.text, "headline") if at == head else piece
        for at, piece in enumerate(pieces[:start])
        if at == head or piece.kind in ASIDE
    ]
    after = [piece for piece in pieces[stop + 1 :] if piece.kind in ASIDE]
    return [*before, *pieces[start : stop + 1], *after]


def headline(before: list[Piece]) -> int | None:
    """Return which line above the first paragraph is its headline: the nearest one that looks like a headline."""
    for at in range(len(before) - 1, -1, -1):
        if before[at].kind == "teaser":
            return None
        if before[at].kind == "line" and headlike(before[at].text):
            return at
    return None


def headlike(text: str) -> bool:
    """Say whether a line could be a headline."""
    if is_furniture(text) or begins(text, "list_headings") or STAMP.search(text):
        return False
    return len(text.split()) >= TITLE_WORDS and len(text) <= TITLE_LENGTH and text.count("  ") == 0 and "|" not in text


def assembled(pieces: list[Piece], url: str | None, published: Dated | None) -> Article:
    """Make the article of labelled lines."""
    blocks: list[Block] = []
    parts: list[str] = []
    at = 0
    for words, kind in joined(pieces):
        blocks.append(Block(kind, Span(at, at + len(words))))
        parts.append(words)
        at += len(words) + 2
    text = "\n\n".join(parts)
    titles = [piece.text for piece in pieces if piece.kind == "headline"]
    starts = [(len(joined(pieces[:at])), piece.text) for at, piece in enumerate(pieces) if piece.kind == "clock"]
    return Article(
        url=url,
        title=titles[0] if titles else None,
        language=language_of(text),
        text=text,
        blocks=tuple(blocks),
        images=tuple(images_of(pieces)),
        teasers=tuple(teasers_of(pieces)),
        kind="live" if starts else "article",
        entries=entries_at(starts, tuple(blocks), published),
    )
