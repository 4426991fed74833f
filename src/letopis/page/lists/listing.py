"""Grove and head of a page that lists news → the front page or section: its headlines in their order."""

from collections import Counter

from letopis.language.detect import language_of
from letopis.model import FrontPage, Teaser
from letopis.page.facts import Said, absolute, folded
from letopis.page.head.headline import PARTED, is_home, title_of, titles
from letopis.page.lists.kinds import Kind
from letopis.page.lists.teasers import LEAST_LIST, Headline, headlines_of, key_of, leads_on, lists_of
from letopis.page.outlet.masthead import outlet_named
from letopis.page.tree import Grove

TELLING = 40  # headlines: as many tell a language
LEAST_WORDS = 2


def front_of(page: Grove, said: Said, kind: Kind, url: str | None) -> FrontPage:
    """Return the front page: all its headlines, ranked as a reader comes to them."""
    outlet = outlet_of_list(said, page)
    teasers = ranked(page, said.canonical or url)
    return FrontPage(
        url=url,
        canonical=said.canonical,
        outlet=outlet,
        title=section_title(said, page, outlet) if kind.name == "section" else outlet or title_of(said, page),
        language=language_of("\n".join(teaser.title for teaser in teasers[:TELLING]), said.declared),
        kind="front" if kind.name == "front" else "section",
        teasers=teasers,
    )


def outlet_of_list(said: Said, page: Grove) -> str | None:
    """Return the outlet's name; on a front page it may be the title, too."""
    return outlet_named(said, page, title_of(said, page)) or outlet_named(said, page, None)


def section_title(said: Said, page: Grove, outlet: str | None) -> str | None:
    """Return a section's own name: where only the outlet's stands on the page, the rest of the title in the head."""
    title, name = title_of(said, page), folded(outlet or "")
    if title is None or folded(title) != name:
        return title
    parts = [part.strip() for whole in titles(said) for part in PARTED.split(whole)]
    return next((part for part in parts if folded(part) not in ("", name)), title)


def ranked(page: Grove, url: str | None) -> tuple[Teaser, ...]:
    """Return the headlines of a page as they stand in it, each with the heading of its list."""
    found = with_short_ones(page, headlines_of(page, []))
    headings = {one: listed.heading for listed in lists_of(page, [], found, 1) for one in listed.headlines}
    return tuple(Teaser(rank, one.title, absolute(one.href, url), headings[one]) for rank, one in enumerate(found, 1))


def with_short_ones(page: Grove, found: list[Headline]) -> list[Headline]:
    """Add the headlines of two or three words: links that stand just as three others do."""
    counts = Counter(key_of(page, headline.at) for headline in found)
    known = {headline.href for headline in found}
    taken = {headline.at for headline in found}
    short = [
        Headline(at, anchor.text, anchor.href)
        for at, leaf in enumerate(page.leaves)
        if len(leaf.anchors) == 1 and at not in taken and counts[key_of(page, at)] >= LEAST_LIST
        for anchor in leaf.anchors
        if anchor.text == leaf.text
        and len(anchor.text.split()) >= LEAST_WORDS
        and leads_on(anchor.href)
        and not is_home(anchor.href)
    ]
    return sorted((*found, *(one for one in short if one.href not in known)), key=lambda one: one.at)
