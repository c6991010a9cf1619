"""How each claim stands: what the rules and the sources say to it, in the few words an editor sorts by."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Generic, Literal, NamedTuple, TypeVar, get_args

from claimcheck.model import LEVELS, Claim, Finding, Level, Report, Span
from claimcheck.model.claim import Attribution, Relation
from claimcheck.model.comparison import Compared, Place
from claimcheck.model.report import Support
from claimcheck.report.written import compares

StatusName = Literal["finding", "source", "supported", "holds", "open"]
"""A finding; a source is missing; a source says the same; compared and right; nothing could be compared with it."""
STATUSES: tuple[StatusName, ...] = get_args(StatusName)


class Status(NamedTuple):
    """The status of a claim, and what it rests on: indexes of findings, comparisons that hold, the sources' word.

    `level` is that of its gravest finding, None where none says that something is wrong.
    """

    name: StatusName
    findings: tuple[int, ...] = ()
    held: tuple[Compared, ...] = ()
    support: Support | None = None
    level: Level | None = None

    @property
    def looks(self) -> str:
        """Its style words: the status and, of a finding, how grave it is."""
        return f"s-{self.name} w-{self.level}" if self.level else f"s-{self.name}"


T = TypeVar("T")


class Near(Generic[T]):
    """What stands at places, found by a span: an article may have thousands of both."""

    def __init__(self, placed: Iterable[tuple[Place, T]]) -> None:
        self._by_start: defaultdict[str, list[tuple[Place, T]]] = defaultdict(list)
        self._by_end: defaultdict[tuple[str, int], list[tuple[Place, T]]] = defaultdict(list)
        for place, what in sorted(placed, key=lambda each: each[0].span.start):
            self._by_start[place.path].append((place, what))
            self._by_end[place.path, place.span.end].append((place, what))

    def to(self, path: str, span: Span) -> Iterator[tuple[Place, T]]:
        """What begins inside the span, and what begins before it and ends where it ends."""
        here = self._by_start.get(path, [])
        yield from (each for each in self._by_end.get((path, span.end), []) if each[0].span.start < span.start)
        for each in here[bisect_left(here, span.start, key=lambda each: each[0].span.start) :]:
            if each[0].span.start >= span.end:
                return
            yield each


class Statuses:
    """The status of every claim of a report, and which findings only ask for a source."""

    def __init__(self, result: Report) -> None:
        self.asking = _asking(result)
        self._levels = [finding.level for finding in result.findings]
        self._findings = Near((place, number) for number, each in enumerate(result.findings) for place in each.places)
        self._held = Near((place, each) for each in filter(_shows, result.comparisons) for place in each.places)
        self._support = {(each.path, each.span): each for each in result.support}

    def of(self, path: str, claim: Claim) -> Status:
        """The status of one claim of the article at this path."""
        near = self._findings.to(path, claim.span)
        found = tuple(dict.fromkeys(number for place, number in near if touches(claim, place.span)))
        compared = dict.fromkeys(each for _, each in self._held.to(path, claim.span))
        held = tuple(each for each in compared if _is_held(claim, each, path))
        support = self._support.get((path, claim.span))
        levels = {self._levels[number] for number in found if number not in self.asking}
        level = next((level for level in LEVELS if level in levels), None)
        return Status(self._name(found, held, support), found, held, support, level)

    def _name(self, found: tuple[int, ...], held: tuple[Compared, ...], support: Support | None) -> StatusName:
        verdict = None if support is None else support.verdict
        if verdict == "contradicted" or any(number not in self.asking for number in found):
            return "finding"
        if verdict == "supported":
            return "supported"
        if found or verdict == "not_found":
            return "source"
        return "holds" if held else "open"


def _asking(result: Report) -> frozenset[int]:
    """The findings by number behind which stands no comparison that failed: they only miss something."""
    failed = {(each.rule, frozenset(each.places)) for each in result.comparisons if each.outcome == "fails"}
    return frozenset(n for n, each in enumerate(result.findings) if _asks(each) and _key(each) not in failed)


def _asks(finding: Finding) -> bool:
    return not finding.computation and not any(place.role == "suppression" for place in finding.places)


def _key(finding: Finding) -> tuple[str, frozenset[Place]]:
    return finding.rule, frozenset(finding.places)


def _shows(compared: Compared) -> bool:
    """Whether it holds and two things are set against each other: that a date exists does not make it right."""
    return compared.outcome == "holds" and (compared.evidence == "article" or compares(compared.computation))


def touches(claim: Claim, span: Span) -> bool:
    """Whether a place is one of this claim: one of its parts or, for a number or a date, inside it or on its edge."""
    if isinstance(claim.value, Attribution | Relation):
        return span in set(parts(claim))
    on_its_edge = span.start == claim.span.start or span.end == claim.span.end
    return claim.span.covers(span) or (on_its_edge and span.covers(claim.span))


def parts(claim: Claim) -> Iterator[Span]:
    """The span of a claim and those of what it is made of, implied arguments left out."""
    yield claim.span
    value = claim.value
    if isinstance(value, Attribution):
        yield from (part.span for part in (value.source, value.cue, value.content) if part is not None)
    elif isinstance(value, Relation):
        yield from (each.span for _, each in value.arguments if not each.implied)


def _is_held(claim: Claim, compared: Compared, path: str) -> bool:
    """Whether a comparison speaks of the claim itself: of who did what more than one part, not just a name in it."""
    own = [place.span for place in compared.places if place.path == path]
    if isinstance(claim.value, Relation):
        told = set(parts(claim))
        return claim.span in own or len({span for span in own if span in told}) > 1
    if isinstance(claim.value, Attribution):
        return any(span in (claim.span, claim.value.content.span) for span in own)
    return any(touches(claim, span) for span in own)
