"""What changed by how much: every size, factor and verb of change of an article with its values."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.constraints.change import changes
from claimcheck.constraints.couples import Values
from claimcheck.constraints.direction import directions
from claimcheck.constraints.factor import factors
from claimcheck.constraints.ratios import is_factor
from claimcheck.model.link import Link
from claimcheck.statements.statement import Statements


def changed(statements: Statements) -> Iterator[Link]:
    """Every change, step, factor and direction that grammar ties to its values."""
    operands = Values(statements)
    numbered = statements.numbered()
    for number in numbered:
        yield from changes(operands, number)
        yield from directions(operands, number)
    # a factor may stand in a sentence that has no number, and is a word there
    for number in sorted({each + more for each in numbered for more in (-1, 0, 1)}):
        if statements.within(number) or statements.tells(number, is_factor):
            yield from factors(operands, number)
