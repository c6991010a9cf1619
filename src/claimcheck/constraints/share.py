"""A share, its part and its whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations
from typing import NamedTuple

from claimcheck.constraints.operands import (
    MOST,
    amount,
    changed,
    counted,
    follows_directly,
    of_one_kind,
    one_word,
    parts_of,
    same_things,
    terms,
    usable,
)
from claimcheck.languages.word_roles import COMMA, MARK, OPEN
from claimcheck.model.comparison import Evidence
from claimcheck.model.link import PartOf, PartWay, PartWhole
from claimcheck.statements.agreement import slipped, statuses_agree
from claimcheck.statements.statement import Statement, Statements

BACK = 2
"""So many sentences before a share hold its part and its whole at most."""
RESULT = frozenset({"equals", "thereby"})
"""Words by which a share says again what part and whole say: "that is", "so"."""
MOVED = frozenset({"rise", "fall", "change"})
NO_SHARE = MOVED | {"more", "less", "baseline", "than", "earlier", "majority", "needed"}
SHARES = frozenset({"share", "turnout", "vote_share", "approval"})
"""Concepts of which a share is the whole value: a quota, a turnout."""
OTHER_TIME = frozenset({"earlier", "before_that", "later", "instead", "baseline"})
SUM = frozenset({"total", "together", "all_of"})
SIDES = frozenset({"voting", "pro", "contra"})
KNOWN = frozenset({"definite", "all_of"})
"""Words by which a counted part is one that was told of: "the 40 vessels"."""
HUNDRED = Decimal(100)


class Filling(NamedTuple):
    """A part and a whole that are tied to a share."""

    part: Statement
    whole: Statement
    evidence: Evidence
    way: PartWay = "of"


def shares(table: Statements) -> Iterator[PartWhole]:
    """Every share that words call the result of a part and a whole in reach."""
    for number in table.numbered():
        told = [each for each in table.within(number) if _is_share(each)]
        for each in told if len(told) == 1 else ():
            found = _of_named(table, each)
            if found is None:
                found = _licensed(table, each) if _called(table, each) else _selected(table, each)
            if found is not None:
                yield from _filled(table, each, found)


def _is_share(each: Statement) -> bool:
    value = each.value
    return value.unit == "percent" and value.number is not None and not is_change(each)


def is_change(each: Statement) -> bool:
    """Whether a share is one by which something changes, or that something must reach."""
    return bool(each.cues & NO_SHARE) or each.way is not None or changed(each)


def _called(table: Statements, each: Statement) -> bool:
    """Whether the share says again what counts say: "that is", "the quota is", "a turnout of", "of the votes"."""
    if _compared(table, each):
        return False
    result = RESULT & (each.cues | each.around) and not MOVED & each.around
    return bool(result or _named(each) or _alone(each) or (_base(each) and "voting" in each.cues))


def _named(each: Statement) -> bool:
    return each.concept in SHARES or "share_noun" in each.cues


def _compared(table: Statements, each: Statement) -> bool:
    """Whether its clause sets it against others from the start: "in Norland, by comparison, the share is"."""
    before = [cue for cue in table.cues(each.sentence) if cue.last <= each.first and each.verb.holds(cue.first)]
    return any("baseline" in cue.roles for cue in before)


def _of_named(table: Statements, share: Statement) -> Filling | None:
    """As in "40 percent of the 2,500 employees, or 1,000", "81 signed, that is 14 percent of the 595 players"."""
    told = _terms(table, share.sentence)
    count = sum(each.first < share.first for each in told)
    before, behind = told[:count], told[count:]
    if behind and "of" in behind[0].lead and follows_directly(share, behind[0]):
        found = behind[0], _again(behind[1:]) or (before if _says_again(share) else [])
    elif before and "of_which" in share.cues:
        found = before[-1], _again(behind)
    else:
        return None
    whole, part = found
    return Filling(part[0], whole, "construction") if len(part) == 1 and of_one_kind(part[0], whole) else None


def _terms(table: Statements, number: int) -> list[Statement]:
    """What may be a part or a whole in a sentence; no length of time."""
    told = table.within(number)
    return [each for each in told if usable(each) and not changed(each) and each.claim.type != "duration"]


def _again(behind: list[Statement]) -> list[Statement]:
    """The number right behind a share, if it is said to be the same: "or 1,000"."""
    return [each for each in behind[:1] if each.lead & (RESULT | {"or_"})]


def _says_again(share: Statement) -> bool:
    """Whether the share follows a comma or a word for it: "81 players, 14 percent of the 595"."""
    return bool(RESULT & share.cues) or bool(share.first and share.held.tokens[share.first - 1].roles & (COMMA | OPEN))


def _alone(share: Statement) -> bool:
    """Whether the share stands in brackets or between marks by itself: "1,188 of them, 16 percent."."""
    ahead = share.held.tokens[share.first - 1 : share.first]
    behind = share.held.tokens[share.last : share.last + 1]
    return bool(ahead and ahead[0].roles & MARK) and all(token.roles & MARK for token in behind)


def _filled(table: Statements, share: Statement, found: Filling) -> Iterator[PartWhole]:
    """The share with the filling that is tied to it, and with all others that may be meant."""
    first, last = share.sentence - BACK, share.sentence + 1
    near = [each for at in range(first, last + 1) for each in table.within(at) if usable(each)]
    if len(near) <= MOST:
        pairs = [(one, two) for one, two in permutations(near, 2) if of_one_kind(one, two)]
        readings = _readings(share, pairs, beside=found.way == "beside")
        shown = PartOf(found.part.claim, found.whole.claim, found.way)
        yield PartWhole((shown, *readings), share.claim, "a part, its whole and the share it makes", found.evidence)


def _readings(share: Statement, pairs: list[tuple[Statement, Statement]], *, beside: bool) -> list[PartOf]:
    if beside:
        return [PartOf(one.claim, two.claim, "beside") for one, two in pairs]
    ways: tuple[PartWay, ...] = ("of", "rest") if _named(share) else ("of",)
    within = [(one, two) for one, two in pairs if amount(one) <= amount(two)]
    return [PartOf(one.claim, two.claim, way) for one, two in within for way in ways]


def _licensed(table: Statements, share: Statement) -> Filling | None:
    """The part and the whole that words tie together and no other: in the sentence of the share, else before it."""
    for number in (share.sentence, share.sentence - 1):
        pairs = [each for each in parts_of(table, number) if statuses_agree(each.part, share) is not False]
        if len(pairs) == 1 and _of_base(share, pairs[0].whole):
            part, whole, evidence = pairs[0]
            return Filling(part, whole, evidence if number == share.sentence else "anaphor")
        if pairs:
            return None
    return _of_two(share, _told(table, share))


def _of_base(share: Statement, whole: Statement) -> bool:
    """Whether the share is of what the whole counts, as far as words tell: "12 percent of the buyers"."""
    base = _base(share)
    if base is None or counted(whole) is None or (RESULT & share.cues and whole.sentence != share.sentence):
        return True
    return one_word(base, counted(whole) or "")


def _base(share: Statement) -> str | None:
    about = share.claim.about
    return None if about is None or about.of is None else about.of.text


def _told(table: Statements, share: Statement) -> list[Statement]:
    """The counts of the sentence of the share, and where these are too few, of those before it."""
    told: list[Statement] = []
    for number in range(share.sentence, share.sentence - BACK - 1, -1):
        if any(each.value.unit == "percent" and each is not share for each in table.within(number)):
            return []
        told = [*_terms(table, number), *told]
        if len(told) > 1:
            break
    return told


def _of_two(share: Statement, told: Sequence[Statement]) -> Filling | None:
    """The only two counts of one thing, the smaller as part; of the two sides of a vote, each of both together."""
    if len(told) != 2 or not of_one_kind(*told):
        return None
    part, whole = sorted(told, key=amount)
    if False in (statuses_agree(part, whole), statuses_agree(part, share)):
        return None
    if _are_sides(share, told):
        half = HUNDRED / 2
        one, two = (part, whole) if (share.value.number or half) < half else (whole, part)
        return Filling(one, two, "equal_slots", "beside")
    fit = _of_base(share, whole) and not _moved(part, whole) and _is_part(share, part, whole)
    return Filling(part, whole, "equal_slots") if fit else None


def _are_sides(share: Statement, told: Sequence[Statement]) -> bool:
    """Whether the two are those for and those against something, or the votes of two."""
    sides = [bool(SIDES & (each.cues | each.around)) for each in told]
    return all(sides) or (any(sides) and bool(SIDES & share.cues))


def _moved(one: Statement, two: Statement) -> bool:
    """Whether the two are the old and the new value of something, or one value."""
    moved = (one.cues | two.cues | one.around | two.around) & MOVED
    return bool(moved or (one.lead | two.lead) & OTHER_TIME) or amount(one) == amount(two)


def _is_part(share: Statement, part: Statement, whole: Statement) -> bool:
    """Whether the part follows the whole and is counted by the noun of the whole, or words call one of them so."""
    if SUM & whole.cues and (same_things(part, whole) or (_alone(share) and part.sentence == share.sentence)):
        return True
    again = bool(RESULT & (share.cues | share.around)) and share.sentence == whole.sentence
    return whole.claim.span < part.claim.span and counted(whole) is not None and (again or counted(part) is None)


def _selected(table: Statements, share: Statement) -> Filling | None:
    """As in "320 boats were inspected. One in four failed, and the 40 vessels must leave"."""
    if not _is_subject(share) or (_base(share) is not None and share.value.fraction is None):
        return None
    for part in (*_terms(table, share.sentence), *_terms(table, share.sentence + 1)):
        above = terms(table, [share.sentence - 1], part) if KNOWN & part.lead else []
        if len(above) == 1 and _may_be_selected(share, part, above[0]):
            return Filling(part, above[0], "anaphor")
    return None


def _is_subject(share: Statement) -> bool:
    subject = share.verb.subject
    return subject is not None and subject.first <= share.first < subject.last


def _may_be_selected(share: Statement, part: Statement, whole: Statement) -> bool:
    """Whether a part is counted as what the whole is, or is what a slip of the pen makes of the right number."""
    if amount(part) >= amount(whole):
        return False
    right = (amount(whole) * amount(share) / HUNDRED).quantize(Decimal(1))
    return bool(same_things(part, whole)) or slipped(amount(part), right)
