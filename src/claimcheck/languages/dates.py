"""The shape of dates.yaml: the words of the calendar, and the phrases they form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field

from claimcheck.languages.calendar import Cues, Holiday
from claimcheck.languages.lexicon import Lexicon, Meaning, compile_phrases
from claimcheck.languages.numbers import Shape, Words

Month = Annotated[int, Field(ge=1, le=12)]
Weekday = Annotated[int, Field(ge=0, le=6)]
Shift = Annotated[int, Field(ge=-3, le=3)]
Part = Literal["early", "mid", "late"]
Season = Literal["spring", "summer", "autumn", "winter"]
CalendarUnit = Literal["year", "quarter", "half_year", "month", "week"]
Symbols = dict[str, Any]
SEASONS: dict[Season, int] = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}


class Example(Shape):
    """Texts with [[marked]] claims: what each must be read as; or texts in which nothing may be found.

    `published` is the day the texts appeared on; without one relative dates stay open.
    """

    edtf: str | None = None
    iso: str | None = None
    published: date | None = None
    in_: Words = Field(default=[], alias="in")
    silent: Words = Field(default=[])


class Dates(Shape):
    """dates.yaml. A word matches in any case unless it begins with "="; "~" stands for each of the endings.

    `month_first`: 3/4/2031 is the fourth of March. `ordinal_marks` are written onto a day's digits, `decade_marks` onto
    a decade's. `length_of_article`: "a year" is a length by itself; otherwise only after one of the cues.
    `short_weekdays` and `doubtful_months` are words of everyday life that mean a date only beside one.
    `titles` are names with a weekday in them that name no day.
    `days` count from today, `day_shifts` are their adjectives, `eve` are the days beside one just named, `shifts` those
    of any unit; `named` are units with a shift in one word, `parts_of` units with a part. `pieces` are lengths in one
    word, as ISO 8601 durations.
    `glue` are the small words of the phrases, by the name the phrases use; `phrases` are read level by level.
    """

    endings: list[str]
    month_first: bool
    length_of_article: bool
    ordinal_marks: Words
    decade_marks: Words
    months: dict[Month, Words]
    doubtful_months: dict[Month, Words]
    weekdays: dict[Weekday, Words]
    short_weekdays: dict[Weekday, Words]
    dayparts: Words
    glued_dayparts: Words
    days: dict[Shift, Words]
    day_shifts: dict[Shift, Words]
    eve: dict[Shift, Words]
    seasons: dict[Season, Words]
    doubtful_seasons: dict[Season, Words]
    weekends: Words
    shifts: dict[Shift, Words]
    named: dict[CalendarUnit, dict[Shift, Words]]
    parts: dict[Part, Words]
    parts_of: dict[CalendarUnit, dict[Part, Words]]
    unit_words: dict[CalendarUnit, Words]
    titles: Words
    plurals: Words
    decades: dict[int, Words]
    spelled_decades: dict[int, Words]
    pieces: dict[str, Words]
    holidays: dict[str, Holiday]
    glue: dict[str, Words]
    cues: Cues
    phrases: list[dict[Meaning, list[str]]]
    examples: Annotated[list[Example], Field(min_length=1)]

    def fill(self, lexicon: Lexicon) -> None:
        """Words that stand for a date by themselves get the role `date`; all others are looked for only beside one."""
        for words in self._anchors():
            lexicon.add(self._forms(words), {"date": True})

    def _anchors(self) -> list[Words]:
        tables: list[dict[Any, Words]] = [
            self.months, self.doubtful_months, self.weekdays, self.days, self.eve, self.seasons, self.doubtful_seasons,
            self.decades, self.spelled_decades, self.pieces, self.unit_words, *self.named.values(),
            *self.parts_of.values(),
        ]  # fmt: skip
        groups = [words for table in tables for words in table.values()]
        holidays = [holiday.words for holiday in self.holidays.values()]
        return [*groups, *holidays, self.weekends, self._glued(self.weekdays)]

    def _glued(self, weekdays: dict[int, Words]) -> Words:
        return [word + part for words in weekdays.values() for word in words for part in self.glued_dayparts]

    def _forms(self, words: Words) -> Words:
        return [
            form
            for word in words
            for form in ([word[:-1] + ending for ending in self.endings] if word.endswith("~") else [word])
        ]

    def _titles(self) -> dict[str, list[list[str]]]:
        """Weekday → what stands before and behind it in each of the titles."""
        weekdays = {word.lower() for words in self.weekdays.values() for word in words}
        found: dict[str, list[list[str]]] = {}
        for title in self.titles:
            words = title.lower().split(" ")
            for at, word in enumerate(words):
                if word in weekdays:
                    sides = [" ".join([*words[:at], ""]), " ".join(["", *words[at + 1 :]])]
                    found.setdefault(word, []).append(sides)
        return found

    def _symbols(self) -> Iterator[tuple[Words, Symbols]]:
        """Each group of words with the symbols they have in phrases, and their values."""
        yield from _valued(self.months, "anymonth", "month")
        yield from _valued(self.doubtful_months, "anymonth")
        yield from _valued(self.weekdays, "anyday", "weekday")
        yield from _valued(
            {day: self._glued({day: words}) for day, words in self.weekdays.items()}, "anyday", "weekday"
        )
        yield from _valued(self.short_weekdays, "anyday")
        yield from _valued(self.days, "days")
        yield from _valued(self.day_shifts, "day_shift")
        yield from _valued(self.shifts, "shift")
        yield from _valued(self.eve, "eve")
        yield from _valued(self.parts, "part")
        yield from _valued(self.decades, "decade")
        yield from _valued(self.spelled_decades, "spelled_decade")
        yield from _valued(self.pieces, "piece")
        for name, group in (("weekend", self.weekends), ("daypart", self.dayparts), ("plural", self.plurals)):
            yield group, {name: True}
        for symbol, group in self.glue.items():
            yield group, {symbol: True}
        yield from self._parts_of_years()

    def _parts_of_years(self) -> Iterator[tuple[Words, Symbols]]:
        for season, group in self.seasons.items():
            yield group, {"season": SEASONS[season]}
        for season, group in self.doubtful_seasons.items():
            yield group, {"season": SEASONS[season], "doubtful": True}
        for unit, group in self.unit_words.items():
            yield group, {"unit": unit, f"unit_{unit}": unit}
        for unit, named in self.named.items():
            yield from ((group, {"named": [unit, shift]}) for shift, group in named.items())
        for unit, parts in self.parts_of.items():
            yield from ((group, {"part_of": [unit, part]}) for part, group in parts.items())
        for name, holiday in self.holidays.items():
            yield holiday.words, {"holiday": name, **({"numbered": name} if holiday.numbered else {})}

    def table(self) -> dict[str, Any]:
        """What a run needs: every word with its symbols and values, the phrases as tries, the rules of the holidays."""
        words: dict[str, Symbols] = {}
        for group, symbols in self._symbols():
            for form in self._forms(group):
                words.setdefault(form if form.startswith("=") else form.lower(), {}).update(symbols)
        exact = {word[1:]: symbols for word, symbols in words.items() if word.startswith("=")}
        plain = {word: symbols for word, symbols in words.items() if not word.startswith("=")}
        several: dict[str, list[str]] = {}
        for word in sorted((*plain, *exact), key=lambda each: (-len(each), each)):
            if (first := word.split(" ", 1)[0].lower()) != word.lower():
                several.setdefault(first, []).append(word.lower())
        return {
            "words": {**{word.lower(): None for word in exact if " " not in word}, **plain},
            "exact": exact,
            "several": several,
            "month_first": self.month_first,
            "length_of_article": self.length_of_article,
            "ordinal_marks": self.ordinal_marks,
            "decade_marks": self.decade_marks,
            "holidays": {name: holiday.rule() for name, holiday in self.holidays.items()},
            "cues": {name: dict.fromkeys(group, True) for name, group in self.cues.model_dump().items()},
            "titles": self._titles(),
            "phrases": [compile_phrases(level) for level in self.phrases],
        }


def _valued(table: Mapping[Any, Words], *symbols: str) -> Iterator[tuple[Words, Symbols]]:
    """The groups of a table whose keys are the values of its words."""
    for value, group in table.items():
        yield group, dict.fromkeys(symbols, value)
