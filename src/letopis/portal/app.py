"""An archive → the portal: a Starlette application that reads the archive and nothing else."""

from collections.abc import Collection
from datetime import UTC, tzinfo

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.routing import Route

from letopis.archive.base import Archive
from letopis.errors import QueryWrong, WrongUse
from letopis.portal import pages
from letopis.portal.guard import Guard

ROUTES = (
    Route("/", pages.front),
    Route("/days/{day}", pages.day),
    Route("/stories/{number:int}", pages.story),
    Route("/articles/{number:int}", pages.article),
    Route("/articles/{number:int}/capture", pages.capture),
    Route("/people/{number:int}", pages.person),
    Route("/people", pages.people),
    Route("/search", pages.search),
    Route("/outlets", pages.outlets),
    Route("/fronts/{number:int}", pages.hanging),
    Route("/refusals", pages.refusals),
    Route("/static/{name}", pages.static),
)


def portal(archive: Archive, *, hosts: Collection[str] = (), zone: tzinfo = UTC) -> Starlette:
    """Return the portal on an archive.

    It answers to 127.0.0.1, localhost, [::1] and `hosts`; its clocks show `zone`.
    """
    app = Starlette(
        routes=ROUTES,
        middleware=[Middleware(Guard, hosts=hosts)],
        exception_handlers={
            HTTPException: pages.wrong,
            QueryWrong: pages.wrong_query,
            WrongUse: pages.wrong_use,
            Exception: pages.wrong,
        },
    )
    app.state.archive, app.state.zone = archive, zone
    return app
