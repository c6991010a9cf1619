"""A share, its part and its whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from claimcheck.constraints.hundred import NO_PART, RESULT, Filling, base_of, in_numbers, of_named, reach, terms_of
from claimcheck.constraints.operands import (
    MOST,
    REST,
    amount,
    changed,
    counted,
    is_apposed,
    of_one_kind,
    of_people,
    one_word,
    parts_of,
    same_things,
    terms,
    usable,
)
from claimcheck.languages.word_roles import MARK
from claimcheck.model import Claim
from claimcheck.model.link import PartOf, PartWay, PartWhole
from claimcheck.statements.agreement import slipped, statuses_agree
from claimcheck.statements.statement import Statement, Statements

MOVED = frozenset({"rise", "fall", "change"})
SHARES = frozenset({"share", "turnout", "vote_share", "approval"})
"""Concepts of which a share is the whole value: a quota, a turnout."""
OTHER_TIME = frozenset({"earlier", "before_that", "later", "now", "instead", "baseline"})
SUM = frozenset({"total", "together", "all_of"})
SIDES = frozenset({"voting", "pro", "contra"})
KNOWN = frozenset({"definite", "all_of"})
"""Words by which a counted part is one that was told of: "the 40 vessels"."""
HUNDRED = Decimal(100)


def shares(table: Statements) -> Iterator[PartWhole]:
    """Every share that words call the result of a part and a whole in reach."""
    for number in table.numbered():
        told = [each for each in table.within(number) if _is_share(each)]
        for each in told:
            found = of_named(table, each) or in_numbers(table, each)
            if found is None and (len(told) == 1 or RESULT & each.touching):
                found = _found(table, each)
            if found is not None:
                yield from _filled(table, each, found)


def _found(table: Statements, share: Statement) -> Filling | None:
    """What no words of its own name: tied by grammar in reach, else the only ones there are."""
    tied = _licensed(table, share) if _called(table, share) else _selected(table, share)
    return tied or _only(table, share)


def _is_share(each: Statement) -> bool:
    return each.value.unit == "percent" and each.value.number is not None and not is_change(each)


def is_change(each: Statement) -> bool:
    """Whether a share is one by which something changes, or that something must reach."""
    return bool(each.cues & NO_PART) or each.way is not None or changed(each)


def _called(table: Statements, each: Statement) -> bool:
    """Whether the share says again what counts say: "that is", "the quota is", "a turnout of", "of the votes"."""
    if _compared(table, each):
        return False
    result = RESULT & (each.cues | each.around) and not (MOVED & each.around and not _counts_out(each))
    return bool(result or _named(each) or _alone(each) or _known(each) or (base_of(each) and "voting" in each.cues))


def _known(each: Statement) -> bool:
    """Whether the share begins its sentence as one that was told: "Those 36 percent"."""
    return "definite" in each.touching and each.first <= 1 and base_of(each) is None


def _counts_out(each: Statement) -> bool:
    """Whether the share is told as one of so many: "jeder vierte", "every fourth", "one in four"."""
    fraction = each.value.fraction
    return fraction is not None and fraction[0] == 1 and "each" in each.cues


def _named(each: Statement) -> bool:
    return each.concept in SHARES or "share_noun" in each.cues


def _compared(table: Statements, each: Statement) -> bool:
    """Whether its clause sets it against others from the start: "in Norland, by comparison, the share is"."""
    before = [cue for cue in table.cues(each.sentence) if cue.last <= each.first and each.verb.holds(cue.first)]
    return any("baseline" in cue.roles for cue in before)


def _alone(share: Statement) -> bool:
    """Whether the share stands in brackets or between marks by itself: "1,188 of them, 16 percent."."""
    ahead = share.held.tokens[share.first - 1 : share.first]
    behind = share.held.tokens[share.last : share.last + 1]
    return bool(ahead and ahead[0].roles & MARK) and all(token.roles & MARK for token in behind)


def _filled(table: Statements, share: Statement, found: Filling) -> Iterator[PartWhole]:
    """The share with the filling that is tied to it, and with all others that may be meant."""
    near = [each for at in reach(table, share) for each in table.within(at) if usable(each)]
    if len(near) <= MOST and not found.makes_another(table, share):
        pairs = [(one, two) for one, two in permutations(near, 2) if of_one_kind(one, two)]
        readings = _readings(share, pairs, beside=found.way == "beside")
        shown = PartOf(found.part.claim, found.whole.claim, found.way)
        yield PartWhole((shown, *readings), share.claim, "a part, its whole and the share it makes", found.evidence)


def _readings(share: Statement, pairs: list[tuple[Statement, Statement]], *, beside: bool) -> list[PartOf]:
    ways: tuple[PartWay, ...] = ("of", "rest") if _named(share) else ("of",)
    within = [(one, two) for one, two in pairs if amount(one) <= amount(two)]
    sides = [PartOf(one.claim, two.claim, "beside") for one, two in pairs if beside]
    return sides + [PartOf(one.claim, two.claim, way) for one, two in within for way in ways]


def _licensed(table: Statements, share: Statement) -> Filling | None:
    """The part and the whole that words tie together and no other: in the sentence of the share, else before it."""
    for number in (share.sentence, share.sentence - 1):
        pairs = [each for each in parts_of(table, number) if _may_be_of(table, share, each.part, each.whole)]
        if len(pairs) == 1 and _of_base(share, pairs[0].whole):
            part, whole, evidence = pairs[0]
            return Filling(part, whole, evidence) if number == share.sentence else _of_same(table, share, part, whole)
        if pairs:
            return None
    found = _of_two(share, _told(table, share))
    return found if found is not None and _may_vote(share, found.whole) else None


def _of_same(table: Statements, share: Statement, part: Statement, whole: Statement) -> Filling:
    """The whole of the sentence before with its part, or with the only count that the share says again: "853 of the
    2.5 million were ill, or 0.03 percent. Another 23,000 stayed at home, that is 0.9 percent".
    """
    own = [each for each in terms_of(table, share.sentence) if of_one_kind(each, whole)]
    again = len(own) == 1 and RESULT & (share.cues | share.around) and own[0].claim.span < share.claim.span
    return Filling(own[0] if again else part, whole, "anaphor")


def _may_be_of(table: Statements, share: Statement, part: Statement, whole: Statement) -> bool:
    """Whether neither status nor time nor what is counted speaks against it."""
    return _of_one_status(share, part) and not _at_another_time(table, share, whole) and _may_vote(share, whole)


def _may_vote(share: Statement, whole: Statement) -> bool:
    """Whether the whole is people where a later sentence tells a share of people: no turnout of polling stations."""
    told_of = share.concept in SHARES - {"share"} and whole.sentence != share.sentence
    return not told_of or of_people(whole)


def _at_another_time(table: Statements, share: Statement, whole: Statement) -> bool:
    """Whether the clause of the share names a time of its own: "In 2021 their share had been 33 percent"."""
    if share.sentence == whole.sentence:
        return False
    told = {each.value for each in table.times(whole.sentence)}
    times = [each for each in table.times(share.sentence) if _is_its_time(share, each)]
    return bool(times) and not any(each.value in told for each in times)


def _is_its_time(share: Statement, time: Claim) -> bool:
    """Whether the clause of the share tells the time, and not since when there was no such share."""
    at = share.held.token_at(time.span.start)
    before = share.near.before(at)
    return share.verb.holds(at) and (before is None or "since" not in before.roles)


def _of_one_status(share: Statement, part: Statement) -> bool:
    """Whether both are told as facts, or the share is reckoned from what is planned: "that would be one in four"; who
    denies something of "the share of 12 percent" does not deny that.
    """
    known = share.claim.modality == "negated" and "share_noun" in share.lead
    return known or bool(RESULT & share.cues) or statuses_agree(part, share) is not False


def _of_base(share: Statement, whole: Statement) -> bool:
    """Whether the share is of what the whole counts, as far as words tell: "12 percent of the buyers"."""
    base = base_of(share)
    if base is None or counted(whole) is None or (RESULT & share.cues and whole.sentence != share.sentence):
        return True
    return one_word(base, counted(whole) or "")


def _told(table: Statements, share: Statement) -> list[Statement]:
    """The counts of the sentence of the share, and where these are too few, of those before it."""
    told: list[Statement] = []
    for number in range(share.sentence, reach(table, share).start - 1, -1):
        if any(each.value.unit == "percent" and each is not share for each in table.within(number)):
            return []
        told = [each for each in (*terms_of(table, number), *told) if not told or of_one_kind(each, told[0])]
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
    sides = [bool(SIDES & each.cues) for each in told]
    return all(sides) or (any(sides) and bool(SIDES & share.cues))


def _moved(one: Statement, two: Statement) -> bool:
    """Whether the two are the old and the new value of something, or one value."""
    moved = (one.cues | two.cues | one.around | two.around) & MOVED
    return bool(moved or (one.lead | two.lead) & OTHER_TIME) or amount(one) == amount(two)


def _is_part(share: Statement, part: Statement, whole: Statement) -> bool:
    """Whether the part follows the whole and is counted by the noun of the whole, or words call one of them so."""
    if SUM & whole.cues and (same_things(part, whole) or (_alone(share) and part.sentence == share.sentence)):
        return True
    if _named(share) and part.sentence == whole.sentence == share.sentence - 1:
        return same_things(part, whole) is not False  # "13,500 came to the ground, which holds 15,000. The occupancy"
    return whole.claim.span < part.claim.span and counted(whole) is not None and _is_again(share, part)


def _is_again(share: Statement, part: Statement) -> bool:
    """Whether the share says the part again, or the part has no noun but that of the whole, or counts "cases"."""
    again = RESULT & (share.cues | share.around) or (is_apposed(share) and _named(share))
    return bool(again and part.sentence == share.sentence) or counted(part) is None or part.concept == "cases"


def _selected(table: Statements, share: Statement) -> Filling | None:
    """As in "320 boats were inspected. One in four failed, and the 40 vessels must leave"."""
    if not _is_subject(share) or (base_of(share) is not None and share.value.fraction is None):
        return None
    for part in (*terms_of(table, share.sentence), *terms_of(table, share.sentence + 1)):
        told = KNOWN & part.lead and part.claim.span > share.claim.span
        above = _wholes(table, share, part) if told else []
        if len(above) == 1 and _may_be_selected(share, part, above[0]):
            return Filling(part, above[0], "anaphor")
    return None


def _wholes(table: Statements, share: Statement, part: Statement) -> list[Statement]:
    """The counts before a share in its sentence, where there is none those of the sentence before."""
    own = [each for each in terms(table, [share.sentence], part) if each.first < share.first]
    return own or terms(table, [share.sentence - 1], part)


def _is_subject(share: Statement) -> bool:
    subject = share.verb.subject
    return subject is not None and share.first < subject.last and subject.first < share.last


def _may_be_selected(share: Statement, part: Statement, whole: Statement) -> bool:
    """Whether a part is counted as what the whole is, or as all of those, or is a slip of the right number."""
    if amount(part) >= amount(whole):
        return False
    right = (amount(whole) * amount(share) / HUNDRED).quantize(Decimal(1))
    return "all_of" in part.lead or bool(same_things(part, whole)) or slipped(amount(part), right)


def _only(table: Statements, share: Statement) -> Filling | None:
    """The only pair of which words call the one a part of the other, near a share that nothing says is of another."""
    near = reach(table, share)
    pairs = [each for at in near for each in parts_of(table, at)]
    if len(pairs) != 1 or REST & share.lead or not _stands_alone(table, share) or _beside_others(table, near):
        return None
    part, whole, _ = pairs[0]
    fits = _of_one_status(share, part) and _fits_base(share, whole) and not _at_another_time(table, share, whole)
    return Filling(part, whole, "unique") if fits else None


def _beside_others(table: Statements, near: range) -> bool:
    return sum(each.value.unit == "percent" for at in near for each in table.within(at)) > 1


def _stands_alone(table: Statements, share: Statement) -> bool:
    """Whether words call the share a result, or a fraction is the subject: "one in three has slept at work"."""
    told = _called(table, share) and (not _named(share) or bool(RESULT & share.cues))
    return told or (_is_subject(share) and share.value.fraction is not None)


def _fits_base(share: Statement, whole: Statement) -> bool:
    """Whether the share may be of what the whole counts: of nothing, of people where people are counted, or of them."""
    base = base_of(share)
    if base is None or RESULT & share.cues or counted(whole) is None:
        return True
    both = of_people(share) and of_people(whole) and not SIDES & share.cues
    return both or one_word(base, counted(whole) or "")
