"""What a page says in data → hints at its article: its titles and how its summaries begin."""

from letopis.page.facts import Said
from letopis.page.labels.traits import LEAD, Hints

TITLES, LEADS = ("og:title", "twitter:title"), ("description", "og:description", "twitter:description")


def hints_of(said: Said) -> Hints:
    """Return what the page's data say of the article's words."""
    titles = [said.titled, said.graph.get("headline"), *told(said, TITLES)]
    leads = [said.graph.get("description"), *told(said, LEADS)]
    return Hints("\n".join(map(squeezed, titles)), frozenset(squeezed(lead)[:LEAD] for lead in leads) - {""})


def told(said: Said, names: tuple[str, ...]) -> list[str]:
    """Return what meta tags of these names hold."""
    return [words for name in names for words in said.meta.get(name, ())]


def squeezed(words: object) -> str:
    """Return words with single spaces; nothing for what is no text."""
    return " ".join(words.split()) if isinstance(words, str) else ""
