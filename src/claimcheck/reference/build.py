"""Writes a base of claims: streamed into a draft, indexed by sorting, put in its place when it is whole."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from claimcheck.errors import DataError, Problem
from claimcheck.model.entity import EntityKind
from claimcheck.reference.store import FORMAT, folded, unidentified, without_legal_form

Plain = dict[str, Any]
BATCH = 2_000
SCHEMA = """
CREATE TABLE about_base (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE entity (id TEXT PRIMARY KEY, plain TEXT) WITHOUT ROWID;
CREATE TABLE name (fold TEXT, form INTEGER, entity TEXT, PRIMARY KEY (fold, form, entity)) WITHOUT ROWID;
CREATE TABLE claim (number INTEGER PRIMARY KEY, id TEXT, predicate TEXT, plain TEXT);
CREATE TABLE claim_id (id TEXT PRIMARY KEY, number INTEGER) WITHOUT ROWID;
CREATE TABLE about (entity TEXT, predicate TEXT, argument TEXT, claim INTEGER,
  PRIMARY KEY (entity, predicate, argument, claim)) WITHOUT ROWID;
CREATE TEMP TABLE new_entity (id TEXT, plain TEXT);
CREATE TEMP TABLE new_named (id TEXT, name TEXT, plain TEXT);
CREATE TEMP TABLE new_name (fold TEXT, form INTEGER, entity TEXT);
CREATE TEMP TABLE new_about (entity TEXT, predicate TEXT, argument TEXT, claim INTEGER);
"""
FINISH = """
INSERT OR IGNORE INTO entity SELECT id, plain FROM (
  SELECT id, plain FROM new_entity UNION ALL SELECT id, plain FROM new_named
) ORDER BY id, length(plain) DESC, plain;
INSERT OR IGNORE INTO name SELECT fold, form, entity FROM (
  SELECT fold, form, entity FROM new_name UNION ALL SELECT replace(id, '-', ' '), 0, id FROM new_named
) ORDER BY fold, form, entity;
INSERT OR IGNORE INTO about SELECT entity, predicate, argument, claim FROM new_about
  ORDER BY entity, predicate, argument, claim;
"""
DROP_DOUBLES = """
DELETE FROM claim WHERE number NOT IN (SELECT min(number) FROM claim GROUP BY id);
DELETE FROM about WHERE claim NOT IN (SELECT number FROM claim);
"""
SEEN = 200_000


class Builder:
    """A context: what is added stands in the base once the context ends without an error, else nothing does."""

    def __init__(self, path: Path, source: Plain | None = None) -> None:
        self.path = path
        self.draft = path.with_name(f".{path.name}.{os.getpid()}")
        self.count = 0
        self._source = source
        self._claims: list[tuple[int, str, str, str]] = []
        self._abouts: list[tuple[str, str, str, int]] = []
        self._entities: list[tuple[str, str]] = []
        self._named: list[tuple[str, str, str]] = []
        self._names: list[tuple[str, int, str]] = []
        self._seen: dict[str, tuple[str, EntityKind | None]] = {}

    def __enter__(self) -> Self:
        try:
            self.draft.unlink(missing_ok=True)
            self._base = sqlite3.connect(self.draft, isolation_level=None)
            self._base.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -64000;")
            self._base.executescript(SCHEMA)
        except (OSError, sqlite3.Error) as error:
            raise DataError(Problem(str(self.path), f"the base cannot be written: {error}")) from None
        self._base.execute("BEGIN")
        return self

    def entity(self, identity: str, name: str, aliases: Iterable[str] = (), **known: Any) -> None:
        """Adds an entity with its names; a second one with the same id adds its names only."""
        plain = {"name": name, **{key: value for key, value in known.items() if value}} if known else {"name": name}
        self._entities.append((identity, _json(plain)))
        self._name(folded(name), 0, identity)
        for alias in aliases:
            self._name(folded(alias), 1, identity)
        if len(self._entities) >= BATCH:
            self._flush()

    def named(self, identity: str, name: str, kind: EntityKind | None) -> None:
        """Adds an entity whose id its name gave; what follows from the two is made by the database, which is faster."""
        if self._seen.get(identity) == (name, kind):
            return
        if len(self._seen) > SEEN:
            self._seen.clear()
        self._seen[identity] = name, kind
        self._named.append((identity, name, _json({"name": name} if kind is None else {"name": name, "kind": kind})))
        fold = unidentified(identity)
        if (bare := without_legal_form(fold)) != fold:
            self._names.append((bare, 0, identity))
        if len(self._named) >= BATCH:
            self._flush()

    def _name(self, fold: str, form: int, identity: str) -> None:
        if fold:
            self._names.append((fold, form, identity))
            if (bare := without_legal_form(fold)) != fold:
                self._names.append((bare, form, identity))

    def claim(self, identity: str, predicate: str, plain: Plain) -> None:
        """Adds a claim; "arguments" are lists of [name, entity id or None], an empty name is looked up by the id."""
        self.count += 1
        self._claims.append((self.count, identity, predicate, _json(plain)))
        for argument, terms in plain["arguments"].items():
            for _, entity in terms:
                if entity is not None:
                    self._abouts.append((entity, predicate, argument, self.count))
        if len(self._claims) >= BATCH:
            self._flush()

    def _flush(self) -> None:
        base = self._base
        base.executemany("INSERT INTO claim VALUES (?, ?, ?, ?)", self._claims)
        base.executemany("INSERT INTO new_about VALUES (?, ?, ?, ?)", self._abouts)
        base.executemany("INSERT INTO new_entity VALUES (?, ?)", self._entities)
        base.executemany("INSERT INTO new_named VALUES (?, ?, ?)", self._named)
        base.executemany("INSERT INTO new_name VALUES (?, ?, ?)", self._names)
        for rows in (self._claims, self._abouts, self._entities, self._named, self._names):
            rows.clear()

    def doubles(self, most: int = 20) -> list[str]:
        """Ids that more than one claim has, the first ones."""
        self._flush()
        rows = self._base.execute("SELECT id FROM claim GROUP BY id HAVING count(*) > 1 ORDER BY id LIMIT ?", (most,))
        return [identity for (identity,) in rows]

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self._finish()
        except (OSError, sqlite3.Error) as failed:
            raise DataError(Problem(str(self.path), f"the base cannot be written: {failed}")) from None
        finally:
            self._base.close()
            self.draft.unlink(missing_ok=True)

    def _finish(self) -> None:
        self._flush()
        base = self._base
        base.execute("INSERT OR IGNORE INTO claim_id SELECT id, number FROM claim ORDER BY id, number")
        (different,) = base.execute("SELECT count(*) FROM claim_id").fetchone()
        for statement in (FINISH if different == self.count else FINISH + DROP_DOUBLES).split(";"):
            base.execute(statement)
        (self.count,) = base.execute("SELECT count(*) FROM claim").fetchone()
        told = {"format": FORMAT, "claims": str(self.count)}
        if self._source is not None:
            told["source"] = _json(self._source)
        base.executemany("INSERT INTO about_base VALUES (?, ?)", sorted(told.items()))
        base.execute("COMMIT")
        base.close()
        self.draft.replace(self.path)


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode
