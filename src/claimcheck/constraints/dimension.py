"""Dimension: a height is no area, a capacity in kilowatt-hours no power, and nobody produces kilowatts a year."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.figures import Measured
from claimcheck.model.word import Word
from claimcheck.statements.concepts import concepts
from claimcheck.statements.families import family, table
from claimcheck.statements.statement import Statement, Statements

PHYSICAL = frozenset({"length", "area", "volume", "mass", "power", "energy", "speed", "temperature", "pressure"})
MADE_OVER_TIME = frozenset({"energy_output", "consumption"})


def dimensions(statements: Statements) -> Iterator[Measured]:
    """Every physical number whose noun says what is measured, with whether its unit can measure that."""
    known = concepts(statements.article.document.language or "")
    for at in statements.numbered():
        for each in statements.within(at):
            about, kind = each.claim.about, family(each.claim)
            if kind not in PHYSICAL or about is None or about.measure is None or each.value.per is not None:
                continue
            names = known.noun(*about.measure.text.split())
            takes = frozenset().union(*(table()[name]["values"] for name in names))
            if takes and takes <= PHYSICAL and each.held.span.covers(about.measure.span):
                fits = kind in takes and not _over_time(each, kind, names)
                yield Measured(Word(about.measure.span, about.measure.text), each.claim, fits)


def _over_time(each: Statement, kind: str, names: tuple[str, ...]) -> bool:
    """Whether a power is said of what is made or used in a length of time."""
    return kind == "power" and not MADE_OVER_TIME.isdisjoint(names)
