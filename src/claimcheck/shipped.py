"""Where the data that come with the program are, and which files a folder of data has."""

from __future__ import annotations

import os
from functools import cache

PACKAGE = os.path.dirname(__file__)


@cache
def shipped_folder(name: str) -> str:
    """The folder of this name in the installed package, in a checkout the one at its root."""
    installed = os.path.join(PACKAGE, "_data", name)
    return installed if os.path.isdir(installed) else os.path.normpath(os.path.join(PACKAGE, "..", "..", name))


def files_below(folder: str | os.PathLike[str]) -> list[str]:
    """All YAML files below a folder, sorted, each with the folder in front; hidden folders count too."""
    found = [
        os.path.join(place, name)
        for place, _, names in os.walk(folder)
        for name in names
        if name.endswith((".yaml", ".yml"))
    ]
    return sorted(found, key=lambda path: path.split(os.sep))
