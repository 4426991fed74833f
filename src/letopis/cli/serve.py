"""`letopis serve`: the archive → the portal in a browser, until Ctrl-C."""

import errno
import os
import socket
from contextlib import suppress
from datetime import UTC
from typing import Annotated

import typer

from letopis.cli.asked import ArchivePlace, archive_at, settings
from letopis.errors import LetopisError

TAKEN = os.strerror(errno.EADDRINUSE)


class PortTaken(LetopisError):
    """The portal cannot listen where it was told to."""

    def __init__(self, host: str, port: int, reason: str) -> None:
        self.host = host
        self.port = port
        instead = "another with --port (make run PORT=…)" if TAKEN in reason else "--host and --port of this machine"
        super().__init__(f"{host}:{port}: cannot listen here: {reason.lower()}; choose {instead}")


def serve(
    archive: ArchivePlace = None,
    host: Annotated[str | None, typer.Option(help="Where to listen (127.0.0.1, or LETOPIS_HOST).")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="Which port (8800, or LETOPIS_PORT).")] = None,
    name: Annotated[list[str] | None, typer.Option(help="A name this machine goes by on your network.")] = None,
) -> None:
    """Open the portal. Example: letopis serve --port 8801."""
    import uvicorn
    from babel.dates import get_timezone

    from letopis.portal.app import portal

    asked = settings()
    with archive_at(archive) as kept, listening(host or asked.host, asked.port if port is None else port) as door:
        zone = UTC if str(get_timezone()) == "Etc/UTC" else get_timezone()
        listens, number = door.getsockname()[:2]
        print(f"Letopis is on http://{listens}:{number} (Ctrl-C stops it)", flush=True)
        front = portal(kept, hosts={listens, *(name or ())}, zone=zone)
        config = uvicorn.Config(front, log_level="warning", server_header=False)
        with suppress(KeyboardInterrupt):  # Ctrl-C is how one leaves; uvicorn has closed the doors by then
            uvicorn.Server(config).run(sockets=[door])


def listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens at the address; raises PortTaken."""
    try:
        return socket.create_server((host, port))
    except (OSError, OverflowError) as error:
        # The system's own words, without those that Python adds of its own in brackets.
        reason = (
            os.strerror(error.errno) if isinstance(error, OSError) and error.errno and error.errno > 0 else str(error)
        )
        raise PortTaken(host, port, reason) from error
