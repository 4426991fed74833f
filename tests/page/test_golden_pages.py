"""More whole pages that we wrote ourselves: each held group by group against what a careful reader makes of it."""

import json
from collections import Counter
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from letopis.gather.files import capture_of
from letopis.model import Article, FrontPage
from letopis.page import read
from letopis.page.charset import decoded

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "tests/golden/pages"
FLOORS = json.loads((ROOT / "benchmarks/floors.json").read_text("utf-8"))["golden"]
ABOUT = ("language", "declared", "outlet", "section", "canonical", "access")


def unread():
    """Return which groups of which pages are not yet read as a reader would, and why."""
    rows = [line.split("\t") for line in (PAGES / "unread.tsv").read_text("utf-8").splitlines()]
    return {(row[0], row[1]): row[2] for row in rows if not row[0].startswith("#")}


UNREAD = unread()


@cache
def expected(page):
    return json.loads((PAGES / f"{page}.json").read_text("utf-8"))


@cache
def outcome(page):
    path = PAGES / f"{page}.html"
    return read(capture_of(f"file:///{path.name}", path.read_bytes(), path.name))


def article(page):
    found = outcome(page)
    assert isinstance(found, Article), f"{page} was refused: {found.reason}"
    return found


def lines(blocks):
    """Return the blocks of a text line by line, every run of white space as one space."""
    return [" ".join(line.split()) for block in blocks for line in block.split("\n") if line.strip()]


def shares(page):
    """Return which share of the letters that were read are the article's, and which share of those were read."""
    wanted, found = lines(expected(page)["text"]), lines(article(page).text.split("\n\n"))
    common = Counter(wanted) & Counter(found)
    good = sum(len(line) * times for line, times in common.items())
    return good / max(1, sum(map(len, found))), good / max(1, sum(map(len, wanted)))


def difference(wanted, found):
    """Say line by line what is missing and what is too much."""
    missing, more = Counter(wanted) - Counter(found), Counter(found) - Counter(wanted)
    told = [f"  not read: {line}" for line in missing] + [f"  too much: {line}" for line in more]
    return "\n".join(told) or "  the same lines in another order"


def text_holds(page):
    precision, recall = shares(page)
    wanted, found = lines(expected(page)["text"]), lines(article(page).text.split("\n\n"))
    told = f"{page}: precision {precision:.3f}, recall {recall:.3f}\n{difference(wanted, found)}"
    assert precision >= FLOORS["page precision"], told
    assert recall >= FLOORS["page recall"], told


def kinds_hold(page):
    assert [block.kind for block in article(page).blocks] == expected(page)["kinds"]


def title_holds(page):
    assert article(page).title == expected(page)["title"]


def authors_hold(page):
    assert [author.name for author in article(page).authors] == expected(page)["authors"]


def same_time(found, wanted):
    """Say whether a time is the one that a reader sees; it may say more, and be written for another zone."""
    if found is None or wanted is None:
        return found is wanted
    if found.value.startswith(wanted):
        return True
    moments = [datetime.fromisoformat(value) for value in (found.value, wanted)]
    return all(moment.tzinfo for moment in moments) and moments[0] == moments[1]


def times_hold(page):
    for name in ("published", "modified"):
        if name in expected(page):
            found, wanted = getattr(article(page), name), expected(page)[name]
            assert same_time(found, wanted), f"{page}: {name} {found and found.value}, a reader says {wanted}"


def about_holds(page):
    wanted = {name: expected(page)[name] for name in ABOUT if name in expected(page)}
    assert {name: getattr(article(page), name) for name in wanted} == wanted


def tags_hold(page):
    assert list(article(page).tags) == expected(page)["tags"]


def images_hold(page):
    wanted = expected(page)["images"]
    found = article(page).images
    assert [(image.caption, image.credit) for image in found] == [(one["caption"], one["credit"]) for one in wanted]
    for one, image in zip(wanted, found, strict=True):
        assert one.get("url") in (None, image.url)


