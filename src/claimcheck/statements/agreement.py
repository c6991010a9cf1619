"""Whether two statements may be about one thing, slot by slot, and how they are tied to each other.

Every slot agrees, contradicts or is unknown. What contradicts is a veto; what is unknown is enough within one
construction and never across a full stop.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claimcheck.model import Document
from claimcheck.model.comparison import EVIDENCE_FROM_TEXT, Evidence, Slot
from claimcheck.statements.concepts import stem
from claimcheck.statements.dimension import comparable
from claimcheck.statements.evidence import joint
from claimcheck.statements.families import table
from claimcheck.statements.statement import Statement
from claimcheck.statements.words import alike

UNREAL = frozenset({"possibility", "condition", "question", "negated"})
Agreement = bool | None
"""True where two slots agree, False where they contradict, None where one of them is unknown."""


def nouns_agree(one: Statement, two: Statement) -> Agreement:
    """Whether both are numbers of one thing: one concept, one noun, or nouns of which the one is part of the other."""
    if one.concept and two.concept:
        return one.concept == two.concept or _within(one.concept, two.concept) or _within(two.concept, one.concept)
    if one.noun and two.noun:
        return alike(one.noun, two.noun) or _compound(one.noun, two.noun)
    return None


def _within(part: str, whole: str) -> bool:
    return whole in table()[part].get("part_of", ())


def _compound(one: str, two: str) -> bool:
    """Whether the one noun ends in the other: "Freilandunfälle" and "Unfälle"."""
    short, long = sorted((stem(one), stem(two)), key=len)
    return len(short) >= 4 and long.endswith(short)


def owners_agree(one: Statement, two: Statement) -> Agreement:
    """Whether both are told of the same one: by entity, else by name or noun."""
    first, second = one.owner, two.owner
    if first is None or second is None:
        return None
    if first.entity and second.entity:
        return first.entity == second.entity
    a, b = first.text.lower(), second.text.lower()
    return a in b or b in a or alike(first.text, second.text)


def statuses_agree(one: Statement, two: Statement) -> Agreement:
    """Whether both are told as facts or both are not; a plan may be set beside a fact within one construction."""
    first, second = one.claim.modality, two.claim.modality
    if first == second:
        return True
    return False if {first, second} & UNREAL else None


def contradiction(
    one: Statement, two: Statement, slots: Sequence[Slot] = ("unit", "noun", "subject", "status")
) -> Slot | None:
    """The first of the slots in which the two contradict; None where nothing speaks against comparing them."""
    for slot in slots:
        if slot == "unit" and not comparable(one.claim, two.claim):
            return slot
        if slot == "noun" and nouns_agree(one, two) is False:
            return slot
        if slot == "subject" and owners_agree(one, two) is False:
            return slot
        if slot == "status" and statuses_agree(one, two) is False:
            return slot
    return None


def tie(document: Document, one: Statement, two: Statement) -> Evidence | None:
    """What joins two statements, in either order of the text; None where they only stand near each other."""
    first, second = sorted((one, two), key=lambda each: each.claim.span)
    evidence, slot = joint(document, first.stand, second.stand)
    if evidence != "nearness" and slot is None:
        return evidence
    same = nouns_agree(one, two) and owners_agree(one, two)
    return "equal_slots" if same else None


def weakest(found: Sequence[Evidence]) -> Evidence:
    """The weakest of several pieces of evidence."""
    return max(found, key=EVIDENCE_FROM_TEXT.index)


def slipped(stated: Decimal, right: Decimal) -> bool:
    """Whether a number is what a slip of the pen makes of another: two digits changed places, one is another digit,
    one too few or too many, or the point moved.

    Only for numbers of three digits and more: two short ones are so alike by chance.
    """
    one, two = _digits(stated), _digits(right)
    if min(len(one), len(two)) < 2 or stated == right or max(len(one), len(two)) < 3:
        return False
    if len(one) != len(two):
        long, short = sorted((one, two), key=len, reverse=True)
        return len(long) == len(short) + 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
    if one == two:
        return True
    apart = [at for at in range(len(one)) if one[at] != two[at]]
    if len(apart) == 1:
        return True
    return (
        len(apart) == 2
        and apart[1] == apart[0] + 1
        and one[apart[0]] == two[apart[1]]
        and one[apart[1]] == two[apart[0]]
    )


def _digits(number: Decimal) -> str:
    """All its digits but the zeros in front."""
    return f"{abs(number):f}".replace(".", "").lstrip("0")
