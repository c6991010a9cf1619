"""The verdict on a number or date of the draft: is it there, and is it there for the same thing?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimcheck.ground import dates
from claimcheck.ground.dates import counted
from claimcheck.ground.derive import derive
from claimcheck.ground.figures import Number, Size, alike
from claimcheck.ground.fit import Rivals, Said, rivals_of
from claimcheck.ground.match import Index
from claimcheck.ground.slots import Slots, contradicted_slot
from claimcheck.ground.text import Text
from claimcheck.ground.ties import Ties
from claimcheck.ground.twins import Twins
from claimcheck.ground.values import hedges_clash, same_digits, slipped
from claimcheck.model import Period, Span
from claimcheck.model.report import Evidence, Reason, Support, Verdict

MOST_TOLD, MOST_BESIDE = 4, 12
KNOWN, SLIPPED = 0.5, 0.2
"""The share of what the draft says around a number that makes a number of a source with another value the one meant;
and where the two differ as a slip of the pen makes them differ."""


class Held(NamedTuple):
    """A number of a source beside one of the draft: how much of the draft's words it has, and why it is the same.

    `reason` is None for one of another size; `fault` the slot that speaks against one of the same.
    """

    share: float
    which: int
    text: Text
    number: Number
    reason: Reason | None = None
    fault: Reason | None = None


class Judge:
    """Judges the numbers of one draft by several sources."""

    def __init__(self, draft: Text, indexes: Sequence[Index], twins: Sequence[Twins]) -> None:
        """`twins` are the numbers of each source that those of the draft may be."""
        self.draft, self.indexes, self.twins = draft, indexes, twins
        self._ties, self._slots = Ties(draft), Slots(draft)
        self._of_sources = [rivals_of(index) for index in indexes]
        self._derived: set[int] = set()

    def judge(self) -> list[Support]:
        """One verdict for each number and date; the dates last, for they depend on the numbers beside them."""
        found = []
        for number in sorted(self.draft.numbers, key=lambda each: (each.kind == "date", each.at)):
            support = self._judge(number)
            if support.reason == "derived":
                self._derived.add(number.sentence)
            found.append(support)
        return found

    def _judge(self, number: Number) -> Support:
        said = [
            Said(self._ties, number, rivals.ties, index, self._figures(number, which))
            for which, (index, rivals) in enumerate(zip(self.indexes, self._of_sources, strict=True))
        ]
        twins = sorted(self._twins(number, said), key=lambda each: -each.share)
        good = self._meant(number, twins, said)
        if good is not None and isinstance(number.claim.value, Period):
            return self._dated(number, number.claim.value, good)
        if good is not None:
            return _support(self.draft, number, "supported", good.reason or "same", [good])
        faults = [each._replace(fault=self._fault(number, each, said)) for each in twins[:MOST_TOLD]]
        bad = sorted(self._others(number, said), key=lambda each: -each.share)
        if isinstance(number.claim.value, Period):
            return self._date(number, number.claim.value, faults or bad)
        return self._unstated(number, faults, bad, said)

    def _figures(self, number: Number, which: int) -> dict[int, frozenset[int]]:
        """Where the other numbers of the draft's sentence stand in one source; a row of many tells nothing."""
        beside = self.draft.in_sentence(number.sentence)
        if len(beside) > MOST_BESIDE:
            return {}
        return {
            each.at: frozenset(other.at for other, _ in self.twins[which].of(each.at))
            for each in beside
            if each.at != number.at
        }

    def _twins(self, number: Number, said: Sequence[Said]) -> Iterator[Held]:
        """The numbers of the sources that are of the size."""
        for which, index in enumerate(self.indexes):
            for other, reason in self.twins[which].of(number.at):
                yield Held(said[which].share(other), which, index.text, other, reason)

    def _meant(self, number: Number, twins: Sequence[Held], said: Sequence[Said]) -> Held | None:
        """The number of the sources against which nothing speaks, with most of the draft's words."""
        return next((each for each in twins if self._fault(number, each, said) is None), None)

    def _fault(self, number: Number, held: Held, said: Sequence[Said]) -> Reason | None:
        """The slot that speaks against a number of the same size."""
        rivals, around = self._of_sources[held.which], said[held.which]
        ours = self._slots.of(number)
        fault = contradicted_slot(ours, rivals.slots.of(held.number))
        if fault is not None:
            return fault
        others = (
            each
            for each in rivals.of(self.draft, number, around, self.twins[held.which])
            if contradicted_slot(ours, rivals.slots.of(each)) != "status"
        )
        other = any(alike(each.kind, held.number.kind) and around.rather(each, held.number) for each in others)
        return "subject" if other or around.names_another(held.number) else None

    def _others(self, number: Number, said: Sequence[Said]) -> Iterator[Held]:
        """The numbers of the sources of another size; none where the draft speaks of somebody whom they do not name."""
        if self._of_strangers(number):
            return
        for which, index in enumerate(self.indexes):
            rivals = self._of_sources[which]
            for other in rivals.of(self.draft, number, said[which], self.twins[which]):
                share = said[which].share(other)
                if share >= _enough(number, other) and not self._only_expected(number, other, rivals):
                    yield Held(share, which, index.text, other)

    def _only_expected(self, number: Number, other: Number, rivals: Rivals) -> bool:
        """Whether the draft tells what was expected and the source what came of it, and no slip of the scale."""
        slip = number.size is not None and other.size is not None and same_digits(number.size, other.size)
        return not slip and self._slots.of(number).wanted and rivals.slots.of(other).settled

    def _of_strangers(self, number: Number) -> bool:
        """Whether the clause of a number names somebody whom no source names: it speaks of what these do not tell."""
        names = self.draft.telling_in.get(number.clause, ())
        return any(not any(index.places(self.draft.words[at]) for index in self.indexes) for at in names)

    def _unstated(self, number: Number, twins: Sequence[Held], bad: Sequence[Held], around: Sequence[Said]) -> Support:
        """A number that no source has for it: it follows from others, stands there for another thing, or is in none."""
        said = number.size
        assert said is not None
        slots = [each for each in twins if each.fault != "subject" and each.share > 0]
        wrong = [*slots, *twins, *(each._replace(fault=_fault(number, each.number)) for each in bad[:1])]
        sure = bool(slots) or (bool(wrong) and wrong[0].fault == "hedge")
        follows = None if sure else self._follows(number, said, around)
        if follows is not None:
            return follows
        if wrong:
            return _support(self.draft, number, "contradicted", wrong[0].fault or "subject", wrong[:1])
        if said.kind == "time" and said.measure.number == 1:  # "within a year" says less than a figure
            return _support(self.draft, number, "not_checked", "no_rule", [])
        return _support(self.draft, number, "not_found", "absent", [])

    def _follows(self, number: Number, said: Size, around: Sequence[Said]) -> Support | None:
        """The verdict where a number follows from what a source states."""
        for which, each in enumerate(around):
            stated = frozenset[int]().union(*self._figures(number, which).values())
            if (way := derive(self.draft, number, each, stated)) is not None:
                rests = [Held(0, which, each.source.text, operand) for operand in way.numbers]
                return _support(self.draft, number, "supported", "derived", rests)._replace(working=way.working)
        ago = self._as_date(number) if said.kind == "time" else None
        return None if ago is None else _support(self.draft, number, "supported", "same", [ago])

    def _as_date(self, number: Number) -> Held | None:
        """A date that has the words of the draft's length of time: "three years ago" for "three years"."""
        said = {self.draft.words[i].stem for i in self.draft.at(number.claim.span)}
        for which, index in enumerate(self.indexes):
            for other in index.text.dates:
                if said <= {index.text.words[i].stem for i in index.text.at(other.claim.span)}:
                    return Held(1.0, which, index.text, other, "same")
        return None

    def _date(self, number: Number, said: Period, bad: Sequence[Held]) -> Support:
        """A date that no source has for what the draft tells."""
        if self._is_issue(said) and not bad:
            return _support(self.draft, number, "supported", "same", [])
        if dates.is_soft(said):
            return _support(self.draft, number, "not_checked", "no_rule", [])
        follows = self._counted_on(number, said)
        if follows is not None:
            return follows
        if bad and number.sentence not in self._derived:
            return _support(self.draft, number, "contradicted", "date", bad[:1])
        return _support(self.draft, number, "not_found", "absent", [])

    def _counted_on(self, number: Number, said: Period) -> Support | None:
        """The verdict on a date whose ends the sources state, or that they only count on to."""
        if any(dates.ends_stated(said, [each.claim for each in index.text.dates]) for index in self.indexes):
            return _support(self.draft, number, "supported", "worded_alike", [])
        way = counted(said, self.indexes)
        if way is None:
            return None
        rests = [Held(0, 0, way.text, each) for each in way.numbers]
        return _support(self.draft, number, "supported", "derived", rests)._replace(working=way.working)

    def _dated(self, number: Number, said: Period, good: Held) -> Support:
        """A date that the sources have: the verdict is on what they have beside it."""
        other = None if number.sentence in self._derived else self._other_time(number, said)
        if other is not None:
            return _support(self.draft, number, "contradicted", "date", [other, good])
        return _support(self.draft, number, "supported", good.reason or "same", [good])

    def _is_issue(self, said: Period) -> bool:
        """Whether a source came out on the day, or in the month or year."""
        issues = [index.text.article.document.published for index in self.indexes]
        return any(dates.is_issue(said, published) for published in issues) or (
            said.grain == "day" and said.start is not None and said.start in issues
        )

    def _other_time(self, date: Number, said: Period) -> Held | None:
        """The date a source has beside the draft's figure, if that is another one than the draft has beside it."""
        beside = self.draft.in_sentence(date.sentence)
        if sum(each.kind == "date" for each in beside) > 1 or dates.is_soft(said):
            return None
        dated = {(which, other.sentence) for which, twins in enumerate(self.twins) for other, _ in twins.of(date.at)}
        for each in beside:
            places = self._single(each) if each.kind != "date" and each.clause == date.clause else None
            if places is not None:
                which, there = places
                if dated.isdisjoint({(which, there.sentence), (which, there.sentence - 1)}):
                    other = _rival_date(said, self.indexes[which].text, there.sentence)
                    if other is not None:
                        return Held(1.0, which, self.indexes[which].text, other)
        return None

    def _single(self, number: Number) -> tuple[int, Number] | None:
        """The only number of all sources that one of the draft may be."""
        found = [(which, other) for which, twins in enumerate(self.twins) for other, _ in twins.of(number.at)]
        return found[0] if len(found) == 1 else None


