"""Threshold: what was needed, what there was, and whether it is said to have been enough."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.comparison import Evidence
from claimcheck.model.figures import Reached, Threshold
from claimcheck.model.span import Word
from claimcheck.statements.agreement import contradiction, tie
from claimcheck.statements.cues import Cue
from claimcheck.statements.dimension import number
from claimcheck.statements.statement import Statement, Statements

OUTCOMES = {"met": True, "unmet": False}
MOST = 3
"""So many other numbers at most, of which one is what there was."""


def thresholds(table: Statements) -> Iterator[Threshold]:
    """Every number that is said to be needed, with the numbers beside it and the word for how it came out."""
    for at in table.numbered():
        for needed in table.within(at):
            if needed.value.number is not None and "needed" in needed.cues | needed.predicate:
                yield from _told(table, needed)


def _told(table: Statements, needed: Statement) -> Iterator[Threshold]:
    outcome = _outcome(table, needed)
    others = [each for each in table.reach(needed) if _may_be_there(each, needed)]
    if outcome is None or not 0 < len(others) <= MOST:
        return
    word, met = outcome
    readings = [Reached(each.claim, _licence(table, each, needed, alone=len(others) == 1)) for each in others]
    readings.sort(key=lambda each: each.evidence is None)
    yield Threshold(needed.claim, tuple(readings), word, met)


def _may_be_there(each: Statement, needed: Statement) -> bool:
    """Whether the number may be what there was: of the same kind, a fact, and not needed itself."""
    if number(each.claim) is None or "needed" in each.cues | each.predicate:
        return False
    return contradiction(each, needed, ("unit", "noun")) is None


def _licence(table: Statements, each: Statement, needed: Statement, *, alone: bool) -> Evidence | None:
    """Why both belong together: grammar ties them, and there is no other."""
    return tie(table.article.document, each, needed) if alone else None


def _outcome(table: Statements, needed: Statement) -> tuple[Word, bool] | None:
    """The only word of the passage that says whether it was enough; a negation turns it."""
    found = []
    for at in range(needed.sentence - 1, needed.sentence + 2):
        for cue in table.cues(at, OUTCOMES.__contains__):
            told = [met for role, met in OUTCOMES.items() if role in cue.roles]
            found += [(at, cue, met) for met in told]
    if not found or len({met for *_, met in found}) > 1:
        return None
    at, cue, met = found[0]
    return _word(table, at, cue), met != _negated(table, at, cue)


def _word(table: Statements, at: int, cue: Cue) -> Word:
    tokens = table.analysis.sentence(at).tokens[cue.first : cue.last]
    span = tokens[0].span._replace(end=tokens[-1].span.end)
    return Word(span, table.article.document.prose[span.start : span.end])


def _negated(table: Statements, at: int, cue: Cue) -> bool:
    sentence = table.analysis.sentence(at)
    return sentence.clauses[sentence.owners[cue.first]].negated
