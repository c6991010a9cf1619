"""The names of all known entities, ready to be looked for in a text and to be looked up by themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from claimcheck.model.entity import Entity, NameForm
from claimcheck.reference.edtf import period
from claimcheck.reference.fold import folded, without_legal_form


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
