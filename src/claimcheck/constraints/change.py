"""From an old to a new value by a stated size: in percent, in points, or in the unit of the values themselves.

Every size asks the values around it. All that may be meant are readings; the comparison is made only where one of them
is licensed: tied to the size by grammar, or the only one there is and taken up by the words of the size.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from claimcheck.constraints.couples import AHEAD, BACK, FAR, Couple, Values, from_to
from claimcheck.constraints.factor import factors
from claimcheck.constraints.leading import is_factor, leading, leads, led_as_old
from claimcheck.constraints.licence import licence
from claimcheck.constraints.meant import every_couple, in_reach, only, swung
from claimcheck.constraints.sizes import Size, called
from claimcheck.languages.word_roles import COLON
from claimcheck.model import Claim, Span
from claimcheck.model.analysis import Clause, Sentence
from claimcheck.model.comparison import Evidence
from claimcheck.model.link import Change, Direction, Link, Reading, Word
from claimcheck.statements.agreement import clash, nouns_agree, tie
from claimcheck.statements.dimension import comparable, dimension, exact, in_unit, number, of_kind, whole
from claimcheck.statements.statement import DOWN, UP, Statement, Statements

PLACES = 20
"""Places in an order below this number are what a bare number may be."""
MOVED = (UP | DOWN) - {"multiply", "divide"}


def directions(operands: Values, number: int) -> Iterator[Change]:
    """Every verb of change in this sentence that leads to two values of one thing in a told order."""
    sentence = operands.statements.analysis.sentence(number)
    couples = operands.couples(operands.near(number, back=0, ahead=0))
    for at, clause in enumerate(sentence.clauses if couples else ()):
        way = way_of(clause, roles_of(operands, number, clause))
        licensed = _licensed(operands, sentence, at, couples) if way is not None else None
        if way is not None and licensed is not None and not _is_crossed(operands, number, clause, licensed[0], way):
            couple, evidence = licensed
            readings = tuple(Reading(old, new) for old, new in couple.orders)
            word = word_of(sentence, clause)
            yield Change(readings, None, None, way, "a verb of change with its values", word, evidence)


def _licensed(operands: Values, sentence: Sentence, at: int, couples: list[Couple]) -> tuple[Couple, Evidence] | None:
    """The only two values that the verb of a clause is told of; "from" and "to" go before all others."""
    joined = [each for each in couples if from_to(*each.both)]
    found = [(each, why) for each in joined or couples if (why := _licence(operands, sentence, at, each))]
    if len(found) != 1 or (not joined and len(couples) > 1):
        return None
    return found[0]


def _is_crossed(operands: Values, sentence: int, clause: Clause, couple: Couple, way: Direction) -> bool:
    """Whether a word between a verb and its values, or right before the old one, leads the other way: "rose to 40, but
    down from 50"; or whether the two values are no old and new one of a thing.
    """
    one, two = sorted(couple.both, key=lambda each: each.first)
    at, statements = clause.predicate or clause.verb or one.first, operands.statements
    first, last = min(at, one.first), max(at, two.first)
    phrase = None if couple.old is None else leading(couple.old, frozenset({"from_"}))
    begins = one.first if phrase is None else phrase.first
    said = statements.cues(sentence).roles(first, last) | statements.roles_of(one.held.tokens[begins].low)
    between = said.union(*_senses(one.held, clause, range(first + 1, last)))
    return _are_two(one, two) or not between.isdisjoint(DOWN if way == "up" else UP)


def _senses(sentence: Sentence, clause: Clause, within: range) -> Iterator[tuple[str, ...]]:
    """What the verbs of other clauses within some tokens tell."""
    for other in sentence.clauses:
        if other is not clause and other.predicate in within:
            yield other.senses


def _are_two(one: Statement, two: Statement) -> bool:
    """Whether two numbers are things of two kinds, ages, two items of a list, or bare places in an order."""
    listed = "and_" in two.lead and not leads(two, "from_")
    return listed or "age" in (one.concept, two.concept) or nouns_agree(one, two) is False or _is_place(one, two)


def _is_place(*values: Statement) -> bool:
    """Whether numbers may be places in an order: small, whole and of nothing."""
    bare = all(each.value.unit is None and each.noun is None for each in values)
    return bare and all(whole(each.claim) and (number(each.claim) or PLACES) < PLACES for each in values)


def roles_of(operands: Values, number: int, clause: Clause) -> frozenset[str]:
    """What the verb of a clause says of changes as a word."""
    at = clause.predicate
    cues = operands.statements.cues(number)
    cue = None if at is None else cues.at(at) or cues.over(at) or cues.before(at + 1)
    return frozenset() if cue is None else cue.roles & {"rise", "fall"}


def way_of(clause: Clause, roles: frozenset[str]) -> Direction | None:
    """Where the verb of a clause leads: up or down; None where it is denied or says nothing of the kind."""
    senses = {*clause.senses} & MOVED or roles
    if not senses or clause.negated or clause.mood == "question":
        return None
    if senses <= {"raise", "lower"} and not (clause.passive or clause.objects):
        return None  # "they drove from 110 to 90"
    return "up" if senses <= UP else "down" if senses <= DOWN else None


def word_of(sentence: Sentence, clause: Clause) -> Word:
    """The verb of a clause with its place."""
    at = clause.verb if clause.predicate is None else clause.predicate
    token = sentence.tokens[at or 0]
    return Word(Span(token.span.start, token.span.end), token.text)


def _licence(operands: Values, sentence: Sentence, at: int, couple: Couple) -> Evidence | None:
    """Why the verb of a clause is told of two values: its clause leads to the later one, or a colon to both."""
    old = couple.old
    if old is None or leads(old, "to") or not operands.surely(couple):
        return None
    new = couple.two if couple.one is old else couple.one
    joined = tie(operands.document, old, new)
    if joined is None or (new.clause == at and leads(new, "to")):
        return joined
    apart = at not in (old.clause, new.clause)
    return "apposition" if apart and _explained(sentence, at, couple) else None


def _explained(sentence: Sentence, at: int, couple: Couple) -> bool:
    """Whether a colon leads from a clause to two values."""
    clause, first = sentence.clauses[at], min(each.first for each in couple.both)
    end = clause.stretches[-1][1]
    return clause.first <= first and any(token.roles & COLON for token in sentence.tokens[end - 1 : first])


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
    """Every change, step, factor and direction that grammar ties to its values."""
    operands = Values(statements)
    numbered = statements.numbered()
    for at in numbered:
        yield from changes(operands, at)
        yield from directions(operands, at)
    # a factor may stand in a sentence that has no number, and is a word there
    for at in sorted({each + more for each in numbered for more in (-1, 0, 1)}):
        if statements.within(at) or statements.tells(at, is_factor):
            yield from factors(operands, at)
