"""Shares of one whole that are told one by one: together they are no more than all of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise, takewhile

from claimcheck.constraints.operands import changed, counted
from claimcheck.languages.word_roles import COORDINATOR, MARK, NOUN, PREPOSITION, TIME
from claimcheck.model.figures import Shares
from claimcheck.model.interval import HUNDRED
from claimcheck.statements.agreement import digit_off
from claimcheck.statements.concepts import stem
from claimcheck.statements.concepts import table as concepts
from claimcheck.statements.dimension import UNSTATED, dimension, exact
from claimcheck.statements.statement import Statement, Statements

LONG = 5
"""So many sentences at most, one behind the other, tell the shares of one whole."""
LEAST, MOST = 3, 8
CLOSE = 3
ROOM = Decimal(1)
"""So far from all of it shares may be for being rounded."""
REST = frozenset({"remaining", "others", "undecided"})
DIVIDED = frozenset({"results", "makes_up", "made_of", "voting"})
"""Words that say that something is divided among those who are named: parties, holders, ingredients, sources."""
APART = frozenset(
    {"each", "of_which", "earlier", "then", "baseline", "before_that", "average", "than", "rise", "fall", "change"}
)
"""Words that make a number one of another time, of a part, of each of several, or the size of a change."""


def hundred(table: Statements) -> Iterator[Shares]:
    """Every run of shares that words call those of one whole, where it makes all of it, or would without a slip."""
    for run in _runs(table):
        over = sum((exact(each.claim) or Decimal(0) for each in run), Decimal(0)) - HUNDRED
        if _licensed(table, run) and (abs(over) <= ROOM or (over > ROOM and _slips(run, over))):
            yield Shares(tuple(each.claim for each in run), (), False, "shares told one by one", "unique")


def _runs(table: Statements) -> Iterator[list[Statement]]:
    """The plain shares of sentences that follow each other in one paragraph."""
    run: list[Statement] = []
    for number in table.numbered():
        members = _members(table, number)
        if run and members and _at_another_time(table, run, number):
            return
        if not (members and run and _goes_on(table, run, number)):
            yield run
            run = []
        run = [*run, *members]
    yield run


def _at_another_time(table: Statements, run: Sequence[Statement], number: int) -> bool:
    """Whether a sentence has a day of its own: "Wind makes up 29 percent. In 2019 it was 40 percent"."""
    days = [each.span.start for each in table.times(number)]
    held = [each for each in table.within(number) if dimension(each.claim) == "percent"]
    own = any(each.verb.holds(each.held.token_at(day)) for each in held for day in days)
    return own and run[-1].sentence == number - 1


def _goes_on(table: Statements, run: Sequence[Statement], number: int) -> bool:
    """Whether a sentence stands right behind those of a run, in one paragraph with them."""
    behind = run[-1].sentence == number - 1 and number - run[0].sentence < LONG
    return behind and table.paragraph(number, 1, 0)[0] != number


def _members(table: Statements, number: int) -> list[Statement]:
    """The shares of a sentence; none where one of its percentages is none, or is told of another time."""
    percent = [each for each in table.within(number) if dimension(each.claim) == "percent"]
    if not percent or not all(map(_plain, percent)):
        return []
    bare = [each for each in table.within(number) if _is_bare(each, percent[0])]
    return sorted((*percent, *bare), key=lambda each: each.claim.span)


def _plain(each: Statement) -> bool:
    """Whether a percentage is a share, and neither a change, a rate nor one of another time."""
    value = exact(each.claim)
    if value is None or not 0 < value < HUNDRED or each.value.unit != "percent" or each.value.per is not None:
        return False
    return not _is_moved(each) and not _is_rate(each) and each.claim.modality != "negated"


def _is_moved(each: Statement) -> bool:
    """Whether it is a change, an end of one, or of another time or part."""
    return changed(each) or each.way is not None or bool(APART & (each.cues | each.lead))


def _is_rate(each: Statement) -> bool:
    """Whether it is called a quota of something else: "a turnout of 56 percent"."""
    if each.concept is not None and concepts()[each.concept].get("kind") in ("rate", "change"):
        return True
    near = (cue for cue in each.near.all if each.first - CLOSE <= cue.first < each.first)
    return any("share_noun" in cue.roles and "stake" not in cue.roles for cue in near)


def _is_bare(each: Statement, first: Statement) -> bool:
    """Whether a number without a unit goes on with the shares: "43 percent, the others eight"."""
    value = exact(each.claim)
    if value is None or not 0 < value < HUNDRED or each.first < first.last or dimension(each.claim) != UNSTATED:
        return False
    behind = each.held.tokens[each.last : each.last + 1]
    return counted(each) is None and not APART & each.cues and not any(token.roles & TIME for token in behind)


def _licensed(table: Statements, run: Sequence[Statement]) -> bool:
    """Whether words say that the shares are those of one whole: the last one is the rest, or it is divided."""
    if not 1 < len(run) <= MOST or len(set(filter(None, map(_base, run)))) > 1 or _elsewhere(table, run):
        return False
    if REST & (run[-1].cues | run[-1].around):
        return True
    divided = any(table.tells(number, DIVIDED.__contains__) for number in {each.sentence for each in run})
    held = sum(each.concept == "share_held" for each in run) > 1
    return len(run) >= LEAST and (divided or held)


def _elsewhere(table: Statements, run: Sequence[Statement]) -> bool:
    """Whether one gets several shares in several places: "38 percent in Lindow, in Marbeck 36"; no verb divides."""
    for one, two in pairwise(run):
        if one.sentence == two.sentence and not table.tells(two.sentence, "makes_up".__eq__):
            ahead = reversed(two.held.tokens[: two.first])
            *_, opening = (None, *takewhile(lambda each: not each.roles & (MARK | COORDINATOR), ahead))
            if opening is not None and opening.roles & PREPOSITION:
                return True
    return False


def _base(each: Statement) -> str | None:
    """What a share is of: "38 percent of the loans"; None where nothing says so."""
    chunk = each.held.chunk_at(each.held.tokens[each.last].span.start) if "of" in each.behind else None
    words = () if chunk is None else each.held.tokens[chunk.first : chunk.last]
    return " ".join(stem(token.low) for token in words if token.roles & NOUN) or None


def _slips(run: Sequence[Statement], over: Decimal) -> bool:
    """Whether one share alone, with one digit or two neighbours put right, would make it all of the whole."""
    values = [exact(each.claim) or Decimal(0) for each in run]
    return any(value > over and digit_off(*_digits(value, value - over)) for value in values)


def _digits(one: Decimal, two: Decimal) -> tuple[str, str]:
    """Both numbers as digits of one last place, equally long."""
    last = min(int(each.normalize().as_tuple().exponent) for each in (one, two))
    first, second = (str(int(each.scaleb(-last))) for each in (one, two))
    long = max(len(first), len(second))
    return first.zfill(long), second.zfill(long)
