"""Records: what is called the highest since a year, or ever, beside the values of other times."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.constraints.operands import counted
from claimcheck.constraints.orders import of_one, part_of, set_beside, smaller
from claimcheck.model.claim import Part
from claimcheck.model.comparison import Evidence, Judged
from claimcheck.statements.agreement import owners_agree
from claimcheck.statements.dimension import TIMES, comparable, dimension, ratio, whole
from claimcheck.statements.phrases import Cue, Cues
from claimcheck.statements.statement import Statement, Statements

MORE = frozenset({"more", "greater", "highest"})
OLD = frozenset({"then", "earlier", "before_that"})
LOW = frozenset({"lowest", "smaller", "less"})
HARM = frozenset({"kill", "die", "dead", "hurt"})
ENDS = frozenset({"highest", "lowest", "worst"})
MISSED = frozenset({"denied", "unmet"})
FAR = 8
NEAR = Decimal("0.5")
"""A record is at least so near to the one before it."""


def records(table: Statements) -> Iterator[Judged]:
    """Every value that is called a record, or the highest since a time, with those that it must be above."""
    for at in table.numbered():
        yield from _since(table, at)
        yield from _broken(table, at)
        yield from _never(table, at)


def _since(table: Statements, at: int) -> Iterator[Judged]:
    """ "the highest since 2012, when it was 8.1": what was then is no less."""
    found = _end(table, at)
    if found is None:
        return
    end, since = found
    then = [each for each in table.within(at) if single(each) and each.first > since.last]
    now = _now(table, then[0], end) if len(then) == 1 and _at_that_time(table, then[0], since) else None
    if now is not None:
        evidence: Evidence = "construction" if now.sentence == at else "anaphor"
        low = "lowest" in end.roles
        yield _beside(then[0], now, evidence, low=low, word=part_of(table, at, end))


def _end(table: Statements, at: int) -> tuple[Cue, Cue] | None:
    """The only superlative with the only "since" behind it."""
    cues = table.cues(at, "since".__eq__)
    since = [each for each in cues if "since" in each.roles]
    ends = [each for each in cues if ENDS & each.roles and since and 0 <= since[0].first - each.last <= FAR]
    return (ends[0], since[0]) if len(since) == len(ends) == 1 else None


def _at_that_time(table: Statements, then: Statement, since: Cue) -> bool:
    """Whether a value is that of the time after "since": no other time stands between, and "when" leads to it."""
    if not any("when" in each.roles for each in table.cues(then.sentence) if since.last <= each.first < then.first):
        return since.first in (then.verb.connective, then.verb.first)
    days = [then.held.token_at(each.span.start) for each in table.times(then.sentence)]
    return sum(since.last <= day < then.last for day in days) <= 1 and not any(day >= then.last for day in days)


def _now(table: Statements, then: Statement, end: Cue) -> Statement | None:
    """The only value that is called the highest: before the word for it, else in the sentence before."""
    here = [each for each in table.within(then.sentence) if each.last <= end.first]
    for told in (here, table.within(then.sentence - 1)):
        found = [each for each in told if single(each) and _may_be_set_beside(each, then, end)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _may_be_set_beside(one: Statement, two: Statement, end: Cue) -> bool:
    """Whether two values are of one thing; the worst is the highest only of people who were hurt or killed."""
    if "worst" in end.roles:
        return all(not HARM.isdisjoint((*each.verb.senses, *each.around)) for each in (one, two))
    return of_one(one, two)


def single(each: Statement) -> bool:
    """Whether a statement is a single value that nothing softens."""
    return each.value.number is not None and each.value.hedge is None


def _broken(table: Statements, at: int) -> Iterator[Judged]:
    """A new record with the old one of the sentence or the next: "a club best. The previous mark, 6,204"."""
    records = [each for each in table.cues(at, "record".__eq__) if "record" in each.roles]
    records = records or [end for end, _ in filter(None, [_end(table, at)])]
    both = _new_and_old(table, at) if records and not _missed(table, at) else None
    if both is not None and not _may_be_time(both[0]):
        new, old = both
        evidence: Evidence = "construction" if old.sentence == at else "anaphor"
        low = _lower_is_better(table, new, at)
        yield _beside(new, old, evidence, low=low, word=part_of(table, at, records[-1]))


def _may_be_time(each: Statement) -> bool:
    """Whether a bare number with decimals may be a time, of which the record is the least: "at 54.51"."""
    return each.value.unit is None and counted(each) is None and not whole(each.claim)


def _new_and_old(table: Statements, at: int) -> tuple[Statement, Statement] | None:
    """The only value of the sentence beside the only one of the old record, there or in the next sentence."""
    told, later = (list(filter(single, table.within(near))) for near in (at, at + 1))
    old = [each for each in (*told, *later) if _is_old(table, each, at)]
    new = [each for each in told if each not in old and _may_follow(each, old[0])] if len(old) == 1 else []
    return (new[0], old[0]) if len(new) == 1 else None


def _may_follow(new: Statement, old: Statement) -> bool:
    """Whether a value may be the new record; "the mark" is no other noun than that of what was measured."""
    if owners_agree(new, old) is False or ratio(new.claim, old.claim) < NEAR:
        return False
    if "record" in old.cues and new.claim.type == old.claim.type:
        return comparable(new.claim, old.claim)
    return of_one(new, old)


def _missed(table: Statements, at: int) -> bool:
    """Whether the record was not broken."""
    sentence = table.analysis.sentence(at)
    return any(MISSED & each.roles for each in table.cues(at)) or any(each.negated for each in sentence.clauses)


def _is_old(table: Statements, each: Statement, at: int) -> bool:
    """Whether a value is that of the old record: its clause names that, or has a pronoun for it as subject."""
    named = [token for token in _old_records(each.near) if each.verb.holds(token)]
    if named:
        return each.first > min(named)
    subject = each.verb.subject
    if each.sentence == at or subject is None or not subject.pronoun:
        return False
    return bool(_old_records(table.cues(at)))


def _old_records(cues: Cues) -> list[int]:
    """Where "the old record" stands, and what else is called so."""
    recorded = {each.first for each in cues if "record" in each.roles}
    return [each.last for each in cues if "former" in each.roles and each.last in recorded]


def _lower_is_better(table: Statements, new: Statement, at: int) -> bool:
    """Whether a record is below those before it: of times, and where words say so."""
    return any(LOW & each.roles for each in table.cues(at)) or dimension(new.claim) in (*TIMES, "time")


def _beside(one: Statement, two: Statement, evidence: Evidence, *, low: bool, word: Part) -> Judged:
    """The first must not be the smaller, or with `low` not the larger."""
    high, less = (two, one) if low else (one, two)
    return set_beside("record", one.claim, two.claim, evidence, fits=not smaller(high.claim, less.claim), word=word)


def _never(table: Statements, at: int) -> Iterator[Judged]:
    """ "Never before had they paid more; in 2031 one cost 11 million": with the only value of an earlier time."""
    never = [each for each in table.cues(at, "never".__eq__) if "never" in each.roles]
    if len(never) != 1:
        return
    more, less = (any(roles & each.roles for each in table.cues(at)) for roles in (MORE, LOW))
    both = _now_and_then(table, at, never[0]) if more != less else None
    if both is not None:
        evidence: Evidence = "construction" if both[0].sentence == at else "anaphor"
        yield _beside(*both, evidence, low=less, word=part_of(table, at, never[0]))


def _now_and_then(table: Statements, at: int, never: Cue) -> tuple[Statement, Statement] | None:
    """The only value of an earlier time behind the word, and the only other one of its kind there or before."""
    here = list(filter(single, table.within(at)))
    old = [each for each in here if each.first > never.last and _was_before(table, each)]
    told = [each for each in (*here, *filter(single, table.within(at - 1))) if each not in old]
    new = [each for each in told if of_one(each, old[0])] if len(old) == 1 else []
    return (new[0], old[0]) if len(new) == 1 else None


def _was_before(table: Statements, each: Statement) -> bool:
    """Whether the clause of a value tells of another time."""
    days = [each.held.token_at(day.span.start) for day in table.times(each.sentence)]
    return not OLD.isdisjoint(each.around) or any(each.verb.holds(day) for day in days)
