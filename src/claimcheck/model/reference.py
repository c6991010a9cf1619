"""What is known, with where it is known from."""

from collections.abc import Mapping
from datetime import date as Date  # noqa: N812 – `date` is a field here
from types import MappingProxyType
from typing import Literal, NamedTuple

from claimcheck.model.measure import Measure
from claimcheck.model.period import Period

Confidence = Literal["confirmed", "single source", "disputed", "background"]


class Term(NamedTuple):
    """One argument of a reference claim: its wording, and the id of the entity it names; None for plain words."""

    name: str
    entity: str | None = None


class Provenance(NamedTuple):
    """One source: who published it, where and when (EDTF), the words it rests on, no longer than needed."""

    publisher: str
    url: str | None = None
    published: str | None = None
    retrieved: str | None = None
    quote: str | None = None


class Accepted(NamedTuple):
    """A figure that sources report as well and that is therefore no error; `status` says of which circumstances."""

    value: Measure
    status: str | None = None


_NONE: Mapping[str, tuple[str, ...]] = MappingProxyType({})
_NO_NAMES: Mapping[str, str] = MappingProxyType({})


class ReferenceClaim(NamedTuple):
    """One fact in one sentence a language, its typed claim beside it, and its provenance.

    `arguments` has one or more terms under each role of the predicate. Only one entity can fill an `exclusive`
    argument (of the same deal, office …) at one time; where `complete` is true the terms are all there are, where it
    is false there may be more; None says nothing.
    `measure` names what `value` is a value of, `values` are the parts of a table. `date` is the day of the event,
    `announced`, `closed` and `terminated` the steps of a deal, `valid_from` and `valid_to` (the last day) bound the
    time the relation holds; `interrupted` are stretches in between when it did not.
    `stated` is what somebody said, in the same form: never a fact of its own.
    """

    id: str
    predicate: str
    arguments: Mapping[str, tuple[Term, ...]]
    text: Mapping[str, str]
    confidence: Confidence
    sources: tuple[Provenance, ...] = ()
    exclusive: tuple[str, ...] = ()
    complete: bool | None = None
    measure: str | None = None
    value: Measure | None = None
    values: tuple[tuple[str, Measure], ...] = ()
    accepted: tuple[Accepted, ...] = ()
    accepted_terms: Mapping[str, tuple[str, ...]] = _NONE
    denied: Mapping[str, tuple[str, ...]] = _NONE
    date: Period | None = None
    announced: Period | None = None
    closed: Period | None = None
    terminated: Period | None = None
    valid_from: Period | None = None
    valid_to: Period | None = None
    interrupted: tuple[Period, ...] = ()
    name_then: Mapping[str, str] = _NO_NAMES
    stated: "ReferenceClaim | None" = None
    hearsay: bool = False
    keywords: Mapping[str, tuple[str, ...]] = _NONE
    quotes: Mapping[str, tuple[str, ...]] = _NONE
    reviewed: str | None = None
    note: str | None = None

    def entities(self, argument: str) -> tuple[str, ...]:
        """The ids of the known entities under one argument."""
        return tuple(term.entity for term in self.arguments.get(argument, ()) if term.entity is not None)

    def holds_on(self, day: Date) -> bool | None:
        """Whether the relation held on a day; None where the validity dates leave it open.

        A reduced date ("2019") leaves the whole of its period open. Without any validity date nothing is said.
        """
        ends = [each for each in (self.valid_from, self.valid_to) if each is not None]
        if not ends:
            return None
        if self._is_over(day) or any(_within(day, gap) for gap in self.interrupted):
            return False
        return None if any(each.grain != "day" and _within(day, each) for each in ends) else True

    def _is_over(self, day: Date) -> bool:
        """Whether it held no more on a day, or not yet."""
        first = self.valid_from.start if self.valid_from is not None else None
        beyond = self.valid_to.end if self.valid_to is not None else None
        return (first is not None and day < first) or (beyond is not None and day >= beyond)


def _within(day: Date, period: Period) -> bool:
    return (period.start is None or period.start <= day) and (period.end is None or day < period.end)
