"""What speaks for two numbers of two articles being values of one thing."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from math import fsum

from claimcheck.link.across import scope
from claimcheck.link.across.align import Alignment, Pairing
from claimcheck.link.across.line import Number, clause_of, in_clause, window
from claimcheck.link.across.scope import date_slip, other_place
from claimcheck.link.across.value import LEAST, agrees, likeness, measure, same_unit, slip, stated, weight
from claimcheck.model import Measure, Period

AGREE = 0.45
ALIKE = 0.5
TELLING, SEVERAL = 0.75, 2
MASS, THIN = 7.0, 0.35
KEY, LASTS = 1.0, 45
STORY, ONLY, FIRST, FRESH = 0.35, 0.5, 0.9, 3
SPLITTING = frozenset(("earlier", "more", "part", "forecast", "average"))
SLIPS = {"magnitude": 0.9, "digits": 0.9, "close": 0.2, "far": -0.6}
GAPS = ((3, 0.0), (7, 0.4), (21, 0.8))
FAR_APART = 1.5
DATED = 0.2  # a date is told of the event, whenever the article appears
OTHER = 0.6
PASSAGE = 2
VOUCHED, VOUCHED_ALIKE = 0.5, 0.9
"""How much agreeing figures count, and how alike the sentences are that have them."""
TOLD_ALIKE, TELL = 0.7, 4.0
"""How alike the words around two numbers are that tell one thing alone, and what the words of their sentences weigh."""
BESIDE = tuple((here, there) for here in (-1, 0, 1) for there in (-1, 0, 1))


class Evidence:
    """Weighs the pairs of one alignment.

    `chosen` are the pairs, one to one. `stated` are the numbers of either article whose value the other states too.
    The weights are our own, set on labelled pairs of news sentences so that a conflict is rather missed than invented.
    """

    def __init__(self, alignment: Alignment) -> None:
        self.alignment = alignment
        self.chosen = alignment.one_to_one()
        self.days = alignment.days
        self.stated: tuple[set[int], set[int]] = (set(), set())
        self._vouching: dict[tuple[int, int], list[Pairing]] = {}
        for each in self.chosen:
            if each.agrees and each.score >= AGREE:
                self._vouching.setdefault((each.one.line.id, each.two.line.id), []).append(each)
        for each in alignment.pairings:
            if each.agrees and _tells_one(each):
                self.stated[0].add(each.one.id)
                self.stated[1].add(each.two.id)

    @cached_property
    def one_story(self) -> bool:
        """Whether the articles tell one story: by their names, or as they share several telling figures."""
        if self.alignment.told:
            return True
        shared = [each for each in self.chosen if each.agrees and each.near + each.sentence >= ALIKE]
        return self.days <= LASTS and sum(weight(each.one) >= TELLING for each in shared) >= SEVERAL

    def proof(self, each: Pairing) -> float:
        """How much speaks for one thing: likeness of words, agreeing neighbours, a shared key, a slip of the pen."""
        one, two = each.one, each.two
        dated = isinstance(one.claim.value, Period)
        vouchers, context, slipped = self.vouchers(each), self.context(each), _slip(each)
        mass = min(self.shared(each) / MASS, 1.0)
        passage = self.passage(each) if slipped > 0 and self.alignment.told else 0.0
        thin = mass < THIN and context < THIN and not (vouchers or each.only or each.first or passage)
        return fsum(
            (
                0.8 * each.near,
                0.5 * each.sentence,
                0.9 * each.near * each.sentence * mass,
                (0.55 if dated else 0.35) * vouchers,
                0.25 * context,
                passage,
                bool(each.noun) * 0.25,
                self.one_story * STORY,
                each.first * FIRST,
                each.only * (ONLY if self.days <= FRESH else ONLY / 2),
                date_slip(one, two),
                KEY if self.same_key(each) else -gap(self.days) * (DATED if dated else 1.0),
                self._of_places(each),
                thin * -0.3,
                self._other_matter(each, slipped, vouchers) * -0.6,
                bool(scope.other_marks(one, two) & SPLITTING) * -0.4,
                slipped,
            )
        )

    def _of_places(self, each: Pairing) -> float:
        """What it adds that both are placed alike, or takes that they are placed apart."""
        other = other_place(each.one, each.two)
        if other is None:
            return 0.0
        if not other:
            return 0.15
        return -0.2 if self.alignment.told else -0.6

    def _other_matter(self, each: Pairing, slipped: float, vouchers: float) -> bool:
        """Whether the nouns around the numbers are others, and nothing else says that both are of one thing."""
        if isinstance(each.one.claim.value, Period):
            return False
        spared = each.noun or each.first or slipped > 0 if self.one_story else vouchers
        return not spared and other_matter(self.alignment, each) >= OTHER

    def same_key(self, each: Pairing) -> bool:
        """Whether both state what they measure, of one subject, near enough in time."""
        return self.days <= LASTS and scope.same_key(each.one, each.two)

    def is_licensed(self, each: Pairing) -> bool:
        """Whether two values that differ by no slip of the pen are of one thing, and not only of one noun or unit.

        Both articles open with them, or state one measure of one subject; or their sentences are alike with other
        figures that agree, or nearly the same, on one day or with no time told. Else each may be of another thing of
        its kind, or of another day of a series; what stands in no clause is one of a list.
        """
        if other_place(each.one, each.two) or _is_far(each) or _is_least(each.one) != _is_least(each.two):
            return False
        return each.first or self.same_key(each) or self._told_alike(each)

    def _told_alike(self, each: Pairing) -> bool:
        """Whether the clauses of two values tell that they are of one thing."""
        if not (in_clause(each.one) and in_clause(each.two)):
            return False
        if self.vouchers(each) >= VOUCHED and each.near + each.sentence >= VOUCHED_ALIKE:
            return True
        alike = each.near >= TOLD_ALIKE and each.sentence >= ALIKE and self.shared(each) >= TELL
        return alike and not (self.days and (_is_timed(each.one) or _is_timed(each.two)))

    def vouchers(self, each: Pairing) -> float:
        """How many other numbers of the sentences agree, telling ones counting more; less for the sentences beside."""
        i, j = each.one.line.id, each.two.line.id
        found = 0.0
        for here, there in BESIDE:
            for other in self._vouching.get((i + here, j + there), ()):
                if other.one is not each.one and other.two is not each.two:
                    found += min(0.4 + 0.6 * weight(other.one), 1.2) * (0.4 if here or there else 1.0)
        return min(found, 2.0)

    def passage(self, each: Pairing) -> float:
        """What other telling values of the sentences around both numbers add, as either passage states them."""
        mine, yours = (
            [
                other
                for line in number.line.page.lines[max(0, number.line.id - PASSAGE) : number.line.id + PASSAGE + 1]
                for other in line.numbers
                if other is not number and weight(other) >= 1.0
            ]
            for number in (each.one, each.two)
        )
        shared = {stated(a) for a in mine for b in yours if same_unit(a, b) and agrees(a, b)}
        return min(0.4 * len(shared), 0.8)

    def shared(self, each: Pairing) -> float:
        """The weight of the words both sentences have."""
        return sum(self.alignment.base[key] for key in sorted(each.one.line.keys & each.two.line.keys))

    def context(self, each: Pairing) -> float:
        """How alike the sentences before or behind are."""
        i, j = each.one.line.id, each.two.line.id
        return max(self.alignment.sentences.get((i + step, j + step), 0.0) for step in (-1, 1))

    def reason(self, each: Pairing) -> str:
        """In plain words, why the two are taken to speak of one thing."""
        reasons = ["sentences alike" if each.near + each.sentence >= 1.0 else "sentences of the same matter"]
        if self.vouchers(each):
            reasons.append("other figures beside them agree")
        if self.same_key(each):
            reasons.append("the same measure of the same subject")
        if other_place(each.one, each.two) is False:
            reasons.append("the same place")
        if each.noun:
            reasons.append("the same thing counted")
        return ", ".join(reasons)


def _is_timed(number: Number) -> bool:
    """Whether its sentence tells of a time, the next of which may have another value: "It closed at 40 on Monday"."""
    clause = clause_of(number)
    past = clause is not None and clause.tense != "present"
    return past or any(isinstance(each.claim.value, Period) for each in number.line.numbers)


def _is_far(each: Pairing) -> bool:
    """Whether the one value is a multiple of the other."""
    mine, yours = measure(each.one), measure(each.two)
    return mine is not None and yours is not None and likeness(mine, yours) == "far"


def _is_least(number: Number) -> bool:
    """Whether it is told as a least, which who knows no more gives for any other."""
    value = measure(number)
    return value is not None and value.hedge in LEAST


def _slip(each: Pairing) -> float:
    """What it adds that two values differ like a slip of the pen, and takes that they are far apart.

    "Two" and "2,000" are alike by chance.
    """
    mine, yours = measure(each.one), measure(each.two)
    if mine is None or yours is None:
        return 0.0
    like = likeness(mine, yours)
    few = min(weight(each.one), weight(each.two)) < TELLING
    chance = like == "magnitude" and not slip(each.one, each.two) and (few or not each.noun)
    return 0.0 if chance else SLIPS.get(like, 0.0)


def gap(days: int) -> float:
    """How much the days between two articles speak against one state of affairs."""
    return next((cost for most, cost in GAPS if days <= most), FAR_APART)


def _tells_one(each: Pairing) -> bool:
    """Whether two equal values, no small ones, are told of one noun, or alike where there is none."""
    of_one = each.noun or (each.noun is None and each.near + each.sentence >= ALIKE)
    return bool(of_one) and weight(each.one) > 0.3 and _in_words(each.one) == _in_words(each.two)


def _in_words(number: Number) -> bool:
    """Whether a share is told as a fraction in words, which is loose."""
    value = measure(number)
    return value is not None and value.fraction is not None


def other_matter(alignment: Alignment, pairing: Pairing) -> float:
    """How much of the nouns around both numbers stands in the one where others stand in the other, from 0 to 1."""
    mine, yours = _nouns(pairing.one), _nouns(pairing.two)
    weights = alignment.weights
    apart = min(sum(weights[key] for key in sorted(mine - yours)), sum(weights[key] for key in sorted(yours - mine)))
    both = sum(weights[key] for key in sorted(mine & yours))
    return apart / (apart + both + 1e-9)


def _nouns(number: Number) -> frozenset[str]:
    before, behind = window(number, 5)
    page = number.line.page
    return frozenset(
        word.key
        for word in (*before, *behind)
        if (word.capital or word.name or word.key.startswith("@")) and not page.speaks(word.start)
    )


def within_bound(one: Number, two: Number) -> bool:
    """Whether the one is told as a least or a most, and the other lies beyond it, though no more than twice as far.

    Who writes "more than 200" may know of 276; and may be the more exact of two who both mean 16.
    """
    mine, yours = measure(one), measure(two)
    if mine is None or yours is None or mine.number is None or yours.number is None or mine.hedge == yours.hedge:
        return False
    return _meets_bound(mine, yours.number) or _meets_bound(yours, mine.number)


def _meets_bound(value: Measure, other: Decimal) -> bool:
    bound = value.number or Decimal(0)
    if value.hedge in LEAST:
        return bound <= other <= 2 * bound
    return value.hedge == "up_to" and other <= bound <= 2 * other
