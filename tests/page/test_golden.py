"""Whole pages that we wrote ourselves, with what a reader makes of each beside it."""

import json
from pathlib import Path

import pytest

from letopis.gather.files import capture_of
from letopis.model import Article, FrontPage
from letopis.page import read

GOLDEN = Path(__file__).parent.parent / "golden"
PAGES = sorted(path for path in GOLDEN.iterdir() if path.suffix in (".html", ".txt"))


def outcome(path):
    return read(capture_of(path.absolute().as_uri(), path.read_bytes(), path.name))


TOLD = {
    "text": lambda article: [block.span.of(article.text) for block in article.blocks],
    "kinds": lambda article: [block.kind for block in article.blocks],
    "images": lambda article: [[image.caption, image.credit] for image in article.images],
    "teasers": lambda page: [teaser.title for teaser in page.teasers],
    "headings": lambda page: [teaser.heading for teaser in page.teasers],
    "entries": lambda article: [[entry.at and entry.at.value, entry.clock] for entry in article.entries],
    "authors": lambda article: [author.name for author in article.authors],
    "published": lambda article: article.published and [article.published.value, article.published.source],
    "modified": lambda article: article.modified and [article.modified.value, article.modified.source],
}


def told(article, key):
    return TOLD[key](article) if key in TOLD else getattr(article, key)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_each_golden_page_reads_as_a_reader_would_read_it(path):
    expected = json.loads(path.with_suffix(".json").read_text("utf-8"))
    found = outcome(path)
    if "refusal" in expected:
        assert not isinstance(found, Article)
        assert expected["refusal"] in found.reason
        return
    wanted = FrontPage if expected.get("kind") in ("front", "section") else Article
    assert isinstance(found, wanted), found
    assert {key: told(found, key) for key in expected} == expected


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_text_is_the_blocks_joined_by_blank_lines(path):
    found = outcome(path)
    if isinstance(found, Article):
        assert "\n\n".join(block.span.of(found.text) for block in found.blocks) == found.text
