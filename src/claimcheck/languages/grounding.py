"""The shape of grounding.yaml: what ties the words of a draft to those of its sources."""

from __future__ import annotations

from typing import Any
from zlib import crc32

from claimcheck.languages.numbers import Shape, Words

LEAST_SIDE = 1_000_000  # smaller ones are rises and falls


class Opposite(Shape):
    """Two groups of words that cannot both be said of one thing."""

    one: Words
    other: Words


class GroundingExample(Shape):
    """Two sentences with a marked word each: whether the two words mean the same or the opposite."""

    draft: str
    source: str
    same: bool


class Grounding(Shape):
    """grounding.yaml.

    `endings` are stripped off words before they are compared, the longest first; `compounds`: a word may be the end of
    a longer one; `nominal`: every noun is capitalised; `participle`: what a participle begins with. `stop_words` tell
    nothing about what a sentence speaks of. `negators` turn a sentence round, except in the phrases of `not_negating`;
    one of `prefixes` turns a word round; `directionless` words go with rises and falls and say neither alone. `breaks`
    begin a new clause; a sentence that begins with one of `pronouns` goes on about what was said before. A number after
    one of `per` is the base of a rate, one before `points` counts percentage points where percentages are spoken of. In
    a sentence with a word of `rest` a share may be what is missing to the whole, with one of `together` a number may be
    a sum, with one of `apart` a difference; a length of time before one of `later` counts on from a date. `opposites`
    and `concepts` have keys that are the same in every language.
    """

    endings: Words
    compounds: bool
    nominal: bool
    participle: Words
    stop_words: Words
    negators: Words
    not_negating: Words
    breaks: Words
    pronouns: Words
    per: Words
    points: Words
    prefixes: Words
    directionless: Words
    rest: Words
    together: Words
    apart: Words
    later: Words
    opposites: dict[str, Opposite]
    concepts: dict[str, Words]
    examples: list[GroundingExample]

    def table(self) -> dict[str, Any]:
        """The same as plain data; words folded, `opposites` as word → sides, `concepts` as word → keys."""
        sides: dict[str, list[int]] = {}
        for name, pair in self.opposites.items():
            for words, sign in ((pair.one, 1), (pair.other, -1)):
                for word in words:
                    sides.setdefault(word.lower(), []).append(sign * (LEAST_SIDE + crc32(name.encode())))
        keys: dict[str, list[str]] = {}
        for key, words in self.concepts.items():
            for word in words:
                keys.setdefault(word.lower(), []).append(key)
        plain: dict[str, Any] = self.model_dump(exclude={"opposites", "concepts", "endings"})
        for name, value in plain.items():
            if isinstance(value, list) and name != "examples":
                plain[name] = sorted({word.lower() for word in value})
        endings = sorted(set(self.endings), key=lambda ending: (-len(ending), ending))
        return {**plain, "endings": endings, "opposites": sides, "concepts": keys}
