"""The one door for YAML: strict, scalars stay text, and every problem of a file at once with line and column.

Only what a person wrote by hand comes through here, so a mistake is told in plain words with what would be right.
pydantic and yaml are imported inside the functions: a run for which there are tables opens this door for nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from claimcheck.errors import DataError, Problem

if TYPE_CHECKING:
    import os
    from pathlib import Path

__all__ = ["MAX_BYTES", "load", "parse"]

T = TypeVar("T")
MAX_BYTES = 5_000_000


def load(path: str | os.PathLike[str], shape: type[T]) -> T:
    """The file at `path` as a value of `shape`, a pydantic model or dataclass.

    Scalars reach `shape` as text, an empty one as None; `shape` says what is a number or a truth value.
    Raises DataError with all problems of the file.
    """
    from pathlib import Path  # noqa: PLC0415 – with the parser

    return parse(_read(Path(path)), str(path), shape)


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


def _read(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise DataError(Problem(str(path), f"the file is larger than {MAX_BYTES:,} bytes"))
        raw = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise DataError(Problem(str(path), f"the file cannot be read: {reason}")) from None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", "replace").removeprefix("\ufeff")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        message = f"the byte 0x{raw[error.start]:02x} is not UTF-8; save the file as UTF-8"
        raise DataError(Problem(str(path), message, line, column)) from None
