"""The numbers that may fill the slots of a sum or a share, and the words that call one a part of another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from claimcheck.languages.word_roles import CLOSE as SHUT
from claimcheck.languages.word_roles import COLON, COMMA, COORDINATOR, DASH, FINITE, NOUN, OPEN, SEMICOLON, TIME, VERB
from claimcheck.model import Claim, Measure
from claimcheck.model.analysis import Token
from claimcheck.model.comparison import Evidence
from claimcheck.statements.agreement import Agreement
from claimcheck.statements.concepts import stem
from claimcheck.statements.cues import Cue
from claimcheck.statements.dimension import TIMES, UNSTATED, dimension, is_rate
from claimcheck.statements.statement import Statement, Statements
from claimcheck.statements.words import alike

BREAK = COMMA | COLON | DASH | OPEN | SEMICOLON
COUNTED = frozenset({"", "?", "times"})
"""Dimensions of numbers that count: things, people, and how often something was the case."""
PEOPLE = frozenset({"people", "person"})
ARTICLES = frozenset({"article", "one"})
CLOSE, APART = 4, 16
MOST = 8
"""So many numbers at most can be told apart as operands."""
OLD, NEW = frozenset({"from_", "earlier", "baseline"}), frozenset({"to"})
CHANGED = frozenset({"more", "less", "by", "than", "change"})


class Pair(NamedTuple):
    """A part and the whole that words tie it to."""

    part: Statement
    whole: Statement
    evidence: Evidence


def amount(each: Statement) -> Decimal:
    """The single number of an operand."""
    number = each.value.number
    assert number is not None
    return number


def usable(each: Statement) -> bool:
    """Whether the number may be a term of a sum: a single one above zero, no share, no rate and no age."""
    value = each.value
    if value.number is None or value.number <= 0 or value.unit in ("percent", "percentage_point"):
        return False
    if dimension(each.claim) == UNSTATED and value.number != value.number.to_integral_value():
        return False  # "19 percent and 18.6": it takes the unit of another
    token = _counted(each)
    timed = token is not None and bool(token.roles & TIME)
    return not (timed or is_rate(value) or value.fraction is not None or each.concept == "age")


def changed(each: Statement) -> bool:
    """Whether the number is the size or an end of a change, or stands above another."""
    return bool(each.touching & CHANGED) or (each.way is not None and _led(each, OLD | NEW))


def _led(each: Statement, roles: frozenset[str]) -> bool:
    """Whether a word right before the number has one of the roles, and no verb stands between: not "to cut 40"."""
    cues = [cue for cue in each.near.all if cue.last <= each.first and cue.roles & roles & each.lead]
    if not cues or each.first - cues[-1].last > CLOSE:
        return False
    return not any(token.roles & VERB for token in each.held.tokens[cues[-1].last : each.first])


def of_one_kind(one: Statement, two: Statement) -> bool:
    """Whether both may be terms of one sum, by what they count or measure."""
    kinds = {_kind(one), _kind(two)}
    if kinds <= COUNTED or len(kinds) == 1:
        return True
    if UNSTATED not in kinds or kinds & TIMES:
        return False
    # "1.4 million euros … two": what shares a unit of money has its scale
    bare = one if _kind(one) == UNSTATED else two
    return bare.value.rounded or "amount" not in (one.claim.type, two.claim.type)


def _kind(each: Statement) -> str:
    """Its dimension; that of a number without a noun or unit of its own is open."""
    found = dimension(each.claim)
    return UNSTATED if found == "" and each.value.unit is None and counted(each) is None else found


def terms(table: Statements, sentences: Iterable[int], of: Statement) -> list[Statement]:
    """The operands in these sentences that may be terms of one sum with a number, but that number itself."""
    found = (each for number in sentences for each in table.within(number))
    return [each for each in found if each.claim is not of.claim and usable(each) and of_one_kind(each, of)]


def excess_is_told(table: Statements, whole: Statement, parts: Sequence[Statement]) -> bool:
    """Whether the text tells by how much the parts are more than the whole: then they are paid of it, not in it."""
    excess, last = sum(map(amount, parts), -amount(whole)), max(each.sentence for each in (whole, *parts))
    behind = terms(table, range(last, last + 2), whole) if excess > 0 else []
    return any(amount(each) == excess for each in behind if each not in parts)


def counted(each: Statement) -> str | None:
    """What is counted by the noun behind the number itself; None for a word that may be a verb: "95 passed"."""
    token = _counted(each)
    return None if token is None else token.text


def _counted(each: Statement) -> Token | None:
    noun = each.value.noun
    for token in () if noun is None else each.held.tokens[each.first : each.last + CLOSE]:
        if token.text == noun:
            return token if token.roles & NOUN and not token.roles & FINITE else None
    return None


def is_person(each: Statement) -> bool:
    """Whether people are counted."""
    return each.value.unit == "person" or bool(PEOPLE & each.cues)


def is_sort(table: Statements, each: Statement) -> bool:
    """Whether people are counted by age or sex: "four women"."""
    return "age_or_sex" in table.roles_of((counted(each) or each.value.noun or "").lower())


def are_people(table: Statements, total: Statement, row: Sequence[Statement]) -> bool:
    """As in "Seven women and six men were sworn in. The 13 jurors …"."""
    return total.definite and is_person(total) and all(is_sort(table, each) for each in row)


def people_of_things(total: Statement, row: Sequence[Statement]) -> bool:
    """Whether people are counted, and no members: "15 restaurants and nine shops. In all, 33 people were asked"."""
    people = bool(counted(total)) and is_person(total)
    return people and all(counted(each) and not is_person(each) for each in row)


def same_things(one: Statement, two: Statement) -> Agreement:
    """Whether both count the same thing; None where one has no noun of its own, or both count people."""
    if not counted(one) or not counted(two) or (PEOPLE & one.cues and PEOPLE & two.cues):
        return None
    if one.concept and one.concept == two.concept:
        return True
    return one_word(counted(one) or "", counted(two) or "")


def one_word(one: str, two: str) -> bool:
    """Whether two nouns are forms of one, or one ends in the other: "Infektionen", "Neuinfektionen"."""
    short, long = sorted((stem(one), stem(two)), key=len)
    return alike(one, two) or (len(short) >= CLOSE and long.endswith(short))


def parts_of(table: Statements, number: int) -> Iterator[Pair]:
    """What one sentence calls a part of a whole: "18 of the 24", "of the 24, 18", "24, 18 of them"."""
    told = [each for each in table.within(number) if each.value.number is not None]
    yield from _of_the(told)
    yield from _of_whole(told)
    for at, each in enumerate(told):
        if "of_which" in each.cues and usable(each):
            yield from _of_them(table, number, told[:at], each)


def _of_the(told: Sequence[Statement]) -> Iterator[Pair]:
    """As in "18 of the 24 children"."""
    for part, whole in pairwise(told):
        if follows_directly(part, whole) and "of" in whole.lead and _fit(part, whole):
            yield Pair(part, whole, "construction")


def follows_directly(one: Statement, two: Statement) -> bool:
    """Whether nothing but small words stand between two numbers."""
    between = one.held.tokens[one.last : two.first]
    return 0 < len(between) <= CLOSE and not any(token.roles & (NOUN | VERB | BREAK) for token in between)


def _of_whole(told: Sequence[Statement]) -> Iterator[Pair]:
    """As in "Of the 24 children, 18 have a pet"."""
    for whole, part in pairwise(told):
        if (
            "whole" in whole.lead
            and (opens(whole) or "total" in whole.lead)
            and _fit(part, whole)
            and same_things(part, whole) is not False
        ):
            yield Pair(part, whole, "construction")


def opens(each: Statement) -> bool:
    """Whether the phrase of the number begins its sentence or clause."""
    chunk = each.chunk
    first = each.first if chunk is None else chunk.first
    before = next((at for at in range(first - 1, -1, -1) if each.held.tokens[at].roles & BREAK), -1)
    return first - before <= 2


def _of_them(table: Statements, number: int, before: Sequence[Statement], part: Statement) -> Iterator[Pair]:
    """As in "24 children, 18 of them with a pet": the number right before, else the only one of the sentence before."""
    found = [each for each in before if usable(each) and of_one_kind(each, part)]
    if found:
        yield Pair(part, found[-1], "anaphor")
        return
    above = terms(table, [number - 1], part)
    if len(above) == 1:
        yield Pair(part, above[0], "anaphor")


def _fit(part: Statement, whole: Statement) -> bool:
    return usable(part) and usable(whole) and of_one_kind(part, whole) and not changed(part) and not changed(whole)


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
    if cue.first in begins or cue.last >= len(tokens) or not _is_member(tokens, cue.first, begins):
        return None
    token = tokens[cue.first]
    one = Claim("quantity", token.span, token.text, Measure(number=Decimal(1), noun=tokens[cue.last].text))
    return Statement(one, number, told[0].held, table.cues(number))


def _is_member(tokens: Sequence[Token], at: int, begins: set[int]) -> bool:
    """Whether "and" leads from a number to an article and its noun, or from these to a number."""
    noun = tokens[at + 1]
    if not noun.roles & NOUN or noun.roles & (TIME | FINITE):
        return False
    if at > min(begins) and tokens[at - 1].roles & COORDINATOR:
        return True
    return at + 3 in begins and bool(tokens[at + 2].roles & COORDINATOR)


def _joined(one: Statement, two: Statement) -> bool:
    """Whether a comma or "and" leads from the one to the other, and no colon lies between."""
    between = one.held.tokens[one.last : two.first]
    if in_brackets(one) != in_brackets(two):
        return False  # "895 cars (56 towed) and 222 lorries (18)"
    joining = COMMA | SEMICOLON | (COORDINATOR if any(token.roles & SHUT for token in between) else 0)
    marked = any(token.roles & joining for token in between) or _and_before(two)
    return marked and len(between) <= APART and not any(token.roles & COLON for token in between)


def in_brackets(each: Statement) -> bool:
    """Whether a bracket opens right before the number."""
    return bool(each.first and each.held.tokens[each.first - 1].roles & OPEN)


def _and_before(each: Statement) -> bool:
    """Whether "and" stands right before the number, with small words between: "and the other 40"."""
    for token in reversed(each.held.tokens[max(0, each.first - CLOSE) : each.first]):
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
    """Whether "and" stands before the last member, so that nothing is left out."""
    return _and_before(row[-1])


def ends(last: Statement) -> bool:
    """Whether the list runs to the end of the sentence."""
    return not any(token.roles & (COMMA | DASH | OPEN | COLON) for token in last.held.tokens[last.last :])
