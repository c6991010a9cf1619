"""From folders of YAML to the plain, indexed data of a run. Imported only where there is no table of them."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from typing import Any, NamedTuple

from claimcheck import datafile
from claimcheck.errors import DataError, Problem
from claimcheck.reference.cross import Spot, alike, cycles, doubles
from claimcheck.reference.fold import folded, identifier, without_legal_form
from claimcheck.reference.places import problems_at
from claimcheck.reference.predicates import arguments
from claimcheck.reference.shape import File
from claimcheck.tables import files_below

Plain = dict[str, Any]
ADD = "; a new one needs an entry under 'entities'"


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
    found = _entries(files)
    if known is not None:
        found = Entries(known.claims + found.claims, known.entities + found.entities, found.problems)
    return assemble(*found)


def packed(folder: str) -> list[Any]:
    """The entries of a folder as plain data, their files as seen from it; raises DataError with all problems."""
    found = _entries(files_below(folder))
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
    claims = [Entry((path, ("claims", i)), each.plain()) for i, each in enumerate(shape.claims)]
    return assemble(claims, [Entry((path, ("entities", i)), each.plain()) for i, each in enumerate(shape.entities)], [])


def assemble(claims: list[Entry], entities: list[Entry], problems: list[Problem]) -> Plain:
    """Entries linked and indexed; raises DataError with the problems and all that is wrong between them."""
    found = doubles(claims, "claim")
    unknown: list[tuple[Spot, str]] = []
    for entry in entities:
        entry.plain.setdefault("id", identifier(entry.plain["name"]))
    found += doubles(entities, "entity")
    table = _entities(entities, unknown)
    found += cycles(table, {entry.plain["id"]: entry.spot for entry in entities})
    by_fold = _by_fold(table.values())
    for entry in claims:
        unknown += _link(entry, table, by_fold)
    if not problems:  # else the name may be that of an entry with a mistake
        found += unknown
    problems += problems_at(found)
    if problems:
        raise DataError(*sorted(set(problems), key=lambda each: (each.path, each.line or 0, each.column or 0)))
    plain = [entry.plain for entry in claims]
    return {
        "entities": table,
        "claims": plain,
        "ids": [each["id"] for each in plain],
        "names": [row for each in table.values() for row in names(each)],
        "apart": sorted({word for entry in entities for word in entry.plain.get("apart", ())}),
        "about": _about(plain),
    }


def names(entity: Plain) -> list[list[str | None]]:
    """Every name of an entity as [surface, id, form, until]."""
    rows: list[list[str | None]] = [[entity["name"], entity["id"], "name", None]]
    rows += [[alias, entity["id"], "name", None] for alias in entity.get("aliases", ())]
    rows += [[short, entity["id"], "short", None] for short in entity.get("short", ())]
    rows += [[each["name"], entity["id"], "former", each.get("until")] for each in entity.get("former", ())]
    return rows + [[wrong, entity["id"], "wrong", None] for wrong in entity.get("wrong_names", ())]


def _entries(files: Sequence[str]) -> Entries:
    claims: list[Entry] = []
    entities: list[Entry] = []
    problems: list[Problem] = []
    for path in files:
        try:
            shape = datafile.load(path, File)
        except DataError as error:
            from claimcheck.reference.sound import sound_entries  # noqa: PLC0415 – for mistakes only

            problems.extend(error.problems)
            found = sound_entries(path)
            claims += [Entry((path, ("claims", i)), each.plain()) for i, each in found.claims]
            entities += [Entry((path, ("entities", i)), each.plain()) for i, each in found.entities]
            continue
        claims += [Entry((path, ("claims", i)), each.plain()) for i, each in enumerate(shape.claims)]
        entities += [Entry((path, ("entities", i)), each.plain()) for i, each in enumerate(shape.entities)]
    return Entries(claims, entities, problems)


def _entities(entries: list[Entry], found: list[tuple[Spot, str]]) -> dict[str, Plain]:
    """The entities by id, with parents and neighbours as ids."""
    table = {entry.plain["id"]: entry.plain for entry in entries}
    by_fold = _by_fold(table.values())
    for entry in entries:
        for key in ("parent", "beside"):
            given = entry.plain.get(key)
            if given is None:
                continue
            wanted = [given] if isinstance(given, str) else given
            path, steps = entry.spot
            for name in wanted:
                if folded(name) not in by_fold:
                    found.append(((path, (*steps, key)), f"no entity is called '{name}'{alike(name, by_fold)}{ADD}"))
            ids = [by_fold[fold][0] for name in wanted if (fold := folded(name)) in by_fold]
            entry.plain[key] = ids if isinstance(given, list) else (ids or [given])[0]
    return {
        each["id"]: {k: v for k, v in each.items() if k not in ("apart", "examples", "near_misses")}
        for each in table.values()
    }


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


def _link(entry: Entry, table: dict[str, Plain], by_fold: dict[str, list[str]]) -> list[tuple[Spot, str]]:
    """Puts entity ids beside the names of a claim's arguments; a name not known becomes an entity of its own."""
    found: list[tuple[Spot, str]] = []
    path, steps = entry.spot
    for holder in (entry.plain, entry.plain.get("stated")):
        if holder is None:
            continue
        known = arguments(holder["predicate"])
        for role, given in holder["arguments"].items():
            wanted = [given] if isinstance(given, str) else given
            terms: list[list[str | None]] = []
            for name in wanted:
                identity = None
                if known.get(role, (False, False))[1]:
                    fold = folded(name)
                    ids = by_fold.get(fold) or by_fold.get(without_legal_form(fold))
                    if not ids and (hint := alike(name, by_fold)):
                        at = (*steps, "arguments", role) if holder is entry.plain else (*steps, "stated")
                        found.append(((path, at), f"no entity is called '{name}'{hint}{ADD}"))
                    identity = ids[0] if ids else identifier(name)
                    if not ids:
                        table.setdefault(identity, {"id": identity, "name": name})
                        by_fold.setdefault(fold, []).append(identity)
                terms.append([name, identity])
            holder["arguments"][role] = terms
    return found


def _about(claims: list[Plain]) -> dict[str, list[int]]:
    table: dict[str, list[int]] = {}
    for number, each in enumerate(claims):
        for terms in each["arguments"].values():
            for _, identity in terms:
                if identity is not None and number not in (numbers := table.setdefault(identity, [])):
                    numbers.append(number)
    return table
