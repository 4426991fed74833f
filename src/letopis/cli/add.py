"""`letopis add`: sources → read, kept in the archive, woven into stories."""

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from letopis.cli.asked import ArchivePlace, archive_at, complain, gathered, settings, verdict
from letopis.errors import LetopisError

if TYPE_CHECKING:
    from letopis.archive.base import Archive
    from letopis.model import Capture, Outlet, Refusal


def add(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE…", help="Files, folders, WARCs, feeds, addresses, -")],
    archive: ArchivePlace = None,
    again: Annotated[bool, typer.Option("--again", help="Read captures anew that the archive holds already.")] = False,
    outlets: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Who owns which outlet (else outlets.json beside the sources).")
    ] = None,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes that read pages side by side.")] = 1,
) -> None:
    """Read pages and keep them in the archive. Example: letopis add sample."""
    from letopis.cli.shown.bar import watched
    from letopis.cli.shown.front import print_tally
    from letopis.flow import follow, must_weave, weave
    from letopis.model import Capture
    from letopis.scale.maps import mapped

    lost: list[LetopisError] = []
    owned = owners(sources, outlets, lost)
    held: list[Capture] = []
    found = gathered(sources, lost)
    first = next(found, None)
    if first is None:  # nothing to keep: an archive that is not there yet need not be made
        raise typer.Exit(verdict(lost, done=False))
    place = archive or settings().archive
    try:
        with archive_at(archive, write=True) as kept, mapped(workers) as run:
            kept.know(owned)
            captures = chain([first], found)
            fresh = captures if again else (capture for capture in captures if not known(kept, capture, held))
            tally = follow(watched(fresh, sources), kept, run)
            if must_weave(tally, kept):
                weave(kept)
            print_tally(tally, len(held), kept.refusals(), place)
    except KeyboardInterrupt:
        complain(f"stopped; what was read is kept in {place}, the same command goes on", 130)
        raise typer.Exit(130) from None
    raise typer.Exit(verdict(lost, done=True))


def owners(sources: list[str], given: Path | None, lost: list[LetopisError]) -> "list[Outlet]":
    """Return who owns which outlet: by the file that was given, else by those that lie in the folders to be read."""
    from letopis.gather.imprint import beside, outlets_in

    if given is not None:
        return outlets_in(given)
    found: list[Outlet] = []
    for path in dict.fromkeys(path for source in sources if (path := beside(source))):
        try:
            found += outlets_in(path)
        except LetopisError as error:
            lost.append(error)
            complain(str(error), error.exit_code)
    return found


def known(kept: "Archive", capture: "Capture | Refusal", held: "list[Capture]") -> bool:
    """Say whether the archive has read these bytes from this address before; if so, put the capture into `held`."""
    from letopis.model import Refusal

    if isinstance(capture, Refusal) or not kept.holds(capture):
        return False
    held.append(capture)
    return True
