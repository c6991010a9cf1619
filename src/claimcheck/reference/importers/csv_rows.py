"""CSV and tab-separated tables, one claim a row.

The first row names the columns: `predicate`, its arguments (several names in one cell stand with "|" between them),
`number`, `unit`, `hedge`, `noun`, `per`, `date`, `announced`, `closed`, `terminated`, `valid_from`, `valid_to`,
`measure`, `confidence`, `publisher`, `url`, `published`, `note`, `id`, `exclusive`, and a sentence for each language as
`text_<code>`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Any

from claimcheck.errors import DataError, Problem
from claimcheck.reference.build import Builder
from claimcheck.reference.importers.lines import Lines
from claimcheck.reference.importers.row import add
from claimcheck.reference.predicates import PREDICATES

ARGUMENTS = frozenset(each.rstrip("!*") for row in PREDICATES.values() for each in row) - {"place_"}
VALUE = ("number", "unit", "hedge", "noun", "per")
PLAIN = frozenset(
    ("id", "predicate", "date", "announced", "closed", "terminated", "measure", "confidence", "note", "reviewed")
)
SOURCE = ("publisher", "url", "published", "retrieved")
VALID = {"valid_from": "from", "valid_to": "to"}
MAX_FIELD = 100_000


def csv_rows(lines: Lines, builder: Builder) -> None:
    """Adds every row of the table; raises DataError where the first row names unknown columns."""
    csv.field_size_limit(MAX_FIELD)
    source = _Text(lines)
    header = next(iter(source), "")
    delimiter = max(",;\t", key=header.count)
    columns = [name.strip() for name in next(csv.reader([header], delimiter=delimiter), [])]
    _check(columns, lines)
    plan = [_part(name) for name in columns]
    reader = csv.reader(source, delimiter=delimiter, strict=True)
    stem = lines.path.name.partition(".")[0]
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            lines.report(source.number, str(error))
            if "unexpected end" in str(error):
                raise lines.cut(source.number) from None
            continue
        if not any(cells):
            continue
        try:
            if len(cells) > len(columns):
                raise ValueError(f"{len(cells)} cells under {len(columns)} columns")
            add(_entry(plan, cells), builder, f"{stem}-{source.number}")
        except ValueError as error:
            lines.report(source.number, str(error))


class _Text:
    """The lines as text alone, the number of the last one beside."""

    def __init__(self, lines: Lines) -> None:
        self.number = 0
        self._lines = iter(lines)

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        self.number, text = next(self._lines)
        return text.replace("\0", "")


def _check(columns: list[str], lines: Lines) -> None:
    known = {*ARGUMENTS, *VALUE, *PLAIN, *SOURCE, *VALID, "exclusive"}
    unknown = [name for name in columns if name not in known and not name.startswith("text_")]
    if unknown or "predicate" not in columns:
        message = f"no column is called '{unknown[0][:60]}'" if unknown else "the column 'predicate' is missing"
        raise DataError(Problem(str(lines.path), f"{message} (known: {', '.join(sorted(known))})", 1))


def _part(name: str) -> tuple[str, str]:
    """The part of an entry that a column fills, and the key in it."""
    for part, names in (("", PLAIN), ("value", VALUE), ("sources", SOURCE)):
        if name in names:
            return part, name
    if name in VALID:
        return "valid", VALID[name]
    if name.startswith("text_"):
        return "text", name[5:]
    return ("exclusive", "") if name == "exclusive" else ("arguments", name)


def _entry(plan: list[tuple[str, str]], cells: list[str]) -> dict[str, Any]:
    """The row as an entry of claims/*.yaml."""
    entry: dict[str, Any] = {"arguments": {}}
    for (part, key), cell in zip(plan, cells, strict=False):
        if not (given := cell.strip()):
            continue
        names = [each.strip() for each in given.split("|")]
        if not part:
            entry[key] = given
        elif part == "exclusive":
            entry[part] = names
        else:
            several = part == "arguments" and len(names) > 1
            entry.setdefault(part, {})[key] = names if several else given
    if "sources" in entry:
        entry["sources"] = [entry["sources"]]
    return entry
