"""The shapes of numbers.yaml and units.yaml, and the roles their words get."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from claimcheck.languages.shape import Grouped, Lexicon, NumberExample, Perhaps, Shape, Sorted, Words, all_of

Exponent = Annotated[int, Field(ge=0, le=30)]
Hedge = Literal["about", "over", "under", "up_to", "at_least", "nearly", "good"]
Group = Literal[
    "one", "joints", "point", "minus", "plus", "indefinite", "whole_fractions", "each", "one_of", "among",
    "looks_back", "vague_counts", "per", "by", "idioms", "value_nouns", "determiners", "labels",
]  # fmt: skip
OTHER_NAMES = {
    "joints": "joint", "indefinite": "vague", "whole_fractions": "whole", "vague_counts": "vague_count",
    "idioms": "idiom", "value_nouns": "value", "determiners": "determiner", "labels": "label",
}  # fmt: skip
VALUED = {
    "cardinals": "card", "scales": "scale", "dozens": "dozen", "halves": "half", "mixed": "mixed", "fractions": "frac",
    "ordinals": "ord", "hedges": "hedge", "hedges_after": "hedge_after",
}  # fmt: skip
INFLECTED = ("halves", "ordinals")


class NumberFormat(Shape):
    """The decimal sign and the signs that may stand between groups of three digits."""

    decimal: Literal[",", "."]
    groups: list[str]


class Numbers(Grouped):
    """numbers.yaml: number words with their values, hedges, ranges and what makes a number a mere label.

    `pronouns` are number words that also stand for a thing ("the big one"); before the nouns in `uncounted` they count
    nothing ("one thing is sure"). Behind `vague_counts` a round number is none ("several hundred"). `looks_back`
    behind a length of time says when ("a year before"). In a language with `plural_endings` only nouns with one of
    them are counted by several. `preposition_hedges` are prepositions too: no hedges in a clause with one of their
    governors ("reported on"; "~" is any ending or beginning), and those in `among` none before counted nouns.
    `compares` may follow a fraction that is also an ordinal ("a third more"). `ranges` are the words of "between 2 and
    3", "from 2 to 3", "2 or 3" and "from 2 to 3 percent" (a change); where one word joins ranges and changes alike, a
    word of `spanning` before makes it a range.
    """

    endings: list[str]
    format: NumberFormat
    compound: bool
    ordinal_dot: bool
    cardinals: dict[int, Words]
    scales: dict[Exponent, Words]
    glued_scales: dict[Exponent, Words]
    glued_money: dict[Exponent, Words]
    dozens: dict[int, Words]
    halves: dict[str, Words]
    mixed: dict[str, Words]
    fractions: dict[int, Words]
    ordinals: dict[int, Words]
    hedges: dict[Hedge, Words]
    preposition_hedges: dict[str, Words]
    hedges_after: dict[Hedge, Words]
    ranges: dict[Literal["between", "from", "to", "and", "or", "into", "spanning"], Words]
    pronouns: Sorted
    uncounted: Sorted
    plural_endings: Words
    compares: Sorted
    clock: Words
    idioms_alone: Words
    capitals: bool
    stop_words: Sorted
    groups: Annotated[dict[Group, Words], all_of(Group)]
    examples: list[NumberExample]

    def fill(self, lexicon: Lexicon) -> None:
        """Give every word its role: `card`, `scale`, `frac`, `ord`, `hedge` …"""
        for name, role in VALUED.items():
            for value, words in getattr(self, name).items():
                lexicon.add(words, {role: value}, self.endings if name in INFLECTED else ("",))
        for group, words in (*self.groups.items(), *self.ranges.items()):
            lexicon.add(words, {OTHER_NAMES.get(group, group): True})
        for word, governors in self.preposition_hedges.items():
            lexicon.add([word], {"preposition": governors})
        lexicon.add(self.idioms_alone, {"idiom": "alone"})
        lexicon.add(self.clock, {"clock": True}, beside=True)

    def table(self) -> dict[str, Any]:
        """What is no word: formats, capabilities and the letters that scale a number they are glued to."""
        kept = {"compound", "ordinal_dot", "capitals", "stop_words", "pronouns", "uncounted", "compares"}
        return {
            **self.model_dump(include=kept),
            **self.format.model_dump(),
            "plural_endings": self.plural_endings or [""],
            "glued_money": {word: exponent for exponent, words in self.glued_money.items() for word in words},
            "glued": {word: exponent for exponent, words in self.glued_scales.items() for word in words},
        }


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


class TensOfLife(Shape):
    """Words for the tens of years that an age lies in: behind `whose` ("in her thirties"), or behind a part of them.

    `parts` are the first years of each part. `only_in_parts` tell nothing without one ("Ende vierzig").
    """

    parts: dict[str, int]
    whose: Words
    tens: dict[int, Words]
    only_in_parts: dict[int, Words]

    def table(self) -> dict[str, Any]:
        """The tens by their words."""
        named = {"tens": self.tens, "only_in_parts": self.only_in_parts}
        words = {name: {each: ten for ten, words in told.items() for each in words} for name, told in named.items()}
        return {"parts": self.parts, "whose": self.whose, **words}


class Ambiguous(Shape):
    """A word for money or for a weight; cues are parts of words near it, in lower case."""

    words: Words
    currency: str
    unit: str
    default: Literal["currency", "unit"]
    currency_cues: Words
    unit_cues: Words
    throughout: Perhaps
    """The same anywhere in the article."""
    elsewhere: dict[str, Words]
    """Currencies of the same name with parts of the names of their countries, in lower case."""


class Units(Shape):
    """units.yaml: what a language counts and measures in.

    `everyday_currencies` are among the words of the currencies, and words of everyday life too: money only behind a
    number from a hundred on ("12 won him praise"). `points` are percentage points beside percent, otherwise counted.
    An article counts before a unit ("a kilogram") unless it is `figurative` ("a foot", "a degree"). The words in
    `leading` stand before their number ("mit Tempo 80").
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
    leading: dict[str, Words]
    times: Words
    durations: dict[TimeUnit, Words]
    duration_adjectives: dict[TimeUnit, Words]
    percent_adjectives: Words
    ages: Words
    age_words: Words
    age_cues: Words
    tens_of_life: TensOfLife
    examples: list[NumberExample]

    def table(self) -> dict[str, Any]:
        """What is looked for in the text around a number: words of age, and words of time that are no persons."""
        times = {word.lstrip("=") for words in self.durations.values() for word in words}
        return {"age_cues": self.age_cues, "times": sorted(times), "tens_of_life": self.tens_of_life.table()}

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
        for name, words in self.leading.items():
            add(words, {"leading": name})
        add(self.figurative, {"figurative": True})
        add(self.points, {"points": True}, self.endings)
        for each in self.ambiguous_currencies:
            cues = {
                "currency": each.currency_cues,
                "unit": each.unit_cues,
                "elsewhere": each.elsewhere,
                "throughout": each.throughout,
            }
            add(each.words, {"either": [each.currency, each.unit, each.default, cues]})
        add(self.times, {"times": True, "suffix": True}, beside=True)
        add(self.ages, {"age": True, "suffix": True})
        add(self.age_words, {"aged": True})
