"""A total and its parts, which a list names one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import chain, combinations

from claimcheck.constraints.balance import beside_list
from claimcheck.constraints.each import EACH_OF, times
from claimcheck.constraints.operands import (
    MOST,
    amount,
    are_people,
    changed,
    counted,
    excess_is_told,
    is_of_them,
    of_one_kind,
    one_word,
    opens,
    people_of_things,
    same_things,
    terms,
    usable,
)
from claimcheck.constraints.rows import (
    NEARLY,
    Filling,
    Row,
    ahead_of,
    bare_list,
    begins_anew,
    beside,
    bracketed,
    closed,
    ends,
    kinds,
    leads,
    lists,
    of_subject,
    sorts,
)
from claimcheck.languages.word_roles import COLON, COMMA, COORDINATOR
from claimcheck.model.link import Part, Total
from claimcheck.statements.statement import Statement, Statements

SUM = frozenset({"total", "together"})
RESULT = frozenset({"equals", "follows", "thereby"})
NOT_ALL = frozenset({"too", "both", "average", "baseline"})
ELSEWHERE = SUM | {"baseline", "earlier", "besides"}
OPEN_LIST = frozenset({"open", "besides"})
AHEAD = 3
"""So many sentences behind a list its sum may stand that a word takes up."""
SEVERAL = 3  # so many members make a list that needs no word to be all of something


def totals(table: Statements) -> Iterator[Total]:
    """Every list of parts with the number that words call all of it."""
    for number in table.numbered():
        for row in lists(table, number):
            found = None if any(NOT_ALL & each.cues for each in row) else _filling(table, row)
            parts = None if found is None else times(table, found.row)
            if found is not None and parts is not None and not excess_is_told(table, found.total, found.row):
                yield _total(table, found, parts)
            elif found is None:
                yield from _beside(table, row)


def _beside(table: Statements, row: Row) -> Iterator[Total]:
    """All of a kind that a sentence lists, with the only number of it in the sentence before or behind."""
    at = row[0].sentence
    if len(row) < SEVERAL or len(row) <= len(terms(table, [at], row[0])) or not _ends_with_and(row):
        return
    first, last = table.paragraph(at, 1, 1)
    for near in sorted({first, last} - {at}):
        whole = terms(table, [near], row[0])
        found = beside_list(table, whole[0], row) if len(whole) == 1 else None
        if found is not None:
            yield found


def _ends_with_and(row: Row) -> bool:
    """Whether "and" leads to the last member, or to its clause."""
    return any(token.roles & COORDINATOR for token in row[0].held.tokens[row[-2].last : row[-1].first])


def _open(table: Statements, row: Row) -> bool:
    """Whether words before or in the list say that there are others."""
    return any(OPEN_LIST & cue.roles for cue in table.cues(row[0].sentence) if cue.first < row[-1].last)


def _filling(table: Statements, row: Row) -> Filling | None:
    """The first of the ways to tell a whole that fits; an open list, or one far below it, can only be part of it."""
    found = (way(table, row) for way in WAYS)
    first = next((each for each in found if each is not None and len(each.row) > 1), None)
    if first is None or not first.complete or first.total.claim.span > first.row[-1].claim.span:
        return first
    if _open(table, row):
        return None if first.evidence == "apposition" else first._replace(complete=False)
    return first._replace(complete=not _far_below(first))


def _far_below(found: Filling) -> bool:
    """Whether a list names far less than all of it."""
    if any(EACH_OF & part.lead for part in found.row):
        return False
    return sum(map(amount, found.row), Decimal(0)) < NEARLY * amount(found.total)


def _total(table: Statements, found: Filling, parts: tuple[Part, ...]) -> Total:
    """The total with the parts that are tied to it; with more of them, or where it sums up, with the last of them."""
    row, total = found.row, found.total
    first, last = sorted((row[0].sentence, total.sentence))
    near = [each for each in terms(table, range(first - 1, last + 1), total) if each not in row][-MOST:]
    taken = chain.from_iterable(combinations(near, size) for size in range(1, len(near) + 1))
    more = [(*parts, *(Part(each.claim, 1) for each in some)) for some in taken]
    fewer = [parts[at:] for at in range(1, len(parts) - 1)] if total.claim.span > row[-1].claim.span else []
    others = tuple((total.claim, each) for each in (*more, *fewer)) if found.complete else ()
    return Total(total.claim, parts, found.complete, "a list and its sum", found.evidence, others)


def _summed_up(table: Statements, row: Row) -> Filling | None:
    """As in "12, 8 and 3 million, 23 million in all"; the sum may follow in the next sentence."""
    last, ahead = row[-1], row[:-1]
    if _is_sum(last) and len(ahead) > 1 and (closed(ahead) or RESULT & last.touching):
        return Filling(last, ahead, "construction")
    first = _following(table, last) if closed(row) else None
    if first is None or not _is_told(table, first, row):
        return None
    return Filling(first, row, "construction" if first.sentence == last.sentence else "anaphor")


def _is_told(table: Statements, total: Statement, row: Row) -> bool:
    """Whether words call a number behind a list its sum, or it counts the people that the list told of."""
    if total.sentence == row[-1].sentence:
        return _is_sum(total)
    return (_sums(total) and _of_these(total, row)) or are_people(table, total, row)


def _following(table: Statements, last: Statement) -> Statement | None:
    """The first number behind a list, in its sentence or the next, or further on if words take up what was told."""
    near = range(last.sentence, table.paragraph(last.sentence, 0, AHEAD)[1] + 1)
    told = (each for at in near for each in table.within(at) if each.claim.span > last.claim.span and usable(each))
    first = next(told, None)
    if first is None or changed(first) or not of_one_kind(first, last):
        return None
    return first if first.sentence - last.sentence <= 1 or _points(table, first) else None


def _points(table: Statements, total: Statement) -> bool:
    """Whether the clause of a sum speaks of what was told, however many sentences without a number lie between."""
    return table.takes_up(total) or not RESULT.isdisjoint(total.around)


def _is_sum(each: Statement) -> bool:
    return bool(SUM & (each.lead | each.leaving))


def _sums(each: Statement) -> bool:
    return _is_sum(each) or bool(SUM & each.around) or "all_of" in each.lead


def _of_these(total: Statement, row: Row) -> bool:
    """Whether the sum is told of what the list told: "the 38 animals in all", the same noun, or after a long list."""
    chunk = total.chunk
    if people_of_things(total, row):
        return False
    if "all_of" in total.lead or (chunk is not None and chunk.determiner is not None) or len(row) >= SEVERAL:
        return True
    return all(same_things(total, each) is not False for each in row)


def _whole_first(table: Statements, row: Row) -> Filling | None:
    """As in "Of the 25 dead, 18 were old, five middle-aged and two young"."""
    told = [*ahead_of(table, row[0]), row[0]]
    whole = next((each for each in told if "whole" in each.lead and opens(each)), None)
    if whole is None or _open(table, row):
        return None
    parts = row[1:] if whole is row[0] else row
    return _same_kind(whole, parts, complete=closed(row) and len(parts) >= SEVERAL)


def _of_them(table: Statements, row: Row) -> Filling | None:
    """As in "75 are closed, of which 19 fully and 56 partly", "40 cases. Of these, 21 are here and 19 there"."""
    if not is_of_them(row[0]):
        joined = closed(row) or "open" not in row[1].cues
        return _same_kind(row[0], row[1:], complete=False) if is_of_them(row[1]) and joined else None
    before = ahead_of(table, row[0])[-1:]
    above = before or _above(table, row)
    if len(above) != 1 or not closed(row):
        return None  # "19 of them were shortlisted, nine won"
    return _same_kind(above[0], row, complete=not before and len(row) >= SEVERAL)


def _above(table: Statements, row: Row) -> list[Statement]:
    """What the sentence before counts; of several, those that none of the members is larger than."""
    told = terms(table, [row[0].sentence - 1], row[0])
    largest = max(map(amount, row))
    return told if len(told) < 2 else [each for each in told if amount(each) >= largest]


def _same_kind(total: Statement, row: Row, *, complete: bool) -> Filling | None:
    """The members up to the first of another kind, "34 of them small, and 50 stairs", or "120, against 147 before"."""
    stop = next((at for at in range(len(row)) if _leaves(total, row, at)), len(row))
    return Filling(total, row[:stop], "anaphor", complete and stop == len(row))


def _leaves(total: Statement, row: Row, at: int) -> bool:
    """Whether a member counts another thing than the first does, or is told of something else."""
    first, each = row[0], row[at]
    if at and (ELSEWHERE & each.cues or is_of_them(each) or "versus" in each.touching):
        return True
    if at == 1 == len(row) - 1 and "of_which" in first.leaving and begins_anew(each):
        return True
    return counted(first) is None and _other(total, each)


def _other(total: Statement, each: Statement) -> bool:
    """Whether a member has a noun of its own, and another than the total: "of the 28 pupils 19 …, two teachers"."""
    whole, part = counted(total), counted(each)
    return bool(whole and part) and not one_word(whole or "", part or "") and total.concept != each.concept


def _before_colon(table: Statements, row: Row) -> Filling | None:
    """As in "640 pupils come from three valleys: 280 from Arden, 215 from Bray and 145 from Coldale"."""
    first = row[0]
    ahead = ahead_of(table, first)
    whole = [each for each in ahead if amount(each) != len(row) or len(ahead) == 1]
    listed = _behind_colon(first) or "made_of" in first.around
    ended = ends(row[-1]) or (EACH_OF & row[-1].lead and table.within(first.sentence)[-1] is row[-1])
    return Filling(whole[0], row, "apposition") if len(whole) == 1 and listed and ended else None


def _namely(_: Statements, row: Row) -> Filling | None:
    """As in "46 groups met, namely 27 choirs, eleven bands and eight clubs"."""
    told = len(row) > SEVERAL and "list_follows" in row[1].lead and closed(row) and ends(row[-1])
    return Filling(row[0], row[1:], "apposition") if told and amount(row[0]) > max(map(amount, row[1:])) else None


def _behind_colon(each: Statement) -> bool:
    """Whether a colon opens the list right before its first number."""
    ahead = each.held.tokens[max(0, each.first - 3) : each.first]
    return any(token.roles & COLON for token in ahead)


def _in_next(table: Statements, row: Row) -> Filling | None:
    """As in "The council has 40 members. 18 are from the north, 13 from the south and nine from the west"."""
    above = terms(table, [row[0].sentence - 1], row[0])
    bare = all(counted(each) is None for each in row[1:]) and row[0].first <= 1
    several = closed(row) and len(row) >= SEVERAL and leads(table, row)
    if len(above) != 1 or not (bare and several and _is_set(above[0])) or same_things(above[0], row[0]) is False:
        return None
    ahead = row[-1].held.tokens[row[-1].first - 2].roles & COMMA
    return Filling(above[0], row, "anaphor", complete=not ahead)


def _is_set(each: Statement) -> bool:
    """Whether it counts things, or stands by itself: "Fourteen!"."""
    return bool(counted(each)) or each.verb.verb is None


WAYS: tuple[Callable[[Statements, Row], Filling | None], ...] = (
    _summed_up, _of_them, _whole_first, bare_list, kinds, sorts, beside, bracketed, _before_colon, _namely, of_subject,
    _in_next,
)  # fmt: skip
