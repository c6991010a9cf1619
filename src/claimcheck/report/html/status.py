"""How each claim stands: what the rules and the sources say to it, in the few words an editor sorts by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Literal, NamedTuple, get_args

from claimcheck.model import LEVELS, Claim, Finding, Level, Report, Span
from claimcheck.model.attribution import Attribution
from claimcheck.model.comparison import Compared
from claimcheck.model.finding import Place
from claimcheck.model.relation import Relation
from claimcheck.model.support import Support

StatusName = Literal["finding", "source", "supported", "holds", "open"]
"""A finding; a source is missing; a source says the same; compared and right; nothing could be compared with it."""
STATUSES: tuple[StatusName, ...] = get_args(StatusName)

_SIGNS = frozenset("=≠≤≥<>≈~→")


class Status(NamedTuple):
    """The status of a claim, and what it rests on: indexes of findings, comparisons that hold, the sources' word.

    `level` is that of its gravest finding, None where none says that something is wrong.
    """

    name: StatusName
    findings: tuple[int, ...] = ()
    held: tuple[Compared, ...] = ()
    support: Support | None = None
    level: Level | None = None


class Statuses:
    """The status of every claim of a report, and which findings only ask for a source."""

    def __init__(self, result: Report) -> None:
        self.asking = _asking(result)
        self._levels = [finding.level for finding in result.findings]
        self._findings: defaultdict[str, list[tuple[int, Place]]] = defaultdict(list)
        for number, finding in enumerate(result.findings):
            for place in finding.places:
                self._findings[place.path].append((number, place))
        self._held: defaultdict[str, list[Compared]] = defaultdict(list)
        for compared in filter(_shows, result.comparisons):
            for path in dict.fromkeys(place.path for place in compared.places):
                self._held[path].append(compared)
        self._support = {(each.path, each.span): each for each in result.support}

    def of(self, path: str, claim: Claim) -> Status:
        """The status of one claim of the article at this path."""
        places = self._findings[path]
        found = tuple(dict.fromkeys(number for number, place in places if touches(claim, place.span)))
        held = tuple(dict.fromkeys(each for each in self._held[path] if _is_held(claim, each, path)))
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
    return compared.outcome == "holds" and (compared.evidence == "article" or _compares(compared.computation))


def _compares(working: str) -> bool:
    return any(sign in working for sign in _SIGNS)


def is_sum(working: str) -> bool:
    """Whether a working is a calculation: it has figures, and sets them against each other."""
    return _compares(working) and any(sign.isdecimal() for sign in working)


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
