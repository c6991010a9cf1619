"""Tables and JSON, one claim a row: CSV, tab-separated, JSON lines, an array, or objects under "claims"."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from claimcheck.datafile.problems import suggestion
from claimcheck.errors import DataError, Problem
from claimcheck.reference.build import Builder
from claimcheck.reference.importers.row import Lines, add
from claimcheck.reference.predicates import PREDICATES

ARGUMENTS = frozenset(each.rstrip("!*") for row in PREDICATES.values() for each in row) - {"place_"}
VALUE = ("number", "unit", "hedge", "noun", "per")
PLAIN = frozenset(
    ("id", "predicate", "date", "announced", "closed", "terminated", "measure", "confidence", "note", "reviewed")
)
SOURCE = ("publisher", "url", "published", "retrieved")
VALID = {"valid_from": "from", "valid_to": "to"}
MAX_FIELD = 100_000


class Columns(NamedTuple):
    """How a table is to be read: the keys its own column names stand for, and what every row says."""

    mapped: Mapping[str, str]
    same: Mapping[str, str]


def csv_rows(lines: Lines, builder: Builder, columns: Columns) -> None:
    """Adds every row of the table; raises DataError, with every mistake, where the first row names unknown columns."""
    csv.field_size_limit(MAX_FIELD)
    source = _Text(lines)
    header = next(iter(source), "")
    delimiter = max(",;\t", key=header.count)
    names = [name.strip() for name in next(csv.reader([header], delimiter=delimiter), [])]
    keys = [columns.mapped.get(name, name) for name in names]
    if problems := [*_unknown(header, names, keys, columns, lines), *_missing(keys, columns, lines)]:
        raise DataError(*problems)
    reader = csv.reader(source, delimiter=delimiter, strict=True)
    for cells in _rows(reader, source, lines):
        try:
            if len(cells) > len(keys):
                raise ValueError(f"{len(cells)} cells under {len(keys)} columns")
            plan = [_part(key) for key in (*columns.same, *keys)]
            stem = lines.path.name.partition(".")[0]
            add(_entry(plan, [*columns.same.values(), *cells]), builder, f"{stem}-{source.number}")
        except ValueError as error:
            lines.report(source.number, str(error))


def _rows(reader: Iterator[list[str]], source: _Text, lines: Lines) -> Iterator[list[str]]:
    """The rows that are not empty; a broken one is reported, one that the file ends in raises DataError."""
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
        if any(cells):
            yield cells


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


def _unknown(
    header: str, names: Sequence[str], keys: Sequence[str], columns: Columns, lines: Lines
) -> Iterator[Problem]:
    """Every column that is none of a claim, where it begins; and every key that is none, of the options."""
    known = sorted({*ARGUMENTS, *VALUE, *PLAIN, *SOURCE, *VALID, "exclusive"})
    path = str(lines.path)
    for name, key in zip(names, keys, strict=True):
        if key not in known and not key.startswith("text_"):
            meant = f"{suggestion(key, known)}; --map '{name[:40]}=KEY' tells what it is"
            yield Problem(path, f"no column is called '{key[:60]}'{meant}", 1, header.find(name) + 1)
    for name in columns.mapped:
        if name not in names:
            yield Problem(path, f"--map names the column '{name[:60]}', which there is not", 1)
    for key in columns.same:
        if key not in known and not key.startswith("text_"):
            yield Problem(path, f"--set names '{key[:60]}', which is no part of a claim{suggestion(key, known)}")


def _missing(keys: Sequence[str], columns: Columns, lines: Lines) -> Iterator[Problem]:
    """Every column without which no row is a claim."""
    for key in ("predicate", "publisher"):
        if key not in keys and key not in columns.same:
            message = f"the column '{key}' is missing; where it is the same in every row: --set {key}=…"
            yield Problem(str(lines.path), message, 1)


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


MAX_LINES = 100_000
MAX_HEAD = 500


def json_rows(lines: Lines, builder: Builder) -> None:
    """Adds every object; numbers keep their digits."""
    stem = lines.path.name.partition(".")[0]
    for number, entry in objects(lines, "claims"):
        for i, each in enumerate(entry if isinstance(entry, list) else [entry]):
            try:
                if not isinstance(each, dict):
                    raise ValueError("a claim should be an object")
                add(each, builder, f"{stem}-{number}" + (f".{i}" if i else ""))
            except ValueError as error:
                lines.report(number, str(error))


def objects(lines: Lines, holder: str) -> Iterator[tuple[int, Any]]:
    """The objects of a file with the line each begins in; what stands under the key `holder` comes one by one.

    An object that is spread over lines ends at the first line with a closing brace as far from the margin as its first.
    Raises DataError where the last object or the array around all of them does not end.
    """
    for number, text in _texts(lines):
        yield from _parsed(lines, number, text, holder)


def _texts(lines: Lines) -> Iterator[tuple[int, str]]:
    """The text of each object, with the line it begins in."""
    number, in_array = 0, False
    rows = iter(lines)
    for number, line in rows:
        text = line.strip()
        if text in ("[", "]", "],", ""):
            in_array = text == "[" or (in_array and not text)
        elif text[-1] in "{[" and len(text) < MAX_HEAD:
            yield from _spread(lines, rows, number, line)
        else:
            yield number, text
    if in_array:
        raise lines.cut(number)


def _spread(lines: Lines, rows: Iterator[tuple[int, str]], begun: int, first: str) -> Iterator[tuple[int, str]]:
    """The text of an object over several lines."""
    text = first.lstrip()
    closing = first[: len(first) - len(text)] + ("]" if text[0] == "[" else "}")
    spread = [first]
    for _, line in rows:
        spread.append(line)
        if line.startswith(closing):
            yield begun, "".join(spread)
            return
        if len(spread) > MAX_LINES:
            lines.report(begun, f"an object of more than {MAX_LINES:,} lines")
            return
    raise lines.cut(begun)


def _parsed(lines: Lines, number: int, text: str, holder: str) -> Iterator[tuple[int, Any]]:
    try:
        found = json.loads(text.strip().rstrip(","), parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        lines.report(number, f"this is no JSON: {str(error)[:100]}")
        return
    inner = found.get(holder) if isinstance(found, dict) else found
    if isinstance(inner, dict):
        inner = list(inner.values())
    for each in inner if isinstance(inner, list) else [found]:
        yield number, each
