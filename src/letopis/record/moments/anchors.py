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
    told = article.published.source
    return Scene(now, told if told in ("caption", "text") else "published")


def caption_texts(article: Article) -> list[str]:
    """Return the words under the article's pictures."""
    under = [image.caption for image in article.images if image.caption]
    return under + [block.span.of(article.text) for block in article.blocks if block.kind == "caption"]


def dated_by_captions(under: Iterable[Moment]) -> Scene | None:
    """Return the latest full day that stands under a picture."""
    days = full_days(under)
    return Scene(max(days), "caption") if days else None


def dated_by_text(told: Iterable[Moment]) -> Scene | None:
    """Return the latest full day of the text."""
    days = full_days(told)
    return Scene(max(days), "text") if days else None


def full_days(found: Iterable[Moment]) -> list[date]:
    """Return the days that the words fix by themselves."""
    return [m.last for m in found if m.last and m.anchor == "explicit" and m.granularity == "day"]
