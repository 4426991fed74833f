"""Grove → which of its leaves are the article: a small net, trained on pages, over traits that need no words."""

from letopis.page.facts import Said
from letopis.page.labels.choice import chosen
from letopis.page.labels.hints import hints_of
from letopis.page.labels.net import chances
from letopis.page.labels.traits import traits_of
from letopis.page.tree import Grove

__all__ = ["article_of"]


def article_of(page: Grove, said: Said) -> list[int]:
    """Return the leaves of the article in reading order, none where the page seems to hold no article."""
    if not page.leaves:
        return []
    traits = traits_of(page, hints_of(said))
    return chosen(page, traits, chances(traits))
