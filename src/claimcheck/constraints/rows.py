"""Rows of numbers that commas and "and" join in a sentence, with what an article counts among them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from claimcheck.constraints.operands import (
    ARTICLES,
    BREAK,
    NEARBY,
    PEOPLE,
    REST,
    amount,
    changed,
    counted,
    is_person,
    is_sort,
    of_one_kind,
    terms,
    usable,
)
from claimcheck.languages.word_roles import (
    CAPITAL,
    CLOSE,
    COLON,
    COMMA,
    COORDINATOR,
    DASH,
    DETERMINER,
    FINITE,
    NOUN,
    OPEN,
    PREPOSITION,
    SEMICOLON,
    STOP,
    TIME,
    VERB,
)
from claimcheck.model import Claim, Measure
from claimcheck.model.analysis import Sentence
from claimcheck.model.comparison import Evidence
from claimcheck.statements.phrases import Cue
from claimcheck.statements.statement import Statement, Statements

APART = 16


def lists(table: Statements, number: int) -> list[list[Statement]]:
    """The rows of two numbers or more of one kind that commas and "and" join in a sentence."""
    kinds: list[list[Statement]] = []
    for each in _members(table, number):
        kind = next((kind for kind in kinds if of_one_kind(kind[0], each)), None)
        if kind is None:
            kinds.append([each])
        elif _joined(kind[-1], each):
            kind.append(each)
        elif len(kind) == 1:
            kind[0] = each
    return [kind for kind in kinds if len(kind) > 1]


def _members(table: Statements, number: int) -> list[Statement]:
    """The numbers of a sentence and what an article counts beside them: "four women and a man"."""
    told = [each for each in table.within(number) if usable(each) and not changed(each)]
    if not told:
        return []
    ones = filter(None, (_one(table, number, cue, told) for cue in table.cues(number) if cue.roles & ARTICLES))
    return sorted((*told, *ones), key=lambda each: each.claim.span)


def _one(table: Statements, number: int, cue: Cue, told: Sequence[Statement]) -> Statement | None:
    """What an article counts, where it stands in a list with numbers."""
    tokens, begins = told[0].held.tokens, {each.first for each in told}
    if cue.first in begins or cue.last >= len(tokens) or not _is_member(told[0].held, cue.first, begins):
        return None
    token, noun = tokens[cue.first], tokens[_head(told[0].held, cue.first)]
    one = Claim("quantity", token.span, token.text, Measure(number=Decimal(1), noun=noun.text))
    return Statement(one, number, told[0].held, table.cues(number))


def _head(held: Sentence, at: int) -> int:
    """Where the noun stands that an article belongs to: "a fluffy little owl"."""
    chunk = held.chunk_at(held.tokens[at].span.start)
    return at + 1 if chunk is None or chunk.head <= at else chunk.head


def _is_member(held: Sentence, at: int, begins: set[int]) -> bool:
    """Whether "and" leads from a number to an article and its noun, or from these to a number or the last article."""
    tokens, head = held.tokens, _head(held, at)
    noun = tokens[head]
    if not noun.roles & (NOUN | CAPITAL) or noun.roles & (TIME | FINITE):
        return False
    behind = at > min(begins)
    if behind and tokens[at - 1].roles & COORDINATOR:
        return True
    if head + 2 >= len(tokens) or not tokens[head + 1].roles & COORDINATOR:
        return False
    last = behind and tokens[at - 1].roles & COMMA and tokens[head + 2].roles & DETERMINER  # "…, a Pole and a Dane"
    return head + 2 in begins or bool(last)


def _joined(one: Statement, two: Statement) -> bool:
    """Whether a comma or "and" leads from the one to the other, and no colon lies between."""
    between = one.held.tokens[one.last : two.first]
    if in_brackets(one) != in_brackets(two) and _bracket(one) != _bracket(two):
        return False  # "895 cars (56 towed) and 222 lorries (18)"
    joining = COMMA | SEMICOLON | (COORDINATOR if any(token.roles & CLOSE for token in between) else 0)
    marked = any(token.roles & joining for token in between) or _and_before(two)
    return marked and len(between) <= APART and not any(token.roles & COLON for token in between)


def in_brackets(each: Statement) -> bool:
    """Whether a bracket opens right before the number."""
    return bool(each.first and each.held.tokens[each.first - 1].roles & OPEN)


def _bracket(each: Statement) -> int | None:
    """Where the bracket opens in which the number stands."""
    for at in range(each.first - 1, -1, -1):
        if each.held.tokens[at].roles & (OPEN | CLOSE):
            return at if each.held.tokens[at].roles & OPEN else None
    return None


def _and_before(each: Statement) -> bool:
    """Whether "and" stands right before the number, with small words between: "and the other 40"."""
    for token in reversed(each.held.tokens[max(0, each.first - NEARBY) : each.first]):
        if token.roles & COORDINATOR:
            return True
        if token.roles & (NOUN | VERB | BREAK):
            return False
    return False


def leads(table: Statements, row: Sequence[Statement]) -> bool:
    """Whether the list stands before all other numbers of its sentence."""
    return [each.claim for each in table.within(row[0].sentence)[: len(row)]] == [each.claim for each in row]


def begins_anew(each: Statement) -> bool:
    """Whether it begins anew, with a noun of its own behind a comma and "and": "…, and 50 stairs"."""
    before = each.held.tokens[max(0, each.first - 2) : each.first]
    return counted(each) is not None and len(before) > 1 and bool(before[0].roles & COMMA)


def closed(row: Sequence[Statement]) -> bool:
    """Whether "and" stands before the last member, or a word that calls it the rest, so that nothing is left out."""
    return _and_before(row[-1]) or bool(REST & row[-1].lead)


def ends(last: Statement) -> bool:
    """Whether the list runs to the end of the sentence."""
    return not any(token.roles & (COMMA | DASH | OPEN | COLON) for token in last.held.tokens[last.last :])


NEARLY, MISSING = Decimal("0.8"), Decimal(2)
Row = Sequence[Statement]


class Filling(NamedTuple):
    """A total and the members of a list; a `complete` list is all of it."""

    total: Statement
    row: Row
    evidence: Evidence
    complete: bool = True


def bare_list(_: Statements, row: Row) -> Filling | None:
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


def sorts(table: Statements, row: Row) -> Filling | None:
    """As in "14 suspects were arrested, eleven men and three women": people by age or sex behind people of no sort."""
    total, *parts = (*ahead_of(table, row[0])[-1:], *row) if _is_opened(row[0]) else row
    if len(parts) < 2 or not closed(row) or not all(is_sort(table, each) for each in parts):
        return None
    marked = total.held.tokens[parts[0].first - 1].roles & (COMMA | DASH | COLON | OPEN)
    fits = marked and counted(total) and not is_sort(table, total)
    return Filling(total, parts, "apposition") if fits and _are_people(total, parts) else None


def _are_people(total: Statement, parts: Row) -> bool:
    return is_person(total) or _may_be_people((total, *parts))


def _is_opened(each: Statement) -> bool:
    """Whether a bracket or a dash opens right before the number."""
    return bool(each.first and each.held.tokens[each.first - 1].roles & (OPEN | DASH))


def _may_be_people(row: Row) -> bool:
    """Whether what is counted may be people, although nothing says so: "19 trainees have passed, 11 women and …"."""
    return _comes_near(row[0], row[1:]) and (ends(row[-1]) or _between_marks(row))


def beside(_: Statements, row: Row) -> Filling | None:
    """As in "The seven climbers, three Britons, three Danes and a Pole, had set out": known ones, and what they are."""
    row = _to_semicolon(row)
    total, *parts = row
    chunk = total.chunk
    if chunk is None or len(parts) < 2 or parts[0].first != chunk.last + 1 or not (closed(row) and counted(total)):
        return None
    told = "all_of" in total.touching or chunk.determiner is not None
    return Filling(total, parts, "apposition") if told and _between_marks(row) and _comes_near(total, parts) else None


def _to_semicolon(row: Row) -> Row:
    """The members up to the first semicolon, behind which another clause may have numbers of its own."""
    tokens = row[0].held.tokens
    stop = next((at for at in range(row[0].first, row[-1].first) if tokens[at].roles & SEMICOLON), row[-1].last)
    return [each for each in row if each.first < stop]


def _between_marks(row: Row) -> bool:
    """Whether a mark opens the list before its first number, and one closes it behind the noun of its last."""
    tokens, last = row[0].held.tokens, row[-1].last + 1
    shut = last < len(tokens) and bool(tokens[last].roles & (COMMA | DASH | CLOSE))
    return shut and bool(tokens[row[1].first - 1].roles & (COMMA | DASH | OPEN))


def _comes_near(total: Statement, parts: Row) -> bool:
    """Whether parts that are smaller each make about the whole together."""
    if any(amount(each) >= amount(total) for each in parts):
        return False
    return abs(sum(map(amount, parts), Decimal(0)) - amount(total)) <= max(MISSING, (1 - NEARLY) * amount(total))


def kinds(table: Statements, row: Row) -> Filling | None:
    """As in "All 106 guests – 50 Britons and 56 Danes – left"."""
    total = ahead_of(table, row[0])[-1:] if _is_opened(row[0]) and closed(row) else []
    return Filling(total[0], row, "apposition") if total and "all_of" in total[0].lead else None


def bracketed(table: Statements, row: Row) -> Filling | None:
    """As in "The 1,200 jobs go in Lindow (700), Marbeck (300) and Dassow (200)"."""
    inside = [each for each in row if in_brackets(each)]
    if len(inside) < max(2, len(row) - 1) or row[-1] not in inside:
        return None
    if row[0] in inside:
        ahead = ahead_of(table, row[0])
        whole = ahead[0] if len(ahead) == 1 and not in_brackets(ahead[0]) else None
    else:
        whole = row[0]
    return None if whole is None or _is_compared(table, whole, inside[0]) else Filling(whole, inside, "apposition")


def _is_compared(table: Statements, whole: Statement, first: Statement) -> bool:
    """As in "20,500 A4, more than of the next, A3 (17,000) and Q3 (11,600)"."""
    between = (cue for cue in table.cues(first.sentence) if whole.last <= cue.first < first.first)
    return any({"than", "hedge:over", "hedge:under"} & cue.roles for cue in between)


def of_subject(table: Statements, row: Row) -> Filling | None:
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


def ahead_of(table: Statements, first: Statement) -> list[Statement]:
    """The numbers of the kind of a list that stand before it in its sentence."""
    return [each for each in terms(table, [first.sentence], first) if each.last <= first.first]
