"""`letopis add`: sources → read, kept in the archive, woven into stories."""

from pathlib import Path
from typing import Annotated

import typer

from letopis.cli.asked import ArchivePlace, archive_at, settings


def add(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE…", help="Files, folders, WARCs, feeds, addresses, -")],
    archive: ArchivePlace = None,
    again: Annotated[bool, typer.Option("--again", help="Read captures anew that the archive holds already.")] = False,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes that read pages side by side.")] = 1,
) -> None:
    """Read pages and keep them in the archive. Example: letopis add sample."""
    from letopis.cli.shown.bar import watched
    from letopis.cli.shown.front import print_tally
    from letopis.flow import follow, weave
    from letopis.gather.sources import captures_of
    from letopis.scale.maps import mapped

    asked = settings()
    with archive_at(archive, write=True) as kept, mapped(workers) as run:
        found = (capture for source in sources for capture in captures_of(source, asked))
        fresh = found if again else (capture for capture in found if not kept.holds(capture))
        tally = follow(watched(fresh, sources), kept, run)
        if tally.new or tally.changed:
            weave(kept)
    print_tally(tally, Path(archive or asked.archive))
