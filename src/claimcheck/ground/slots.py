"""What is said of a number beside its size: in what unit of time, when, and whether it is so, planned or wanted.

A slot speaks against a number of a source only where both texts state it.
"""

from __future__ import annotations

from functools import lru_cache

from claimcheck.ground.dates import GRAINS, rival, standing
from claimcheck.ground.figures import Number
from claimcheck.ground.sentences import direction, part_of
from claimcheck.ground.text import Text
from claimcheck.ground.values import OVER, UNDER
from claimcheck.ground.words import DOWN, UP
from claimcheck.languages.word_roles import PARTICIPLE
from claimcheck.model import Period, Span
from claimcheck.model.analysis import Clause, Sentence
from claimcheck.model.support import Reason
from claimcheck.statements.phrases import known_of

PERIODS = {f"per:{each}": each for each in ("year", "month", "week", "day", "hour")}
WANTED = frozenset({"plan", "demand", "ask", "promise"})
RISING, FALLING = frozenset({"rise", "more", "up"}), frozenset({"fall", "less"})
COMPARED = frozenset({"then", "than"})
CHANGES = frozenset({"rise", "raise", "fall", "lower"})
MOST_KEPT = 2000


def contradicted_slot(draft: Text, number: Number, source: Text, other: Number) -> Reason | None:
    """The slot in which a number of a source of the same size is not the draft's; None where none speaks against it."""
    ours, theirs = period(draft, number), period(source, other)
    if ours and theirs and ours != theirs:
        return "unit"
    if {_bound(draft, number), _bound(source, other)} == {"least", "most"}:
        return "hedge"
    if _apart(_times(draft, number), _times(source, other)):
        return "date"
    if {_way(draft, number), _way(source, other)} == {UP, DOWN}:
        return "opposite"
    wanted = not _told_as_fact(source, other)
    return "status" if wanted and (_settled(draft, number) or _becomes(draft, number, source, other)) else None


def _way(text: Text, number: Number) -> int:
    """Whether something is told to rise (UP) or fall (DOWN) by a number, by the words of its part; else 0."""
    if number.kind not in ("percent", "points") and part_of(text, number.at) != "by" and not direction(text, number):
        return 0
    roles = _roles(text, number)
    up, down = not RISING.isdisjoint(roles), not FALLING.isdisjoint(roles)
    return 0 if up == down else UP if up else DOWN


def _roles(text: Text, number: Number) -> frozenset[str]:
    """The roles of the phrases in the number's part of its clause, those of its own words and of dates left out."""
    part = text.part(number.clause)
    first, last = text.starts[part[0]], text.ends[part[-1]]
    phrases = (each for each in _said(text, number.sentence) if first <= each[0] < each[1] <= last)
    return frozenset(role for start, stop, roles in phrases if not _in_date(text, start, stop) for role in roles)


def _becomes(draft: Text, number: Number, source: Text, other: Number) -> bool:
    """Whether a number is told as it is now, and in the source as what something is to be changed to."""
    found = _clause(draft, number)
    if found is None or part_of(source, other.at) != "to" or part_of(draft, number.at) == "to":
        return False
    return found[1].tense == "present" and not _is_wanted(*found) and not CHANGES.intersection(found[1].senses)


def period(text: Text, number: Number) -> str | None:
    """The unit of time that a number is told for: "a day", "annual"."""
    size = number.size
    per = None if size is None else size.per
    if per in PERIODS.values():
        return per
    words = (text.words[i].low for i in text.part(number.clause))
    found = {PERIODS[role] for role in _roles(text, number) & PERIODS.keys()}
    found |= {text.language.every[low] for low in words if low in text.language.every}
    return found.pop() if len(found) == 1 else None


def _in_date(text: Text, start: int, stop: int) -> bool:
    """Whether a phrase belongs to a date: "im Jahr 2031", "im Vorjahr"."""
    return any(i in text.in_dates for i in text.at(Span(start, stop)))


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


def _apart(ours: list[Period], theirs: list[Period]) -> bool:
    return bool(ours and theirs) and all(_rivals(one, two) for one in ours for two in theirs)


def _rivals(one: Period, two: Period) -> bool:
    """Whether two dates are apart, and as exact as each other or both no days."""
    rough = min(GRAINS.index(one.grain), GRAINS.index(two.grain)) >= GRAINS.index("month")
    return rival(one, two) or (rough and standing(one, two) == "apart")


def _clause(text: Text, number: Number) -> tuple[Sentence, Clause] | None:
    analysis = text.article.analysis
    sentence = None if analysis is None else analysis.sentence(number.sentence)
    return None if sentence is None else (sentence, sentence.clauses[text.owner_of(number)])


def _settled(text: Text, number: Number) -> bool:
    """Whether a number is told as a fact of the past, or of today by a word for it."""
    found = _clause(text, number)
    if found is None or _is_wanted(*found) or found[1].negated or found[1].kind == "infinitive":
        return False
    now = any(text.words[i].low in text.language.now for i in text.part(number.clause))
    return now or found[1].tense in ("past", "perfect") or any(_is_over(text, each) for each in _times(text, number))


def _is_over(text: Text, period: Period) -> bool:
    issued = text.article.document.published
    return issued is not None and period.end is not None and period.end <= issued


def _told_as_fact(text: Text, number: Number) -> bool:
    found = _clause(text, number)
    return found is None or not _is_wanted(*found)


def _is_wanted(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause, or the one it hangs on, plans, wants, allows or supposes something."""
    if clause.modal is not None:
        return not _hearsay(sentence, clause)
    if clause.mood == "question" or not WANTED.isdisjoint(clause.senses):
        return True
    above = None if clause.parent is None else sentence.clauses[clause.parent]
    return clause.kind == "infinitive" and above is not None and _is_wanted(sentence, above)


def _hearsay(sentence: Sentence, clause: Clause) -> bool:
    """Whether a modal verb tells what others say of the past: "soll gestohlen haben"."""
    at = clause.predicate
    return at is not None and not clause.passive and bool(sentence.tokens[at].roles & PARTICIPLE)
