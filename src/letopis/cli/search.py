"""`letopis search`: words → the sentences they stand in, and who says them."""

from typing import Annotated

import typer

from letopis.cli.asked import ArchivePlace, archive_at


def search(
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS…", help='Words in any form; "a phrase"; -not; outlet:name')
    ],
    archive: ArchivePlace = None,
    most: Annotated[int, typer.Option(min=1, max=1000, help="How many articles.")] = 20,
) -> None:
    """Search the archive. Example: letopis search мост speaker:Иванов."""
    from letopis.archive.finding.asking import Asked
    from letopis.archive.finding.wider import nearest
    from letopis.cli.shown.front import print_found

    with archive_at(archive) as kept:
        asked = Asked(words=" ".join(words), limit=most)
        found = kept.search(asked)
        print_found(found, None if found.leaf.rows else nearest(kept.search, asked))
        if not found.leaf.rows:
            raise typer.Exit(1)
