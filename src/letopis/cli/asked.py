"""What every verb may be asked: the archive's place, and the settings beneath it."""

import os
from pathlib import Path
from typing import Annotated, Any

import typer

from letopis.errors import WrongUse

ArchivePlace = Annotated[
    Path | None,
    typer.Option("--archive", metavar="PATH", help="The archive's folder (.letopis, or LETOPIS_ARCHIVE)."),
]


def settings() -> Any:
    """Return the settings of the environment, a wrong one as one clear line."""
    import msgspec

    from letopis.settings import settings_from

    try:
        return settings_from(os.environ)
    except (msgspec.ValidationError, ValueError) as error:
        raise WrongUse(f"environment: a LETOPIS_ setting is not what it should be: {error}") from error


def archive_at(place: Path | None, *, write: bool = False) -> Any:
    """Open the archive that was asked for; reading from one that is not there is wrong use, and says what fills it."""
    from letopis.archive.engine import open_archive

    folder = place or settings().archive
    if not write and not folder.is_dir():
        raise WrongUse(f"{folder}: no archive here yet; fill one with: letopis add SOURCE --archive {folder}")
    return open_archive(folder, write=write)
