"""The shape of sentences.yaml, and the plain table a run divides texts with."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import StringConstraints

from claimcheck.languages.shape import Perhaps, Shape, Some, Words, capital

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
