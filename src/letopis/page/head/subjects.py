"""Said → what the article is about, as the page files it: its section and its tags."""

import re
from collections.abc import Iterator
from typing import Any

from letopis.page.facts import Said, first, folded, kinds_of, text_of

SECTIONS = ("article:section", "og:section", "articlesection", "section", "parsely-section")
COMMAS = re.compile(r"\s*[,;،、]\s*")
# Machines tag, too: "type:article", "_Prio_3", "channel_news", numbers and long identifiers.
MACHINE = re.compile(r"[A-Za-z -]+:.*|.*_.*|[\d./-]+|[0-9a-f-]{16,}|.*=.*")
LONGEST, MOST_WORDS, MOST = 60, 6, 40


def section_of(said: Said) -> str | None:
    """Return the section's name: as the article's data give it, else the last step that leads to the article."""
    given = text_of(said.graph.get("articleSection")) or first(said, *SECTIONS)
    return given or next(reversed(steps_of(said)), None)


def steps_of(said: Said) -> list[str]:
    """Return the sections that lead to the article in the page's list of steps, but front page and title."""
    lists = [thing for thing in said.objects if "BreadcrumbList" in kinds_of(thing)]
    steps = lists[0].get("itemListElement") if lists else None
    if not isinstance(steps, list):
        return []
    names = [text_of(step.get("item")) or text_of(step) for step in steps if isinstance(step, dict)]
    return [name for name in names[1:] if name and is_section(name, said)]


def is_section(name: str, said: Said) -> bool:
    """Say whether a step is no address and not the article itself."""
    key = folded(name)
    titles = [folded(title) for title in (said.titled, text_of(said.graph.get("headline"))) if title]
    return len(name) < LONGEST and "://" not in name and not any(key in title or title in key for title in titles)


def tags_of(said: Said) -> tuple[str, ...]:
    """Return the tags a reader sees: those of the first source that has any, each once."""
    given = (said.meta.get("article:tag"), said.graph.get("keywords"), said.meta.get("news_keywords"), linked(said))
    for tags in map(parts_of, given):
        found: dict[str, str] = {}
        for tag in tags:
            if not MACHINE.fullmatch(tag):
                found.setdefault(folded(tag), tag)
        if found:
            return tuple(found.values())[:MOST]
    return ()


def linked(said: Said) -> list[str]:
    """Return the words of the links that are called tags."""
    return [each.words.lstrip("#") for each in said.marked.get("tag", ()) if each.attributes.get("rel") == "tag"]


def parts_of(given: Any) -> Iterator[str]:
    """Yield the single tags of a list, or of a line with commas."""
    for each in given if isinstance(given, list) else [given]:
        for part in COMMAS.split(text_of(each) or ""):
            if 1 < len(part) < LONGEST and len(part.split()) <= MOST_WORDS:
                yield part.strip()
