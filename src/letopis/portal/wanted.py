"""A request → what it asks for; what makes no sense stops here, with a 400 that says why."""

from datetime import date

from starlette.exceptions import HTTPException
from starlette.requests import Request

from letopis.archive.base import Archive
from letopis.archive.finding.asking import Asked

MOST_CHARACTERS = 500
# Ids are 64-bit integers in every archive; a longer number names nothing.
HIGHEST_ID = 2**63 - 1


def archive_of(request: Request) -> Archive:
    """Return the archive that the portal shows."""
    archive: Archive = request.app.state.archive
    return archive


def number_of(request: Request) -> int:
    """Return the id in the address; 404 for a number that no archive gives out."""
    number: int = request.path_params["number"]
    if number > HIGHEST_ID:
        raise HTTPException(404)
    return number


def version_of(request: Request) -> int | None:
    """Return the version that was asked for, None for the latest."""
    given = words_of(request, "version")
    if not given:
        return None
    if not (given.isascii() and given.isdigit() and len(given) < len(str(HIGHEST_ID))):
        raise HTTPException(400, "version")
    return int(given)


def day_of(request: Request) -> date:
    """Return the day in the address."""
    return day_from(request.path_params["day"])


def search_of(request: Request) -> Asked:
    """Return the search that was asked for."""
    since, until = words_of(request, "since"), words_of(request, "until")
    return Asked(
        words=words_of(request, "q"),
        outlet=words_of(request, "outlet") or None,
        language=words_of(request, "language") or None,
        speaker=words_of(request, "speaker") or None,
        since=day_from(since) if since else None,
        until=day_from(until) if until else None,
        after=words_of(request, "after") or None,
    )


def words_of(request: Request, name: str) -> str:
    """Return a parameter without the characters that no query means."""
    given = "".join(letter if letter.isprintable() else " " for letter in request.query_params.get(name, ""))
    if len(given) > MOST_CHARACTERS:
        raise HTTPException(400, "long")
    return given.strip()


def day_from(written: str) -> date:
    """Return a day written as 2026-11-06."""
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise HTTPException(400, "day") from error
