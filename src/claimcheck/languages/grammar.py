"""The shape of grammar.yaml: the closed classes of a language, and what it can do in code."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from claimcheck.languages.shape import Longest, Shape, Words, all_of, bits_of
from claimcheck.languages.word_roles import BITS, Role

FiniteForm = Literal["singular", "plural", "subjunctive", "infinitive", "participle", "gerund"]
"""The forms of auxiliaries and modals by what they can be."""
Case = Literal["nominative", "accusative", "dative", "genitive"]
"""Determiners and pronouns by the cases they can be of."""
Number = Literal["masculine", "singular", "plural"]
"""Determiners and pronouns that are of one number only."""
Modal = Literal["possibility", "necessity", "plan"]
"""The modal verbs by what they say of the clause."""


class Grammar(Shape):
    """grammar.yaml.

    `separable` and `inseparable` are the prefixes of verbs, `infix` stands between the first kind and an infinitive.
    `ordinal_dot`: a full stop behind a figure may be part of it; `folded` letters may stand for others in a form.
    `clitics` hang on a word and are words. `bounds` soften or bound a number behind them and are then no prepositions,
    `bounding` are prepositions that may do so too. `times` are nouns that tell when where no preposition does,
    `dayparts` stand behind one of them. `words` are the closed classes, `lemmas` their forms where these are no words
    of their own. Of the verbs, `say` are those whose object is a clause, `speak` those that a quotation may stand
    before, `give` those with two objects, `let` those with an object that does something; `absolute` prepositions open
    a participle clause with a subject of its own. `collective` nouns may have a verb of either number,
    the endings `of_town` make of the name of a town what stands before a noun.
    """

    verb_second: bool
    verb_final: bool
    noun_capitals: bool
    case_by_determiner: bool
    separable: Longest
    inseparable: Longest
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
    words: dict[Role, Words]
    cases: Annotated[dict[Case, Words], all_of(Case)]
    numbers: Annotated[dict[Number, Words], all_of(Number)]
    finite: Annotated[dict[FiniteForm, Words], all_of(FiniteForm)]
    lemmas: dict[str, Words]
    modals: Annotated[dict[Modal, Words], all_of(Modal)]
    future: Words
    say: Words
    speak: Words
    give: Words
    let: Words
    absolute: Words
    collective: Words
    of_town: Words

    def table(self) -> dict[str, Any]:
        """`roles`: form → bits, `lemmas`: form → lemma, and the rest as it stands in the file."""
        finite, plain = self.finite, self.model_dump()
        modals = [form for forms in self.modals.values() for form in forms]
        groups: dict[str, Words] = {
            **plain["words"],
            **plain["cases"],
            **plain["numbers"],
            **plain["modals"],
            "finite": [*finite["singular"], *finite["plural"], *modals],
            "singular_verb": finite["singular"],
            "plural_verb": finite["plural"],
            "subjunctive": finite["subjunctive"],
            "infinitive": finite["infinitive"],
            "participle": finite["participle"],
            "gerund": finite["gerund"],
            "future": self.future,
            "time": self.times,
            "daypart": self.dayparts,
            "bounding": self.bounding,
        }
        left = {"bounding", "times", "dayparts", "words", "cases", "numbers", "finite", "modals", "future"}
        return {
            **self.model_dump(exclude=left),
            "infix": self.infix or "",
            "roles": bits_of(groups, BITS),
            "lemmas": {form: lemma for lemma, forms in self.lemmas.items() for form in forms},
        }
