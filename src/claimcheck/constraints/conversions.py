"""One quantity said in two units: "5 miles (8 kilometres)", "3 billion yen, about 20 million dollars"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from claimcheck.languages.word_roles import ADVERB, CLOSE, COMMA, COORDINATOR, DASH, NUMBER, OPEN, STOP
from claimcheck.model.link import TwoUnits
from claimcheck.model.measure import SCALES
from claimcheck.statements.families import family
from claimcheck.statements.statement import PAUSE, Statement, Statements

KINDS = frozenset({kind for kind, _ in SCALES.values()} | {"money", "temperature"}) - {"time"}
EQUATING = frozenset({"equals", "or_", "reckoned"})
SMALL = frozenset({"light", "filler", "hedge:about", "follows"}) | EQUATING
COMPARED = frozenset({"above", "below", "more", "less"})
STEPS = frozenset({"by", "rise", "fall", "more", "less"})


def conversions(table: Statements) -> Iterator[TwoUnits]:
    """Quantities that are said again in another unit: in brackets, behind "that is", or softened behind a comma."""
    for number in table.numbered():
        for one, two in pairwise(table.within(number)):
            if _in_two_units(one, two) and not _is_apart(one, two) and _is_told_again(one, two):
                yield TwoUnits(one.claim, two.claim, "one quantity in two units", bool(STEPS & one.touching))


def _in_two_units(one: Statement, two: Statement) -> bool:
    """Whether both measure one kind of thing in two units; money has its currencies."""
    kind = family(one.claim)
    return kind in KINDS and kind == family(two.claim) and one.value.unit != two.value.unit


def _is_apart(one: Statement, two: Statement) -> bool:
    """Whether the second is a difference to the first: "10,800 metres, that is two kilometres more than the other"."""
    moved = bool(STEPS & two.touching - EQUATING) and not STEPS & one.touching
    return moved or bool(COMPARED & (two.behind | two.touching)) or two.value.per != one.value.per


def _is_told_again(one: Statement, two: Statement) -> bool:
    """Whether the words between the two, and behind the second, say that it is the first again."""
    tokens = two.held.tokens
    behind = tokens[two.last].roles if two.last < len(tokens) else STOP
    if tokens[two.first - 1].roles & OPEN:
        within = tokens[one.last : two.first - 1]
        return bool(behind & CLOSE) and not any(token.roles & (PAUSE | COORDINATOR) for token in within)
    start = _begin(one, two)
    if EQUATING & two.near.roles(start, two.first):
        return _only_small(start, two)
    beside = start == two.first - 1 and bool(tokens[start].roles & (COMMA | DASH))
    return beside and two.value.hedge is not None and bool(behind & (PAUSE | STOP))


def _begin(one: Statement, two: Statement) -> int:
    """Where the words of the first end: behind its noun phrase, and what hangs on it, up to a mark."""
    chunk, held = one.chunk, one.held
    at = one.last if chunk is None else max(one.last, chunk.last)
    while (behind := next((each for each in held.chunks if each.first == at), None)) and behind.last <= two.first:
        if not (behind.of or behind.number is None) or _joined(one, at):
            break
        at = behind.last
    return min(at, two.first)


def _joined(one: Statement, at: int) -> bool:
    """Whether a number or an "and" stands there."""
    return bool(one.held.tokens[at].roles & (NUMBER | COORDINATOR))


def _only_small(start: int, two: Statement) -> bool:
    """Whether nothing but marks and words that equate or soften stands between."""
    known = {at for cue in two.near if cue.roles & SMALL for at in range(cue.first, cue.last)}
    stretch = range(start, two.first)
    return all(at in known or two.held.tokens[at].roles & (COMMA | DASH | OPEN | ADVERB) for at in stretch)
