"""The lines of a file that may be compressed, with limits, places for what is wrong, and progress."""

from __future__ import annotations

import bz2
import gzip
import lzma
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import BinaryIO, cast

from claimcheck.errors import DataError, Problem

MAX_LINE = 32_000_000
SHOWN = 20
EVERY = 2_000
_OPENERS: dict[str, Callable[[BinaryIO], BinaryIO]] = {
    ".gz": lambda raw: cast(BinaryIO, gzip.GzipFile(fileobj=raw)),
    ".bz2": lambda raw: cast(BinaryIO, bz2.BZ2File(raw)),
    ".xz": lambda raw: cast(BinaryIO, lzma.LZMAFile(raw)),  # noqa: SIM115 – closed with the raw file
}


class Lines:
    """Iterates over (number, text) of all lines; what the reader of the lines finds wrong goes to `report`."""

    def __init__(self, path: Path, progress: Callable[[Path, int, int], None] | None = None) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.skipped = 0
        self._progress = progress

    def report(self, number: int, message: str) -> None:
        """A line that cannot be used; the first ones are kept."""
        self.skipped += 1
        if len(self.problems) < SHOWN:
            self.problems.append(Problem(str(self.path), f"skipped: {message}", number))

    def cut(self, number: int) -> DataError:
        """The error of a file that ends in the middle."""
        return DataError(Problem(str(self.path), "the file ends in the middle; nothing was written", number))

    def head(self, characters: int) -> str:
        """The first characters."""
        try:
            with self.path.open("rb") as raw:
                return self._open(raw).read(characters).decode("utf-8", "replace")
        except (OSError, EOFError, ValueError, lzma.LZMAError) as error:
            raise DataError(Problem(str(self.path), f"the file cannot be read: {error}")) from None

    def _open(self, raw: BinaryIO) -> BinaryIO:
        opener = _OPENERS.get(self.path.suffix.lower())
        return raw if opener is None else opener(raw)

    def __iter__(self) -> Iterator[tuple[int, str]]:
        number = 0
        try:
            for number, line in self._lines():
                try:
                    yield number, line.decode("utf-8-sig" if number == 1 else "utf-8")
                except UnicodeDecodeError:
                    self.report(number, "the line is not UTF-8")
        except EOFError:
            raise self.cut(number + 1) from None
        except (OSError, lzma.LZMAError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise DataError(Problem(str(self.path), f"the file cannot be read: {reason}", number or None)) from None

    def _lines(self) -> Iterator[tuple[int, bytes]]:
        """The lines as bytes, but for those that are too long."""
        tell = self._progress or (lambda path, read, size: None)
        with self.path.open("rb") as raw:
            size = self.path.stat().st_size
            stream = self._open(raw)
            for number in count(1):
                line = stream.readline(MAX_LINE)
                if not line:
                    break
                if number % EVERY == 0:
                    tell(self.path, raw.tell(), size)
                if len(line) < MAX_LINE or line.endswith(b"\n"):
                    yield number, line
                    continue
                self.report(number, f"the line is longer than {MAX_LINE:,} bytes")
                while line and not line.endswith(b"\n"):
                    line = stream.readline(MAX_LINE)
            tell(self.path, size, size)
