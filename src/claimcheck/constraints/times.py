"""How often each part of a list counts: "six in Lindow, two each in Dassow and Ketzin"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.constraints.operands import amount, of_one_kind, usable
from claimcheck.languages.word_roles import COMMA, COORDINATOR, NUMBER
from claimcheck.model import Claim, Measure, Period
from claimcheck.model.analysis import Sentence
from claimcheck.model.link import Part
from claimcheck.statements.phrases import Cue
from claimcheck.statements.statement import Statement, Statements

EACH = frozenset({"each"})
JOINING = COMMA | COORDINATOR
Row = Sequence[Statement]


def times(table: Statements, row: Row) -> tuple[Part, ...] | None:
    """The parts with how often each counts; None where that is open: "two each in several towns"."""
    found = [_times(table, each) if EACH & (each.lead | each.leaving) else 1 for each in row]
    if not all(found):
        return None
    return (*(Part(each.claim, number) for each, number in zip(row, found, strict=True)), *_ones(table, row))


def _times(table: Statements, each: Statement) -> int:
    """How many an "each" stands for: "15,000 each for three choirs", "two each in Dassow and Ketzin"; 0 where open."""
    told = table.within(each.sentence)
    behind = next((other for other in told if other.first > each.first), None)
    if behind is not None and usable(behind) and not of_one_kind(behind, each) and not amount(behind) % 1:
        return int(amount(behind))
    return _names(table, each.sentence, each.last, len(each.held.tokens) if behind is None else behind.first)


def _names(table: Statements, number: int, start: int, stop: int) -> int:
    """How many names stand side by side between two tokens, up to the next "each"; 0 for a single one."""
    sentence = table.analysis.sentence(number)
    cues = list(filter(lambda cue: start < cue.first < stop, table.cues(number)))
    further = [cue.first for cue in cues if EACH & cue.roles]
    marks = [token for token in sentence.tokens[start : min(further, default=stop)] if token.roles & JOINING]
    names = len(marks) + (not further and stop == len(sentence.tokens))
    years = _all_years(table, number, start, stop)
    if years is not None:
        return years
    return names if names > 1 and not any(_is_span(sentence, cue, stop) for cue in cues) else 0


def _all_years(table: Statements, number: int, start: int, stop: int) -> int | None:
    """How many years the ranges of them between two tokens have; 0 for several ranges, None without any."""
    sentence = table.analysis.sentence(number)
    found = [each for each in table.times(number) if start <= sentence.token_at(each.span.start) < stop]
    told = [_years(each) for each in found]
    return None if not any(told) else sum(told) if len(told) == 1 else 0


def _years(time: Claim) -> int:
    """How many years a range of them has, "2031 to 2033"; 0 for any other time."""
    value = time.value
    if not isinstance(value, Period) or value.grain != "year" or value.start is None or value.end is None:
        return 0
    years = value.end.year - value.start.year
    return years if years > 1 else 0


def _ones(table: Statements, row: Row) -> Iterator[Part]:
    """As in "and one each in Uhl and Weil": a word that is a number only there."""
    number, tokens = row[0].sentence, row[0].held.tokens
    ones = [cue.first for cue in table.cues(number) if "one" in cue.roles]
    for cue in table.cues(number):
        token = tokens[min(cue.last, len(tokens) - 1)]
        if EACH & cue.roles and cue.first > row[-1].last and cue.last in ones:
            names = _names(table, number, cue.last + 1, len(tokens))
            yield Part(Claim("quantity", token.span, token.text, Measure(number=Decimal(1))), names or 1)


def _is_span(sentence: Sentence, cue: Cue, stop: int) -> bool:
    """Whether a number follows "to": "30 million each from 2031 to 2033"."""
    return "to" in cue.roles and bool(sentence.tokens[min(cue.last, stop - 1)].roles & NUMBER)
