"""Digits that may be part of a date: a day, a year, a decade, two years with a slash, or a whole date."""

from __future__ import annotations

import re
from typing import Any

from claimcheck.extract.dates.calendar import exists
from claimcheck.extract.dates.when import When
from claimcheck.extract.numerals import Numeral

ISO = re.compile(r"(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?!\d)")
ISO_MONTH = re.compile(r"(\d{4})-(0[1-9])(?![\d-])")
DOTTED = re.compile(r"(\d{1,2})\. ?(\d{1,2})\.(?: ?(\d{4})|(\d{2}))?(?!\d|[.,]\d)")
SLASHED = re.compile(r"(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?!\d|[/-]\d)")
NAMED = re.compile(r"(\d{1,2})([-/])([^\W\d_]{3,9})\2(\d{4}|\d{2})(?!\d)")
YEAR_NAMED = re.compile(r"(\d{4})([-/])([^\W\d_]{3,9})\2(\d{1,2})(?!\d)")
MONTH_YEAR = re.compile(r"(0[1-9]|1[0-2])/((?:19|20)\d\d)(?![\d/])")
YEAR_QUARTER = re.compile(r"\d{4}([QqHh])([1-4])(?![^\W_])")
DAY_MONTH = re.compile(r"(\d{1,2})/(\d{1,2})(?![\d/]|[.,]\d)")
PAIR = re.compile(r"(\d{4})(?:/(\d{4})|[-–/](\d{2}))(?![\d/-])")
QUARTER = re.compile(r"(?<![^\W_])[QqHh]\Z")
ORDINAL_AHEAD = re.compile(r"\.(?=[ \n]?[^\W\d_]|,|[-–/]| [-–])")
FIRST_YEAR, LAST_YEAR = 1000, 2100
PIVOT = 40
LONGEST_PAIR = 60
Found = tuple[int, int, dict[str, Any]]


def full_year(digits: str) -> int:
    """The year that two digits stand for: 74 is 1974, 18 is 2018."""
    year = int(digits)
    return year if len(digits) > 2 else year + (2000 if year < PIVOT else 1900)


