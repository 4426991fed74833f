"""What every layout in the terminal is made of: the console, hairlines, statements, dates."""

import os
import sys
from datetime import datetime, time
from functools import cache
from typing import NoReturn

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from letopis.model import Stance

ACCENT, SPEAKER, QUIET = "red", "bold", "dim"
MARKS = {"ru": ("«", "»"), "be": ("«", "»"), "uk": ("«", "»"), "en": ("“", "”")}
NO_HOUR = time(0)  # the archive keeps a day without an hour as its first moment
STANCES: dict[Stance | None, str] = {None: "", "denied": "denies: ", "doubted": "doubts: "}
MOST_WORDS = 400  # characters of a statement that a line of the terminal shows


def leave() -> NoReturn:
    """End the program without a word; what is still to be written goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise SystemExit(0)


class Terminal(Console):
    """A console whose reader may go away."""

    def on_broken_pipe(self) -> None:
        """End well where the reader has gone: `letopis search … | head` is no failure."""
        leave()


@cache
def console() -> Console:
    """Return the terminal: its width is respected, and NO_COLOR obeyed (by rich)."""
    return Terminal(highlight=False)


def hairline() -> Rule:
    """Return a thin rule across the terminal."""
    return Rule(style=QUIET)


def note(text: Text | str, depth: int = 1) -> Padding:
    """Return a text indented by two spaces a step, wrapped to what is left of the width."""
    return Padding(text, (0, 0, 0, 2 * depth))


def quote(words: str, language: str | None) -> str:
    """Return words in the quotation marks of their language, cut at a word where they are long."""
    opening, closing = MARKS.get(language or "ru", MARKS["ru"])
    return f"{opening}{cut_short(words)}{closing}"


def cut_short(words: str) -> str:
    """Return words, cut behind one where they are long."""
    return words if len(words) <= MOST_WORDS else words[:MOST_WORDS].rsplit(" ", 1)[0] + " …"


def said(speaker: str | None, role: str | None, words: str, stance: Stance | None = None) -> Text:
    """Return a statement as a line: the speaker first, then the role, the stance if any, then the words."""
    line = Text(speaker or "?", SPEAKER if speaker else QUIET)
    if role and role != speaker:
        line.append(f", {role}", QUIET)
    return line.append(": ", "not bold").append(STANCES[stance], ACCENT).append(words, "not bold")


def moment(when: datetime | None) -> str:
    """Return a time as 2026-11-06 08:14 UTC, the day alone where that is all we know, or that it is not known."""
    if when is None:
        return "undated"
    return f"{when:%Y-%m-%d}" if when.time() == NO_HOUR else f"{when:%Y-%m-%d %H:%M} UTC"


def joined(*parts: str | None) -> str:
    """Join what is known by middle dots."""
    return " · ".join(part for part in parts if part)
