"""The numbers of the sources that a number of the draft may be, and those that are of the same kind and are not it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.ground import dates
from claimcheck.ground.figures import Number
from claimcheck.ground.kinds import alike
from claimcheck.ground.match import Index, Places
from claimcheck.ground.near import Said, cues, fit
from claimcheck.ground.steps import parts_differ
from claimcheck.ground.text import Text
from claimcheck.ground.values import agree, comparable, contains
from claimcheck.model import Period
from claimcheck.model.support import Reason
from claimcheck.values import NamedTuple

FEW_BETWEEN = 5
MEASURED = 0.15
FULL = 1.8
LIMITS = ("over", "at_least", "under", "up_to")


class Candidate(NamedTuple):
    """A number of a source beside one of the draft: how well the words fit, why it agrees, None if it does not.

    `trust`, up to 1, is how much the words of the draft can tell at all.
    """

    fit: float
    text: Text
    number: Number
    reason: Reason | None
    trust: float = 1.0


Agreeing = dict[int, list[tuple[int, Number, Reason]]]


def agreeing_numbers(draft: Text, indexes: Sequence[Index]) -> Agreeing:
    """For each number of the draft (by its first token) the numbers of the sources that may be the same."""
    return {number.at: _agreeing(number, indexes) for number in draft.numbers}


def figures_in(agreeing: Agreeing, source: int, numbers: Iterable[int]) -> dict[int, Places]:
    """Where these numbers of the draft stand in one source."""
    found = {at: [(other.at, 1.0) for which, other, _ in agreeing[at] if which == source] for at in numbers}
    return {at: places for at, places in found.items() if places}


def candidates(draft: Text, number: Number, which: int, index: Index, agreeing: Agreeing) -> list[Candidate]:
    """Every number of one source that the draft's may be, with a reason, and every rival of these, without one."""
    text = index.text
    beside = [each.at for each in draft.in_sentence(number.sentence) if each.at != number.at]
    before = [each.at for each in draft.in_sentence(number.sentence - 1)]
    words = cues(draft, number, index, figures_in(agreeing, which, (*beside, *before)))
    reasons = {
        other.at: reason
        for source, other, reason in agreeing[number.at]
        if source == which and not parts_differ(draft, number, text, other.at)
    }
    taken = {other.at for each in beside for source, other, _ in agreeing[each] if source == which}
    rivals = [
        other
        for other in text.numbers
        if other.at not in reasons
        and other.at not in taken
        and (not reasons or {number.kind, other.kind} != {"percent", "points"})
        and _is_rival(number, other, index)
        and not any(_beside(text, other.at, at) for at in reasons)
    ]
    sentences = {text.sentence[at] for at in reasons}
    unsaid: frozenset[int] = frozenset()
    for other in rivals:
        if other.sentence in sentences:
            unsaid |= _unsaid(number, other, index)
    good = [other for other in text.numbers if other.at in reasons]
    said = Said(words, unsaid)
    trust = min(1.0, sum(cue.weight for cue in words) / FULL)
    return [
        Candidate(fit(said, other, text) + _measured(number, other), text, other, reasons.get(other.at), trust)
        for other in (*good, *rivals)
    ]


def _agreeing(number: Number, indexes: Sequence[Index]) -> list[tuple[int, Number, Reason]]:
    found = []
    for i, index in enumerate(indexes):
        for other in index.text.numbers:
            reason = _agrees(number, other)
            if reason is not None:
                found.append((i, other, reason))
    return found


def _agrees(number: Number, other: Number) -> Reason | None:
    one, two = number.claim.value, other.claim.value
    if isinstance(one, Period) or isinstance(two, Period):
        return dates.agree(one, two) if isinstance(one, Period) and isinstance(two, Period) else None
    said, source = number.size, other.size
    if said is None or source is None:
        return None
    if not alike(said.kind, source.kind) and "count" not in (said.kind, source.kind):
        return None
    return agree(said, source)


def _is_rival(number: Number, other: Number, index: Index) -> bool:
    one, two = number.claim.value, other.claim.value
    if isinstance(one, Period) or isinstance(two, Period):
        return isinstance(one, Period) and isinstance(two, Period) and dates.rival(one, two)
    said, source = number.size, other.size
    if said is None or source is None or not comparable(said, source) or source.measure.number == 1:
        return False
    if source.measure.hedge in LIMITS and contains(source, said):
        return False
    if (number.claim.type != other.claim.type and said.kind == "time") or _is_base(index.text, other):
        return False  # an age beside a length of time, or what a rate is counted per
    if said.kind != "count" or source.kind != "count":
        return True
    noun, counted = said.measure.noun, source.measure.noun
    if noun is None or counted is None:
        return True
    return any(other.at <= at <= other.at + 3 for at in index.counted(noun))


def _is_base(text: Text, number: Number) -> bool:
    """Whether it is the base of a rate: "per 100,000 inhabitants"."""
    return number.at > 0 and text.words[number.at - 1].low in text.language.per


def _measured(number: Number, other: Number) -> float:
    """Whether both are stated as values of the same kind of thing: a profit, a price."""
    mine, theirs = number.claim.about, other.claim.about
    if mine is None or theirs is None or mine.measure is None or theirs.measure is None:
        return 0.0
    return MEASURED if mine.measure.kind is not None and mine.measure.kind == theirs.measure.kind else 0.0


def _beside(text: Text, one: int, two: int) -> bool:
    """Whether two numbers stand side by side ("from 19 to 18"): then no word tells them apart."""
    first, last = sorted((one, two))
    if text.clause[first] != text.clause[last]:
        return False
    return last - first <= FEW_BETWEEN and not any(text.words[i].content for i in range(first + 1, last))


def _unsaid(number: Number, other: Number, index: Index) -> frozenset[int]:
    """Where the source has what the draft counts, if this number of the source leaves out what it counts."""
    said, source = number.size, other.size
    if said is None or source is None or source.measure.noun is not None or source.kind not in ("bare", "count"):
        return frozenset()
    return frozenset(index.counted(said.measure.noun))
