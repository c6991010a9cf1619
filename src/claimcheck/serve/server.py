"""Start and end: a socket on this machine alone, a token, a folder that is gone when the server is; who may ask."""

from __future__ import annotations

import os
import secrets
import signal
import socket
import sys
from collections.abc import Callable, Mapping, Sequence
from http import HTTPStatus
from pathlib import Path
from secrets import compare_digest
from tempfile import TemporaryDirectory
from types import FrameType

import uvicorn
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from claimcheck.errors import DataError, Problem
from claimcheck.serve.desk import Desk
from claimcheck.serve.uploads import Checks

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


HOST = "127.0.0.1"
PORT = 8427
"""Where it is tried first: at the same address again, what a browser kept of an earlier session can be cleared."""


def serve(
    command: Sequence[str], port: int | None, seconds: float, lang_ui: str | None, ready: Callable[[str, str], None]
) -> None:
    """Serves until it is ended by the page, an interruption or a signal; `ready` is given the address, and a
    folder that nobody else can read and that goes when the server does.

    `command` is what checks a job (see `process.Checks`), `port` None for the usual one or, where that is taken, any
    that is free. Raises DataError where the port cannot be had.
    """
    token = secrets.token_urlsafe(24)
    with _socket(port) as listening, TemporaryDirectory(prefix="claimcheck-") as folder:
        number = listening.getsockname()[1]

        def end() -> None:
            server.should_exit = True

        checks = Checks(command, seconds)
        desk = Desk(token, folder, checks, lang_ui, end)
        server = _Server(
            checks,
            uvicorn.Config(
                Guard(desk.app(), token, number),
                log_config=None,  # an access log would have the token
                access_log=False,
                server_header=False,
                proxy_headers=False,
                lifespan="off",
                ws="none",
                http="h11",
                limit_concurrency=32,
                timeout_keep_alive=5,
                timeout_graceful_shutdown=5,
            ),
        )
        _end_in_order(server)
        ready(f"http://{HOST}:{number}/{token}/", folder)
        server.run(sockets=[listening])


def door(folder: str, address: str) -> str:
    """Writes a page that leads to the address, for nobody else to read; its own address.

    With what a browser is started stands in the list of processes, which everybody on the machine can read; there the
    token must not stand. A browser that is shut out of the temporary folder finds no page: the address is printed too.
    """
    path = Path(folder, "open.html")
    page = (
        '<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>claimcheck</title>'
        f'<meta http-equiv="refresh" content="0; url={address}"><a href="{address}">claimcheck</a>\n'
    )
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as stream:
        stream.write(page)
    return path.as_uri()


class _Server(uvicorn.Server):
    """A server that does not wait for a check when it ends."""

    def __init__(self, checks: Checks, config: uvicorn.Config) -> None:
        super().__init__(config)
        self._checks = checks

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Answers what is asked, and ends."""
        self._checks.stop()
        await super().shutdown(sockets)


def _end_in_order(server: uvicorn.Server) -> None:
    """Lets a signal that would end the process at once end the server first: only so is the folder deleted."""

    def leave(number: int, frame: FrameType | None) -> None:
        del frame
        server.should_exit = True
        if not server.started:
            sys.exit(128 + number)

    for name in ("SIGTERM", "SIGHUP", "SIGBREAK"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), leave)


def _socket(port: int | None) -> socket.socket:
    for number in (PORT, 0) if port is None else (port,):
        found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            if sys.platform != "win32":  # there it would let two servers share a port
                found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            found.bind((HOST, number))
            found.listen()  # at once: whoever is told the address may come before the server is ready
        except (OSError, OverflowError) as error:
            found.close()
            if number == port:
                message = f"nothing can listen there: {getattr(error, 'strerror', None) or error}"
                raise DataError(Problem(f"--port {port}", message)) from None
        else:
            return found
    raise DataError(Problem("serve", "no port is free"))
