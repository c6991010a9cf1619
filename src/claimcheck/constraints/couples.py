"""The values that a size or a factor may speak of: which are in reach, which two are of one thing, which came first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from claimcheck.constraints.leading import (  # isort: skip
    LED, MOVED, WEAK, age, had, is_rank, is_ratio, is_vote, leading, leads, moves, opening,
)  # fmt: skip
from claimcheck.constraints.sizes import DEGREES, Size, sizes
from claimcheck.language.words import words_of
from claimcheck.languages.word_roles import COLON, COORDINATOR, OPEN
from claimcheck.model import Claim, Duration, Period
from claimcheck.statements.agreement import clash, of_two
from claimcheck.statements.dimension import TIMES, comparable, dimension, in_scale, ratio, whole
from claimcheck.statements.statement import PAUSE, Statement, Statements

ENDS = PAUSE | COORDINATOR
PART = frozenset({"of_which", "open"})
NAMED = frozenset({"label", "each", "all_of"})
HEDGED = frozenset({"over", "under", "up_to", "at_least"})
MOST, YEAR = 50, 370
BEHIND, CROWD = range(2), 14
"""So many words stand between a value and the time behind it; more numbers than that in a sentence are a table."""
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
        told = [self.statements.within(at) for at in self.reach(number, back, ahead)]
        if max(map(len, told)) > CROWD:
            return []  # a table
        return [each for some in told for each in some if self._is_value(each)]

    def reach(self, number: int, back: int, ahead: int) -> range:
        """A sentence and those around it in its paragraph."""
        first, last = self.statements.paragraph(number, back, ahead)
        return range(first, last + 1)

    def _is_value(self, statement: Statement) -> bool:
        if is_ratio(statement, self.words) or not _is_amount(statement):
            return False
        told = self.sizes(statement.sentence).get(statement)
        if (told is not None and not told.added) or self._stands_by(statement):
            return False
        if isinstance(statement.claim.value, Duration) and "place" in statement.lead and whole(statement.claim):
            return False  # "in two years" tells when
        return PART.isdisjoint(statement.lead) and leading(statement, NAMED) is None

    def _stands_by(self, statement: Statement) -> bool:
        return _is_counted_place(statement) or self._says_again(statement) or is_vote(statement)

    def _says_again(self, statement: Statement) -> bool:
        """Whether it stands in brackets right behind a size and only says it again: "by 25 points (a quarter)"."""
        opened = statement.first and statement.held.tokens[statement.first - 1].roles & OPEN
        sizes = self.sizes(statement.sentence)
        return bool(opened) and any(each.last == statement.first - 1 for each in sizes)

    def couples(self, values: Sequence[Statement]) -> list[Couple]:
        """Every two values that may be of one thing.

        Where no two are, those of two nouns of which one is told of an earlier time: writers vary the word.
        """
        pairs = [two for two in combinations(values, 2) if _alike(*two)]
        pairs = [two for two in pairs if HEDGED.isdisjoint(each.value.hedge for each in two)] or pairs
        found = [self.couple(*two) for two in pairs if _of_one(*two)]
        return found or self._varied(pairs)

    def _varied(self, pairs: Sequence[tuple[Statement, Statement]]) -> list[Couple]:
        varied = (self.couple(*two) for two in pairs if not of_two(*two))
        return [each for each in varied if self.surely(each)]

    def couple(self, one: Statement, two: Statement) -> Couple:
        """Two values with their order, where one is told; where words and dates differ about it, none is."""
        if from_to(one, two):
            return Couple(one, two, one if leads(one, "from_") else two)
        planned = [each for each in (one, two) if each.claim.modality in ("plan", "forecast")]
        if len(planned) == 1:
            return Couple(one, two, two if one in planned else one)
        return Couple(one, two, self._first(one, two))

    def _first(self, one: Statement, two: Statement) -> Statement | None:
        """The earlier of two values, by words that lead to it, else by dates and words that do not contradict."""
        first, second = self._age(one), self._age(two)
        by_words, other = (None, one) if first == second else (one, two) if first > second else (two, one)
        if abs(first - second) >= LED:
            return by_words
        by_date = self._first_by_date(one, two)
        if by_words is None or by_words is by_date:
            return by_date
        if self._is_before_now(by_words) and (by_date is not None or self._day(other) is not None):
            return by_date  # "240 in 2019. Last year 310": what is earlier than now may be later than the other
        return by_words if by_date is None else None

    def _is_before_now(self, statement: Statement) -> bool:
        """Whether a date of its own says that a value is of a time before the article's, and of none that was told."""
        words, (first, last) = self._words(statement), self._own(statement)
        times = (statement.held.token_at(each.span.start) for each in self.statements.times(statement.sentence))
        return "earlier" in words and "before_that" not in words and any(first <= at < last for at in times)

    def at_once(self, one: Statement, two: Statement) -> bool:
        """Whether two sentences tell the same day or year for two values, of which none is then the earlier."""
        day = self._day(one)
        return one.sentence != two.sentence and day is not None and day == self._day(two)

    def _first_by_date(self, one: Statement, two: Statement) -> Statement | None:
        before, after = self._day(one), self._day(two)
        return None if before is None or after is None or before == after else one if before < after else two

    def _age(self, statement: Statement) -> int:
        return age(statement, self._words(statement))

    def _words(self, statement: Statement) -> frozenset[str]:
        return statement.near.roles(*self._own(statement))

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
        return couple.old is not None and (None not in map(self._day, couple.both) or self.before_now(couple))

    def before_now(self, couple: Couple) -> bool:
        """Whether the old value is that of the time before, as far as words or two dates tell."""
        old = couple.old
        if old is None:
            return False
        if had(old) or leads(old, "instead") or self._words(old) & {"then", "earlier", "so_far"}:
            return True
        one, two = (self._day(each) for each in couple.both)
        return one is not None and two is not None and abs((one - two).days) <= YEAR

    def _day(self, statement: Statement) -> date | None:
        """The one day that is told for a value, but none still to come of what is past: it was that of another year."""
        first, last = self._own(statement)
        now = self.document.published if statement.verb.tense == "past" else None
        held, found = statement.held, set()
        for each in self.statements.times(statement.sentence):
            period = each.value
            if isinstance(period, Period) and period.start and first <= held.token_at(each.span.start) < last:
                found.add(period.start)
        day = found.pop() if len(found) == 1 else None
        return None if day is not None and now is not None and day > now else day

    def _own(self, statement: Statement) -> tuple[int, int]:
        """The words that belong to a value: its whole clause, or, beside others, as far as marks and numbers."""
        stretches, tokens = statement.verb.stretches, statement.held.tokens
        others = [each for each in self.statements.within(statement.sentence) if _beside(statement, each)]
        if not others:
            return opening(statement), stretches[-1][1]
        taken = {token for each in others for token in range(each.first, each.last)}
        free = range(stretches[0][0], stretches[-1][1])
        taken |= {at for at in free if tokens[at].roles & ENDS and not tokens[at].roles & COLON}
        taken.update(at for each in others for at in self._dated_behind(each))
        first = max((at + 1 for at in taken if free.start <= at < statement.first), default=free.start)
        last = min((at for at in taken if at >= statement.last), default=free.stop)
        return first, last

    def _dated_behind(self, statement: Statement) -> range:
        """The words of the time that stands right behind a value and is its own: "after 48,200 in the year before"."""
        held, last = statement.held, statement.last if statement.chunk is None else statement.chunk.last
        times = (each.span for each in self.statements.times(statement.sentence))
        ends = [held.token_at(each.end - 1) + 1 for each in times if held.token_at(each.start) - last in BEHIND]
        return range(last, min(ends, default=last))


