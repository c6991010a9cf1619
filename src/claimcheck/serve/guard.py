"""Who may ask for what: only pages of this server itself, with its token, and no more than it can hold.

The server listens on 127.0.0.1, but every page of the web may send a browser there. So `Host` must be our own (else a
name of somebody else's could lead here), `Origin` too where something is sent, and the address holds a token that only
who started the server has seen. There are no cookies that another page could ride on, and no answer allows to be read
from elsewhere or framed.
"""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from secrets import compare_digest

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST_BODY = 64_000_000
"""Bytes that may be sent at once: a few long articles with their sources."""
_HEADERS: Mapping[str, str] = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",  # not "no-referrer", with which browsers do not say where a form comes from
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
STRICT = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


class Guard:
    """An ASGI application in front of another one, which sees only requests that may be answered."""

    def __init__(self, app: ASGIApp, token: str, port: int, most: int = LARGEST_BODY) -> None:
        self._app, self._token, self._most = app, token, most
        self._hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request, or refuses it before a byte of its body is read."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            raise ValueError(f"no {scope['type']} here")

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers[name] = value
                headers.setdefault("Content-Security-Policy", STRICT)
            await send(message)

        status = self._refused(scope)
        if status:
            text = f"{status} {HTTPStatus(status).phrase}\n"
            await PlainTextResponse(text, status)(scope, receive, answer)
        else:
            await self._app(scope, self._limited(receive), answer)

    def _refused(self, scope: Scope) -> int:
        """The status with which a request is refused, 0 where it is not."""
        headers = Headers(scope=scope)
        if headers.get("host") not in self._hosts:
            return 421
        token = scope["path"].split("/")[1:2]
        if not token or not compare_digest(token[0].encode(), self._token.encode()):
            return 404
        if not _from_here(scope["method"], headers):
            return 403
        length = headers.get("content-length", "0")
        return 0 if length.isdecimal() and int(length) <= self._most else 413

    def _limited(self, receive: Receive) -> Receive:
        """Counts what comes: a request need not say how long it is, and may say it wrong."""
        left = self._most

        async def counted() -> Message:
            nonlocal left
            message = await receive()
            left -= len(message.get("body", b""))
            if left < 0:
                raise HTTPException(413)
            return message

        return counted


def _from_here(method: str, headers: Headers) -> bool:
    """Whether a request comes from one of our own pages, or opens one in the way a person does."""
    host, origin, site = headers.get("host"), headers.get("origin"), headers.get("sec-fetch-site")
    if method in ("GET", "HEAD"):
        opens = headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") == "document"
        return origin in (None, f"http://{host}") and (site in (None, "same-origin", "none") or opens)
    return method == "POST" and origin == f"http://{host}" and site in (None, "same-origin")
