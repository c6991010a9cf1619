"""Where the keys of a TOML table stand: tomllib keeps no places."""

from __future__ import annotations

import re
from collections.abc import Mapping

Places = Mapping[str, tuple[int, int]]
_LINE = re.compile(r"""\[[ \t]*(?P<table>[^\[\]#\n]{1,200})\]|(?P<key>[\w."'/-]{1,200})[ \t]*=""")
_NAME = re.compile(r"""["']([^"'\n]{1,200})["']""")


def places(text: str, table: tuple[str, ...]) -> Places:
    """Line and column, from 1, of each key below a table, and of each quoted text in the lines of a key.

    A quoted text is found as `key.text`. Good for error messages: what a multi-line text says may pass for a key.
    """
    found: dict[str, tuple[int, int]] = {}
    inside, key, deeper = not table, "", ""
    for number, line in enumerate(text.split("\n"), 1):
        indent = len(line) - len(line.lstrip())
        match = _LINE.match(line, indent)
        if match and match["table"] is not None:
            path = _parts(match["table"])
            inside = path[: len(table)] == table
            deeper = ".".join(path[len(table) :]) if inside else ""
            key = deeper
            if inside and deeper:
                found.setdefault(deeper, (number, indent + 1))
            continue
        if not inside:
            continue
        start = 0
        if match:
            name = ".".join(_parts(match["key"]))
            key = f"{deeper}.{name}" if deeper else name
            found.setdefault(key, (number, indent + 1))
            start = match.end()
        for quoted in _NAME.finditer(line, start):
            found.setdefault(f"{key}.{quoted[1]}", (number, quoted.start() + 1))
    return found


def _parts(path: str) -> tuple[str, ...]:
    """The parts of a dotted key, without quotation marks; a rule's name in quotation marks may have no dot."""
    return tuple(part.strip().strip("\"'") for part in path.split("."))
