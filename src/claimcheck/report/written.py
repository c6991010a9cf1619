"""Values and workings as the reader's language writes them: its numbers, dates and words, and no name of a field."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import cache

from claimcheck import languages
from claimcheck.checks.comparison import Write
from claimcheck.model import Duration, Measure, Period, Value
from claimcheck.model.claim import Attribution, Label, Relation
from claimcheck.model.measure import Per
from claimcheck.report.words import Words

LONGEST = 60
"""Numbers of more digits are written with an exponent."""

_DAY = re.compile(r"(?<![\dX-])(\d{4})-(\d{2})-(\d{2})(?![\dX-])")
_PARTS = re.compile(r"(\d{4}|XXXX)(?:-(\d{2}))?(?:-(\d{2}))?")
_UNIT = re.compile(r"(?<=\d )([A-Za-z_]+\d?)\b")
_MINUS = re.compile(r"(?<![\w–-])-(?=\d)")
_CLAIM = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*: ")
_SIGNS = frozenset("=≠<>≤≥≈→−")
_ALIKE = frozenset("~")
"""Between two wordings that say one thing: a comparison, of which there is no more to show than the wordings."""
_WORKED = frozenset((" = ", " + ", " − ", " / ", " × "))
_RAISED = str.maketrans("23", "²³")


class Written:
    """The notation of one language with the words of its reports."""

    def __init__(self, words: Words) -> None:
        self.words = words
        language = languages.reader(words.language)
        self.write = Write(language, languages.load(language).relations["notation"])

    def value(self, value: Value) -> str:
        """A claim's value on one line."""
        if isinstance(value, Period):
            return self.period(value.edtf)
        if isinstance(value, Duration):
            return self.measure(value.measure) if value.measure else value.iso or f"{value.low_iso}–{value.high_iso}"
        if isinstance(value, Attribution):
            return f"{self.words(f'mode {value.mode}')}: {value.source.text if value.source else '–'}"
        if isinstance(value, Relation):
            named = ", ".join(f"{self.words.role(role)}: {each.text}" for role, each in value.arguments)
            return f"{self.words.named('predicate', value.predicate)} ({named})"
        return value.key if isinstance(value, Label) else self.measure(value)

    def measure(self, value: Measure) -> str:
        """A number with its hedge, its unit and what it is counted by: "über 500.000 USD je Jahr"."""
        if value.number is not None:
            size = self._number(value.number)
        else:
            size = f"{self._number(value.low)}–{self._number(value.high)}"
        hedge = self.words.known(value.hedge) if value.hedge else ""
        plural = value.number != 1
        counted = value.unit in (None, "person") and value.noun  # what is counted says more than that it is persons
        unit = counted or (self.unit(value.unit, plural=plural) if value.unit else "")
        return " ".join(part for part in (hedge, size, unit, self._per(value.per)) if part)

    def _per(self, per: Per | None) -> str:
        if per is None:
            return ""
        base = self.unit(per.unit, plural=per.number != 1) if per.unit else per.noun or ""
        return self.words("per", base=base if per.number == 1 else f"{self._number(per.number)} {base}")

    def _number(self, number: Decimal | None) -> str:
        if number is None:
            return "…"
        return self.write(number) if -LONGEST < number.adjusted() < LONGEST else f"{number:.6E}"

    def unit(self, code: str, *, plural: bool) -> str:
        """What a unit is called, or its sign."""
        if code in self.write.lengths:
            return self.write.lengths[code][plural]
        return self.words.named("unit", code, plural=plural, otherwise=code.translate(_RAISED))

    def day(self, day: date) -> str:
        """A day: "14. Mai 2025"."""
        return self.write.date(day)

    def period(self, edtf: str) -> str:
        """A date or a stretch of time from its EDTF; "2024-01/2024-03" is "Januar 2024 – März 2024"."""
        start, slash, end = edtf.partition("/")
        if not slash:
            return self._date(edtf)
        if {start, end} & {"", ".."}:
            known = self._date(end if start in ("", "..") else start)
            return self.words("until" if start in ("", "..") else "since", date=known)
        return f"{self._date(start)} – {self._date(end)}"

    def _date(self, edtf: str) -> str:
        found = _PARTS.fullmatch(edtf)
        if found is None:  # a decade is "202X", a century "20XX"
            return f"{edtf.replace('X', '0')}–{edtf.replace('X', '9')}"
        year, part, day = found.groups()
        known = "" if year == "XXXX" else year
        if part is None:
            return known
        if not 1 <= int(part) <= 12:
            return self.words.named("part of year", part, otherwise=part).format(year=known).strip()
        month = self.write.months[int(part) - 1]
        if day is None:
            return f"{month} {known}".strip()
        return self.write.format.format(day=int(day), month=month, year=known).strip(" ,")

    def working(self, text: str) -> str:
        """A working with its days, units and signs in words."""
        text = _DAY.sub(lambda found: self._date(found[0]), text)
        text = _UNIT.sub(lambda found: self.unit(found[1], plural=True), text)
        return _MINUS.sub("−", text)

    def labelled(self, working: str) -> tuple[str, str]:
        """What a finding's working is called and how it is written; both "" where it only repeats words of the text.

        A calculation has numbers or days that follow from others; everything else sets one thing against another.
        """
        if reference := _CLAIM.match(working):
            return self.words("working reference"), reference[0] + self.working(
                self.write.digits(working[reference.end() :])
            )
        if not _SIGNS & set(working):
            return "", ""
        worked = any(sign in working for sign in _WORKED) and any(each.isdigit() for each in working)
        return self.words("computation" if worked else "working compared"), self.working(working)

    def derived(self, working: str) -> str:
        """How something follows from sources: a calculation in plain notation, or a date and a length in words."""
        return self.working(self.write.digits(working) if "=" in working else working)


def compares(working: str) -> bool:
    """Whether a working sets two things against each other."""
    return not (_SIGNS | _ALIKE).isdisjoint(working)


@cache
def written(words: Words) -> Written:
    """The notation for these words, made once."""
    return Written(words)
