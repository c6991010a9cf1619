"""From files of others to one base of claims: CSV, JSON and Wikidata's JSON dump, all streamed line by line.

A line that cannot be used is reported and skipped; a file that ends in the middle leaves the base as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from claimcheck.errors import DataError, Problem
from claimcheck.reference.build import Builder
from claimcheck.reference.importers.row import Lines
from claimcheck.reference.importers.rows import Columns, csv_rows, json_rows
from claimcheck.reference.importers.wikidata import SOURCE, wikidata

__all__ = ["FORMATS", "Columns", "Imported", "import_claims"]

Format = str
IMPORTERS: dict[Format, Callable[[Lines, Builder], None]] = {"json": json_rows, "wikidata": wikidata}
FORMATS = ("csv", *IMPORTERS)
SHOWN = 20


class Imported(NamedTuple):
    """How many claims the base has now, how many lines were skipped, and what was wrong with the first of them."""

    claims: int
    skipped: int
    problems: tuple[Problem, ...]


def import_claims(
    sources: Sequence[Path],
    base: Path,
    form: Format | None = None,
    progress: Callable[[Path, int, int], None] | None = None,
    columns: Columns | None = None,
) -> Imported:
    """Writes a base from these files; `form` is told by the suffix unless given, `columns` names those of tables.

    `progress` is called now and then with a file, the bytes read of it and its size. Raises DataError where a file
    cannot be read to its end; the base is then as it was before.
    """
    chosen = [(path, form or _form(path)) for path in sources]
    source = SOURCE if all(each == "wikidata" for _, each in chosen) else None
    problems: list[Problem] = []
    skipped = 0
    with Builder(base, source) as builder:
        for path, each in chosen:
            lines = Lines(path, progress)
            if each == "csv":
                csv_rows(lines, builder, columns or Columns({}, {}))
            else:
                IMPORTERS[each](lines, builder)
            problems += lines.problems[: SHOWN - len(problems)]
            skipped += lines.skipped
        doubles = builder.doubles()
    problems += [Problem(str(base), f"the claim '{each}' stands more than once; the first counts") for each in doubles]
    return Imported(builder.count, skipped, tuple(problems))


def _form(path: Path) -> Format:
    suffixes = [suffix for suffix in path.suffixes if suffix not in (".gz", ".bz2", ".xz")]
    last = suffixes[-1].lower() if suffixes else ""
    known = {".csv": "csv", ".tsv": "csv", ".json": "json", ".jsonl": "json", ".ndjson": "json"}
    if last not in known:
        raise DataError(Problem(str(path), f"the format is not told by the suffix; name it: {', '.join(FORMATS)}"))
    return "wikidata" if known[last] == "json" and _is_wikidata(path) else known[last]


def _is_wikidata(path: Path) -> bool:
    """Whether the first object of a JSON file is an item of Wikidata."""
    head = Lines(path).head(4000)
    return '"type":"item"' in head.replace(" ", "") or '"type":"property"' in head.replace(" ", "")
