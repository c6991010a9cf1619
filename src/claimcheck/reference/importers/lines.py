"""The lines of a file that may be compressed, with limits, places for what is wrong, and progress."""

from __future__ import annotations

import bz2
import gzip
import lzma
from collections.abc import Callable, Iterator
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
            with self.path.open("rb") as raw:
                size = self.path.stat().st_size
                stream = self._open(raw)
                while line := stream.readline(MAX_LINE):
                    number += 1
                    if len(line) == MAX_LINE and not line.endswith(b"\n"):
                        self.report(number, f"the line is longer than {MAX_LINE:,} bytes")
                        while line and not line.endswith(b"\n"):
                            line = stream.readline(MAX_LINE)
                        continue
                    if self._progress is not None and number % EVERY == 0:
                        self._progress(self.path, raw.tell(), size)
                    try:
                        text = line.decode("utf-8-sig" if number == 1 else "utf-8")
                    except UnicodeDecodeError:
                        self.report(number, "the line is not UTF-8")
                        continue
                    yield number, text
                if self._progress is not None:
                    self._progress(self.path, size, size)
        except EOFError:
            raise self.cut(number + 1) from None
        except (OSError, lzma.LZMAError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise DataError(Problem(str(self.path), f"the file cannot be read: {reason}", number or None)) from None
