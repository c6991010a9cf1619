"""Files as the program reads and writes them: regular ones, not too large, and replaced in one step."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from errno import EBUSY, EINVAL, EISDIR, EXDEV
from typing import BinaryIO

from claimcheck.errors import DataError, Problem

_TRIES = 100
_READING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)


def content(path: str | os.PathLike[str], most: int) -> bytes:
    """The content of a regular file, or of one that a link leads to; of a larger one the first `most` + 1 bytes.

    Raises OSError, also for a pipe or a device, which might never end, and for what can be no path.
    """
    with opened(path) as stream:
        return stream.read(most + 1)


@contextmanager
def opened(path: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """The same file, to be read piece by piece; raises OSError as `content` does."""
    try:
        _regular(os.stat(path), path)  # before it is opened: some devices do something when they are
        descriptor = os.open(path, _READING)
    except ValueError as error:
        raise OSError(EINVAL, f"no path can be written like this ({error})") from None
    with open(descriptor, "rb") as stream:
        _regular(os.fstat(descriptor), path)
        yield stream


def reason(error: OSError) -> str:
    """What went wrong, in the words of the system, to stand behind a colon."""
    return (error.strerror or str(error)).lower()


def _regular(state: os.stat_result, path: str | os.PathLike[str]) -> None:
    if stat.S_ISDIR(state.st_mode):
        raise IsADirectoryError(EISDIR, os.strerror(EISDIR), path)
    if not stat.S_ISREG(state.st_mode):
        raise OSError(EINVAL, "it is a pipe or a device, not a file", path)


def replace(path: str | os.PathLike[str], parts: Iterable[bytes]) -> None:
    """Writes a file so that it has its old content or all of the new one, whatever happens meanwhile.

    The new one is written beside it and renamed, keeps its mode and, of links, the place they lead to. A pipe, a device
    and /dev/stdout are written as they are, and so is a file in a folder in which none can be made. Raises OSError.
    """
    name = os.fspath(path)
    try:
        state = os.stat(name)
    except FileNotFoundError:
        state = None
    if _stream(name, state):
        with open(os.open(name, os.O_WRONLY | os.O_APPEND), "wb") as stream:
            stream.writelines(parts)
        return
    target = real(name)
    try:
        draft, descriptor = _draft(os.path.dirname(target) or ".")
    except PermissionError:
        if state is None:
            raise
        _overwrite(target, parts)
        return
    try:
        with open(descriptor, "wb") as stream:
            stream.writelines(parts)
            stream.flush()
            os.fsync(descriptor)
        if state is not None:
            _as_before(draft, state)
        _rename(draft, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(draft)
        raise


def _stream(name: str, state: os.stat_result | None) -> bool:
    """Whether something is written to that cannot be replaced: a pipe, a device, what a process has open."""
    if state is None or stat.S_ISDIR(state.st_mode):
        return False
    folder = real(os.path.dirname(name) or ".")
    return not stat.S_ISREG(state.st_mode) or folder == "/dev" or folder.startswith("/proc/")


def _draft(folder: str) -> tuple[str, int]:
    """A new file in the folder, by its name and opened for writing."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    for number in range(_TRIES):
        name = os.path.join(folder, f".claimcheck-{os.getpid()}-{number}.draft")
        with suppress(FileExistsError):
            return name, os.open(name, flags, 0o666)
    raise FileExistsError(EBUSY, "its folder is full of drafts", folder)


def _as_before(draft: str, state: os.stat_result) -> None:
    """Gives the draft owner and mode of the file it is to replace, as far as that may be done."""
    with suppress(OSError, AttributeError):
        os.chown(draft, state.st_uid, state.st_gid)
    os.chmod(draft, stat.S_IMODE(state.st_mode))


def _rename(draft: str, target: str) -> None:
    try:
        os.replace(draft, target)
    except OSError as error:
        if error.errno not in (EBUSY, EXDEV):
            raise
        with open(draft, "rb") as stream:  # a single file that is mounted: its place is taken, its content is not
            _overwrite(target, stream)
        os.unlink(draft)


def _overwrite(target: str, parts: Iterable[bytes]) -> None:
    with open(target, "wb") as stream:
        stream.writelines(parts)


def real(path: str | os.PathLike[str]) -> str:
    """The path without links, from the root of the file system; as it is where the working folder is gone."""
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return os.fspath(path)


def absolute(path: str) -> str:
    """The path from the root of the file system; as it is where the working folder is gone."""
    try:
        return os.path.abspath(path)
    except OSError:
        return path


def same(one: str | os.PathLike[str], other: str | os.PathLike[str]) -> bool:
    """Whether two paths lead to one file: by links, hard links, or one name of a file that is yet to be made."""
    try:
        return os.path.samestat(os.stat(one), os.stat(other))
    except (OSError, ValueError):
        return real(one) == real(other)


def keep_apart(outputs: Sequence[str | os.PathLike[str]], inputs: Iterable[str | os.PathLike[str]]) -> None:
    """Raises DataError where an output is one of the inputs, or of the outputs before it, and would overwrite it."""
    found: list[Problem] = []
    given = list(inputs) if outputs else []
    for number, output in enumerate(outputs):
        if os.path.exists(output) and not os.path.isfile(output):
            continue  # a pipe or a device takes what it is given
        twin = next((each for each in (*given, *outputs[:number]) if same(each, output)), None)
        if twin is not None:
            what = f"this is {os.fspath(twin)}, which is read too" if twin in given else "two outputs go to this file"
            found.append(Problem(os.fspath(output), f"{what}; nothing was written, choose another file"))
    if found:
        raise DataError(*found)
