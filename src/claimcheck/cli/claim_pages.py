"""Reference claims as text: a table of many, a page of one, the plain data of JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from difflib import get_close_matches
from itertools import islice
from operator import attrgetter
from typing import Any, get_args

from claimcheck.model.entity import Confidence, ReferenceClaim, Term
from claimcheck.model.measure import Hedge, Measure, Period
from claimcheck.reference import Reference
from claimcheck.reference.plain import claim as build
from claimcheck.reference.predicates import PREDICATES
from claimcheck.reference.review import UNITS, Kind, shown
from claimcheck.reference.store import folded
from claimcheck.report.words import Words, safe

BY_ROLE = frozenset(("arguments", "accepted_terms", "denied", "name_then"))
FIXED = frozenset((*get_args(Confidence), *get_args(Hedge)))


def choose(base: Reference, word: str, predicate: str | None, limit: int) -> list[ReferenceClaim]:
    """The claims about the entity a word names, else those with the word in id or sentence; all without a word."""
    known = {each.id for entity in base.resolve(word) for each in base.about(entity.id)} if word else set()
    fold = f" {folded(word)} "

    def has(claim: ReferenceClaim) -> bool:
        return not word or claim.id in known or fold in f" {folded(' '.join((claim.id, *claim.text.values())))} "

    found = [each for each in base.claims() if has(each)]
    found += [build(each) for store in base.stores for each in store.some(word, limit)]
    fit = {each.id: each for each in found if predicate in (None, each.predicate)}
    return list(islice(fit.values(), limit))


def rows(claims: list[ReferenceClaim], words: Words) -> list[tuple[str, str, str]]:
    """Id, predicate and sentence of each."""
    return [(safe(each.id), safe(each.predicate), safe(sentence(each, words))) for each in claims]


def sentence(claim: ReferenceClaim, words: Words) -> str:
    """Its sentence in the reader's language, else in the first it has, else its arguments."""
    own = claim.text.get(words.language) or next(iter(claim.text.values()), "")
    if own:
        return own
    named = ((role, ", ".join(term.name for term in terms)) for role, terms in claim.arguments.items())
    return ", ".join(f"{words.role(role)}: {names}" for role, names in named)


def predicate(name: str, kind: Kind) -> dict[str, Any]:
    """What a predicate takes, as plain data."""
    return {
        "predicate": name,
        "arguments": list(PREDICATES[name]),
        "values": [UNITS[each] for each in kind.values],
        "time": kind.time,
        "exclusive": kind.only,
        "example": {"predicate": name, **kind.example},
    }


def predicate_page(plain: dict[str, Any]) -> str:
    """The same for people."""
    told = [("value", " or ".join(plain["values"])), ("time", plain["time"]), ("exclusive", plain["exclusive"])]
    needs = "; ".join(f"{key}: {value}" for key, value in told if value)
    return (
        "\n".join(
            (
                f"{plain['predicate']}  {' '.join(plain['arguments'])}",
                *([f"  {needs}"] if needs else ()),
                f"  {shown(plain['example'])}",
            )
        )
        + "\n"
    )


def page(claim: ReferenceClaim, words: Words) -> str:
    """Everything known of a claim, its keys in the reader's language."""
    lines = [line for key, value in plain(claim).items() if key != "id" for line in _lines(key, value, words)]
    return "\n".join((safe(claim.id), "", *map(safe, lines))) + "\n"


def _lines(key: str, value: Any, words: Words) -> list[str]:
    name = words.known(key)
    if key == "exclusive":
        return [f"{name}: {', '.join(map(words.role, value))}"]
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [f"{name}:", *(f"  - {_one(each, words)}" for each in value)]
    if isinstance(value, dict):
        called = words.role if key in BY_ROLE else words.known
        return [f"{name}:", *(f"  {called(k)}: {_one(v, words)}" for k, v in value.items())]
    return [f"{name}: {_one(value, words)}"]


def near(name: str, base: Reference) -> str:
    """What was probably meant."""
    close = get_close_matches(name, [each.id for each in base.claims()], n=1)
    return f"; did you mean '{close[0]}'?" if close else "; `claimcheck claims list` shows them"


SAID: dict[type, Callable[[Any], Any]] = {
    Period: attrgetter("edtf"),
    Term: attrgetter("name"),
    Decimal: str,
    Measure: lambda value: {
        key: str(each) for key in ("number", "unit", "hedge", "noun") if (each := getattr(value, key)) is not None
    },
}


def plain(value: Any) -> Any:
    """A claim as plain data, without what is not said; dates as EDTF, numbers with their digits."""
    if type(value) in SAID:
        return SAID[type(value)](value)
    if hasattr(value, "_asdict"):
        value = {name: each for name, each in value._asdict().items() if each not in (None, (), {}, False)}
    if isinstance(value, Mapping):
        return {name: plain(each) for name, each in value.items()}
    return [plain(each) for each in value] if isinstance(value, tuple | list) else value


def _one(value: Any, words: Words) -> str:
    if isinstance(value, dict):
        return ", ".join(
            _one(each, words) if isinstance(each, dict) else f"{words.known(key)}: {_one(each, words)}"
            for key, each in value.items()
        )
    if isinstance(value, list):
        return ", ".join(_one(each, words) for each in value)
    return words.known(str(value)) if str(value) in FIXED or isinstance(value, bool) else str(value)
