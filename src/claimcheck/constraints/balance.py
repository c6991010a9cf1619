"""Numbers that must add up where words call one of them the sum, the rest or the difference of others in reach.

Where grammar ties the operands, they are meant. Else the numbers in reach decide: if there is one way to take them, and
what is stated is what a slip of the pen makes of what it should be, they were meant too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise
from typing import NamedTuple

from claimcheck.constraints.operands import (
    MOST,
    amount,
    changed,
    counted,
    of_people,
    parts_of,
    same_things,
    terms,
)
from claimcheck.constraints.rows import in_brackets
from claimcheck.constraints.summing import EACH, RESULTS, SUM, Role, role_of
from claimcheck.model.comparison import Evidence
from claimcheck.model.link import Part, Total
from claimcheck.statements.agreement import digit_off, statuses_agree, swapped, tie, weakest
from claimcheck.statements.statement import Statement, Statements

INCOME, SPENDING = frozenset({"income", "revenue", "tax_revenue"}), frozenset({"spending", "costs", "cost"})
INEXACT = {"revenue", "costs", "cost"}
"""A profit is not all of a revenue that some costs leave: there are taxes."""
NEAR, FAR = 2, 4
"""So many sentences away operands are taken to be meant, and so many others may explain a number."""
FEW = 4
"""So many parts at most leave a rest; more of them are the parts of a list, which words must close."""
SEVERAL, WEIGHED = 3, SUM | {"score_points"}
FINE: dict[Role, int] = {"sum": 250, "all": 1000, "rest": 100, "left": 1000, "gap": 100}
"""With so many steps from nothing to the whole a number is hardly ever near what it should be by chance."""


class Filling(NamedTuple):
    """A whole and its parts; `evidence`: grammar ties them, None: they are only in reach."""

    whole: Statement
    parts: tuple[Statement, ...]
    evidence: Evidence | None = None

    @property
    def all(self) -> tuple[Statement, ...]:
        """The whole and the parts."""
        return self.whole, *self.parts

    @property
    def off(self) -> Decimal:
        """How far the parts are above the whole."""
        return sum(map(amount, self.parts), Decimal(0)) - amount(self.whole)


def balances(table: Statements) -> Iterator[Total]:
    """Every number that words call a sum, a rest or a difference, with what it is one of."""
    for number in table.numbered():
        for each in table.within(number):
            role = role_of(table, each)
            found = None if role is None else _filling(table, each, role)
            if found is not None:
                yield _total(table, each, found)


def beside_list(table: Statements, whole: Statement, row: Sequence[Statement]) -> Total | None:
    """As in "They raised 48,250. The walk brought 21,400, the auction 18,750 and a collection 9,000": a number beside a
    list of which nothing tells but that it adds up, or nearly does.
    """
    found = Filling(whole, tuple(row))
    if changed(whole) or any(amount(each) >= amount(whole) or told_apart(each) for each in row):
        return None
    fit = not any(statuses_agree(whole, each) is False or same_things(whole, each) is False for each in row)
    return _total(table, whole, found) if fit and (not found.off or _is_slip(found, whole, "sum")) else None


def _total(table: Statements, told: Statement, found: Filling) -> Total:
    """The filling, with all others that the numbers near it allow."""
    near = terms(table, range(told.sentence - FAR, told.sentence + NEAR + 1), told)
    near = sorted(near, key=lambda each: abs(each.claim.span.start - told.claim.span.start))[:MOST]
    others = tuple((whole.claim, as_parts(taken)) for whole, taken in _admissible(near, told))
    parts = as_parts(sorted(found.parts, key=lambda each: each.claim.span))
    return Total(found.whole.claim, parts, True, "what must add up", found.evidence or "unique", others)


def as_parts(taken: Iterable[Statement]) -> tuple[Part, ...]:
    """Numbers as parts that count once each."""
    return tuple(Part(each.claim, 1) for each in taken)


def _admissible(near: Sequence[Statement], told: Statement) -> Iterator[tuple[Statement, Sequence[Statement]]]:
    """The number as sum of any of those near it, and as the rest of any of them with any others as parts."""
    for size in range(1, len(near) + 1):
        for taken in combinations(near, size):
            if size > 1:
                yield told, taken
                whole = max(taken, key=amount)
                yield whole, (*(each for each in taken if each is not whole), told)


def _filling(table: Statements, told: Statement, role: Role) -> Filling | None:
    """The one that grammar ties; else one that adds up, or the only one that a slip of the pen explains."""
    found = list(filter(None, (_taken(group, told, role) for group in _groups(table, told, role))))
    if tied := list(filter(None, (_tied(table, each, told, role) for each in found))):
        return min(tied, key=_apart)
    if told.concept in RESULTS:
        return None  # of a profit and two revenues chance makes a sum
    return _untied([each for each in found if _is_plain(each, told)], told, role)


def _untied(found: Sequence[Filling], told: Statement, role: Role) -> Filling | None:
    """The first that adds up, else the only one that a slip of the pen explains."""
    right = [each for each in found if not each.off and not _is_mixed(each, told)]
    slips = [each for each in found if _is_slip(each, told, role)]
    return right[0] if right else slips[0] if len(slips) == 1 else None


def _apart(found: Filling) -> Decimal:
    """How far a filling is from adding up, by its whole: of several that words tie, what is nearly right was meant."""
    return abs(found.off) / amount(found.whole)


def _is_plain(found: Filling, told: Statement) -> bool:
    return len(found.parts) <= FEW and not any(told_apart(each) for each in found.all if each is not told)


def _is_mixed(found: Filling, told: Statement) -> bool:
    """Whether a sum counts another thing than some of its parts; what takes up several kinds is another than all of
    them: "seven firs, nine beeches and four oaks, 20 trees", "14 arrests … the 43 suspects".
    """
    if told is not found.whole:
        return False
    others = [each for each in found.parts if same_things(each, told) is False]
    if any(of_people(told) != of_people(each) for each in others):
        return True
    return bool(others) and not (of_people(told) or _are_kinds(found, told))


def _are_kinds(found: Filling, told: Statement) -> bool:
    """Whether each of several parts counts a kind of its own, and no word calls the number their sum; points weigh."""
    kinds = {counted(each) for each in found.parts if same_things(each, told) is False}
    return _takes_up_several(found, told) and len(kinds) == len(found.parts) and not WEIGHED & told.cues


def _groups(table: Statements, told: Statement, role: Role) -> Iterator[tuple[Statement, ...]]:
    """The numbers of the same kind in reach, once each: all of them, those of the same time and no change, those of
    the same thing, and those of what the largest counts.
    """
    known: set[tuple[Statement, ...]] = set()
    for group in _stretches(table, told, role):
        plain = [each for each in group if not told_apart(each)]
        largest = max(plain, key=amount, default=told)
        for chosen in map(tuple, (group, plain, _like(told, plain), _like(largest, plain))):
            if chosen not in known and 2 <= len(chosen) <= MOST:
                known.add(chosen)
                yield chosen


def _like(one: Statement, told: Sequence[Statement]) -> list[Statement]:
    """Those that count no other thing."""
    return [each for each in told if same_things(each, one) is not False]


def _stretches(table: Statements, told: Statement, role: Role) -> Iterator[list[Statement]]:
    """The numbers before the number, and behind a sum, each time a sentence further away."""
    for away in range(NEAR + 1):
        near = terms(table, range(told.sentence - away, told.sentence + away + 1), told)
        yield [each for each in near if each.claim.span < told.claim.span]
        if role == "sum" or told.concept in RESULTS:
            yield [each for each in near if each.claim.span > told.claim.span]


def told_apart(each: Statement) -> bool:
    """Whether a number is one of another time, no plain one, or said again in another unit."""
    if changed(each) or in_brackets(each) or "baseline" in each.around:
        return True
    return bool((EACH | {"before_that", "average"}) & (each.cues | each.leaving))


def _taken(group: tuple[Statement, ...], told: Statement, role: Role) -> Filling | None:
    """The group as parts of the sum, or as the whole and the other parts beside the rest."""
    if any(statuses_agree(told, each) is False for each in group) or _holds_its_parts(group):
        return None
    whole = max(group, key=amount)
    if role in ("sum", "all"):
        return Filling(told, group) if amount(whole) < amount(told) and not _beside(group, told, role) else None
    if (role == "gap" and len(group) != 2) or "results" in whole.lead:
        return None  # what one of several got is no whole: "polled 1,204"
    return Filling(whole, (*_without(group, whole), told))


def _without(group: Sequence[Statement], whole: Statement) -> tuple[Statement, ...]:
    """The others of a group."""
    return tuple(each for each in group if each is not whole)


def _beside(group: Sequence[Statement], told: Statement, role: Role) -> bool:
    """Whether what takes up all stands in a row with what it would take up: "Monday, the 12, the 31 and the 44"."""
    return role == "all" and any(each.place == told.place for each in group)


def _holds_its_parts(group: Sequence[Statement]) -> bool:
    """Whether one of several is the sum of the others: "300 million, 99 as a grant and 201 as a loan"."""
    numbers = [*map(amount, group)]
    return len(group) >= SEVERAL and 2 * max(numbers) == sum(numbers)


def _tied(table: Statements, found: Filling, told: Statement, role: Role) -> Filling | None:
    """The filling with the evidence that grammar gives for it."""
    if role == "gap":
        kinds = {each.concept for each in found.all} - (INEXACT if told.concept in RESULTS else set())
        return found._replace(evidence="equal_slots") if kinds & INCOME and kinds & SPENDING else None
    return _tied_rest(table, found, told) if role == "rest" else None


def _tied_rest(table: Statements, found: Filling, rest: Statement) -> Filling | None:
    """What is left of a whole that was named first, with all that was told behind it."""
    parts = [each for each in found.parts if each is not rest]
    if len(parts) > FEW or not _agree(table, found.whole, parts, rest) or not _named_first(found.whole, parts):
        return None
    ties = _ties(table, found.whole, parts)
    if ties is None and not _only(table, rest, len(parts) + 1):
        return None
    return found._replace(evidence=weakest(ties or ["anaphor"]))


def _only(table: Statements, rest: Statement, size: int) -> bool:
    """Whether only so many numbers of the kind stand before a rest."""
    far = terms(table, range(rest.sentence - FAR, rest.sentence + 1), rest)
    return len([each for each in far if each.claim.span < rest.claim.span]) == size


def _ties(table: Statements, whole: Statement, parts: Sequence[Statement]) -> list[Evidence] | None:
    row = sorted([whole, *parts], key=lambda each: each.claim.span)
    found = [_tie(table, one, two) for one, two in pairwise(row)]
    tied = [each for each in found if each is not None]
    return [*tied, "anaphor"] if len(tied) == len(found) else None


def _tie(table: Statements, one: Statement, two: Statement) -> Evidence | None:
    """What joins two numbers; one without a noun counts what was counted before it: "300 tickets; 214 are sold"."""
    found = tie(table.article.document, one, two)
    return "anaphor" if found is None and counted(two) is None and two.claim.type == "quantity" else found


def _agree(table: Statements, whole: Statement, parts: Sequence[Statement], rest: Statement) -> bool:
    """Whether no part and no rest is counted by another noun than the whole."""
    tied = {pair.whole.claim.span for at in {whole.sentence, rest.sentence} for pair in parts_of(table, at)}
    others = [*parts] if whole.claim.span in tied else [*parts, rest]
    return not any(same_things(whole, each) is False for each in others)


def _named_first(whole: Statement, parts: Sequence[Statement]) -> bool:
    """Whether the whole comes before its parts, or right behind "of"."""
    return all(whole.claim.span < each.claim.span for each in parts) or "of" in whole.lead


def _is_slip(found: Filling, told: Statement, role: Role) -> bool:
    """Whether what is stated is what a slip of the pen makes of what it should be, which chance hardly ever does."""
    step = min(Decimal(1).scaleb(int(amount(each).normalize().as_tuple().exponent)) for each in found.all)
    right = amount(told) + found.off if told is found.whole else amount(told) - found.off
    if right <= 0 or swapped(amount(told), right):
        return right > 0
    one_digit = len(found.off.normalize().as_tuple().digits) == 1
    fine = _is_fine(found, told, role, step) and not _is_mixed(found, told)
    stated, meant = (str(int(each / step)) for each in (amount(told), right))
    return fine and (one_digit or (len(stated) != len(meant) and digit_off(stated, meant)))


def _takes_up_several(found: Filling, told: Statement) -> bool:
    """Whether several parts were told before it; of a list that follows its whole, one may be unread."""
    return len(found.parts) >= SEVERAL and all(each.claim.span < told.claim.span for each in found.parts)


def _is_fine(found: Filling, told: Statement, role: Role, step: Decimal) -> bool:
    """Whether chance hardly ever comes near: the whole has many steps, or it takes several parts to get there."""
    several = role in ("sum", "all") and told.claim.type != "duration" and _takes_up_several(found, told)
    return several or amount(found.whole) >= FINE[role] * step
