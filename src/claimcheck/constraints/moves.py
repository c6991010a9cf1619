"""Words that say which way something goes: "has fallen", "the rise in fares", "more visitors than a year ago"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from claimcheck.constraints.couples import Values
from claimcheck.constraints.leading import COMPARED
from claimcheck.constraints.sizes import way_of
from claimcheck.languages.word_roles import BECOME, NOUN, NUMBER, TIME
from claimcheck.model import Span
from claimcheck.model.analysis import Chunk, Clause, Sentence
from claimcheck.model.link import Direction, Word
from claimcheck.statements.phrases import Cue
from claimcheck.statements.statement import DOWN, UP, Statement

MOVED = (UP | DOWN) - {"multiply", "divide"}
CAUSED = frozenset({"raise", "lower"})
SCORED = frozenset({"win", "lose", "lead", "fail"})
"""What a verb of change may tell as well, of somebody: "lost", "gained", "missed"."""
NO_MOVE = frozenset({"money", "gap"})
"""Senses of nouns that are sums or distances as often as changes: "profit", "loss", "deficit"."""
NEAR = 3
"""How many words behind "than" a time may stand."""
THEN = frozenset({"then", "earlier", "before_that", "baseline", "average"})


Kind = Literal["verb", "noun", "comparative", "tied"]


class Move(NamedTuple):
    """A word of change: its sentence and clause, its tokens, where it leads, and the token of what it is told of.

    `by` is the kind of word, "tied" for a verb that is no fact or may tell of something else, so that only values its
    clause leads to are its own; `definite`: it is told as known: "the rise", "that drop".
    """

    sentence: int
    clause: int
    first: int
    last: int
    way: Direction
    by: Kind
    of: int | None = None
    definite: bool = False

    @property
    def place(self) -> tuple[int, int]:
        """What is the same for all words of one clause."""
        return self.sentence, self.clause

    def word(self, sentence: Sentence) -> Word:
        """The word with its place."""
        tokens = sentence.tokens[self.first : self.last]
        text = " ".join(each.text for each in tokens)
        return Word(Span(tokens[0].span.start, tokens[-1].span.end), text)


def moves(operands: Values, number: int) -> list[Move]:
    """The words of change of one sentence that are told as facts, in the order of the text."""
    sentence = operands.statements.analysis.sentence(number)
    found = [each for at in range(len(sentence.clauses)) for each in _of_clause(operands, number, at)]
    return sorted({each.first: each for each in found}.values(), key=lambda each: each.first)


def _of_clause(operands: Values, number: int, at: int) -> Iterator[Move]:
    clause = operands.statements.analysis.sentence(number).clauses[at]
    real = clause.mood == "indicative" and clause.modal is None and not clause.negated
    yield from _by_noun(operands, number, at, real=real)
    if real:
        yield from _by_comparative(operands, number, at)
    yield from _by_verb(operands, number, at, real=real)


def _by_verb(operands: Values, number: int, at: int, *, real: bool) -> Iterator[Move]:
    clause = operands.statements.analysis.sentence(number).clauses[at]
    way, token = _way(operands, number, clause), _verb(clause)
    if way is not None and token is not None:
        of = (clause.objects[0] if clause.objects else None) if _caused(clause) else clause.subject
        by: Kind = "verb" if real and SCORED.isdisjoint(clause.senses) else "tied"
        yield Move(number, at, token, token + 1, way, by, None if of is None else _counted(operands, number, of))


def _counted(operands: Values, number: int, chunk: Chunk) -> int | None:
    """The noun of a measure; of "the number of thefts" what is counted, of a pronoun nothing."""
    sentence = operands.statements.analysis.sentence(number)
    if chunk.pronoun:
        return None
    if "figure" not in operands.statements.cues(number).roles(chunk.head, chunk.head + 1):
        return chunk.head
    after = next((each for each in sentence.chunks if each.first in (chunk.last, chunk.last + 1)), None)
    return after.head if after is not None and (after.of or after.preposition is not None) else chunk.head


def _verb(clause: Clause) -> int | None:
    return clause.verb if clause.predicate is None else clause.predicate


def _caused(clause: Clause) -> bool:
    """Whether the verb says that somebody moves something."""
    return {*clause.senses} & MOVED <= CAUSED and not clause.passive


def _way(operands: Values, number: int, clause: Clause) -> Direction | None:
    """Where the verb of a clause leads: up or down; None where it is denied or says nothing of the kind."""
    senses = {*clause.senses} & MOVED or _roles(operands, number, clause)
    if not senses or clause.negated or clause.mood == "question":
        return None
    if senses <= CAUSED and not (clause.passive or clause.objects):
        return None  # "they drove from 110 to 90"
    return "up" if senses <= UP else "down" if senses <= DOWN else None


def _roles(operands: Values, number: int, clause: Clause) -> frozenset[str]:
    """What the verb of a clause says of changes as a word."""
    at = clause.predicate
    cues = operands.statements.cues(number)
    cue = None if at is None else cues.at(at) or cues.over(at) or cues.before(at + 1)
    return frozenset() if cue is None else cue.roles & {"rise", "fall"}


def _by_noun(operands: Values, number: int, at: int, *, real: bool) -> Iterator[Move]:
    """By nouns of change; what is told as known, "the drop", is a fact whatever else its clause says."""
    sentence = operands.statements.analysis.sentence(number)
    clause = sentence.clauses[at]
    for index, chunk in enumerate(sentence.chunks):
        senses = frozenset(operands.words.senses_of_noun(sentence.tokens[chunk.head].text))
        way = way_of(senses) if clause.holds(chunk.head) and senses.isdisjoint(NO_MOVE) else None
        if way is not None and _is_noun(sentence, chunk) and not _is_season(operands, number, chunk):
            definite = _definite(operands, number, chunk)
            if definite or real:
                after = sentence.chunks[index + 1] if index + 1 < len(sentence.chunks) else None
                yield Move(number, at, chunk.head, chunk.head + 1, way, "noun", _of(sentence, chunk, after), definite)


def _is_noun(sentence: Sentence, chunk: Chunk) -> bool:
    return chunk.number is None and bool(sentence.tokens[chunk.head].roles & NOUN)


def _is_season(operands: Values, number: int, chunk: Chunk) -> bool:
    """Whether a noun is told as a time: "this fall"."""
    cue = operands.statements.cues(number).over(chunk.head)
    start = operands.statements.analysis.sentence(number).tokens[chunk.head].span.start
    dated = any(each.span.start <= start < each.span.end for each in operands.statements.times(number))
    return dated or (cue is not None and bool(cue.roles & {"now", "then"}))


def _of(sentence: Sentence, chunk: Chunk, after: Chunk | None) -> int | None:
    """What a noun of change is told of: the phrase right behind it that is no time."""
    if after is None or after.first != chunk.last or sentence.tokens[after.head].roles & (TIME | NUMBER):
        return None
    return after.head


def _definite(operands: Values, number: int, chunk: Chunk) -> bool:
    at = chunk.determiner
    roles = operands.statements.cues(number).roles(at, at + 1) if at is not None else frozenset({"one"})
    return roles.isdisjoint({"article", "one", "each", "per_one"})


def _by_comparative(operands: Values, number: int, at: int) -> Iterator[Move]:
    """By a comparative that is measured against a time: "more people than last year", "wärmer als im Mai"."""
    sentence = operands.statements.analysis.sentence(number)
    clause, cues = sentence.clauses[at], operands.statements.cues(number)
    for cue in cues.all:
        way = way_of(cue.roles & COMPARED) if clause.holds(cue.first) and "added" not in cue.roles else None
        if way is not None and (_than_then(operands, number, cue) or _becomes(sentence, clause, cue)):
            chunk = sentence.chunk_at(sentence.tokens[cue.first].span.start)
            of = chunk.head if chunk is not None and chunk.head >= cue.last else None
            yield Move(number, at, cue.first, cue.last, way, "comparative", of)


def _becomes(sentence: Sentence, clause: Clause, cue: Cue) -> bool:
    """Whether something became so: "is getting dearer", "ist kürzer geworden"."""
    at = _verb(clause)
    return at is not None and bool(sentence.tokens[at].roles & BECOME) and cue.last in (at, len(sentence.tokens) - 1)


def _than_then(operands: Values, number: int, cue: Cue) -> bool:
    """Whether a time stands behind the "than" of a comparative, and no number before it."""
    statements = operands.statements
    cues, told = statements.cues(number), statements.within(number)
    than = next((each for each in cues.all if each.first >= cue.first and "than" in each.roles), None)
    if than is None or any(cue.first - 1 <= each.last <= cue.first or _begins(each, cue, than) for each in told):
        return False
    behind = range(than.last, than.last + NEAR)
    at = statements.analysis.sentence(number).token_at
    dated = any(at(each.span.start) in behind for each in statements.times(number))
    return dated or bool(THEN & (than.roles | cues.roles(behind.start, behind.stop)))


def _begins(each: Statement, cue: Cue, than: Cue) -> bool:
    """Whether a number begins between a comparative and what follows its "than": "more than four years ago"."""
    return cue.first <= each.first <= than.last
