"""What becomes of a page: a reading, a front page, or a refusal that says why."""

import msgspec

from letopis.model.article import Article
from letopis.model.front_page import FrontPage
from letopis.model.record import Record


class Refusal(msgspec.Struct, frozen=True):
    """A page that gave nothing, and why."""

    url: str | None
    reason: str


class Reading(msgspec.Struct, frozen=True):
    """An article and its record: what `letopis read --json` prints."""

    article: Article
    record: Record


Outcome = Reading | FrontPage | Refusal
