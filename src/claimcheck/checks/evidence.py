"""Why the operands of a comparison belong together, and what speaks against it: clauses, subjects, marks and nouns.

Standing near each other is no evidence. Two numbers are about one thing where one clause holds both, where a mark sets
the one beside the other, where a word points back, or where both clauses have the same subject. Another subject,
another time or another status of a statement is a veto.
"""

from __future__ import annotations

from itertools import combinations, pairwise

from claimcheck.checks.comparison import Comparison
from claimcheck.model import Claim
from claimcheck.model.comparison import EVIDENCE_FROM_TEXT, Evidence, Slot
from claimcheck.model.report import Article
from claimcheck.statements.dimension import UNSTATED, dimension, measure
from claimcheck.statements.evidence import Grounds, Stand, joint, stands
from claimcheck.statements.words import alike

SUMMED = frozenset({"share", "total"})
OF_ONE = frozenset({"change", "difference", "direction", "factor", "points", "share"})
"""The kinds whose operands are told of one subject; what each of many costs and what they are together need not be."""
UNTIED: tuple[Evidence, ...] = ("equal_slots", "nearness")


def _joined(article: Article, kind: str, found_at: list[Stand]) -> list[Grounds]:
    """What joins each number to the next; of a total and its parts what joins them as a list."""
    pairs = [joint(article.document, one, two) for one, two in pairwise(found_at)]
    return _listed(pairs, found_at) if kind == "total" else pairs


def grounds(article: Article, comparison: Comparison, kind: str) -> Grounds:
    """The evidence, and the slot that speaks against comparing, if one does; `kind` is that of the check."""
    if comparison.evidence is not None or comparison.asks:
        return comparison.evidence or "wording", comparison.slot
    found_at = stands(article.analysis, sorted({role.span for role in comparison.roles}))
    if not found_at:
        return "nearness", None
    if len(found_at) == 1:
        return "wording", comparison.slot
    found = _joined(article, kind, found_at)
    weakest, _ = max(found, key=lambda each: EVIDENCE_FROM_TEXT.index(each[0]))
    return weakest, comparison.slot or _of_kind(kind, comparison) or _of_subjects(kind, comparison, found)


def _of_kind(kind: str, comparison: Comparison) -> Slot | None:
    """What speaks against a comparison of this kind by its own operands."""
    if kind in SUMMED and _of_two_units(comparison.claims):
        return "unit"
    return "noun" if kind == "total" and _of_two_nouns(comparison.claims) else None


def _of_subjects(kind: str, comparison: Comparison, found: list[Grounds]) -> Slot | None:
    """Whether what must be told of one thing is told of two, or is planned once and a fact once."""
    if kind not in OF_ONE:
        return None
    if slots := [slot for _, slot in found if slot is not None]:
        return slots[0]
    loose = any(evidence in UNTIED for evidence, _ in found)
    return "status" if loose and len({claim.modality for claim in comparison.claims}) > 1 else None


def _of_two_units(claims: tuple[Claim, ...]) -> bool:
    """Whether a bare number stands beside one with a unit of its own, and no scale word says that they share it."""
    bare = [claim for claim in claims if dimension(claim) == UNSTATED]
    units = {dimension(claim) for claim in claims} - {UNSTATED, "percent"}
    return bool(units - {""}) and any((value := measure(claim)) and not value.rounded for claim in bare)


def _of_two_nouns(claims: tuple[Claim, ...]) -> bool:
    """Whether two parts are counted alike, and as another thing than the total: 568 seats, 14 and 13 provinces."""
    whole, *parts = [value.noun if (value := measure(claim)) else None for claim in claims]
    named = [noun for noun in parts if noun]
    return bool(whole) and any(alike(one, two) and not alike(one, whole or "") for one, two in combinations(named, 2))


def _listed(found: list[Grounds], stands: list[Stand]) -> list[Grounds]:
    """The joints of a list: where a word has pointed to the whole, the members behind it belong to it."""
    for at in range(1, len(found)):
        same = stands[at].number == stands[at + 1].number
        if same and found[at - 1][0] == "anaphor" and found[at] == ("nearness", None):
            found[at] = "anaphor", None
    return found
