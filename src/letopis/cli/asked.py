"""What every verb may be asked: the archive's place, the settings beneath it, sources; and how it complains."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from letopis.errors import LetopisError, SourceUnreadable, WrongUse

if TYPE_CHECKING:
    from letopis.model import Capture, Refusal

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
        field = str(error).rpartition("$.")[2].rstrip("`")
        name = f"LETOPIS_{field.upper()}"
        raise WrongUse(f"environment: {name}={os.environ.get(name)!r} is not what this setting takes") from error


def archive_at(place: Path | None, *, write: bool = False) -> Any:
    """Open the archive that was asked for; reading from one that is not there is wrong use, and says what fills it."""
    from letopis.archive.engine import open_archive

    folder = place or settings().archive
    if not write and not folder.is_dir():
        raise WrongUse(f"{folder}: no archive here yet; fill one with: letopis add SOURCE --archive {folder}")
    return open_archive(folder, write=write)


def gathered(sources: Iterable[str], lost: list[LetopisError]) -> "Iterator[Capture | Refusal]":
    """Yield the captures of each source; one that cannot be read is said, put into `lost`, and the next one follows."""
    from letopis.gather.sources import captures_of

    asked = settings()
    for source in sources:
        try:
            captures = captures_of(source, asked)
            first = next(captures, None)
            if first is None:
                raise SourceUnreadable(source, "there is no page in it")
            yield first
            yield from captures
        except LetopisError as error:
            complain(str(error), error.exit_code)
            lost.append(error)


def complain(line: str, code: int) -> int:
    """Print one line on standard error and return the exit code."""
    print(f"letopis: {' '.join(line.split())}", file=sys.stderr)
    return code


def verdict(lost: Iterable[LetopisError], *, done: bool) -> int:
    """Return the exit code of a batch: the worst of what was lost; 1 where nothing was done at all."""
    return max((error.exit_code for error in lost), default=0 if done else 1)
