"""The shape of relation_verbs.yaml: words that state who did what to whom."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from claimcheck.languages.shape import Lower, Perhaps, Shape, Words, inflected, named_by


class RoleWords(Shape):
    """What people are: `keys` are offices with a key that is the same in every language.

    "Lyriker(in)" among `others` is a word with and without its ending, "Biolog(e|in)" one with either.
    `belongs` leads from an office to its house, `former_prefixes` begin one that is held no longer; one with a word of
    `lesser` is another office. Whoever holds one of `public`, or one with a key, is not of the nation it is held for.
    `housed` are always those of one house.
    """

    keys: dict[str, Words]
    others: Lower
    public: Lower
    housed: Lower
    belongs: Words
    former_prefixes: Words
    lesser: Words


class RelationalNoun(Shape):
    """Nouns for what somebody is to somebody else: "Nachfolger", "Tochter", "Stürmer".

    `holder` is the role of whoever is it, `other` that of the other side, without which nothing is said unless it is
    not `needs_other`; both are houses or things but those in `people`, and either in `either`. `glued`: the words also
    end compounds written as one. `role`: the noun is an argument itself; `itself`:
    it is the other side ("a Democrat"); `trade`: without the other side it is what somebody is by trade ("an author").
    `keys` are words with a key that is the same in every language.
    """

    predicate: str
    holder: str
    other: str
    people: Perhaps
    either: Perhaps
    role: bool = False
    glued: bool = True
    itself: bool = False
    needs_other: bool = True
    trade: bool = False
    words: Perhaps
    keys: Annotated[dict[str, Words], Field(default_factory=dict)]


class RelationExample(Shape):
    """A relation with the wordings that state it, or sentences that state none; roles in the order they are written.

    `meant` is how it is meant, if that is the point; `former`: it no longer holds.
    """

    meant: str | None = None
    former: bool = False
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
    duration: str | None = None
    time: str | None = "time"
    bare: bool = False


class Frame(Shape):
    """What states one relation in the same way.

    `prepositions` give the role of what stands behind them, `needs` the roles without which nothing is said. `certain`
    roles need a name that cannot be a common noun, `loose` ones may be any noun phrase, `people` are persons, `things`
    do not even look like one. `pair` is the role of the second of two who share one: "Kern und Loth heiraten". `meant`:
    what such words state is no fact.
    """

    predicate: str
    prepositions: dict[str, str] = Field(default={})
    needs: list[str]
    certain: Perhaps
    loose: Perhaps
    people: Perhaps
    things: Perhaps
    pair: str | None = None
    values: Values = Values()
    meant: Literal["fact", "plan", "possibility", "negated"] | None = None


class VerbFrame(Frame):
    """Verbs, by lemma; `subject` and `object` are the roles of the two in the active voice.

    `objects`: only in a clause with one of these words. `office`: what stands before the office somebody gets,
    which may be `any_office` behind a preposition, else a known one.
    `stative`: the participle with "to be" keeps its subject. `passive`: only in the passive. `alone`: without any
    object. `former`: what is stated held until then. `dative`: the object is
    one. `of` is the role of what hangs on the word of `objects`, `home` that of the house whose the person is known
    to be, `retained` that of what stays object in the passive: "was awarded *the prize*".
    """

    subject: str | None = None
    object: str | None = None
    objects: Annotated[Lower, Field(default_factory=list)]
    office: Perhaps
    any_office: bool = False
    stative: bool = False
    passive: bool = False
    alone: bool = False
    former: bool = False
    dative: bool = False
    of: str | None = None
    home: str | None = None
    retained: str | None = None
    lemmas: Words


class NounFrame(Frame):
    """Nouns that state a relation: "die Übernahme von … durch …", "unter der Leitung von …".

    `of` is the role of the genitive, `possessor` that of a name before the noun, `implied` the role that
    the subject of the clause fills where nothing else does; `under`: only behind these prepositions. `office`: what
    leads to the office somebody gets.
    """

    of: str | None = None
    possessor: str | None = None
    implied: str | None = None
    under: Perhaps
    office: Perhaps
    words: Words


class RelationWords(Shape):
    """relation_verbs.yaml.

    `classes` tell of what kind a named thing is, `generic` ones of any house just named; `titles` stand before the
    names of persons, `people` end words for somebody of a party, `age_nouns` those for somebody of an age, `aged` stand
    behind the years of one; `not_now` stands before offices that are over, `soon` before those to come; a "~" at the
    end of a word stands for each of `adjective_endings`, and for none. Nouns for offices may have `case_endings`,
    participles have one of `participle_endings` before that. `agents` name who does what is told in the passive;
    `weak`
    are verbs too frequent to be looked into where nobody is named. `pronouns` and possessives
    are of a person's sex or for a thing. The first word of a name has none of `no_name_endings`.
    `copulas` tie a noun to its subject, those but the first two with a word of `as`; `there` begins a clause on what
    goes on in a house, `at_house` leads to one, `out_of` to a place unless a house is named for certain, `hails` from
    a person to their land, `office_tails` belong to the office before, `of_prizes` make one the title of an award;
    `perfect_holds`: what the perfect of "to be" tells is so still.
    What is told in the infinitive is so with `brings_about`, and `outlook` are words that say how it is meant which
    hangs on them. With `fails` a deed comes to nothing that is the subject,
    or that it is about; `not_done` says how one is meant that is the object, `done` leads to one that has been done.
    `gerunds` lead to a deed told by one, which is so, or was until then, or is not so.
    `past_auxiliaries` tell of what is over, but not with a verb that is `momentary`. A name that ends with one of
    `house_names` is that of a house, whatever its other words look like.
    `where` leads to a place, `lies` are verbs of being there, `places` nouns before the name of one ("town of"),
    `sites` stand where they are,
    `seat` leads from a house to its place, which words with
    `seat_endings` name before it. `contests` end words for what can be won, `works` those for what has an author and a
    title. A number behind `steps` is what something changed by.
    """

    common_endings: Words
    common_nouns: Lower
    plural_endings: Words
    case_endings: Words
    classes: Lower
    generic: Lower
    definite: Words
    pronouns: dict[str, Literal["male", "female", "thing"]]
    groups: Lower
    house_names: Words
    titles: Lower
    people: Lower
    not_now: Words
    soon: Words
    no_owners: Lower
    no_name_endings: Words
    copulas: dict[Literal["become", "stay", "act", "start", "quit", "deem"], Words]
    as_: Annotated[Words, Field(alias="as")]
    there: Words
    at_house: Words
    out_of: Words
    hails: Words
    office_tails: Words
    of_prizes: Words
    perfect_holds: bool
    fails: Words
    brings_about: Words
    outlook: dict[Literal["possibility", "plan"], Words]
    not_done: dict[Literal["negated", "possibility", "plan"], Words]
    done: Words
    gerunds: dict[Literal["so", "former", "negated"], Words]
    past_auxiliaries: Words
    momentary: Words
    where: Words
    seat: Lower
    seated: Lower
    sites: Lower
    places: Lower
    lies: Words
    seat_endings: Words
    age_nouns: Words
    aged: Words
    steps: Words
    adjective_endings: Words
    participle_endings: Words
    agents: Words
    weak: Words
    contests: Lower
    works: Lower
    price_before: Lower
    price_behind: Words
    enable: Words
    through: Lower
    light: Words
    owner: Lower
    not_own: Lower
    lists: Lower
    formerly: Lower
    verbs: list[VerbFrame]
    nouns: list[NounFrame]
    relational: list[RelationalNoun]
    roles: RoleWords
    categories: dict[str, Words]
    examples: list[RelationExample]
    numbers: list[AboutExample]

    def table(self) -> dict[str, Any]:
        """Plain data; words folded, `offices` word → key, `lists` first word → the rest of each phrase."""
        roles, endings = self.roles, ("", *self.adjective_endings)
        lists: dict[str, Words] = {}
        for phrase in sorted(self.lists, key=len, reverse=True):
            first, _, rest = phrase.partition(" ")
            lists.setdefault(first, []).append(rest)
        made = {
            "not_now": [word.lower() for word in inflected(self.not_now, endings)],
            "price_behind": [word.lower() for word in inflected(self.price_behind, endings)],
            "soon": [word.lower() for word in inflected(self.soon, endings)],
            "offices": self._offices(),
            "relations": self._relations(),
            "lesser": [word.lower() for word in inflected(roles.lesser, endings)],
            "belongs": roles.belongs,
            "public": roles.public,
            "housed": roles.housed,
            "former_prefixes": roles.former_prefixes,
            "lists": lists,
            "outlook": named_by(self.outlook),
            "not_done": named_by(self.not_done),
            "gerunds": named_by(self.gerunds),
            "categories": named_by(self.categories),
        }
        plain = self.model_dump(by_alias=True, exclude={"examples", "numbers", "roles", "adjective_endings"})
        return {**plain, **made}

    def _offices(self) -> dict[str, str | None]:
        """Word → its key."""
        found: dict[str, str | None] = dict.fromkeys(form for word in self.roles.others for form in _forms(word))
        found.update(named_by(self.roles.keys).items())
        for frame in self.relational:
            found.update(dict.fromkeys(map(str.lower, frame.words)))
            found.update(named_by(frame.keys).items())
        return found

    def _relations(self) -> dict[str, int]:
        """Word → the number of the relation it states, where that is another than having an office."""
        return {
            word.lower(): number
            for number, frame in enumerate(self.relational)
            for word in (*frame.words, *(each for words in frame.keys.values() for each in words))
        }


def _forms(word: str) -> list[str]:
    """The words that one with endings in brackets stands for."""
    stem, _, endings = word.removesuffix(")").partition("(")
    return [stem + end for end in endings.split("|")] + ([] if "|" in endings else [stem])
