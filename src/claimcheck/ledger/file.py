"""The file of a ledger: found beside its article, read strictly, written so that it merges."""

from __future__ import annotations

from collections.abc import Iterable
from json import dumps
from typing import NamedTuple

from claimcheck.errors import DataError
from claimcheck.ledger.sources import now
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
    from claimcheck.datafile import text_of  # noqa: PLC0415 – a parser and a validator, where there is a ledger
    from claimcheck.datafile.notation import parse_json  # noqa: PLC0415
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
