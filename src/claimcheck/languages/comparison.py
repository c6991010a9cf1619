"""The shape of comparison.yaml, and the plain table a run looks words up in."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from claimcheck.languages.numbers import Shape, Words


class ComparisonWords(Shape):
    """comparison.yaml: which words say the same thing, and which tell that a number is no fixed fact.

    `function_words` carry no content. `concepts` name one thing in all languages by the same key; of them `tallies` are
    those whose counts grow while the news goes on, `measures` say what a number is a value of and belong to someone,
    `values` say it and belong to what happens, `facts` state something by themselves. `kin` are the words for
    relatives, `pronouns` point to the sentence before. Right before something stand: `location` before a place, unless
    one of `no_places` follows; `limits` before a first or last day, `per` before the base of a rate, `joins` before a
    second thing that is counted with the first. `aged` end an age right before a name ("der 51 Jahre alte Kern"), and
    `after_name` may follow a name that stands in apposition.
    `marks` are words and phrases around a number: it runs on (`running`), is one of a series (`series`), holds for now
    (`now`) or for an earlier time, was set anew (`changed`), counts what is added (`more`) or a part only, is expected,
    an average, a least, or votes are still counted (`count`); `former` qualifies an office.
    """

    function_words: Words
    concepts: Annotated[dict[str, Words], Field(min_length=1)]
    kin: Words
    tallies: Words
    measures: Words
    values: Words
    facts: Words
    marks: Annotated[dict[str, Words], Field(min_length=1)]
    location: Words
    no_places: Words
    per: Words
    joins: Words
    pronouns: Words
    limits: Words
    aged: Words
    after_name: Words

    def table(self) -> dict[str, Any]:
        """The same with every word looked up in one step."""
        concepts = {word.lower(): name for name, words in self.concepts.items() for word in words}
        return {
            "function_words": sorted({word.lower() for word in self.function_words}),
            "concepts": concepts,
            "kin": sorted({word.lower() for word in self.kin}),
            "tallies": self.tallies,
            "measures": self.measures,
            "values": self.values,
            "facts": self.facts,
            "marks": {name: sorted(words, key=lambda word: (-len(word), word)) for name, words in self.marks.items()},
            "location": sorted({word.lower() for word in self.location}),
            "no_places": sorted({word.lower() for word in self.no_places}),
            "per": self.per,
            "joins": self.joins,
            "pronouns": self.pronouns,
            "limits": self.limits,
            "aged": self.aged,
            "after_name": self.after_name,
        }
