"""From folders of YAML to the plain, indexed data of a run. Imported only where there is no table of them."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any, NamedTuple

from pydantic import ValidationError

from claimcheck import datafile
from claimcheck.datafile import text_of
from claimcheck.datafile.tree import Node, read_all
from claimcheck.errors import DataError, Problem, by_place
from claimcheck.reference.cross import Spot, alike, cycles, doubles, problems_at
from claimcheck.reference.predicates import arguments, kind_of
from claimcheck.reference.shape import ClaimShape, EntityShape, File, Shape
from claimcheck.reference.store import folded, identifier, without_legal_form
from claimcheck.tables import files_below

Plain = dict[str, Any]
ADD = "; a new one needs an entry under 'entities'"
OF_NO_RUN = ("apart", "examples", "near_misses")
SHAPES: dict[str, type[Shape]] = {"claims": ClaimShape, "entities": EntityShape}


class Entry(NamedTuple):
    """A claim or an entity with the place it was read from."""

    spot: Spot
    plain: Plain


class Entries(NamedTuple):
    """What stands in some files, not yet linked to each other, and what is wrong in them."""

    claims: list[Entry]
    entities: list[Entry]
    problems: list[Problem]


def read(files: Sequence[str], known: Entries | None = None) -> Plain:
    """The entities, claims and names of these files as one plain table; raises DataError with all their problems.

    `known` are entries that stand before theirs.
    "entities" by id, "claims" with [name, entity id] arguments, "ids" theirs,
    "names" as [surface, id, form, until] rows, "apart" words that are none, "about" the claims' numbers by entity id.
    """
    found = entries(files)
    if known is not None:
        found = Entries(known.claims + found.claims, known.entities + found.entities, found.problems)
    return _assembled(found)


def packed(folder: str) -> list[Any]:
    """The entries of a folder as plain data, their files as seen from it; raises DataError with all problems."""
    found = entries(files_below(folder))
    if found.problems:
        raise DataError(*found.problems)
    return [
        [[os.path.relpath(path, folder), steps, plain] for (path, steps), plain in entries]
        for entries in (found.claims, found.entities)
    ]


def unpacked(plain: list[Any], folder: str) -> Entries:
    """The same entries again, each a value of its own, for linking changes them."""
    claims, entities = (
        [Entry((os.path.join(folder, path), tuple(steps)), each) for path, steps, each in entries]
        for entries in json.loads(json.dumps(plain))
    )
    return Entries(claims, entities, [])


def given(shape: File, path: str) -> Plain:
    """The same table for entries that stand in another file, `path`."""
    claims, entities = (_placed(path, key, enumerate(getattr(shape, key))) for key in SHAPES)
    return _assembled(Entries(claims, entities, []))


def _assembled(entries: Entries) -> Plain:
    """Entries linked and indexed; raises DataError with the problems and all that is wrong between them."""
    for entry in entries.entities:
        entry.plain.setdefault("id", identifier(entry.plain["name"]))
    table, wrong = _linked(entries)
    if problems := by_place([*entries.problems, *problems_at(wrong)]):
        raise DataError(*problems)
    claims = [entry.plain for entry in entries.claims]
    return {
        "entities": table,
        "claims": claims,
        "ids": [each["id"] for each in claims],
        "names": [row for each in table.values() for row in names(each)],
        "apart": sorted({word for entry in entries.entities for word in entry.plain.get("apart", ())}),
        "about": _about(claims),
    }


def _linked(entries: Entries) -> tuple[dict[str, Plain], list[tuple[Spot, str]]]:
    """The entities by id, those that claims name for the first time among them, and what is wrong between entries."""
    wrong = doubles(entries.claims, "claim") + doubles(entries.entities, "entity")
    known = {entry.plain["id"]: entry for entry in entries.entities}
    by_fold = _by_fold(entry.plain for entry in known.values())
    unknown = [each for entry in entries.entities for each in _neighbours(entry, by_fold)]
    table = {identity: _for_a_run(entry.plain) for identity, entry in known.items()}
    wrong += cycles(table, {identity: entry.spot for identity, entry in known.items()})
    unknown += [each for entry in entries.claims for each in _link(entry, table, by_fold)]
    return table, wrong if entries.problems else wrong + unknown  # else the name may be that of a wrong entry


def names(entity: Plain) -> list[list[str | None]]:
    """Every name of an entity as [surface, id, form, until]."""
    rows: list[list[str | None]] = [[entity["name"], entity["id"], "name", None]]
    rows += [[alias, entity["id"], "name", None] for alias in entity.get("aliases", ())]
    rows += [[short, entity["id"], "short", None] for short in entity.get("short", ())]
    rows += [[each["name"], entity["id"], "former", each.get("until")] for each in entity.get("former", ())]
    return rows + [[wrong, entity["id"], "wrong", None] for wrong in entity.get("wrong_names", ())]


def entries(files: Sequence[str]) -> Entries:
    """What stands in these files, by itself, and what is wrong in each."""
    found = Entries([], [], [])
    for path in files:
        sound: dict[str, Iterable[tuple[int, Shape]]]
        try:
            shape = datafile.load(path, File)
            sound = {key: enumerate(getattr(shape, key)) for key in SHAPES}
        except DataError as error:
            found.problems.extend(error.problems)
            sound = _sound(path)
        found.claims.extend(_placed(path, "claims", sound["claims"]))
        found.entities.extend(_placed(path, "entities", sound["entities"]))
    return found


def _placed(path: str, key: str, shapes: Iterable[tuple[int, Shape]]) -> list[Entry]:
    return [Entry((path, (key, number)), each.plain()) for number, each in shapes]


def _sound(path: str) -> dict[str, Iterable[tuple[int, Shape]]]:
    """The entries without mistakes of a file that has some: what is wrong between entries is told at once too."""
    found: dict[str, list[tuple[int, Shape]]] = {key: [] for key in SHAPES}
    try:
        root = read_all(text_of(path), path)[0]
    except DataError:
        root = Node(1, 1)
    for key, shape in SHAPES.items():
        holder = (root.pairs or {}).get(key, Node(1, 1))
        for number, node in enumerate(holder.items or ()):
            with suppress(ValidationError):
                found[key].append((number, shape.model_validate(node.plain())))
    return {**found}


def _neighbours(entry: Entry, by_fold: dict[str, list[str]]) -> Iterator[tuple[Spot, str]]:
    """Puts ids in the place of an entity's parent and neighbours; what is wrong with their names."""
    path, steps = entry.spot
    for key in ("parent", "beside"):
        given = entry.plain.get(key, ())
        ids = []
        for name in [given] if isinstance(given, str) else given:
            if (fold := folded(name)) in by_fold:
                ids.append(by_fold[fold][0])
            else:
                yield (path, (*steps, key)), f"no entity is called '{name}'{alike(name, by_fold)}{ADD}"
        if given:
            entry.plain[key] = ids if isinstance(given, list) else (ids or [given])[0]


