"""JSON that programs write and people merge: as strict as the door for YAML, with the place of every problem."""

from __future__ import annotations

import json
from typing import Any, TypeVar

from claimcheck.datafile.tree import Node, read_all
from claimcheck.errors import DataError, Problem

T = TypeVar("T")
_MERGING = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")


class _DoubleError(ValueError):
    """A key that stands twice in one object."""


def parse_json(text: str, name: str, shape: type[T]) -> T:
    """The JSON in `text` as a value of `shape`, a pydantic model; DataError has all problems at their places."""
    from pydantic import TypeAdapter, ValidationError  # noqa: PLC0415 – a file that is no JSON costs less

    try:
        value = json.loads(text, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        raise DataError(Problem(name, _what(error, text), error.lineno, error.colno)) from None
    except _DoubleError as error:
        found = _tree(text, name)[1]
        raise DataError(*(found or [Problem(name, str(error))])) from None
    except (RecursionError, ValueError):
        raise DataError(Problem(name, "this is no JSON that can be read: too deep, or a number too long")) from None
    adapter = TypeAdapter(shape)
    try:
        return adapter.validate_python(value)
    except ValidationError as error:
        from claimcheck.datafile.problems import problems  # noqa: PLC0415

        raise DataError(*problems(error, _tree(text, name)[0], name, adapter)) from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _DoubleError("a key stands twice in one object; keep one")
    return found


def _tree(text: str, name: str) -> tuple[Node, list[Problem]]:
    """The places of all values: JSON is YAML too, but for some escapes; then nothing is known but the file."""
    try:
        return read_all(text, name)
    except DataError:
        return Node(1, 1), []


def _what(error: json.JSONDecodeError, text: str) -> str:
    line = text.splitlines()[error.lineno - 1] if text.strip() else ""
    if line.startswith(_MERGING):
        return "git has left two versions here; keep what both sides added and take out its lines"
    return f"this is no JSON: {error.msg.lower()}"
