"""The ledger: which claims of an article somebody has verified, in `NAME.claims.json` beside it.

    {"schema": "claimcheck.ledger/1",
     "ticks": [
    {"claim": "4f0c6a51b1de9c02",                     the fingerprint of the six keys below
     "type": "amount",
     "text": "14 Milliarden Euro",                    the claim's words, white space as single spaces
     "value": "14000000000 EUR",                      what they mean
     "sentence": "Nordwerk zahlt 14 Milliarden Euro für Alsterlicht",   all words of its sentences
     "occurrence": 1,                                 1 for the first claim that is the same in all of these
     "by": "mk",                                      who verified it: initials or a name
     "on": "2025-06-19",                              when, as that person says; no clock is read by `check`
     "source": "berichte/2024.pdf",                   with what: an address, words, or a file seen from this folder
     "sha256": "9f86d081…",                           only for a file: its content at the time (64 hexadecimal digits)
     "note": "Seite 12"}                              may be missing, as `sha256` may
    ]}

`identity.identities(article)` gives the first six keys for every claim of an article, in the order of its claims;
whoever makes ticks copies them. A tick holds while the article has a claim with its fingerprint, wherever that stands,
and while a file it rests on has the same content. A file in which one claim is ticked twice is refused.

`read` and `written` are the two ways, `standing.standing(article)` says what of an article is verified. As
written there, ticks are sorted by fingerprint and the comma between two has a line of its own, so that a new one adds
lines and changes none: two people's ticks merge. Any other JSON layout is read too.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from json import dumps
from typing import NamedTuple

from claimcheck.errors import DataError, Problem
from claimcheck.files import content, real
from claimcheck.model import Document
from claimcheck.model.ledger import Lapse, Ledger, Tick

SCHEMA = "claimcheck.ledger/1"


def with_ledger(document: Document, path: str) -> Document:
    """The document with the ledger at `path`, where it has been seen; its mistakes are problems of the document."""
    try:
        return document._replace(ledger=read(path))
    except DataError as error:
        return document._replace(problems=(*document.problems, *error.problems))


def read(path: str) -> Ledger:
    """The ledger in a file. Raises DataError with every mistake and its place.

    A source that is a file is looked up from the ledger's folder, below the folder of the project, and one whose
    content is not the same has lapsed.
    """
    ticks = ticks_of(path)
    hashes = now(ticks, path)
    lapsed: list[tuple[str, Lapse]] = [
        (each.identity.claim, "source_missing" if hashes[each.source] is None else "source_changed")
        for each in ticks
        if each.sha256 and hashes[each.source] != each.sha256
    ]
    return Ledger(path, ticks, tuple(lapsed))


def ticks_of(path: str) -> tuple[Tick, ...]:
    """The ticks in a file that need be beside no article; no source is looked up. Raises DataError as `read` does."""
    from claimcheck.datafile import parse_json, text_of  # noqa: PLC0415 – where there is a ledger
    from claimcheck.ledger.shape import LedgerShape  # noqa: PLC0415

    return in_order(each.tick() for each in parse_json(text_of(path), path, LedgerShape).ticks)


def in_order(ticks: Iterable[Tick]) -> tuple[Tick, ...]:
    """The ticks by fingerprint, which no change of the article moves."""
    return tuple(sorted(ticks, key=lambda tick: tick.identity.claim))


def written(ticks: Iterable[Tick]) -> str:
    """The text of the file; the same ticks give the same bytes, and a new one only adds lines."""
    body = "\n,\n".join(map(_entry, in_order(ticks)))
    lines = ['{"schema": "' + SCHEMA + '",', ' "ticks": [', *([body] if body else ()), "]}", ""]
    return "\n".join(lines)


def plain(tick: Tick) -> dict[str, str | int]:
    """A tick as its keys and values, in the order of the file."""
    told = {**tick.identity._asdict(), "by": tick.by, "on": tick.on.isoformat(), "source": tick.source}
    return told | {key: value for key, value in (("sha256", tick.sha256), ("note", tick.note)) if value}


def _entry(tick: Tick) -> str:
    told = plain(tick).items()
    return "{" + ",\n ".join(f"{dumps(key)}: {dumps(value, ensure_ascii=False)}" for key, value in told) + "}"


class TakenIn(NamedTuple):
    """The ticks of two ledgers as one, and how many of the second were new, took the place of one, or were older."""

    ticks: tuple[Tick, ...]
    new: int
    replaced: int
    older: int


def taken_in(own: Iterable[Tick], others: Iterable[Tick]) -> TakenIn:
    """Own ticks with those of another ledger; of two for one claim the later day counts, on one day the other's."""
    ticks = {each.identity.claim: each for each in own}
    new = replaced = older = 0
    for each in others:
        before = ticks.get(each.identity.claim)
        if before is not None and before.on > each.on:
            older += 1
            continue
        new += before is None
        replaced += before is not None and before != each
        ticks[each.identity.claim] = each
    return TakenIn(in_order(ticks.values()), new, replaced, older)


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


SUFFIX = ".claims.json"
LONGEST = 2_000
"""So many characters a name, a source or a note may have."""


def beside(article: str) -> str:
    """Where the ledger of an article is: NAME.claims.json beside NAME.txt."""
    return os.path.splitext(article)[0] + SUFFIX
