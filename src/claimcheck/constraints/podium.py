"""Podium: who came first, second, third, and with what; nobody is better than one who came before him."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import dropwhile, pairwise
from typing import NamedTuple

from claimcheck.constraints.races import Time, times
from claimcheck.languages.word_roles import ADJECTIVE, NOUN, NUMBER, OPEN
from claimcheck.model import Duration
from claimcheck.model.analysis import Clause
from claimcheck.model.claim import Part
from claimcheck.model.comparison import Evidence, Judged, Roles
from claimcheck.model.measure import SCALES
from claimcheck.statements.phrases import Cue
from claimcheck.statements.statement import Statement, Statements

MEDALS = {"gold": 1, "silver": 2, "bronze": 3}
WINS = frozenset({"win", "defeat"})
AHEAD = 2
"""So many sentences behind the first tell of the same contest."""
COUNTS = frozenset({"votes", "points"})
ZERO = Decimal(0)
FAR = Decimal("0.5")
"""Those on one podium are no more than so many times apart."""


class Result(NamedTuple):
    """A value with the place of whoever reached it; of a `time` the smaller is better."""

    value: Decimal
    unit: str
    part: Part
    sentence: int
    first: int
    place: int = 0

    @property
    def time(self) -> bool:
        """Whether it is a time."""
        return self.unit == ""


def podium(table: Statements) -> Iterator[Judged]:
    """The results that follow each other in up to three sentences, each with its place, in the order of the places."""
    known: set[Result] = set()
    told = {at: [*_placed(table, at)] for at in _sentences(table)}
    for at in sorted(told):
        found = [each for near in range(at, at + AHEAD + 1) for each in told.get(near, ())]
        found += _before(table, told, at)
        ranked = sorted({each.place: each for each in reversed(found)}.values(), key=lambda each: each.place)
        for one, two in pairwise(ranked):
            if _are_of_one(one, two) and not {one, two} <= known:
                known |= {one, two}
                yield _judged(one, two)


def _before(table: Statements, told: dict[int, list[Result]], at: int) -> list[Result]:
    """The only result of the sentence before a second place: that of the first, whatever words say so."""
    second = min((each.place for each in told[at]), default=0) == 2 and not told.get(at - 1)
    found = _results(table, at - 1) if second and table.analysis.written(at - 1) else []
    return [found[0]._replace(place=1)] if len(found) == 1 else []


def _sentences(table: Statements) -> list[int]:
    """The sentences that speak of a place and hold a number or a time."""
    numbers = {*table.numbered(), *(table.analysis.number(each.word.span.start) for each in times(table.article))}
    return sorted(at for at in numbers if at >= 0 and (table.tells(at, _tells) or _has_winner(table, at)))


def _tells(role: str) -> bool:
    return role.startswith("rank:") or role in ("label", *MEDALS)


def _has_winner(table: Statements, at: int) -> bool:
    return table.analysis.written(at) and any(WINS & {*each.senses} for each in table.analysis.sentence(at).clauses)


def _placed(table: Statements, at: int) -> list[Result]:
    """The results of a sentence, where each has one place beside it; those that a winner is ahead of follow in turn."""
    results, places = _results(table, at), _places(table, at)
    told = [place for _, place in places]
    if len({each.unit for each in results}) != 1:
        return []
    if told == [1] and all(_in_brackets(table, each) for each in results[1:]):
        told = list(range(1, len(results) + 1))
    elif not _alternate(results, places):
        return []
    return [each._replace(place=place) for each, place in zip(results, told, strict=True)]


def _alternate(results: Sequence[Result], places: Sequence[tuple[int, int]]) -> bool:
    """Whether as many places as results take turns."""
    order = sorted([*((each.first, 0) for each in results), *places])
    return len(results) == len(places) and all((one[1] == 0) != (two[1] == 0) for one, two in pairwise(order))


def _in_brackets(table: Statements, each: Result) -> bool:
    tokens = table.analysis.sentence(each.sentence).tokens
    return each.first > 0 and bool(tokens[each.first - 1].roles & OPEN)


def _results(table: Statements, at: int) -> list[Result]:
    """The times of a sentence that are those of a race, else its lengths and weights."""
    sentence, span = table.analysis.sentence(at), table.analysis.spans[at]
    inside = [each for each in times(table.article) if span.covers(each.word.span)]
    if inside and _are_times(table, inside):
        return [Result(each.seconds[0], "", each.word, at, sentence.token_at(each.word.span.start)) for each in inside]
    return _amounts(table, at)


def _amounts(table: Statements, at: int) -> list[Result]:
    """The lengths and weights of a sentence, votes and points, each with the unit of the first where it has none."""
    told = list(dropwhile(lambda each: not _is_result(each), table.within(at)))
    unit = told[0].value.unit if told else None
    found = [each for each in told if _is_result(each) or (unit and _takes_unit(each))]
    return [_measured(each, str(each.value.unit or unit)) for each in found]


def _measured(each: Statement, unit: str) -> Result:
    return Result(each.value.number or ZERO, unit, Part(each.claim.span, each.claim.text), each.sentence, each.first)


def _takes_unit(each: Statement) -> bool:
    """Whether it is a bare decimal number, which takes the unit of those before it."""
    return each.value.unit is None and each.value.number is not None and each.value.rounded


def _are_times(table: Statements, found: Sequence[Time]) -> bool:
    """Whether they are no scores: one has decimals or hours, or a time of the article has its unit behind it."""
    marked = any(":" in each.text for each in table.article.claims if isinstance(each.value, Duration))
    return marked or any(len(each.seconds) == 1 for each in found)


def _is_result(each: Statement) -> bool:
    """Whether it is a plain length or weight, or votes or points."""
    plain = each.value.number is not None and each.value.hedge is None and each.value.per is None
    return plain and (SCALES.get(str(each.value.unit), ("time",))[0] != "time" or each.concept in COUNTS)


def _places(table: Statements, at: int) -> list[tuple[int, int]]:
    """The places that words of a sentence tell, with their tokens: "als Dritte", "Platz vier", "silver", "won"."""
    cues, tokens = table.cues(at), table.analysis.sentence(at).tokens
    found = {}
    for cue in cues:
        behind = tokens[cue.last].roles if cue.last < len(tokens) else 0
        if (place := _place(table, at, cue)) and not behind & (NOUN | ADJECTIVE | NUMBER):
            found[cue.first] = place
    won = [each for each in table.analysis.sentence(at).clauses if WINS & {*each.senses} and _is_told(each)]
    found |= {each.predicate or each.first: 1 for each in won}
    return sorted(found.items())


def _is_told(clause: Clause) -> bool:
    """Whether a clause says that its subject won."""
    return clause.subject is not None and not clause.negated and not clause.passive and clause.modal is None


def _place(table: Statements, at: int, cue: Cue) -> int:
    """The place a word tells; 0 of any other word."""
    ranks = [int(role.removeprefix("rank:")) for role in cue.roles if role.startswith("rank:")]
    before = table.cues(at).before(cue.first)
    if "label" in (frozenset() if before is None else before.roles):
        ranks = [int(role.removeprefix("cardinal:")) for role in cue.roles if role.startswith("cardinal:")]
    medals = [MEDALS[role] for role in cue.roles if role in MEDALS]
    return min(ranks or medals, default=0)


def _are_of_one(one: Result, two: Result) -> bool:
    """Whether two results are of one contest: of one unit, and not far from each other."""
    low, high = sorted((one.value, two.value))
    return one.unit == two.unit and one.place < two.place and low > 0 and low >= high * FAR


def _judged(one: Result, two: Result) -> Judged:
    """The better place beside the other."""
    fits = one.value <= two.value if one.time else one.value >= two.value
    evidence: Evidence = "construction" if one.sentence == two.sentence else "anaphor"
    values = (("claim", two.part.text), ("other", one.part.text), ("word", str(two.place)), ("result", str(one.place)))
    roles: Roles = (("claim", two.part), ("other", one.part))
    shown = f"{one.place}. {one.part.text} {'✓' if fits else '✗'} {two.place}. {two.part.text}"
    return Judged("podium", fits, roles, values, shown, evidence)
