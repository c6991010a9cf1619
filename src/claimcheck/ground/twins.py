"""For the numbers of a draft those of a source that may be the same: found by their size, in near-linear time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from operator import itemgetter

from claimcheck.ground import dates
from claimcheck.ground.figures import Number, Size, alike
from claimcheck.ground.match import MOST_KEPT, Index
from claimcheck.ground.sentences import parts_differ
from claimcheck.ground.text import Text
from claimcheck.ground.values import agree, points
from claimcheck.model import Period
from claimcheck.model.report import Reason

_first = itemgetter(0)
Twin = tuple[Number, Reason]
MOST = 32
"""So many numbers of one size are looked at; of more only those that stand with a word of the draft's."""
WIDTHS = (2.7, 1.1, 1.04)
"""How far, as a factor, two sizes that agree may lie apart: where a word or a single digit leaves one open, where the
less exact has two digits, and where both have more."""


class Twins:
    """For each number of a draft, by its first token, the numbers of one source that may be the same."""

    def __init__(self, draft: Text, sizes: Sizes) -> None:
        self._found = {number.at: list(_some(draft, number, sizes)) for number in draft.numbers}

    def of(self, at: int) -> list[Twin]:
        """Those of the number at a token."""
        return self._found.get(at, [])

    def taken(self, draft: Text, number: Number) -> set[int]:
        """The first tokens of those that another number of a draft's sentence is."""
        beside = (each.at for each in draft.in_sentence(number.sentence) if each.at != number.at)
        return {other.at for at in beside for other, reason in self.of(at) if reason == "same"}

    def places(self) -> dict[int, list[tuple[int, float]]]:
        """Where the numbers of the draft stand in the source."""
        return {at: [(other.at, 1.0) for other, _ in twins] for at, twins in self._found.items() if twins}


def _some(draft: Text, number: Number, sizes: Sizes) -> Iterator[Twin]:
    for numbers, reason in sizes.twins(draft, number):
        for other in numbers[:MOST]:
            if not parts_differ(draft, number, sizes.text, other.at):
                yield other, reason


@lru_cache(MOST)
def sizes_of(index: Index) -> Sizes:
    """The sizes of a source, kept for the next draft."""
    return Sizes(index)


class Sizes:
    """The numbers of one source in the order of their sizes, and its dates; equal ones are looked up once."""

    def __init__(self, index: Index) -> None:
        self.text = index.text
        self._groups: dict[Size, list[Number]] = {}
        self._dates: dict[Period, list[Number]] = {}
        for number in self.text.numbers:
            if number.size is not None:
                self._groups.setdefault(number.size, []).append(number)
            elif isinstance(number.claim.value, Period):
                self._dates.setdefault(number.claim.value, []).append(number)
        self._sizes = list(self._groups)
        self._keyed: list[list[tuple[float, int]]] = [[] for _ in WIDTHS]
        for at, size in enumerate(self._sizes):
            self._keyed[_exactness(size)] += ((key, at) for key in _keys(size))
        for keyed in self._keyed:
            keyed.sort()
        self._known: dict[Size, list[tuple[Size, Reason | None]]] = {}
        self._ranges = [at for at, size in enumerate(self._sizes) if size.measure.number is None]

    def twins(self, draft: Text, number: Number) -> Iterator[tuple[list[Number], Reason]]:
        """The groups of equal numbers that the draft's may be, with the reason why."""
        if isinstance(number.claim.value, Period):
            for period, numbers in self._dates.items():
                if (how := dates.agree(number.claim.value, period)) is not None:
                    yield numbers, how
        elif number.size is not None:
            for size, reason in self._judged(number.size):
                numbers = self._groups[size]
                if reason is not None:
                    yield numbers, reason
                else:
                    alike_ = [each for each in numbers[:MOST] if _as_said(draft, number, self.text, each)]
                    if alike_:
                        yield alike_, "same"

    def _judged(self, said: Size) -> list[tuple[Size, Reason | None]]:
        """The sizes that may agree with one, each with the reason why it does; looked for once."""
        known = self._known.get(said)
        if known is None:
            if len(self._known) > MOST_KEPT:
                self._known.clear()
            known = self._known[said] = [(size, _agrees(said, size)) for size in self._near(said)]
        return known

    def _near(self, said: Size) -> list[Size]:
        """The sizes that may agree with one, in the order of the text."""
        found, own = set(self._ranges), WIDTHS[_exactness(said)]
        for keyed, theirs in zip(self._keyed, WIDTHS, strict=True):
            for key in _keys(said):
                low, high = sorted((key / max(own, theirs), key * max(own, theirs)))
                first, last = bisect_left(keyed, low, key=_first), bisect_right(keyed, high, key=_first)
                found.update(at for _, at in keyed[first:last])
        return [self._sizes[at] for at in sorted(found)]


def _keys(size: Size) -> Iterator[float]:
    """Where a size may stand in the order: on its scale, and as it is told."""
    for value in points(size.measure):
        yield _key(value * size.factor)
        if size.factor != 1:
            yield _key(value)


def _key(value: Decimal) -> float:
    return float(value)


def _exactness(size: Size) -> int:
    """Which of WIDTHS is a size's: 0 for one that is softened, a range, a fraction, of a single digit."""
    number = size.measure.number
    if number is None or size.measure.hedge is not None or size.measure.fraction is not None:
        return 0
    return min(len(number.normalize().as_tuple().digits), len(WIDTHS)) - 1


def _agrees(said: Size, source: Size) -> Reason | None:
    if not alike(said.kind, source.kind) and "count" not in (said.kind, source.kind):
        return None
    return agree(said, source)


def _as_said(draft: Text, number: Number, text: Text, other: Number) -> bool:
    """The same number of something said otherwise: "41 days" for "41 court days", "Noor, 24" for "aged 24"."""
    said, source = number.size, other.size
    if said is None or source is None or (said.kind == "time") == (source.kind == "time"):
        return False
    if said.measure.number != source.measure.number or said.measure.hedge != source.measure.hedge:
        return False
    long, short = ((draft, number), (text, other)) if source.kind == "time" else ((text, other), (draft, number))
    return _names_unit(*long, *short)


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
