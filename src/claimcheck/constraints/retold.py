"""What a headline gives a number of, where the first sentences below it give another of the same, in whatever words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from claimcheck.constraints.headlines import figure
from claimcheck.constraints.operands import counted
from claimcheck.constraints.restated import adds_up, agree, headline
from claimcheck.languages.word_roles import COORDINATOR
from claimcheck.model.comparison import Judged
from claimcheck.model.figures import Again
from claimcheck.model.report import Article
from claimcheck.statements.agreement import UNREAL
from claimcheck.statements.befell import Befell
from claimcheck.statements.concepts import family
from claimcheck.statements.concepts import table as concept_table
from claimcheck.statements.concepts import told as told_of
from claimcheck.statements.dimension import comparable, exact, is_rate, ratio
from claimcheck.statements.statement import Statement, Statements
from claimcheck.statements.words import alike

SENTENCES = 3
"""So many sentences with numbers tell what the headline tells."""
SHARED = 2
"""So many words at most must be the same where an event has more than one number of such things."""
FARTHEST = Decimal(1) / 6
"""What is still smaller beside the other is of something else, unless the point moved."""
LATER = 5
"""In so many sentences from a count on more of the same may be told."""
STEPS = frozenset({"by", "more", "less", "than", "change", "rise", "fall"})
THEN = frozenset({"earlier", "baseline", "then"})
PARTS = frozenset({"of_which", "added", "again", "others", "remaining", "besides", "each", "per_one", "open"})
OTHERS: dict[str, frozenset[str]] = {"killed": frozenset({"injured"}), "injured": frozenset({"killed"})}
"""What is told of others of the same event, of whom the headline may count some."""
LONG = re.compile(r"[^\W\d_]{4,}")
STEM = 5
KINDS = frozenset({"count", "persons", "money", "duration"})
POINTS = frozenset({"points", "score", "rank", "share"})
"""Kinds of numbers that are also told as the lead of one over another."""


class Told(NamedTuple):
    """A number with what it is of."""

    statement: Statement
    concept: str | None

    @property
    def value(self) -> Decimal:
        """The number itself."""
        return self.statement.value.number or Decimal(0)

    @property
    def core(self) -> bool:
        """Whether an event has one such number."""
        return self.concept is not None and bool(concept_table()[self.concept]["core"])


def retold(statements: Statements) -> Iterator[Again | Judged]:
    """Every number of a headline beside the only one of the same in the first sentences."""
    article = statements.article
    head = article.document.headline
    above = _above(statements)
    every = _numbers(statements, 0 if head is None else head.end) if above else []
    if not every:
        return
    lead = _with_concepts(article, _first(every))
    for one in above:
        two = _same(one, lead) if len({each.value for each in _alike(one, above)}) == 1 else None
        if two is not None and (one.value <= two.value or not _goes_on(statements, two)):
            fits = agree(one.statement, two.statement)
            yield figure(article.document, one.statement.claim, two.statement.claim, fits=fits)


def _first(every: Sequence[Statement]) -> list[Statement]:
    first = sorted({each.sentence for each in every})[:SENTENCES]
    return [each for each in every if each.sentence in first]


def _goes_on(statements: Statements, two: Told) -> bool:
    """Whether a clause behind it tells the same of more: "two were killed, a third died later"."""
    senses = {sense for (sense, _), names in told_of().items() if two.concept in names}
    analysis, mine = statements.analysis, (two.statement.sentence, two.statement.verb.first)
    near = range(mine[0], min(len(analysis.spans), mine[0] + LATER))
    clauses = ((number, each) for number in near for each in analysis.sentence(number).clauses)
    return any(senses & {*each.senses} and (number, each.first) > mine for number, each in clauses)


def _above(statements: Statements) -> list[Told]:
    """The numbers of the headline that have a concept."""
    titled = headline(statements)
    plain = [each for each in titled.numbers if _is_plain(each)]
    return [each for each in _with_concepts(titled.article, plain) if each.concept is not None and _is_amount(each)]


def _is_amount(each: Told) -> bool:
    """Whether it counts or measures something, and is no lead in points."""
    values = set(concept_table()[each.concept or ""]["values"])
    return (
        family(each.statement.claim) in KINDS
        and not POINTS & values
        and each.statement.value.unit != "percentage_point"
    )


def _numbers(statements: Statements, start: int) -> list[Statement]:
    told = (each for at in statements.numbered() for each in statements.within(at))
    return [each for each in told if each.claim.span.start >= start]


def _with_concepts(article: Article, numbers: Sequence[Statement]) -> list[Told]:
    befell = Befell(article) if numbers else None
    return [Told(each, befell.concept(each)) for each in numbers if befell is not None]


def _is_plain(each: Statement) -> bool:
    """Whether it is a single number above one of something whole, told as so, and no share, rate or change."""
    value = exact(each.claim)
    told = value is not None and value > 1 and not is_rate(each.value) and each.value.fraction is None
    whole = (
        each.claim.type != "percentage"
        and not STEPS & each.touching
        and not (THEN & each.around or (THEN | PARTS) & each.cues)
        and each.concept != "age"
    )
    return told and whole and each.claim.modality not in UNREAL


def _same(one: Told, lead: Sequence[Told]) -> Told | None:
    """The number of the first sentences that must be that of the headline."""
    meant = (two for two in _only(_alike(one, lead)) if _is_meant(one, two) and not _may_sum_up(one, two, lead))
    return next(meant, None)


def _alike(one: Told, others: Sequence[Told]) -> list[Told]:
    """The numbers of the same thing."""
    return [each for each in _comparable(one, others) if each.concept == one.concept]


def _comparable(one: Told, lead: Sequence[Told]) -> list[Told]:
    return [each for each in lead if comparable(each.statement.claim, one.statement.claim)]


def _is_meant(one: Told, two: Told) -> bool:
    """Whether a number that differs may be the same for its size, and an event has one such, or both are told alike."""
    alone = not _is_member(two.statement) or alike(counted(one.statement), counted(two.statement))
    told = one.core or len(_stems(one.statement) & _stems(two.statement)) >= SHARED
    return alone and told and _is_near(one, two)


def _is_member(each: Statement) -> bool:
    """Whether its noun phrase is joined to another one: "two bakers and a clerk"."""
    own, tokens = each.chunk, each.held.tokens
    if own is None:
        return False
    ends = (at for at in (own.first - 1, own.last) if 0 <= at < len(tokens) and each.verb.holds(at))
    return any(tokens[at].roles & COORDINATOR for at in ends)


def _only(same: Sequence[Told]) -> Sequence[Told]:
    """The first of several numbers of one thing that are all equal, and plain."""
    plain = all(_is_plain(each.statement) for each in same)
    return same[:1] if plain and len({each.value for each in same}) == 1 else ()


def _is_near(one: Told, two: Told) -> bool:
    """Whether neither is a small part of the other, unless all digits are the same."""
    same = one.value.normalize().as_tuple().digits == two.value.normalize().as_tuple().digits
    return same or ratio(one.statement.claim, two.statement.claim) >= FARTHEST


def _stems(each: Statement) -> set[str]:
    return {token.low[:STEM] for token in each.held.tokens if LONG.fullmatch(token.low)}


def _may_sum_up(one: Told, two: Told, lead: Sequence[Told]) -> bool:
    """Whether others whom the first sentences count may be among those of the headline, or apart from them."""
    counts = _comparable(one, lead)
    others = [each for each in counts if each is not two and not PARTS & each.statement.cues]
    added = adds_up(one.value, [each.value for each in counts])
    return added or any(_may_be_among(one, two, each) for each in others)


def _may_be_among(one: Told, two: Told, other: Told) -> bool:
    """Whether the headline may count some others with those of the text, or tell of those who fared otherwise."""
    if one.value > two.value:
        return other.value <= one.value - two.value
    return other.concept in OTHERS.get(one.concept or "", frozenset())
