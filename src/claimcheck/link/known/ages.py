"""An age of the day of an article, beside a birthday or an age that is known of another day."""

from __future__ import annotations

from datetime import date

from claimcheck.languages.word_roles import BE, COMMA, FINITE, OPEN, PREPOSITION, SUBORDINATOR
from claimcheck.link.known.facts import UNCERTAIN, Held
from claimcheck.model.analysis import Sentence
from claimcheck.model.link import Known
from claimcheck.model.period import shifted
from claimcheck.model.reference import ReferenceClaim
from claimcheck.statements.statement import Statement

BEHIND = 2
"""Tokens from the last of a name to an age in brackets: "Meike Dassow (41)"."""
NEAR = 3
"""Tokens at most between an age and the name beside it."""


def age_of(held: Held, statement: Statement, entity: str) -> Known | None:
    """The age of somebody known, on the day of the article; None where it is one of then, or a guess."""
    claim, day = statement.claim, held.times.published
    value = statement.value
    if day is None or value.number is None or value.hedge is not None or not _is_now(held, statement):
        return None
    if not _is_beside(held, statement, entity):
        return None
    for fact in held.reference.about(entity):
        ages = _ages(fact, day)
        if ages is not None and fact.confidence not in UNCERTAIN:
            fits = ages[0] <= int(value.number) <= ages[1]
            right = str(ages[0]) if ages[0] == ages[1] else f"{ages[0]}–{ages[1]}"
            return Known(claim, "value", fits, claim.span, claim.text, right, fact)
    return None


def _is_beside(held: Held, statement: Statement, entity: str) -> bool:
    """Whether an age stands beside its name, or is said of it: "the 62-year-old" may be somebody else."""
    sentence = statement.held
    names = [each.span for each in held.names if each.entity == entity and sentence.span.covers(each.span)]
    places = [(sentence.token_at(each.start), sentence.token_at(each.end - 1)) for each in names]
    subject, bracket = statement.verb.subject, sentence.tokens[max(0, statement.first - 1)].roles & OPEN
    if subject is not None and not bracket and _is_said(statement):
        return any(subject.first <= first < subject.last for first, _ in places)
    return any(_joined(sentence, statement, first, last) for first, last in places)


def _joined(sentence: Sentence, statement: Statement, first: int, last: int) -> bool:
    """Whether an age stands in the phrase of a name before it, or in brackets or between commas behind it."""
    if last < statement.first:
        return statement.first - last == BEHIND and bool(sentence.tokens[last + 1].roles & (COMMA | OPEN))
    between = sentence.tokens[statement.last : first]
    return len(between) <= NEAR and not any(each.roles & (PREPOSITION | FINITE | COMMA) for each in between)


def _is_said(statement: Statement) -> bool:
    """Whether the clause says what somebody is."""
    verb = statement.verb.verb
    return verb is not None and bool(statement.held.tokens[verb].roles & BE)


def _is_now(held: Held, statement: Statement) -> bool:
    """Whether an age is one of today: not "at 15", "als 15-Jähriger"."""
    before = statement.first - 1
    if before >= 0 and statement.held.tokens[before].roles & (PREPOSITION | SUBORDINATOR):
        return False
    return held.times.of(statement.claim.span).kind == "present"


def _ages(fact: ReferenceClaim, day: date) -> tuple[int, int] | None:
    """The least and the greatest age on a day."""
    known = fact.date
    if known is None or known.start is None or known.end is None:
        return None
    if fact.predicate == "born":
        last = shifted(known.end, -1)
        return _years(last, day), _years(known.start, day)
    if fact.predicate == "age" and fact.value is not None and fact.value.number is not None and day >= known.start:
        age = int(fact.value.number)
        return age + _years(known.end, day), age + _years(known.start, day) + 1
    return None


def _years(since: date, day: date) -> int:
    """Whole years between two days, 0 where the second is before the first."""
    return max(0, day.year - since.year - ((day.month, day.day) < (since.month, since.day)))
