"""The reference: what is known about entities, from reviewed YAML files and from large imported bases.

The interface that extractors, links and checks use; nothing below it is needed outside this package.

    reference = open_reference()                          # the shipped claims
    reference = open_reference([Path("ours/"), Path("wikidata.claims")])   # and the user's own: folders, imported bases
    reference = open_reference(shipped=False)             # nothing at all (--no-reference)

    reference.resolve("OpenAI")          -> (Entity,)     every known entity that bears the name; () unknown, 2+ shared
    reference.entity("openai")           -> Entity | None
    reference.about("io", "acquires")    -> (ReferenceClaim, …)   claims with the entity in any argument
    reference.about("io", "acquires", "target")                   … in this argument
    reference.claim("io-acquirer")       -> ReferenceClaim | None
    reference.may_mean("Facebook", "meta")   -> bool      may these words mean the entity (any name, former, wrong or
                                                          short one, its parent or a part of it)? For proofs of the
                                                          contrary: a contradiction needs `not may_mean(…)`.
    reference.names                      -> EntityIndex   for extract.entities.find_entities

Entity ids are folded names ("sam-altman", "scale-ai"); those of a Wikidata import are its own ("Q312").
Predicates and their arguments are the literal table in `predicates.py`. A claim's `value` is a `Measure` that keeps its
stated digits, so `model.bounds` gives its interval; `accepted` are further figures that must not become errors.
Everything is looked up by entity, in constant time, and built when it is asked for. Imported bases are SQLite files,
opened read-only on the first lookup that the folders cannot answer.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from typing import Any

from claimcheck.errors import DataError, Problem
from claimcheck.reference.base import EMPTY, EntityIndex, Reference
from claimcheck.reference.store import Store
from claimcheck.tables import PACKAGE, Table, files_below, shipped_folder

BASE_SUFFIX = ".claims"
SHAPED_BY = ("cross", "store", "plain", "predicates", "read", "shape")
NOTHING = Reference(EMPTY)


@cache
def _opened(places: tuple[str, ...]) -> Reference:
    folders = [place for place in places if not place.endswith(BASE_SUFFIX)]
    stores = [Store(place) for place in places if place.endswith(BASE_SUFFIX)]
    return Reference(load(folders) if folders else EMPTY, stores)


def load(folders: Sequence[str | os.PathLike[str]]) -> dict[str, Any]:
    """The plain table of these folders; raises DataError with all problems.

    Of the shipped claims nothing has to be parsed: they have a table, and another one for those who add their own.
    """
    shipped = shipped_folder("claims")
    own = [folder for folder in folders if folder != shipped]
    if not own:
        table: dict[str, Any] = claims_table().load()
        return table
    from claimcheck.reference.read import read, unpacked  # noqa: PLC0415 – needs a parser and a validator

    known = unpacked(entries_table().load(), shipped) if len(own) < len(folders) else None
    return read([path for folder in own for path in files_in(folder)], known)


def claims_table() -> Table:
    """How the table of the shipped claims is built."""

    def build() -> dict[str, Any]:
        from claimcheck.reference.read import read  # noqa: PLC0415 – needs a parser and a validator

        return read(files_in(shipped_folder("claims")))

    return Table("claims", _sources(), build)


def entries_table() -> Table:
    """How the table of their entries is built, which are not yet linked to each other."""

    def build() -> list[Any]:
        from claimcheck.reference.read import packed  # noqa: PLC0415 – needs a parser and a validator

        return packed(shipped_folder("claims"))

    return Table("entries", _sources(), build)


def _sources() -> tuple[str, ...]:
    code = (os.path.join(PACKAGE, "reference", f"{name}.py") for name in SHAPED_BY)
    return (*files_in(shipped_folder("claims")), *code)


def files_in(folder: str | os.PathLike[str]) -> list[str]:
    """All YAML files below a folder of claims, sorted; raises DataError where there is no such folder."""
    if not os.path.isdir(folder):
        raise DataError(Problem(os.fspath(folder), "there is no such folder of reference claims"))
    return files_below(folder)


def open_reference(own: Sequence[str | os.PathLike[str]] = (), *, shipped: bool = True) -> Reference:
    """The shipped claims and the user's own: folders of YAML, and bases made by `claims import` (*.claims).

    Raises DataError with all problems of the folders.
    """
    places = [os.fspath(place) for place in own]
    return _opened((shipped_folder("claims"), *places) if shipped else tuple(places))


__all__ = ["NOTHING", "EntityIndex", "Reference", "open_reference"]
