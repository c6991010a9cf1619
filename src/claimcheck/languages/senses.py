"""The shape of senses.yaml: what verbs and nouns say, by class."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, get_args

from pydantic import Field, model_validator

from claimcheck.languages.shape import Perhaps, Shape, Words, inflected

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
    "successor", "predecessor",
]  # fmt: skip
Place = Literal["subject", "object", "by", "from", "to", "towards", "of", "for", "against", "with", "as", "in"]
Argument = Literal[
    "measure", "step", "old", "new", "agent", "amount", "bound", "cause", "thing", "price", "payer", "payee", "earner",
    "owner", "person", "organisation", "buyer", "seller", "office", "founder", "penalty", "court", "deed", "winner",
    "loser", "attacker", "victim", "successor", "predecessor",
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
    part; `places` are the prepositions for the places of a frame. `colours` exclude each other; `definite` and
    `indefinite` are articles.
    """

    verbs: dict[Sense, VerbClass]
    nouns: dict[NounSense, Words]
    marks: dict[Mark, Words]
    part_endings: list[str]
    parts: dict[Part, Words]
    alone: dict[Part, Words]
    places: dict[Place, Words]
    definite: Words
    indefinite: Words
    colours: dict[str, Words]
    colour_endings: list[str]

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
            "definite": self.definite,
            "indefinite": self.indefinite,
            "colours": by_word(self._inflected_colours()),
        }

    def _inflected_colours(self) -> dict[str, Words]:
        return {name: inflected(words, self.colour_endings) for name, words in self.colours.items()}

    def _forms(self, words: Words) -> Words:
        return [form.lower() for form in inflected(words, self.part_endings)]


def by_word(groups: Mapping[Any, Words]) -> dict[str, str]:
    """For each word its group."""
    return {word: name for name, words in groups.items() for word in words}
