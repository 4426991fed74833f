"""A file that says who owns which outlet → outlets."""

from pathlib import Path

import msgspec

from letopis.errors import SourceUnreadable
from letopis.gather.files import path_of, reason_of
from letopis.model import Outlet

NAME = "outlets.json"


def outlets_in(path: Path) -> list[Outlet]:
    """Return the outlets that a JSON file describes; raises SourceUnreadable where it describes none."""
    try:
        told = msgspec.json.decode(path_of(str(path)).read_bytes(), type=list[Outlet])
    except OSError as error:
        raise SourceUnreadable(str(path), reason_of(error)) from error
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise SourceUnreadable(str(path), f"not a list of outlets with name and owner: {error}") from error
    if nameless := [place for place, outlet in enumerate(told, start=1) if not (outlet.name and outlet.owner)]:
        raise SourceUnreadable(str(path), f"outlet {nameless[0]} has no name or no owner")
    return [lowered(outlet) for outlet in told]


def lowered(outlet: Outlet) -> Outlet:
    """Return the outlet with its host as addresses are compared."""
    host = (outlet.host or "").casefold().removeprefix("www.") or None
    return msgspec.structs.replace(outlet, host=host)


def beside(source: str) -> Path | None:
    """Return the file that says who owns the outlets of a folder's pages: in the folder, or where a source lies."""
    for path in (Path(source) / NAME, Path(source).parent / NAME):
        try:
            if path.is_file():
                return path
        except OSError:  # the source is no path, but an address longer than paths may be
            return None
    return None
