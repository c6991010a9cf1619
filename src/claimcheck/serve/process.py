"""The check of what others have written, in a process of its own that ends in time, whatever the text does to it."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from json import dumps

from claimcheck.serve.uploads import Asked

PAGE = "page.html"
LARGEST_PAGE = 200_000_000


class Checks:
    """Runs `command` with a job on its standard input: one at a time, each for at most so many seconds."""

    def __init__(self, command: Sequence[str], seconds: float) -> None:
        self._command, self._seconds = tuple(command), seconds
        self._turn = asyncio.Semaphore(1)
        self._running: asyncio.subprocess.Process | None = None
        self._stopped = False

    async def page(self, asked: Asked, folder: str, language: str) -> str | None:
        """The page that the process writes about the files in the folder; None where it fails or takes too long."""
        job = {**asked._asdict(), "folder": folder, "lang_ui": language}
        async with self._turn:
            if self._stopped or not await self._run(dumps(job).encode()):
                return None
        return _read(os.path.join(folder, PAGE))

    def stop(self) -> None:
        """Ends what runs, and begins nothing more: the server ends, and nobody is there to read it."""
        self._stopped = True
        if self._running is not None:
            _end(self._running)

    async def _run(self, job: bytes) -> bool:
        """Whether the process has ended well."""
        process = self._running = await asyncio.create_subprocess_exec(
            *self._command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            await asyncio.wait_for(process.communicate(job), self._seconds)
        except TimeoutError:
            return False
        finally:  # also when the request is given up
            self._running = None
            _end(process)
            await process.wait()
        return process.returncode == 0


def _end(process: asyncio.subprocess.Process) -> None:
    """Ends a process that still runs, and all that it may have started."""
    if process.returncode is None:
        with suppress(ProcessLookupError):
            if sys.platform == "win32":
                process.kill()
            else:
                os.killpg(process.pid, signal.SIGKILL)


def _read(path: str) -> str | None:
    with suppress(OSError, UnicodeDecodeError):
        if os.path.getsize(path) <= LARGEST_PAGE:
            with open(path, encoding="utf-8", newline="") as stream:
                return stream.read()
    return None