def _beside(statement: Statement, other: Statement) -> bool:
    """Whether another number, and no length of time, stands in the clause of a value or in what interrupts it."""
    stretches = statement.verb.stretches
    inside = other.clause == statement.clause or stretches[0][0] <= other.first < stretches[-1][1]
    return other is not statement and inside and dimension(other.claim) not in TIMES


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
    if not comparable(one.claim, two.claim, rates=True) or (is_rank(one) and is_rank(two)):
        return False
    rated = first.per is None or second.per is None or first.per == second.per
    free = dimension(one.claim) == "percent" or first.unit in DEGREES
    return rated and (free or ratio(one.claim, two.claim) * MOST >= 1 or from_to(one, two))


def _is_counted_place(statement: Statement) -> bool:
    """Whether it counts where something happens: "fell by 7.8 percent in the 19 states of the euro"."""
    chunk = statement.chunk
    if chunk is None or chunk.preposition is None or statement.value.noun is None or statement.value.unit is not None:
        return False
    if not whole(statement.claim) or (leads(statement, "to") and moves(statement)):
        return False  # "schloss bei 4312,5 Punkten", "sank auf 468.000 Stück"
    return "where" in statement.near.roles(chunk.preposition, chunk.preposition + 1)


def _is_amount(statement: Statement) -> bool:
    """Whether it is above zero, or a temperature."""
    value = statement.value
    return value.number is not None and (value.number > 0 or value.unit in DEGREES)
