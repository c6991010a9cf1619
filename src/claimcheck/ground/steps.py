"""The part a number plays in a change: from 96, to 71, by 25."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from claimcheck.ground.figures import Number, alike
from claimcheck.ground.text import Text
from claimcheck.ground.words import DOWN, UP, Word

Part = Literal["from", "to", "by"]
FEW = 8


def part_of(text: Text, at: int) -> Part | None:
    """What the word before a number says of its part in a change; None without such a word."""
    if at == 0 or text.clause[at - 1] != text.clause[at]:
        return None
    return text.language.steps.get(text.words[at - 1].low)


def parts_differ(draft: Text, number: Number, source: Text, at: int) -> bool:
    """Whether the source has the number as another end of a change: "to 96" for "from 96 to 71", "310" for "by 310".

    Only where the source names the other end beside it.
    """
    theirs = part_of(source, at)
    if theirs not in ("from", "by") or not _leads_to_another(source, at):
        return False
    ours = part_of(draft, number.at)
    words = [draft.words[i] for i in draft.tokens(number.sentence)]
    if theirs == "from":
        return ours == "to" or (ours is None and not _is_past(draft, number, words))
    if ours is not None or any(side in (UP, DOWN) for word in words for side in word.sides):
        return False
    return not any(word.low in draft.language.apart for word in words)


def _leads_to_another(source: Text, at: int) -> bool:
    """Whether "to" and another number of the kind stand in the clause of the number at a token."""
    numbers = source.in_sentence(source.sentence[at])
    ends = [
        each.kind
        for each in numbers
        if 0 < abs(each.at - at) <= FEW and each.clause == source.clause[at] and part_of(source, each.at) == "to"
    ]
    kinds = [each.kind for each in numbers if each.at == at]
    return bool(kinds) and any(alike(kinds[0], kind) for kind in ends)


def _is_past(draft: Text, number: Number, words: Sequence[Word]) -> bool:
    """Whether the draft says that it was so before, or when."""
    if any(each.kind == "date" for each in draft.in_sentence(number.sentence)):
        return True
    return any(word.low in draft.language.earlier for word in words)
