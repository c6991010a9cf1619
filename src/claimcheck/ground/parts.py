"""Who did what to whom: relations of the draft against the same relations of the sources, in whatever language."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.ground.match import Index
from claimcheck.ground.text import Text
from claimcheck.model import Claim
from claimcheck.model.relation import Argument, Relation
from claimcheck.model.support import Evidence, Reason, Support, Verdict
from claimcheck.reference.predicates import arguments


def judge_parts(draft: Text, indexes: Sequence[Index]) -> list[Support]:
    """A verdict for each relation between two names that a source states of the same two: alike, or turned round."""
    found = []
    for claim in draft.article.claims:
        if isinstance(claim.value, Relation) and (ours := _two(claim.value)) is not None:
            held = [
                (text, other, same)
                for text in (index.text for index in indexes)
                for other in text.relations
                if (same := _alike(draft, claim, ours, text, other)) is not None
            ]
            held.sort(key=lambda each: not each[2])  # one source that has it so is enough
            if held:
                text, other, same = held[0]
                there = other.span
                evidence = Evidence(text.path, there, text.article.document.text[there.start : there.end])
                verdict: Verdict = "supported" if same else "contradicted"
                reason: Reason = "same" if same else "roles"
                found.append(Support(draft.path, claim.span, claim.text, verdict, reason, (evidence,)))
    return found


def _two(relation: Relation) -> tuple[Argument, Argument] | None:
    """The two names of a relation; None if it has fewer, or if they may change places."""
    named = [role for role, (_, entity) in arguments(relation.predicate).items() if entity]
    held = [argument for role, argument in relation.arguments if role in named and not argument.implied]
    return (held[0], held[1]) if len(held) == 2 else None


def _alike(draft: Text, claim: Claim, ours: tuple[Argument, Argument], text: Text, other: Claim) -> bool | None:
    """Whether both relations have the same names in the same parts; False: in each other's; None: other names."""
    mine, theirs = claim.value, other.value
    assert isinstance(mine, Relation) and isinstance(theirs, Relation)
    there = _two(theirs) if mine.predicate == theirs.predicate else None
    if there is None or (claim.modality == "negated") != (other.modality == "negated"):
        return None
    straight = [_same(draft, one, text, two) for one, two in zip(ours, there, strict=True)]
    crossed = [_same(draft, one, text, two) for one, two in zip(ours, reversed(there), strict=True)]
    if all(straight) and not any(crossed):
        return True
    return False if all(crossed) and not any(straight) else None


def _same(draft: Text, one: Argument, text: Text, two: Argument) -> bool:
    if one.entity is not None and two.entity is not None:
        return one.entity == two.entity
    return bool(_stems(draft, one) & _stems(text, two))


def _stems(text: Text, argument: Argument) -> set[str]:
    return {text.words[i].stem for i in text.at(argument.span) if text.capital[i] and text.words[i].content}
