"""A verb of change against two values whose order is told: "fell from 110 to 143", "has fallen: 40 now, 36 before"."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.constraints.couples import Couple, Values, from_to
from claimcheck.constraints.leading import leading, leads
from claimcheck.languages.word_roles import COLON
from claimcheck.model import Span
from claimcheck.model.analysis import Clause, Sentence
from claimcheck.model.comparison import Evidence
from claimcheck.model.link import Change, Direction, Reading, Word
from claimcheck.statements.agreement import nouns_agree, tie
from claimcheck.statements.dimension import number, whole
from claimcheck.statements.statement import DOWN, UP, Statement

PLACES = 20
"""Places in an order below this number are what a bare number may be."""
MOVED = (UP | DOWN) - {"multiply", "divide"}


def directions(operands: Values, number: int) -> Iterator[Change]:
    """Every verb of change in this sentence that leads to two values of one thing in a told order."""
    sentence = operands.statements.analysis.sentence(number)
    couples = operands.couples(operands.near(number, back=0, ahead=0))
    for at, clause in enumerate(sentence.clauses if couples else ()):
        way = _way(clause, _roles(operands, number, clause))
        licensed = _licensed(operands, sentence, at, couples) if way is not None else None
        if way is not None and licensed is not None and not _is_crossed(operands, number, clause, licensed[0], way):
            couple, evidence = licensed
            readings = tuple(Reading(old, new) for old, new in couple.orders)
            word = _word(sentence, clause)
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


def _roles(operands: Values, number: int, clause: Clause) -> frozenset[str]:
    """What the verb of a clause says of changes as a word."""
    at = clause.predicate
    cues = operands.statements.cues(number)
    cue = None if at is None else cues.at(at) or cues.over(at) or cues.before(at + 1)
    return frozenset() if cue is None else cue.roles & {"rise", "fall"}


def _way(clause: Clause, roles: frozenset[str]) -> Direction | None:
    """Where the verb of a clause leads: up or down; None where it is denied or says nothing of the kind."""
    senses = {*clause.senses} & MOVED or roles
    if not senses or clause.negated or clause.mood == "question":
        return None
    if senses <= {"raise", "lower"} and not (clause.passive or clause.objects):
        return None  # "they drove from 110 to 90"
    return "up" if senses <= UP else "down" if senses <= DOWN else None


def _word(sentence: Sentence, clause: Clause) -> Word:
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
