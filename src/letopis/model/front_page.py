"""An outlet's own front page or one of its sections: the headlines it puts on top, in their order."""

from datetime import datetime
from typing import Literal

import msgspec

from letopis.model.article import CaptureRef, Teaser
from letopis.model.capture import WarcPlace

PageKind = Literal["article", "live", "front", "section", "video", "not found", "consent wall", "none"]


class FrontPage(msgspec.Struct, frozen=True, kw_only=True):
    """What a list of news says: `teasers` are its headlines, ranked from 1 over the whole page."""

    url: str | None
    canonical: str | None = None
    outlet: str | None = None
    title: str | None = None
    language: str | None = None
    kind: Literal["front", "section"]
    teasers: tuple[Teaser, ...]
    capture: CaptureRef | None = None


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """A front page as an archive holds it: what an address showed from `captured` on, and the proof."""

    id: int
    address: str
    front: FrontPage
    captured: datetime | None
    kept: datetime
    sha256: str
    place: WarcPlace | None
