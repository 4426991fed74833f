"""Who owns which outlet, and what changed since stories were woven, in memory."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from letopis.archive.identity import folded
from letopis.archive.memory.remembered import Page
from letopis.model import Outlet


class Ledger:
    """Counts changes, and remembers up to which of them stories were woven."""

    def __init__(self) -> None:
        self.owners: dict[str, Outlet] = {}
        self.changes = 0
        self.woven: int | None = None

    def know(self, outlets: Iterable[Outlet]) -> None:
        """Keep who owns outlets; what was known of others stays."""
        told = {folded(outlet.name): outlet for outlet in outlets}
        self.changes += any(self.owners.get(name) != outlet for name, outlet in told.items())
        self.owners |= told

    def known(self) -> Sequence[Outlet]:
        """Return the outlets of which somebody said who owns them."""
        return [self.owners[name] for name in sorted(self.owners)]

    def owned(self, name: str, language: str | None) -> Outlet:
        """Return an outlet with its owner, which is itself where nobody said."""
        known = self.owners.get(folded(name))
        return Outlet(name, known.owner if known else name, language, known.host if known else None)

    def printed(self, newest: Iterable[Page]) -> list[tuple[Outlet, int, datetime | None]]:
        """Return the outlets of pages, given newest first, with the number of their articles and the latest's time."""
        named: dict[str, list[Page]] = {}
        for page in newest:
            if page.reading.article.outlet:
                named.setdefault(page.outlet, []).append(page)
        ordered = sorted(named.items(), key=lambda each: (-len(each[1]), each[0]))
        return [
            (self.owned(name, found[0].reading.article.language), len(found), found[0].published)
            for name, found in ordered
        ]

    def unwoven(self) -> int | None:
        """Return the number of the latest change; None where the stories know of it."""
        return None if self.woven == self.changes else self.changes

    def wove(self, change: int) -> None:
        """Keep that the stories know of all changes up to one."""
        self.woven = change
