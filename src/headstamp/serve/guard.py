"""What holds for every request, whatever it asks for.

A server on this machine can be reached by any page in the user's browser, so a request must ask
for it by a name it has (against names that are made to point here), and one that changes
something must not come from another site's page. Sources: Fetch standard (Origin), OWASP cheat
sheets on request forgery and on HTTP headers.
"""

from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from headstamp.serve.problems import problem

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
LARGEST_BYTES = 64 * 1024 * 1024
"""Of a request; an upload of more is for the command line."""
TOO_LARGE = "That is too large: add it on the command line."


class Guard:
    """Refuses what must not be answered, and adds HEADERS to what is."""

    def __init__(self, app: ASGIApp, *, hosts: Iterable[str] = ()) -> None:
        self._app = app
        self._hosts = frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        refusal = self._refusal(scope)
        app = self._app if refusal is None else refusal
        await app(scope, _limited(receive), dressed)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if self._hosts and (urlsplit(f"//{host}").hostname or "") not in self._hosts:
            return _refused(scope, 421, "This server does not go by that name.")
        if scope["method"] not in SAFE and _is_foreign(headers, host):
            return _refused(scope, 403, "Another site may not change this ledger.")
        length = headers.get("content-length", "0")
        if length.isdecimal() and int(length) > LARGEST_BYTES:
            return _refused(scope, 413, TOO_LARGE)
        if "\0" in scope["path"] or b"%00" in scope["query_string"]:
            return _refused(scope, 400, "No address holds the character NUL.")
        return None


def _refused(scope: Scope, status: int, sentence: str) -> Response:
    if scope["path"].startswith("/api/"):
        return problem(status, sentence)
    return PlainTextResponse(f"{sentence}\n", status)


def _is_foreign(headers: Headers, host: str) -> bool:
    """Whether a browser says that another site's page makes the request."""
    origin = headers.get("origin")
    if origin is not None:
        return urlsplit(origin).netloc != host
    return headers.get("sec-fetch-site", "none") not in ("none", "same-origin")


def _limited(receive: Receive) -> Receive:
    """Stops listening to a body that is larger than it said."""
    heard = 0

    async def limited() -> Message:
        nonlocal heard
        message = await receive()
        heard += len(message.get("body", b""))
        if heard > LARGEST_BYTES:
            return {"type": "http.disconnect"}
        return message

    return limited
