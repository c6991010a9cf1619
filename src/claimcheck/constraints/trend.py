"""A verb that tells where something goes, and its two values: its own, or those that the sentence beside it gives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claimcheck.constraints.couples import Couple, Values, from_to
from claimcheck.constraints.leading import MOVED, leading, leads
from claimcheck.constraints.operands import counted
from claimcheck.constraints.sizes import POINTING
from claimcheck.constraints.sizes import way_of as sized
from claimcheck.languages.word_roles import BE, COLON, NOUN
from claimcheck.model import Span
from claimcheck.model.analysis import Clause, Sentence
from claimcheck.model.comparison import Evidence
from claimcheck.model.link import Change, Direction, Reading, Word
from claimcheck.statements.agreement import clash, nouns_agree, one_noun, tie
from claimcheck.statements.concepts import concepts
from claimcheck.statements.dimension import TIMES, dimension, number, whole
from claimcheck.statements.statement import DOWN, UP, Statement, Statements

OF_SUBJECT = frozenset({"rise", "fall"})
PLACES = 20
"""Places in an order below this number are what a bare number may be."""
COMPARED = frozenset({"more", "less"})
TOLD = (UP | DOWN) - {"multiply", "divide"}


def trends(statements: Statements) -> Iterator[Change]:
    """Every verb of change with its values, and every sentence that tells a direction and no value, with the only two
    values beside it, old and new.
    """
    operands = Values(statements)
    for here in statements.numbered():
        yield from directions(operands, here)
        yield from _halves(operands, here)
        for at in sorted({*statements.paragraph(here, 1, 1)} - {here}):
            told = _told(operands, at)
            couple = None if told is None else _only(operands, here, back=int(at > here))
            if couple is not None and told is not None and _is_told_of(operands, at, here, told, couple):
                yield _trend(told.way, told.word, couple)


def _halves(operands: Values, number: int) -> Iterator[Change]:
    """Every sentence that tells a direction and one value, with the only other one in the sentence beside it."""
    here, statements = _only_value(operands, number), operands.statements
    told = None if here is None else _direction(operands, number, here.verb)
    if here is None or told is None or told.clause.modal is not None:
        return
    for at in sorted({*statements.paragraph(number, 1, 1)} - {number}):
        there = _only_value(operands, at)
        couples = [] if there is None else operands.couples(sorted((here, there), key=lambda each: each.claim.span))
        if couples and _is_half(operands, told, here, couples[0]):
            yield _trend(told.way, told.word, couples[0])


def _only_value(operands: Values, number: int) -> Statement | None:
    """The only value of a sentence, lengths of time left out, that tells no size."""
    near = [each for each in operands.near(number, back=0, ahead=0) if dimension(each.claim) not in TIMES]
    return near[0] if len(near) == 1 and not operands.sizes(number) else None


def _is_half(operands: Values, told: Told, here: Statement, couple: Couple) -> bool:
    """Whether a direction with one value is told of another one too: "thus it is above that of the year before (40)"
    behind it, or "rose to 40" before what it had been.
    """
    if not operands.surely(couple):
        return False
    if couple.two is here:
        return couple.old is here and bool(POINTING & here.near.roles(told.clause.first, here.first))
    there = couple.two
    return couple.old is there and leads(here, "to") and (nouns_agree(here, there) is True or _takes_up(there))


class Told(NamedTuple):
    """A clause that tells a direction, the word that does, and what goes up or down, where it is named."""

    clause: Clause
    way: Direction
    word: Word
    moved: range | None


def _trend(way: Direction, word: Word, couple: Couple) -> Change:
    readings = tuple(Reading(old, new) for old, new in couple.orders)
    return Change(readings, None, None, way, "a verb of change with the values told beside it", word, "anaphor")


def _told(operands: Values, number: int) -> Told | None:
    """The only clause of a sentence that tells a direction, where no number stands but years."""
    statements = operands.statements
    if any(dimension(each.claim) not in TIMES for each in statements.within(number)):
        return None
    clauses = statements.analysis.sentence(number).clauses
    plain = (each for each in clauses if each.modal is None and each.kind in ("main", "relative"))
    found = [told for each in plain if (told := _direction(operands, number, each)) is not None]
    return found[0] if len(found) == 1 else None


def _direction(operands: Values, number: int, clause: Clause) -> Told | None:
    """What a clause tells of a direction: by its verb, or by how many do or have what it tells."""
    sentence = operands.statements.analysis.sentence(number)
    way = way_of(clause, roles_of(operands, number, clause))
    if way is not None:
        return Told(clause, way, word_of(sentence, clause), _moved(sentence, clause))
    return None if clause.negated or clause.mood == "question" else _compared(operands, number, clause)


def _compared(operands: Values, number: int, clause: Clause) -> Told | None:
    """As in "more people died", "fewer people died than in 2023": by nothing else than a time."""
    cues, sentence = operands.statements.cues(number), operands.statements.analysis.sentence(number)
    for chunk in filter(None, (clause.subject, *clause.objects)):
        cue = cues.at(chunk.first) or cues.before(chunk.first)
        way = None if cue is None or chunk.number is not None else sized(cue.roles & COMPARED)
        if cue is not None and way is not None and _is_than_a_time(operands, number, chunk.last):
            span = sentence.tokens[cue.first].span
            return Told(clause, way, Word(span, sentence.tokens[cue.first].text), range(chunk.first, chunk.last))
    return None


def _is_than_a_time(operands: Values, number: int, start: int) -> bool:
    """Whether "than" behind a token leads to a time, or there is none."""
    statements = operands.statements
    than = next((cue.last for cue in statements.cues(number).all if cue.first >= start and "than" in cue.roles), None)
    held = statements.analysis.sentence(number)
    times = {at for each in statements.times(number) for at in range(held.token_at(each.span.start), len(held.tokens))}
    return than is None or bool({than, than + 1} & times)


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


def _is_told_of(operands: Values, at: int, number: int, told: Told, couple: Couple) -> bool:
    """Whether a direction is that of two values: of those told next by what they are of, of those told before only
    where it concludes from them ("damit").
    """
    if at < number:
        return told.moved is not None and _is_of(operands, at, told.moved, couple)
    cues = operands.statements.cues(at).all
    return any(POINTING & each.roles and told.clause.holds(each.first) for each in cues)


def _is_of(operands: Values, number: int, moved: range, couple: Couple) -> bool:
    """Whether two values are those of what goes up or down: by its noun or concept, a pronoun that takes it up, or
    because they have no noun of their own ("Thefts rose. Police recorded 301, compared with 280").
    """
    sentence = operands.statements.analysis.sentence(number)
    bare = all(each.noun is None and each.value.unit is None for each in couple.both)
    return bare or any(_takes_up(each) or _named(operands, sentence, moved, each) for each in couple.both)


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


def directions(operands: Values, number: int) -> Iterator[Change]:
    """Every verb of change in this sentence that leads to two values of one thing in a told order."""
    sentence = operands.statements.analysis.sentence(number)
    couples = operands.couples(operands.near(number, back=0, ahead=0))
    for at, clause in enumerate(sentence.clauses if couples else ()):
        told = _direction(operands, number, clause)
        licensed = _licensed(operands, sentence, at, couples) if told is not None else None
        if told is None or licensed is None or _is_crossed(operands, number, clause, licensed[0], told.way):
            continue
        readings = tuple(Reading(old, new) for old, new in licensed[0].orders)
        yield Change(readings, None, None, told.way, "a verb of change with its values", told.word, licensed[1])


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
    return listed or "age" in (one.concept, two.concept) or clash(one, two) or _is_place(one, two)


def _is_place(*values: Statement) -> bool:
    """Whether numbers may be places in an order: small, whole and of nothing."""
    bare = all(each.value.unit is None and each.noun is None for each in values)
    return bare and all(whole(each.claim) and (number(each.claim) or PLACES) < PLACES for each in values)


def roles_of(operands: Values, number: int, clause: Clause) -> frozenset[str]:
    """What the verb of a clause says of changes as a word: "were up" too."""
    at, cues = clause.predicate, operands.statements.cues(number)
    is_ = at is not None and operands.statements.analysis.sentence(number).tokens[at].roles & BE
    if is_ and at is not None and (behind := cues.at(at + 1)) is not None:
        return behind.roles & {"rise", "fall"}
    cue = None if at is None else cues.at(at) or cues.over(at) or cues.before(at + 1)
    return frozenset() if cue is None else cue.roles & {"rise", "fall"}


def way_of(clause: Clause, roles: frozenset[str]) -> Direction | None:
    """Where the verb of a clause leads: up or down; None where it is denied or says nothing of the kind."""
    senses = {*clause.senses} & TOLD or roles
    if not senses or clause.negated or clause.mood == "question":
        return None
    if senses <= {"raise", "lower"} and not (clause.passive or clause.objects):
        return None  # "they drove from 110 to 90"
    return "up" if senses <= UP else "down" if senses <= DOWN else None


def word_of(sentence: Sentence, clause: Clause) -> Word:
    """The verb of a clause with its place, of "were up" the word behind it."""
    at = (clause.verb if clause.predicate is None else clause.predicate) or 0
    token = sentence.tokens[at + bool(sentence.tokens[at].roles & BE and at + 1 < len(sentence.tokens))]
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
