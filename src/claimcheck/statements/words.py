"""What joins a number to what it is a number of, in one language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from claimcheck.languages.extra import extra
from claimcheck.model.analysis import Clause, Sentence
from claimcheck.model.claim import Form
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
    taking_up: frozenset[str]
    pronouns: Mapping[str, frozenset[Form]]
    possessives: Mapping[str, frozenset[Form]]
    genders: Mapping[str, frozenset[Form]]
    definite: frozenset[str]
    kinds: Mapping[str, str]
    aged: frozenset[str]
    aged_by: Mapping[str, frozenset[str]]
    carrier: frozenset[str]
    setting: frozenset[str]
    old: frozenset[str]
    distance: frozenset[str]
    existential: frozenset[str]
    beside: frozenset[str]
    price: frozenset[str]
    rates: frozenset[str]
    substance: frozenset[str]
    partitives: frozenset[str]


@cache
def joints(code: str) -> Joints | None:
    """The joints of a language; None where it has no such words."""
    table = extra(code, "statements")
    if not table:
        return None
    marks = extra(code, "senses")["marks"]
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
        frozenset(table["taking_up"]),
        _forms(table["pronouns"]),
        _forms(table["possessives"]),
        _forms(table["genders"]),
        frozenset(table["definite"]),
        {stem(word): kind for kind, words in table["kinds"].items() for word in words},
        frozenset(map(stem, table["aged"])),
        {sex: frozenset(each.lower() for each in words) for sex, words in table["aged_by"].items()},
        frozenset(table["carrier_prepositions"]),
        frozenset(table["setting_prepositions"]),
        frozenset(table["old_prepositions"]),
        frozenset(table["distance_prepositions"]),
        frozenset(table["existential_verbs"]),
        frozenset(table["beside_prepositions"]),
        frozenset(table["price_prepositions"]),
        frozenset(table["rate_adverbs"]),
        frozenset(table["substance_prepositions"]),
        frozenset(marks["partitive"]),
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


def _forms(table: Mapping[Form, list[str]]) -> dict[str, frozenset[Form]]:
    """By word what it can stand for."""
    words = {word for each in table.values() for word in each}
    return {word: frozenset(form for form, each in table.items() if word in each) for word in words}


def takes_up(code: str, sentence: Sentence, clause: Clause) -> bool:
    """Whether the subject of a clause stands for what was told, and for no person: "That is …", "Das sind …"."""
    known, subject = joints(code), clause.subject
    if known is None or clause.kind == "relative" or subject is None or not subject.pronoun:
        return False
    return sentence.tokens[subject.head].low in known.taking_up
