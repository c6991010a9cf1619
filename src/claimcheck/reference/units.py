"""The units a claim may have: every one that some language can read."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from claimcheck import languages

_ROLES = ("currency", "unit", "time", "percent")


@cache
def known_units() -> frozenset[str]:
    """ISO 4217 codes, percent units, units of time and physical units of all known languages."""
    return frozenset(
        roles[role]
        for code in languages.known()
        for roles in _all_roles(languages.load(code).lexicon)
        for role in _ROLES
        if isinstance(roles.get(role), str)
    )


def _all_roles(lexicon: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from (roles for roles in lexicon["roles"] if roles)
    yield from lexicon["beside"].values()
    for surfaces in lexicon["exact"].values():
        yield from surfaces.values()
