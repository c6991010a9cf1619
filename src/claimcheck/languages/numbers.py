"""The shape of numbers.yaml, and the roles its words get."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from claimcheck.languages.examples import Example
from claimcheck.languages.lexicon import Lexicon

Words = list[str]
Exponent = Annotated[int, Field(ge=0, le=30)]


class Shape(BaseModel):
    """What every part of a language file shares: unknown keys are mistakes."""

    model_config = ConfigDict(extra="forbid")


class NumberFormat(Shape):
    """The decimal sign and the signs that may stand between groups of three digits."""

    decimal: Literal[",", "."]
    groups: list[str]


class Ranges(Shape):
    """The words of "between 2 and 3", "from 2 to 3", "2 or 3", "from 2 to 3 percent" (a change).

    Where one word joins ranges and changes alike, a word of `spanning` before makes it a range ("ranging from 2 to 3").
    """

    between: Words
    from_: Annotated[Words, Field(alias="from")]
    to: Words
    and_: Annotated[Words, Field(alias="and")]
    or_: Annotated[Words, Field(alias="or")]
    into: Words
    spanning: Words


class Numbers(Shape):
    """numbers.yaml: number words with their values, hedges, ranges and what makes a number a mere label.

    `pronouns` are number words that also stand for a thing ("the big one"); before the nouns in `uncounted` they count
    nothing ("one thing is sure"). Behind `vague_counts` a round number is none ("several hundred"). `looks_back`
    behind a length of time says when ("a year before"). In a language with `plural_endings` only nouns with one of
    them are counted by several. `preposition_hedges` are prepositions too: no hedges in a clause with one of their
    governors ("reported on"; "~" is any ending or beginning), and those in `among` none before counted nouns.
    `compares` may follow a fraction that is also an ordinal ("a third more").
    """

    endings: list[str]
    format: NumberFormat
    compound: bool
    ordinal_dot: bool
    cardinals: dict[int, Words]
    one: Words
    joints: Words
    point: Words
    minus: Words
    plus: Words
    scales: dict[Exponent, Words]
    glued_scales: dict[Exponent, Words]
    glued_money: dict[Exponent, Words]
    dozens: dict[int, Words]
    indefinite: Words
    halves: dict[str, Words]
    mixed: dict[str, Words]
    fractions: dict[int, Words]
    whole_fractions: Words
    each: Words
    ordinals: dict[int, Words]
    one_of: Words
    hedges: dict[Literal["about", "over", "under", "up_to", "at_least", "nearly", "good"], Words]
    preposition_hedges: dict[str, Words]
    among: Words
    hedges_after: dict[Literal["about", "over", "under", "up_to", "at_least"], Words]
    ranges: Ranges
    per: Words
    looks_back: Words
    vague_counts: Words
    pronouns: Words
    uncounted: Words
    plural_endings: Words
    compares: Words
    by: Words
    clock: Words
    idioms: Words
    idioms_alone: Words
    capitals: bool
    stop_words: Words
    value_nouns: Words
    determiners: Words
    labels: Words
    examples: list[Example]

    def fill(self, lexicon: Lexicon) -> None:
        """Give every word its role: `card`, `scale`, `frac`, `ord`, `hedge` …"""
        for value, words in self.cardinals.items():
            lexicon.add(words, {"card": value})
        for exponent, words in self.scales.items():
            lexicon.add(words, {"scale": exponent})
        for value, words in self.dozens.items():
            lexicon.add(words, {"dozen": value})
        for half, words in self.halves.items():
            lexicon.add(words, {"half": half}, self.endings)
        for half, words in self.mixed.items():
            lexicon.add(words, {"mixed": half})
        for below, words in self.fractions.items():
            lexicon.add(words, {"frac": below})
        for rank, words in self.ordinals.items():
            lexicon.add(words, {"ord": rank}, self.endings)
        for hedge, words in self.hedges.items():
            lexicon.add(words, {"hedge": hedge})
        for hedge_after, words in self.hedges_after.items():
            lexicon.add(words, {"hedge_after": hedge_after})
        single = {
            "one": self.one, "joint": self.joints, "point": self.point, "minus": self.minus, "plus": self.plus,
            "vague": self.indefinite, "whole": self.whole_fractions, "each": self.each, "one_of": self.one_of,
            "among": self.among, "between": self.ranges.between, "from": self.ranges.from_,
            "to": self.ranges.to, "and": self.ranges.and_, "or": self.ranges.or_, "into": self.ranges.into,
            "spanning": self.ranges.spanning, "looks_back": self.looks_back, "vague_count": self.vague_counts,
            "per": self.per, "by": self.by, "idiom": self.idioms, "value": self.value_nouns,
            "determiner": self.determiners, "label": self.labels,
        }  # fmt: skip
        for role, words in single.items():
            lexicon.add(words, {role: True})
        for word, governors in self.preposition_hedges.items():
            lexicon.add([word], {"preposition": governors})
        lexicon.add(self.idioms_alone, {"idiom": "alone"})
        lexicon.add(self.clock, {"clock": True}, beside=True)

    def table(self) -> dict[str, Any]:
        """What is no word: formats, capabilities and the letters that scale a number they are glued to."""
        return {
            "decimal": self.format.decimal,
            "groups": self.format.groups,
            "compound": self.compound,
            "ordinal_dot": self.ordinal_dot,
            "capitals": self.capitals,
            "stop_words": sorted(self.stop_words),
            "pronouns": sorted(self.pronouns),
            "uncounted": sorted(self.uncounted),
            "compares": sorted(self.compares),
            "plural_endings": self.plural_endings or [""],
            "glued_money": {word: exponent for exponent, words in self.glued_money.items() for word in words},
            "glued": {word: exponent for exponent, words in self.glued_scales.items() for word in words},
        }
