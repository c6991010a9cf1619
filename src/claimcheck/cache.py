"""What is built from data files, kept as JSON under the hash of everything it was built from.

A warm start then reads one small file instead of importing a YAML parser and a validator. Nothing here can fail a run:
a cache that cannot be read is built again, one that cannot be written is not written.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from zlib import adler32, crc32

SHIPPED = Path(__file__).parent / "_data" / "compiled"
KEPT = 8


def compiled(kind: str, sources: Sequence[Path], build: Callable[[], Any], code: Sequence[Path] = ()) -> Any:
    """What `build` makes, as plain data (JSON types only), from the cache where nothing changed since.

    `sources` are all files the result rests on, `code` the package's own modules that shape it; a change in either
    gives a new key. Errors of `build` pass through, and nothing is kept then.
    """
    files = [*sources, *code]
    name = f"{kind}-{_key(files)}.json"
    own = folder()
    for place in (SHIPPED, own):
        if place is not None and (kept := _read(place / name)) is not None:
            return kept[0]
    text = json.dumps([build()], ensure_ascii=False, separators=(",", ":"))
    if own is not None:
        _write(own, kind, name, text)
    return json.loads(text)[0]


def folder() -> Path | None:
    """The cache folder: CLAIMCHECK_CACHE (empty: none at all), else claimcheck/ in XDG_CACHE_HOME or ~/.cache."""
    chosen = os.environ.get("CLAIMCHECK_CACHE")
    if chosen is not None:
        return Path(chosen) if chosen else None
    base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")  # noqa: PTH111 – Path.home raises
    return Path(base) / "claimcheck" if os.path.isabs(base) else None  # noqa: PTH117


def _key(files: Sequence[Path]) -> str:
    """64 bits over names and contents; two cheap sums, because hashlib costs 3 ms at every start."""
    crc, adler = 0, 1
    for path in files:
        try:
            content = path.read_bytes()
        except OSError:
            content = b"\xff"
        for part in (path.name.encode(), str(len(content)).encode(), content):
            crc, adler = crc32(part, crc), adler32(part, adler)
    return f"{crc:08x}{adler:08x}"


def _read(path: Path) -> list[Any] | None:
    try:
        kept = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    return kept if isinstance(kept, list) and len(kept) == 1 else None


def _write(place: Path, kind: str, name: str, text: str) -> None:
    draft = place / f"{name}.{os.getpid()}"
    try:
        place.mkdir(parents=True, exist_ok=True)
        draft.write_text(text, encoding="utf-8")
        draft.replace(place / name)
        older = sorted(place.glob(f"{kind}-*.json"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
        for path in older[KEPT:]:
            path.unlink(missing_ok=True)
    except OSError:
        return
