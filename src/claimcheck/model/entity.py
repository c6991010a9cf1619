"""Who and what is spoken of, the names that mean them, and what is known, with where it is known from."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from claimcheck.model.measure import Measure, Period
from claimcheck.model.span import Span

EntityKind = Literal["person", "organisation", "product", "place"]
NameForm = Literal["name", "short", "former", "wrong", "shared"]


class FormerName(NamedTuple):
    """A name given up; `until` is the first day it no longer held, as an EDTF string, None where it is not known."""

    name: str
    until: str | None = None


class Entity(NamedTuple):
    """One person, organisation, product or place of the reference.

    `aliases` mean it anywhere; `short` names mean it only in an article that also gives a full one; `wrong_names` are
    spellings that are errors. `beside` are the ids of entities one of which must stand in the same sentence before an
    `ambiguous` name is taken for it. `parent` is the id of the whole it is a part of, `category` says what it is
    ("company", "university"). `note` is for people.
    """

    id: str
    name: str
    kind: EntityKind | None = None
    category: str | None = None
    aliases: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    former: tuple[FormerName, ...] = ()
    wrong_names: tuple[str, ...] = ()
    parent: str | None = None
    ambiguous: bool = False
    beside: tuple[str, ...] = ()
    note: str | None = None


class Role(NamedTuple):
    """What an article says a person is: "Chef", "CEO der Futurum Group".

    `span` is the role word alone; `role` its key, the same in every language ("ceo"), None for a word without one.
    `organisation` is the place of the organisation named with it, which is a mention of its own, or None. `former`:
    the article says that the person no longer is ("Ex-Präsident", "der frühere Chef") or is not yet.
    """

    span: Span
    text: str
    role: str | None
    organisation: Span | None = None
    former: bool = False


class Mention(NamedTuple):
    """One name in an article.

    `span` holds the name alone: no genitive ending, no second half of a compound ("Meta" in "Metas" and
    "Meta-Konzern"), but a legal suffix ("Nordwerk AG"); `word_end` is the end of the word with its genitive ending.
    `entity` is the id of the known entity it means; None if it is not known or if several bear the name: then
    `candidates` holds their ids. `name` is the head name: that of the entity, else the fullest form the article gives,
    so two mentions of one article mean the same iff their `entity or name` are equal.
    `form` says which name it is: "wrong" is a known misspelling, "short" a surname or an abbreviation, "shared" a name
    of several.
    """

    span: Span
    text: str
    entity: str | None
    kind: EntityKind | None
    name: str
    form: NameForm = "name"
    word_end: int = 0
    candidates: tuple[str, ...] = ()
    role: Role | None = None


Confidence = Literal["confirmed", "single source", "disputed", "background"]


class Term(NamedTuple):
    """One argument of a reference claim: its wording, and the id of the entity it names; None for plain words."""

    name: str
    entity: str | None = None


class Provenance(NamedTuple):
    """One source: who published it, where and when (EDTF), the words it rests on, no longer than needed."""

    publisher: str
    url: str | None = None
    published: str | None = None
    retrieved: str | None = None
    quote: str | None = None


class Accepted(NamedTuple):
    """A figure that sources report as well and that is therefore no error; `status` says of which circumstances."""

    value: Measure
    status: str | None = None


_NONE: Mapping[str, tuple[str, ...]] = MappingProxyType({})
_NO_NAMES: Mapping[str, str] = MappingProxyType({})


class ReferenceClaim(NamedTuple):
    """One fact in one sentence a language, its typed claim beside it, and its provenance.

    `arguments` has one or more terms under each role of the predicate. Only one entity can fill an `exclusive`
    argument (of the same deal, office …) at one time; where `complete` is true the terms are all there are, where it
    is false there may be more; None says nothing.
    `measure` names what `value` is a value of, `values` are the parts of a table. `date` is the day of the event,
    `announced`, `closed` and `terminated` the steps of a deal, `valid_from` and `valid_to` (the last day) bound the
    time the relation holds; `interrupted` are stretches in between when it did not.
    `stated` is what somebody said, in the same form: never a fact of its own.
    """

    id: str
    predicate: str
    arguments: Mapping[str, tuple[Term, ...]]
    text: Mapping[str, str]
    confidence: Confidence
    sources: tuple[Provenance, ...] = ()
    exclusive: tuple[str, ...] = ()
    complete: bool | None = None
    measure: str | None = None
    value: Measure | None = None
    values: tuple[tuple[str, Measure], ...] = ()
    accepted: tuple[Accepted, ...] = ()
    accepted_terms: Mapping[str, tuple[str, ...]] = _NONE
    denied: Mapping[str, tuple[str, ...]] = _NONE
    date: Period | None = None
    announced: Period | None = None
    closed: Period | None = None
    terminated: Period | None = None
    valid_from: Period | None = None
    valid_to: Period | None = None
    interrupted: tuple[Period, ...] = ()
    name_then: Mapping[str, str] = _NO_NAMES
    stated: "ReferenceClaim | None" = None
    hearsay: bool = False
    keywords: Mapping[str, tuple[str, ...]] = _NONE
    quotes: Mapping[str, tuple[str, ...]] = _NONE
    reviewed: str | None = None
    note: str | None = None

    def entities(self, argument: str) -> tuple[str, ...]:
        """The ids of the known entities under one argument."""
        return tuple(term.entity for term in self.arguments.get(argument, ()) if term.entity is not None)
