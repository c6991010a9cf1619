"""All that is known, asked by entity: the folders of YAML first, the imported bases where those know nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from claimcheck.model.entity import Entity, NameForm, ReferenceClaim, Term
from claimcheck.reference import plain as build
from claimcheck.reference.plain import period
from claimcheck.reference.store import Store, folded, without_legal_form


class Name(NamedTuple):
    """One name of one entity; `until` is the first day it no longer held."""

    entity: str
    form: NameForm
    until: str | None = None

    def held_on(self, day: date | None) -> bool:
        """Whether the entity still had this name; without a day a name given up at a known date did not."""
        if self.until is None:
            return True
        end = period(self.until).end
        return day is not None and end is not None and day < end


Rows = Iterable[Sequence[str | None]]


class EntityIndex:
    """Surfaces to look for in a text, and folded names to look up.

    `surfaces` maps every spelling to the entities that bear it, `apart` holds longer words that begin with one and mean
    something else. `beyond` is asked for names that are not among them: bases too large to be looked for in a text.
    """

    def __init__(
        self,
        entities: dict[str, Entity],
        rows: Rows,
        apart: Iterable[str] = (),
        beyond: Callable[[str, date | None], tuple[Entity, ...]] | None = None,
    ) -> None:
        self.entities = entities
        self.apart = tuple(apart)
        self.beyond = beyond
        self.scanners: dict[
            str, Any
        ] = {}  # the automatons built over these names, by language; kept by who builds them
        self.surfaces: dict[str, list[Name]] = {}
        for surface, identity, form, until in rows:
            self.surfaces.setdefault(surface, []).append(Name(identity, form, until))  # type: ignore[arg-type]

    @cached_property
    def folds(self) -> dict[str, list[Name]]:
        """Folded name → names; with and without legal form."""
        table: dict[str, list[Name]] = {}
        for surface, found in self.surfaces.items():
            fold = folded(surface)
            for each in {fold, without_legal_form(fold)}:
                names = table.setdefault(each, [])
                names += [name for name in found if name not in names]
        return table

    def named(self, name: str, on: date | None = None) -> tuple[Name, ...]:
        """Every known entity that bears the name as its own or as a short one, with the form it bears it in.

        A name given up counts on days before it was; a full name comes before a short one of another entity.
        """
        fold = folded(name)
        found = self.folds.get(fold) or self.folds.get(without_legal_form(fold)) or ()
        held = [each for each in found if each.held_on(on)]
        full = [each for each in held if each.form == "name" or each.until is not None] or held
        return tuple({each.entity: each for each in reversed(full)}.values())[::-1]

    def resolve(self, name: str, on: date | None = None) -> tuple[Entity, ...]:
        """The known entities that bear a name: one if it is certain, several if it is shared, none if unknown."""
        known = tuple(self.entities[each.entity] for each in self.named(name, on))
        return known or (self.beyond(name, on) if self.beyond is not None else ())


EMPTY: dict[str, Any] = {"entities": {}, "claims": [], "ids": [], "names": [], "apart": [], "about": {}}


class Reference:
    """Known entities and claims; immutable, every value built when it is first asked for."""

    def __init__(self, table: dict[str, Any], stores: Sequence[Store] = ()) -> None:
        self._table = table
        self._stores = tuple(stores)
        self._built: dict[int, ReferenceClaim] = {}

    @cached_property
    def names(self) -> EntityIndex:
        """The names to look for in a text."""
        entities = {identity: build.entity(each) for identity, each in self._table["entities"].items()}
        beyond = self._beyond if self._stores else None
        return EntityIndex(entities, self._table["names"], self._table["apart"], beyond)

    def resolve(self, name: str, on: date | None = None) -> tuple[Entity, ...]:
        """The known entities that bear a name: one if it is certain, several if it is shared, none if unknown.

        A former name counts on days before it was given up, without a day only where nobody knows when that was.
        """
        return self.names.resolve(name, on)

    def entity(self, identity: str) -> Entity | None:
        """The entity with this id."""
        if (known := self.names.entities.get(identity)) is not None:
            return known
        found = (store.entity(identity) for store in self._stores)
        return next((build.entity(each) for each in found if each is not None), None)

    def about(
        self, entity: str, predicate: str | None = None, argument: str | None = None
    ) -> tuple[ReferenceClaim, ...]:
        """The claims with the entity in an argument, in the order of their files; then those of imported bases."""
        found = []
        for number in self._table["about"].get(entity, ()):
            each = self._claim(number)
            if predicate in (None, each.predicate) and (argument is None or entity in each.entities(argument)):
                found.append(each)
        for store in self._stores:
            for identity in self._ids_in(store, entity):
                found += [self._adopted(each) for each in store.about(identity, predicate, argument)]
        return tuple(found)

    def claim(self, identity: str) -> ReferenceClaim | None:
        """The claim with this id."""
        if (number := self._numbers.get(identity)) is not None:
            return self._claim(number)
        found = (store.claim(identity) for store in self._stores)
        return next((self._adopted(each) for each in found if each is not None), None)

    def may_mean(self, name: str, entity: str) -> bool:
        """Whether a name may stand for the entity: by any of its names, or as its parent or a part of it."""
        known = self.entity(entity)
        fold = folded(name)
        folds = {fold, without_legal_form(fold)}
        if known is None:
            return folded(entity) in folds
        near = [known, *self._kin.get(entity, ())]
        return any(not folds.isdisjoint(_folds(each)) for each in near)

    def claims(self) -> Iterator[ReferenceClaim]:
        """All claims of the folders, in the order of their files; imported bases are asked through `stores`."""
        return map(self._claim, range(len(self._table["claims"])))

    def quoted(self) -> tuple[ReferenceClaim, ...]:
        """The claims of the folders that document what somebody said."""
        return tuple(self._claim(number) for number in self._quoted)

    @cached_property
    def _quoted(self) -> tuple[int, ...]:
        return tuple(
            number
            for number, each in enumerate(self._table["claims"])
            if "quotes" in each or each["predicate"] == "said"
        )

    def told(self, predicates: frozenset[str]) -> tuple[ReferenceClaim, ...]:
        """The claims of the folders with a value and one of these predicates, in the order of their files."""
        return tuple(
            self._claim(number) for number in self._valued if self._table["claims"][number]["predicate"] in predicates
        )

    @cached_property
    def _valued(self) -> tuple[int, ...]:
        return tuple(number for number, each in enumerate(self._table["claims"]) if "value" in each)

    @property
    def stores(self) -> tuple[Store, ...]:
        """The imported bases."""
        return self._stores

    def _claim(self, number: int) -> ReferenceClaim:
        if number not in self._built:
            self._built[number] = build.claim(self._table["claims"][number])
        return self._built[number]

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {identity: number for number, identity in enumerate(self._table["ids"])}

    @cached_property
    def _kin(self) -> dict[str, list[Entity]]:
        """Of every entity its parent and its parts: what one does is often reported of the other."""
        kin: dict[str, list[Entity]] = {}
        for each in self.names.entities.values():
            if each.parent is not None:
                kin.setdefault(each.id, []).append(self.names.entities[each.parent])
                kin.setdefault(each.parent, []).append(each)
        return kin

    def _beyond(self, name: str, _on: date | None) -> tuple[Entity, ...]:
        found = [store.entity(identity) for store in self._stores for identity in store.find(name)]
        return tuple(build.entity(each) for each in found if each is not None)

    def _ids_in(self, store: Store, entity: str) -> list[str]:
        """The ids a base has for an entity: the same one, or that of the only entity with its name."""
        if (known := self.names.entities.get(entity)) is None:
            return [entity]
        ids = store.find(known.name)
        return ids if len(ids) == 1 else []

    def _adopted(self, plain: dict[str, Any]) -> ReferenceClaim:
        """A claim of a base, its entities under the ids the folders have for their names."""
        arguments = {}
        for role, terms in plain["arguments"].items():
            arguments[role] = [Term(name, self._own(name, identity)) for name, identity in terms]
        return build.claim({**plain, "arguments": arguments})

    def _own(self, name: str, identity: str | None) -> str | None:
        if identity is None:
            return None
        known = self.names.named(name)
        return known[0].entity if len(known) == 1 else identity


def _folds(entity: Entity) -> set[str]:
    given = (entity.name, *entity.aliases, *entity.short, *entity.wrong_names, *(each.name for each in entity.former))
    folds = {folded(name) for name in given}
    return folds | {without_legal_form(fold) for fold in folds}
