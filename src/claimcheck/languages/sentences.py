"""The shapes of sentences.yaml, with the plain table a run divides texts with, and of headlines.yaml."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, StringConstraints

from claimcheck.languages.shape import Lower, Perhaps, Shape, Some, Words, capital, longest_first
from claimcheck.languages.wordlists import Opposite

Pair = Annotated[str, StringConstraints(min_length=2, max_length=2)]


class Abbreviations(Shape):
    """Words written with a full stop, without the last one: what follows always belongs to them, or may begin anew.

    `tails` are abbreviations at the end of longer words ("Hafenstr."); after them a sentence may begin.
    """

    never_end: Words
    may_end: Words
    tails: Perhaps


class Recognise(Shape):
    """What tells the language apart: frequent words in lower case."""

    words: Words


class Boilerplate(Shape):
    """How short paragraphs begin that stand around an article: links to others, picture credits, advertisements.

    What begins with one of `captions` and tells something in a sentence is part of the article. Of the examples,
    `found` are paragraphs around it, `silent` are not.
    """

    begins: Words
    captions: Words
    found: Some
    silent: Some


class Sentences(Shape):
    """sentences.yaml: what ends a sentence, what opens and closes a quotation, what the language looks like.

    `starters` begin a sentence when capitalised, those in `anywhere` stand capitalised inside one too. `openers` are
    words that no line of running text ends a sentence with (articles, prepositions …); `particles` are openers that
    can end a headline ("sie lehnt ab"). `saying` are verbs after a quotation and a name ("“Why?” Kern asked").
    `ordinals`: a full stop after digits makes an ordinal number, unless one of `counts` is before them ("rund 28.").
    In `examples`, "¦" stands behind every sentence that another one follows.
    """

    quotes: list[Pair]
    ordinals: bool
    counts: Perhaps
    abbreviations: Abbreviations
    starters: Words
    anywhere: Perhaps
    openers: Words
    particles: Perhaps
    saying: Perhaps
    recognise: Recognise
    boilerplate: Boilerplate
    examples: Some

    def table(self) -> dict[str, Any]:
        """The same as plain data in which every word is looked up in one step."""
        endings: dict[str, bool] = {}
        for words, may_end in ((self.abbreviations.never_end, False), (self.abbreviations.may_end, True)):
            for form in (*words, *map(capital, words)):
                endings[form.rstrip(".").replace(" ", "")] = may_end
        return {
            "quotes": self.quotes,
            "ordinals": self.ordinals,
            "counts": dict.fromkeys(self.counts, True),
            "abbreviations": endings,
            "tails": self.abbreviations.tails,
            "starters": dict.fromkeys(map(capital, self.starters), True),
            "anywhere": dict.fromkeys(map(capital, self.anywhere), True),
            "openers": {**dict.fromkeys(self.openers, False), **dict.fromkeys(self.particles, True)},
            "saying": dict.fromkeys(self.saying, True),
            "boilerplate": self.boilerplate.begins,
            "captions": self.boilerplate.captions,
            "recognise": dict.fromkeys(self.recognise.words, True),
        }


class Outcome(Opposite):
    """`alone`: a text tells of one such thing only, so it need not be told of the same in other words."""

    alone: bool = False
    one_named: Words = Field(default_factory=list)
    other_named: Words = Field(default_factory=list)


class Headlines(Shape):
    """headlines.yaml.

    `not_so` turn a sentence round ("not", "no longer"); `earlier` tell of what was before; `penalties` are what
    no acquitted person gets. `in` stand before a place.
    `opposites` are pairs of outcomes of which only one can be, with nouns that take them up; " ... " in a phrase stands
    for a few words between its halves. `kinds` are sorts of things, each a list of kinds with their words, of which
    with `compounds` the long ones may be the last part of a word, and all may have one of the `kind_endings`.
    """

    not_so: Lower
    earlier: Lower
    penalties: Lower
    in_: Annotated[Words, Field(alias="in")]
    opposites: Annotated[list[Outcome], Field(min_length=1)]
    compounds: bool
    kind_endings: list[str]
    kinds: list[list[Words]]

    def table(self) -> dict[str, Any]:
        """`opposites`: pairs of lists of phrases, in lower case, longest first."""
        pairs = [[[word.lower() for word in side] for side in (each.one, each.other)] for each in self.opposites]
        return {
            "not_so": longest_first(self.not_so),
            "earlier": longest_first(self.earlier),
            "penalties": longest_first(self.penalties),
            "in": self.in_,
            "named": [[each.one_named, each.other_named] for each in self.opposites],
            "alone": [each.alone for each in self.opposites],
            "compounds": self.compounds,
            "kind_endings": self.kind_endings,
            "kinds": self.kinds,
            "opposites": [[longest_first(side) for side in pair] for pair in pairs],
        }
