"""What joins a number to what it is a number of, in one language."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from claimcheck.languages.extra import extra
from claimcheck.statements.concepts import stem

ENDING = re.compile(r"(?<=...)(?:ern|e[nrs]?|n|s)$")


class Joints(NamedTuple):
    """The words of statements.yaml, nouns as stems."""

    number: frozenset[str]
    loose: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]
    owner: frozenset[str]
    share: frozenset[str]
    attribute: frozenset[str]
    change_nouns: frozenset[str]
    change_verbs: frozenset[str]
    equal_verbs: frozenset[str]
    have_verbs: frozenset[str]
    age_nouns: frozenset[str]
    age_word: str
    no_owner: frozenset[str]
    empty: frozenset[str]
    persons: frozenset[str]
    owners: frozenset[str]


@cache
def joints(code: str) -> Joints | None:
    """The joints of a language; None where it has no such words."""
    table = extra(code, "statements")
    if not table:
        return None
    return Joints(
        frozenset(table["number_prepositions"]),
        frozenset(table["loose_prepositions"]),
        tuple(tuple(each.split()) for each in table["number_phrases"]),
        frozenset(table["owner_prepositions"]),
        frozenset(table["share_prepositions"]),
        frozenset(table["attribute_prepositions"]),
        frozenset(map(stem, table["change_nouns"])),
        frozenset(table["change_verbs"]),
        frozenset(table["equal_verbs"]),
        frozenset(table["have_verbs"]),
        frozenset(map(stem, table["age_nouns"])),
        table["age_word"],
        frozenset(map(stem, table["no_owner"])),
        frozenset(table["pronoun_subjects"]),
        frozenset(table["person_pronouns"]),
        frozenset(table["owner_pronouns"]),
    )


def alike(word: str | None, other: str | None) -> bool:
    """Whether two nouns are forms of one word ("Wohnung", "Wohnungen"; "bus", "buses")."""
    if not word or not other:
        return False
    one, two = word.lower(), other.lower()
    short = min(len(one), len(two))
    same = next((at for at in range(short) if one[at] != two[at]), short)
    return (same >= 3 and max(len(one), len(two)) - same <= 3) or not _stems(one).isdisjoint(_stems(two))


def _stems(word: str) -> set[str]:
    """A noun without what the plural changes, with and without its ending: "Häuser" and "Haus" share one."""
    plain = word.translate(str.maketrans("äöü", "aou"))
    return {plain, ENDING.sub("", plain, count=1)}
