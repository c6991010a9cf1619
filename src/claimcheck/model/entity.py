"""Who and what an article speaks of: known entities, and the names that mean them."""

from typing import Literal, NamedTuple

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
