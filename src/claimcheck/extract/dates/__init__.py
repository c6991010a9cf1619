"""Dates and durations: every calendar time a text names, and every length of time.

The words and phrases of a language are data (dates.yaml). From each word or number that may belong to a date its
neighbours become atoms (atoms), phrases of atoms become dates and lengths (grammar, and the meanings in points,
relative, ranges and lengths), and a date whose year nobody wrote gets the one that fits (when).
"""

from __future__ import annotations

from datetime import date

from claimcheck.extract.dates import counted, days, lengths, months, ranges, relative, years
from claimcheck.extract.dates.atoms import Atom, Reader
from claimcheck.extract.dates.calendar import DAY, anchor
from claimcheck.extract.dates.grammar import Meanings, read
from claimcheck.extract.dates.lengths import Length, duration
from claimcheck.extract.dates.numbers import FIRST_YEAR, LAST_YEAR
from claimcheck.extract.dates.scene import Scene
from claimcheck.extract.dates.when import When, settle
from claimcheck.extract.numerals import Numeral
from claimcheck.extract.reading import Reading
from claimcheck.extract.scan import Token
from claimcheck.languages import Language
from claimcheck.model import Document
from claimcheck.model.period import Period

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
    "weekday_ago": counted.weekday_ago, "both": ranges.both, "elided": ranges.elided, "range": ranges.range_of,
    "with_daypart": ranges.with_daypart, "beside": days.beside, "no_day": days.no_day, "measured": lengths.measured,
}  # fmt: skip
Said = tuple[int, int] | None
LONGEST_BEGINNING = 10
ANCHORS = frozenset(("date", "time", "adjective"))


def find_dates(text: str, tokens: list[Token], document: Document, language: Language) -> list[Reading]:
    """The dates and durations of a text in its order; a length within a rolling period follows the period.

    `tokens` are all of the text's, numbers put together; offsets count in `text`. Relative dates rest on the day the
    document was published; without one they stay open.
    """
    scene = Scene(text, tokens, anchor(document.published), language)
    reader = Reader(text, tokens, language)
    levels = language.dates["phrases"]
    found: list[Reading] = []
    at, floor, count = 0, 0, len(tokens)
    said: Said = None
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
                said = _emit(scene, atom, found, said)
        at = max(after, at + 1)
    return found


def _begins(text: str, token: Token) -> bool:
    """Whether a number may be part of a date by itself or by what is written onto it."""
    assert isinstance(token, Numeral)
    if token.value is None:
        return True
    raw = token.raw
    if len(raw) == 4 and raw.isdigit():
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
        return text[token.end + 1 : token.end + 3].strip()[:1].isdigit()
    if len(raw) == 2:
        return raw[1] == "0" and (after.isalpha() or after in ("'", "’"))
    return len(raw) == 1 and text[token.start - 1 : token.start] in ("Q", "q", "H", "h")


def _emit(scene: Scene, atom: Atom, found: list[Reading], said: Said) -> Said:
    """Adds what an atom says to the readings; the last year that was written in full, and where."""
    symbols = atom.symbols
    when: When | None = symbols.get("date")
    if when is not None:
        if when.code is not None and when.until is None:
            if when.year is not None and not when.relative:
                said = (when.year, atom.end)
            elif when.year is None and said is not None and scene.same_sentence(said[1], atom.start):
                when = when._replace(year=said[0])
        if "eve" in symbols and (day := _named_before(scene, atom.start, found)) is not None:
            when = when._replace(bounds=(day - DAY, day), open=None)
        vague = when.bounds is None and when.year is None and when.open is None
        lean = 0
        if vague and scene.published is not None and not when.lean:
            lean = scene.lean(atom.start, atom.end, modal=when.code is None and when.holiday is None)
        if (period := settle(when, scene.published, lean)) is not None:
            found.append(Reading("date", atom.start, atom.end, period))
    length: Length | None = symbols.get("inner") if when is not None else symbols.get("length")
    if length is not None:
        found.append(Reading("duration", length.start, symbols.get("inner_end", atom.end), duration(length)))
    return said


def _named_before(scene: Scene, start: int, found: list[Reading]) -> date | None:
    """The day that was named last, if it was in the same sentence or the one before."""
    last = next((each for each in reversed(found) if each.type == "date"), None)
    if last is None or not isinstance(last.value, Period) or last.value.start is None or last.value.end is None:
        return None
    day = last.value.start
    return day if last.value.end - day == DAY and scene.near(last.end, start) else None
