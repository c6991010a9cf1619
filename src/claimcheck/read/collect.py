"""Which files are meant by the paths a user names."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from claimcheck import ledger
from claimcheck.errors import Problem
from claimcheck.files import real, reason
from claimcheck.read import jsonl, suppressions
from claimcheck.read.ignore import Excludes, Ignored
from claimcheck.read.metadata import SUFFIX

STANDARD_INPUT = "-"
_BESIDE = (SUFFIX, suppressions.SUFFIX, ledger.SUFFIX, "claimcheck.toml", "pyproject.toml")
"""What is read together with an article, or says how articles are to be read."""


def find_files(
    paths: Iterable[str | os.PathLike[str]], suffixes: Iterable[str], exclude: Excludes = ()
) -> tuple[list[str], list[Problem]]:
    """The articles behind the paths, in their order, each once, and a problem for each path that leads to none.

    A folder gives the files below it that have a known suffix, sorted; of others there is a note. Metadata are passed
    over, and so is what `ignore` says is no article. A file that is named itself is read in any case.
    """
    known = tuple(suffixes)
    files: dict[str, str] = {}
    problems: list[Problem] = []
    for name in [os.fspath(path) for path in paths]:
        if name == STANDARD_INPUT:
            files.setdefault(name, name)
            continue
        inside = list(_below(name, known, exclude, problems)) if os.path.isdir(name) else []
        if not inside and (wrong := _wrong(jsonl.file_of(name), known)) is not None:
            problems.append(wrong)
            continue
        for each in _articles(inside or [name], problems):
            files.setdefault(real(each), each)
    return list(files.values()), problems


def _articles(names: Iterable[str], problems: list[Problem]) -> Iterator[str]:
    """The same files, and for one of many articles each of these."""
    for name in names:
        if name.lower().endswith(jsonl.SUFFIX):
            inside, wrong = jsonl.articles(name)
            problems.extend(wrong)
            yield from inside
        else:
            yield name


def _wrong(name: str, known: tuple[str, ...]) -> Problem | None:
    """What keeps a path, if it is a folder one without articles, from being read."""
    kinds = ", ".join(known)
    if os.path.isdir(name):
        return Problem(name, f"the folder has no articles ({kinds}) that are not left out")
    if not name or not os.path.lexists(name):
        return Problem(name, "there is no such file or folder")
    if name.lower().endswith(known):
        return None
    hint = "; metadata are read together with their article" if name.lower().endswith(SUFFIX) else ""
    return Problem(name, f"only {kinds} can be read{hint}")


def _below(folder: str, known: tuple[str, ...], exclude: Excludes, problems: list[Problem]) -> Iterator[str]:
    def unreadable(error: OSError) -> None:
        problems.append(Problem(str(error.filename), f"the folder cannot be read: {reason(error)}"))

    ignored = Ignored(folder, exclude, problems)
    for place, folders, names in os.walk(folder, onerror=unreadable):
        folders[:], left = ignored.below(place, sorted(folders), sorted(names))
        for name in left:
            path = os.path.normpath(os.path.join(place, name))
            if name.lower().endswith(known):
                yield path
            elif not name.lower().endswith(_BESIDE):
                problems.append(Problem(path, f"only {', '.join(known)} can be read", note="format"))