def _by_fold(entities: Any) -> dict[str, list[str]]:
    """Folded name → ids, those it is the main name or an alias of; former, short and wrong names name nothing here."""
    table: dict[str, list[str]] = {}
    for each in entities:
        for surface, identity, form, _ in names(each):
            if form == "name" and surface is not None and identity is not None:
                for fold in {folded(surface), without_legal_form(folded(surface))}:
                    ids = table.setdefault(fold, [])
                    if identity not in ids:
                        ids.insert(0, identity) if surface == each["name"] else ids.append(identity)
    return table


def _for_a_run(entity: Plain) -> Plain:
    return {key: value for key, value in entity.items() if key not in OF_NO_RUN}


def _link(entry: Entry, table: dict[str, Plain], by_fold: dict[str, list[str]]) -> Iterator[tuple[Spot, str]]:
    """Puts entity ids beside the names of a claim's arguments; what is wrong with names that are nearly known."""
    path, steps = entry.spot
    for key, holder in (("arguments", entry.plain), ("stated", entry.plain.get("stated"))):
        if holder is None:
            continue
        known = arguments(holder["predicate"])
        for role, given in holder["arguments"].items():
            wanted = [given] if isinstance(given, str) else given
            is_entity = known.get(role, (False, False))[1]
            for hint in _hints(wanted, by_fold) if is_entity else ():
                yield (path, (*steps, key, role) if key == "arguments" else (*steps, key)), hint
            holder["arguments"][role] = [
                [name, _identity(name, role, table, by_fold) if is_entity else None] for name in wanted
            ]


def _hints(names: Iterable[str], by_fold: dict[str, list[str]]) -> list[str]:
    """What was probably meant by names that are nearly known."""
    hints = ((name, alike(name, by_fold)) for name in names if not _ids(name, by_fold))
    return [f"no entity is called '{name}'{hint}{ADD}" for name, hint in hints if hint]


def _ids(name: str, by_fold: dict[str, list[str]]) -> list[str]:
    fold = folded(name)
    return by_fold.get(fold) or by_fold.get(without_legal_form(fold)) or []


def _identity(name: str, role: str, table: dict[str, Plain], by_fold: dict[str, list[str]]) -> str:
    """The id of the entity with this name; one that is not known becomes one of its own, of the kind of its role."""
    if ids := _ids(name, by_fold):
        return ids[0]
    identity = identifier(name)
    kind = kind_of(role)
    table.setdefault(identity, {"id": identity, "name": name, **({} if kind is None else {"kind": kind})})
    by_fold.setdefault(folded(name), []).append(identity)
    return identity


def _about(claims: list[Plain]) -> dict[str, list[int]]:
    table: dict[str, list[int]] = {}
    for number, each in enumerate(claims):
        for terms in each["arguments"].values():
            for _, identity in terms:
                if identity is not None and number not in (numbers := table.setdefault(identity, [])):
                    numbers.append(number)
    return table
