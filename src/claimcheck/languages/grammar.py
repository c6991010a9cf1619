"""The shapes of grammar.yaml and senses.yaml: closed classes, and what verbs and nouns say, by class."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, get_args

from pydantic import Field, model_validator

from claimcheck.languages.shape import Longest, Perhaps, Shape, Words, all_of, bits_of, inflected, named_by
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
    a participle clause with a subject of its own. `semi_modals` are words that with "be" before them and an infinitive
    behind them say how it is meant: its subject is that of "be". `collective` nouns may have a verb of either number,
    `joints` stand within a name: behind any word of it, behind a first name only, or behind another joint;
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
    adverb_endings: Words
    times: Words
    dayparts: Words
    words: dict[Role, Words]
    cases: Annotated[dict[Case, Words], all_of(Case)]
    numbers: Annotated[dict[Number, Words], all_of(Number)]
    finite: Annotated[dict[FiniteForm, Words], all_of(FiniteForm)]
    lemmas: dict[str, Words]
    modals: Annotated[dict[Modal, Words], all_of(Modal)]
    semi_modals: dict[Modal, Words]
    future: Words
    say: Words
    speak: Words
    give: Words
    let: Words
    absolute: Words
    collective: Words
    joints: dict[Literal["any", "noble", "second"], Words]
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
            "joints": named_by(self.joints),
            "roles": bits_of(groups, BITS),
            "semi_modals": bits_of(self.semi_modals, BITS),
            "lemmas": {form: lemma for lemma, forms in self.lemmas.items() for form in forms},
        }


Sense = Literal[
    "rise", "raise", "fall", "lower", "stay", "vary", "multiply", "divide", "total", "exceed", "undercut", "conclude",
    "remain", "count", "cost", "pay", "earn", "own", "lead", "buy", "sell", "merge", "appoint", "dismiss", "leave",
    "join", "hire", "found", "close", "build", "die", "kill", "hurt", "rescue", "miss", "arrest", "sentence", "acquit",
    "free", "accuse", "damage", "win", "defeat", "lose", "fail", "score", "plan", "begin", "end", "last", "vote", "say",
    "think", "ask", "demand", "promise", "deny", "warn", "call", "bear", "live", "come", "succeed",
    "take_over",
]  # fmt: skip
NounSense = Literal["rise", "fall", "gap", "share", "total", "counter", "role", "money"]
Mark = Literal["old", "new", "partitive", "rest", "sum", "therefore", "each", "average"]
Part = Literal[
    "buyer", "seller", "winner", "loser", "attacker", "victim", "convict", "acquitted", "origin", "destination",
    "successor", "predecessor", "accused", "plaintiff", "landlord", "tenant",
]  # fmt: skip
Place = Literal["subject", "object", "by", "from", "to", "towards", "of", "for", "against", "with", "as", "in"]
Argument = Literal[
    "measure", "step", "old", "new", "agent", "amount", "bound", "cause", "thing", "price", "payer", "payee", "earner",
    "owner", "person", "organisation", "buyer", "seller", "office", "founder", "penalty", "court", "deed", "winner",
    "loser", "attacker", "victim", "convict", "successor", "predecessor",
    "contest", "aim", "count", "event", "length", "voter", "choice", "speaker", "content", "name", "place",
]  # fmt: skip


class VerbClass(Shape):
    """Verbs that say the same of their arguments; `apart`: with these prepositions they say something else.

    In an example the marked finite verb is of this class, in a near miss it is not.
    """

    frame: dict[Place, Argument]
    lemmas: Words
    apart: Annotated[dict[str, Words], Field(default_factory=dict)]
    examples: Perhaps
    near_misses: Perhaps

    @model_validator(mode="after")
    def _members_once(self) -> VerbClass:
        twice = sorted({lemma for lemma in self.lemmas if self.lemmas.count(lemma) > 1})
        if twice:
            raise ValueError(f"stands twice: {', '.join(twice)}")
        return self


class Senses(Shape):
    """senses.yaml: every class of verbs, nouns and marks that the language has words for.

    `parts` are nouns for who or what plays a part in a frame, with `part_endings` where they end in "~"; `alone` are
    verb forms, and nouns of their adjuncts, in lower case, by which a clause without an object gives its subject a
    part; `places` are the prepositions for the places of a frame, `returns` parts of words that tell of a way back.
    `colours` exclude each other, as the kinds of each of the `sorts` do; `definite` and `indefinite` are articles.
    """

    verbs: dict[Sense, VerbClass]
    nouns: dict[NounSense, Words]
    marks: dict[Mark, Words]
    part_endings: list[str]
    parts: dict[Part, Words]
    alone: dict[Part, Words]
    places: dict[Place, Words]
    returns: Words
    definite: Words
    indefinite: Words
    colours: dict[str, Words]
    colour_endings: list[str]
    sorts: dict[str, dict[str, Words]]

    def table(self) -> dict[str, Any]:
        """`verbs` and `nouns`: lemma → senses, `apart`: lemma → sense → prepositions, `frames`: sense → its frame."""
        verbs: dict[str, list[str]] = {}
        nouns: dict[str, list[str]] = {}
        apart: dict[str, dict[str, list[str]]] = {}
        for name in get_args(Sense):
            group = self.verbs.get(name)
            for lemma in group.lemmas if group is not None else ():
                verbs.setdefault(lemma, []).append(name)
            for lemma, words in (group.apart if group is not None else {}).items():
                apart.setdefault(lemma, {})[name] = words
        for kind in get_args(NounSense):
            for lemma in self.nouns.get(kind, ()):
                nouns.setdefault(lemma, []).append(kind)
        return {
            "verbs": verbs,
            "nouns": nouns,
            "apart": apart,
            "frames": {name: dict(group.frame) for name, group in self.verbs.items()},
            "marks": dict(self.marks),
            "parts": by_word(dict(zip(self.parts, map(self._forms, self.parts.values()), strict=True))),
            "alone": by_word(self.alone),
            "places": by_word(self.places),
            "returns": self.returns,
            "definite": self.definite,
            "indefinite": self.indefinite,
            "colours": by_word({name: inflected(words, self.colour_endings) for name, words in self.colours.items()}),
            "sorts": dict(zip(self.sorts, map(by_word, self.sorts.values()), strict=True)),
        }

    def _forms(self, words: Words) -> Words:
        return [form.lower() for form in inflected(words, self.part_endings)]


def by_word(groups: Mapping[Any, Words]) -> dict[str, str]:
    """For each word its group."""
    return {word: name for name, words in groups.items() for word in words}
