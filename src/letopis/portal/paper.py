"""A template and what it shows → an answer: HTML in the reader's language, with what a browser may keep of it."""

from functools import cache
from hashlib import blake2b
from importlib.resources import files
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import Response

from letopis.portal.drawn.cutting import clause
from letopis.portal.guard import SAFE
from letopis.portal.interface import COOKIE, TONGUES, Interface, interface_of

STATIC = {"style.css": "text/css; charset=utf-8", "favicon.svg": "image/svg+xml"}
YEAR_S = 365 * 24 * 3600


def page(request: Request, template: str, code: int = 200, **shown: Any) -> Response:
    """Return a page drawn from a template; a browser that has it already is told so."""
    interface = interface_of(request)
    drawn = templates().get_template(template).render(**frame(request, interface), **shown).encode()
    answer = tagged(request, Response(drawn, code, media_type="text/html"))
    answer.headers.update({"vary": "Accept-Language, Cookie", "content-language": interface.code})
    answer.headers["cache-control"] = "private, no-cache"
    if request.query_params.get("lang") == interface.code:
        answer.set_cookie(COOKIE, interface.code, max_age=YEAR_S, httponly=True, samesite="lax")
    return answer


def asset(request: Request, name: str) -> Response:
    """Return a file of the portal's own; its address changes with its bytes, so a browser may keep it for ever."""
    answer = tagged(request, Response(static(name), media_type=STATIC[name]))
    answer.headers["cache-control"] = f"public, max-age={YEAR_S}, immutable"
    return answer


def tagged(request: Request, answer: Response) -> Response:
    """Return the answer with its entity tag, or 304 where the browser holds the same bytes."""
    tag = f'"{fingerprint(bytes(answer.body))}"'
    known = {given.strip().removeprefix("W/") for given in request.headers.get("if-none-match", "").split(",")}
    if answer.status_code == 200 and tag in known:  # noqa: PLR2004
        answer = Response(status_code=304)
    # Set here as well as by the guard: Starlette draws the page for an error of ours outside the guard.
    answer.headers.update({"etag": tag, **SAFE})
    return answer


def frame(request: Request, interface: Interface) -> dict[str, Any]:
    """Return what every template may use."""
    return {
        "ui": interface,
        "say": interface.say,
        "path": request.url.path,
        "asked": request.query_params,
        "tongues": [(code, name, with_params(request, lang=code)) for code, name in TONGUES.items()],
        "again": lambda **changes: with_params(request, **changes),
    }


def with_params(request: Request, **changes: object) -> str:
    """Return the address asked for with some parameters changed, or left out where they are None."""
    kept = {name: value for name, value in request.query_params.items() if name not in changes}
    return to(request.url.path, **kept, **changes)


def to(path: str, **params: object) -> str:
    """Return an address of the portal."""
    given = urlencode({name: value for name, value in params.items() if value is not None})
    return quote(path) + (f"?{given}" if given else "")


def abroad(url: str | None) -> str | None:
    """Return an address a reader may be led to: of the web, never one that a browser would run."""
    try:
        return url if url and urlsplit(url).scheme in {"http", "https"} and urlsplit(url).hostname else None
    except ValueError:
        return None


@cache
def templates() -> Environment:
    """Return the templates; whatever they print is escaped."""
    environment = Environment(
        loader=PackageLoader("letopis.portal"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(abroad=abroad, clause=clause)
    environment.globals.update(to=to, style=to("/static/style.css", v=fingerprint(static("style.css"))))
    return environment


def static_names() -> frozenset[str]:
    """Return the names of the portal's own files."""
    return frozenset(STATIC)


@cache
def static(name: str) -> bytes:
    """Return the bytes of a file of the portal's own."""
    return (files(__package__) / "static" / name).read_bytes()


def fingerprint(content: bytes) -> str:
    """Return what tells these bytes from others."""
    return blake2b(content, digest_size=9).hexdigest()
