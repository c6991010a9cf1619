"""What was sent, as files in a folder of its own, and its check in a process of its own that ends in time."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from json import dumps
from typing import NamedTuple

from starlette.datastructures import FormData, UploadFile

from claimcheck.languages import known
from claimcheck.ledger import SUFFIX as LEDGER
from claimcheck.model.document import day
from claimcheck.read import MAX_BYTES, READERS
from claimcheck.read.metadata import SUFFIX as METADATA

MOST_FILES = 40
LONGEST_NAME = 80
_CHUNK = 1 << 20
_SEPARATORS = re.compile(r"[/\\]")
_UNSAFE = re.compile(r"(?:[^\w .,()+&'–-]|\s)+")


class RefusedError(Exception):
    """What is wrong with what was sent, as a sentence of `report/words.py` with its fields."""

    def __init__(self, key: str, **fields: object) -> None:
        super().__init__(key)
        self.key, self.fields = key, fields


class Asked(NamedTuple):
    """What is to be checked: files by name below the folder, and what holds for all drafts, None where nothing does."""

    drafts: tuple[str, ...]
    others: tuple[str, ...]
    sources: tuple[str, ...]
    date: str | None
    language: str | None


async def saved(form: FormData, folder: str, pasted: str) -> Asked:
    """Writes what a form holds into the folder; pasted text under that name.

    Raises RefusedError for a file that is not read or too large, a date or a language that is none, or no draft.
    """
    text = field(form, "text")
    drafts = await _files(form.getlist("drafts"), folder, "")
    if text.strip():
        name = _free(folder, "", pasted)
        with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as stream:
            stream.write(text)
        drafts = (name, *drafts)
    if not any(_is_article(name) for name in drafts):
        raise RefusedError("serve nothing")
    return Asked(
        tuple(filter(_is_article, drafts)),
        tuple(filter(_is_article, await _files(form.getlist("others"), folder, "others"))),
        tuple(filter(_is_article, await _files(form.getlist("sources"), folder, "sources"))),
        _date(field(form, "date").strip()),
        _language(field(form, "language")),
    )


def _date(written: str) -> str | None:
    try:
        return day(written).isoformat() if written else None
    except ValueError:
        raise RefusedError("serve no date", date=written) from None


def _language(code: str) -> str | None:
    if code and code not in known():
        raise RefusedError("serve no language", language=code, known=", ".join(known()))
    return code or None


def field(form: FormData, name: str) -> str:
    """What a form has under a name; nothing where that is missing or a file."""
    value = form.get(name, "")
    return value if isinstance(value, str) else ""


async def _files(sent: Sequence[UploadFile | str], folder: str, below: str) -> tuple[str, ...]:
    """The names under which the files were saved."""
    os.makedirs(os.path.join(folder, below), exist_ok=True)
    names = []
    for each in sent:
        if isinstance(each, UploadFile) and each.filename:
            names.append(await _save(each, folder, below))
    return tuple(names)


async def _save(sent: UploadFile, folder: str, below: str) -> str:
    shown = _safe_name(sent.filename or "")
    if not shown.lower().endswith((*READERS, LEDGER, METADATA)):
        raise RefusedError("serve kind", file=shown, kinds=", ".join(READERS))
    name = _free(folder, below, shown)
    left = MAX_BYTES
    with open(os.path.join(folder, name), "xb") as stream:
        while chunk := await sent.read(_CHUNK):
            left -= len(chunk)
            if left < 0:
                raise RefusedError("serve large", file=shown, most=MAX_BYTES // 1_000_000)
            stream.write(chunk)
    return name


def _safe_name(name: str) -> str:
    """The last part of a name, of letters, digits and a few marks, not hidden and not too long."""
    whole = _UNSAFE.sub(" ", _SEPARATORS.split(name)[-1])
    at = whole.rfind(".") if "." in whole else len(whole)  # also in ".txt", which is a kind without a name
    stem, suffix = whole[:at], whole[at:]
    for double in (LEDGER, METADATA):
        if whole.lower().endswith(double):
            stem, suffix = whole[: -len(double)], double
    return f"{stem.strip(' .')[:LONGEST_NAME] or '_'}{suffix}"


def _free(folder: str, below: str, name: str) -> str:
    """A name that no other file there has."""
    stem, dot, suffix = name.partition(".")
    number, found = 1, os.path.join(below, name)
    while os.path.lexists(os.path.join(folder, found)):
        number += 1
        found = os.path.join(below, f"{stem} ({number}){dot}{suffix}")
    return found


def _is_article(name: str) -> bool:
    return not name.lower().endswith((LEDGER, METADATA))


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
