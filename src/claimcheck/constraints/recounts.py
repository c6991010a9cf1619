"""One count told again: those whom a definite noun takes up are as many as were counted before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from claimcheck.constraints.operands import amount, changed, counted, is_person, usable
from claimcheck.languages.word_roles import ADJECTIVE, CAPITAL, COMMA, NOUN, NUMBER, PARTICIPLE, PREPOSITION
from claimcheck.model.analysis import Chunk, Token
from claimcheck.model.comparison import Evidence
from claimcheck.model.figures import Again
from claimcheck.statements.agreement import UNREAL, of_two, one_noun, slipped, swapped
from claimcheck.statements.dimension import exact, ratio, whole
from claimcheck.statements.statement import Statement, Statements
from claimcheck.statements.words import joints

BACK = 3
"""So many sentences before it at most hold what a definite count takes up."""
LEAST = Decimal(2)
STEM = 5
HARM = frozenset({"dead", "hurt"})
PERSONS = HARM | {"member"}
NEAR = Decimal("0.7")
FEW = Decimal(4)
"""So many may be some of whom names were given, unless the sentence before counts them."""
LARGE = Decimal(1000)
YEARS = (1500, 2100)
EACH = frozenset({"each", "per_one"})
ADDED = frozenset({"added", "again", "others", "remaining", "of_which", "more", "less", "besides", "each", "per_one"})
"""Words that make a count one of others."""


def recounts(table: Statements) -> Iterator[Again]:
    """Every count with a definite noun beside the only count before it that can be of the same."""
    told = [each for number in table.numbered() for each in table.within(number) if _counts(each)]
    for at, each in enumerate(told):
        if _is_taken_up(table, each) and (found := _meant(told, at)) is not None:
            other, evidence = found
            if not is_narrowed(each) or _is_more(table, each, other):
                yield Again("count", each.claim, other.claim, "one count told again", evidence=evidence)


def _counts(each: Statement) -> bool:
    """Whether it is a plain number of things or people, told as a fact."""
    value = exact(each.claim)
    if value is None or value < LEAST or not whole(each.claim) or each.claim.type != "quantity" or _is_year(each):
        return False
    plain = each.value.unit in (None, "person") and usable(each) and not changed(each)
    return plain and not _is_label(each) and _is_there(each)


def _is_there(each: Statement) -> bool:
    """Whether those counted are told as a fact; of "none of the 42 passengers" they are, whatever is denied of them."""
    return each.claim.modality not in UNREAL or (each.claim.modality == "negated" and "of" in each.lead)


def _is_year(each: Statement) -> bool:
    """Whether it may be a year: "the bone found in 1860"."""
    return YEARS[0] <= (exact(each.claim) or 0) <= YEARS[1] and each.claim.text.isdigit()


def _is_label(each: Statement) -> bool:
    """Whether the number belongs to the noun right before it or the word behind it: "Pier 6", "a four-for-one deal"."""
    before = each.held.tokens[each.first - 1].roles if each.first else 0
    behind = each.held.tokens[each.last].text if each.last < len(each.held.tokens) else ""
    joined = "-" in each.held.tokens[each.first].text and each.held.ends[each.first] > each.claim.span.end
    return joined or behind == "-" or (counted(each) is None and bool(before & NOUN and before & CAPITAL))


def _is_taken_up(table: Statements, each: Statement) -> bool:
    """Whether those counted are known already: "all 46 guests", "the 46 guests", "their 46 letters"."""
    known = joints(table.article.document.language or "")
    if _noun(each) is None or known is None or not each.first or (ADDED | {"equals"}) & each.cues or _is_held(each):
        return False
    if "all_of" in each.touching:
        return True
    opening = each.verb.kind == "relative" and each.verb.first == each.first - 1  # "Uhl, der 12 Stimmen bekam"
    taking_up = known.definite | known.possessives.keys()
    return any(token.low in taking_up for token in _before(each)) and not opening


def _is_held(each: Statement) -> bool:
    """Whether what is counted only tells of another noun, whose the determiner is: "die 900 Gäste fassende Halle"."""
    noun, chunk = counted(each), each.chunk
    return noun is not None and chunk is not None and noun != each.held.tokens[chunk.head].text


def _before(each: Statement) -> Sequence[Token]:
    """The word or phrase right before the number: "der insgesamt 46", "keiner der 46"."""
    phrase = each.near.before(each.first)
    return each.held.tokens[each.first - 1 if phrase is None else phrase.first : each.first]


def is_narrowed(each: Statement) -> bool:
    """Whether words behind the noun pick some of more: "the 36 seats of the opposition", "the ten who came by bike"."""
    chunk, held = _counted_chunk(each), each.held
    last = each.last if chunk is None else chunk.last
    roles = held.tokens[last].roles if last < len(held.tokens) else 0
    if roles & PREPOSITION:
        return not _leads_number(each, last)
    begins = {last, last + bool(roles & COMMA)}
    opened = any(clause.first in begins and clause.kind == "relative" for clause in held.clauses)
    return opened or _is_done(each, last) or any(other.of and other.first == last for other in held.chunks)


def _leads_number(each: Statement, at: int) -> bool:
    """Whether the chunk there has a number: "values the nine works at 300,000 euros", "gave the nine each a tree"."""
    held = each.held
    led = held.chunk_at(held.tokens[at].span.start)
    numbers = led is not None and any(token.roles & NUMBER for token in held.tokens[led.first : led.last])
    return numbers or bool(each.near.roles(at, at + 1) & EACH)


def _is_more(table: Statements, each: Statement, other: Statement) -> bool:
    """Whether words that pick some of more are told of more, which they never make it, or of swapped digits.

    Not where they tell another time: "the 60 deals signed in the same three months of 2024".
    """
    timed = any(day.span.start >= each.claim.span.end for day in table.times(each.sentence))
    return not timed and (_is_swapped(each, other) or amount(each) > amount(other))


def _is_done(each: Statement, at: int) -> bool:
    """Whether a participle that is no part of the verb stands there: "the ten boats owned by the bank were insured"."""
    tokens = each.held.tokens
    return at < len(tokens) and bool(tokens[at].roles & PARTICIPLE) and at not in (each.verb.verb, each.verb.predicate)


def _meant(told: Sequence[Statement], at: int) -> tuple[Statement, Evidence] | None:
    """The count that is taken up, and why; None where there are several, or others make it up."""
    each = told[at]
    alike = [*_alike(each, told[:at])]
    equal = next((found for found in alike if _equal(each, found[0])), None)
    if equal is not None or len(alike) != 1:
        return equal
    again = any(_equal(each, other) for other in told if other is not each)
    return alike[0] if not again and _may_be(each, alike[0][0], told) else None


def _alike(each: Statement, before: Sequence[Statement]) -> Iterator[tuple[Statement, Evidence]]:
    """The counts soon before it that may be of the same, and why."""
    first = each.sentence - (BACK if amount(each) > FEW else 1)
    for other in before:
        if other.sentence >= first and _is_apart(each, other) and (why := _same(each, other)) is not None:
            yield other, why


def _is_turned(each: Statement, other: Statement) -> bool:
    """Whether two digits changed places."""
    one, two = exact(each.claim), exact(other.claim)
    return one is not None and two is not None and swapped(one, two)


def _equal(one: Statement, two: Statement) -> bool:
    return exact(one.claim) == exact(two.claim)


def _may_be(each: Statement, other: Statement, told: Sequence[Statement]) -> bool:
    """Whether a count that differs may still be of the same: it is near, and nothing lies between."""
    if (
        _made_up(each, told)
        or _grows(other, each, told)
        or (_told_apart(other, each) and amount(each) <= amount(other))
    ):
        return False
    return ratio(other.claim, each.claim) >= NEAR or _slips(each, other)


def _is_apart(each: Statement, other: Statement) -> bool:
    """Whether the other stands in a clause before it and is of nobody else."""
    two = each.claim.modality != "negated" and of_two(each, other)
    return other.place != each.place and not two and not ADDED & other.cues


def _same(each: Statement, other: Statement) -> Evidence | None:
    """Why both count the same: by one noun, by a word of one stem beside them, or all of them as people."""
    if one_noun(_noun(each) or "", counted(other) or other.noun or ""):
        return "anaphor"
    if _stems(_phrase(each)) & _stems(_clause(other)) or (each.concept and each.concept == other.concept):
        return "equal_slots"
    return "unique" if _are_all(each, other) or _slips(each, other) else None


def _are_all(each: Statement, other: Statement) -> bool:
    """Whether it is told of all people, and the other counts people: "all twelve of the injured"."""
    people = "all_of" in each.touching and _is_person(each) and _is_person(other)
    return people and each.cues & HARM <= other.cues & HARM


def _slips(each: Statement, other: Statement) -> bool:
    """Whether the one is the other with digits out of place, which two counts of two things hardly ever are."""
    one, two = exact(each.claim), exact(other.claim)
    if one is None or two is None or _is_sort(each, other):
        return False
    return swapped(one, two) or slipped(one, two)


def _is_swapped(each: Statement, other: Statement) -> bool:
    """Whether two digits changed places, which no part of a whole has for its number by chance."""
    return amount(each) >= LARGE and _is_turned(each, other)


def _is_sort(each: Statement, other: Statement) -> bool:
    """Whether both have nouns, of which only one is of people."""
    return bool(counted(each) and counted(other)) and _is_person(each) != _is_person(other)


def _is_person(each: Statement) -> bool:
    return is_person(each) or bool(PERSONS & each.cues)


def _noun(each: Statement) -> str | None:
    """What is counted: "12 of the injured" counts the injured."""
    chunk = _counted_chunk(each)
    return counted(each) or (None if chunk is None else each.held.tokens[chunk.head].text)


def _counted_chunk(each: Statement) -> Chunk | None:
    """The phrase of what is counted, which "all 12 of the injured" has behind the number."""
    if counted(each) is not None or "of" not in each.leaving or each.last + 1 >= len(each.held.tokens):
        return each.chunk
    return each.held.chunk_at(each.held.tokens[each.last + 1].span.start)


def _phrase(each: Statement) -> Iterable[str]:
    """The words of what is counted."""
    chunk = _counted_chunk(each)
    last = each.last if chunk is None else chunk.last
    return (token.low for token in each.held.tokens[each.last : last] if token.roles & (NOUN | ADJECTIVE))


def _clause(each: Statement) -> Iterable[str]:
    tokens = enumerate(each.held.tokens)
    return (token.low for at, token in tokens if each.verb.holds(at) and not token.roles & NUMBER)


def _stems(words: Iterable[str]) -> set[str]:
    return {word[:STEM] for word in words if len(word) >= STEM}


def _told_apart(one: Statement, two: Statement) -> bool:
    """Whether adjectives tell two groups apart: "the five older judges … the four younger judges", "the 5 largest"."""
    first, second = (_stems(_adjectives(each)) for each in (one, two))
    return bool(second) and second.isdisjoint(first | _stems(_clause(one))) and not _slips(one, two)


def _adjectives(each: Statement) -> Iterator[str]:
    chunk = _counted_chunk(each)
    head = each.last if chunk is None else chunk.head
    return (token.low for token in each.held.tokens[each.last : head])


def _made_up(each: Statement, told: Sequence[Statement]) -> bool:
    """Whether two other counts make this one together."""
    value = exact(each.claim)
    numbers = [exact(other.claim) or LEAST for other in told if other is not each][:30]
    return any(value in (one + two, abs(one - two)) for one, two in combinations(numbers, 2))


def _grows(other: Statement, each: Statement, told: Sequence[Statement]) -> bool:
    """Whether more are told of between the two."""
    between = (one for one in told if other.claim.span < one.claim.span < each.claim.span)
    return any(ADDED & one.cues for one in between)
