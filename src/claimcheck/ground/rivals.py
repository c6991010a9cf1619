"""The numbers of the sources that a number of the draft may be, and those that are of the same kind and are not it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from claimcheck.ground import dates
from claimcheck.ground.cues import cues
from claimcheck.ground.figures import Number
from claimcheck.ground.kinds import alike
from claimcheck.ground.match import Index, Places
from claimcheck.ground.near import Said, fit
from claimcheck.ground.steps import part_of, parts_differ
from claimcheck.ground.text import Text
from claimcheck.ground.values import agree, comparable, contains
from claimcheck.ground.words import DOWN, UP, Words
from claimcheck.model import Period
from claimcheck.model.support import Reason

FEW_BETWEEN = 5
MEASURED = 0.15
FULL = 1.8
LIMITS = ("over", "at_least", "under", "up_to")


class Candidate(NamedTuple):
    """A number of a source beside one of the draft: how well the words fit, why it agrees, None if it does not.

    `told` is the part of `fit` that rests on words of the draft; `trust`, up to 1, how much these can tell at all.
    """

    fit: float
    text: Text
    number: Number
    reason: Reason | None
    trust: float = 1.0
    told: float = 0.0


Agreeing = dict[int, list[tuple[int, Number, Reason]]]


def agreeing_numbers(draft: Text, indexes: Sequence[Index]) -> Agreeing:
    """For each number of the draft (by its first token) the numbers of the sources that may be the same."""
    return {number.at: _agreeing(draft, number, indexes) for number in draft.numbers}


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
    changing = number.kind != "percent" or _changes(draft, number)
    taken = {other.at for each in beside for source, other, _ in agreeing[each] if source == which}
    rivals = [
        other
        for other in text.numbers
        if other.at not in reasons
        and other.at not in taken
        and (not reasons or {number.kind, other.kind} != {"percent", "points"})
        and _is_rival(number, other, index, draft.language)
        and (changing or part_of(text, other.at) != "by")
        and not any(_beside(text, other.at, at) for at in reasons)
    ]
    sentences = {text.sentence[at] for at in reasons}
    unsaid: frozenset[int] = frozenset()
    for other in rivals:
        if other.sentence in sentences:
            unsaid |= _unsaid(number, other, index, draft.language)
    good = [other for other in text.numbers if other.at in reasons]
    said = Said(words, unsaid)
    kind = draft.measured(number.claim)
    trust = min(1.0, sum(cue.weight for cue in words) / FULL)
    found = []
    for other in (*good, *rivals):
        fits, told = fit(said, other, text)
        more = _measured(kind, other, text)
        found.append(Candidate(fits + more, text, other, reasons.get(other.at), trust, told + more))
    return found


def _agreeing(draft: Text, number: Number, indexes: Sequence[Index]) -> list[tuple[int, Number, Reason]]:
    found = []
    for i, index in enumerate(indexes):
        for other in index.text.numbers:
            reason = _agrees(number, other) or _as_said(draft, number, index.text, other)
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


def _as_said(draft: Text, number: Number, text: Text, other: Number) -> Reason | None:
    """The same number of something said otherwise: "41 days" for "41 court days", "Noor, 24" for "aged 24"."""
    said, source = number.size, other.size
    if said is None or source is None or "time" not in (said.kind, source.kind):
        return None
    if said.measure.number != source.measure.number or said.measure.hedge != source.measure.hedge:
        return None
    long, short = ((draft, number), (text, other)) if source.kind == "time" else ((text, other), (draft, number))
    size, kind = long[1].size, short[1].claim.type
    if size is None or size.kind == "time":
        return None
    if size.kind == "bare":
        return "same" if kind == "quantity" else None
    if size.kind != "count" or size.measure.noun is None or kind != "duration":
        return None
    unit = short[0].words[short[0].at(short[1].claim.span)[-1]]
    noun = long[0].language.core(size.measure.noun.split()[-1].lower())
    return "same" if noun.endswith(short[0].language.core(unit.low)) else None


def _is_rival(number: Number, other: Number, index: Index, language: Words) -> bool:
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
    return any(other.at <= at <= other.at + 3 for at in index.counted(noun, language))


def _changes(draft: Text, number: Number) -> bool:
    """Whether the number may be a change: words beside it rise or fall, or lead up to it."""
    beside = (draft.words[i] for i in draft.tokens(number.sentence))
    return part_of(draft, number.at) == "by" or any(side in (UP, DOWN) for word in beside for side in word.sides)


def _is_base(text: Text, number: Number) -> bool:
    """Whether it is the base of a rate: "per 100,000 inhabitants"."""
    return number.at > 0 and text.words[number.at - 1].low in text.language.per


def _measured(kind: str | None, other: Number, text: Text) -> float:
    """Whether a number of a source is stated as a value of this kind of thing: a profit, a price."""
    return MEASURED if kind is not None and kind == text.measured(other.claim) else 0.0


def _beside(text: Text, one: int, two: int) -> bool:
    """Whether two numbers stand side by side ("from 19 to 18"): then no word tells them apart."""
    first, last = sorted((one, two))
    if text.clause[first] != text.clause[last]:
        return False
    return last - first <= FEW_BETWEEN and not any(text.words[i].content for i in range(first + 1, last))


def _unsaid(number: Number, other: Number, index: Index, language: Words) -> frozenset[int]:
    """Where the source has what the draft counts, if this number of the source leaves out what it counts."""
    said, source = number.size, other.size
    if said is None or source is None or source.measure.noun is not None or source.kind not in ("bare", "count"):
        return frozenset()
    return frozenset(index.counted(said.measure.noun, language))
