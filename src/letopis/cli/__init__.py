"""The command line: one file a verb; what was asked, what the rooms answer, how it is shown."""

import sys
from io import TextIOWrapper

import typer

from letopis.cli import add, read, search, serve, stories, version, who
from letopis.cli.asked import complain
from letopis.errors import LetopisError

app = typer.Typer(
    name="letopis",
    help="Keep the record of the news: who said and did what, when, where, and according to whom.",
    epilog="Begin with: letopis read PAGE.html",
    add_completion=False,
    rich_markup_mode=None,  # rich's help costs 200 ms of CPU, plain help 20
    pretty_exceptions_enable=False,
)
for verb in (read.read, add.add, stories.stories, who.who, search.search, serve.serve, version.version):
    app.command()(verb)


def main() -> None:
    """Run the command line; whatever goes wrong becomes one line and an exit code: 2 wrong use, 1 failed work."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal without Cyrillic shows what it can
    try:
        sys.exit(done())
    except (typer.Abort, KeyboardInterrupt):
        sys.exit(130)
    except Exception as error:
        if sys.flags.dev_mode:  # `python -X dev -m letopis …` shows where
            raise
        sys.exit(
            complain(f"a defect of ours: {type(error).__name__}: {error}; nothing kept is lost, please report it", 1)
        )


def done() -> int:
    """Do what was asked and return the exit code; what we know to go wrong is said in one line."""
    try:
        code = app(sys.argv[1:] or ["--help"], prog_name="letopis", standalone_mode=False)
    except typer.TyperException as error:
        return complain(f"{error.format_message()} (letopis --help tells how)", error.exit_code)
    except LetopisError as error:
        return complain(str(error), error.exit_code)
    except OSError as error:  # a full disk, a folder without leave to write
        return complain(f"{error.filename or 'system'}: {error.strerror or error}", 1)
    return code if isinstance(code, int) else 0
