"""Where the claims are, and how they get from their files into a Reference."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from claimcheck.cache import compiled
from claimcheck.errors import DataError, Problem
from claimcheck.reference.base import EMPTY, Reference
from claimcheck.reference.store import Store

PACKAGE = Path(__file__).parents[1]
BASE_SUFFIX = ".claims"
SHAPED_BY = ("cross", "edtf", "fields", "fold", "predicates", "read", "shape", "shape_entities")
NOTHING = Reference(EMPTY)


def shipped_folder() -> Path:
    """Where the claims that come with the program are."""
    installed = PACKAGE / "_data" / "claims"
    return installed if installed.is_dir() else PACKAGE.parents[1] / "claims"


@cache
def _opened(places: tuple[Path, ...]) -> Reference:
    folders = [place for place in places if place.suffix != BASE_SUFFIX]
    stores = [Store(place) for place in places if place.suffix == BASE_SUFFIX]
    return Reference(load(folders) if folders else EMPTY, stores)


def load(folders: Sequence[Path]) -> dict[str, Any]:
    """The plain table of these folders, from the cache where nothing changed; raises DataError with all problems."""

    def read() -> dict[str, Any]:
        from claimcheck.reference.read import read as parse  # noqa: PLC0415 – needs a parser and a validator

        return parse(files)

    files = [path for folder in folders for path in files_in(folder)]
    code = [Path(__file__).parent / f"{name}.py" for name in SHAPED_BY]
    table: dict[str, Any] = compiled("reference", files, read, code)
    return table


def files_in(folder: Path) -> list[Path]:
    """All YAML files below a folder of claims, sorted; raises DataError where there is no such folder."""
    if not folder.is_dir():
        raise DataError(Problem(str(folder), "there is no such folder of reference claims"))
    return sorted(path for path in folder.rglob("*.y*ml") if path.suffix in (".yaml", ".yml"))


def open_reference(own: Sequence[Path] = (), *, shipped: bool = True) -> Reference:
    """The shipped claims and the user's own: folders of YAML, and bases made by `claims import` (*.claims).

    Raises DataError with all problems of the folders.
    """
    places = (shipped_folder(), *own) if shipped else tuple(own)
    return _opened(tuple(places))
