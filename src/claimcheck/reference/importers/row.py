"""One claim as others give it, checked by hand: a validator would take longer than reading and writing together."""

from __future__ import annotations

import bz2
import gzip
import lzma
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import Any, BinaryIO, cast, get_args

from claimcheck.errors import DataError, Problem
from claimcheck.model.entity import Confidence
from claimcheck.model.measure import Hedge
from claimcheck.reference.build import Builder
from claimcheck.reference.plain import ends_before, period
from claimcheck.reference.predicates import (
    PREDICATES,
    address,
    arguments,
    kind_of,
    known_predicate,
    known_unit,
    stated_number,
)
from claimcheck.reference.review import wrong_value
from claimcheck.reference.store import identifier

MAX_LINE = 32_000_000
SHOWN = 20
EVERY = 2_000
_OPENERS: dict[str, Callable[[BinaryIO], BinaryIO]] = {
    ".gz": lambda raw: cast(BinaryIO, gzip.GzipFile(fileobj=raw)),
    ".bz2": lambda raw: cast(BinaryIO, bz2.BZ2File(raw)),
    ".xz": lambda raw: cast(BinaryIO, lzma.LZMAFile(raw)),  # noqa: SIM115 – closed with the raw file
}


class Lines:
    """Iterates over (number, text) of all lines; what the reader of the lines finds wrong goes to `report`."""

    def __init__(self, path: Path, progress: Callable[[Path, int, int], None] | None = None) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.skipped = 0
        self._progress = progress

    def report(self, number: int, message: str) -> None:
        """A line that cannot be used; the first ones are kept."""
        self.skipped += 1
        if len(self.problems) < SHOWN:
            self.problems.append(Problem(str(self.path), f"skipped: {message}", number))

    def cut(self, number: int) -> DataError:
        """The error of a file that ends in the middle."""
        return DataError(Problem(str(self.path), "the file ends in the middle; nothing was written", number))

    def head(self, characters: int) -> str:
        """The first characters."""
        try:
            with self.path.open("rb") as raw:
                return self._open(raw).read(characters).decode("utf-8", "replace")
        except (OSError, EOFError, ValueError, lzma.LZMAError) as error:
            raise DataError(Problem(str(self.path), f"the file cannot be read: {error}")) from None

    def _open(self, raw: BinaryIO) -> BinaryIO:
        opener = _OPENERS.get(self.path.suffix.lower())
        return raw if opener is None else opener(raw)

    def __iter__(self) -> Iterator[tuple[int, str]]:
        number = 0
        try:
            for number, line in self._lines():
                try:
                    yield number, line.decode("utf-8-sig" if number == 1 else "utf-8")
                except UnicodeDecodeError:
                    self.report(number, "the line is not UTF-8")
        except EOFError:
            raise self.cut(number + 1) from None
        except (OSError, lzma.LZMAError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise DataError(Problem(str(self.path), f"the file cannot be read: {reason}", number or None)) from None

    def _lines(self) -> Iterator[tuple[int, bytes]]:
        """The lines as bytes, but for those that are too long."""
        tell = self._progress or (lambda path, read, size: None)
        with self.path.open("rb") as raw:
            size = self.path.stat().st_size
            stream = self._open(raw)
            for number in count(1):
                line = stream.readline(MAX_LINE)
                if not line:
                    break
                if number % EVERY == 0:
                    tell(self.path, raw.tell(), size)
                if len(line) < MAX_LINE or line.endswith(b"\n"):
                    yield number, line
                    continue
                self.report(number, f"the line is longer than {MAX_LINE:,} bytes")
                while line and not line.endswith(b"\n"):
                    line = stream.readline(MAX_LINE)
            tell(self.path, size, size)


Plain = dict[str, Any]
MAX_TEXT = 1000
MAX_TERMS = 500
OWN = frozenset(("id", "predicate", "arguments"))
_KNOWN = {predicate: arguments(predicate) for predicate in PREDICATES}
_number, _unit, _address = (lru_cache(maxsize=50_000)(check) for check in (stated_number, known_unit, address))
"""Values of a large table repeat."""


def add(entry: Plain, builder: Builder, default_id: str) -> None:
    """Checks one claim, as in claims/*.yaml, and adds it with its entities; ValueError says what is wrong."""
    predicate = known_predicate(str(entry.get("predicate")))
    if not entry.get("sources"):
        raise ValueError("the source is missing; at least its publisher must be told")
    plain: Plain = {"arguments": _terms(entry.get("arguments"), predicate, _KNOWN[predicate])}
    for key, given in entry.items():
        if key in _READERS:
            if given or given is False:
                plain[key] = _READERS[key](given)
        elif key not in OWN:
            raise ValueError(f"the key '{_short(key)}' is not known")
    _judge(predicate, plain.get("value"))
    _name(plain["arguments"], builder)
    builder.claim(_text(entry.get("id") or default_id), predicate, plain)


def _name(arguments: Plain, builder: Builder) -> None:
    for role, terms in arguments.items():
        for name, identity in terms:
            if identity is not None:
                builder.named(identity, name, kind_of(role))


def _judge(predicate: str, value: Plain | None) -> None:
    """Raises ValueError for a value that is none of its predicate."""
    if value is not None and (wrong := wrong_value(predicate, value)) is not None:
        raise ValueError(wrong)


def _terms(given: Any, predicate: str, known: dict[str, tuple[bool, bool]]) -> dict[str, list[list[str | None]]]:
    found: dict[str, list[list[str | None]]] = {}
    for role, names in _mapping(given, "arguments").items():
        if role not in known:
            raise ValueError(f"'{predicate}' has no argument '{_short(role)}' (known: {', '.join(known)})")
        wanted = names if isinstance(names, list) else (names,)
        if not 0 < len(wanted) <= MAX_TERMS:
            raise ValueError(f"the argument '{role}' has {len(wanted)} names")
        named = _identity if known[role][1] else _nobody
        found[role] = [[name := _text(each), named(name)] for each in wanted]
    for role, (must, _) in known.items():
        if must and role not in found:
            raise ValueError(f"'{predicate}' needs the argument '{role}'")
    return found


def _nobody(name: str) -> None:
    """Plain words name no entity."""


def _value(given: Any) -> Plain:
    value = _mapping(given, "value")
    plain: Plain = {"number": _number(str(value.get("number")).strip())}
    if unit := value.get("unit"):
        plain["unit"] = _unit(str(unit))
    if hedge := value.get("hedge"):
        plain["hedge"] = _one_of(hedge, get_args(Hedge), "hedge")
    return plain | {key: _text(value[key]) for key in ("noun", "per", "status") if value.get(key)}


@lru_cache(maxsize=50_000)
def _identity(name: str) -> str:
    return identifier(name) or name


def _valid(given: Any) -> Plain:
    given = _mapping(given, "valid")
    valid = {key: _date(given[key]) for key in ("from", "to") if given.get(key)}
    if len(valid) == 2 and ends_before(valid["to"], valid["from"]):
        raise ValueError("'valid_to' lies before 'valid_from'; it is the last day the claim held")
    return valid


def _source(given: Any) -> Plain:
    source = _mapping(given, "sources")
    plain = {"publisher": _text(source.get("publisher"))}
    if url := source.get("url"):
        plain["url"] = _address(_text(url))
    return plain | {key: _date(source[key]) for key in ("published", "retrieved") if source.get(key)}


def _date(written: Any) -> str:
    return _edtf(written.strip() if isinstance(written, str) else str(written))


@lru_cache(maxsize=50_000)
def _edtf(written: str) -> str:
    return period(written).edtf


def _mapping(given: Any, what: str) -> Plain:
    if not isinstance(given, dict):
        raise ValueError(f"'{what}' should be a mapping")
    return given


def _listed(given: Any) -> list[Any]:
    if not isinstance(given, list):
        raise ValueError(f"'{_short(given)}' should be a list")
    return given[:MAX_TERMS]


def _text(given: Any) -> str:
    if isinstance(given, str) and len(given) <= MAX_TEXT and (text := given.strip()):
        return text
    raise ValueError(f"'{_short(given)}' should be a text of 1 to {MAX_TEXT} characters")


def _texts(given: Any) -> Plain:
    return {_text(code): _text(each) for code, each in _mapping(given, "text").items()}


def _one_of(given: Any, known: Sequence[str], what: str) -> str:
    if given not in known:
        raise ValueError(f"the {what} '{_short(given)}' is not known (known: {', '.join(sorted(known))})")
    return str(given)


def _short(given: Any) -> str:
    return str(given)[:60]


_READERS: dict[str, Callable[[Any], Any]] = {
    "text": _texts,
    "exclusive": lambda given: [_text(each) for each in _listed(given)],
    "complete": lambda given: str(given).lower() == "true",
    "measure": _text,
    "value": _value,
    "accepted": lambda given: [_value(each) for each in _listed(given)],
    "valid": _valid,
    "confidence": lambda given: _one_of(given, get_args(Confidence), "confidence"),
    "sources": lambda given: [_source(each) for each in _listed(given)],
    "note": _text,
    **dict.fromkeys(("date", "announced", "closed", "terminated", "reviewed"), _date),
}
