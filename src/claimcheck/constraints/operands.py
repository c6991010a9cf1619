"""The numbers that may fill the slots of a sum or a share, and the words that call one a part of another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from claimcheck.languages.word_roles import (
    COLON,
    COMMA,
    DASH,
    FINITE,
    MARK,
    NOUN,
    OPEN,
    SEMICOLON,
    TIME,
    VERB,
)
from claimcheck.model.analysis import Chunk, Token
from claimcheck.model.comparison import Evidence
from claimcheck.statements.agreement import Agreement
from claimcheck.statements.concepts import stem
from claimcheck.statements.concepts import table as concepts
from claimcheck.statements.dimension import TIMES, UNSTATED, dimension, is_rate
from claimcheck.statements.phrases import Cue
from claimcheck.statements.statement import Statement, Statements
from claimcheck.statements.words import alike

BREAK = COMMA | COLON | DASH | OPEN | SEMICOLON
COUNTED = frozenset({"", "?", "times"})
"""Dimensions of numbers that count: things, people, and how often something was the case."""
PEOPLE = frozenset({"people", "person"})
ARTICLES = frozenset({"article", "one"})
NEARBY = 4
LARGE = 10000
"""A number without a unit beside so much money is money too, where it is no year."""
MOST = 8
"""So many numbers at most can be told apart as operands."""
OLD, NEW = frozenset({"from_", "earlier", "baseline"}), frozenset({"to"})
REST = frozenset({"remaining", "others"})
"""Words by which a number is what is left of a whole."""
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
    if not cues or each.first - cues[-1].last > NEARBY:
        return False
    return not any(token.roles & VERB for token in each.held.tokens[cues[-1].last : each.first])


def is_apposed(each: Statement) -> bool:
    """Whether a mark leads to it and a new noun that it is the amount of: "1,230 offers, a rate of 19 percent"."""
    noun = next((chunk for chunk in each.held.chunks if each.first - 2 <= chunk.last <= each.first), None)
    if noun is None or not noun.first or not each.held.tokens[noun.first - 1].roles & MARK:
        return False
    return not ARTICLES.isdisjoint(each.near.roles(noun.first, noun.first + 1))


def of_one_kind(one: Statement, two: Statement) -> bool:
    """Whether both may be terms of one sum, by what they count or measure."""
    kinds = {_kind(one), _kind(two)}
    if kinds <= COUNTED or len(kinds) == 1:
        return True
    return UNSTATED in kinds and not kinds & TIMES and _shares_scale(one, two)


def _shares_scale(one: Statement, two: Statement) -> bool:
    """Whether a number may have the unit of another: "1.4 million euros … two" has not, for money has its scale."""
    if "amount" not in (one.claim.type, two.claim.type):
        return True
    bare = one if _kind(one) == UNSTATED else two
    return bare.value.rounded or min(amount(one), amount(two)) >= LARGE


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
    for token in () if noun is None else each.held.tokens[each.first : each.last + NEARBY]:
        if token.text == noun:
            return token if token.roles & NOUN and not token.roles & FINITE else None
    return None


def is_person(each: Statement) -> bool:
    """Whether people are counted."""
    return each.value.unit == "person" or bool(PEOPLE & each.cues)


def of_people(each: Statement) -> bool:
    """Whether people are counted, or what is told is a number of people."""
    kinds = () if each.concept is None else concepts()[each.concept]["values"]
    return is_person(each) or "persons" in kinds


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
    return alike(one, two) or (len(short) >= NEARBY and long.endswith(short))


def parts_of(table: Statements, number: int) -> Iterator[Pair]:
    """What one sentence calls a part of a whole: "18 of the 24", "of the 24, 18", "24, 18 of them"."""
    told = [each for each in table.within(number) if each.value.number is not None]
    yield from _of_the(told)
    yield from _of_whole(told)
    for at, each in enumerate(told):
        if is_of_them(each) and usable(each):
            yield from _of_them(table, number, told[:at], each)


def is_of_them(each: Statement) -> bool:
    """Whether words of its phrase call it a part of what was told."""
    if "of_which" not in each.cues or REST & each.lead:
        return False
    told = [cue for cue in each.near.all if "of_which" in cue.roles and each.verb.holds(cue.first)]
    return not told or any(not _is_particle(each, cue) for cue in told)


def _is_particle(each: Statement, cue: Cue) -> bool:
    """Whether a word ends the clause whose finite verb stands before it: "kamen mit dem Schrecken davon"."""
    tokens = each.held.tokens
    ended = cue.last >= len(tokens) or bool(tokens[cue.last].roles & MARK)
    return ended and any(token.roles & FINITE for token in tokens[each.last : cue.first])


def _of_the(told: Sequence[Statement]) -> Iterator[Pair]:
    """As in "18 of the 24 children"."""
    for part, whole in pairwise(told):
        if follows_directly(part, whole) and "of" in whole.lead and _fit(part, whole):
            yield Pair(part, whole, "construction")


def follows_directly(one: Statement, two: Statement) -> bool:
    """Whether nothing but small words stand between two numbers."""
    between = one.held.tokens[one.last : two.first]
    return 0 < len(between) <= NEARBY and not any(token.roles & (NOUN | VERB | BREAK) for token in between)


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
    if len(above) == 1 and not _others_told(part):
        yield Pair(part, above[0], "anaphor")


def _others_told(part: Statement) -> bool:
    """Whether its sentence tells before it of several without a number, who do nothing themselves: "There were more
    casualties, six of them badly hurt".
    """
    acting = [each.subject for each in part.held.clauses if each.subject and each.subject.first < (each.verb or 0)]
    before = [each for each in part.held.chunks if each.last <= part.first and each not in acting]
    return any(map(_is_several, before))


def _is_several(chunk: Chunk) -> bool:
    """Whether a phrase is one in the plural, or may be, without a number or a preposition."""
    plain = chunk.preposition is None and chunk.number is None and not chunk.pronoun
    return plain and (chunk.plural or (chunk.plural is None and chunk.determiner is None))


def _fit(part: Statement, whole: Statement) -> bool:
    return usable(part) and usable(whole) and of_one_kind(part, whole) and not changed(part) and not changed(whole)
