"""What a claim of the reference may say: its predicates, numbers, units and addresses.

Of a predicate's arguments "!" marks those that must be there, "*" names of entities.

An argument without "*" is plain words ("research and development"). A new predicate is one line here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any

from claimcheck import languages
from claimcheck.model.entity import EntityKind

PREDICATES: dict[str, tuple[str, ...]] = {
    "acquires": ("acquirer!*", "target!*"),
    "acquisition_failed": ("acquirer!*", "target!*"),
    "age": ("person!*",),
    "announced": ("party!*", "deal!"),
    "appointed": ("person!*", "role!", "organization*"),
    "board_member": ("person!*", "organization!*"),
    "born": ("person!*", "place*"),
    "capital_of": ("place!*", "country!*"),
    "compensation": ("about!", "organization*", "publisher*"),
    "completed": ("party!*", "deal!"),
    "count": ("about!", "publisher*"),
    "defeated": ("winner!*", "loser!*"),
    "died": ("person!*", "place*"),
    "founded": ("founder*", "organization!*"),
    "elected": ("person!*", "role!", "organization*"),
    "former_name": ("organization!*", "former!"),
    "has_role": ("person!*", "role!", "organization*"),
    "headcount": ("organization!*",),
    "holds_stake": ("holder!*", "target!*"),
    "invests": ("investor!*", "target!*"),
    "is_a": ("entity!*", "class!"),
    "joins": ("person!*", "organization!*", "from*"),
    "leads": ("person!*", "organization!*"),
    "leads_ranking": ("entity!*", "field!", "publisher*"),
    "leaves": ("person!*", "organization!*"),
    "located_in": ("entity!*", "place!*"),
    "member_of": ("person!*", "organization!*"),
    "name": ("organization!*", "type", "place"),
    "not_member_of": ("member!*", "organization!*"),
    "not_employed_by": ("person!*", "organization!*"),
    "offers": ("payer!*", "to!"),
    "opened": ("entity!*",),
    "owner": ("owner!*", "object!*"),
    "part_of": ("entity!*", "whole!*"),
    "pays": ("payer!*", "for!", "target*"),
    "plans": ("organization!*", "object!"),
    "population": ("place!*",),
    "profit": ("organization!*",),
    "property": ("entity!*", "property!"),
    "published": ("publication!", "publisher!*"),
    "raises": ("organization!*",),
    "regards_as_competitor": ("holder!*", "target!*"),
    "released": ("organization!*", "product!*"),
    "revenue": ("organization!*",),
    "said": ("speaker!*", "content!", "medium", "role", "organization*"),
    "share": ("about!", "publisher*"),
    "spends": ("spender!*", "purpose!"),
    "succeeds": ("person!*", "predecessor!*"),
    "trend": ("about!", "publisher*"),
    "valued_at": ("organization!*",),
}

KINDS: Mapping[str, EntityKind] = {
    "country": "place", "organization": "organisation", "person": "person", "place": "place", "predecessor": "person",
    "product": "product",
}  # fmt: skip
"""Arguments that tell what they name."""


def arguments(predicate: str) -> dict[str, tuple[bool, bool]]:
    """Of every argument whether it must be there and whether it names an entity; empty where no claim can say it."""
    return {each.rstrip("!*"): ("!" in each, "*" in each) for each in PREDICATES.get(predicate, ())}


def kind_of(argument: str) -> EntityKind | None:
    """What is named under an argument; None where it may be a person, a house or a place."""
    return KINDS.get(argument)


def known_predicate(written: str) -> str:
    """The predicate; ValueError with what was probably meant where there is none."""
    if written not in PREDICATES:
        from claimcheck.datafile.problems import suggestion  # noqa: PLC0415 – for mistakes only

        raise ValueError(f"no predicate is called '{written[:60]}'" + suggestion(written[:60], sorted(PREDICATES)))
    return written


def stated_number(written: str) -> str:
    """The number with its digits; ValueError where it is none."""
    try:
        finite = Decimal(written).is_finite()
    except InvalidOperation:
        finite = False
    if not finite:
        raise ValueError(f"{written[:60]!r} is no number; write 6.5E+9 or 300600")
    return written


def known_unit(written: str) -> str:
    """The unit; ValueError where no language has it."""
    if written not in _units():
        raise ValueError(f"the unit '{written[:60]}' is not known; write an ISO 4217 code, percent, year, km …")
    return written


def address(written: str) -> str:
    """The web address; ValueError where it is none."""
    if not written.startswith(("https://", "http://")) or any(char.isspace() for char in written):
        raise ValueError(f"'{written[:60]}' is no web address; write https://…")
    return written


@cache
def _units() -> frozenset[str]:
    """ISO 4217 codes, percent units, units of time and physical units of all known languages."""
    return frozenset(
        roles[role]
        for code in languages.known()
        for roles in _all_roles(languages.load(code).lexicon)
        for role in ("currency", "unit", "time", "percent")
        if isinstance(roles.get(role), str)
    )


def _all_roles(lexicon: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from (roles for roles in lexicon["roles"] if roles)
    yield from lexicon["beside"].values()
    for surfaces in lexicon["exact"].values():
        yield from surfaces.values()
