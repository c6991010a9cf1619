"""Whole sentences: beside the sentence of the source that says the same, is one turned round?

Three ways: one is negated and the other not, one says the opposite, or two names have changed their parts.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from claimcheck.ground.contrary import Pair, fault
from claimcheck.ground.figures import Number, Size, alike
from claimcheck.ground.match import Index, Places
from claimcheck.ground.text import Text
from claimcheck.ground.words import DOWN, UP, Word
from claimcheck.model import Span
from claimcheck.model.interval import Interval, bounds
from claimcheck.model.report import Evidence, Reason, Support, Verdict

NAME, NOUN, OTHER = 1.4, 1.0, 0.7
UNKNOWN = 0.8
ENOUGH, ALIKE = 0.55, 0.75
FEWEST = 2
SHORTER = 0.2
MOST_ALIKE = 5
MOST_PLACES = 100
NEXT = 4


def judge_sentences(draft: Text, indexes: Sequence[Index], figures: Sequence[dict[int, Places]]) -> list[Support]:
    """A verdict for each sentence that is turned round, and for each without numbers and quotations."""
    found = []
    counted = {number.sentence for number in draft.numbers}
    for sentence, span in enumerate(draft.sentences):
        pairs = [_pair(draft, sentence, index, figures[i]) for i, index in enumerate(indexes)]
        if not pairs:
            continue
        pair = max(pairs, key=lambda each: each.covered)
        turned = fault(draft, pair) if pair.covered >= ENOUGH and _certain(draft, pair) else None
        if turned is not None:
            reason, part = turned
            told = span if part is None else draft.span_of(part)
            found.append(_support(draft, told, pair, "contradicted", reason))
        elif sentence not in counted and not _quotes(draft, span):
            alike = pair.covered >= ALIKE
            verdict: Verdict = "supported" if alike else "not_checked"
            found.append(_support(draft, span, pair, verdict, "worded_alike" if alike else "no_rule"))
    return found


def _quotes(draft: Text, span: Span) -> bool:
    return any(quotation.span.touches(span) for quotation in draft.article.document.quotations)


def _certain(draft: Text, pair: Pair) -> bool:
    """Whether the two have enough words in common; for a short sentence ("Kern resigned.") the name will do."""
    if len(pair.matches) >= FEWEST:
        return True
    named = any(at in pair.source.text.telling for _, at in pair.matches)
    return named and draft.told(pair.sentence) <= FEWEST


class _Tally:
    """How much of a sentence of the draft the sentences of a source have."""

    def __init__(self) -> None:
        self.total = 0.0
        self.weights: dict[int, float] = {}
        self.matched: dict[int, list[tuple[int, int]]] = {}

    def add(self, i: int, rank: float, places: Places, sentences: Sequence[int]) -> None:
        """Counts a token of the draft in every sentence of the source where it stands, at the place that fits best."""
        self.total += rank
        best: dict[int, tuple[float, int]] = {}
        for at, how in places:
            other = sentences[at]
            known = best.get(other)
            if known is None or how > known[0] or (how == known[0] and self._follows(other, at)):
                best[other] = (how, at)
        for other, (how, at) in best.items():
            self.weights[other] = self.weights.get(other, 0.0) + rank * how
            self.matched.setdefault(other, []).append((i, at))

    def _follows(self, other: int, at: int) -> bool:
        """Whether a place stands right behind the one matched before it: of two alike it is the one meant."""
        matched = self.matched.get(other)
        return bool(matched) and matched is not None and 0 < at - matched[-1][1] <= NEXT


def _pair(draft: Text, sentence: int, index: Index, figures: dict[int, Places]) -> Pair:
    source, tally = index.text, _Tally()
    for i in draft.tokens(sentence):
        word = draft.words[i]
        told = i in figures or (word.content and i not in draft.behind)
        if told and i not in draft.quoted:
            places = figures[i] if i in figures else index.places(word)
            if 0 < len(places) <= MOST_PLACES:
                tally.add(i, _rank(draft, i), places, source.sentence)
            elif not word.sides:
                tally.total += _rank(draft, i) * UNKNOWN
    weights, matched = tally.weights, tally.matched
    if not weights:
        return Pair(sentence, index, 0, 0.0, 0.0, ())
    shares = {
        other: len({at for _, at in matched[other]}) / max(source.told(other), 1)
        for other in sorted(weights, key=lambda each: (-weights[each], each))[:MOST_ALIKE]
    }
    other = max(shares, key=lambda each: (weights[each] / tally.total + shares[each] * SHORTER, -each))
    return Pair(sentence, index, other, weights[other] / tally.total, shares[other], tuple(matched[other]))


def _rank(draft: Text, i: int) -> float:
    if i in draft.named:
        return NAME
    return NOUN if draft.capital[i] or not draft.language.nominal else OTHER


def _support(draft: Text, span: Span, pair: Pair, verdict: Verdict, reason: Reason) -> Support:
    text = pair.source.text
    evidence: tuple[Evidence, ...] = ()
    if verdict != "not_checked" and pair.other < len(text.sentences):
        there = text.sentences[pair.other]
        evidence = (Evidence(text.path, there, text.article.document.text[there.start : there.end]),)
    return Support(draft.path, span, draft.article.document.text[span.start : span.end], verdict, reason, evidence)


Part = Literal["from", "to", "by"]
FEW = 8


def part_of(text: Text, at: int) -> Part | None:
    """What the word before a number says of its part in a change; None without such a word."""
    if at == 0 or text.clause[at - 1] != text.clause[at]:
        return None
    return text.language.steps.get(text.words[at - 1].low)


def direction(text: Text, number: Number) -> int:
    """Whether a number is told as a difference: UP for "23 more than in 2018", DOWN for "£5m lower", else 0.

    An end of a change is none: "auf 40 Millionen gesteigert".
    """
    if part_of(text, number.at) in ("from", "to"):
        return 0
    last = text.at(number.claim.span).stop
    for i in range(last, min(last + 2, len(text.words))):
        if i == last or text.clause[i] == number.clause:
            side = next((side for side in text.words[i].sides if side in (UP, DOWN)), 0)
            if side and (not text.words[i].content or not text.capital[i]):
                return side
    return 0


def parts_differ(draft: Text, number: Number, source: Text, at: int) -> bool:
    """Whether the source has the number as another end of a change: "to 96" for "from 96 to 71", "310" for "by 310".

    Only where the source names the other end beside it.
    """
    theirs = part_of(source, at)
    if theirs not in ("from", "by") or not _leads_to_another(source, at):
        return False
    ours = part_of(draft, number.at)
    words = [draft.words[i] for i in draft.tokens(number.sentence)]
    if theirs == "from":
        return ours == "to" or (ours is None and not _is_past(draft, number, words))
    if ours is not None or any(side in (UP, DOWN) for word in words for side in word.sides):
        return False
    return not any(word.low in draft.language.apart for word in words)


def _leads_to_another(source: Text, at: int) -> bool:
    """Whether "to" and another number of the kind stand in the clause of the number at a token."""
    numbers = source.in_sentence(source.sentence[at])
    ends = [
        each.kind
        for each in numbers
        if 0 < abs(each.at - at) <= FEW and each.clause == source.clause[at] and part_of(source, each.at) == "to"
    ]
    kinds = [each.kind for each in numbers if each.at == at]
    return bool(kinds) and any(alike(kinds[0], kind) for kind in ends)


def _is_past(draft: Text, number: Number, words: Sequence[Word]) -> bool:
    """Whether the draft says that it was so before, or when."""
    if any(each.kind == "date" for each in draft.in_sentence(number.sentence)):
        return True
    return any(word.low in draft.language.earlier for word in words)


BOUND = Decimal("0.06")


class Question(NamedTuple):
    """A number of the draft, and what the words around it say of how it may follow.

    `towards` is UP or DOWN where the words of its sentence speak of a rise or of a fall only, else 0.
    """

    said: Size
    changes: bool
    towards: int
    together: bool
    apart: bool
    rest: bool
    remainder: bool
    earlier: bool


def allowed_by(said: Size) -> Interval:
    """What the draft's number allows; a bound ("over") must lie close to what follows, or anything would follow."""
    number, hedge = said.measure.number, said.measure.hedge
    interval = bounds(said.measure)
    if number is not None and hedge in ("over", "at_least", "under", "up_to"):
        room = number * BOUND
        low, high = (number, number + room) if hedge in ("over", "at_least") else (number - room, number)
        interval = Interval(low, high)
    return interval.times(said.factor)


def question(draft: Text, number: Number, said: Size) -> Question:
    """What the words of its sentence ask of a number."""
    words = draft.language
    own = draft.at(number.claim.span)
    here = [draft.words[i] for i in draft.tokens(number.sentence) if i not in own]
    low = {word.low for word in here}
    sides = {side for word in here for side in word.sides if side in (UP, DOWN)}
    return Question(
        said,
        changes=part_of(draft, number.at) == "by" or bool(sides),
        towards=sum(sides) if len(sides) == 1 else 0,
        together=bool(low & words.together),
        apart=bool(low & words.apart),
        rest=bool(low & words.rest),
        remainder=bool(low & words.remainder),
        earlier=bool(low & words.earlier),
    )
