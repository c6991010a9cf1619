"""Orders: a value that is called more or less than another, and one that a word such as "over" sets a bound to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.constraints.sizes import DOWN, NOUNS, UP
from claimcheck.language.words import words_of
from claimcheck.languages.word_roles import NOUN, NUMBER
from claimcheck.model import Claim, Duration, Measure
from claimcheck.model.claim import Part
from claimcheck.model.comparison import Evidence, Judged, JudgedKind, Roles
from claimcheck.model.interval import bounds
from claimcheck.model.span import Span
from claimcheck.statements.agreement import nouns_agree, owners_agree, statuses_agree
from claimcheck.statements.dimension import UNSTATED, comparable, dimension, measure
from claimcheck.statements.phrases import Cue
from claimcheck.statements.statement import Statement, Statements

MORE, LESS = UP - {"rise"}, DOWN - {"fall"}
AFTER = frozenset({"than", "above", "below"})
NEAR = Decimal("0.85")
"""A number that a bound is set to is at least so near to it."""
FOLLOWS = frozenset({"follows", "equals"})
OLD = frozenset({"then", "earlier", "before_that", "baseline", "old"})
SIDES = [1, 1]
STANDING = frozenset({"stay", "remain", "total"})
FAR = 20
"""Nobody calls a value more than one so many times as large."""
BOUNDED = ("over", "under", "nearly", "up_to", "at_least")
ISO = r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?"
MONTHS = {"year": Decimal(12), "month": Decimal(1)}


def orders(table: Statements) -> Iterator[Judged]:
    """Every value that words set above or below another one."""
    numbered = table.numbered()
    for at in sorted({near for each in numbered for near in (each - 1, each, each + 1)}):
        for cue in table.cues(at, (MORE | LESS).__contains__):
            way = _way(table, at, cue)
            if way is not None:
                yield from (_compared if at in numbered else _named)(table, at, cue, more=way)
    for at in _softened(table):
        for told in table.within(at):
            yield from _bounded(table, told)


def _softened(table: Statements) -> list[int]:
    """The sentences with a number that a word sets a bound to."""
    claims = [each for each in table.article.claims if (value := measure(each)) and value.hedge in BOUNDED]
    return sorted({table.analysis.number(each.span.start) for each in claims} - {-1})


def smaller(claim: Claim, other: Claim) -> bool:
    """Whether the one is certainly less than the other."""
    one, two = measure(claim), measure(other)
    assert one is not None
    assert two is not None
    if one.hedge is None and two.hedge is None and one.number is not None and two.number is not None:
        return one.number < two.number
    first, second = bounds(one), bounds(two)
    return first.high is not None and second.low is not None and first.high < second.low


def set_beside(kind: JudgedKind, one: Claim, two: Claim, evidence: Evidence, *, fits: bool, word: Part) -> Judged:
    """Two values with the word that tells which is the larger."""
    values = (("claim", one.text), ("other", two.text), ("word", word.text))
    roles: Roles = (("claim", Part(one.span, one.text)), ("other", Part(two.span, two.text)), ("word", word))
    numbers = _number(in_months(one)), _number(in_months(two))
    return Judged(kind, fits, roles, values, evidence=evidence, claims=(one, two), numbers=numbers)


def part_of(table: Statements, at: int, cue: Cue) -> Part:
    """The words of a cue with their place."""
    tokens = table.analysis.sentence(at).tokens[cue.first : cue.last]
    span = Span(tokens[0].span.start, tokens[-1].span.end)
    return Part(span, table.article.document.prose[span.start : span.end])


def plain(each: Statement) -> bool:
    """Whether a statement is a single value of a stated dimension that nothing softens, and nobody's age."""
    return (
        each.value.number is not None
        and each.value.hedge is None
        and (dimension(each.claim) != UNSTATED or each.noun is not None)
        and each.concept != "age"
    )


def _number(claim: Claim) -> Decimal:
    value = measure(claim)
    return Decimal(0) if value is None or value.number is None else value.number


