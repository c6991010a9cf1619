"""The shape of relation_verbs.yaml: words that state who did what to whom."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from claimcheck.languages.shape import Lower, Perhaps, Shape, Words, inflected, named_by


class RoleWords(Shape):
    """What people are: `keys` are offices with a key that is the same in every language; founders found.

    `belongs` leads from an office to its house, `former_prefixes` begin one that is held no longer.
    """

    keys: dict[str, Words]
    others: Lower
    founder: Lower
    belongs: Words
    partly: Lower
    former_prefixes: Words


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


class Values(Shape):
    """Which numbers of the clause are arguments; an amount that is not `bare` needs a word of price beside it."""

    amount: str | None = None
    share: str | None = None
    number: str | None = None
    time: str | None = "time"
    bare: bool = False


class Frame(Shape):
    """What states one relation in the same way.

    `prepositions` give the role of what stands behind them, `needs` the roles without which nothing is said. `certain`
    roles need a name that cannot be a common noun, `loose` ones may be any noun phrase, `people` are persons.
    """

    predicate: str
    prepositions: dict[str, str] = Field(default={})
    needs: list[str]
    certain: Perhaps
    loose: Perhaps
    people: Perhaps
    values: Values = Values()


class VerbFrame(Frame):
    """Verbs, by lemma; `subject` and `object` are the roles of the two in the active voice.

    `objects`: only in a clause with one of these words. `office`: what stands before the office somebody gets.
    `stative`: the participle with "to be" keeps its subject. `passive`: only in the passive. `alone`: without any
    object.
    """

    subject: str | None = None
    object: str | None = None
    objects: Annotated[Lower, Field(default_factory=list)]
    office: Perhaps
    stative: bool = False
    passive: bool = False
    alone: bool = False
    lemmas: Words


class NounFrame(Frame):
    """Nouns that state a relation: "die Übernahme von … durch …", "unter der Leitung von …".

    `of` is the role of the genitive, `possessor` that of a name before the noun, `implied` the role that
    the subject of the clause fills where nothing else does; `under`: only behind these prepositions.
    """

    of: str | None = None
    possessor: str | None = None
    implied: str | None = None
    under: Perhaps
    words: Words


class RelationWords(Shape):
    """relation_verbs.yaml.

    `classes` tell of what kind a named thing is, `titles` stand before the names of persons, `not_now` before offices
    that are over or to come; a "~" at the end of a word stands for each of `adjective_endings`, and for none.
    Participles have one of `participle_endings` before that. `agents` name who does what is told in the passive.
    """

    common_endings: Words
    common_nouns: Lower
    plural_endings: Words
    classes: Lower
    titles: Lower
    not_now: Words
    adjective_endings: Words
    participle_endings: Words
    agents: Words
    price_before: Lower
    price_behind: Words
    enable: Lower
    through: Lower
    light: Words
    owner: Lower
    lists: Lower
    formerly: Lower
    verbs: list[VerbFrame]
    nouns: list[NounFrame]
    roles: RoleWords
    categories: dict[str, Words]
    examples: list[RelationExample]
    numbers: list[AboutExample]

    def table(self) -> dict[str, Any]:
        """Plain data; words folded, `offices` word → key, `lists` first word → the rest of each phrase."""
        roles, endings = self.roles, ("", *self.adjective_endings)
        founders = {word: "co_founder" if word in roles.partly else "founder" for word in roles.founder}
        lists: dict[str, Words] = {}
        for phrase in sorted(self.lists, key=len, reverse=True):
            first, _, rest = phrase.partition(" ")
            lists.setdefault(first, []).append(rest)
        keys: dict[str, str] = named_by(roles.keys)
        offices: dict[str, str | None] = {**dict.fromkeys(roles.others), **keys, **founders}
        made = {
            "not_now": [word.lower() for word in inflected(self.not_now, endings)],
            "price_behind": [word.lower() for word in inflected(self.price_behind, endings)],
            "offices": offices,
            "founder": roles.founder,
            "belongs": roles.belongs,
            "former_prefixes": roles.former_prefixes,
            "lists": lists,
            "categories": named_by(self.categories),
        }
        plain = self.model_dump(exclude={"examples", "numbers", "roles", "adjective_endings"})
        return {**plain, **made}
