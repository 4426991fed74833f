"""`letopis stories`: the archive → its front page in the terminal."""

from datetime import datetime
from typing import Annotated

import typer

from letopis.cli.asked import ArchivePlace, archive_at


def stories(
    archive: ArchivePlace = None,
    day: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DAY", help="A day as 2026-11-06; else the latest.")
    ] = None,
    most: Annotated[int, typer.Option(min=1, help="How many stories.")] = 12,
) -> None:
    """Show the front page: ranked stories and why they stand there. Example: letopis stories --day 2026-11-06."""
    from letopis.cli.shown.front import print_edition

    with archive_at(archive) as kept:
        if not print_edition(kept, day.date() if day else None, most):
            raise typer.Exit(1)