def _rival_date(said: Period, text: Text, sentence: int) -> Number | None:
    """The first date of a sentence of the source, if all of them would make the draft's wrong."""
    others = [each for each in text.in_sentence(sentence) if isinstance(each.claim.value, Period)]
    apart = (isinstance(each.claim.value, Period) and dates.rival(said, each.claim.value) for each in others)
    return others[0] if others and all(apart) else None


def _enough(number: Number, other: Number) -> float:
    """How much of the draft's words a number of another size must have to be the one meant."""
    one, two = number.claim.value, other.claim.value
    if isinstance(one, Period) and isinstance(two, Period):
        return SLIPPED if dates.slipped(one, two) else KNOWN
    if number.size is None or other.size is None or not slipped(number.size, other.size):
        return KNOWN
    return 0.0 if number.size.measure.number == other.size.measure.number else SLIPPED


def _fault(number: Number, other: Number) -> Reason:
    said, source = number.size, other.size
    if said is None or source is None:
        return "value"
    if not _one_kind(said, source) or (said.currency and source.currency and said.currency != source.currency):
        return "unit"
    if said.measure.number == source.measure.number and said.factor != source.factor:
        return "unit"
    if hedges_clash(said, source):
        return "hedge"
    return "magnitude" if same_digits(said, source) else "value"


def _one_kind(said: Size, source: Size) -> bool:
    if said.kind == source.kind:
        return True
    return alike(said.kind, source.kind) and "points" not in (said.kind, source.kind)


def _support(draft: Text, number: Number, verdict: Verdict, reason: Reason, held: Sequence[Held]) -> Support:
    claim = number.claim
    evidence = tuple(_evidence(each.text, each.number.claim.span) for each in held)
    return Support(draft.path, claim.span, claim.text, verdict, reason, evidence)


def _evidence(text: Text, span: Span) -> Evidence:
    return Evidence(text.path, span, text.article.document.text[span.start : span.end])
