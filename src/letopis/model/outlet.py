"""An outlet: who publishes."""

import msgspec


class Outlet(msgspec.Struct, frozen=True):
    """A publisher of news, and the host of its addresses; outlets of one owner count once when stories are ranked."""

    name: str
    owner: str
    language: str | None = None
    host: str | None = None
