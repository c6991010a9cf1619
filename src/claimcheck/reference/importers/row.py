"""One claim as others give it, checked by hand: a validator would take longer than reading and writing together."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

from claimcheck.reference.build import Builder
from claimcheck.reference.edtf import ends_before, period
from claimcheck.reference.fold import identifier
from claimcheck.reference.predicates import PREDICATES, arguments
from claimcheck.reference.shape import known_units

Plain = dict[str, Any]
MAX_TEXT = 1000
MAX_TERMS = 500
OWN = frozenset(("id", "predicate", "arguments"))
HEDGES = frozenset(("about", "over", "under", "up_to", "at_least", "nearly", "good"))
CONFIDENCES = frozenset(("confirmed", "single source", "disputed", "background"))
_KNOWN = {predicate: arguments(predicate) for predicate in PREDICATES}


def add(entry: Plain, builder: Builder, default_id: str) -> None:
    """Checks one claim, as in claims/*.yaml, and adds it with its entities; ValueError says what is wrong."""
    predicate = entry.get("predicate")
    known = _KNOWN.get(predicate) if isinstance(predicate, str) else None
    if known is None or not isinstance(predicate, str):
        raise ValueError(f"no predicate is called '{_short(predicate)}'{_near(predicate)}")
    if not entry.get("sources"):
        raise ValueError("the source is missing; at least its publisher must be told")
    plain: Plain = {"arguments": _terms(entry.get("arguments"), predicate, known)}
    for key, given in entry.items():
        if (read := _READERS.get(key)) is not None:
            if given or given is False:
                plain[key] = read(given)
        elif key not in OWN:
            raise ValueError(f"the key '{_short(key)}' is not known")
    for terms in plain["arguments"].values():
        for name, identity in terms:
            if identity is not None:
                builder.named(identity, name)
    builder.claim(_text(entry.get("id") or default_id), predicate, plain)


def _terms(given: Any, predicate: str, known: dict[str, tuple[bool, bool]]) -> dict[str, list[list[str | None]]]:
    found: dict[str, list[list[str | None]]] = {}
    for role, names in _mapping(given, "arguments").items():
        if role not in known:
            raise ValueError(f"'{predicate}' has no argument '{_short(role)}' (known: {', '.join(known)})")
        wanted = names if isinstance(names, list) else (names,)
        if not wanted or len(wanted) > MAX_TERMS:
            raise ValueError(f"the argument '{role}' has {len(wanted)} names")
        is_entity = known[role][1]
        found[role] = [[name := _text(each), _identity(name) if is_entity else None] for each in wanted]
    for role, (must, _) in known.items():
        if must and role not in found:
            raise ValueError(f"'{predicate}' needs the argument '{role}'")
    return found


def _value(given: Any) -> Plain:
    value = _mapping(given, "value")
    plain: Plain = {"number": _number(str(value.get("number")).strip())}
    if unit := value.get("unit"):
        if unit not in known_units():
            raise ValueError(f"the unit '{_short(unit)}' is not known; write an ISO 4217 code, percent, year, km …")
        plain["unit"] = unit
    if hedge := value.get("hedge"):
        if hedge not in HEDGES:
            raise ValueError(f"the hedge '{_short(hedge)}' is not known (known: {', '.join(sorted(HEDGES))})")
        plain["hedge"] = hedge
    for key in ("noun", "per", "status"):
        if value.get(key):
            plain[key] = _text(value[key])
    return plain


@lru_cache(maxsize=50_000)
def _number(written: str) -> str:
    """The number with its digits; values of a large table repeat."""
    try:
        number = Decimal(written)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise ValueError(f"{_short(written)!r} is no number; write 6.5E+9 or 300600")
    return str(number)


@lru_cache(maxsize=50_000)
def _identity(name: str) -> str:
    return identifier(name) or name


def _valid(given: Any) -> Plain:
    given = _mapping(given, "valid")
    valid = {key: _date(given[key]) for key in ("from", "to") if given.get(key)}
    if len(valid) == 2 and ends_before(valid["to"], valid["from"]):
        raise ValueError("the claim ends to be valid before it begins")
    return valid


def _source(given: Any) -> Plain:
    source = _mapping(given, "sources")
    plain = {"publisher": _text(source.get("publisher"))}
    if url := source.get("url"):
        if not str(url).startswith(("https://", "http://")):
            raise ValueError(f"'{_short(url)}' is no web address")
        plain["url"] = _text(url)
    for key in ("published", "retrieved"):
        if source.get(key):
            plain[key] = _date(source[key])
    return plain


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


def _confidence(given: Any) -> str:
    if given not in CONFIDENCES:
        raise ValueError(f"the confidence '{_short(given)}' is not known (known: {', '.join(sorted(CONFIDENCES))})")
    return str(given)


def _near(predicate: Any) -> str:
    near = get_close_matches(_short(predicate), PREDICATES, n=1)
    return f"; did you mean '{near[0]}'?" if near else ""


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
    "confidence": _confidence,
    "sources": lambda given: [_source(each) for each in _listed(given)],
    "note": _text,
    **dict.fromkeys(("date", "announced", "closed", "terminated", "reviewed"), _date),
}
