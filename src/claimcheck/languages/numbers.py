"""The shape of numbers.yaml, and the roles its words get."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from claimcheck.languages.lexicon import Lexicon
from claimcheck.languages.shape import Grouped, NumberExample, Shape, Sorted, Words, all_of

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
