"""The offices that a language has words for, by the keys that are the same in every language."""

from __future__ import annotations

from functools import cache

from claimcheck.languages.extra import extra


@cache
def office_keys(code: str) -> dict[str, str | None]:
    """Word or phrase → the key of its office, None for what people are without a key; empty for no such language."""
    table = extra(code, "relation_verbs").get("offices", {})
    return dict(table)


@cache
def joins_compounds(code: str) -> bool:
    """Whether an office may be the last part of a longer word: "Finanzministerin"."""
    return bool(extra(code, "grammar").get("noun_capitals"))
