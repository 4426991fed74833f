"""`letopis add`: sources → read, kept in the archive, woven into stories."""

from typing import TYPE_CHECKING, Annotated

import typer

from letopis.cli.asked import ArchivePlace, archive_at, gathered, settings, verdict
from letopis.errors import LetopisError

if TYPE_CHECKING:
    from letopis.archive.base import Archive
    from letopis.model import Capture, Refusal


def add(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE…", help="Files, folders, WARCs, feeds, addresses, -")],
    archive: ArchivePlace = None,
    again: Annotated[bool, typer.Option("--again", help="Read captures anew that the archive holds already.")] = False,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes that read pages side by side.")] = 1,
) -> None:
    """Read pages and keep them in the archive. Example: letopis add sample."""
    from letopis.cli.shown.bar import watched
    from letopis.cli.shown.front import print_tally
    from letopis.flow import follow, must_weave, weave
    from letopis.scale.maps import mapped

    lost: list[LetopisError] = []
    with archive_at(archive, write=True) as kept, mapped(workers) as run:
        found = gathered(sources, lost)
        fresh = found if again else (capture for capture in found if not known(kept, capture))
        tally = follow(watched(fresh, sources), kept, run)
        if must_weave(tally, kept):
            weave(kept)
        print_tally(tally, kept.refusals(), archive or settings().archive)
    raise typer.Exit(verdict(lost, done=True))


def known(kept: "Archive", capture: "Capture | Refusal") -> bool:
    """Say whether the archive has read these bytes from this address before."""
    from letopis.model import Capture

    return isinstance(capture, Capture) and kept.holds(capture)
