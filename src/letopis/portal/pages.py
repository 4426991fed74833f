"""Requests → pages: what was asked, what the archive answers, how it is shown.

None of them is a coroutine, so that each is answered in a thread of its own: a slow search holds up nobody else.
"""

from typing import TypeVar

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from letopis.archive.base import Archive, Filed
from letopis.errors import ArchiveUnreadable, QueryWrong
from letopis.portal.interface import interface_of
from letopis.portal.paper import asset, page, static_names, tagged
from letopis.portal.views.broadsheet import front_of, silences
from letopis.portal.views.crowd import crowd
from letopis.portal.views.dossier import Statements, dossier_of
from letopis.portal.views.hanging import hanging_of
from letopis.portal.views.looked import looked_for, pieces
from letopis.portal.views.sheet import note_id, sheet_of
from letopis.portal.views.tale import tale_of
from letopis.portal.wanted import archive_of, day_of, number_of, search_of, version_of, words_of

Value = TypeVar("Value")


def front(request: Request) -> Response:
    """Show the latest front page; an empty archive says what fills it."""
    edition = archive_of(request).edition()
    if edition is None:
        return page(request, "empty.html", counts=archive_of(request).counts())
    return page(request, "front.html", front=front_of(archive_of(request), edition, interface_of(request).code))


def day(request: Request) -> Response:
    """Show the front page of a day."""
    edition = there(archive_of(request).edition(day_of(request)))
    return page(request, "front.html", front=front_of(archive_of(request), edition, interface_of(request).code))


def story(request: Request) -> Response:
    """Show a story; one that was merged into another leads there for ever."""
    told = there(archive_of(request).story(number_of(request)))
    if told.id != number_of(request):
        return RedirectResponse(f"/stories/{told.id}", 308)
    return page(request, "story.html", tale=tale_of(archive_of(request), told, interface_of(request)))


def article(request: Request) -> Response:
    """Show an article with what was found in it, and the proof."""
    sheet = sheet_of(archive_of(request), filed_of(request))
    return page(request, "article.html", sheet=sheet, note_id=note_id)


def capture(request: Request) -> Response:
    """Hand out an article's captured bytes as a download: what a page elsewhere wrote never runs on our origin."""
    filed = filed_of(request)
    body = there(captured(archive_of(request), filed))
    answer = tagged(request, Response(body))
    named = f'attachment; filename="letopis-{filed.id}-{filed.version}.txt"'
    answer.headers.update({"content-type": "text/plain", "content-disposition": named})
    return answer


def captured(archive: Archive, filed: Filed) -> bytes | None:
    """Return an article's captured bytes; 410 where the archive's WARC file is gone or damaged."""
    try:
        return archive.body(filed.id, filed.version)
    except ArchiveUnreadable as fault:
        raise HTTPException(410) from fault


def person(request: Request) -> Response:
    """Show a person: roles, statements, company; one who was joined to another leads there for ever."""
    figure = there(archive_of(request).figure(number_of(request)))
    if figure.id != number_of(request):
        return RedirectResponse(f"/people/{figure.id}", 308)
    asked = Statements(words_of(request, "q"), words_of(request, "after") or None)
    return page(request, "person.html", dossier=dossier_of(archive_of(request), figure, asked, interface_of(request)))


def people(request: Request) -> Response:
    """Show the people of a name, or those quoted most."""
    name = words_of(request, "name")
    return page(request, "people.html", name=name, figures=crowd(archive_of(request), name))


def search(request: Request) -> Response:
    """Show what a search found."""
    asked = search_of(request)
    looked = looked_for(archive_of(request), asked) if given(request) else None
    return page(request, "search.html", looked=looked, pieces=pieces)


def outlets(request: Request) -> Response:
    """Show who publishes, how much, and who has fallen silent."""
    archive = archive_of(request)
    edition = archive.edition()
    silent = {silence.outlet for silence in silences(archive, edition.at)} if edition else set()
    return page(request, "outlets.html", outlets=archive.outlets(), silent=silent, fronts=archive.fronts())


async def hanging(request: Request) -> Response:
    """Show what an outlet put on its own front page, and what stood there before."""
    shown = there(archive_of(request).shown(number_of(request)))
    return page(request, "hanging.html", hanging=hanging_of(archive_of(request), shown))


def refusals(request: Request) -> Response:
    """Show which pages gave nothing, and why."""
    return page(request, "refusals.html", refusals=archive_of(request).refusals())


def static(request: Request) -> Response:
    """Hand out a file of the portal's own."""
    name = request.path_params["name"]
    return asset(request, there(name if name in static_names() else None))


def wrong_query(request: Request, error: Exception) -> Response:
    """Show where a search stops making sense."""
    assert isinstance(error, QueryWrong)
    return page(request, "wrong_query.html", 400, error=error)


def wrong_use(request: Request, error: Exception) -> Response:
    """Show that the archive could make nothing of a request: a key of no leaf, for one."""
    return page(request, "wrong.html", 400, status=400, detail=type(error).__name__)


def wrong(request: Request, error: Exception) -> Response:
    """Show what was wrong with a request."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    detail = error.detail if isinstance(error, HTTPException) else ""
    return page(request, "wrong.html", status, status=status, detail=detail)


def filed_of(request: Request) -> Filed:
    """Return the article that was asked for, in the version that was asked for."""
    return there(archive_of(request).article(number_of(request), version_of(request)))


def there(value: Value | None) -> Value:
    """Return what the archive has; 404 where it has nothing."""
    if value is None:
        raise HTTPException(404)
    return value


def given(request: Request) -> bool:
    """Say whether a search asks for anything at all."""
    return any(request.query_params.get(name) for name in ("q", "outlet", "language", "speaker", "since", "until"))
