"""The files that ticks rest on: which a ledger may name, and what is in them now.

A ledger comes with its article, perhaps from somebody else. So it names only files of its project, links included: it
cannot ask whether others exist, and it cannot make a run read more than a desk would ever rest on.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable

from claimcheck.errors import DataError, Problem
from claimcheck.files import content, real
from claimcheck.model.ledger import Tick

LARGEST = 100_000_000
MOST = 1_000
MOST_BYTES = 1_000_000_000
_PROJECT = (".git", "claimcheck.toml", "pyproject.toml")


def project(folder: str) -> str:
    """The nearest folder upward that a repository or settings make a project, without links; else the folder itself."""
    place = start = real(folder or ".")
    while not any(os.path.lexists(os.path.join(place, name)) for name in _PROJECT):
        above = os.path.dirname(place)
        if above == place:
            return start
        place = above
    return place


def place_of(source: str, folder: str, root: str) -> str | None:
    """Where a source would be that is seen from `folder`, without links; None where that is not below `root`."""
    place = real(os.path.join(folder, source))
    return place if place.startswith(root.rstrip(os.sep) + os.sep) else None


def now(ticks: Iterable[Tick], ledger: str) -> dict[str, str | None]:
    """The hash of what is in each source that is held as a file, by its name; None where it is missing or too large.

    Raises DataError for a source outside the project, for more than `MOST` names of files, and for files that together
    have more than `MOST_BYTES`.
    """
    return _hashes({each.source for each in ticks if each.sha256}, ledger)


def held(ticks: Iterable[Tick], ledger: str) -> list[Tick]:
    """The ticks, now with the hash of the content where a source is the name of a file of the project.

    Raises DataError as `now` does.
    """
    folder, ticks = os.path.dirname(ledger), tuple(ticks)
    root = project(folder)
    names = {each.source for each in ticks if not each.sha256 and not os.path.isabs(each.source)}
    files = {name for name in names if os.path.isfile(place_of(name, folder, root) or "")}
    found = _hashes(files, ledger)
    return [each if each.sha256 else each._replace(sha256=found.get(each.source)) for each in ticks]


def _hashes(names: Collection[str], ledger: str) -> dict[str, str | None]:
    if len(names) > MOST:
        raise DataError(Problem(ledger, f"the ticks rest on {len(names):,} files; a ledger may name {MOST:,}"))
    folder = os.path.dirname(ledger)
    root = project(folder)
    places: dict[str, str] = {}
    for name in sorted(names):
        place = place_of(name, folder, root)
        if place is None:
            message = f"the source {name!r} is outside the project; a ledger may name files below {root}"
            raise DataError(Problem(ledger, message))
        places[name] = place
    found = _read(places.values(), ledger)
    return {name: found[place] for name, place in places.items()}


def _read(places: Iterable[str], ledger: str) -> dict[str, str | None]:
    """The hashes of files by their places, each read once."""
    found: dict[str, str | None] = {}
    left = MOST_BYTES
    for place in dict.fromkeys(places):
        found[place], size = _hash(place, min(left, LARGEST))
        left -= size
        if left < 0:
            message = f"the files its ticks rest on have more than {MOST_BYTES // 1_000_000:,} MB together"
            raise DataError(Problem(ledger, message))
    return found


def content_hash(path: str) -> str | None:
    """SHA-256 of a file, in hexadecimal; None where there is no regular file that can be read, or a very large one."""
    return _hash(path, LARGEST)[0]


def _hash(path: str, most: int) -> tuple[str | None, int]:
    """The hash of a file and how many bytes were read for it, `most` and one where it has more."""
    from hashlib import sha256  # noqa: PLC0415

    try:
        raw = content(path, most)
    except OSError:
        return None, 0
    return sha256(raw).hexdigest() if len(raw) <= most else None, len(raw)
