"""A request → the same one, if it was meant for us; an answer → the same one, with what keeps a reader safe."""

from collections.abc import Collection

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

OWN_HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]"})

SAFE = {
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


class Guard:
    """Answers only to the names the portal goes by, and puts the safe headers on every answer.

    A page elsewhere whose name is made to lead to this machine would otherwise read the archive.
    """

    def __init__(self, app: ASGIApp, hosts: Collection[str]) -> None:
        self.app = app
        self.hosts = OWN_HOSTS | {host.lower() for host in hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        meant = host_of(scope) in self.hosts
        answer = self.app if meant else PlainTextResponse("This name is not one of this portal's.\n", 400)
        await answer(scope, receive, guarded(send))


def host_of(scope: Scope) -> str:
    """Return the host that a request names, without its port."""
    named = next((value for name, value in scope["headers"] if name == b"host"), b"").decode("latin-1").lower()
    if named.startswith("["):
        return str(named.partition("]")[0]) + "]"
    return str(named.partition(":")[0])


def guarded(send: Send) -> Send:
    """Return a `send` that adds the safe headers where an answer has none of its own."""

    async def send_safely(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in SAFE.items():
                headers.setdefault(name, value)
        await send(message)

    return send_safely
