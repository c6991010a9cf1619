"""A verb that tells where something goes, and the two values that the sentence before or the next one gives for it."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.constraints.change import roles_of, way_of, word_of
from claimcheck.constraints.couples import Couple, Values
from claimcheck.constraints.leading import MOVED
from claimcheck.constraints.operands import counted
from claimcheck.constraints.sizes import POINTING
from claimcheck.languages.word_roles import NOUN
from claimcheck.model.analysis import Clause, Sentence
from claimcheck.model.link import Change, Direction, Reading
from claimcheck.statements.agreement import one_noun
from claimcheck.statements.concepts import concepts
from claimcheck.statements.dimension import TIMES, dimension
from claimcheck.statements.statement import Statement, Statements

OF_SUBJECT = frozenset({"rise", "fall"})


def trends(statements: Statements) -> Iterator[Change]:
    """Every sentence that tells a direction and no value, with the only two values beside it, old and new."""
    operands = Values(statements)
    for number in statements.numbered():
        for at in sorted({*statements.paragraph(number, 1, 1)} - {number}):
            told = _told(operands, at)
            couple = None if told is None else _only(operands, number, back=int(at > number))
            if couple is not None and told is not None and _is_told_of(operands, at, number, told[0], couple):
                yield _trend(operands, at, *told, couple)


def _trend(operands: Values, at: int, clause: Clause, way: Direction, couple: Couple) -> Change:
    word = word_of(operands.statements.analysis.sentence(at), clause)
    readings = tuple(Reading(old, new) for old, new in couple.orders)
    return Change(readings, None, None, way, "a verb of change with the values told beside it", word, "anaphor")


def _told(operands: Values, number: int) -> tuple[Clause, Direction] | None:
    """The only clause of a sentence that tells a direction, where no number stands but years."""
    statements = operands.statements
    if any(dimension(each.claim) not in TIMES for each in statements.within(number)):
        return None
    clauses = statements.analysis.sentence(number).clauses
    plain = (each for each in clauses if each.modal is None and each.kind == "main")
    found = [(each, way_of(each, roles_of(operands, number, each))) for each in plain]
    ways = [(each, way) for each, way in found if way is not None]
    return ways[0] if len(ways) == 1 else None


def _only(operands: Values, number: int, back: int) -> Couple | None:
    """The only two values of a sentence, or so many before it too, if they surely tell which came first and no words
    of the sentence tell a direction.
    """
    statements = operands.statements
    if operands.sizes(number):
        return None
    clauses = statements.analysis.sentence(number).clauses
    if any(not MOVED.isdisjoint(each.senses) for each in clauses):
        return None
    couples = operands.couples(operands.near(number, back=back, ahead=0))
    return couples[0] if len(couples) == 1 and operands.surely(couples[0]) and _of_one(couples[0]) else None


def _of_one(couple: Couple) -> bool:
    """Whether no two things are counted: "14 titles" beside "seven wins"."""
    one, two = map(counted, couple.both)
    return one is None or two is None or one_noun(one, two)


def _is_told_of(operands: Values, at: int, number: int, clause: Clause, couple: Couple) -> bool:
    """Whether a direction is that of two values: of those told next by what they are of, of those told before only
    where it concludes from them ("damit").
    """
    if at < number:
        return _is_of(operands, at, clause, couple)
    cues = operands.statements.cues(at).all
    return any(POINTING & each.roles and clause.holds(each.first) for each in cues)


def _is_of(operands: Values, number: int, clause: Clause, couple: Couple) -> bool:
    """Whether two values are those of what goes up or down: by its noun or concept, or a pronoun that takes it up."""
    sentence = operands.statements.analysis.sentence(number)
    moved = _moved(sentence, clause)
    return moved is not None and any(_takes_up(each) or _named(operands, sentence, moved, each) for each in couple.both)


def _moved(sentence: Sentence, clause: Clause) -> range | None:
    """What goes up or down: the subject of "rise", the object of "raise", or its subject where it is passive."""
    acts = OF_SUBJECT.isdisjoint(clause.senses) and not clause.passive
    moved = [*clause.objects] if acts else [clause.subject]
    if len(moved) != 1 or moved[0] is None or moved[0].pronoun:
        return None
    chunk = moved[0]
    hung = (each for each in sentence.chunks if each.of and each.first == chunk.last)
    return range(chunk.first, next(hung, chunk).last)  # "the number of burglaries"


def _takes_up(value: Statement) -> bool:
    """Whether the subject of a value's clause is a pronoun: "it stood at", "es waren"."""
    subject = value.verb.subject
    return subject is not None and subject.pronoun


def _named(operands: Values, sentence: Sentence, moved: range, value: Statement) -> bool:
    """Whether a value is called as what goes up or down is, or is a number of the same."""
    known = concepts(operands.document.language or "")
    words = [sentence.tokens[at] for at in moved if sentence.tokens[at].roles & NOUN]
    called = [each for each in (value.noun, None if value.owner is None else value.owner.text) if each]
    return any(
        value.concept in known.noun(word.low) or any(one_noun(word.low, each) for each in called) for word in words
    )
