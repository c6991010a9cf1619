"""Where the claims are, and how they get from their files into a Reference."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from typing import Any

from claimcheck.cache import compiled
from claimcheck.errors import DataError, Problem
from claimcheck.reference.base import EMPTY, Reference
from claimcheck.reference.store import Store
from claimcheck.shipped import PACKAGE, files_below, shipped_folder

BASE_SUFFIX = ".claims"
SHAPED_BY = ("cross", "edtf", "fields", "fold", "predicates", "read", "shape", "shape_entities")
NOTHING = Reference(EMPTY)


@cache
def _opened(places: tuple[str, ...]) -> Reference:
    folders = [place for place in places if not place.endswith(BASE_SUFFIX)]
    stores = [Store(place) for place in places if place.endswith(BASE_SUFFIX)]
    return Reference(load(folders) if folders else EMPTY, stores)


def load(folders: Sequence[str | os.PathLike[str]]) -> dict[str, Any]:
    """The plain table of these folders, from the cache where nothing changed; raises DataError with all problems."""

    def read() -> dict[str, Any]:
        from claimcheck.reference.read import read as parse  # noqa: PLC0415 – needs a parser and a validator

        return parse(files)

    files = [path for folder in folders for path in files_in(folder)]
    code = [os.path.join(PACKAGE, "reference", f"{name}.py") for name in SHAPED_BY]
    table: dict[str, Any] = compiled("reference", files, read, code)
    return table


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
