"""A long iteration → the same one with a progress bar on standard error, where somebody is looking."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

Item = TypeVar("Item")


def watched(items: Iterable[Item], sources: Sequence[str]) -> Iterator[Item]:
    """Yield the items, counting them on a bar; in a pipe or a log nothing is drawn."""
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TextColumn("pages"), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as bar:
        yield from bar.track(items, total=expected(sources))


def expected(sources: Sequence[str]) -> int | None:
    """Count the files of folders and files; None where a source does not say how much it holds."""
    places = [Path(source) for source in sources]
    if not all(place.is_dir() for place in places):
        return None
    return sum(1 for place in places for file in place.rglob("*") if file.is_file())
