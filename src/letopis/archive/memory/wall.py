"""Outlets' own front pages, in memory: what each address showed, as often as its headlines changed."""

from datetime import datetime

from letopis.archive.tables.fronts import address_of, says_the_same
from letopis.model import Capture, FrontPage, Shown, WarcPlace


class Wall:
    """The front pages that were hung up."""

    def __init__(self) -> None:
        self.all: list[Shown] = []

    def hang(self, front: FrontPage, capture: Capture, now: datetime) -> bool:
        """Keep what a front page showed; returns whether its headlines were new."""
        address, at = address_of(front, capture), capture.fetched or now
        before = [one for one in self.of(address) if seen(one) <= at][-1:]
        later = [one for one in self.of(address) if seen(one) > at][:1]
        if any(says_the_same(front, one.front) for one in (*before, *later)):
            return False
        number = len(self.all) + 1
        place = WarcPlace("memory", number)
        self.all.append(
            Shown(
                id=number,
                address=address,
                front=front,
                captured=capture.fetched,
                kept=now,
                sha256=capture.sha256,
                place=place,
            )
        )
        return True

    def of(self, address: str) -> list[Shown]:
        """Return what an address showed, oldest first."""
        return sorted((one for one in self.all if one.address == address), key=order)

    def one(self, number: int) -> Shown | None:
        """Return what a front page showed once."""
        return next((one for one in self.all if one.id == number), None)

    def latest(self) -> list[Shown]:
        """Return what each address showed last, the latest first."""
        last = {one.address: one for one in sorted(self.all, key=order)}
        return sorted(last.values(), key=order, reverse=True)


def seen(one: Shown) -> datetime:
    """Return since when a front page showed what it showed."""
    return one.captured or one.kept


def order(one: Shown) -> tuple[datetime, int]:
    """Return what front pages are ordered by."""
    return seen(one), one.id
