"""What a run of digits with separators says, in the notation of a language."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple


class Piece(NamedTuple):
    """One number within a run of digits: offsets within the run; `value` is None where nothing decides."""

    start: int
    end: int
    value: Decimal | None
    rounded: bool


SWISS = str.maketrans("", "", "'’‘´")
LONGEST = 32
"""More digits than this are no number anybody writes (and cost time): they stay unread."""


class Notation:
    """Patterns for one decimal sign and its grouping signs; a run is split at spaces that group nothing."""

    def __init__(self, decimal: str, groups: tuple[str, ...]) -> None:
        other = "," if decimal == "." else "."
        signs = "".join(map(re.escape, groups)).replace("\\'", "'’‘´")
        dec, oth = re.escape(decimal), re.escape(other)
        self.grouped = re.compile(rf"\d{{1,3}}([{signs}])\d{{3}}(?:\1\d{{3}})*(?:{dec}\d+)?(?![\d])")
        self.plain = re.compile(rf"\d+(?:{dec}\d+)?")
        self.foreign = re.compile(rf"\d+{oth}\d+")
        self.swiss = re.compile(r"\d{1,3}(?:['’‘´]\d{3})+(?:[.,]\d+)?")
        self.decimal = decimal
        self.drop = str.maketrans("", "", "".join(groups).replace("'", "'’‘´"))

    def pieces(self, run: str) -> list[Piece]:
        """The numbers in a run such as "1.234,5" or "2031 477"; a date or a version is one piece without a value."""
        if run.isdigit():
            return [Piece(0, len(run), Decimal(run) if len(run) <= LONGEST else None, False)]
        found, at = [], 0
        while at < len(run):
            piece = self._piece(run, at)
            found.append(piece)
            at = piece.end
            while at < len(run) and not run[at].isdigit():
                at += 1
        return found

    def _piece(self, run: str, at: int) -> Piece:
        stop = run.find(" ", at)
        word_end = len(run) if stop < 0 else stop
        match = self.grouped.match(run, at)
        if match and match.end() - at <= LONGEST and (match.end() == len(run) or run[match.end()] == " "):
            text = match.group()
            if match.group(1) != " " or (text[0] != "0" and not self._year_then(run, at, match.end())):
                if text[0] == "0" and match.group(1) in ".,":
                    plain = text.replace(match.group(1), ".", 1)
                    single = plain.replace(".", "", 1).isdigit()  # "0,000,000" and "012.345,6" have no reading
                    return Piece(at, match.end(), Decimal(plain) if single else None, True)
                value = text.translate(self.drop).replace(self.decimal, ".")
                return Piece(at, match.end(), Decimal(value), "." in value)
        for form in (self.plain, self.swiss, self.foreign):
            match = form.match(run, at)
            if match and match.end() == word_end and match.end() - at <= LONGEST:
                text = match.group()
                value = text.translate(SWISS).replace(",", ".")
                return Piece(at, match.end(), Decimal(value), "." in value)
        return Piece(at, word_end, None, False)

    @staticmethod
    def _year_then(run: str, at: int, end: int) -> bool:
        """Whether a grouped reading would swallow a year ("2031 477": no group has four digits)."""
        return at > 0 and run[at - 1] == " " and end - at <= 3


@cache
def _notation(decimal: str, groups: tuple[str, ...]) -> Notation:
    return Notation(decimal, groups)


def notation(numbers: dict[str, Any]) -> Notation:
    """The notation of a language's number table."""
    return _notation(numbers["decimal"], tuple(numbers["groups"]))