def teasers_hold(page):
    wanted, found = expected(page)["teasers"], [teaser.title for teaser in article(page).teasers]
    told = f"{page}\n{difference(wanted, found)}"
    assert [title for title in found if title in wanted] == wanted, told


def headings_hold(page):
    """Each list has what stands above it, and counts from one."""
    found = article(page).teasers
    assert list(dict.fromkeys(teaser.heading for teaser in found)) == expected(page)["headings"]
    assert [teaser.rank for teaser in found if teaser.rank == 1] == [1] * len(expected(page)["headings"])


def kind_holds(page):
    assert article(page).kind == {"live blog": "live"}.get(expected(page)["kind"], "article")


def listing_holds(page):
    found, wanted = outcome(page), expected(page)["front page"]
    assert isinstance(found, FrontPage), f"{page}: {found}"
    assert found.kind == wanted["kind"]
    assert [found.title, found.outlet, found.canonical] == [wanted[key] for key in ("title", "outlet", "canonical")]
    assert found.language == expected(page)["language"]
    assert [[one.heading, one.title] for one in found.teasers] == wanted["headlines"]
    assert [one.rank for one in found.teasers] == list(range(1, len(found.teasers) + 1))


def entries_hold(page):
    found = article(page)
    assert found.kind == "live"
    told = [[one.at and one.at.value, one.clock, one.span.of(found.text).split("\n\n")] for one in found.entries]
    assert told == [[one["at"], one["clock"], one["text"]] for one in expected(page)["entries"]]


def places_hold(page):
    tree = LexborHTMLParser(decoded((PAGES / f"{page}.html").read_bytes(), None))
    for block in article(page).blocks:
        [element] = tree.css(block.place)
        words = block.span.of(article(page).text).split()
        assert words[0] in element.text()
        assert words[-1] in element.text()


def refusal_holds(page):
    found = outcome(page)
    assert not isinstance(found, Article), f"{page} was read as an article: {found.text[:200]}"
    assert expected(page)["refusal"] in found.reason


HOLDS = {
    "text": text_holds,
    "kinds": kinds_hold,
    "title": title_holds,
    "authors": authors_hold,
    "published": times_hold,
    "language": about_holds,
    "tags": tags_hold,
    "images": images_hold,
    "teasers": teasers_hold,
    "headings": headings_hold,
    "kind": kind_holds,
    "refusal": refusal_holds,
    "front page": listing_holds,
    "entries": entries_hold,
}


def claims():
    """Yield each page with each group of what a reader says of it."""
    for path in sorted(PAGES.glob("*.json")):
        said = expected(path.stem)
        alone = next((group for group in ("refusal", "front page") if group in said), None)
        groups = [alone] if alone else [group for group in HOLDS if group in said]
        for group in groups:
            reason = UNREAD.get((path.stem, group))
            marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
            yield pytest.param(path.stem, group, id=f"{path.stem}-{group}", marks=marks)


@pytest.mark.parametrize(("page", "group"), list(claims()))
def test_each_page_says_what_a_reader_would(page, group):
    HOLDS[group](page)


@pytest.mark.parametrize("page", sorted(path.stem for path in PAGES.glob("*.json")))
def test_each_block_stands_in_one_element_of_the_page(page):
    if isinstance(outcome(page), Article):
        places_hold(page)


def test_all_pages_together_hold_the_floors():
    read_pages = [path.stem for path in PAGES.glob("*.json") if "text" in expected(path.stem)]
    pairs = [shares(page) if isinstance(outcome(page), Article) else (0.0, 0.0) for page in read_pages]
    precision, recall = (sum(column) / len(pairs) for column in zip(*pairs, strict=True))
    assert precision >= FLOORS["precision"], f"precision {precision:.3f}"
    assert recall >= FLOORS["recall"], f"recall {recall:.3f}"


def test_there_are_forty_pages_and_more_in_four_languages():
    said = [expected(path.stem) for path in PAGES.glob("*.json")]
    assert len(said) >= 40
    assert {one["language"] for one in said if "language" in one} == {"ru", "be", "uk", "en"}
