"""A share whose part or whole its own sentence names: "14 percent of the 595", "60 percent, or 1.44 million euros"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.constraints.operands import changed, follows_directly, of_one_kind, one_word, usable
from claimcheck.languages.word_roles import COMMA, MARK, OPEN, VERB
from claimcheck.model.analysis import Token
from claimcheck.model.comparison import Evidence
from claimcheck.model.link import PartWay
from claimcheck.statements.statement import Statement, Statements

BACK, AHEAD = 3, 1
"""So many sentences of its paragraph before and behind a share hold its part and its whole at most."""
RESULT = frozenset({"equals", "thereby"})
"""Words by which a share says again what part and whole say: "that is", "so"."""
NO_PART = frozenset({"rise", "fall", "change", "more", "less", "baseline", "than", "earlier", "majority", "needed"})
"""Words that tell a number from one that is a part: it moves, is more than another, or is needed."""


class Filling(NamedTuple):
    """A part and a whole that are tied to a share."""

    part: Statement
    whole: Statement
    evidence: Evidence
    way: PartWay = "of"


def of_named(table: Statements, share: Statement) -> Filling | None:
    """As in "40 percent of the 2,500 employees, or 1,000", "81 signed, that is 14 percent of the 595 players"."""
    told = terms_of(table, share.sentence)
    count = sum(each.first < share.first for each in told)
    before, behind = told[:count], told[count:]
    if behind and _is_whole_of(share, behind[0]):
        whole, part = behind[0], _again(behind[1:]) or _said_before(table, share, before, behind)
    elif before and "of_which" in share.cues:
        whole, part = before[-1], _again(behind)
    else:
        return None
    return Filling(part[0], whole, "construction") if len(part) == 1 and of_one_kind(part[0], whole) else None


def _is_whole_of(share: Statement, whole: Statement) -> bool:
    """Whether the share is said to be of the number: "14 percent of the 595", "of the funds of 360,000 euros"."""
    return "of" in whole.lead and (follows_directly(share, whole) or _hangs_on_base(share, whole))


def _hangs_on_base(share: Statement, whole: Statement) -> bool:
    """Whether the number is that of what the share is of: "2 percent of the funds of 360,000 euros"."""
    base = base_of(share) or share.noun
    return base is not None and whole.noun is not None and whole.clause == share.clause and one_word(base, whole.noun)


def _said_before(
    table: Statements, share: Statement, before: list[Statement], behind: list[Statement]
) -> list[Statement]:
    """The part before a share of a named whole: "81, or 14 percent of the 595"; "81 signed. That is 14 percent of"."""
    if before:
        return before if _says_again(share) else []
    again = len(behind) == 1 and RESULT & (share.cues | share.around)
    return terms_of(table, share.sentence - 1) if again else []


def in_numbers(table: Statements, share: Statement) -> Filling | None:
    """As in "60 percent, that is 1.44 million": the part is the number behind it, the whole the only one before."""
    for part in [each for each in table.within(share.sentence) if each.first >= share.last][:1]:
        if part.value.unit is not None and _may_be_part(part) and _explains(share, part):
            above = [each for each in _before(table, share) if of_one_kind(each, part)]
            return Filling(part, above[0], "anaphor") if len(above) == 1 else None
    return None


def _may_be_part(each: Statement) -> bool:
    return usable(each) and not changed(each)


def _explains(share: Statement, part: Statement) -> bool:
    """Whether the number says the share again: "60 percent, that is …", "a quarter of the money, 1.05 million,"."""
    between = share.held.tokens[share.last : part.first]
    if not between or any(token.roles & VERB for token in between) or NO_PART & part.cues:
        return False
    return bool(part.lead & (RESULT | {"or_"})) or _set_off(part, between)


def _set_off(part: Statement, between: Sequence[Token]) -> bool:
    """Whether marks alone set the number off from what it explains."""
    tokens = part.held.tokens
    ends = part.last >= len(tokens) or bool(tokens[part.last].roles & MARK)
    return ends and bool(between[-1].roles & (COMMA | OPEN)) and sum(bool(each.roles & MARK) for each in between) == 1


def _before(table: Statements, share: Statement) -> list[Statement]:
    """The operands in front of a share, in its sentence and those before it."""
    told = [each for at in reach(table, share) if at <= share.sentence for each in table.within(at)]
    return [each for each in told if _may_be_part(each) and each.claim.span < share.claim.span]


def reach(table: Statements, share: Statement) -> range:
    """The sentences that may hold a part and a whole."""
    first, last = table.paragraph(share.sentence, BACK, AHEAD)
    return range(first, last + 1)


def terms_of(table: Statements, number: int) -> list[Statement]:
    """What may be a part or a whole in a sentence; no length of time."""
    told = table.within(number)
    return [each for each in told if _may_be_part(each) and each.claim.type != "duration"]


def _again(behind: list[Statement]) -> list[Statement]:
    """The number right behind a share, if it is said to be the same: "or 1,000", "1,000 to be exact"."""
    return [each for each in behind[:1] if each.lead & (RESULT | {"or_"}) or "exactly" in each.lead | each.leaving]


def _says_again(share: Statement) -> bool:
    """Whether the share follows a comma or a word for it: "81 players, 14 percent of the 595"."""
    return bool(RESULT & share.cues) or bool(share.first and share.held.tokens[share.first - 1].roles & (COMMA | OPEN))


def base_of(share: Statement) -> str | None:
    """What a share is said to be of."""
    about = share.claim.about
    return None if about is None or about.of is None else about.of.text
