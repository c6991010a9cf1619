"""Compiled patterns, kept from one run to the next.

Compiling the hundred patterns of the package takes a tenth of a cold start; making them of the code that the compiler
found last time takes next to none of it. That code is the interpreter's own: it is kept under the interpreter's exact
version, the interpreter checks it when a pattern is made of it, and where anything is amiss `re` compiles as ever.
"""

from __future__ import annotations

import marshal
import re
import sys

from claimcheck import cache

MOST = 2000  # some hundred are in use: a file with more has gathered those of older versions, and is begun anew
_FILE = f"patterns-{sys.implementation.cache_tag}-{sys.hexversion:x}"

TYPE_CHECKING = False
if TYPE_CHECKING:
    Key = tuple[str, int]
    Code = tuple[int, list[int], int, dict[str, int], tuple[str | None, ...]]


class _Known:
    """The codes of the file, as marshal has them, None before it was read, and the patterns asked for that it lacks."""

    codes: dict[Key, bytes] | None = None
    missing: dict[Key, re.Pattern[str]] = {}  # noqa: RUF012 – one for the process, like the modules that hold patterns


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, from the kept code if there is one. Raises re.error like it."""
    key = (text, int(flags))
    if _Known.codes is None:
        _Known.codes = _read()
    code = _Known.codes.get(key)
    if code is not None:
        try:
            return _made(text, marshal.loads(code))
        except (ImportError, AttributeError, EOFError, TypeError, ValueError, RuntimeError, OverflowError):
            _Known.codes = {}
    made = re.compile(text, flags)
    _Known.missing[key] = made
    return made


def keep() -> None:
    """Writes the code of what was compiled in this run beside what was known; nothing where nothing was compiled."""
    if not _Known.missing:
        return
    try:
        found = {key: marshal.dumps(_code(key, made)) for key, made in _Known.missing.items()}
    except (ImportError, AttributeError, TypeError):  # an interpreter built otherwise: it compiles every time
        return
    known = _Known.codes or {}
    cache.write(_FILE, marshal.dumps({**(known if len(known) < MOST else {}), **found}))
    _Known.missing.clear()


def _read() -> dict[Key, bytes]:
    try:
        known = marshal.loads(cache.read(_FILE)[0])
    except (EOFError, TypeError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _made(text: str, code: Code) -> re.Pattern[str]:
    from re import _compiler  # type: ignore[attr-defined]  # noqa: PLC0415 – not every interpreter has it

    made: re.Pattern[str] = _compiler._sre.compile(text, *code)
    return made


def _code(key: Key, made: re.Pattern[str]) -> Code:
    from re import _compiler, _parser  # type: ignore[attr-defined]  # noqa: PLC0415 – not every interpreter has it

    names: list[str | None] = [None] * (made.groups + 1)
    for name, group in made.groupindex.items():
        names[group] = name
    code = [int(each) for each in _compiler._code(_parser.parse(*key), key[1])]  # some are named constants
    return made.flags, code, made.groups, dict(made.groupindex), tuple(names)
