"""Names as they are compared, and a large imported base, asked in place."""

from __future__ import annotations

import os
import re
from functools import cached_property
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

from claimcheck.errors import DataError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from sqlite3 import Connection


_APART = re.compile(r"[\W_]+")
_SILENT = str.maketrans("", "", "'’‘`´.\u00ad\u200b")

# Legal forms as they fold at the end of a name. A list and not language data: they stand in names of every country.
_LEGAL = """
ag se sa spa nv bv oy ab as asa plc llc llp lp ltd limited inc incorporated corp corporation co company gmbh mbh ggmbh
kg kgaa ohg gbr ug ev eg pty pte srl sarl sas kk holdings
"""
LEGAL = frozenset(_LEGAL.split())


def folded(name: str) -> str:
    """The name in lower case, its words with single spaces between them; full stops and apostrophes vanish."""
    if name.isascii():
        plain = name.lower().replace(".", "").replace("'", "").replace("`", "")
    else:
        plain = normalize("NFKC", name).casefold().translate(_SILENT)
    if "  " not in plain and plain.replace(" ", "").isalnum():
        return plain.strip()
    return _APART.sub(" ", plain).strip()


def without_legal_form(fold: str) -> str:
    """A folded name without the legal forms at its end and the "and" before them; a name is never emptied."""
    if fold.rpartition(" ")[2] not in LEGAL:
        return fold
    words = fold.split(" ")
    while len(words) > 1 and words[-1] in LEGAL:
        words.pop()
    return " ".join(words)


def identifier(name: str) -> str:
    """The id a name gives: "Scale AI" is scale-ai."""
    return folded(name).replace(" ", "-")


def unidentified(identity: str) -> str:
    """The folded name that gave an id."""
    return identity.replace("-", " ")


FORMAT = "claimcheck.base/1"
MEMORY_KB = 8000
MOST = 200

Plain = dict[str, Any]


class Store:
    """One imported base, as plain data; a name borne by more than MOST entities, or claims beyond MOST, are cut off."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = os.fspath(path)
        if not os.path.isfile(path):
            raise DataError(Problem(self.path, "there is no such base of claims"))

    @cached_property
    def _base(self) -> Connection:
        import sqlite3  # noqa: PLC0415 – only a run with a large base needs it
        from pathlib import Path  # noqa: PLC0415

        try:
            base = sqlite3.connect(f"{Path(self.path).resolve().as_uri()}?mode=ro&immutable=1", uri=True)
            base.execute(f"PRAGMA cache_size = -{MEMORY_KB}")
            form = base.execute("SELECT value FROM about_base WHERE key = 'format'").fetchone()
        except sqlite3.DatabaseError as error:
            raise DataError(Problem(self.path, f"this is no base of claims: {error}")) from None
        if form != (FORMAT,):
            raise DataError(Problem(self.path, f"this base has another format than {FORMAT}; import it again"))
        return base

    @cached_property
    def _default_source(self) -> list[Plain]:
        row = self._base.execute("SELECT value FROM about_base WHERE key = 'source'").fetchone()
        return [_plain(row[0])] if row else []

    def find(self, name: str) -> list[str]:
        """The ids of the entities that bear a name, in the order of the base; main names before aliases."""
        fold = folded(name)
        for wanted in dict.fromkeys((fold, without_legal_form(fold))):
            rows = self._base.execute(
                "SELECT entity, form FROM name WHERE fold = ? ORDER BY form, entity LIMIT ?", (wanted, MOST)
            ).fetchall()
            if rows:
                return [entity for entity, form in rows if form == rows[0][1]]
        return []

    def entity(self, identity: str) -> Plain | None:
        """The entity with this id: a name and what else is known of it."""
        row = self._base.execute("SELECT plain FROM entity WHERE id = ?", (identity,)).fetchone()
        return None if row is None else {"id": identity, **_plain(row[0])}

    def about(self, identity: str, predicate: str | None = None, argument: str | None = None) -> list[Plain]:
        """The claims with the entity in one of their arguments, names put beside the ids."""
        query = "SELECT DISTINCT claim FROM about WHERE entity = ?"
        values: list[str | int] = [identity]
        for column, wanted in (("predicate", predicate), ("argument", argument)):
            if wanted is not None:
                query += f" AND {column} = ?"
                values.append(wanted)
        numbers = self._base.execute(f"{query} ORDER BY claim LIMIT ?", (*values, MOST)).fetchall()
        return [found for (number,) in numbers if (found := self._claim(number)) is not None]

    def claim(self, identity: str) -> Plain | None:
        """The claim with this id."""
        row = self._base.execute("SELECT number FROM claim_id WHERE id = ?", (identity,)).fetchone()
        return None if row is None else self._claim(row[0])

    def some(self, word: str, limit: int) -> list[Plain]:
        """Up to `limit` claims: about the entities named `word`, or simply the first."""
        if word:
            return [each for identity in self.find(word) for each in self.about(identity)][:limit]
        rows = self._base.execute("SELECT number FROM claim ORDER BY number LIMIT ?", (limit,)).fetchall()
        return [found for (number,) in rows if (found := self._claim(number)) is not None]

    def count(self) -> int:
        """How many claims there are."""
        row = self._base.execute("SELECT value FROM about_base WHERE key = 'claims'").fetchone()
        return int(row[0]) if row else 0

    def every(self) -> Iterator[Plain]:
        """All claims, in the order of the base."""
        rows = self._base.execute("SELECT id, predicate, plain FROM claim ORDER BY number")
        return map(self._made, rows)

    def _claim(self, number: int) -> Plain | None:
        row = self._base.execute("SELECT id, predicate, plain FROM claim WHERE number = ?", (number,)).fetchone()
        return None if row is None else self._made(row)

    def _made(self, row: tuple[str, str, str]) -> Plain:
        plain: Plain = {"id": row[0], "predicate": row[1], **_plain(row[2])}
        plain["arguments"] = {
            role: [[name or self._label(identity), identity] for name, identity in terms]
            for role, terms in plain["arguments"].items()
        }
        if "sources" not in plain:
            item = row[0].partition("$")[0]
            plain["sources"] = [{**each, "url": each["url"].replace("{item}", item)} for each in self._default_source]
        return plain

    def _label(self, identity: str) -> str:
        known = self.entity(identity)
        return identity if known is None else str(known["name"])


def _plain(text: str) -> Any:
    import json  # noqa: PLC0415 – only a run with a large base needs it

    return json.loads(text)
