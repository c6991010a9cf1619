"""From an old to a new value by a stated size: in percent, in points, or in the unit of the values themselves.

Every size asks the values around it. All that may be meant are readings; the comparison is made only where one of them
is licensed: tied to the size by grammar, or the only one there is and taken up by the words of the size.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from claimcheck.constraints.couples import AHEAD, BACK, FAR, Couple, Values, from_to
from claimcheck.constraints.factor import factors
from claimcheck.constraints.leading import is_factor, led_as_old
from claimcheck.constraints.licence import licence
from claimcheck.constraints.meant import every_couple, in_reach, only, swung
from claimcheck.constraints.sizes import Size, called
from claimcheck.model import Claim
from claimcheck.model.comparison import Evidence
from claimcheck.model.link import Change, Link, Reading
from claimcheck.statements.agreement import clash, nouns_agree
from claimcheck.statements.dimension import comparable, dimension, exact, in_unit, of_kind, whole
from claimcheck.statements.statement import Statement, Statements


def changes(operands: Values, sentence: int) -> Iterator[Change]:
    """Every change whose size is told in this sentence, where its values are told too."""
    found = operands.sizes(sentence)
    for told in found.values():
        couples = _couples(operands, told)
        chosen = _chosen(operands, told, couples)
        if chosen is not None:
            yield _change(operands, told, *chosen, couples)
        elif not told.added and (couple := _only_one(operands, told)) is not None:
            yield _change(operands, told, couple, "unique", ())
        elif (results := swung(operands, told)) is not None:
            readings = (Reading(*results, told.at.claim), Reading(results[1], results[0], told.at.claim))
            yield Change(readings, None, None, told.way, "a result that swung", evidence="unique")
        elif told.share and (step := _step_beside(told, found)) is not None:
            yield from _with_step(operands, told, step)


def _only_one(operands: Values, told: Size) -> Couple | None:
    """The only two values that the size can mean, neither of them the size itself told again."""
    couple = only(operands, told, _own_value(operands, told))
    return None if couple is None or _is_value(told, couple) else couple


def _change(operands: Values, told: Size, couple: Couple, evidence: Evidence, couples: Iterable[Couple]) -> Change:
    """The size with the two values it is licensed for first, and all others that may be meant."""
    by, step = (told.at.claim, None) if told.share else (None, in_unit(told.at.claim, couple.one.claim))
    near = [each for each in couples if each is not couple and _may_be_meant(each, couple)]
    wider = () if evidence == "construction" else every_couple(operands, in_reach(operands, told.at))
    ordered = (couple, *near, *wider)
    readings = tuple(reading for each in ordered for reading in _readings(operands, each, step))
    led = evidence == "construction" and told.at.place == couple.one.place and from_to(*couple.both)
    return Change(readings, by, None, told.way, "a size with the values around it", evidence=evidence, led=led)


def _may_be_meant(other: Couple, couple: Couple) -> bool:
    """Whether other values are of the unit and noun of those that the size is licensed for."""
    return comparable(other.one.claim, couple.one.claim) and nouns_agree(other.two, couple.two) is not False


def _readings(operands: Values, couple: Couple, step: Claim | None) -> Iterator[Reading]:
    """The ways to read two values; "an increase from 100 to 500" is also said for "by 100 to 500"."""
    yield from (Reading(old, new, step) for old, new in couple.orders)
    if step is None and couple.old is not None and from_to(couple.one, couple.two):
        new = couple.two if couple.old is couple.one else couple.one
        if called(couple.old, operands.words) is not None:
            yield Reading(None, new.claim, couple.old.claim)


def _step_beside(told: Size, found: Mapping[Statement, Size]) -> Size | None:
    """The step whose percentage the size is: "1390 or 19.4 percent", "by 10,000 to 26,000, up 160 percent"."""
    steps = [each for each in found.values() if not each.share and not each.added and each.at.first < told.at.first]
    if not steps or (steps[-1].way and told.way and steps[-1].way != told.way):
        return None
    return steps[-1] if _of_one(told.at, steps[-1].at) else None


def _of_one(one: Statement, two: Statement) -> bool:
    """Whether two sizes of one sentence are of one change: no other verb between them has its own subject."""
    return one.place == two.place or one.verb.verb is None or two.verb.verb is None


def _with_step(operands: Values, told: Size, step: Size) -> Iterator[Change]:
    """A percentage with its step and one value, which may be the old or the new one."""
    new = operands.new_of(step.at)
    near = _like(step.at, operands.near(step.at.sentence, back=BACK if step.at.verb.verb else 0, ahead=0))
    values = [each for each in near if not clash(each, step.at)] if new is None else [new]
    if len(values) == 1:
        value, by = values[0].claim, step.at.claim
        readings = (Reading(None, value, by), *(() if new is not None else (Reading(value, None, by),)))
        yield Change(readings, told.at.claim, None, told.way or step.way, "a step, its percentage and a value")


def _couples(operands: Values, told: Size) -> list[Couple]:
    """Every two values in reach that the size may lie between."""
    at = told.at
    new = operands.new_of(at)
    taken = {operands.new_of(each) for each in operands.sizes(at.sentence) if each is not at} - {None, new}
    couples = [each for each in operands.couples(_in_reach(operands, told)) if taken.isdisjoint(each.both)]
    couples = _with_own(couples, new)
    couples = _with_own(couples, _own_value(operands, told))
    fits = _comes_to if told.added else _of_shares
    return [each for each in couples if fits(operands, told, each) and not _is_value(told, each)]


def _is_value(told: Size, couple: Couple) -> bool:
    """Whether a step has the number of one of the values: it is that value told again, no step."""
    values = (exact(couple.one.claim), exact(couple.two.claim))
    return not told.share and not told.added and exact(told.at.claim) in values


def _comes_to(operands: Values, told: Size, couple: Couple) -> bool:
    """Whether what came on top is followed by the values it leads to: "another 40 … that brings the number to"."""
    return operands.follows(couple) and couple.one.sentence > told.at.sentence


def _with_own(couples: list[Couple], own: Statement | None) -> list[Couple]:
    """Those of which a value is the new one, where there is such a value."""
    return couples if own is None else [each for each in couples if own in each.both and each.old is not own]


def _of_shares(operands: Values, told: Size, couple: Couple) -> bool:
    """Whether a percentage may be the change of two percentages: only where it is told which came first."""
    if told.at.value.unit != "percent" or not couple.shares:
        return True
    return from_to(*couple.both) or (operands.dated(couple) if told.compared else operands.surely(couple))


def _in_reach(operands: Values, told: Size) -> list[Statement]:
    """The values that the size may be one of, by their units."""
    at = told.at
    values = operands.near(at.sentence, back=FAR if told.pointing else BACK, ahead=FAR if told.added else AHEAD)
    if not told.share:
        return _like(at, values)
    points = at.value.unit == "percentage_point"
    return [each for each in values if dimension(each.claim) == "percent"] if points else values


def _like(at: Statement, values: Iterable[Statement]) -> list[Statement]:
    """The values in the unit of a step; a step without decimals leads from whole numbers to whole numbers."""
    bare = at.value.unit is None and not at.value.rounded
    like = (each for each in values if comparable(each.claim, at.claim, rates=True) or of_kind(each.claim, at.claim))
    return [each for each in like if not bare or whole(each.claim)]


def _own_value(operands: Values, told: Size) -> Statement | None:
    """What is called more or less by a comparative: the last value before it in its clause."""
    if not told.compared:
        return None
    at, here = told.at, operands.near(told.at.sentence, back=0, ahead=0)
    mine = [each for each in here if each.clause == at.clause and each.first < at.first]
    mine = [each for each in (mine if told.share else _like(at, mine)) if not led_as_old(each)]
    return mine[-1] if mine else None


def _chosen(operands: Values, told: Size, couples: list[Couple]) -> tuple[Couple, Evidence] | None:
    """The licensed couple that stands nearest, where no other one stands as near."""
    found = [(each, why) for each in couples if (why := licence(operands, told, each, alone=len(couples) == 1))]
    found.sort(key=lambda each: _distance(told.at, each[0]))
    if not found or (len(found) > 1 and _distance(told.at, found[0][0]) == _distance(told.at, found[1][0])):
        return None
    return found[0]


def _distance(at: Statement, couple: Couple) -> tuple[int, bool, bool, int, bool]:
    """How many sentences lie between a size and its values, whether nothing tells which came first, and the words."""
    sentences = max(abs(each.sentence - at.sentence) for each in couple.both)
    words = 0 if sentences else sum(abs(each.first - at.first) for each in couple.both)
    return sentences, couple.old is None, not from_to(*couple.both), words, couple.old is couple.two


def changed(statements: Statements) -> Iterator[Link]:
    """Every change, step and factor that grammar ties to its values."""
    operands = Values(statements)
    numbered = statements.numbered()
    for at in numbered:
        yield from changes(operands, at)
    # a factor may stand in a sentence that has no number, and is a word there
    for at in sorted({each + more for each in numbered for more in (-1, 0, 1)}):
        if statements.within(at) or statements.tells(at, is_factor):
            yield from factors(operands, at)
