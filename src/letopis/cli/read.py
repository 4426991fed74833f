"""`letopis read`: a page → its article and record, in the terminal or as JSON."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from letopis.cli.asked import gathered, verdict
from letopis.errors import LetopisError

if TYPE_CHECKING:
    from letopis.model import Outcome


def read(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE…", help="Files, folders, WARCs, addresses, or -")],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a page, on one line.")] = False,
    as_text: Annotated[bool, typer.Option("--text", help="Print the clean text alone.")] = False,
    why: Annotated[
        str | None,
        typer.Option("--why", metavar="WORDS", help="Print what each rule said of the sentences with these words."),
    ] = None,
) -> None:
    """Read pages: who said and did what, in the terminal. Example: letopis read page.html."""
    from letopis.flow import settle
    from letopis.model import FrontPage, Reading, Refusal

    if as_json + as_text + (why is not None) > 1:
        raise typer.BadParameter("--json, --text and --why exclude each other; choose one")
    if why is not None and not why.strip():
        raise typer.BadParameter("--why needs words of the sentence it is to explain")
    show, read_any = shower(as_json=as_json, as_text=as_text, why=why), False
    lost: list[LetopisError] = []
    for capture in gathered(sources, lost):
        outcome = capture if isinstance(capture, Refusal) else settle(capture)
        show(outcome)
        read_any |= isinstance(outcome, Reading | FrontPage)
    raise typer.Exit(verdict(lost, done=read_any))


def shower(*, as_json: bool, as_text: bool, why: str | None) -> "Callable[[Outcome], None]":
    """Return what prints an outcome in the form that was asked for."""
    from letopis.cli.shown import reading

    if as_json:
        return reading.print_json
    if why is not None:
        return partial(reading.print_why, why)
    return reading.print_text if as_text else reading.print_reading
