"""`letopis who`: a name → what that person said, newest first."""

from typing import Annotated

import typer

from letopis.cli.asked import ArchivePlace, archive_at
from letopis.errors import WrongUse


def who(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name or a part of one, in any form.")],
    archive: ArchivePlace = None,
    most: Annotated[int, typer.Option(min=1, help="How many statements.")] = 20,
) -> None:
    """Show who somebody is and what they said. Example: letopis who Токаев."""
    from letopis.cli.shown.front import print_figures

    if not any(map(str.isalpha, name)):
        raise WrongUse(f"who {name!r}: give a name or a part of one; letopis stories shows what is going on")
    with archive_at(archive) as kept:
        if not print_figures(kept, name, most):
            raise typer.Exit(1)