def _way(table: Statements, at: int, cue: Cue) -> bool | None:
    """Whether a comparative with "than" behind it says more, or less; None of any other word."""
    more = bool(cue.roles & MORE)
    if more == bool(cue.roles & LESS) or _is_size(table, at, cue):
        return None
    if cue.roles & AFTER:
        return more
    following = table.cues(at).at(cue.last)
    if following is None or "than" not in following.roles or _is_number(table, at, following.last):
        return None
    return more


def _is_size(table: Statements, at: int, cue: Cue) -> bool:
    """Whether a number or its noun ends right before: "40 more than", "two points more than"."""
    noun = cue.first > 0 and table.analysis.sentence(at).tokens[cue.first - 1].roles & NOUN
    beside = {cue.first, cue.first - 1} if noun else {cue.first}
    return any(each.last in beside for each in table.within(at)) or _is_number(table, at, cue.first - 1)


def _is_number(table: Statements, at: int, token: int) -> bool:
    tokens = table.analysis.sentence(at).tokens
    return 0 <= token < len(tokens) and bool(tokens[token].roles & NUMBER)


def _compared(table: Statements, at: int, cue: Cue, *, more: bool) -> Iterator[Judged]:
    """The only value before the comparative and the only one of its kind behind it."""
    behind = [each for each in table.within(at) if each.first >= cue.last]
    if len(behind) != 1 or not all(map(plain, table.within(at))):
        return
    other = behind[0]
    for one, evidence in _set_against(table, at, cue, other):
        fits = _is_so(one, other, more=more)
        yield set_beside("compared", one.claim, other.claim, evidence, fits=fits, word=part_of(table, at, cue))


def _named(table: Statements, at: int, cue: Cue, *, more: bool) -> Iterator[Judged]:
    """Two who are compared by name, where the only two values beside are told of one of them each."""
    told = _two_beside(table, at)
    names = _names(*told) if told else ()
    tokens = table.analysis.sentence(at).tokens
    sides = ({each.low for each in tokens[: cue.first]}, {each.low for each in tokens[cue.last :]})
    found = [[each for each, called in zip(told, names, strict=True) if called & side] for side in sides]
    if [len(each) for each in found] == SIDES and found[0] != found[1]:
        (one,), (two,) = found
        fits = _is_so(one, two, more=more)
        yield set_beside("compared", one.claim, two.claim, "equal_slots", fits=fits, word=part_of(table, at, cue))


def _two_beside(table: Statements, at: int) -> Sequence[Statement]:
    """The only two values of the sentences around one, where they are of one unit."""
    for near in ((at - 1,), (at + 1,), (at - 2, at - 1), (at - 1, at + 1)):
        told = [each for number in near for each in table.within(number)]
        if len(told) >= len(SIDES):
            alike = len(told) == len(SIDES) and comparable(told[0].claim, told[1].claim) and all(map(plain, told))
            return told if alike and statuses_agree(*told) is not False else ()
    return ()


def _names(one: Statement, two: Statement) -> tuple[set[str], set[str]]:
    """The nouns that only one of two values has around it: those of its clause, or before it where one holds both."""
    end = len(one.held.tokens)
    same = one.place == two.place
    first = _nouns(one, 0, one.last if same else end)
    second = _nouns(two, one.last, two.last) if same else _nouns(two, 0, len(two.held.tokens))
    return first - second, second - first


def _nouns(each: Statement, start: int, stop: int) -> set[str]:
    inside = (each.held.tokens[at] for at in range(start, stop) if each.verb.holds(at))
    return {token.low for token in inside if token.roles & NOUN}


def _is_so(one: Statement, two: Statement, *, more: bool) -> bool:
    """Whether the one may be more than the other, or less."""
    low, high = (two, one) if more else (one, two)
    return not smaller(in_months(high.claim), in_months(low.claim))


def _set_against(table: Statements, at: int, cue: Cue, other: Statement) -> list[tuple[Statement, Evidence]]:
    """The only value of the kind before a comparative, else in the sentence before if the clause speaks of that."""
    before = [each for each in table.within(at) if each.last <= cue.first and of_one(each, other)]
    evidence = _joint(other, cue)
    if not before and _points_back(table, at, cue):
        before = [each for each in _values_before(table, at) if of_one(each, other)]
        evidence = "anaphor"
    return [(before[0], evidence)] if len(before) == 1 else []


