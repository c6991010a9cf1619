"""Digits that may be part of a date: a day, a year, a decade, two years with a slash, or a whole date."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
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
YEAR_PART = re.compile(r"\d{4}([QqHh])([1-4])(?![^\W_])")
DAY_MONTH = re.compile(r"(\d{1,2})/(\d{1,2})(?![\d/]|[.,]\d)")
PAIR = re.compile(r"(\d{4})(?:/(\d{4})|([-–/])(\d{1,2}))(?![\d/-])")
STOPWATCH = re.compile(r"(\d{1,3})(?::([0-5]\d))?:([0-5]\d(?:[.,]\d{1,3}(?!\d))?)(?![:\d])")
LETTERED = re.compile(r"(?<![^\W_])[QqHh]\Z")
ORDINAL_AHEAD = re.compile(r"\.(?=[ \n]?[^\W\d_]|,|[-–/]| [-–])")
FIRST_YEAR, LAST_YEAR, LATEST = 1000, 2100, 9899
"""Years that news speaks of; what is later is one only beside a month or a word for years, and hardly ever meant."""
PIVOT = 40
LONGEST_PAIR = 60
MOST_DAYS = 31
MONTHS = 12
FAR_TOO_LATE = 40
"""From here on a number of two digits is no slip for a day of a month, unless the year has all its digits."""
SHORT = len("03.11.12")
Symbols = dict[str, Any]
Found = tuple[int, int, Symbols]


def full_year(digits: str) -> int:
    """The year that two digits stand for: 74 is 1974, 18 is 2018."""
    year = int(digits)
    return year if len(digits) > 2 else year + (2000 if year < PIVOT else 1900)


class Digits:
    """Reads numbers in the notation of one language."""

    __slots__ = ("decade", "dotted", "exact", "forms", "marks", "month_first", "months")

    def __init__(self, table: dict[str, Any]) -> None:
        self.month_first: bool = table["month_first"]
        self.marks: tuple[str, ...] = tuple(mark for mark in table["ordinal_marks"] if mark != ".")
        self.dotted = "." in table["ordinal_marks"]
        self.decade: list[str] = table["decade_marks"]
        self.months: dict[str, Any] = table["words"]
        self.exact: dict[str, Any] = table["exact"]
        self.forms: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Symbols | None]], ...] = (
            (ISO, self._iso), (ISO_MONTH, self._iso_month), (DOTTED, self._dotted), (SLASHED, self._slashed),
            (NAMED, self._named), (YEAR_NAMED, self._year_named), (MONTH_YEAR, self._month_year),
            (DAY_MONTH, self._day_month), (STOPWATCH, self._stopwatch),
        )  # fmt: skip

    def read(self, text: str, token: Numeral) -> Found | None:
        """Start, end and symbols of the number, with what is written onto it."""
        start, end, value = token.start, token.end, token.value
        if token.spelled:
            return None if value is None else (start, end, _spelled(value))
        whole = None
        if not {".", "/", "-", ":"}.isdisjoint(text[start + 1 : start + 5]):
            whole = self.whole(text, start)
        if whole is None:
            return None if value is None else self._plain(text, token, value)
        if "loose" in whole[2] and value is not None and end == whole[1]:
            whole[2]["num"] = value  # "1/2" is a day, or half of something
        return whole

    def _plain(self, text: str, token: Numeral, value: Decimal) -> Found:
        """A number that is no whole date."""
        start, end, raw = token.start, token.end, token.raw
        if not raw.isdigit() or token.scale or token.fraction is not None or text[end - len(raw) : end] != raw:
            return start, end, {"num": value}
        return _part_of_year(text, start, end) or self._decade(text, start, end) or self._single(text, token)

    def _decade(self, text: str, start: int, end: int) -> Found | None:
        """Such as "90er-Jahre", "1990s"."""
        number, size = int(text[start:end]), end - start
        if size not in (2, 4) or number % 10 or not text[end : end + 1].strip():
            return None
        for mark in self.decade:
            stop = end + len(mark)
            if text.startswith(mark, end) and not text[stop : stop + 1].isalnum():
                return start, stop, {"decade": number if size == 4 else number + (2000 if number < 20 else 1900)}
        return None

    def _single(self, text: str, token: Numeral) -> Found:
        """A number by itself, which may be a year, a day of a month, or with its mark an ordinal."""
        start, end, size = token.start, token.end, len(token.raw)
        number = int(token.raw) if size <= 4 else 0
        symbols: Symbols = {"num": token.value}
        if size == 4 and FIRST_YEAR <= number <= LAST_YEAR:
            symbols["year"] = number
        elif size == 4 and LAST_YEAR < number <= LATEST:
            symbols["late_year"] = number
        elif size == 3:
            symbols["old_year"] = number
        elif size <= 2 and number:
            symbols["day" if number <= MOST_DAYS else "no_day"] = number
        mark = self._mark(text, end)
        if not mark or not number or (size > 2 and mark == "."):
            return start, end, symbols
        del symbols["num"]
        if mark != "." or "day" in symbols:
            symbols["ord"] = number
        return start, end + len(mark), symbols

    def _mark(self, text: str, end: int) -> str:
        """What makes digits an ordinal, where it is written onto them."""
        if text.startswith(".", end):
            return "." if self.dotted and ORDINAL_AHEAD.match(text, end) else ""
        if not text[end : end + 1].isalpha():
            return ""
        for mark in self.marks:
            if text.startswith(mark, end) and not text[end + len(mark) : end + len(mark) + 1].isalnum():
                return mark
        return ""

    def whole(self, text: str, start: int) -> Found | None:
        """A date in digits alone; None where it would be no day, or could be a version or a number."""
        before = text[start - 1 : start]
        glued = before and (before in ".,:-/+" or before.isalnum())
        if glued and not (before in "-/" and text[start - 2 : start - 1] in ". "):
            return None
        for pattern, reader in self.forms:
            match = pattern.match(text, start)
            if match is not None and (symbols := reader(match)) is not None:
                return start, match.end(), symbols
        return None

    @staticmethod
    def _iso(match: re.Match[str]) -> Symbols | None:
        year = int(match[1])
        return _day(year, int(match[3]), int(match[4])) if year <= LAST_YEAR else None

    @staticmethod
    def _iso_month(match: re.Match[str]) -> Symbols | None:
        year = int(match[1])
        return {"numeric": When("month", year, int(match[2]))} if FIRST_YEAR <= year <= LAST_YEAR else None

    def _dotted(self, match: re.Match[str]) -> Symbols | None:
        day, month = int(match[1]), int(match[2])
        if match[3] or match[4]:
            found = _day(full_year(match[3] or match[4]), month, day, strict=bool(match[4]))
            if found is not None and match[4] and len(match[0]) < SHORT:
                found["loose"] = True  # "3.11.12" may be a version
            return found
        if not exists(None, month, day) or self.month_first:
            return None
        return {"numeric": When("day", None, month, day), "loose": True}

    def _slashed(self, match: re.Match[str]) -> Symbols | None:
        if len(match[4]) != 4 and match[2] != "/":
            return None
        day, month = int(match[1]), int(match[3])
        if (self.month_first and day <= MONTHS) or month > MONTHS:
            day, month = month, day
        return _day(full_year(match[4]), month, day)

    def _named(self, match: re.Match[str]) -> Symbols | None:
        month = self._month(match[3])
        return None if month is None else _day(full_year(match[4]), month, int(match[1]))

    def _year_named(self, match: re.Match[str]) -> Symbols | None:
        month = self._month(match[3])
        return None if month is None else _day(int(match[1]), month, int(match[4]))

    @staticmethod
    def _month_year(match: re.Match[str]) -> Symbols | None:
        return {"numeric": When("month", int(match[2]), int(match[1]))}

    def _day_month(self, match: re.Match[str]) -> Symbols | None:
        month, day = int(match[1]), int(match[2])
        if not self.month_first:
            return None
        if month > MONTHS:
            month, day = day, month
        return {"numeric": When("day", None, month, day), "loose": True} if exists(None, month, day) else None

    @staticmethod
    def _stopwatch(match: re.Match[str]) -> Symbols | None:
        """Such as "2:05:13": hours, minutes and seconds; of two numbers only a unit behind them tells which."""
        first, second = Decimal(match[1]), Decimal(match[3].replace(",", "."))
        return {"pace": (first, second)} if match[2] is None else {"stopwatch": (first, Decimal(match[2]), second)}

    def _month(self, word: str) -> int | None:
        symbols = self.exact.get(word) or self.months.get(word.lower()) or {}
        value = symbols.get("anymonth")
        return value if isinstance(value, int) else None


def _lettered(text: str, start: int, end: int, number: int) -> Found | None:
    """Such as "Q3", "H1"."""
    half = text[start] in "Hh"
    fits = 1 <= number <= (2 if half else 4)
    return (start, end, {"quarter": _quarter(None, half=half, rank=number)}) if fits else None


def _part_of_year(text: str, start: int, end: int) -> Found | None:
    """Such as "Q3", "2031Q3", "2031/32"."""
    number, size = int(text[start:end]), end - start
    if size == 1 and start and LETTERED.match(text, start - 1, start):
        return _lettered(text, start - 1, end, number)
    if size != 4 or not FIRST_YEAR <= number <= LAST_YEAR:
        return None
    if (part := YEAR_PART.match(text, start)) is not None:
        return start, part.end(), {"quarter": _quarter(number, half=part[1] in "Hh", rank=int(part[2])), "full": True}
    pair = PAIR.match(text, start)
    last = None if pair is None else _next_year(pair)
    return None if pair is None or last is None else (start, pair.end(), {"yearpair": (number, last)})


def _quarter(year: int | None, *, half: bool, rank: int) -> When:
    return When("half" if half else "quarter", year, (39 if half else 32) + rank)


def _next_year(pair: re.Match[str]) -> int | None:
    """The last of two years of which it may show the last digits only; longer stretches have a dash between."""
    first, last = int(pair[1]), pair[2] or pair[4]
    size = 10 ** len(last)
    year = first // size * size + int(last)
    if year < first:
        year += size
    longer = pair[4] is not None and len(last) == 2 and pair[3] != "/" and first < year < first + LONGEST_PAIR
    return year if year == first + 1 or longer else None


def _spelled(value: Decimal) -> Symbols:
    symbols: Symbols = {"num": value}
    if value == value.to_integral_value():
        if 1 <= value <= MOST_DAYS:
            symbols["day"] = int(value)
        elif FIRST_YEAR <= value <= LAST_YEAR:
            symbols["spelled_year"] = int(value)
        if 10 <= value < 100:
            symbols["spelled"] = int(value)
    return symbols


def _is_slip(month: int, day: int, *, strict: bool) -> bool:
    """Whether the two may be exchanged, or the day is one that no month has."""
    return (day <= MOST_DAYS and month <= MOST_DAYS) or (month <= MONTHS and (day < FAR_TOO_LATE or not strict))


def _day(year: int, month: int, day: int, *, strict: bool = False) -> Symbols | None:
    """A day, even one that no calendar has: the 31st of April, and beside a word that expects a day the 32nd too.

    `strict`: the digits may be something else, so that a day that there is not needs such a word.
    """
    if not (1 <= year <= LATEST and day and month):
        return None
    symbols: Symbols = {"numeric": When("day", year, month, day)}
    if month > MONTHS or day > MOST_DAYS:
        return {**symbols, "loose": True, "slip": True} if _is_slip(month, day, strict=strict) else None
    if strict and not exists(year, month, day):
        symbols["loose"] = True
    return symbols
