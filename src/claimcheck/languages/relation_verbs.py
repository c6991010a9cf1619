"""The shape of relation_verbs.yaml: words that state who did what to whom, and what numbers measure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field

from claimcheck.languages.clause_roles import BITS, WordRole
from claimcheck.languages.shape import Perhaps, Shape, Words, inflected, named_by


class RoleWords(Shape):
    """What people are: `keys` are offices with a key that is the same in every language; founders found."""

    keys: dict[str, Words]
    others: Words
    founder: Words
    belongs: Words
    at: Words
    partly: Words
    copula: Words
    former_prefixes: Words


class Measures(Shape):
    """Nouns of measures by class, verbs between a measure and its number, and what qualifies a number."""

    classes: dict[str, Words]
    equals: Words
    equals_to: Words
    of: Words
    for_: Annotated[Words, Field(alias="for")]
    heavy: Words
    share_of: Words
    size_nouns: Words
    qualifiers: dict[str, Words]


class RelationExample(Shape):
    """A relation with the wordings that state it, or sentences that state none; roles in the order they are written."""

    states: dict[str, str] = Field(default={})
    predicate: str | None = None
    in_: Annotated[Words, Field(alias="in", default_factory=list)]
    silent: Perhaps


class AboutExample(Shape):
    """A sentence with one number, and the measure noun, owner and class that hold for it."""

    sentence: str
    measure: str | None = None
    kind: str | None = None
    entity: str | None = None
    of: str | None = None
    qualifiers: Perhaps


FormKind = Literal["finite", "plural", "infinitive", "participle"]


class Values(Shape):
    """Which numbers of the clause are arguments; `words` stand right before or behind an amount that is a price."""

    amount: str | None = None
    share: str | None = None
    time: str | None = "time"
    bare: bool = False


class VerbFrame(Shape):
    """Verbs that state one relation in the same way.

    `subject` and `object` are the roles of the two in the active voice; `prepositions` give the role of what stands
    behind them, `needs` the roles without which nothing is said. `certain` roles need a name that cannot be a common
    noun, `loose` ones may be any noun phrase. `reflexive`: only with a reflexive pronoun. `stative`: the participle
    with "to be" keeps its subject.
    """

    predicate: str
    subject: str | None = None
    object: str | None = None
    prepositions: dict[str, str] = Field(default={})
    needs: list[str]
    certain: Perhaps
    loose: Perhaps
    people: Perhaps
    objects: Perhaps
    reflexive: bool = False
    stative: bool = False
    values: Values = Values()
    verbs: dict[str, Words]


class NounFrame(Shape):
    """Nouns that state a relation: "die Übernahme von … durch …", "unter der Leitung von …".

    `of` is the role of the genitive and of "of", `possessor` that of a name before the noun, `implied` the role that
    the subject of the clause fills where nothing else does.
    """

    predicate: str
    of: str | None = None
    possessor: str | None = None
    prepositions: dict[str, str] = Field(default={})
    implied: str | None = None
    under: Perhaps
    needs: list[str]
    certain: Perhaps
    loose: Perhaps
    values: Values = Values()
    words: Words


class RelationWords(Shape):
    """relation_verbs.yaml; the switches are capabilities that any language may have."""

    verb_second: bool
    noun_capitals: bool
    conjugations: dict[str, dict[FormKind, Words]]
    adjective_endings: Words
    common_endings: Words
    common_nouns: Words
    plural_endings: Words
    short_words: Words
    agents: Words
    only: Words
    subject_pronouns: Words
    reflexive: Words
    been: Words
    price_before: Words
    price_behind: Words
    words: dict[WordRole, Words]
    verbs: list[VerbFrame]
    nouns: list[NounFrame]
    roles: RoleWords
    formerly: Words
    categories: dict[str, Words]
    measures: Measures
    examples: list[RelationExample]
    numbers: list[AboutExample]

    def table(self) -> dict[str, Any]:
        """Plain data: `roles` word → bits, `triggers` form → [[kind, frame, form, particle] …], frames and lists."""
        roles: dict[str, int] = {}
        for name, words in self.words.items():
            for word in self._inflected(words):
                roles[word.lower()] = roles.get(word.lower(), 0) | BITS[name]
        triggers: dict[str, list[list[Any]]] = {}
        for form, entry in self._triggers():
            known = triggers.setdefault(form.lower(), [])
            if entry not in known:
                known.append(entry)
        measures = {**self.measures.model_dump(), "classes": named_by(self.measures.classes)}
        left = {"conjugations", "words", "formerly", "roles", "examples", "numbers"}
        return {
            **self.model_dump(exclude=left),
            "roles": roles,
            "triggers": triggers,
            "verbs": [frame.model_dump(exclude={"verbs"}) for frame in self.verbs],
            "nouns": [frame.model_dump(exclude={"words"}) for frame in self.nouns],
            "through": self.words.get("through", []),
            "lists": sorted({word for phrase in self.words.get("list", []) for word in phrase.split()}),
            "object_sets": [[word.lower() for word in frame.objects] for frame in self.verbs],
            "price_behind": self._inflected(self.price_behind),
            "class_endings": sorted({word.lower() for word in self.words.get("class", [])}),
            "role_words": self.roles.model_dump(exclude={"keys", "others"}),
            "categories": named_by(self.categories),
            "measures": measures,
        }

    def _triggers(self) -> Iterator[tuple[str, list[Any]]]:
        """Each word that may begin a relation, with what it triggers."""
        for number, frame in enumerate(self.verbs):
            for conjugation, verbs in frame.verbs.items():
                for verb in verbs:
                    yield from ((form, ["verb", number, *rest]) for form, *rest in self._forms(conjugation, verb))
        for number, noun in enumerate(self.nouns):
            yield from ((word, ["noun", number, "", ""]) for word in noun.words)
        for key, words in self.roles.keys.items():
            yield from ((word, ["role", 0, key, ""]) for word in words)
        for kind, words in (
            ("role", self.roles.others),
            ("founder", self.roles.founder),
            ("formerly", self.formerly),
            ("list", self.words.get("list", [])),
        ):
            yield from ((word, [kind, 0, "", ""]) for word in words)

    def _inflected(self, words: Words) -> Words:
        """The words, a "~" at the end replaced by each adjective ending and by none."""
        return inflected(words, ("", *self.adjective_endings))

    def _forms(self, name: str, verb: str) -> Iterator[tuple[str, str, str]]:
        """Every form of a verb with its kind; one that needs its particle elsewhere in the clause names it."""
        particle, _, rest = verb.rpartition("|")
        stems = rest.split("/")
        for kind, patterns in self.conjugations[name].items():
            for pattern in patterns:
                form = re.sub("[1-4]", lambda figure: stems[min(int(figure.group()), len(stems)) - 1], pattern)
                yield particle + form, kind, ""
                if particle and kind in ("finite", "plural"):
                    yield form, kind, particle
                elif particle and kind == "infinitive":
                    yield from ((f"{particle}{to}{form}", kind, "") for to in self.words.get("to", []))
                elif kind == "participle":
                    yield from ((particle + form + ending, "attribute", "") for ending in self.adjective_endings)
