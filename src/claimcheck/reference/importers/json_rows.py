"""JSON: one claim an object, shaped like an entry of claims/*.yaml; one a line, in an array, or under "claims"."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from claimcheck.reference.build import Builder
from claimcheck.reference.importers.lines import Lines
from claimcheck.reference.importers.row import add

MAX_LINES = 100_000
MAX_HEAD = 500


def json_rows(lines: Lines, builder: Builder) -> None:
    """Adds every object; numbers keep their digits."""
    stem = lines.path.name.partition(".")[0]
    for number, entry in objects(lines, "claims"):
        for i, each in enumerate(entry if isinstance(entry, list) else [entry]):
            try:
                if not isinstance(each, dict):
                    raise ValueError("a claim should be an object")
                add(each, builder, f"{stem}-{number}" + (f".{i}" if i else ""))
            except ValueError as error:
                lines.report(number, str(error))


def objects(lines: Lines, holder: str) -> Iterator[tuple[int, Any]]:
    """The objects of a file with the line each begins in; what stands under the key `holder` comes one by one.

    An object that is spread over lines ends at the first line with a closing brace as far from the margin as its first.
    Raises DataError where the last object or the array around all of them does not end.
    """
    for number, text in _texts(lines):
        yield from _parsed(lines, number, text, holder)


def _texts(lines: Lines) -> Iterator[tuple[int, str]]:
    """The text of each object, with the line it begins in."""
    number, in_array = 0, False
    rows = iter(lines)
    for number, line in rows:
        text = line.strip()
        if text in ("[", "]", "],", ""):
            in_array = text == "[" or (in_array and not text)
        elif text[-1] in "{[" and len(text) < MAX_HEAD:
            yield from _spread(lines, rows, number, line)
        else:
            yield number, text
    if in_array:
        raise lines.cut(number)


def _spread(lines: Lines, rows: Iterator[tuple[int, str]], begun: int, first: str) -> Iterator[tuple[int, str]]:
    """The text of an object over several lines."""
    text = first.lstrip()
    closing = first[: len(first) - len(text)] + ("]" if text[0] == "[" else "}")
    spread = [first]
    for _, line in rows:
        spread.append(line)
        if line.startswith(closing):
            yield begun, "".join(spread)
            return
        if len(spread) > MAX_LINES:
            lines.report(begun, f"an object of more than {MAX_LINES:,} lines")
            return
    raise lines.cut(begun)


def _parsed(lines: Lines, number: int, text: str, holder: str) -> Iterator[tuple[int, Any]]:
    try:
        found = json.loads(text.strip().rstrip(","), parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        lines.report(number, f"this is no JSON: {str(error)[:100]}")
        return
    inner = found.get(holder) if isinstance(found, dict) else found
    if isinstance(inner, dict):
        inner = list(inner.values())
    for each in inner if isinstance(inner, list) else [found]:
        yield number, each
