"""Who owns which outlet, and what changed since stories were woven, in memory."""

from collections.abc import Iterable, Sequence

from letopis.archive.identity import folded
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

    def unwoven(self) -> int | None:
        """Return the number of the latest change; None where the stories know of it."""
        return None if self.woven == self.changes else self.changes

    def wove(self, change: int) -> None:
        """Keep that the stories know of all changes up to one."""
        self.woven = change
