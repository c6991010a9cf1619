"""The numbers of the sources that a number of the draft may be, and those that are of the same kind and are not it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from claimcheck.ground import dates
from claimcheck.ground.figures import Number, Size, alike
from claimcheck.ground.match import Index, Places
from claimcheck.ground.near import Said, cues, fit
from claimcheck.ground.sentences import part_of, parts_differ
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
        at: reason
        for at, reason in _of_source(agreeing, number.at, which).items()
        if not parts_differ(draft, number, text, at)
    }
    taken = {at for each in beside for at in _of_source(agreeing, each, which)}
    rivals = _rivals(draft, number, index, reasons, taken)
    said = Said(words, _unsaid(number, rivals, {text.sentence[at] for at in reasons}, index, draft.language))
    kind = draft.measured(number.claim)
    trust = min(1.0, sum(cue.weight for cue in words) / FULL)
    found = []
    for other in (*(each for each in text.numbers if each.at in reasons), *rivals):
        fits, told = fit(said, other, text)
        more = _measured(kind, other, text)
        found.append(Candidate(fits + more, text, other, reasons.get(other.at), trust, told + more))
    return found


def _of_source(agreeing: Agreeing, at: int, which: int) -> dict[int, Reason]:
    """The first tokens of the numbers in one source that the draft's may be, with the reasons."""
    return {other.at: reason for source, other, reason in agreeing[at] if source == which}


def _rivals(draft: Text, number: Number, index: Index, reasons: dict[int, Reason], taken: set[int]) -> list[Number]:
    """The numbers of a source that would make the draft's wrong; `taken` are those that others of the draft are."""
    text = index.text
    changing = number.kind != "percent" or _changes(draft, number)
    found = []
    for other in text.numbers:
        if other.at in reasons or other.at in taken or not _is_rival(number, other, index, draft.language):
            continue
        points = reasons and {number.kind, other.kind} == {"percent", "points"}
        step = not changing and part_of(text, other.at) == "by"
        if not points and not step and not any(_beside(text, other.at, at) for at in reasons):
            found.append(other)
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
    if said is None or source is None or (said.kind == "time") == (source.kind == "time"):
        return None
    if said.measure.number != source.measure.number or said.measure.hedge != source.measure.hedge:
        return None
    long, short = ((draft, number), (text, other)) if source.kind == "time" else ((text, other), (draft, number))
    return "same" if _names_unit(*long, *short) else None


def _names_unit(text: Text, long: Number, other: Text, short: Number) -> bool:
    """Whether a number counts what a length of time is told in: "court days"; a bare one may count years."""
    size, kind = long.size, short.claim.type
    if size is None or size.kind == "bare":
        return size is not None and kind == "quantity"
    if size.kind != "count" or size.measure.noun is None or kind != "duration":
        return False
    unit = other.words[other.at(short.claim.span)[-1]]
    noun = text.language.core(size.measure.noun.split()[-1].lower())
    return noun.endswith(other.language.core(unit.low))


def _is_rival(number: Number, other: Number, index: Index, language: Words) -> bool:
    one, two = number.claim.value, other.claim.value
    if isinstance(one, Period) or isinstance(two, Period):
        return isinstance(one, Period) and isinstance(two, Period) and dates.rival(one, two)
    said, source = number.size, other.size
    if said is None or source is None or not comparable(said, source) or source.measure.number == 1:
        return False
    if (number.claim.type != other.claim.type and said.kind == "time") or _is_base(index.text, other):
        return False  # an age beside a length of time, or what a rate is counted per
    return (
        not _is_limit(said, source)
        and _one_noun(said, other, index, language)
        and _lent(said, source, other, index, language)
    )


def _lent(said: Size, source: Size, other: Number, index: Index, language: Words) -> bool:
    """Whether a bare number of the source may be of the draft's kind: it is of that of the number before it.

    In "1.8 million passengers, after 1.5 million" the second counts passengers too, and neither people nor money.
    """
    if source.kind != "bare":
        return True
    before = [each for each in index.text.in_sentence(other.sentence) if each.at < other.at and each.size is not None]
    lender = before[-1] if before else None
    if lender is None or lender.size is None or lender.size.kind not in ("count", "money"):
        return True
    return comparable(said, lender.size) and _one_noun(said, lender, index, language)


def _is_limit(said: Size, source: Size) -> bool:
    """Whether the source only names a limit, which the draft's number keeps to."""
    return source.measure.hedge in LIMITS and contains(source, said)


def _one_noun(said: Size, other: Number, index: Index, language: Words) -> bool:
    """Whether two numbers count the same, as far as both count and say what."""
    source = other.size
    if source is None or said.kind != "count" or source.kind != "count":
        return True
    if said.measure.noun is None or source.measure.noun is None:
        return True
    return any(other.at <= at <= other.at + 3 for at in index.counted(said.measure.noun, language))


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


def _unsaid(number: Number, rivals: list[Number], sentences: set[int], index: Index, language: Words) -> frozenset[int]:
    """Where the source has what the draft counts, if a rival in one of its sentences leaves out what it counts."""
    sizes = [other.size for other in rivals if other.sentence in sentences]
    bare = any(size and size.measure.noun is None and size.kind in ("bare", "count") for size in sizes)
    return frozenset(index.counted(number.size.measure.noun, language)) if bare and number.size else frozenset()
