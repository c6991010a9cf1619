"""What is built from data files, kept in a folder under the state of everything it was built from.

A warm start then reads one small file instead of importing a YAML parser and a validator. Nothing here can fail a run:
a cache that cannot be read is built again, one that cannot be written is not written. What is read is trusted, so it
must be the user's own: a file of somebody else, or one that others may write, counts as missing.
"""

from __future__ import annotations

import marshal
import os
import sys
from typing import TYPE_CHECKING
from zlib import adler32, crc32

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from os import PathLike
    from typing import Any

KEPT = 8
_TICK = 50_000_000  # nanoseconds: a file changed twice within one tick of the clock of files shows one time only
_FORMAT = f"1 {sys.hexversion:x} {marshal.version}"


def compiled(
    kind: str,
    sources: Iterable[str | PathLike[str]],
    build: Callable[[], Any],
    code: Iterable[str | PathLike[str]] = (),
) -> Any:
    """What `build` makes, as plain data (JSON types only), from the cache where nothing changed since.

    `sources` are all files the result rests on, `code` the package's own modules that shape it; a change of place,
    size or time of one of them gives a new key, as with the interpreter's own compiled files. Errors of `build` pass
    through, and nothing is kept then.
    """
    key, newest = _state((*sources, *code))
    name = f"{kind}-{key}"
    content, written = read(name)
    try:
        kept = marshal.loads(content) if written > newest + _TICK else None
    except (EOFError, TypeError, ValueError):
        kept = None
    if isinstance(kept, list) and len(kept) == 1:
        return kept[0]
    import json  # noqa: PLC0415 – only where the cache is missing

    plain = json.loads(json.dumps(build(), ensure_ascii=False))
    plain = _shared(plain, {})
    if write(name, marshal.dumps([plain])):
        _clear(kind)
    return plain


def folder() -> str | None:
    """The cache folder: CLAIMCHECK_CACHE (empty: none at all), else claimcheck/ in XDG_CACHE_HOME or ~/.cache."""
    chosen = os.environ.get("CLAIMCHECK_CACHE")
    if chosen is not None:
        return chosen or None
    base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return os.path.join(base, "claimcheck") if os.path.isabs(base) else None


def read(name: str) -> tuple[bytes, int]:
    """The content of an entry and when it was written, in nanoseconds; empty and 0 where there is none."""
    place = folder()
    if place is None:
        return b"", 0
    try:
        with open(os.path.join(place, f"{name}.bin"), "rb") as stream:
            state = os.fstat(stream.fileno())
            if hasattr(os, "getuid") and (state.st_uid != os.getuid() or state.st_mode & 0o022):
                return b"", 0
            return stream.read(), state.st_mtime_ns
    except OSError:
        return b"", 0


def write(name: str, content: bytes) -> bool:
    """Whether the entry could be written, in one step: a reader sees the old or the new one."""
    place = folder()
    if place is None:
        return False
    draft = os.path.join(place, f"{name}.{os.getpid()}")
    try:
        os.makedirs(place, exist_ok=True)
        with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644), "wb") as stream:
            stream.write(content)
        os.replace(draft, os.path.join(place, f"{name}.bin"))
    except OSError:
        return False
    return True


def _state(files: tuple[str | PathLike[str], ...]) -> tuple[str, int]:
    """64 bits over the state of the files (two cheap sums: hashlib costs 3 ms), and the time of the newest of them."""
    parts, newest = [_FORMAT], 0
    for file in files:
        try:
            state = os.stat(file)
        except OSError:
            parts.append(f"{os.fspath(file)} -")
        else:
            parts.append(f"{os.fspath(file)} {state.st_size} {state.st_mtime_ns}")
            newest = max(newest, state.st_mtime_ns)
    text = "\n".join(parts).encode("utf-8", "surrogatepass")
    return f"{crc32(text):08x}{adler32(text):08x}", newest


def _shared(plain: Any, seen: dict[tuple[Any, ...], Any]) -> Any:
    """The same data with equal parts kept once: what is read later is a third of the size, and read as much faster."""
    if isinstance(plain, str):
        return seen.setdefault((str, plain), plain)
    if isinstance(plain, list):
        plain = [_shared(each, seen) for each in plain]
        return seen.setdefault((list, *map(id, plain)), plain)
    if isinstance(plain, dict):
        plain = {_shared(name, seen): _shared(each, seen) for name, each in plain.items()}
        return seen.setdefault((dict, *(id(part) for pair in plain.items() for part in pair)), plain)
    return seen.setdefault((type(plain), plain), plain)


def _clear(kind: str) -> None:
    """All but the newest entries of a kind are deleted."""
    place = folder() or ""
    try:
        with os.scandir(place) as entries:
            own = [each for each in entries if each.name.startswith(f"{kind}-") and each.name.endswith(".bin")]
            for entry in sorted(own, key=lambda each: each.stat().st_mtime_ns, reverse=True)[KEPT:]:
                os.unlink(entry.path)
    except OSError:
        return
