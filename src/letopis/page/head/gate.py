"""Said, grove and the article's leaves → who may read the article, and whether the page holds all of it."""

import re
from functools import cache
from typing import Any

from letopis.language.lists import plain, word_list
from letopis.model import Access
from letopis.page.facts import Said, first
from letopis.page.tree import Grove

CODES = ("en", "ru", "be", "uk", "de", "fr", "es", "pt", "it", "pl")
TIERS: dict[str, Access] = {"free": "free", "metered": "paywalled", "locked": "paywalled", "paid": "paywalled"}
AFTER, LONGEST, LONG = 6, 240, 2_500


def access_of(said: Said, page: Grove, kept: list[int]) -> Access | None:
    """Say whether an article is cut by a request to pay or sign in, else what its data say; None where nobody says."""
    if walled(page, kept):
        return "truncated"
    free = is_free(said.graph)
    if free is None:
        free = truth(first(said, "isaccessibleforfree"))
    if free is None:
        return TIERS.get((first(said, "article:content_tier") or "").lower())
    return "free" if free else "paywalled"


def walled(page: Grove, kept: list[int]) -> bool:
    """Say whether the lines after the article's last one ask for money or a name before one may read on."""
    # A wall that a script would put over the whole article stands after a long text, too.
    if not kept or sum(len(page.leaves[at].text) for at in kept) > LONG:
        return False
    after = page.leaves[kept[-1] + 1 : kept[-1] + 1 + AFTER]
    shown = [leaf for leaf in after if len(leaf.text) < LONGEST and not page.elements[leaf.element].hidden]
    return any(demands().search(plain(leaf.text.casefold())) for leaf in shown)


@cache
def demands() -> re.Pattern[str]:
    """Return how pages ask for money or a name before one may read on, in all our languages."""
    return re.compile("|".join(re.escape(words) for code in CODES for words in sorted(word_list(code, "read_on"))))


def is_free(graph: dict[str, Any]) -> bool | None:
    """Say whether the article's data call it free; a part of it that is not free makes it paid for."""
    parts = graph.get("hasPart")
    told = [
        truth(part.get("isAccessibleForFree"))
        for part in (parts if isinstance(parts, list) else [parts])
        if isinstance(part, dict)
    ]
    whole = truth(graph.get("isAccessibleForFree"))
    return whole if whole is not None else (False if False in told else None)


def truth(value: Any) -> bool | None:
    """Return what a site means by true, "True", "https://schema.org/False" and the like."""
    word = str(value).lower().rpartition("/")[2]
    return {"true": True, "yes": True, "false": False, "no": False}.get(word)
