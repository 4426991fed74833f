"""Grove → which of its leaves are the article: small nets, trained on pages, over traits that need no words."""

from letopis.page.labels.net import chances
from letopis.page.labels.traits import traits_of
from letopis.page.tree import Grove

__all__ = ["article_of"]

# Short notices on busy pages never get sure of themselves: where little is found, less certain leaves may come in.
LIKELY = (0.5, 0.25, 0.12)
LITTLE = 200


def article_of(page: Grove) -> list[int]:
    """Return the leaves of the article in reading order, none where the page seems to hold no article."""
    if not page.leaves:
        return []
    found = chances(traits_of(page))
    kept: list[int] = []
    for likely in LIKELY:
        kept = [at for at, chance in enumerate(found) if chance > likely]
        if sum(len(page.leaves[at].text) - page.leaves[at].linked for at in kept) >= LITTLE:
            break
    return kept
