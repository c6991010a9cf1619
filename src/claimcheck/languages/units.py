"""The shape of units.yaml, and the roles its words get."""

from __future__ import annotations

from typing import Any, Literal

from claimcheck.languages.lexicon import Lexicon
from claimcheck.languages.shape import NumberExample, Perhaps, Shape, Words

PercentUnit = Literal["percent", "percentage_point", "permille", "basis_point"]
TimeUnit = Literal[
    "year", "month", "week", "day", "hour", "minute", "second", "decade", "century", "quarter", "half_year",
    "millennium", "fortnight",
]  # fmt: skip


class Currency(Shape):
    """One ISO 4217 currency: words after a number, signs before or after it, its hundredth part."""

    words: Words
    signs: Perhaps
    minor: Perhaps
    per_major: int = 100


class Ambiguous(Shape):
    """A word for money or for a weight; cues are parts of words near it, in lower case."""

    words: Words
    currency: str
    unit: str
    default: Literal["currency", "unit"]
    currency_cues: Words
    unit_cues: Words
    elsewhere: dict[str, Words]
    """Currencies of the same name with parts of the names of their countries, in lower case."""


class Units(Shape):
    """units.yaml: what a language counts and measures in.

    `everyday_currencies` are among the words of the currencies, and words of everyday life too: money only behind a
    number from a hundred on ("12 won him praise"). `points` are percentage points beside percent, otherwise counted.
    An article counts before a unit ("a kilogram") unless it is `figurative` ("a foot", "a degree").
    """

    endings: list[str]
    adjective_endings: list[str]
    percent: dict[PercentUnit, Words]
    currencies: dict[str, Currency]
    everyday_currencies: Words
    ambiguous_currencies: list[Ambiguous]
    units: dict[str, Words]
    points: Words
    figurative: Words
    times: Words
    durations: dict[TimeUnit, Words]
    duration_adjectives: dict[TimeUnit, Words]
    percent_adjectives: Words
    ages: Words
    age_words: Words
    age_cues: Words
    examples: list[NumberExample]

    def table(self) -> dict[str, Any]:
        """What is looked for in the text around a number: words of age, and words of time that are no persons."""
        times = {word.lstrip("=") for words in self.durations.values() for word in words}
        return {"age_cues": self.age_cues, "times": sorted(times)}

    def fill(self, lexicon: Lexicon) -> None:
        """Give every word its role: `percent`, `currency`, `sign`, `minor`, `unit`, `time`, `times`, `age` …"""
        add = lexicon.add
        for role, named in (("unit", self.units), ("time", self.durations), ("percent", self.percent)):
            for name, words in named.items():
                add(words, {role: name}, self.endings, beside=True)
        for time, words in self.duration_adjectives.items():
            add(words, {"adjective": time, "suffix": True}, self.adjective_endings)
        add(self.percent_adjectives, {"percent": "percent", "suffix": True}, self.adjective_endings)
        for code, currency in self.currencies.items():
            add(currency.words, {"currency": code}, self.endings, beside=True)
            add(currency.signs, {"currency": code, "sign": True})
            add(currency.minor, {"minor": [code, currency.per_major]}, self.endings, beside=True)
        add(self.everyday_currencies, {"everyday": True})
        add(self.figurative, {"figurative": True})
        add(self.points, {"points": True}, self.endings)
        for each in self.ambiguous_currencies:
            cues = {"currency": each.currency_cues, "unit": each.unit_cues, "elsewhere": each.elsewhere}
            add(each.words, {"either": [each.currency, each.unit, each.default, cues]})
        add(self.times, {"times": True, "suffix": True}, beside=True)
        add(self.ages, {"age": True, "suffix": True})
        add(self.age_words, {"aged": True})
