"""What is built from the data files that come with the program: made when it is installed, so that no run has to.

A table lies in `_data/tables/`. In a checkout it knows the files it was built from: where one of them has other content
now, the table counts as missing and is built anew in memory, so that who edits a file sees the effect at once. Nothing
is written by a run; installing does (`hatch_build.py`), and `python -m claimcheck.compiling`.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, NamedTuple
from zlib import crc32

PACKAGE = os.path.dirname(__file__)
FOLDER = os.path.join(PACKAGE, "_data", "tables")
_ROOT = os.path.join(os.path.dirname(os.path.dirname(PACKAGE)), "")
_FORMAT = 4  # of marshal: every Python that the program runs on reads it

State = tuple[str, int, int, int]
"""A file as seen from the checkout, its size, its time in nanoseconds, and the sum of its bytes."""


class Table(NamedTuple):
    """One table: the files it rests on (data and the code that shapes them), and how it is built from them.

    What `build` makes must be plain data, as in JSON.
    """

    name: str
    sources: tuple[str, ...]
    build: Callable[[], Any]

    def load(self) -> Any:
        """The table as it was installed, else as its files make it; errors of `build` pass through."""
        kept = self._kept()
        return self.plain() if kept is None else kept[1]

    def is_kept(self) -> bool:
        """Whether it was installed and its files are the same as then."""
        return self._kept() is not None

    def _kept(self) -> tuple[Any, Any] | None:
        try:
            with open(os.path.join(FOLDER, f"{self.name}.bin"), "rb") as stream:
                states, plain = marshal.loads(stream.read())
        except (OSError, EOFError, TypeError, ValueError):
            return None
        return (states, plain) if states is None or _holds(states, self.sources) else None

    def plain(self) -> Any:
        """The table built from its files."""
        import json  # noqa: PLC0415 – where the table is missing

        return _shared(json.loads(json.dumps(self.build(), ensure_ascii=False)), {})

    def packed(self, *, checked: bool) -> bytes:
        """The table as it is kept; `checked`: with the state of its files, which may change later."""
        states = [_state(each) for each in self.sources] if checked else None
        return marshal.dumps((states, self.plain()), _FORMAT)


def _holds(states: Iterable[State], sources: tuple[str, ...]) -> bool:
    """Whether the files are the same as when the table was built, by time and size, or else by their content."""
    if [state[0] for state in states] != [each.removeprefix(_ROOT) for each in sources]:
        return False
    for path, state in zip(sources, states, strict=True):
        try:
            found = os.stat(path)
        except OSError:
            return False
        if found.st_size != state[1] or (found.st_mtime_ns != state[2] and _sum(path) != state[3]):
            return False
    return True


def _state(path: str) -> State:
    found = os.stat(path)
    return path.removeprefix(_ROOT), found.st_size, found.st_mtime_ns, _sum(path)


def _sum(path: str) -> int:
    with open(path, "rb") as stream:
        return crc32(stream.read())


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


@cache
def shipped_folder(name: str) -> str:
    """The folder of this name in the installed package, in a checkout the one at its root."""
    installed = os.path.join(PACKAGE, "_data", name)
    return installed if os.path.isdir(installed) else os.path.normpath(os.path.join(PACKAGE, "..", "..", name))


def files_below(folder: str | os.PathLike[str]) -> list[str]:
    """All YAML files below a folder, sorted, each with the folder in front; hidden folders count too."""
    found = [
        os.path.join(place, name)
        for place, _, names in os.walk(folder)
        for name in names
        if name.endswith((".yaml", ".yml"))
    ]
    return sorted(found, key=lambda path: path.split(os.sep))
