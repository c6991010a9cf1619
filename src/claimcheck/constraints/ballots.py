"""Votes: their margin, who won by them, all who may vote, and the seats that make a majority."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain
from typing import NamedTuple

from claimcheck.constraints.balance import as_parts
from claimcheck.constraints.operands import amount, counted
from claimcheck.constraints.scores import scores_of
from claimcheck.languages.word_roles import STOP
from claimcheck.model.comparison import Evidence
from claimcheck.model.figures import Majority, Votes
from claimcheck.model.link import Total
from claimcheck.model.span import Span, Word
from claimcheck.statements.agreement import slipped
from claimcheck.statements.dimension import ends, exact, whole
from claimcheck.statements.statement import NONE, PAUSE, Statement, Statements

BACK = 2
"""So many sentences back at most the votes are told that a margin lies between."""
OUTCOME = frozenset({"accepted", "rejected"})
UNSURE = frozenset({"rise", "fall", "plurality", "denied", "needed", "earlier", "hedge:under", "hedge:nearly"})
"""Words by which seats are not those of now, or do not make more than half."""
SEVERAL = (2, 3)
AGAINST = frozenset({"contra", "versus", "undecided"})
SIDES = frozenset({"pro", "contra", "undecided", "voting"})
ALL, JOINED = frozenset({"whole", "of", "definite"}), frozenset({"together", "both"})
MISSING = frozenset({"needed", "unmet"})
THEN = frozenset({"earlier", "then", "before_that", "baseline"})
GOT = frozenset({"votes", "points", "respondents", "seats"})


class Vote(NamedTuple):
    """So many votes, with their place."""

    number: int
    word: Word


def ballots(table: Statements) -> Iterator[Votes | Total | Majority]:
    """Every margin with the two numbers of votes before it, every vote with what it came to, every number of all
    members with their votes, and every majority with its seats.
    """
    for at in table.numbered():
        yield from _carried(table, at)
        yield from _outvoted(table, at)
        yield from _majority(table, at)
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
        votes = sorted([*chain.from_iterable(map(_votes, near)), *_scored(table, margin.sentence - back)], reverse=True)
        if len(votes) > 1:
            alone = len(votes) == 2 and margins == [margin] and not _has_a_day(table, margin)
            if alone or _fits(margin, votes[0].number - votes[1].number):
                yield _made(votes[0], votes[1], margin, "anaphor" if back else "construction")
            return


def _has_a_day(table: Statements, each: Statement) -> bool:
    """Whether its clause tells of a time of its own: "two years ago by nine"."""
    days = (each.held.token_at(day.span.start) for day in table.times(each.sentence))
    return bool((THEN - {"baseline"}) & each.around) or any(each.verb.holds(day) for day in days)


def _made(one: Vote, two: Vote, margin: Statement, evidence: Evidence) -> Votes:
    pair = (one.number, two.number)
    return Votes(one.word, two.word, pair, margin.claim, None, "a margin of votes", evidence)


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


def _scored(table: Statements, at: int) -> Iterator[Vote]:
    """Both sides of every "21-18" of a sentence that tells of a vote."""
    for score in scores_of(table, at) if table.tells(at, "voting".__eq__) else ():
        start, end = score.part.span
        left, right = (str(number) for number in score.pair)
        yield Vote(score.pair[0], Word(Span(start, start + len(left)), left))
        yield Vote(score.pair[1], Word(Span(end - len(right), end), right))


def _is_of_votes(each: Statement) -> bool:
    """Whether words call it a number of votes, or its clause says that somebody got so many."""
    against = "versus" in each.behind | each.touching and "voting" in each.around
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


def _outvoted(table: Statements, at: int) -> Iterator[Total]:
    """As in "The council has 25 members. 14 voted for it, nine against, five abstained": votes of those who vote."""
    if not table.tells(at, SIDES.__contains__):
        return
    near = [*filter(_is_count, (*table.within(at - 1), *table.within(at)))]
    members = [each for each in near if "member" in each.behind]
    votes = [each for each in near if each.sentence == at and each not in members]
    if len(members) == 1 and len(votes) in SEVERAL and _are_sides(votes, members[0]):
        yield Total(members[0].claim, as_parts(votes), False, "votes and those who vote")


def _are_sides(votes: Sequence[Statement], members: Statement) -> bool:
    """Whether each number tells a side of a vote, but for "14 of the 25 members", one is not for it, and not so many
    voted that there must have been others.
    """
    of_them = [each for each in votes if "of" in each.behind and members.first - each.last <= BACK]
    sides = [(SIDES | {"versus"}) & each.cues for each in votes if each not in of_them]
    told = all(sides) and AGAINST & NONE.union(*sides)
    return bool(told) and sum(map(amount, votes)) * 2 <= amount(members) * 3


def _votes_for(each: Statement) -> bool:
    return "vote" in each.verb.senses


def _side(told: Sequence[Statement], role: str) -> list[Statement]:
    """The numbers whose words or clause tell a side of a vote."""
    return [each for each in told if role in each.cues | each.around]


def _carried(table: Statements, at: int) -> Iterator[Votes]:
    """The only two numbers of votes of a sentence that says that something was carried by them."""
    cues = [cue for cue in table.cues(at, OUTCOME.__contains__) if OUTCOME & cue.roles]
    if cues and not any("rejected" in cue.roles for cue in cues):
        votes = [*chain.from_iterable(map(_votes, table.within(at)))]
        if len(votes) == 2 and table.tells(at, "versus".__eq__):
            (one, first), (two, second) = votes
            word = table.word(at, cues[0].first, cues[0].last)
            yield Votes(first, second, (one, two), None, word, "votes for and against and how it went")


def _majority(table: Statements, at: int) -> Iterator[Majority]:
    """As in "61 of the 125 seats, an absolute majority": the seats of one side, or of those that are joined."""
    cues = [cue for cue in table.cues(at, "majority".__eq__) if "majority" in cue.roles]
    told = [*filter(_is_count, table.within(at))] if cues and not table.tells(at, UNSURE.__contains__) else []
    wholes = [*filter(_is_all, told)]
    sides = [each for each in told if _is_side(each) and each.last <= cues[-1].first]
    joined = len(sides) == 1 or table.tells(at, JOINED.__contains__)
    if len(wholes) == 1 and sides and joined:
        word, parts = table.word(at, cues[-1].first, cues[-1].last), tuple(each.claim for each in sides)
        yield Majority(parts, wholes[0].claim, word, "seats, all seats and the word majority")


def _is_all(each: Statement) -> bool:
    """Whether it is the number of all seats: "of the 125 seats"."""
    return "seat" in each.behind and bool(ALL & each.lead)


def _is_side(each: Statement) -> bool:
    """Whether it counts seats and nothing else: "24 for the list", "17 and 12 seats", not "two parties"."""
    return not _is_all(each) and (counted(each) is None or bool({"seat", "member"} & each.behind))
