"""Every table of the data that come with the program, built and written: `python -m claimcheck.compiling`."""

from __future__ import annotations

import os
from collections.abc import Iterator

from claimcheck import languages
from claimcheck.languages.extra import SHAPES, extra_table
from claimcheck.reference import claims_table, entries_table
from claimcheck.report.words import known, messages_table
from claimcheck.rules.load import rules_table
from claimcheck.rules.rule import examples_table
from claimcheck.statements.concepts import concepts_table
from claimcheck.tables import FOLDER, Table


def tables() -> Iterator[Table]:
    """All of them."""
    yield languages.recognise_table()
    for code in languages.known():
        yield languages.language_table(code)
        yield from (extra_table(code, name) for name in SHAPES if languages.has(code, name))
    yield from map(messages_table, known())
    yield rules_table()
    yield examples_table()
    yield claims_table()
    yield entries_table()
    yield concepts_table()


def write(folder: str = FOLDER, *, checked: bool = True) -> list[str]:
    """Writes all tables into a folder and gives their paths; `checked`: with the state of their files.

    Those that are there and still hold are left as they are.
    """
    os.makedirs(folder, exist_ok=True)
    paths = []
    for table in tables():
        path = os.path.join(folder, f"{table.name}.bin")
        if not (checked and folder == FOLDER and table.is_kept()):
            with open(f"{path}.new", "wb") as stream:
                stream.write(table.packed(checked=checked))
            os.replace(f"{path}.new", path)
        paths.append(path)
    return paths


if __name__ == "__main__":
    write()
