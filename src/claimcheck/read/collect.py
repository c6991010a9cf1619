"""Which files are meant by the paths a user names."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from claimcheck.errors import Problem
from claimcheck.files import real, reason
from claimcheck.read.metadata import SUFFIX

STANDARD_INPUT = "-"


def find_files(paths: Iterable[str | os.PathLike[str]], suffixes: Iterable[str]) -> tuple[list[str], list[Problem]]:
    """The articles behind the paths, in their order, each once, and a problem for each path that leads to none.

    A folder gives the files below it that have a known suffix, sorted; hidden ones and metadata are passed over.
    """
    known = tuple(suffixes)
    files: dict[str, str] = {}
    problems: list[Problem] = []
    for name in [os.fspath(path) for path in paths]:
        if name == STANDARD_INPUT:
            files.setdefault(name, name)
        elif os.path.isdir(name):
            inside = list(_below(name, known, problems))
            if not inside:
                problems.append(Problem(name, f"the folder has no articles ({', '.join(known)})"))
            for each in inside:
                files.setdefault(real(each), each)
        elif not name or not os.path.lexists(name):
            problems.append(Problem(name, "there is no such file or folder"))
        elif not name.lower().endswith(known):
            hint = "; metadata are read together with their article" if name.lower().endswith(SUFFIX) else ""
            problems.append(Problem(name, f"only {', '.join(known)} can be read{hint}"))
        else:
            files.setdefault(real(name), name)
    return list(files.values()), problems


def _below(folder: str, known: tuple[str, ...], problems: list[Problem]) -> Iterator[str]:
    def unreadable(error: OSError) -> None:
        problems.append(Problem(str(error.filename), f"the folder cannot be read: {reason(error)}"))

    for place, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(known) and not name.startswith("."):
                yield os.path.normpath(os.path.join(place, name))
