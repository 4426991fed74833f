"""Labelled lines of flattened text → blocks, images, teasers."""

import re
from typing import NamedTuple

from letopis.model import BlockKind, Image, Teaser
from letopis.page.flat.timed import without_clock
from letopis.page.layout.credits import worded

NUMBER = re.compile(r"(\d{1,3})[.)]\s+(?=\S)")


class Piece(NamedTuple):
    """A line and what it is: a block's kind, or "teaser", "over" (what stands over a list), "clock", "furniture"."""

    text: str
    kind: str


KINDS: dict[str, BlockKind] = {
    "headline": "headline",
    "lead": "lead",
    "paragraph": "paragraph",
    "heading": "heading",
    "list": "list",
    "caption": "caption",
}


def joined(pieces: list[Piece]) -> list[tuple[str, BlockKind]]:
    """Return the words and kind of each block: a list's lines make one block, a caption goes without its credit."""
    found: list[tuple[str, BlockKind]] = []
    for piece in pieces:
        if piece.kind not in KINDS:
            continue
        kind = KINDS[piece.kind]
        words = worded(piece.text).caption if kind == "caption" else piece.text
        if not words:
            continue
        if kind == "list" and found and found[-1][1] == "list" and not piece.text.startswith("1"):
            found[-1] = (f"{found[-1][0]}\n{words}", "list")
        else:
            found.append((words, kind))
    return found


def images_of(pieces: list[Piece]) -> list[Image]:
    """Return the images that captions tell of."""
    found, alt = [], None
    for piece in pieces:
        if piece.kind == "caption":
            caption = worded(piece.text)
            found.append(Image(None, caption.caption, alt, caption.credit))
        alt = piece.text if piece.kind == "alt" else None
    return found


def teasers_of(pieces: list[Piece]) -> list[Teaser]:
    """Return the headlines of lists of other articles; each list counts from one."""
    found: list[Teaser] = []
    rank, over = 0, None
    for before, piece in zip([Piece("", ""), *pieces], pieces, strict=False):
        if piece.kind == "teaser":
            rank = rank + 1 if before.kind == "teaser" else 1
            over = over if before.kind in ("teaser", "over") else None
            found.append(Teaser(rank, without_clock(NUMBER.sub("", piece.text, count=1)), None, over))
        elif piece.kind == "over":
            over = piece.text
    return found
