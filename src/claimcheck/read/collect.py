"""Which files are meant by the paths a user names."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from claimcheck import ledger
from claimcheck.errors import Problem
from claimcheck.files import absolute, content, real, reason
from claimcheck.read import jsonl
from claimcheck.read.metadata import SUFFIX, SUPPRESSIONS

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


OWN = ".claimcheckignore"
SHARED = ".gitignore"
REPOSITORY = ".git"
MAX_BYTES = 1_000_000

FOLDERS = frozenset(
    {
        *(
            "node_modules",
            "bower_components",
            "jspm_packages",
            "site-packages",
            "__pycache__",
            "__pypackages__",
            "venv",
        ),
        *("vendor", "build", "dist", "_build", "_site", "target", "htmlcov"),
    }
)
TAGS = ("pyvenv.cfg", "CACHEDIR.TAG")
"""Files that say of the folder they are in that it is an environment or a cache."""
LISTS = (
    r"(?i:(?:requirements|constraints)(?:[-_.]\w+)?\.txt|(?:cmakelists|robots|llms)\.txt|"
    r"(?:licen[sc]e|copying|notice)\.\w+)"
)
"""Texts by whose names programs and lawyers look for them; compiled where a folder is read."""


class Exclude(NamedTuple):
    """Patterns as in .gitignore, as seen from a folder."""

    folder: str
    patterns: Sequence[str]


Excludes = Iterable[str | Exclude]
"""Patterns by themselves are seen from the working folder."""


class _Layer(NamedTuple):
    """The patterns of one file or option, and the folder that they are seen from."""

    folder: str
    spec: GitIgnoreSpec
    shared: bool

    def says(self, path: str) -> bool | None:
        """Whether a path, with a slash behind that of a folder, is left out; None where it says nothing of it.

        Of a path beside the folder, which only an option can mean, the names below their common one count.
        """
        seen = os.path.relpath(path, self.folder).replace(os.sep, "/")
        while seen.startswith("../"):
            seen = seen[3:]
        return self.spec.check_file(seen + "/" if path.endswith(os.sep) else seen).include


class Ignored:
    """What is left out below one folder that a user names; the folder itself never is.

    Patterns that cannot be read are told in `problems`.
    """

    def __init__(self, folder: str, exclude: Excludes, problems: list[Problem]) -> None:
        self.problems = problems
        self.top = absolute(folder)
        given = [each if isinstance(each, Exclude) else Exclude(".", (each,)) for each in exclude]
        asked = [self._layer(absolute(each.folder), each.patterns, "exclude") for each in given if each.patterns]
        above = list(_above(self.top))
        self.asked = self._not_of_the_top(asked)
        self.layers = {
            os.path.dirname(self.top): self._not_of_the_top(
                [*self._files(_in_repository(above, self.top), SHARED), *self._files(above, OWN)]
            )
        }

    def below(self, place: str, folders: Iterable[str], names: Iterable[str]) -> tuple[list[str], list[str]]:
        """What is left of the folders and the files in one folder; the folder above it has to be asked for before."""
        here = absolute(place)
        layers = [*self.layers[os.path.dirname(here)], *self._files([here], SHARED), *self._files([here], OWN)]
        self.layers[here] = layers
        own, shared = ([each for each in reversed(layers) if each.shared is kind] for kind in (False, True))
        order = [*reversed(self.asked), *own, *shared]
        return (
            [each for each in folders if not _left_out(order, os.path.join(here, each) + os.sep)],
            [each for each in names if not _left_out(order, os.path.join(here, each))],
        )

    def _not_of_the_top(self, layers: Iterable[_Layer]) -> list[_Layer]:
        """Those that do not leave out the folder itself: who names it wants to see it."""
        return [each for each in layers if each.says(self.top + os.sep) is not True]

    def _files(self, folders: Iterable[str], name: str) -> Iterator[_Layer]:
        """The patterns in the ignore files of a name in some folders."""
        for folder in folders:
            path = os.path.join(folder, name)
            if os.path.isfile(path):
                try:
                    text = content(path, MAX_BYTES)[:MAX_BYTES].decode("utf-8-sig", "replace")
                except OSError as error:
                    self.problems.append(Problem(path, f"the file cannot be read: {reason(error)}"))
                else:
                    yield self._layer(folder, text.splitlines(), path)

    def _layer(self, folder: str, patterns: Sequence[str], told: str) -> _Layer:
        """The patterns that are some; of the others git passes over its own in silence."""
        from pathspec import GitIgnoreSpec  # noqa: PLC0415 – for folders with patterns only

        kept = []
        for number, pattern in enumerate(patterns, 1):
            try:
                GitIgnoreSpec.from_lines([pattern])
            except ValueError:
                at = (number, 1) if os.sep in told else (None, None)
                if os.path.basename(told) != SHARED:
                    self.problems.append(Problem(told, f"{pattern!r} is no pattern as in {SHARED}", *at))
            else:
                kept.append(pattern)
        return _Layer(folder, GitIgnoreSpec.from_lines(kept), os.path.basename(told) == SHARED)


def _above(folder: str) -> Iterator[str]:
    """The folders that one is in, from the root of the file system on."""
    above = os.path.dirname(folder)
    if above != folder:
        yield from _above(above)
        yield above


def _in_repository(above: Sequence[str], folder: str) -> Sequence[str]:
    """Those of the folders above one that are in its repository; none where it is in none, or is all of it."""
    roots = [at for at, each in enumerate((*above, folder)) if os.path.exists(os.path.join(each, REPOSITORY))]
    return above[roots[-1] :] if roots else ()


def _left_out(layers: Iterable[_Layer], path: str) -> bool:
    said = next((said for each in layers if (said := each.says(path)) is not None), None)
    return _of_itself(path) if said is None else said


def _of_itself(path: str) -> bool:
    """Whether a path is left out without anybody's saying so."""
    name = os.path.basename(path.rstrip(os.sep))
    if name.startswith("."):
        return True
    if not path.endswith(os.sep):
        return re.fullmatch(LISTS, name) is not None
    return name in FOLDERS or any(os.path.isfile(path + each) for each in TAGS)


STANDARD_INPUT = "-"
_BESIDE = (SUFFIX, SUPPRESSIONS, ledger.SUFFIX, "claimcheck.toml", "pyproject.toml")
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
