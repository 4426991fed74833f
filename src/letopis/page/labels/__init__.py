"""Grove → which of its leaves are the article: a small net, trained on pages, over traits that need no words."""

from letopis.page.labels.net import chances
from letopis.page.labels.traits import traits_of
from letopis.page.tree import Grove

__all__ = ["article_of"]

LIKELY = 0.5


def article_of(page: Grove) -> list[int]:
    """Return the leaves of the article in reading order, none where the page seems to hold no article."""
    if not page.leaves:
        return []
    found = chances(traits_of(page))
    return [at for at, chance in enumerate(found) if chance > LIKELY]
