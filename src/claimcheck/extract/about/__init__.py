"""What a number is a value of: its measure noun, what it is a share of, whose it is, when, where, and how it was made.

Only what the words around the number say for certain; everything else stays empty.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.about.measure import measure_of, part_of, qualifiers
from claimcheck.extract.about.owner import owners
from claimcheck.extract.about.words import MeasureWords, measure_words
from claimcheck.extract.clauses import Row, Rows
from claimcheck.model import Claim, Measure, Span
from claimcheck.model.about import NOTHING, About, Noun
from claimcheck.model.relation import Argument
from claimcheck.model.stretches import Stretches

__all__ = ["find_abouts", "find_measure"]


def find_abouts(rows: Rows, sources: Sequence[Span] = ()) -> dict[int, About]:
    """What each number speaks of, by its index among the claims; numbers of which nothing is certain are left out.

    Names inside one of `sources`, the speakers of the article, own no number.
    """
    words = measure_words(rows.grammar)
    scope = _scope(rows)
    speakers = Stretches(sources)
    found = {}
    for i, claim in enumerate(rows.claims):
        if not isinstance(claim.value, Measure) or claim.type == "quantity":
            continue
        number = rows.number(claim.span.start)
        if number < 0:
            continue
        about = _about(rows.row(number), claim, words, scope, speakers)
        if about != NOTHING:
            found[i] = about
    return found


def find_measure(rows: Rows, claim: Claim) -> Noun | None:
    """The noun that one number is a value of, as `find_abouts` has it."""
    number = rows.number(claim.span.start)
    if number < 0 or not isinstance(claim.value, Measure) or claim.type == "quantity":
        return None
    row = rows.row(number)
    first, last = row.at(claim.span.start), row.at(claim.span.end)
    if first >= row.count:
        return None
    left, right = row.left_edge(first), row.right_edge(max(last - 1, first))
    return measure_of(row, claim, first, last, left, right, measure_words(rows.grammar))[0]


def _about(row: Row, claim: Claim, words: MeasureWords, scope: Argument | None, sources: Stretches) -> About:
    first = row.at(claim.span.start)
    last = row.at(claim.span.end)
    if first >= row.count:
        return NOTHING
    left, right = row.left_edge(first), row.right_edge(max(last - 1, first))
    measure, owner = measure_of(row, claim, first, last, left, right, words)
    made = qualifiers(row, claim, left, right, words)
    of = part_of(row, last, words) if claim.type == "percentage" else None
    entities = owners(row, owner, left, right, sources)
    time = _time(row, left, right)
    if measure is None and of is None and not entities and time is None and not made:
        return NOTHING
    return About(measure, of, entities, time, _place(row, scope), made)


def _time(row: Row, left: int, right: int) -> Span | None:
    """The only date of the clause, else of the sentence."""
    dates = list(dict.fromkeys((k, claim.span) for k, claim in row.value.items() if claim.type == "date"))
    here = {span for k, span in dates if left < k < right} or {span for _, span in dates}
    return next(iter(here)) if len(here) == 1 else None


def _place(row: Row, scope: Argument | None) -> Argument | None:
    places = {each.entity or each.name: each for each in row.mentions if each.kind == "place"}
    if len(places) == 1:
        only = next(iter(places.values()))
        return Argument(only.span, only.text, only.entity)
    return None if places else scope


def _scope(rows: Rows) -> Argument | None:
    """The place of the whole article: the only one its headline or its first sentence names."""
    if not rows.document.sentences:
        return None
    end = rows.document.sentences[min(1, len(rows.document.sentences) - 1)].end
    places = {each.entity or each.name: each for each in rows.mentions if each.kind == "place" and each.span.end <= end}
    if len(places) != 1:
        return None
    only = next(iter(places.values()))
    return Argument(only.span, only.text, only.entity, implied=True)
