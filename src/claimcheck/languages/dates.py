"""The shape of dates.yaml: the words of the calendar, and the phrases they form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from claimcheck.languages.shape import (
    Lexicon,
    Meaning,
    Perhaps,
    Shape,
    Words,
    all_of,
    compile_phrases,
    inflected,
    longest_first,
)

Month = Annotated[int, Field(ge=1, le=12)]
Weekday = Annotated[int, Field(ge=0, le=6)]
Shift = Annotated[int, Field(ge=-3, le=3)]
Part = Literal["early", "mid", "late"]
Season = Literal["spring", "summer", "autumn", "winter"]
CalendarUnit = Literal["year", "quarter", "half_year", "month", "week"]
Cue = Literal[
    "month", "within", "pairing", "inflected", "singular", "plural", "prefix", "year", "certain", "attributive", "old",
    "counting", "counted", "doubt", "daypart", "generic", "name", "numeric", "length", "lasting", "own", "than", "age",
    "foreign", "not_length", "clock", "clock_before", "clock_parts", "clock_joints", "clock_behind", "small", "ahead",
    "meant_for", "behind", "until", "nowadays", "future", "modal", "past", "at", "present", "not_present",
    "participle", "participle_ends", "of", "last", "lasts", "so_long",
]  # fmt: skip
"""Words beside a date that decide what it is; in lower case, compared word by word.

