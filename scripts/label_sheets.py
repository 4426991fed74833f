"""Pages with their gold → sheets to learn from: each leaf's traits, how much of it the gold has, what it weighs."""

import gzip
import json
import re
import zlib
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import numpy as np
from label_variants import Known

from letopis.page.charset import decoded
from letopis.page.facts import said_by
from letopis.page.labels.hints import hints_of
from letopis.page.labels.traits import traits_of
from letopis.page.tree import grove

WORD = re.compile(r"[぀-ヿ㐀-䶿一-鿿]|[^\W぀-ヿ㐀-䶿一-鿿]+")
GRAM = 4
HOST_PART = 2  # where ids of pages without an address keep their host


class Sheet(NamedTuple):
    """A page to learn from: its traits, and each leaf's share in the gold and weight."""

    rows: np.ndarray
    sizes: np.ndarray
    groups: tuple[np.ndarray, ...]
    head: int
    wanted: np.ndarray
    weight: np.ndarray


def site_of(gold: dict) -> str:
    """Return the host of a page."""
    host = urlsplit(gold["url"]).hostname if gold.get("url") else None
    parts = gold["id"].split("_")
    return (host or (parts[HOST_PART] if len(parts) > HOST_PART else gold["id"])).removeprefix("www.")


def held_back(gold: dict, every: int = 4) -> bool:
    """Say whether a page's site is one of those that training does not see."""
    return every > 0 and zlib.crc32(site_of(gold).encode()) % every == 0


def wanted_of(texts: list[str], body: str) -> tuple[np.ndarray, np.ndarray]:
    """Return how much of each leaf the gold has, and how many words it holds."""
    gold = WORD.findall(body)
    grams = {tuple(gold[at : at + size]) for size in range(1, GRAM + 1) for at in range(len(gold) - size + 1)}
    leaves = [WORD.findall(text) for text in texts]
    shares = []
    for at, words in enumerate(leaves):
        if len(words) >= GRAM:
            inner = [tuple(words[start : start + GRAM]) for start in range(len(words) - GRAM + 1)]
            shares.append(sum(gram in grams for gram in inner) / len(inner))
        elif words:
            shares.append(float(joins(leaves, at, grams)))
        else:
            shares.append(0.0)
    return np.array(shares, np.float32), np.array([len(words) for words in leaves], np.float32)


def joins(leaves: list[list[str]], at: int, grams: set) -> bool:
    """Say whether a short leaf runs on into a neighbour in the gold as it does on the page."""
    words = leaves[at]
    for other in leaves[at + 1 : at + 4]:
        both = (words + other)[:GRAM]
        if len(both) == GRAM and tuple(both) in grams:
            return True
    for other in leaves[max(0, at - 3) : at]:
        both = (other + words)[-GRAM:]
        if len(both) == GRAM and tuple(both) in grams:
            return True
    return False


def known_of(html: bytes, gold: dict) -> Known | None:
    """Return a page and how much of each leaf the gold has."""
    page = grove(decoded(html))
    hints = hints_of(said_by(page.tree, gold.get("url")))
    return Known(page, hints, *wanted_of([leaf.text for leaf in page.leaves], gold["body"])) if page.leaves else None


def sheet_of(known: Known) -> Sheet:
    """Make a page into something to learn from."""
    traits = traits_of(known.page, known.hints)
    whole = max(20.0, float((known.words * known.wanted).sum()))
    weight = np.minimum(known.words / whole, 0.5) + 0.0005
    groups = tuple(pool.back for pool in traits.pools)
    return Sheet(traits.rows, traits.sizes, groups, traits.head, known.wanted, weight.astype(np.float32))


def known_pages(data: Path, every: int) -> tuple[list[Known], list[Known]]:
    """Return the pages to learn from and those held back."""
    learnt: list[Known] = []
    kept: list[Known] = []
    for line in (data / "gold.jsonl").read_text("utf-8").split("\n"):
        gold = json.loads(line) if line.strip() else {}
        if not gold.get("body"):
            continue
        known = known_of(gzip.decompress((data / gold["file"]).read_bytes()), gold)
        if known is not None:
            (kept if held_back(gold, every) else learnt).append(known)
    return learnt, kept
