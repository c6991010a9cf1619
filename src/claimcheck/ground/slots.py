"""What is said of a number beside its size: in what unit of time, when, and whether it is so, planned or wanted.

A slot speaks against a number of a source only where both texts state it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from claimcheck.ground.dates import GRAINS, rival, standing
from claimcheck.ground.figures import Number
from claimcheck.ground.mood import is_loose, is_supposed, is_wanted
from claimcheck.ground.sentences import direction, part_of
from claimcheck.ground.text import Text
from claimcheck.ground.values import OVER, UNDER
from claimcheck.ground.words import DOWN, UP
from claimcheck.languages.word_roles import MODAL
from claimcheck.model import Period, Span
from claimcheck.model.analysis import Clause, Sentence
from claimcheck.model.report import Reason
from claimcheck.statements.phrases import known_of

PERIODS = {f"per:{each}": each for each in ("year", "month", "week", "day", "hour")}
WISHES = frozenset({"demand", "plan", "expect", "offer"})
RISING, FALLING = frozenset({"rise", "more", "up"}), frozenset({"fall", "less"})
COMPARED = frozenset({"then", "than"})
STATES = frozenset({"total", "own", "live", "work", "employ", "cost", "use"})
CHANGES = frozenset({"rise", "raise", "fall", "lower"})
MOST_KEPT = 2000


class Told(NamedTuple):
    """What is said of one number: unit of time, "least" or "most", times, whether up or down, how it is meant.

    `loose` says that it is only demanded or thought of, `later` that it is told for a time to come, `real` that it
    is told as a fact, `now` as a level of today, `state` by a verb that tells no plan, `aim` that it is what something
    is to be changed to; `verb` is the stem of its verb, for a source None where something else makes it no fact.
    """

    unit: str | None
    bound: str | None
    times: Sequence[Period]
    way: int
    wanted: bool
    loose: bool
    later: bool
    real: bool
    state: bool
    settled: bool
    now: bool
    aim: bool
    verb: str | None


class Slots:
    """What is said of the numbers of one text, each read once."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self._known: dict[int, Told] = {}

    def of(self, number: Number) -> Told:
        """What is said of a number of the text."""
        if number.at not in self._known:
            self._known[number.at] = _told(self.text, number)
        return self._known[number.at]


def contradicted_slot(ours: Told, theirs: Told) -> Reason | None:
    """The slot in which a number of a source of the same size is not the draft's; None where none speaks against it."""
    if ours.unit and theirs.unit and ours.unit != theirs.unit:
        return "unit"
    if {ours.bound, theirs.bound} == {"least", "most"}:
        return "hedge"
    if _apart(ours.times, theirs.times):
        return "date"
    if {ours.way, theirs.way} == {UP, DOWN}:
        return "opposite"
    return "status" if _loose(ours, theirs) else None


def _loose(ours: Told, theirs: Told) -> bool:
    """Whether the draft tells as a fact what the source does not, and not by the same verb: "expects 40"."""
    if not theirs.wanted or (ours.verb is not None and ours.verb == theirs.verb):
        return False
    return ours.settled or (theirs.aim and ours.now) or (theirs.loose and ours.real) or (theirs.later and ours.state)


def _told(text: Text, number: Number) -> Told:
    sentence, clause = _clause(text, number)
    aim, times, loose = part_of(text, number.at) == "to", _times(text, number), is_loose(text, sentence, clause)
    wanted = loose or is_wanted(text, sentence, clause)
    fact = not (wanted or clause.negated or clause.kind == "infinitive")
    level = fact and not aim and _is_level(clause)
    settled = fact and (clause.tense in ("past", "perfect") or _is_over(text, number, times))
    return Told(
        _unit(text, number),
        _bound(text, number),
        times,
        _way(text, number),
        wanted,
        loose,
        _is_to_come(text, times),
        _is_real(text, sentence, clause, number.sentence),
        level and not times and _is_state(text, sentence, clause),
        settled,
        level,
        aim,
        _verb(text, sentence, clause),
    )


def _is_level(clause: Clause) -> bool:
    return clause.tense == "present" and CHANGES.isdisjoint(clause.senses)


def _is_real(text: Text, sentence: Sentence, clause: Clause, number: int) -> bool:
    """Whether a clause tells a fact, be it one to come ("will get"), in a sentence with no word for a wish."""
    modal = clause.verb is not None and sentence.tokens[clause.verb].roles & MODAL
    told = clause.tense == "future" or not (modal or is_wanted(text, sentence, clause))
    plain = clause.verb is not None and not clause.negated and clause.mood == "indicative"
    return told and plain and not _wishes(text, number)