def _values_before(table: Statements, at: int) -> Iterator[Statement]:
    return (each for each in table.within(at - 1) if plain(each) and not _is_distance(table, each))


def _is_distance(table: Statements, each: Statement) -> bool:
    """Whether a value is what lies between two others: "the difference was 6.5 degrees"."""
    words = words_of(table.article.document.language or "")
    return words is not None and each.noun is not None and not NOUNS.isdisjoint(words.senses_of_noun(each.noun))


def _joint(other: Statement, cue: Cue) -> Evidence:
    """The evidence for a value behind a comparative: its own clause, or one that hangs on it."""
    owner = other.held.owners[cue.first]
    return "construction" if owner in (other.clause, other.verb.parent) else "equal_slots"


def _points_back(table: Statements, at: int, cue: Cue) -> bool:
    """Whether the clause of a comparative speaks of what the sentence before told: "it", "that", "damit"."""
    sentence = table.analysis.sentence(at)
    clause = sentence.clauses[sentence.owners[cue.first]]
    if cue.roles & AFTER and not STANDING.isdisjoint(clause.senses):
        return True
    follows = any({"follows", "thereby"} & each.roles and clause.holds(each.first) for each in table.cues(at))
    return follows or (clause.subject is not None and clause.subject.pronoun)


def of_one(one: Statement, two: Statement) -> bool:
    """Whether two values are of one kind and nothing speaks against comparing them."""
    if not comparable(in_months(one.claim), in_months(two.claim)):
        return False
    first, second = sorted(abs(_number(each.claim)) for each in (one, two))
    if first * FAR < second:
        return False
    return nouns_agree(one, two) is not False and statuses_agree(one, two) is not False


def in_months(claim: Claim) -> Claim:
    """A length of years and months in months, so that "two years" and "26 months" are of one kind."""
    value = claim.value
    if not isinstance(value, Duration) or value.measure is None:
        return claim
    months = _months(value)
    return claim if months is None else claim._replace(value=Measure(months, "month", hedge=value.measure.hedge))


def _months(value: Duration) -> Decimal | None:
    told = value.measure
    if told is None or told.number is None:
        return None
    match = re.compile(ISO).fullmatch(value.iso or "")
    years, months, days = match.groups("0") if match is not None else ("0", "0", "0")
    if days == "0" and (years != "0" or months != "0"):
        return Decimal(years) * 12 + Decimal(months)
    return told.number * MONTHS[told.unit] if told.unit in MONTHS else None


def _bounded(table: Statements, told: Statement) -> Iterator[Judged]:
    """A number with a bound, and the only counted one near it of the same things: "over 2000", "exactly 1940"."""
    if told.value.hedge in BOUNDED and told.value.number is not None and dimension(told.claim) != "percent":
        near = [each for each in table.reach(told) if plain(each) and _may_be_exactly(each, told)]
        if len(near) == 1:
            other = near[0]
            fits = bounds(told.value).meets(bounds(other.value))
            word = Part(told.claim.span, told.claim.text)
            yield set_beside("bound", other.claim, told.claim, "equal_slots", fits=fits, word=word)


def _may_be_exactly(exact: Statement, told: Statement) -> bool:
    """Whether a number may be the exact one of a rounder one: counted, of its noun and owner, near it, and of now."""
    counted = (
        "count" in exact.verb.senses or "exactly" in exact.around or (told.verb.verb is None and told.around & FOLLOWS)
    )
    if not counted or not OLD.isdisjoint(exact.cues | told.cues | exact.lead):
        return False
    if owners_agree(exact, told) is False or not of_one(exact, told):
        return False
    one, two = sorted((_number(exact.claim), _number(told.claim)))
    return one > 0 and one >= two * NEAR and _digits(exact) > _digits(told)


def _digits(each: Statement) -> int:
    """How many digits a number has before its zeros."""
    return len(_number(each.claim).normalize().as_tuple().digits)
