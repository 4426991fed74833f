"""An article and the dates its words fix → the day it was written, and where that was read."""

from collections.abc import Iterable
from datetime import date

from letopis.model import Article, Moment
from letopis.record.moments.scene import Scene

# A page dated outside these years is dated wrongly.
YEARS = range(1500, 2200)


def written(article: Article) -> Scene | None:
    """Return the day the page gives as its publication, None where it gives none."""
    if article.published is None:
        return None
    try:
        now = date.fromisoformat(article.published.value[:10])
    except ValueError:
        return None
    if now.year not in YEARS:
        return None
    return Scene(now, "caption" if article.published.source == "caption" else "published")


def caption_texts(article: Article) -> list[str]:
    """Return the words under the article's pictures."""
    under = [image.caption for image in article.images if image.caption]
    return under + [block.span.of(article.text) for block in article.blocks if block.kind == "caption"]


def dated(under: Iterable[Moment], told: Iterable[Moment]) -> Scene:
    """Return the latest full day under a picture, or of the text where that is later: pictures may be old."""
    pictured, spoken = full_days(under), full_days(told)
    if pictured and max(pictured) >= max(spoken, default=date.min):
        return Scene(max(pictured), "caption")
    return Scene(max(spoken), "text") if spoken else Scene()


def full_days(found: Iterable[Moment]) -> list[date]:
    """Return the days that the words fix by themselves."""
    return [m.last for m in found if m.last and m.anchor == "explicit" and m.granularity == "day"]
