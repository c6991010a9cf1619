"""Shares of one whole told one by one, and a share whose part or whole its own sentence names: "14 percent of 595"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial
from itertools import pairwise, takewhile
from typing import NamedTuple

from claimcheck.constraints.operands import changed, counted, follows_directly, of_one_kind, one_word, usable
from claimcheck.languages.word_roles import COMMA, COORDINATOR, MARK, NOUN, OPEN, PREPOSITION, TIME, VERB
from claimcheck.model.analysis import Token
from claimcheck.model.comparison import Evidence
from claimcheck.model.figures import Shares
from claimcheck.model.interval import HUNDRED, bounds, possible
from claimcheck.model.interval import share as made_of
from claimcheck.model.link import PartWay
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
ANSWERS = [[frozenset({one}), frozenset({two})] for one, two in (("pro", "contra"), ("contra", "pro"))]
"""The two answers to one question."""
DIVIDED = frozenset({"results", "makes_up", "made_of", "voting"})
"""Words that say that something is divided among those who are named: parties, holders, ingredients, sources."""
APART = frozenset({"each", "of_which", "earlier", "then", "baseline", "before_that", "average", "than", "too"})
"""Words that make a number one of another time, of a part, of each of several or one of several answers."""
STEPS = frozenset({"rise", "fall", "change"})


def hundred(table: Statements) -> Iterator[Shares]:
    """Every run of shares that words call those of one whole, where it makes all of it, or would without a slip."""
    for run in filter(partial(_licensed, table), _runs(table)):
        over = sum((each.value.number or Decimal(0) for each in run), Decimal(0)) - HUNDRED
        full = "remaining" in run[-1].lead and run[0].sentence == run[-1].sentence
        if abs(over) <= ROOM or ((over > ROOM or full) and _slips(run, over)):
            yield Shares(tuple(each.claim for each in run), (), full, "shares told one by one", "unique")


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
    behind = run[-1].sentence == number - 1 and number - run[0].sentence < LONG and not _is_rest(run)
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
    value = each.value.number if each.value.hedge in (None, "about") else None
    if value is None or not 0 < value < HUNDRED or each.value.unit != "percent" or each.value.per is not None:
        return False
    return not _is_moved(each) and not _is_rate(each) and each.claim.modality != "negated"


def _is_moved(each: Statement) -> bool:
    """Whether it is a change, an end of one, or of another time or part."""
    return changed(each) or each.way is not None or bool((APART | STEPS) & (each.cues | each.lead))


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
    return counted(each) is None and not (APART | STEPS) & each.cues and not any(token.roles & TIME for token in behind)


def _licensed(table: Statements, run: Sequence[Statement]) -> bool:
    """Whether words say that the shares are those of one whole: the last one is the rest, or it is divided."""
    if not 1 < len(run) <= MOST or _elsewhere(table, run):
        return False
    if all("from_" in each.behind for each in run):  # "50 percent from wind, 30 percent from solar"
        return len(run) >= LEAST
    if len(set(filter(None, map(_base, run)))) > 1:
        return False
    return _is_rest(run) or [*map(_side, run)] in ANSWERS or (len(run) >= LEAST and _is_divided(table, run))


def _is_divided(table: Statements, run: Sequence[Statement]) -> bool:
    """Whether words tell that something is divided, or held by several."""
    divided = any(table.tells(number, DIVIDED.__contains__) for number in {each.sentence for each in run})
    return divided or sum(each.concept == "share_held" for each in run) > 1


def _is_rest(run: Sequence[Statement]) -> bool:
    """Whether the last of some shares is what the others leave."""
    return bool(REST & (run[-1].cues | run[-1].around))


def _side(each: Statement) -> frozenset[str]:
    """The answer a share gave: for it, against it."""
    return frozenset({"pro", "contra"}) & each.cues


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
    values = [each.value.number or Decimal(0) for each in run]
    return any(value > over and digit_off(*_digits(value, value - over)) for value in values)


def _digits(one: Decimal, two: Decimal) -> tuple[str, str]:
    """Both numbers as digits of one last place, equally long."""
    last = min(int(each.normalize().as_tuple().exponent) for each in (one, two))
    first, second = (str(int(each.scaleb(-last))) for each in (one, two))
    long = max(len(first), len(second))
    return first.zfill(long), second.zfill(long)


BACK, AHEAD = 3, 1
"""So many sentences of its paragraph before and behind a share hold its part and its whole at most."""
RESULT = frozenset({"equals", "thereby"})
"""Words by which a share says again what part and whole say: "that is", "so"."""
NO_PART = frozenset({"rise", "fall", "change", "more", "less", "baseline", "than", "earlier", "majority", "needed"})
"""Words that tell a number from one that is a part: it moves, is more than another, or is needed."""


class Filling(NamedTuple):
    """A part and a whole that are tied to a share."""

    part: Statement
    whole: Statement
    evidence: Evidence
    way: PartWay = "of"

    def makes_another(self, table: Statements, share: Statement) -> bool:
        """Whether it makes another share that is told in reach, and not this one of another sentence: "70 percent: he
        hit 14 of 20. His rival had 56 percent".
        """
        if share.sentence in (self.part.sentence, self.whole.sentence):
            return False
        made = made_of(bounds(self.part.value), bounds(self.whole.value)) if self.way == "of" else None
        told = [each for at in reach(table, share) for each in table.within(at) if each.value.unit == "percent"]
        fit = [made is not None and made.meets(possible(each.value)) for each in told]
        return any(fit) and not fit[told.index(share)]


def of_named(table: Statements, share: Statement) -> Filling | None:
    """As in "40 percent of the 2,500 employees, or 1,000", "81 signed, that is 14 percent of the 595 players"."""
    told = terms_of(table, share.sentence)
    count = sum(each.first < share.first for each in told)
    before, behind = told[:count], told[count:]
    if behind and is_whole_of(share, behind[0]):
        whole, part = behind[0], _again(behind[1:]) or _said_before(table, share, before, behind)
    elif before and "of_which" in share.cues:
        whole, part = before[-1], _again(behind)
    else:
        return None
    return Filling(part[0], whole, "construction") if len(part) == 1 and of_one_kind(part[0], whole) else None


def is_whole_of(share: Statement, whole: Statement) -> bool:
    """Whether the share is said to be of the number: "14 percent of the 595", "of the funds of 360,000 euros"."""
    return "of" in whole.lead and (follows_directly(share, whole) or _hangs_on_base(share, whole))


def _hangs_on_base(share: Statement, whole: Statement) -> bool:
    """Whether the number is that of what the share is of: "2 percent of the funds of 360,000 euros"."""
    base = base_of(share) or share.noun
    return base is not None and whole.noun is not None and whole.clause == share.clause and one_word(base, whole.noun)


def _said_before(
    table: Statements, share: Statement, before: list[Statement], behind: list[Statement]
) -> list[Statement]:
    """The part before a share of a named whole: "81, or 14 percent of the 595"; "81 signed. That is 14 percent of"."""
    if before:
        return before if _says_again(share) else []
    again = len(behind) == 1 and RESULT & (share.cues | share.around)
    return terms_of(table, share.sentence - 1) if again else []


def in_numbers(table: Statements, share: Statement) -> Filling | None:
    """As in "60 percent, that is 1.44 million": the part is the number behind it, the whole the only one before."""
    for part in [each for each in table.within(share.sentence) if each.first >= share.last][:1]:
        if part.value.unit is not None and _may_be_part(part) and _explains(share, part):
            above = [each for each in _before(table, share) if of_one_kind(each, part)]
            return Filling(part, above[0], "anaphor") if len(above) == 1 else None
    return None


def _may_be_part(each: Statement) -> bool:
    return usable(each) and not changed(each)


def _explains(share: Statement, part: Statement) -> bool:
    """Whether the number says the share again: "60 percent, that is …", "a quarter of the money, 1.05 million,"."""
    between = share.held.tokens[share.last : part.first]
    if not between or any(token.roles & VERB for token in between) or NO_PART & part.cues:
        return False
    return bool(part.lead & (RESULT | {"or_"})) or _set_off(part, between)


def _set_off(part: Statement, between: Sequence[Token]) -> bool:
    """Whether marks alone set the number off from what it explains."""
    tokens = part.held.tokens
    ends = part.last >= len(tokens) or bool(tokens[part.last].roles & MARK)
    return ends and bool(between[-1].roles & (COMMA | OPEN)) and sum(bool(each.roles & MARK) for each in between) == 1


def _before(table: Statements, share: Statement) -> list[Statement]:
    """The operands in front of a share, in its sentence and those before it."""
    told = [each for at in reach(table, share) if at <= share.sentence for each in table.within(at)]
    return [each for each in told if _may_be_part(each) and each.claim.span < share.claim.span]


def reach(table: Statements, share: Statement) -> range:
    """The sentences that may hold a part and a whole."""
    first, last = table.paragraph(share.sentence, BACK, AHEAD)
    return range(first, last + 1)


def terms_of(table: Statements, number: int) -> list[Statement]:
    """What may be a part or a whole in a sentence; no length of time."""
    told = table.within(number)
    return [each for each in told if _may_be_part(each) and each.claim.type != "duration"]


def _again(behind: list[Statement]) -> list[Statement]:
    """The number right behind a share, if it is said to be the same: "or 1,000", "1,000 to be exact"."""
    return [each for each in behind[:1] if each.lead & (RESULT | {"or_"}) or "exactly" in each.lead | each.leaving]


def _says_again(share: Statement) -> bool:
    """Whether the share follows a comma or a word for it: "81 players, 14 percent of the 595"."""
    return bool(RESULT & share.cues) or bool(share.first and share.held.tokens[share.first - 1].roles & (COMMA | OPEN))


def base_of(share: Statement) -> str | None:
    """What a share is said to be of."""
    about = share.claim.about
    return None if about is None or about.of is None else about.of.text
