"""Words of change against two values whose order is told: "fell from 110 to 143", "Rents eased: 40 now, 36 before"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.constraints.around import AHEAD, BACK, around, is_listed, is_place
from claimcheck.constraints.couples import Couple, Values, from_to
from claimcheck.constraints.leading import leading, leads
from claimcheck.constraints.moves import Move, moves
from claimcheck.languages.word_roles import COLON
from claimcheck.model.analysis import Clause, Sentence
from claimcheck.model.comparison import Evidence
from claimcheck.model.link import Change, Direction, Reading
from claimcheck.statements.agreement import nouns_agree, tie
from claimcheck.statements.statement import DOWN, UP, Statement


def directions(operands: Values, number: int) -> Iterator[Change]:
    """Every word of change in this sentence with the two values of one thing it is told of."""
    if not operands.statements.analysis.written(number):
        return
    here = operands.couples(operands.near(number, back=0, ahead=0))
    near = operands.couples(operands.near(number, back=BACK, ahead=AHEAD))
    for move in moves(operands, number) if here or near else ():
        found = _by_grammar(operands, move, here) or (around(operands, move, near) if move.by != "tied" else None)
        if found is not None:
            yield _change(operands, move, *found)


def _change(operands: Values, move: Move, couples: list[Couple], evidence: Evidence) -> Change:
    readings = tuple(Reading(*order) for each in couples for order in each.orders)
    word = move.word(operands.statements.analysis.sentence(move.sentence))
    return Change(readings, None, None, move.way, "a word of change with its values", word, evidence)


def _by_grammar(operands: Values, move: Move, couples: list[Couple]) -> tuple[list[Couple], Evidence] | None:
    """The two values to which the clause of a verb leads, unless a word between goes the other way."""
    if move.by not in ("verb", "tied"):
        return None
    sentence = operands.statements.analysis.sentence(move.sentence)
    found = _licensed(operands, sentence, move.clause, couples)
    clause = sentence.clauses[move.clause]
    if found is None or _is_crossed(operands, move.sentence, clause, found[0], move.way):
        return None
    return [found[0]], found[1]


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
    return is_listed(two) or "age" in (one.concept, two.concept) or nouns_agree(one, two) is False or is_place(one, two)


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
