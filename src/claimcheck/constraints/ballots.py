"""Ballots: two who got votes and the margin between them, and all who voted beside all who may."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain
from typing import NamedTuple

from claimcheck.constraints.balance import as_parts
from claimcheck.constraints.operands import amount, counted
from claimcheck.languages.word_roles import STOP
from claimcheck.model.comparison import Evidence
from claimcheck.model.figures import Votes
from claimcheck.model.link import Total
from claimcheck.model.span import Word
from claimcheck.statements.agreement import slipped
from claimcheck.statements.dimension import ends, exact, whole
from claimcheck.statements.statement import PAUSE, Statement, Statements

BACK = 2
"""So many sentences back at most the votes are told that a margin lies between."""
MISSING = frozenset({"needed", "unmet"})
THEN = frozenset({"earlier", "then", "before_that", "baseline"})
GOT = frozenset({"votes", "points", "respondents", "seats"})


class Vote(NamedTuple):
    """So many votes, with their place."""

    number: int
    word: Word


def ballots(table: Statements) -> Iterator[Votes | Total]:
    """Every margin with the two numbers of votes before it, and every number of all members with their votes."""
    for at in table.numbered():
        for each in table.within(at):
            if _is_margin(table, each):
                yield from _between(table, each)
            elif {"member", "all_of"} <= each.cues and _is_count(each):
                yield from _all_voted(table, each)


def _is_count(each: Statement) -> bool:
    return bool(exact(each.claim)) and whole(each.claim) and each.value.unit in (None, "person")


def _is_margin(table: Statements, each: Statement) -> bool:
    """Whether words call a number of votes, or of people, a margin: "a majority of 40", "46 people more"."""
    if not _is_count(each) or {"denied", "versus"} & (each.lead | each.behind) or MISSING & each.around:
        return False
    subject = each.verb.subject
    said = each.cues if subject is None else each.cues | each.near.roles(subject.first, subject.last)
    voting = "voting" in each.cues or each.value.unit == "person" or counted(each) is None
    return voting and ("margin" in said or (_is_more(each) and table.tells(each.sentence - 1, "voting".__eq__)))


def _is_more(each: Statement) -> bool:
    """Whether "more" stands right behind what is counted, and ends there: "46 people more,"."""
    tokens = each.held.tokens
    cue = each.near.at(each.last) or each.near.at(each.last + 1)
    ends = cue is not None and (cue.last >= len(tokens) or bool(tokens[cue.last].roles & (PAUSE | STOP)))
    return cue is not None and ends and "more" in cue.roles


def _between(table: Statements, margin: Statement) -> Iterator[Votes]:
    """The only two numbers of votes in reach, else the two largest where a slip of the pen explains the margin."""
    for back in range(BACK + 1):
        near = [*chain.from_iterable(map(table.within, range(margin.sentence - back, margin.sentence + 1)))]
        margins = [each for each in near if _is_margin(table, each)]
        votes = sorted(chain.from_iterable(map(_votes, near)), reverse=True)
        if len(votes) > 1:
            alone = len(votes) == 2 and margins == [margin] and not _has_a_day(table, margin)
            if alone or _fits(margin, votes[0].number - votes[1].number):
                yield _made(votes[0], votes[1], margin, "anaphor" if back else "construction")
            return


def _has_a_day(table: Statements, each: Statement) -> bool:
    """Whether its clause tells of a time of its own: "two years ago by nine"."""
    days = (each.held.token_at(day.span.start) for day in table.times(each.sentence))
    return bool(THEN & each.around) or any(each.verb.holds(day) for day in days)


def _made(one: Vote, two: Vote, margin: Statement, evidence: Evidence) -> Votes:
    pair = (one.number, two.number)
    return Votes(one.word, two.word, pair, margin.claim, None, False, "a margin of votes", evidence)


def _fits(margin: Statement, apart: int) -> bool:
    """Whether a margin is so large, or is what a slip of the pen makes of it."""
    return amount(margin) == apart or slipped(amount(margin), Decimal(apart))


def _votes(each: Statement) -> Iterator[Vote]:
    """The number of votes a statement tells, or both of "118 to 97 votes"."""
    both, word = ends(each.claim), Word(each.claim.span, each.claim.text)
    if THEN & each.cues or "margin" in each.cues or not _is_of_votes(each):
        return
    if both is not None and each.value.unit is None:
        yield from (Vote(int(number), word) for number in both)
    elif _is_count(each):
        yield Vote(int(amount(each)), word)


def _is_of_votes(each: Statement) -> bool:
    """Whether words call it a number of votes, or its clause says that somebody got so many."""
    against = "versus" in each.behind and "voting" in each.around
    got = against or each.concept in GOT or "results" in each.cues | each.around
    return "voting" in each.cues or (counted(each) is None and got)


def _all_voted(table: Statements, members: Statement) -> Iterator[Total]:
    """All members who took part, where the sentence before tells the votes for and against, and the abstentions."""
    before = list(filter(_is_count, table.within(members.sentence - 1)))
    against, undecided = (_side(before, role) for role in ("contra", "undecided"))
    others = [each for each in before if each not in (*against, *undecided)]
    pro = _side(others, "pro") or list(filter(_votes_for, others))
    if len(against) == len(pro) == 1 and len(undecided) < 2:
        yield Total(members.claim, as_parts([*pro, *against, *undecided]), True, "all who voted", "anaphor")


def _votes_for(each: Statement) -> bool:
    return "vote" in each.verb.senses


def _side(told: Sequence[Statement], role: str) -> list[Statement]:
    """The numbers whose words or clause tell a side of a vote."""
    return [each for each in told if role in each.cues | each.around]
