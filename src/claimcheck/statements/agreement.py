"""Whether two statements may be about one thing, slot by slot, and how they are tied to each other.

Every slot agrees, contradicts or is unknown. What contradicts is a veto; what is unknown is enough within one
construction and never across a full stop.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal, getcontext

from claimcheck.model import Document
from claimcheck.model.comparison import EVIDENCE_FROM_TEXT, Evidence, Slot
from claimcheck.statements.concepts import stem, table
from claimcheck.statements.dimension import comparable
from claimcheck.statements.evidence import joint
from claimcheck.statements.statement import Statement
from claimcheck.statements.words import alike

UNREAL = frozenset({"possibility", "condition", "question", "negated"})
GAINS, LOSSES = frozenset({"profit", "operating_profit"}), frozenset({"loss", "damage"})
TELLING = 3
"""So many digits tell one number from another."""
MOST_PLACES = 9
"""So far a point moves: from a thousand to a trillion."""
Agreement = bool | None
"""True where two slots agree, False where they contradict, None where one of them is unknown."""


def nouns_agree(one: Statement, two: Statement) -> Agreement:
    """Whether both are numbers of one thing: one concept, one noun, or nouns of which the one is part of the other."""
    if one.concept and two.concept:
        return one.concept == two.concept or _within(one.concept, two.concept) or _within(two.concept, one.concept)
    if one.noun and two.noun:
        return one_noun(one.noun, two.noun)
    return None


def one_noun(one: str, two: str) -> bool:
    """Whether two nouns are forms of one word, or the one ends in the other: "Mietwohnungen" and "Wohnung"."""
    return alike(one, two) or _compound(one, two)


def _within(part: str, whole: str) -> bool:
    return whole in table()[part].get("part_of", ())


def _compound(one: str, two: str) -> bool:
    """Whether the one noun ends in the other: "Freilandunfälle" and "Unfälle"."""
    short, long = sorted((stem(one), stem(two)), key=len)
    return len(short) >= 4 and long.endswith(short)


def owners_agree(one: Statement, two: Statement) -> Agreement:
    """Whether both are told of the same one: by entity, else by name or noun."""
    first, second = one.owner, two.owner
    if first is None or second is None:
        return None
    if first.entity and second.entity:
        return first.entity == second.entity
    a, b = first.text.lower(), second.text.lower()
    return a in b or b in a or alike(first.text, second.text)


def statuses_agree(one: Statement, two: Statement) -> Agreement:
    """Whether both are told as facts or both are not; a plan may be set beside a fact within one construction."""
    first, second = one.claim.modality, two.claim.modality
    if first == second:
        return True
    return False if {first, second} & UNREAL else None


def clash(one: Statement, two: Statement) -> bool:
    """Whether the text calls two numbers numbers of two things, each by a noun of its own."""
    if alike(one.noun, two.noun) or nouns_agree(one, two) is not False:
        return False
    if one.place != two.place and _is_noun_of(one) and _is_noun_of(two):
        return True
    return not (_is_guess(one) or _is_guess(two))


def _is_noun_of(statement: Statement) -> bool:
    """Whether a number with a unit is told as that of a noun in its sentence that is nobody's name."""
    about, owner = statement.claim.about, statement.owner
    if statement.value.unit is None or about is None or about.measure is None:
        return False
    measure, span = about.measure.text, about.measure.span
    named = owner is not None and measure in owner.text
    return not named and statement.held.span.covers(span) and measure in statement.words(span)


def of_two(one: Statement, two: Statement) -> bool:
    """Whether two numbers are told of two who are called by name, or the one as a fact and the other as none; a loss
    is no value of a gain.
    """
    if statuses_agree(one, two) is False or are_gain_and_loss(one, two):
        return True
    named = all(each.owner is not None and each.owner.entity for each in (one, two))
    return named and owners_agree(one, two) is False


def are_gain_and_loss(one: Statement, two: Statement) -> bool:
    """Whether the one number is a profit and the other a loss, which lies on the other side of zero."""
    return any(a.concept in GAINS and b.concept in LOSSES for a, b in ((one, two), (two, one)))


