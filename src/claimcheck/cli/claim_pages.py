"""Reference claims as text: a table of many, a page of one, the plain data of JSON."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from difflib import get_close_matches
from itertools import islice
from typing import Any, get_args

from claimcheck.model.measure import Hedge, Measure
from claimcheck.model.period import Period
from claimcheck.model.reference import Confidence, ReferenceClaim, Term
from claimcheck.reference import Reference
from claimcheck.reference.fold import folded
from claimcheck.reference.plain import claim as build
from claimcheck.report.safe import safe
from claimcheck.report.words import Words

BY_ROLE = frozenset(("arguments", "accepted_terms", "denied", "name_then"))
FIXED = frozenset((*get_args(Confidence), *get_args(Hedge)))


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


def table(claims: list[ReferenceClaim], words: Words) -> str:
    """One line a claim."""
    rows = [(safe(each.id), safe(each.predicate), safe(sentence(each, words))) for each in claims]
    widths = [max((len(row[column]) for row in rows), default=0) for column in (0, 1)]
    return "".join(f"{name:<{widths[0]}}  {kind:<{widths[1]}}  {text}\n" for name, kind, text in rows)


def sentence(claim: ReferenceClaim, words: Words) -> str:
    """Its sentence in the reader's language, else in the first it has, else its arguments."""
    own = claim.text.get(words.language) or next(iter(claim.text.values()), "")
    return own or ", ".join(f"{words.role(role)}: {_terms(each)}" for role, each in claim.arguments.items())


def page(claim: ReferenceClaim, words: Words) -> str:
    """Everything known of a claim, its keys in the reader's language."""
    lines = [safe(claim.id), ""]
    for key, value in plain(claim).items():
        if key == "id":
            continue
        name = words.known(key)
        if key == "exclusive":
            lines.append(f"{name}: {', '.join(map(words.role, value))}")
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            lines += [f"{name}:", *(safe("  - " + _one(each, words)) for each in value)]
        elif isinstance(value, dict):
            called = words.role if key in BY_ROLE else words.known
            lines += [f"{name}:", *(safe(f"  {called(k)}: {_one(v, words)}") for k, v in value.items())]
        else:
            lines.append(safe(f"{name}: {_one(value, words)}"))
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


def _one(value: Any, words: Words) -> str:
    if isinstance(value, dict):
        return ", ".join(
            _one(each, words) if isinstance(each, dict) else f"{words.known(key)}: {_one(each, words)}"
            for key, each in value.items()
        )
    if isinstance(value, list):
        return ", ".join(_one(each, words) for each in value)
    return words.known(str(value)) if str(value) in FIXED or isinstance(value, bool) else str(value)


def _terms(terms: tuple[Term, ...]) -> str:
    return ", ".join(term.name for term in terms)
