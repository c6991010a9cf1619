"""The modules of the package, read from one file at a start instead of from three hundred.

Finding, opening and checking a module's file costs Python about as much as running it. So the first run of a command
leaves the code of the modules it came to use in one file of the cache, with size and time of each source; a later run
takes a module from there as long as its source is unchanged, and everything else is imported as ever.
"""

from __future__ import annotations

import marshal
import os
import sys
import zlib

from claimcheck import __version__, cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec
    from types import ModuleType
    from typing import Any

    State = tuple[int, int]
    Kept = dict[str, tuple[str, State, bytes, bool]]

PACKAGE = "claimcheck"
_HERE = zlib.crc32(f"{__version__} {__file__}".encode("utf-8", "surrogatepass"))
_FILE = f"modules-{sys.implementation.cache_tag}-{sys.hexversion:x}-{_HERE:08x}"


class Modules:
    """Finds and loads the kept modules: by name the path of the source, its size and time, the code as
    marshal has it, package or not: only what is used is made of it.
    """

    def __init__(self, kept: Kept) -> None:
        self.kept = kept

    def has(self, name: str) -> bool:
        """Whether a module is kept as its source is now."""
        found = self.kept.get(name)
        return found is not None and _state(found[0]) == found[1]

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        """The spec of a kept module whose source is unchanged."""
        if not self.has(name):
            return None
        source, _, _, package = self.kept[name]
        spec: ModuleSpec = _SPEC(name, self, origin=source, is_package=package)
        spec.has_location = True
        if package:
            spec.submodule_search_locations = [os.path.dirname(source)]
        return spec

    def create_module(self, spec: ModuleSpec) -> None:
        """None: Python makes the module."""

    def exec_module(self, module: ModuleType) -> None:
        """Runs the code of a module in it."""
        exec(marshal.loads(self.kept[module.__name__][2]), module.__dict__)

    def get_source(self, name: str) -> str:
        """The source, for a traceback."""
        with open(self.kept[name][0], encoding="utf-8") as stream:
            return stream.read()


_SPEC: Any = type(__spec__)


def preload(command: str) -> None:
    """Puts what earlier runs of a command left before all other ways to find a module."""
    try:
        kept = marshal.loads(cache.read(f"{_FILE}-{command}")[0])
    except (EOFError, TypeError, ValueError):
        kept = {}
    sys.meta_path.insert(0, Modules(kept if isinstance(kept, dict) else {}))


def keep(command: str) -> None:
    """Leaves the modules of this run for the next one, where some were not kept yet or have changed."""
    finder = next((each for each in sys.meta_path if isinstance(each, Modules)), None)
    if finder is None:
        return
    new = {
        name: found
        for name, module in sys.modules.items()
        if name.startswith(f"{PACKAGE}.")
        and getattr(module, "__loader__", None) is not finder
        and not finder.has(name)
        and (found := _found(name, module)) is not None
    }
    if not new:
        return
    kept = {**finder.kept, **new}
    cache.write(f"{_FILE}-{command}", marshal.dumps(kept))


def _found(name: str, module: ModuleType) -> tuple[str, State, bytes, bool] | None:
    """What is kept of a module that came from its own file; None for any other."""
    source = getattr(module, "__file__", None) or ""
    state = _state(source)
    try:
        code = module.__spec__.loader.get_code(name)  # type: ignore[union-attr]
    except (AttributeError, ImportError, OSError):
        return None
    return None if state is None or code is None else (source, state, marshal.dumps(code), hasattr(module, "__path__"))


def _state(path: str) -> State | None:
    try:
        state = os.stat(path)
    except OSError:
        return None
    return state.st_size, state.st_mtime_ns
