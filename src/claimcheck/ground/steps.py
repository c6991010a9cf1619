"""The part a number plays in a change: from 96, to 71, by 25."""

from __future__ import annotations

from typing import Literal

from claimcheck.ground.figures import Number
from claimcheck.ground.kinds import alike
from claimcheck.ground.text import Text
from claimcheck.ground.words import DOWN, UP

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
    if theirs not in ("from", "by"):
        return False
    beside = [
        each
        for each in source.in_sentence(source.sentence[at])
        if each.at != at
        and abs(each.at - at) <= FEW
        and part_of(source, each.at) == "to"
        and each.clause == source.clause[at]
    ]
    kinds = [each.kind for each in source.in_sentence(source.sentence[at]) if each.at == at]
    if not beside or not kinds or not any(alike(kinds[0], each.kind) for each in beside):
        return False
    ours = part_of(draft, number.at)
    words = [draft.words[i] for i in draft.tokens(number.sentence)]
    if theirs == "from":
        dated = any(each.kind == "date" for each in draft.in_sentence(number.sentence))
        past = dated or any(word.low in draft.language.earlier for word in words)
        return ours == "to" or (ours is None and not past)
    steps = any(side in (UP, DOWN) for word in words for side in word.sides)
    return ours is None and not steps and not any(word.low in draft.language.apart for word in words)
