"""What words call a number that must add up with others: their sum, all of them, the rest, what is left, or a gap."""

from __future__ import annotations

from typing import Literal

from claimcheck.constraints.leading import leading
from claimcheck.constraints.operands import REST, amount, changed, counted, follows_directly, is_of_them, usable
from claimcheck.constraints.rows import in_brackets
from claimcheck.language.words import words_of
from claimcheck.languages.word_roles import NUMBER
from claimcheck.statements.agreement import GAINS, LOSSES
from claimcheck.statements.statement import Statement, Statements

SUM = frozenset({"total", "together"})
EACH = frozenset({"each", "per_one"})
LEFT = frozenset({"conclude", "remain"})
"""What a verb says by which a rest comes of what was told: "that leaves 40", not "it remained at 40"."""
NO_SUM = frozenset({"average", "half_time", "ranging", "earlier"})
CONCLUDED = frozenset({"equals", "thereby", "or_"})
TAKEN_UP = frozenset({"definite", "all_of"})
CONCLUDES = frozenset({"thereby", "follows", "equals", "made_of"})
FEW_PARTS = range(2, 7)
"""So many places, clubs or days may be all of which a number is told: "in all three halls"."""
Role = Literal["sum", "all", "rest", "left", "gap"]
AHEAD = 2
RESULTS = GAINS | LOSSES


def role_of(table: Statements, each: Statement) -> Role | None:
    """What words call the number; a rest that "is left" may be more than what was told."""
    if not _is_term(each):
        return None
    if _is_rest(each) or (set(each.verb.senses) >= LEFT and table.takes_up(each)):
        return "rest"
    if "left_over" in each.cues | each.around:
        return "left"
    summed = None if NO_SUM & (each.cues | each.leaving) else _summed(table, each)
    return summed or ("all" if _takes_up(table, each) else None)


def _summed(table: Statements, each: Statement) -> Role | None:
    """Whether words call it the sum of others, or the gap between two."""
    if SUM & (each.cues | each.leaving) or _qualified(each) or _opened(each):
        return "sum"
    return "gap" if _is_gap(table, each) else None


def _takes_up(table: Statements, each: Statement) -> bool:
    """Whether a number is told of all that was told before it: "all 78", "the 47 suspects", "that brings it to 40",
    "540 in all three halls".
    """
    if _is_narrowed(table, each):
        return False
    known = TAKEN_UP & each.lead or CONCLUDES & each.around or _hangs_on_known(each) or _in_all_of_few(table, each)
    return bool(known) or table.takes_up(each)


def _in_all_of_few(table: Statements, each: Statement) -> bool:
    """Whether its clause tells it of a known few: "540 in all three halls"."""
    beside = (other for other in table.within(each.sentence) if other.place == each.place and other is not each)
    return any(TAKEN_UP & other.lead and usable(other) and amount(other) in FEW_PARTS for other in beside)


def _is_narrowed(table: Statements, each: Statement) -> bool:
    """Whether words tell a number from one of all: it comes on top, is some of them, or of another time."""
    if {"average", "half_time", "baseline"} & each.lead or {"besides", "again"} & each.around:
        return True
    if "of" in each.behind or is_of_them(each) or each.claim.type == "duration":
        return True
    before = [other for other in table.within(each.sentence) if other.last <= each.first]
    return bool(before) and follows_directly(before[-1], each)  # "nine of the 27"


def _hangs_on_known(each: Statement) -> bool:
    """Whether it is the amount of a definite noun: "the loss of 22 trees"."""
    cue = leading(each, frozenset({"amount_of"}))
    chunk = each.held.chunk_at(each.held.tokens[cue.first - 1].span.start) if cue is not None and cue.first else None
    if chunk is None or chunk.determiner is None:
        return False
    return "definite" in each.near.roles(chunk.determiner, chunk.determiner + 1)


def _is_term(each: Statement) -> bool:
    """Whether the number may be told to be one of a sum: no change, counted once, and not said again in brackets."""
    return usable(each) and not changed(each) and not in_brackets(each) and not EACH & (each.cues | each.leaving)


def _is_gap(table: Statements, each: Statement) -> bool:
    """Whether the number is one of a noun that tells a distance: "a deficit of 40", "47 km/h zu schnell"."""
    words = words_of(table.article.document.language or "")
    before = [token.text for token in each.held.tokens[max(0, each.first - AHEAD) : each.first]]
    measured = each.claim.about.measure.text if each.claim.about and each.claim.about.measure else ""
    if words is None or each.value.unit is None:
        return False
    if each.concept in RESULTS:
        return True  # what is left of what came in and went out
    return "excess" in each.leaving or any("gap" in words.senses_of_noun(word) for word in (measured, *before))


def _qualified(each: Statement) -> bool:
    """Whether its clause speaks of all of something."""
    return each.claim.about is not None and "total" in each.claim.about.qualifiers


def _opened(each: Statement) -> bool:
    """Whether words for a sum open its sentence, and it is the first number there: "All told, they have 40"."""
    opening = each.near.at(0)
    if opening is None or not SUM & opening.roles:
        return False
    return not any(token.roles & NUMBER for token in each.held.tokens[opening.last : each.first])


def _is_rest(each: Statement) -> bool:
    """Whether the number is called the rest itself."""
    if REST & each.lead or ("remaining" in each.cues and counted(each) is None) or "left_over" in each.leaving:
        return True
    return "own_share" in each.around and bool(CONCLUDED & each.around)