class Digits:
    """Reads numbers in the notation of one language."""

    __slots__ = ("decade", "exact", "marks", "month_first", "months")

    def __init__(self, table: dict[str, Any]) -> None:
        self.month_first: bool = table["month_first"]
        self.marks: tuple[str, ...] = tuple(mark for mark in table["ordinal_marks"] if mark != ".")
        self.decade: list[str] = table["decade_marks"]
        self.months: dict[str, Any] = table["words"]
        self.exact: dict[str, Any] = table["exact"]

    def read(self, text: str, token: Numeral) -> Found | None:
        """Start, end and symbols of the number, with what is written onto it."""
        start, end, value = token.start, token.end, token.value
        if token.spelled:
            return None if value is None else (start, end, self._spelled(value))
        sign = text[start + 1 : start + 5]
        if ("." in sign or "/" in sign or "-" in sign) and (found := self._whole(text, start)) is not None:
            if "loose" in found[2] and value is not None and end == found[1]:
                found[2]["num"] = value  # "1/2" is a day, or half of something
            return found
        if value is None:
            return None
        raw = token.raw
        if not raw.isdigit() or token.scale or token.fraction is not None:
            return start, end, {"num": value}
        symbols: dict[str, Any] = {"num": value}
        number, size = int(raw) if len(raw) < 9 else 0, len(raw)
        after = text[end : end + 1]
        if start and QUARTER.match(text, start - 1, start) and 1 <= number <= 4 and size == 1:
            return self._lettered(text, start, end, number)
        if size == 4 and FIRST_YEAR <= number <= LAST_YEAR and text[end - 4 : end] == raw:
            symbols["year"] = number
            if after.isalpha() and (match := YEAR_QUARTER.match(text, start)) is not None:
                half = match[1] in "Hh"
                code = (39 if half else 32) + int(match[2])
                return start, match.end(), {"quarter": When("half" if half else "quarter", number, code), "full": True}
            if (
                after
                and after in "/-–"
                and (pair := PAIR.match(text, start)) is not None
                and (last := self._next_year(pair))
            ):
                return start, pair.end(), {"yearpair": (number, last)}
        if after and number % 10 == 0 and size in (2, 4):
            for mark in self.decade:
                stop = end + len(mark)
                if text.startswith(mark, end) and not text[stop : stop + 1].isalnum():
                    return start, stop, {"decade": number if size == 4 else number + (2000 if number < 20 else 1900)}
        if size == 3:
            symbols["old_year"] = number
        if 1 <= number <= 31 and size <= 2:
            symbols["day"] = number
        if after.isalpha() and number:
            for mark in self.marks:
                if text.startswith(mark, end) and not text[end + len(mark) : end + len(mark) + 1].isalnum():
                    del symbols["num"]
                    symbols["ord"] = number
                    return start, end + len(mark), symbols
        elif after == "." and 0 < number <= 31 and size <= 2 and ORDINAL_AHEAD.match(text, end):
            del symbols["num"]
            symbols["ord"] = number
            return start, end + 1, symbols
        return start, end, symbols

    @staticmethod
    def _spelled(value: Any) -> dict[str, Any]:
        symbols: dict[str, Any] = {"num": value}
        if value == value.to_integral_value():
            if 1 <= value <= 31:
                symbols["day"] = int(value)
            elif FIRST_YEAR <= value <= LAST_YEAR:
                symbols["spelled_year"] = int(value)
            if 10 <= value < 100:
                symbols["spelled"] = int(value)
        return symbols

    @staticmethod
    def _next_year(pair: re.Match[str]) -> int | None:
        first, last = int(pair[1]), pair[2] or pair[3]
        year = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
        if year < first:
            year += 100
        longer = pair[3] is not None and pair[0][4] != "/" and first < year < first + LONGEST_PAIR
        return year if year == first + 1 or longer else None

    @staticmethod
    def _lettered(text: str, start: int, end: int, number: int) -> Found | None:
        half = text[start - 1] in "Hh"
        if half and number > 2:
            return None
        code = 39 + number if half else 32 + number
        return start - 1, end, {"quarter": When("half" if half else "quarter", code=code)}

    def _whole(self, text: str, start: int) -> Found | None:
        """A date in digits alone; None where it would be no day, or could be a version or a number."""
        before = text[start - 1 : start]
        if (
            before
            and (before in ".,:-/+" or before.isalnum())
            and not (before in "-/" and text[start - 2 : start - 1] in ". ")
        ):
            return None
        if (match := ISO.match(text, start)) is not None:
            return self._day(start, match.end(), int(match[1]), int(match[3]), int(match[4]))
        if (match := ISO_MONTH.match(text, start)) is not None and FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
            return start, match.end(), {"numeric": When("month", int(match[1]), int(match[2]))}
        if (match := DOTTED.match(text, start)) is not None:
            return self._dotted(text, start, match)
        if (match := SLASHED.match(text, start)) is not None and (len(match[4]) == 4 or match[2] == "/"):
            a, b = int(match[1]), int(match[3])
            if (self.month_first and a <= 12) or b > 12:
                a, b = b, a
            return self._day(start, match.end(), full_year(match[4]), b, a)
        if (match := NAMED.match(text, start)) is not None and (month := self._month(match[3])) is not None:
            return self._day(start, match.end(), full_year(match[4]), month, int(match[1]))
        if (match := YEAR_NAMED.match(text, start)) is not None and (month := self._month(match[3])) is not None:
            return self._day(start, match.end(), int(match[1]), month, int(match[4]))
        if (match := MONTH_YEAR.match(text, start)) is not None:
            return start, match.end(), {"numeric": When("month", int(match[2]), int(match[1]))}
        if self.month_first and (match := DAY_MONTH.match(text, start)) is not None:
            a, b = int(match[1]), int(match[2])
            a, b = (b, a) if a > 12 else (a, b)
            if exists(None, a, b):
                return start, match.end(), {"numeric": When("day", None, a, b), "loose": True}
        return None

    def _month(self, word: str) -> int | None:
        symbols = self.exact.get(word) or self.months.get(word.lower()) or {}
        value = symbols.get("anymonth")
        return value if isinstance(value, int) else None

    def _dotted(self, text: str, start: int, match: re.Match[str]) -> Found | None:
        day, month = int(match[1]), int(match[2])
        if match[3] or match[4]:
            if day > 31 or month > 12 or not day or not month:
                return None
            found = self._day(start, match.end(), full_year(match[3] or match[4]), month, day, strict=bool(match[4]))
            if found is not None and match[4] and match.end() - start < len("03.11.12"):
                found[2]["loose"] = True  # "3.11.12" may be a version
            return found
        if not exists(None, month, day) or self.month_first:
            return None
        return start, match.end(), {"numeric": When("day", None, month, day), "loose": True}

    @staticmethod
    def _day(start: int, end: int, year: int, month: int, day: int, *, strict: bool = False) -> Found | None:
        """A day, even one that no calendar has if its parts are those of a day: the 31st of April."""
        if not (1 <= month <= 12 and 1 <= day <= 31 and 1 <= year <= LAST_YEAR) or (
            strict and not exists(year, month, day)
        ):
            return None
        return start, end, {"numeric": When("day", year, month, day)}