month, year: right before what may be a month or a year · within: before a time and nothing else · prefix: written
onto a year ("pre-1967") · pairing: between two adjectives of one noun · inflected: how adjectives end, singular:
those of one thing · plural: how verbs of several end · certain: a year for sure · attributive: before a year that
stands like an adjective · old: a year of any century, where nothing is counted · counting: before a year only
where nothing is counted · counted: nouns that numbers of four digits count, or their ends · doubt: before what
may be no month · generic: before a weekday that is no certain day ("every Monday") · name: what follows is a
surname or a street · daypart: before "morning" that is no tomorrow · nowadays: before "today" that is no day ·
numeric: before "14.3." that is a day · ahead, until, behind: what follows is yet to come, or past, meant_for: a
day to come. length: before "a year" that is a length · not_length: articles that make a day none ("eines Tages")
· lasting: nouns, or their ends, that last "-jährig" · so_long: before a length that something goes on from a day
("for two weeks from Monday") · clock: before an hour that is a time of day · clock_before, clock_behind: around one
together · clock_parts: "half past" · clock_joints: between two hours · small: words that
no number counts · than, age: what makes a length an age ("jünger als 30 Jahre") · own: before a decade that is an
age · foreign: before a holiday of another calendar · future, modal, past: in a sentence about what will be, may
be or was · at: prepositions before a day · present: how the verb right beside a day ends that tells what is to
come, unless it is one of not_present · participle, participle_ends: how words begin and end that are no such verb
before a day, and tell what was · of: between a noun and the year it is of · last: words for the day before that
count only at the end of their clause · lasts: before "last six weeks" that says how long something lasts.
"""
Symbols = dict[str, Any]
SEASONS: dict[Season, int] = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}
VALUED = {
    "months": ("anymonth", "month"), "doubtful_months": ("anymonth",), "weekdays": ("anyday", "weekday"),
    "short_weekdays": ("anyday",), "days": ("days",), "day_shifts": ("day_shift",), "shifts": ("shift",),
    "eve": ("eve",), "parts": ("part",), "decades": ("decade",), "spelled_decades": ("spelled_decade",),
    "pieces": ("piece",),
}  # fmt: skip
"""Tables whose keys are the values of their words, and the symbols of these words in phrases."""


class Holiday(Shape):
    """A day of the year by one of four rules, and the words for it.

    fixed: [month, day] · easter: days after Easter Sunday (orthodox: of the Orthodox church) · nth: [n, weekday,
    month], counted from the month's end where n is below zero · before: [n, weekday, month, day], the n-th such weekday
    before that day. `days` is its length; `numbered` says that an ordinal tells which one (the Sundays of Advent).
    """

    words: Words
    fixed: tuple[int, int] | None = None
    easter: int | None = None
    orthodox: int | None = None
    nth: tuple[int, int, int] | None = None
    before: tuple[int, int, int, int] | None = None
    days: Annotated[int, Field(ge=1, le=10)] = 1
    numbered: Annotated[int, Field(ge=0, le=9)] = 0

    def _rules(self) -> list[tuple[str, Any]]:
        kinds = ("fixed", "easter", "orthodox", "nth", "before")
        return [(kind, rule) for kind in kinds if (rule := getattr(self, kind)) is not None]

    @model_validator(mode="after")
    def _one_rule(self) -> Holiday:
        if len(self._rules()) != 1:
            raise ValueError("a holiday has exactly one of fixed, easter, orthodox, nth, before")
        return self

    def rule(self) -> list[Any]:
        """The rule as plain data: its kind, its numbers, the length in days, how many are numbered."""
        [(kind, numbers)] = self._rules()
        return [kind, [numbers] if isinstance(numbers, int) else list(numbers), self.days, self.numbered]


class Example(Shape):
    """Texts with [[marked]] claims: what each must be read as; or texts in which nothing may be found.

    `published` is the day the texts appeared on; without one relative dates stay open.
    """

    edtf: str | None = None
    iso: str | None = None
    published: date | None = None
    in_: Annotated[Words, Field(alias="in", default_factory=list)]
    silent: Perhaps


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
    cues: Annotated[dict[Cue, Words], all_of(Cue)]
    phrases: list[dict[Meaning, list[str]]]
    examples: Annotated[list[Example], Field(min_length=1)]

    def fill(self, lexicon: Lexicon) -> None:
        """Words that stand for a date by themselves get the role `date`; all others are looked for only beside one."""
        tables: list[Mapping[Any, Words]] = [
            self.months, self.doubtful_months, self.weekdays, self.days, self.eve, self.seasons, self.doubtful_seasons,
            self.decades, self.spelled_decades, self.pieces, self.unit_words, *self.named.values(),
            *self.parts_of.values(), {name: holiday.words for name, holiday in self.holidays.items()},
            self._glued(), {"weekend": self.weekends},
        ]  # fmt: skip
        for table in tables:
            for words in table.values():
                lexicon.add(inflected(words, self.endings), {"date": True})

    def _glued(self) -> dict[int, Words]:
        """Weekday → the words for a part of it."""
        parts = self.glued_dayparts
        return {day: [word + part for word in words for part in parts] for day, words in self.weekdays.items()}

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
        for name, symbols in VALUED.items():
            for value, group in getattr(self, name).items():
                yield group, dict.fromkeys(symbols, value)
        for day, group in self._glued().items():
            yield group, {"anyday": day, "weekday": day}
        flags = {"weekend": self.weekends, "daypart": self.dayparts, "plural": self.plurals, **self.glue}
        yield from ((group, {symbol: True}) for symbol, group in flags.items())
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
        plain: dict[str, Symbols] = {}
        exact: dict[str, Symbols] = {}
        for group, symbols in self._symbols():
            for form in inflected(group, self.endings):
                known = exact.setdefault(form[1:], {}) if form[0] == "=" else plain.setdefault(form.lower(), {})
                known.update(symbols)
        kept = {"month_first", "length_of_article", "ordinal_marks", "decade_marks"}
        return {
            **self.model_dump(include=kept),
            "words": {**dict.fromkeys(word.lower() for word in exact if " " not in word), **plain},
            "exact": exact,
            "several": _several((*plain, *exact)),
            "holidays": {name: holiday.rule() for name, holiday in self.holidays.items()},
            "cues": {name: dict.fromkeys(group, True) for name, group in self.cues.items()},
            "titles": self._titles(),
            "phrases": [compile_phrases(level) for level in self.phrases],
        }


def _several(words: Iterable[str]) -> dict[str, list[str]]:
    """First word → what is said in several words, the longest first."""
    several: dict[str, list[str]] = {}
    for word in map(str.lower, longest_first(words)):
        if " " in word:
            several.setdefault(word.partition(" ")[0], []).append(word)
    return several
