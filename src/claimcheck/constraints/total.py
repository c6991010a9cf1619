"""A total and its parts, which a list names one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import chain, combinations
from typing import NamedTuple

from claimcheck.constraints.operands import (
    MOST,
    PEOPLE,
    amount,
    are_people,
    changed,
    counted,
    excess_is_told,
    is_person,
    is_sort,
    of_one_kind,
    one_word,
    opens,
    people_of_things,
    same_things,
    terms,
    usable,
)
from claimcheck.constraints.rows import begins_anew, closed, ends, in_brackets, leads, lists
from claimcheck.constraints.times import EACH, times
from claimcheck.languages.word_roles import CLOSE, COLON, COMMA, DASH, DETERMINER, OPEN, PREPOSITION, STOP
from claimcheck.model.comparison import Evidence
from claimcheck.model.link import Part, Total
from claimcheck.statements.statement import Statement, Statements

SUM = frozenset({"total", "together"})
RESULT = frozenset({"equals", "follows", "thereby"})
NOT_ALL = frozenset({"too", "both", "average", "baseline"})
ELSEWHERE = SUM | {"of_which", "baseline", "earlier", "besides"}
OPEN_LIST = frozenset({"open", "besides"})
NEARLY = Decimal("0.8")
SEVERAL = 3  # so many members make a list that needs no word to be all of something
Row = Sequence[Statement]


class Filling(NamedTuple):
    """A total and the members of a list; a `complete` list is all of it."""

    total: Statement
    row: Row
    evidence: Evidence
    complete: bool = True


def totals(table: Statements) -> Iterator[Total]:
    """Every list of parts with the number that words call all of it."""
    for number in table.numbered():
        for row in lists(table, number):
            found = None if any(NOT_ALL & each.cues for each in row) else _filling(table, row)
            parts = None if found is None else times(table, found.row)
            if found is not None and parts is not None and not excess_is_told(table, found.total, found.row):
                yield _total(table, found, parts)


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
    if any(EACH & part.lead for part in found.row):
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
    """The first number behind a list, in its sentence or the next."""
    told = (*table.within(last.sentence), *table.within(last.sentence + 1))
    first = next((each for each in told if each.claim.span > last.claim.span and usable(each)), None)
    return None if first is None or changed(first) or not of_one_kind(first, last) else first


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
    told = [*_ahead(table, row[0]), row[0]]
    whole = next((each for each in told if "whole" in each.lead and opens(each)), None)
    if whole is None or _open(table, row):
        return None
    parts = row[1:] if whole is row[0] else row
    return _same_kind(whole, parts, complete=closed(row) and len(parts) >= SEVERAL)


def _bare_list(_: Statements, row: Row) -> Filling | None:
    """As in "228 people, 144 in the centre and 84 by the team"."""
    total, *parts = row
    marked = total.held.tokens[parts[0].first - 1].roles & (COMMA | DASH | COLON)
    if not marked or "place" in total.touching or counted(total) is None or any(map(counted, parts)):
        return None
    larger = amount(total) > max(map(amount, parts))
    return Filling(total, parts, "apposition") if larger and closed(row) and not _of_its_own(row) else None


def _of_its_own(row: Row) -> bool:
    """Whether the first number is told of as the others are: "120 work in Lindow, 90 in Marbeck", "14 had the one
    passport, ten the other".
    """
    total, *parts = row
    tokens = total.held.tokens
    placed = any(token.roles & PREPOSITION for token in tokens[total.last : parts[0].first - 1])
    return placed or any(tokens[each.last].roles & DETERMINER for each in parts if each.last < len(tokens))


def _sorts(table: Statements, row: Row) -> Filling | None:
    """As in "14 suspects were arrested, eleven men and three women": people by age or sex behind people of no sort."""
    total, *parts = row
    if len(parts) < 2 or not closed(row) or not all(is_sort(table, each) for each in parts):
        return None
    marked = total.held.tokens[parts[0].first - 1].roles & (COMMA | DASH | COLON | OPEN)
    fits = marked and is_person(total) and counted(total) and not is_sort(table, total)
    return Filling(total, parts, "apposition") if fits else None


def _kinds(table: Statements, row: Row) -> Filling | None:
    """As in "All 106 guests – 50 Britons and 56 Danes – left"."""
    marked = row[0].held.tokens[row[0].first - 1].roles & (DASH | OPEN)
    total = _ahead(table, row[0])[-1:] if marked and closed(row) else []
    return Filling(total[0], row, "apposition") if total and "all_of" in total[0].lead else None


def _of_them(table: Statements, row: Row) -> Filling | None:
    """As in "75 are closed, of which 19 fully and 56 partly", "40 cases. Of these, 21 are here and 19 there"."""
    if "of_which" not in row[0].cues:
        joined = closed(row) or "open" not in row[1].cues
        return _same_kind(row[0], row[1:], complete=False) if "of_which" in row[1].cues and joined else None
    before = _ahead(table, row[0])[-1:]
    above = before or terms(table, [row[0].sentence - 1], row[0])
    several = not before and closed(row) and len(row) >= SEVERAL
    return _same_kind(above[0], row, complete=several) if len(above) == 1 else None


def _ahead(table: Statements, first: Statement) -> list[Statement]:
    """The numbers of the kind of a list that stand before it in its sentence."""
    return [each for each in terms(table, [first.sentence], first) if each.last <= first.first]


def _same_kind(total: Statement, row: Row, *, complete: bool) -> Filling | None:
    """The members up to the first of another kind, "34 of them small, and 50 stairs", or "120, against 147 before"."""
    stop = next((at for at in range(len(row)) if _leaves(total, row, at)), len(row))
    return Filling(total, row[:stop], "anaphor", complete and stop == len(row))


def _leaves(total: Statement, row: Row, at: int) -> bool:
    """Whether a member counts another thing than the first does, or is told of something else."""
    first, each = row[0], row[at]
    if at and (ELSEWHERE & each.cues or "versus" in each.touching):
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
    ahead = _ahead(table, first)
    whole = [each for each in ahead if amount(each) != len(row) or len(ahead) == 1]
    listed = _behind_colon(first) or "made_of" in first.around
    ended = ends(row[-1]) or (EACH & row[-1].lead and table.within(first.sentence)[-1] is row[-1])
    return Filling(whole[0], row, "apposition") if len(whole) == 1 and listed and ended else None


def _behind_colon(each: Statement) -> bool:
    """Whether a colon opens the list right before its first number."""
    ahead = each.held.tokens[max(0, each.first - 3) : each.first]
    return any(token.roles & COLON for token in ahead)


def _bracketed(table: Statements, row: Row) -> Filling | None:
    """As in "The 1,200 jobs go in Lindow (700), Marbeck (300) and Dassow (200)"."""
    inside = [each for each in row if in_brackets(each)]
    if len(inside) < max(2, len(row) - 1) or row[-1] not in inside:
        return None
    if row[0] in inside:
        ahead = _ahead(table, row[0])
        whole = ahead[0] if len(ahead) == 1 and not in_brackets(ahead[0]) else None
    else:
        whole = row[0]
    return None if whole is None or _is_compared(table, whole, inside[0]) else Filling(whole, inside, "apposition")


def _is_compared(table: Statements, whole: Statement, first: Statement) -> bool:
    """As in "20,500 A4, more than of the next, A3 (17,000) and Q3 (11,600)"."""
    between = (cue for cue in table.cues(first.sentence) if whole.last <= cue.first < first.first)
    return any({"than", "hedge:over", "hedge:under"} & cue.roles for cue in between)


def _apposed(table: Statements, row: Row) -> Filling | None:
    """As in "Eleven passengers were hurt. The injured, six adults and five children, …"."""
    above = terms(table, [row[0].sentence - 1], row[0])
    if len(above) != 1 or not closed(row) or not _beside_subject(row):
        return None
    people = PEOPLE & above[0].cues or above[0].value.unit == "person"
    return Filling(above[0], row, "anaphor") if people else None


def _beside_subject(row: Row) -> bool:
    """Whether the list explains the subject, which was told of: "The injured, six adults and five children,"."""
    first, last, subject = row[0], row[-1], row[0].verb.subject
    if subject is None or subject.determiner is None or first.first - subject.last > 1:
        return False
    tokens = first.held.tokens
    ended = any(token.roles & (COMMA | DASH | CLOSE | STOP) for token in tokens[last.last : last.last + 3])
    return ended and bool(tokens[first.first - 1].roles & (COMMA | DASH | OPEN))


def _in_next(table: Statements, row: Row) -> Filling | None:
    """As in "The council has 40 members. 18 are from the north, 13 from the south and nine from the west"."""
    above = terms(table, [row[0].sentence - 1], row[0])
    bare = all(counted(each) is None for each in row[1:]) and row[0].first <= 1
    several = closed(row) and len(row) >= SEVERAL and leads(table, row)
    if len(above) != 1 or not (bare and several and counted(above[0])):
        return None
    ahead = row[-1].held.tokens[row[-1].first - 2].roles & COMMA
    fits = same_things(above[0], row[0]) is not False
    return Filling(above[0], row, "anaphor", complete=not ahead) if fits else None


WAYS: tuple[Callable[[Statements, Row], Filling | None], ...] = (
    _summed_up, _of_them, _whole_first, _bare_list, _kinds, _sorts, _bracketed, _before_colon, _apposed, _in_next,
)  # fmt: skip
