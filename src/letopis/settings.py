"""Environment → settings: the one place that reads them; only the cli asks, and passes values on."""

from collections.abc import Mapping
from pathlib import Path

import msgspec


class Settings(msgspec.Struct, frozen=True):
    """What a user may set. Sizes are bytes, times seconds.

    `archive` (LETOPIS_ARCHIVE) is the archive's folder; `host` and `port` (LETOPIS_HOST, LETOPIS_PORT) where the portal
    listens; `most_bytes` (LETOPIS_MOST_BYTES) and `deadline_s` (LETOPIS_DEADLINE_S) bound one fetched page.
    """

    archive: Path = Path(".letopis")
    host: str = "127.0.0.1"
    port: int = 8800
    most_bytes: int = 20_000_000
    deadline_s: float = 30.0


def settings_from(environment: Mapping[str, str]) -> Settings:
    """Read the settings out of an environment; raises msgspec.ValidationError for a value of the wrong type."""
    given = {
        name: environment[key]
        for name in Settings.__struct_fields__
        if (key := f"LETOPIS_{name.upper()}") in environment
    }
    return msgspec.convert(given, Settings, strict=False, dec_hook=lambda kind, value: kind(value))
