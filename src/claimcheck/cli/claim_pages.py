"""Reference claims as text: a table of many, a page of one, the plain data of JSON."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from difflib import get_close_matches
from itertools import islice
from typing import Any

from claimcheck.model.measure import Measure
from claimcheck.model.period import Period
from claimcheck.model.reference import ReferenceClaim, Term
from claimcheck.reference import Reference
from claimcheck.reference.fold import folded
from claimcheck.reference.plain import claim as build
from claimcheck.report.safe import safe


def choose(base: Reference, word: str, predicate: str | None, limit: int) -> list[ReferenceClaim]:
    """The claims about the entity a word names, else those with the word in id or sentence; all without a word."""
    known = {each.id for entity in base.resolve(word) for each in base.about(entity.id)} if word else set()
    fold = f" {folded(word)} "
    found = [
        each
        for each in base.claims()
        if (not word or each.id in known or fold in f" {folded(' '.join((each.id, *each.text.values())))} ")
        and predicate in (None, each.predicate)
    ]
    for store in base.stores:
        more = (build(each) for each in store.some(word, limit))
        found += [each for each in more if predicate in (None, each.predicate)]
    return list(islice({each.id: each for each in found}.values(), limit))


def table(claims: list[ReferenceClaim]) -> str:
    """One line a claim."""
    rows = [(safe(each.id), safe(each.predicate), safe(sentence(each))) for each in claims]
    widths = [max((len(row[column]) for row in rows), default=0) for column in (0, 1)]
    return "".join(f"{name:<{widths[0]}}  {kind:<{widths[1]}}  {text}\n" for name, kind, text in rows)


def sentence(claim: ReferenceClaim) -> str:
    """Its sentence in the first language it has, else its arguments."""
    return next(iter(claim.text.values()), "") or ", ".join(
        f"{role}: {_terms(each)}" for role, each in claim.arguments.items()
    )


def page(claim: ReferenceClaim) -> str:
    """Everything known of a claim, under the keys of its file."""
    lines = [safe(claim.id), ""]
    for key, value in plain(claim).items():
        if key == "id":
            continue
        if isinstance(value, list) and value and isinstance(value[0], dict):
            lines += [f"{key}:", *(safe("  - " + _one(each)) for each in value)]
        elif isinstance(value, dict):
            lines += [f"{key}:", *(safe(f"  {k}: {_one(v)}") for k, v in value.items())]
        else:
            lines.append(safe(f"{key}: {_one(value)}"))
    return "\n".join(lines) + "\n"


def near(name: str, base: Reference) -> str:
    """What was probably meant."""
    close = get_close_matches(name, [each.id for each in base.claims()], n=1)
    return f"; did you mean '{close[0]}'?" if close else "; `claimcheck claims list` shows them"


def plain(value: Any) -> Any:
    """A claim as plain data, without what is not said; dates as EDTF, numbers with their digits."""
    if isinstance(value, Period):
        return value.edtf
    if isinstance(value, Measure):
        number = {"number": str(value.number), "unit": value.unit, "hedge": value.hedge, "noun": value.noun}
        return {key: each for key, each in number.items() if each is not None}
    if isinstance(value, Term):
        return value.name
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: plain(each) for name, each in value._asdict().items() if each not in (None, (), {}, False)}
    if isinstance(value, Mapping):
        return {name: plain(each) for name, each in value.items()}
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    return str(value) if isinstance(value, Decimal) else value


def _one(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(
            _one(each) if isinstance(each, dict) else f"{key}: {_one(each)}" for key, each in value.items()
        )
    return ", ".join(map(_one, value)) if isinstance(value, list) else str(value)


def _terms(terms: tuple[Term, ...]) -> str:
    return ", ".join(term.name for term in terms)
