"""Start and end: a socket on this machine alone, a token, a folder that is gone when the server is."""

from __future__ import annotations

import os
import secrets
import signal
import socket
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType

import uvicorn

from claimcheck.errors import DataError, Problem
from claimcheck.serve.desk import Desk
from claimcheck.serve.guard import Guard
from claimcheck.serve.uploads import Checks

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
