"""Votes: their margin, who won by them, all who may vote, and the seats that make a majority."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain
from typing import NamedTuple

from claimcheck.constraints.balance import as_parts
from claimcheck.constraints.operands import amount, counted, is_of_them
from claimcheck.constraints.scores import scores_of
from claimcheck.languages.word_roles import STOP
from claimcheck.model import Claim, Measure
from claimcheck.model.comparison import Evidence
from claimcheck.model.figures import Majority, Votes
from claimcheck.model.link import Part, Total
from claimcheck.model.span import Span, Word
from claimcheck.statements.agreement import slipped
from claimcheck.statements.dimension import ends, exact, number, whole
from claimcheck.statements.statement import PAUSE, Statement, Statements

BACK = 2
"""So many sentences back at most the votes are told that a margin lies between."""
OUTCOME = frozenset({"accepted", "rejected"})
UNSURE = frozenset({"rise", "fall", "plurality", "denied", "needed", "earlier", "hedge:under", "hedge:nearly"})
"""Words by which seats are not those of now, or do not make more than half."""
SEVERAL = (2, 3)
SIDES = frozenset({"pro", "contra", "undecided"})
DISSENT = frozenset({"contra", "undecided", "rejected"})
VOTED = SIDES | DISSENT | {"voting", "versus"}
BODY = frozenset({"member", "ballot"})
OF_ALL, JOINED = frozenset({"whole", "of"}), frozenset({"together", "both"})
ALL = OF_ALL | {"definite"}
MISSING = frozenset({"needed", "unmet"})
THEN = frozenset({"earlier", "then", "before_that"})
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
        yield from _polled(table, at)
        yield from _majority(table, at)
        for each in table.within(at):
            if _is_margin(table, each):
                yield from _between(table, each)


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
    return bool(THEN & each.around) or any(each.verb.holds(day) for day in days)


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


def _polled(table: Statements, at: int) -> Iterator[Total]:
    """As in "The council has 25 members. 14 voted for it, nine against, five abstained": votes of those who vote,
    whom the same sentence or one beside it counts; all of them where that says so: "All 28 members took part."
    """
    near = (
        [*chain.from_iterable(map(table.within, (at - 1, at, at + 1)))] if table.tells(at, DISSENT.__contains__) else []
    )
    members = [each for each in near if _is_count(each) and _is_body(table, each)]
    if len(members) == 1:
        body, every = members[0], _all_voted(table, at, members[0])
        parts = _parts(table, at, body)
        # too many votes are those of others
        if len(parts) in SEVERAL and (every or _sum(parts) * 2 <= amount(body) * 3):
            evidence: Evidence = "construction" if body.sentence == at else "anaphor"
            yield Total(body.claim, parts, every, "votes and those who vote", evidence)


def _all_voted(table: Statements, at: int, members: Statement) -> bool:
    """Whether all members took part, and no clause tells of a side without a number: "only Ann Lake abstained"."""
    sentence, told = table.analysis.sentence(at), {each.clause for each in table.within(at)}
    sides = {sentence.owners[cue.first] for cue in table.cues(at) if SIDES & cue.roles}
    return "all_of" in members.cues and sides <= told


def _parts(table: Statements, at: int, members: Statement) -> tuple[Part, ...]:
    """The numbers of a sentence if each tells a side of a vote; else its score."""
    votes = [each for each in table.within(at) if _is_count(each) and each is not members and not is_of_them(each)]
    if not votes:
        return tuple(Part(_claim(each), 1) for each in _scored(table, at))
    return as_parts(votes) if all(_tells_side(each) or _is_of(each, members) for each in votes) else ()


def _is_of(each: Statement, members: Statement) -> bool:
    """As in "14 of the 25 members"."""
    return "of" in each.behind and members.first - each.last <= BACK


def _tells_side(each: Statement) -> bool:
    return "vote" in each.verb.senses or bool(VOTED & (each.cues | each.around))


def _is_body(table: Statements, each: Statement) -> bool:
    """Whether a number is that of those who may vote: "25 members", "a nine-member board"."""
    said = each.behind | table.roles_of((each.value.noun or "").lower())
    # "eight of the 20 members voted for it", but "eight members voted for it"
    voted = "vote" in each.verb.senses and "all_of" not in each.cues
    return bool(BODY & said) and (bool(OF_ALL & each.lead) or not (voted or SIDES & each.cues))


def _claim(vote: Vote) -> Claim:
    return Claim("quantity", vote.word.span, vote.word.text, Measure(number=Decimal(vote.number)))


def _sum(parts: Sequence[Part]) -> Decimal:
    return sum((value for each in parts if (value := number(each.claim)) is not None), Decimal(0))


def _carried(table: Statements, at: int) -> Iterator[Votes]:
    """The only two numbers of votes of a sentence that says that something was carried, or was not, by them."""
    cues = [cue for cue in table.cues(at, OUTCOME.__contains__) if OUTCOME & cue.roles]
    told = [(vote, each) for each in table.within(at) for vote in _votes(each)] if cues else []
    if len(told) == 2 and table.tells(at, "versus".__eq__):
        ((one, first), pro), ((two, second), contra) = told
        word, reason = table.word(at, cues[0].first, cues[0].last), "votes for and against and how it went"
        if not table.tells(at, "rejected".__eq__):
            yield Votes(first, second, (one, two), None, word, reason)
        elif _are_for_and_against(pro, contra):
            yield Votes(second, first, (two, one), None, word, reason)


def _are_for_and_against(one: Statement, two: Statement) -> bool:
    """Whether words behind two numbers call the first one that of the votes for something."""
    pro, contra = (each.near.roles(each.last, each.end) for each in (one, two))
    return "pro" in pro and "contra" in contra


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
