"""Dimension: a height is no area, a capacity in kilowatt-hours no power, and nobody produces kilowatts a year."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.figures import Measured
from claimcheck.model.span import Word
from claimcheck.statements.concepts import Concepts, concepts
from claimcheck.statements.families import family, table
from claimcheck.statements.statement import Statement, Statements

PHYSICAL = frozenset({"length", "area", "volume", "mass", "power", "energy", "speed", "temperature", "pressure"})
MADE_OVER_TIME = frozenset({"energy_output", "consumption"})


def dimensions(statements: Statements) -> Iterator[Measured]:
    """Every physical number whose noun says what is measured, with whether its unit can measure that."""
    known = concepts(statements.article.document.language or "")
    for at in statements.numbered():
        for each in statements.within(at):
            kind = family(each.claim)
            if kind not in PHYSICAL or each.value.per is not None:
                continue
            if kind == "power" and _made_over_time(each, known):
                token = each.held.tokens[each.verb.predicate or 0]
                yield Measured(Word(token.span, token.text), each.claim, fits=False)
            else:
                yield from _by_noun(each, kind, known)


def _by_noun(each: Statement, kind: str, known: Concepts) -> Iterator[Measured]:
    measure = None if each.claim.about is None else each.claim.about.measure
    if measure is None or not each.held.span.covers(measure.span):
        return
    takes = frozenset().union(*(table()[name]["values"] for name in known.noun(*measure.text.split())))
    if takes and takes <= PHYSICAL:
        yield Measured(Word(measure.span, measure.text), each.claim, kind in takes)


def _made_over_time(each: Statement, known: Concepts) -> bool:
    """Whether so much is said to be made or used in a day or a year."""
    period = any(role.startswith("per:") for role in each.around)
    made = known.objects.get(each.verb.lemma, ())
    return period and each.verb.predicate is not None and not MADE_OVER_TIME.isdisjoint(made)
