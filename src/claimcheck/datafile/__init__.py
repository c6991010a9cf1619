"""The one door for YAML and JSON: strict, scalars stay text, and every problem of a file at once with line and column.

What a person wrote or merged by hand comes through here, so a mistake is told in plain words with what would be right.
pydantic and yaml are imported inside the functions: a run for which there are tables opens this door for nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from claimcheck.errors import DataError, Problem
from claimcheck.files import content, reason

if TYPE_CHECKING:
    import json
    import os

    from claimcheck.datafile.tree import Node

T = TypeVar("T")
MAX_BYTES = 5_000_000


def load(path: str | os.PathLike[str], shape: type[T]) -> T:
    """The file at `path` as a value of `shape`, a pydantic model or dataclass.

    Scalars reach `shape` as text, an empty one as None; `shape` says what is a number or a truth value.
    Raises DataError with all problems of the file.
    """
    return parse(text_of(path), str(path), shape)


def parse(text: str, name: str, shape: type[T], first_line: int = 1) -> T:
    """The same for text that stands in a larger file, from its line `first_line` on."""
    from pydantic import TypeAdapter, ValidationError  # noqa: PLC0415

    from claimcheck.datafile.tree import read_all  # noqa: PLC0415

    root, wrong = read_all(text, name, first_line)
    adapter = TypeAdapter(shape)
    try:
        value = adapter.validate_python(root.plain())
    except ValidationError as error:
        from claimcheck.datafile.problems import problems  # noqa: PLC0415

        places = {each[2:] for each in wrong}  # a value that may not stand there is not also of a wrong kind
        wrong += [each for each in problems(error, root, name, adapter) if each[2:] not in places]
    if wrong:
        raise DataError(*sorted(wrong, key=lambda each: (each.line or 0, each.column or 0)))
    return value


def text_of(path: str | os.PathLike[str]) -> str:
    """The text of a data file; raises DataError where it cannot be read, is too large or no UTF-8."""
    try:
        raw = content(path, MAX_BYTES)
    except OSError as error:
        raise DataError(Problem(str(path), f"the file cannot be read: {reason(error)}")) from None
    if len(raw) > MAX_BYTES:
        raise DataError(Problem(str(path), f"the file is larger than {MAX_BYTES:,} bytes"))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", "replace").removeprefix("\ufeff")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        message = f"the byte 0x{raw[error.start]:02x} is not UTF-8; save the file as UTF-8"
        raise DataError(Problem(str(path), message, line, column)) from None


_MERGING = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")


class _DoubleError(ValueError):
    """A key that stands twice in one object."""


def parse_json(text: str, name: str, shape: type[T]) -> T:
    """JSON that programs write and people merge, as a value of `shape`; DataError has all problems at their places."""
    import json  # noqa: PLC0415

    from pydantic import TypeAdapter, ValidationError  # noqa: PLC0415

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
    from claimcheck.datafile.tree import Node, read_all  # noqa: PLC0415

    try:
        return read_all(text, name)
    except DataError:
        return Node(1, 1), []


def _what(error: json.JSONDecodeError, text: str) -> str:
    line = text.splitlines()[error.lineno - 1] if text.strip() else ""
    if line.startswith(_MERGING):
        return "git has left two versions here; keep what both sides added and take out its lines"
    return f"this is no JSON: {error.msg.lower()}"
