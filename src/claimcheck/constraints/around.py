"""Two values around a word of change that no clause leads to: "Rents have eased. They are 40 now, after 36 in May"."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.constraints.couples import Couple, Values, from_to
from claimcheck.constraints.leading import leads
from claimcheck.constraints.moves import MOVED, Move, moves
from claimcheck.model.comparison import Evidence
from claimcheck.statements.agreement import Agreement, one_noun
from claimcheck.statements.concepts import concept_of, family, takes
from claimcheck.statements.dimension import number, whole
from claimcheck.statements.statement import Statement

BACK, AHEAD = 1, 2
"""How many sentences before and behind a word of change its values stand."""
PLACES = 20
"""Places in an order below this number are what a bare number may be."""
PEOPLE = frozenset({"people", "person"})
COUNTED = ("count", "persons")
MOST = frozenset({"highest", "lowest"})
UNREAL = frozenset({"possibility", "condition", "question", "negated"})


def around(operands: Values, move: Move, couples: list[Couple]) -> tuple[list[Couple], Evidence] | None:
    """The values around a word of change of which is told which came first, if it is told of the same; nearest first.

    Several couples are of one thing where they share a value: "after 40 in 2022 and 38 in 2023 it was 31". Those of
    which it is not told which came first may be meant too.
    """
    sure = sorted(filter(operands.surely, couples), key=lambda each: _distance(move, each))
    if not _are_of_one(sure) or _is_sized(operands, move) or not _may_be(move, sure[0]):
        return None
    evidence = _evidence(operands, move, sure[0])
    if evidence is None or _has_rival(operands, move, sure[0]):
        return None
    return [*sure, *(each for each in couples if each not in sure and _may_be_meant(each, sure[0]))], evidence


def _are_of_one(couples: list[Couple]) -> bool:
    """Whether couples, if there are any, share a value."""
    return bool(couples) and bool(set.intersection(*({*each.both} for each in couples)))


def _may_be_meant(other: Couple, couple: Couple) -> bool:
    """Whether two values, one of which is of the couple, may be meant instead; "38 of them" are a part of the other."""
    return not {*other.both}.isdisjoint(couple.both) and not any("of_which" in each.leaving for each in other.both)


def _distance(move: Move, couple: Couple) -> tuple[bool, int, int]:
    """Whether the clause of a word of change leads to neither of two values, and how far off these stand."""
    sentences = sum(abs(each.sentence - move.sentence) for each in couple.both)
    return not any(_is_end(move, each) for each in couple.both), sentences, abs(couple.one.first - couple.two.first)


def _is_end(move: Move, each: Statement) -> bool:
    """Whether a word of change leads to a value in its own clause: "rose to 40"."""
    return each.place == move.place and leads(each, "to")


def _is_sized(operands: Values, move: Move) -> bool:
    """Whether the clause of a word of change says by how much."""
    return any(each.clause == move.clause for each in operands.sizes(move.sentence))


def _may_be(move: Move, couple: Couple) -> bool:
    """Whether two values are facts of one thing that no "from" and "to" join, and no other verb is told of them."""
    one, two = sorted(couple.both, key=lambda each: each.claim.span)
    if from_to(one, two) or is_listed(two) or "age" in (one.concept, two.concept) or is_place(one, two):
        return False
    if any(each.claim.modality in UNREAL or MOST & each.near.roles(0, len(each.held.tokens)) for each in couple.both):
        return False  # "rose to 6, the highest rate since May, when it was 7"
    return not any(each.place != move.place and MOVED & {*each.verb.senses} for each in couple.both)


def is_listed(statement: Statement) -> bool:
    """Whether a number is joined to what stands before it by "and"."""
    return "and_" in statement.lead and not leads(statement, "from_")


def is_place(*values: Statement) -> bool:
    """Whether numbers may be places in an order: small, whole and of nothing."""
    bare = all(each.value.unit is None and each.noun is None for each in values)
    return bare and all(whole(each.claim) and (number(each.claim) or PLACES) < PLACES for each in values)


def _evidence(operands: Values, move: Move, couple: Couple) -> Evidence | None:
    """Why a word of change is told of two values: the same noun or concept, one construction, a word that points."""
    agree = _agrees(operands, move, couple)
    if agree is not None:
        return "equal_slots" if agree else None
    if move.by == "noun" and couple.shares:
        return None  # "growth slowed from 3 to 2 percent"
    if couple.within(move.sentence) and (not _is_counted(couple) or _beside(move, couple)):
        return "apposition"
    if _points(operands, move, couple):
        return "anaphor"
    return "unique" if _is_alone(operands, move, couple) else None


def _is_counted(couple: Couple) -> bool:
    """Whether things or people are counted, of which a text has many."""
    return any(family(each.claim) in COUNTED for each in couple.both)


def _is_alone(operands: Values, move: Move, couple: Couple) -> bool:
    """Whether a word of change can speak of no other two values: it compares two times, or they follow at once."""
    return move.by == "comparative" or (not _is_counted(couple) and _follows(operands, move, couple))


def _agrees(operands: Values, move: Move, couple: Couple) -> Agreement:
    """Whether what changes is what the values are of, by noun or concept; False too where it takes no such values.

    The value that the clause of a verb leads to is one of it, whatever else the clause calls it.
    """
    if move.of is None:
        return None
    word = operands.statements.analysis.sentence(move.sentence).tokens[move.of].text
    others = [each for each in couple.both if not _is_end(move, each)]
    if _is_noun_of(word, others):
        return True
    people = PEOPLE & operands.statements.roles_of(word.lower())
    concept = None if people else concept_of(operands.document.language or "", word)
    return None if concept is None else _takes(concept, couple.both) and _of_concept(concept, others)


def _is_noun_of(word: str, values: list[Statement]) -> bool:
    """Whether a word is the noun of a value."""
    return any(each.noun and one_noun(word, each.noun) for each in values)


def _takes(concept: str, values: Iterable[Statement]) -> bool:
    """Whether all numbers of a known kind may be such of a concept."""
    return all(takes(concept, kind) for each in values if (kind := family(each.claim)))


def _of_concept(concept: str, values: list[Statement]) -> Agreement:
    """Whether one of the values is known to be of a concept; the only one that is of nothing known is of it."""
    known = {each.concept for each in values if each.concept}
    return concept in known if known else (True if len(values) == 1 else None)


def _beside(move: Move, couple: Couple) -> bool:
    """Whether the clause of a word of change, or one that hangs on it, holds both values."""
    return all(move.clause in (each.clause, each.verb.parent) for each in couple.both)


def _points(operands: Values, move: Move, couple: Couple) -> bool:
    """Whether the subject of the first value stands for what has changed, or the word of change for the values."""
    first, last = sorted(couple.both, key=lambda each: each.claim.span)
    if (move.sentence, move.first) > (last.sentence, last.first):
        return move.definite if move.by == "noun" else _is_figure(operands, move)
    if (move.sentence, move.first) > (first.sentence, first.first) or move.by == "noun":
        return False
    subject = first.verb.subject
    if subject is None:
        return False
    equated = not first.verb.lemma or "total" in first.verb.senses
    return (subject.pronoun and equated) or "figure" in first.near.roles(subject.head, subject.head + 1)


def _is_figure(operands: Values, move: Move) -> bool:
    """Whether the subject of a verb of change is a mere "number"."""
    subject = operands.statements.analysis.sentence(move.sentence).clauses[move.clause].subject
    if subject is None or move.by != "verb":
        return False
    return "figure" in operands.statements.cues(move.sentence).roles(subject.head, subject.head + 1)


def _follows(operands: Values, move: Move, couple: Couple) -> bool:
    """Whether a main clause says that something has changed, and what follows at once tells how it was and is."""
    clause = operands.statements.analysis.sentence(move.sentence).clauses[move.clause]
    first = min(couple.both, key=lambda each: each.claim.span)
    behind = first.sentence == move.sentence + 1 or (first.sentence == move.sentence and first.first > move.first)
    return behind and move.by == "verb" and clause.kind == "main" and move.of is not None


def _has_rival(operands: Values, move: Move, couple: Couple) -> bool:
    """Whether another word of change stands nearer to the values, or one or a size leads the other way."""
    stand = [move.sentence, *(each.sentence for each in couple.both)]
    near = operands.reach(min(stand), 1, max(stand) - min(stand) + 1)
    rivals = [each for at in near for each in moves(operands, at) if each != move]
    ways = {each.way for each in rivals}.union(size.way for at in near for size in operands.sizes(at).values())
    first = min(stand[1:])
    nearer = any(abs(each.sentence - first) < abs(move.sentence - first) for each in rivals)
    return nearer or not ways <= {move.way, None}
