"""Articles as the grader gives them → a label each, by the product's own grouping."""

from datetime import datetime
from typing import Any

from letopis.language.detect import language_of
from letopis.story.grouping.cluster import Grouped, grouped
from letopis.story.grouping.terms import Told, told


def cluster(docs: list[dict[str, Any]]) -> list[int]:
    """Return the number of the story of each article, in the order of the articles."""
    found: Grouped = grouped([told_of(number, doc) for number, doc in enumerate(docs)])
    labels = [0] * len(docs)
    for story, places in enumerate(found.groups):
        for place in places:
            labels[found.articles[place].told.id] = story
    return labels


def told_of(number: int, doc: dict[str, Any]) -> Told:
    """Return an article of the grader as grouping sees it."""
    text = f"{doc.get('title') or ''}\n\n{doc.get('text') or ''}"
    when = datetime.fromisoformat(doc["date"]).astimezone() if doc.get("date") else None
    return told(number, text, language_of(text), when)