def _is_guess(statement: Statement) -> bool:
    """Whether what a number is a number of is only read from a verb, or the number stands without a noun of its own."""
    value, about = statement.value, statement.claim.about
    if value.noun is not None and value.unit in (None, "person"):
        return False
    if value.unit is None or about is None or about.measure is None or about.measure.kind is None:
        return True
    span = about.measure.span
    return not statement.held.span.covers(span) or about.measure.text not in statement.words(span)


def contradiction(
    one: Statement, two: Statement, slots: Sequence[Slot] = ("unit", "noun", "subject", "status")
) -> Slot | None:
    """The first of the slots in which the two contradict; None where nothing speaks against comparing them."""
    for slot in slots:
        if slot == "unit" and not comparable(one.claim, two.claim):
            return slot
        if slot == "noun" and nouns_agree(one, two) is False:
            return slot
        if slot == "subject" and owners_agree(one, two) is False:
            return slot
        if slot == "status" and statuses_agree(one, two) is False:
            return slot
    return None


def tie(document: Document, one: Statement, two: Statement) -> Evidence | None:
    """What joins two statements, in either order of the text; None where they only stand near each other."""
    first, second = sorted((one, two), key=lambda each: each.claim.span)
    evidence, slot = joint(document, first.stand, second.stand)
    if evidence != "nearness" and slot is None:
        return evidence
    same = nouns_agree(one, two) and owners_agree(one, two)
    return "equal_slots" if same else None


def weakest(found: Sequence[Evidence]) -> Evidence:
    """The weakest of several pieces of evidence."""
    return max(found, key=EVIDENCE_FROM_TEXT.index)


def slipped(stated: Decimal, right: Decimal) -> bool:
    """Whether a number is what a slip of the pen makes of another: two digits changed places, one is another digit,
    one too few or too many, or the point moved. What is right is rounded as far as what is stated is.

    Only where one of them has three digits that count: two short ones are so alike by chance.
    """
    one, two = _digits(stated), _digits(right)
    if stated == right or max(len(one), len(two)) < TELLING or min(len(one), len(two)) < TELLING - 1:
        return False
    if abs(stated.adjusted() - right.adjusted()) > MOST_PLACES:
        return False
    right = _as_fine(abs(right), abs(stated))
    return one == two or digit_off(*_aligned(abs(stated), right))


def _as_fine(right: Decimal, stated: Decimal) -> Decimal:
    """The number rounded to the last digit that the other shows, unless nothing would be left of it."""
    last = stated.as_tuple().exponent
    if not isinstance(last, int) or not 1 < right.adjusted() - last < getcontext().prec:
        return right
    return right.quantize(Decimal((0, (1,), last)), ROUND_HALF_UP)


def _aligned(one: Decimal, two: Decimal) -> tuple[str, str]:
    """Both as whole numbers of the finer last place of the two."""
    last = min(int(each.normalize().as_tuple().exponent) for each in (one, two))
    first, second = (str(int(each.scaleb(-last))) for each in (one, two))
    return first, second


def digit_off(one: str, two: str) -> bool:
    """Whether one digit of a number is another, missing or too many, or two neighbours have changed places."""
    if one == two:
        return False
    if len(one) != len(two):
        return _one_more(*sorted((one, two), key=len))
    return sum(a != b for a, b in zip(one, two, strict=True)) < 2 or _neighbours_changed(one, two)


def slip(stated: int, real: int) -> bool:
    """Whether a number is what a slip of the pen makes of another: one digit is another, or two changed places.

    Of two single digits that is no more than chance, so they must be near.
    """
    one, two = str(stated), str(real)
    if stated == real or len(one) != len(two):
        return False
    if len(one) == 1:
        return max(stated, real) < 2 * min(stated, real)
    return digit_off(one, two)


def swapped(stated: Decimal, right: Decimal) -> bool:
    """Whether two digits that stand side by side changed places."""
    return stated.adjusted() == right.adjusted() and _neighbours_changed(_digits(stated), _digits(right))


def _neighbours_changed(one: str, two: str) -> bool:
    apart = [at for at in range(len(one)) if one[at] != two[at]] if len(one) == len(two) else []
    if len(apart) != 2:
        return False
    first, second = apart
    return second == first + 1 and one[first] + one[second] == two[second] + two[first]


def _one_more(short: str, long: str) -> bool:
    return len(long) == len(short) + 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _digits(number: Decimal) -> str:
    """The digits that count: no zeros in front or behind."""
    return "".join(map(str, abs(number).normalize().as_tuple().digits))
