"""What tells that a share belongs to a part and a whole: ratios, words that say again, wholes named or summed up."""

from __future__ import annotations

from claimcheck.link.dimension import comparable, dimension, is_rate, measure
from claimcheck.link.frame import Frame
from claimcheck.link.pairs import in_scale
from claimcheck.model import Claim, Duration


def is_count(claim: Claim) -> bool:
    """Whether the claim is a single number of things, neither share nor rate nor range."""
    value = measure(claim)
    if value is None or value.number is None:
        return False
    return dimension(claim) not in ("percent", "time") and not is_rate(value) and not isinstance(claim.value, Duration)


def ratio_of(frame: Frame, before: list[int]) -> tuple[int, int] | None:
    """Part and whole side by side, "82 of 471", as the last two counts."""
    if len(before) < 2:
        return None
    part, whole = before[-2], before[-1]
    joined = whole - part <= 3 and all(item.kind == "word" for item in frame.items[part + 1 : whole])
    if joined and frame.before(whole, "of") and comparable(frame.claim(part), frame.claim(whole)):
        return part, whole
    return None


def part_of(claim: Claim, whole: Claim) -> Claim:
    """The part in the scale of the whole, unless it would then be larger: "246 of 249 million", "853 of 2 million"."""
    scaled = in_scale(claim, whole)
    part, all_of_it = measure(scaled), measure(whole)
    if part is None or all_of_it is None or part.number is None or all_of_it.number is None:
        return claim
    return scaled if part.number <= all_of_it.number else claim


def repeats(frame: Frame, at: int) -> bool:
    """Whether the share only says again what was told: "(25 percent)", "or 25 percent", ", about 25 percent."."""
    if frame.mark(at - 1) == "(":
        return frame.mark(at + 1) in (")", ",", ";")
    if equals_before(frame, at):
        return True
    return frame.mark(at - 1) in (",", "–", "—", "-") and (frame.mark(at + 1) != "" or at + 1 >= len(frame.items))


def equals_before(frame: Frame, at: int) -> bool:
    """Whether words such as "or", "that is" stand before, with at most light words between."""
    for near in range(at - 1, max(-1, at - 7), -1):
        item = frame.items[near]
        if "equals" in item.roles:
            return True
        if item.kind in ("number", "mark"):
            return False
    return False


def in_brackets(frame: Frame, at: int) -> bool:
    """Whether the number stands alone in brackets."""
    return frame.mark(at - 1) == "(" and frame.mark(at + 1) == ")"


def equals_around(frame: Frame, at: int) -> bool:
    """Whether the number is said to be the same as what was told: "that is 200", "which corresponds to 200"."""
    return equals_before(frame, at) or (frame.mark(at - 2) == "," and "equals" in frame.roles(at + 1, at + 6))


def names_other_whole(frame: Frame, at: int, wholes: list[int]) -> bool:
    """Whether the share is followed by its own whole, which is not counted here: "95 percent of the flights"."""
    if at + 1 >= len(frame.items) or "of" not in frame.items[at + 1].roles:
        return False
    named = [item.text.lower() for item in frame.items[at + 2 : at + 6] if item.kind == "word"]
    nouns = [value.noun.lower() for n in wholes if (value := measure(frame.claim(n))) and value.noun]
    return not any(noun.endswith(word) for noun in nouns for word in named if len(word) > 3)


def total_near(frame: Frame, at: int) -> bool:
    """Whether a word such as "in all" stands beside the number."""
    return "total" in frame.roles(at - 3, at + 1) or "total" in frame.roles(at + 1, at + 3)
