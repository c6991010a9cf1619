"""Dates and durations: every calendar time a text names, and every length of time.

The words and phrases of a language are data (dates.yaml). From each word or number that may belong to a date its
neighbours become atoms (atoms), phrases of atoms become dates and lengths (grammar, and the meanings in points,
days, relative and lengths), and a date whose year nobody wrote gets the one that fits (when).
"""

from __future__ import annotations

import re
from datetime import date

from claimcheck.extract.dates import counted, days, lengths, months, relative, years
from claimcheck.extract.dates.calendar import anchor, exists
from claimcheck.extract.dates.grammar import Meanings, Reader, read
from claimcheck.extract.dates.numbers import FIRST_YEAR, LAST_YEAR, Digits
from claimcheck.extract.dates.scene import Scene
from claimcheck.extract.dates.when import When
from claimcheck.extract.dates.writer import Writer
from claimcheck.extract.numerals import Numeral
from claimcheck.extract.place import Reading
from claimcheck.extract.scan import Token
from claimcheck.languages import Language
from claimcheck.model import Document

MEANINGS: Meanings = {
    "adjective": lengths.adjective, "each": lengths.each, "length": lengths.length, "length_and": lengths.length_and,
    "length_range": lengths.length_range, "piece": lengths.piece, "date_of_weekday": days.date_of_weekday,
    "day": days.day, "day_of_month": days.day_of_month, "day_range": days.day_range, "numeric": days.numeric,
    "tens": days.tens, "weekday": days.weekday, "bare_month": months.bare_month, "holiday": months.holiday,
    "month": months.month, "month_range": months.month_range, "nth_unit": months.nth_unit, "season": months.season,
    "week_number": months.week_number, "bare_year": years.bare_year, "century": months.century, "decade": months.decade,
    "joint_years": years.joint_years, "slash_years": years.slash_years, "spelled_years": years.spelled_years,
    "year": years.year, "day_shift": relative.day_shift, "days": relative.days, "eve": relative.eve,
    "named": relative.named, "part": relative.part, "part_of": relative.part_of, "shift_unit": relative.shift_unit,
    "shifted": relative.shifted, "this_unit": relative.this_unit, "weekday_of_week": relative.weekday_of_week,
    "weekend": relative.weekend, "ago": counted.ago, "first_of": counted.first_of, "hence": counted.hence,
    "nth_of": counted.nth_of, "offset": counted.offset, "rolling": counted.rolling, "week_of": counted.week_of,
    "weekday_ago": counted.weekday_ago, "both": days.both, "elided": days.elided, "range": days.range_of,
    "with_daypart": days.with_daypart, "beside": days.beside, "no_day": days.no_day, "measured": lengths.measured,
    "same_year": relative.same_year,
}  # fmt: skip
LONGEST_BEGINNING = 10
LAST_LINE = 90
DATELINE = r"\([^()\n]{0,40}?(?<!\d)(\d{1,4}[-./] ?\d{1,2}[-./] ?\d{2,4})[^\w()]{0,3}\)?\s*\Z"
ANCHORS = frozenset(("date", "time", "adjective"))


def find_dates(text: str, tokens: list[Token], document: Document, language: Language) -> list[Reading]:
    """The dates and durations of a text in its order; a length within a rolling period follows the period.

    `tokens` are all of the text's, numbers put together; offsets count in `text`. Relative dates rest on the day the
    document was published, or on the day in the brackets that end the text; without one they stay open.
    """
    reader = Reader(text, tokens, language)
    scene = Scene(text, tokens, anchor(document.published) or _dateline(text, reader.digits), language)
    levels = language.dates["phrases"]
    writer = Writer(scene)
    at, floor, count = 0, 0, len(tokens)
    while at < count:
        token = tokens[at]
        roles = token.roles
        if ANCHORS.isdisjoint(roles) if roles else not _begins(text, token):
            at += 1
            continue
        atoms, after = reader.run(at, floor)
        if atoms:
            floor = max(floor, atoms[-1].end)
            for atom in read(scene, atoms, levels, MEANINGS):
                writer.add(atom)
        at = max(after, at + 1)
    return writer.found


def _dateline(text: str, digits: Digits) -> date | None:
    """The day in brackets behind the last sentence, where newspapers put that of the publication: "(red, 5.3.2031)"."""
    match = re.compile(DATELINE).search(text, max(0, len(text) - LAST_LINE))
    found = digits.whole(text, match.start(1)) if match is not None else None
    when: When | None = found[2].get("numeric") if found is not None else None
    if when is None or when.year is None or when.code is None or when.day is None:
        return None
    return anchor(date(when.year, when.code, when.day)) if exists(when.year, when.code, when.day) else None


def _begins(text: str, token: Token) -> bool:
    """Whether a number may be part of a date by itself or by what is written onto it."""
    assert isinstance(token, Numeral)
    if token.value is None:
        return True
    raw = token.raw
    if len(raw) == 4 and raw.isdecimal():
        return FIRST_YEAR <= int(raw) <= LAST_YEAR
    if token.spelled:
        return FIRST_YEAR < token.value <= LAST_YEAR
    return len(raw) <= LONGEST_BEGINNING and _begins_date(text, token, raw)


def _begins_date(text: str, token: Token, raw: str) -> bool:
    """Whether a short number may begin a date by what is written onto it: "14.", "2/15", "90er", "Q3"."""
    after = text[token.end : token.end + 1]
    if "." in raw or (after and after in "-/"):
        return True
    if after in (".", ":") and len(raw) <= 2:
        return text[token.end + 1 : token.end + 3].strip()[:1].isdecimal()
    if len(raw) == 2:
        return raw[1] == "0" and (after.isalpha() or after in ("'", "’"))
    return len(raw) == 1 and text[token.start - 1 : token.start] in ("Q", "q", "H", "h")
