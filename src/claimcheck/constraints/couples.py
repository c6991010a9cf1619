"""The values that a size or a factor may speak of: which are in reach, which two are of one thing, which came first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from claimcheck.constraints.leading import leads
from claimcheck.constraints.ratios import is_ratio
from claimcheck.constraints.sizes import MOVED, Size, sizes
from claimcheck.language.words import words_of
from claimcheck.languages.word_roles import BE, BECOME, COLON, COORDINATOR, PARTICIPLE
from claimcheck.model import Claim, Duration, Period
from claimcheck.statements.agreement import clash, of_two
from claimcheck.statements.dimension import TIMES, UNSTATED, comparable, dimension, in_scale, ratio, whole
from claimcheck.statements.statement import PAUSE, Statement, Statements

LEADS_OLD = frozenset({"from_", "instead", "baseline", "than", "as_many"})
BREAK = "\n\n"
ENDS = PAUSE | COORDINATOR
PART = frozenset({"of_which", "open", "label", "each"})
OPEN = frozenset({"over", "under", "up_to", "at_least"})
MOST, WEAK, LED, YEAR = 50, 2, 4, 370
CROWD = 14
"""More numbers than that in one sentence are a table."""
BACK, FAR, AHEAD = 1, 2, 1
"""How many sentences before and behind a size its values stand; further back where it points to what was told."""


class Couple(NamedTuple):
    """Two values of one thing in the order of the text; `old` is the earlier one, where words or dates tell."""

    one: Statement
    two: Statement
    old: Statement | None

    @property
    def both(self) -> tuple[Statement, Statement]:
        """The two."""
        return self.one, self.two

    @property
    def shares(self) -> bool:
        """Whether the two are told in percent."""
        return dimension(self.one.claim) == "percent"

    def within(self, sentence: int) -> bool:
        """Whether both stand in a sentence."""
        return self.one.sentence == self.two.sentence == sentence

    @property
    def orders(self) -> Iterator[tuple[Claim, Claim]]:
        """Old and new value, both ways round where nothing tells which is which."""
        one, two = self.one.claim, self.two.claim
        if self.old is not self.two:
            yield in_scale(one, two), two
        if self.old is not self.one:
            yield in_scale(two, one), one


class Values:
    """The values of an article, for one change after the other."""

    def __init__(self, statements: Statements) -> None:
        self.statements = statements
        self.document = statements.article.document
        words = words_of(statements.article.document.language or "")
        assert words is not None
        self.words = words
        self._sizes: dict[int, dict[Statement, Size]] = {}

    def sizes(self, number: int) -> dict[Statement, Size]:
        """The sizes of changes in one sentence."""
        if number not in self._sizes:
            told = self.statements.within(number)
            self._sizes[number] = sizes(told, self.words) if len(told) <= CROWD else {}
        return self._sizes[number]

    def near(self, number: int, *, back: int, ahead: int = AHEAD) -> list[Statement]:
        """The values of a sentence and of those around it in one paragraph."""
        first, last = self._paragraph(number, back, ahead)
        told = [self.statements.within(at) for at in range(first, last + 1)]
        if max(map(len, told)) > CROWD:
            return []  # a table
        return [each for some in told for each in some if self._is_value(each)]

    def _paragraph(self, number: int, back: int, ahead: int) -> tuple[int, int]:
        spans, prose = self.statements.analysis.spans, self.statements.article.document.prose
        first = last = number
        while first > max(0, number - back) and "\n\n" not in prose[spans[first - 1].end : spans[first].start]:
            first -= 1
        while (
            last < min(len(spans) - 1, number + ahead) and "\n\n" not in prose[spans[last].end : spans[last + 1].start]
        ):
            last += 1
        return first, last

    def _is_value(self, statement: Statement) -> bool:
        value = statement.value
        if value.number is None or value.number <= 0 or is_ratio(statement, self.words):
            return False
        told = self.sizes(statement.sentence).get(statement)
        if told is not None and not told.added:
            return False
        if isinstance(statement.claim.value, Duration) and "place" in statement.lead and whole(statement.claim):
            return False  # "in two years" tells when
        return PART.isdisjoint(statement.lead)

    def couples(self, values: Sequence[Statement]) -> list[Couple]:
        """Every two values that may be of one thing.

        Where no two are, those of two nouns of which one is told of an earlier time: writers vary the word.
        """
        pairs = [two for two in combinations(values, 2) if _alike(*two)]
        pairs = [two for two in pairs if OPEN.isdisjoint(each.value.hedge for each in two)] or pairs
        found = [self.couple(*two) for two in pairs if _of_one(*two)]
        return found or self._varied(pairs)

    def _varied(self, pairs: Sequence[tuple[Statement, Statement]]) -> list[Couple]:
        varied = (self.couple(*two) for two in pairs if not of_two(*two))
        return [each for each in varied if self.surely(each)]

    def couple(self, one: Statement, two: Statement) -> Couple:
        """Two values with their order, where one is told."""
        if from_to(one, two):
            return Couple(one, two, one if leads(one, "from_") else two)
        first, second = self._age(one), self._age(two)
        before, after = self._day(one), self._day(two)
        if abs(first - second) <= WEAK and before is not None and after is not None and before != after:
            return Couple(one, two, one if before < after else two)
        return Couple(one, two, None if first == second else one if first > second else two)

    def _age(self, statement: Statement) -> int:
        """How clearly the words around a value say that it is the earlier one; below zero the later one."""
        if _led_as_old(statement):
            return LED
        around = statement.near.roles(*self._own(statement))
        if around & {"than", "as_many"} and _opening(statement) < statement.verb.first:
            return LED  # "more than in May, when there were 40"
        if _moves(statement) and leads(statement, "to"):
            return -WEAK
        age = 3 * ("then" in around) - WEAK * ("now" in around)
        return age + (2 if _had(statement) else 0) + _still(statement, around)

    def strictly(self, couple: Couple) -> bool:
        """Whether a preposition leads to the old value and no other value of the kind stands between the two."""
        if couple.old is None or self._age(couple.old) < LED:
            return False
        between = (
            each
            for each in self.near(couple.one.sentence, back=0, ahead=0)
            if couple.one.first < each.first < couple.two.first
        )
        return not any(comparable(each.claim, couple.old.claim) for each in between)

    def surely(self, couple: Couple, least: int = WEAK + 1) -> bool:
        """Whether more than a weak mark tells which of two values came first; `least`: how strong it must be."""
        if couple.old is None:
            return False
        return self.dated(couple) or abs(self._age(couple.one) - self._age(couple.two)) >= least

    def new_of(self, size: Statement) -> Statement | None:
        """The new value right behind a size in its clause: "by 93 percent to 0.5 million"."""
        mine = self.statements.within(size.sentence)
        at = mine.index(size) + 1
        if at >= len(mine) or mine[at].clause != size.clause or not leads(mine[at], "to"):
            return None
        between = size.held.tokens[size.last : mine[at].first]
        return None if any(each.roles & PAUSE for each in between) else mine[at]

    def follows(self, couple: Couple) -> bool:
        """Whether words such as "thus" say that a value follows from what was told."""
        return any({"thereby", "follows"} & each.near.roles(each.verb.first, each.first) for each in couple.both)

    def told(self, couple: Couple) -> bool:
        """Whether the two values have a verb of change of their own, so that no word of another sentence is needed."""
        return couple.one.place == couple.two.place and not MOVED.isdisjoint(couple.one.verb.senses)

    def dated(self, couple: Couple) -> bool:
        """Whether words or dates, and not only prepositions, tell when the old value held."""
        return couple.old is not None and (self._day(couple.old) is not None or self.before_now(couple))

    def before_now(self, couple: Couple) -> bool:
        """Whether the old value is that of the time before, as far as words or two dates tell."""
        old = couple.old
        if old is None:
            return False
        if _had(old) or old.near.roles(*self._own(old)) & {"then", "earlier"}:
            return True
        one, two = (self._day(each) for each in couple.both)
        return one is not None and two is not None and abs((one - two).days) <= YEAR

    def _day(self, statement: Statement) -> date | None:
        """The one day that is told for a value."""
        first, last = self._own(statement)
        held, found = statement.held, set()
        for each in self.statements.times(statement.sentence):
            period = each.value
            if isinstance(period, Period) and period.start and first <= held.token_at(each.span.start) < last:
                found.add(period.start)
        return found.pop() if len(found) == 1 else None

    def _own(self, statement: Statement) -> tuple[int, int]:
        """The words that belong to a value: its whole clause, or, beside others, as far as marks and numbers."""
        stretches, tokens = statement.verb.stretches, statement.held.tokens
        others = [each for each in self.statements.within(statement.sentence) if _beside(statement, each)]
        if not others:
            return _opening(statement), stretches[-1][1]
        taken = {token for each in others for token in range(each.first, each.last)}
        free = range(stretches[0][0], stretches[-1][1])
        taken |= {at for at in free if tokens[at].roles & ENDS and not tokens[at].roles & COLON}
        first = max((at + 1 for at in taken if free.start <= at < statement.first), default=free.start)
        last = min((at for at in taken if at >= statement.last), default=free.stop)
        return first, last


def _led_as_old(statement: Statement) -> bool:
    """Whether a preposition leads to the earlier value: "from 40", "against 40", "after 40 cases"."""
    if leads(statement, "to"):
        return False
    told = set(LEADS_OLD)
    if dimension(statement.claim) not in {UNSTATED, *TIMES}:
        told.add("after")
    if leads(statement, "amount_of") and not _moves(statement):
        told.discard("from_")  # "ein Anteil von 30 Prozent"
    return any(leads(statement, each) for each in told)


def _moves(statement: Statement) -> bool:
    """Whether the clause tells of a change."""
    return not (MOVED.isdisjoint(statement.verb.senses) and {"rise", "fall", "became"}.isdisjoint(statement.around))


def _beside(statement: Statement, other: Statement) -> bool:
    """Whether another number, and no length of time, stands in the clause of a value."""
    return other is not statement and other.clause == statement.clause and dimension(other.claim) not in TIMES


def _opening(statement: Statement) -> int:
    """Where the words of a clause begin: with the phrase it hangs on, if it is a dependent one."""
    first, held = statement.verb.first, statement.held
    if statement.verb.kind not in ("relative", "subordinate") or first < 2:
        return first
    chunk = held.chunk_at(held.tokens[first - 2].span.start)
    if chunk is None:
        return first
    cue = statement.near.before(chunk.first) or statement.near.over(chunk.first)
    return chunk.first if cue is None or LEADS_OLD.isdisjoint(cue.roles) else cue.first


def from_to(one: Statement, two: Statement) -> bool:
    """Whether one clause leads from the one value to the other."""
    if one.place != two.place:
        return False
    told = [(leads(each, "from_"), leads(each, "to")) for each in (one, two)]
    return told in ([(True, False), (False, True)], [(False, True), (True, False)])


def _of_one(one: Statement, two: Statement) -> bool:
    """Whether nothing in the text speaks against two numbers being of one thing."""
    return _led(one, two) or not (clash(one, two) or of_two(one, two))


def _led(one: Statement, two: Statement) -> bool:
    """Whether "from" and "to" join two numbers whose nouns say nothing against it."""
    return from_to(one, two) and (dimension(one.claim) != "" or not clash(one, two))


def _alike(one: Statement, two: Statement) -> bool:
    """Whether two numbers are of one kind and size; "per hour" may be said once for both."""
    first, second = one.value, two.value
    if not comparable(one.claim, two.claim, rates=True):
        return False
    rated = first.per is None or second.per is None or first.per == second.per
    return rated and (dimension(one.claim) == "percent" or ratio(one.claim, two.claim) * MOST >= 1 or from_to(one, two))


def _still(statement: Statement, around: frozenset[str]) -> int:
    """Whether "noch" or "last year" marks a value of which a past tense tells; "are still 40" is of now."""
    past = statement.verb.tense != "present" or "had" in around
    return int("earlier" in around and "then" not in around and past)


def _had(statement: Statement) -> bool:
    """Whether the clause tells what had been before: "had been 14", "hatten 6600 gefunden", "waren es 5200 gewesen"."""
    clause, tokens = statement.verb, statement.held.tokens
    if clause.verb is None or "had" not in statement.near.roles(clause.verb, clause.verb + 1):
        return False
    inside = (tokens[at].roles for first, last in clause.stretches for at in range(first, last))
    return clause.tense == "perfect" or any(roles & PARTICIPLE and roles & (BE | BECOME) for roles in inside)
