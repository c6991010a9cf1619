"""Whose value a number is."""

from __future__ import annotations

from claimcheck.extract.clauses import CERTAIN, Chunk, Row
from claimcheck.languages.clause_roles import (
    CAPITAL,
    CLAIM,
    CLASS,
    FUNCTION,
    GENITIVE,
)
from claimcheck.model import Span
from claimcheck.model.relation import Argument
from claimcheck.model.stretches import Stretches


def owners(row: Row, owner: int, left: int, right: int, sources: Stretches) -> tuple[Argument, ...]:
    """Whose value it is: the name that hangs on the noun, else the only certain name of the clause."""
    certain = [
        each
        for each in row.phrases()
        if each.name is not None and each.sure >= CERTAIN and not sources.hold(row.starts[each.name[0]])
    ]
    if owner >= 0:
        if (possessor := _possessor(row, owner)) is not None:
            return (possessor,)
        for each in certain:
            if each.first == owner + 1 and (each.case & GENITIVE or each.prep):
                return (argument(row, each),)
    here = [each for each in certain if left < each.first < right]
    return (argument(row, here[0]),) if len(here) == 1 else ()


def _possessor(row: Row, owner: int) -> Argument | None:
    """ "Nordwerks Umsatz": the name in the genitive right before the noun."""
    at = owner - 1
    if (
        at < 0
        or not row.roles[at] & CAPITAL
        or row.roles[at] & (CLAIM | CLASS | FUNCTION)
        or not row.low[at].endswith("s")
    ):
        return None
    mention = row.mention(at, at + 1)
    if mention is not None:
        return Argument(mention.span, row.text[mention.span.start : mention.span.end], mention.entity)
    if row.grammar.capitals and (at == 0 or not row.roles[at - 1] & FUNCTION):
        span = Span(row.starts[at], row.ends[at] - 1)
        return Argument(span, row.text[span.start : span.end])
    return None


def argument(row: Row, chunk: Chunk) -> Argument:
    """The name of a phrase as an argument."""
    assert chunk.name is not None
    mention = row.mention(*chunk.name)
    if mention is not None:
        return Argument(mention.span, row.text[mention.span.start : mention.span.end], mention.entity)
    span = Span(row.starts[chunk.name[0]], row.ends[chunk.name[1] - 1])
    return Argument(span, row.text[span.start : span.end])