def _is_state(text: Text, sentence: Sentence, clause: Clause) -> bool:
    """Whether the verb of a clause tells what is, and cannot tell a plan."""
    verb = [] if clause.predicate is None else text.at(sentence.tokens[clause.predicate].span)
    return not STATES.isdisjoint({*clause.senses, *(key for i in verb for key in text.words[i].keys)})


def _is_to_come(text: Text, times: Sequence[Period]) -> bool:
    issued = text.article.document.published
    return issued is not None and any(each.start is not None and each.start > issued for each in times)


def _wishes(text: Text, sentence: int) -> bool:
    """Whether a word of a sentence stands for a wish, an offer or a plan: "the demand of 7 percent"."""
    return any(not WISHES.isdisjoint(text.words[i].keys) for i in text.tokens(sentence))


def _way(text: Text, number: Number) -> int:
    """Whether something is told to rise (UP) or fall (DOWN) by a number, by the words of its part; else 0."""
    told = direction(text, number)
    if told or (number.kind not in ("percent", "points") and part_of(text, number.at) != "by"):
        return told
    roles = _roles(text, number)
    up, down = not RISING.isdisjoint(roles), not FALLING.isdisjoint(roles)
    return 0 if up == down else UP if up else DOWN


def _roles(text: Text, number: Number) -> frozenset[str]:
    """The roles of the phrases in the number's part of its clause, those of its own words and of dates left out."""
    part = text.part(number.clause)
    first, last = text.starts[part[0]], text.ends[part[-1]]
    phrases = (each for each in _said(text, number.sentence) if first <= each[0] < each[1] <= last)
    return frozenset(role for start, stop, roles in phrases if not _in_number(text, start, stop) for role in roles)


def _unit(text: Text, number: Number) -> str | None:
    """The unit of time that a number is told for: "a day", "annual"."""
    size = number.size
    per = None if size is None else size.per
    if per in PERIODS.values():
        return per
    words = (text.words[i].low for i in text.part(number.clause))
    found = {PERIODS[role] for role in _roles(text, number) & PERIODS.keys()}
    found |= {text.language.every[low] for low in words if low in text.language.every}
    return found.pop() if len(found) == 1 else None


def _in_number(text: Text, start: int, stop: int) -> bool:
    """Whether a phrase belongs to a number or date: "mehr als 40", "im Vorjahr"."""
    return any(i in text.in_numbers for i in text.at(Span(start, stop)))


@lru_cache(MOST_KEPT)
def _said(text: Text, sentence: int) -> tuple[tuple[int, int, frozenset[str]], ...]:
    """The phrases of one sentence that relations.yaml knows."""
    return tuple(known_of(text.prose, *text.sentences[sentence], text.language.phrases))


def _bound(text: Text, number: Number) -> str | None:
    """Whether a number is the "least" or the "most" that may be, by a word of its part."""
    if number.size is None:
        return None
    lows = {text.words[i].low for i in text.part(number.clause)}
    if number.size.measure.hedge in OVER or lows & text.language.at_least:
        return "least"
    return "most" if number.size.measure.hedge in UNDER or lows & text.language.at_most else None


def _times(text: Text, number: Number) -> list[Period]:
    """The dates told for a number in its part of the clause; none where another time is spoken of as well."""
    if _roles(text, number) & COMPARED:
        return []
    dates = [each for each in text.in_sentence(number.sentence) if each.kind == "date" and each.clause == number.clause]
    return [each.claim.value for each in dates if isinstance(each.claim.value, Period)]


def _apart(ours: Sequence[Period], theirs: Sequence[Period]) -> bool:
    return bool(ours and theirs) and all(_rivals(one, two) for one in ours for two in theirs)


def _rivals(one: Period, two: Period) -> bool:
    """Whether two dates are apart, and as exact as each other or both no days."""
    rough = min(GRAINS.index(one.grain), GRAINS.index(two.grain)) >= GRAINS.index("month")
    return rival(one, two) or (rough and standing(one, two) == "apart")


def _clause(text: Text, number: Number) -> tuple[Sentence, Clause]:
    analysis = text.article.analysis
    assert analysis is not None
    sentence = analysis.sentence(number.sentence)
    return sentence, sentence.clauses[text.owner_of(number)]


def _verb(text: Text, sentence: Sentence, clause: Clause) -> str | None:
    """The stem of the verb itself, without a particle; None where something else makes it no fact."""
    if clause.predicate is None or is_supposed(text, sentence, clause):
        return None
    tokens = text.at(sentence.tokens[clause.predicate].span)
    return text.words[tokens[0]].stem if tokens else None


def _is_over(text: Text, number: Number, times: Sequence[Period]) -> bool:
    """Whether a number is told of today by a word for it, or of a time that is over."""
    issued = text.article.document.published
    now = any(text.words[i].low in text.language.now for i in text.part(number.clause))
    return now or (issued is not None and any(each.end is not None and each.end <= issued for each in times))
