"""Votes with their margin and with all who may vote, and kinds that leave nothing out, with what they are together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain
from typing import NamedTuple

from claimcheck.constraints.balance import as_parts
from claimcheck.constraints.operands import amount, counted
from claimcheck.languages.word_roles import PREPOSITION, STOP
from claimcheck.model.claim import Part
from claimcheck.model.comparison import Evidence, Judged, RoleName
from claimcheck.model.figures import Votes
from claimcheck.model.link import Total
from claimcheck.model.span import Span, Word
from claimcheck.statements.agreement import slipped
from claimcheck.statements.dimension import ends, exact, whole
from claimcheck.statements.phrases import Cue
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


RESULTS = ("wins", "draws", "losses")
METALS = ("gold", "silver", "bronze")
POINTS = (3, 2)
"""What a win brings; handball and chess count two."""
OF = frozenset({"of", "from_", "place", "whole", "where"})
ZERO, MOST = Decimal(0), Decimal(300)
WIDE = 12
"""So many tokens at most lie between the first and the last member."""


class Member(NamedTuple):
    """One kind with its number."""

    number: Decimal
    at: int
    part: Part


def tallies(table: Statements) -> Iterator[Judged]:
    """Wins, draws and defeats with their points and matches, medals with their number."""
    for at in table.numbered():
        results = _members(table, at, RESULTS)
        if results:
            yield from _games(table, at, results)
            yield from _points(table, at, results)
        medals = _members(table, at, METALS)
        if medals:
            yield from _medals(table, at, medals)


def _members(table: Statements, at: int, roles: Sequence[str]) -> list[Member]:
    """The only number of each kind in a sentence; none where one of them is missing or they are not together."""
    if not all(table.tells(at, role.__eq__) for role in roles):
        return []
    found = [_member(table, at, role) for role in roles]
    members = [each for each in found if each is not None]
    places = [each.at for each in members]
    return members if len(members) == len(roles) and max(places) - min(places) <= WIDE else []


def _member(table: Statements, at: int, role: str) -> Member | None:
    """The only number right before a word of the kind, else the article there: "two wins and a defeat"."""
    numbers = [each for each in table.within(at) if role in each.behind and _value(each) is not None]
    if not numbers:
        return _single(table, at, role)
    found = numbers[0]
    return _with_noun(table, at, found.first, found.last, _value(found) or ZERO) if len(numbers) == 1 else None


def _single(table: Statements, at: int, role: str) -> Member | None:
    """As in "and a defeat"; in "17 matches ended in a draw" nothing counts the draws."""
    cues, tokens = table.cues(at), table.analysis.sentence(at).tokens
    articles = [each for each in cues if "article" in each.roles and _follows(cues.at(each.last), role)]
    if len(articles) != 1 or (articles[0].first and tokens[articles[0].first - 1].roles & PREPOSITION):
        return None
    return _with_noun(table, at, articles[0].first, articles[0].last, Decimal(1))


def _with_noun(table: Statements, at: int, first: int, last: int, number: Decimal) -> Member:
    """A number of a sentence with the word of the kind behind it."""
    tokens, behind = table.analysis.sentence(at).tokens, table.cues(at).at(last)
    span = Span(tokens[first].span.start, tokens[last - 1 if behind is None else behind.last - 1].span.end)
    return Member(number, first, Part(span, table.article.document.prose[span.start : span.end]))


def _follows(cue: Cue | None, role: str) -> bool:
    return cue is not None and role in cue.roles


def _value(each: Statement) -> Decimal | None:
    value = exact(each.claim)
    return value if value is not None and value <= MOST and each.claim.type == "quantity" else None


def _games(table: Statements, at: int, results: Sequence[Member]) -> Iterator[Judged]:
    """The only number of matches in the sentence that the results are said to be of."""
    told = [each for each in table.within(at) if "matches" in each.behind and _value(each) is not None]
    if len(told) == 1 and (OF & _lead(told[0]) or _is_subject(told[0])):
        yield _judged(table, told[0], results, [_sum(results)], "construction")


def _lead(each: Statement) -> frozenset[str]:
    """The roles of the words before a number in its phrase."""
    chunk = each.chunk
    return each.lead if chunk is None else each.lead | each.near.roles(chunk.first, each.first)


def _is_subject(each: Statement) -> bool:
    subject = each.verb.subject
    return subject is not None and subject.first <= each.first < subject.last


def _points(table: Statements, at: int, results: Sequence[Member]) -> Iterator[Judged]:
    """The only number of points there or in the next sentence, but for what a single win and draw bring."""
    if any("deducted" in each.roles for near in (at, at + 1) for each in table.cues(near)):
        return
    allowed = [results[0].number * each + results[1].number for each in POINTS]
    later = [each for each in _told_points(table, at + 1) if not table.times(at + 1)]
    told = [*_told_points(table, at), *later]
    yield from _meant(table, told, results, allowed, at)


def _meant(
    table: Statements, told: Sequence[Statement], members: Sequence[Member], allowed: Sequence[Decimal], at: int
) -> Iterator[Judged]:
    """The number in reach that fits, else the only one of the sentence, or the only one at all."""
    fitting = [each for each in told if _value(each) in allowed]
    near = [each for each in told if each.sentence == at] or told
    found = fitting or (near if len(near) == 1 else ())
    for each in found[:1]:
        yield _judged(table, each, members, allowed, "construction" if each.sentence == at else "anaphor")


def _told_points(table: Statements, at: int) -> list[Statement]:
    told = [each for each in table.within(at) if "score_points" in each.behind]
    return [each for each in told if (_value(each) or 0) > max(POINTS)]


def _medals(table: Statements, at: int, medals: Sequence[Member]) -> Iterator[Judged]:
    """The only number of medals in the sentence or beside it, or the only total that counts nothing else."""
    near = [each for number in (at, at + 1, at - 1) for each in table.within(number) if _counts_medals(table, each)]
    yield from _meant(table, near, medals, [_sum(medals)], at)


def _counts_medals(table: Statements, each: Statement) -> bool:
    if _value(each) is None or not each.behind.isdisjoint(METALS):
        return False
    called = table.roles_of((each.value.noun or "").lower()) | each.behind
    return "medals" in called or (each.value.noun is None and "total" in each.cues)


def _sum(members: Sequence[Member]) -> Decimal:
    return sum((each.number for each in members), ZERO)


def _judged(
    table: Statements, told: Statement, members: Sequence[Member], allowed: Sequence[Decimal], evidence: Evidence
) -> Judged:
    """A number beside what the members make together."""
    stated = _value(told) or ZERO
    fits = stated in allowed
    spans = sorted(each.part.span for each in members)
    span = Span(spans[0].start, spans[-1].end)
    words = table.article.document.prose[span.start : span.end]
    claim = Part(told.claim.span, told.claim.text)
    result = f"{allowed[0]:f}"
    values = (("claim", claim.text), ("other", words), ("result", result))
    others: list[tuple[RoleName, Part]] = [("other", each.part) for each in members]
    shown = f"{result} {'=' if fits else '≠'} {stated:f}"
    return Judged("tally", fits, (("claim", claim), *others), values, shown, evidence, claims=(told.claim,))
