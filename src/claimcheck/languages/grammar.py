"""The shape of grammar.yaml: the closed classes of a language, and what it can do in code."""

from __future__ import annotations

from typing import Any

from pydantic import model_validator

from claimcheck.languages.numbers import Shape, Words
from claimcheck.languages.word_roles import BITS, ROLES


class Finite(Shape):
    """The forms of auxiliaries and modals by what they can be."""

    singular: Words
    plural: Words
    subjunctive: Words
    infinitive: Words
    participle: Words
    gerund: Words


class Cases(Shape):
    """Determiners and pronouns by the cases they can be of."""

    nominative: Words
    accusative: Words
    dative: Words
    genitive: Words


class Counts(Shape):
    """Determiners and pronouns that are of one number only."""

    masculine: Words
    singular: Words
    plural: Words


class Modals(Shape):
    """The modal verbs by what they say of the clause."""

    possibility: Words
    necessity: Words
    plan: Words


class Grammar(Shape):
    """grammar.yaml.

    `separable` and `inseparable` are the prefixes of verbs, `infix` stands between the first kind and an infinitive.
    `ordinal_dot`: a full stop behind a figure may be part of it; `folded` letters may stand for others in a form.
    `clitics` hang on a word and are words. `bounds` soften or bound a number behind them and are then no prepositions,
    `bounding` are prepositions that may do so too. `times` are nouns that tell when where no preposition does,
    `dayparts` stand behind one of them. `words` are the closed classes, `lemmas` their forms where these are no words
    of their own, `say` verbs whose object is a clause.
    """

    verb_second: bool
    verb_final: bool
    noun_capitals: bool
    case_by_determiner: bool
    separable: Words
    inseparable: Words
    ordinal_dot: bool
    folded: dict[str, str]
    infix: str | None
    clitics: Words
    bounds: list[Words]
    bounding: Words
    adjective_endings: Words
    plural_endings: Words
    feminine_endings: Words
    times: Words
    dayparts: Words
    words: dict[str, Words]
    cases: Cases
    numbers: Counts
    finite: Finite
    lemmas: dict[str, Words]
    modals: Modals
    future: Words
    say: Words

    @model_validator(mode="after")
    def _known_classes(self) -> Grammar:
        for name in self.words:
            if name not in ROLES:
                raise ValueError(f"no class of words is called {name!r}")
        return self

    def table(self) -> dict[str, Any]:
        """`roles`: form → bits, `lemmas`: form → lemma, and the rest as it stands in the file."""
        roles: dict[str, int] = {}
        groups = {
            **self.words,
            **dict(self.cases),
            **dict(self.numbers),
            **{"finite": [*self.finite.singular, *self.finite.plural], "singular_verb": self.finite.singular},
            **{"plural_verb": self.finite.plural, "subjunctive": self.finite.subjunctive},
            **{
                "infinitive": self.finite.infinitive,
                "participle": self.finite.participle,
                "gerund": self.finite.gerund,
            },
            **{"finite_modal": [form for forms in dict(self.modals).values() for form in forms]},
            **dict(self.modals),
            "future": self.future,
            "time": self.times,
            "daypart": self.dayparts,
            "bounding": self.bounding,
        }
        for name, words in groups.items():
            for word in words:
                roles[word.lower()] = roles.get(word.lower(), 0) | BITS["finite" if name == "finite_modal" else name]
        capabilities = ("verb_second", "verb_final", "noun_capitals", "case_by_determiner", "ordinal_dot", "folded")
        return {
            **{name: getattr(self, name) for name in capabilities},
            "separable": sorted(set(self.separable), key=lambda each: (-len(each), each)),
            "inseparable": sorted(set(self.inseparable), key=lambda each: (-len(each), each)),
            "infix": self.infix or "",
            "clitics": self.clitics,
            "bounds": self.bounds,
            "adjective_endings": self.adjective_endings,
            "plural_endings": self.plural_endings,
            "feminine_endings": self.feminine_endings,
            "roles": roles,
            "lemmas": {form: lemma for lemma, forms in self.lemmas.items() for form in forms},
            "say": self.say,
        }
