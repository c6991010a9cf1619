"""What each number of an article is a number of: its measure, whose it is, what it is a share of, when, where.

Only what the grammar of the sentence says; everything else stays empty.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.model import Claim, Measure, Span
from claimcheck.model.about import NOTHING, About, Noun
from claimcheck.model.analysis import Analysis
from claimcheck.model.entity import Mention
from claimcheck.model.relation import Argument
from claimcheck.statements.base import base_of
from claimcheck.statements.concepts import concepts
from claimcheck.statements.measure import Found, measure_of
from claimcheck.statements.names import Names
from claimcheck.statements.owner import owner_of
from claimcheck.statements.place import Spot
from claimcheck.statements.qualifiers import qualifiers
from claimcheck.statements.words import joints


def find_abouts(
    analysis: Analysis, code: str, claims: Sequence[Claim], mentions: Sequence[Mention], sources: Sequence[Span] = ()
) -> dict[int, About]:
    """What each number speaks of, by its index among the claims; numbers of which nothing is certain are left out.

    Names inside one of `sources`, the speakers of the article, own no number.
    """
    known = joints(code)
    if known is None:
        return {}
    words = concepts(code)
    names = Names(mentions, sources)
    scope = names.scope(analysis)
    days = [claim.span for claim in claims if claim.type == "date"]
    found = {}
    for i, claim in enumerate(claims):
        sentence = analysis.at(claim.span.start) if isinstance(claim.value, Measure) else None
        if sentence is None or not sentence.tokens:
            continue
        about = _about(Spot(sentence, claim, known, words, names), code, analysis, days, scope)
        if about != NOTHING:
            found[i] = about
    return found


def _about(spot: Spot, code: str, analysis: Analysis, days: Sequence[Span], scope: Argument | None) -> About:
    measure = measure_of(spot)
    owner = owner_of(spot, measure, analysis)
    base = base_of(spot)
    time = _time(spot, days)
    made = qualifiers(spot, code)
    if measure is None and owner is None and base is None and time is None and not made:
        return NOTHING
    noun = None if measure is None else _noun(spot, measure)
    place = spot.names.place(spot.sentence.span) or scope
    if owner is None:
        return About(noun, base, (), time, place, made)
    named = (owner.argument,) if owner.named and not owner.argument.implied else ()
    return About(noun, base, named, time, place, made, owner.argument)


def _noun(spot: Spot, measure: Found) -> Noun:
    token = spot.sentence.tokens[measure.at]
    return Noun(token.span, measure.word or token.text, measure.concept)


def _time(spot: Spot, days: Sequence[Span]) -> Span | None:
    """The only date of the clause, else of the sentence."""
    span = spot.sentence.span
    inside = [day for day in days if span.start <= day.start < span.end]
    clause = spot.clause
    own = [day for day in inside if clause is not None and clause.holds(spot.sentence.token_at(day.start))]
    found = own or inside
    return found[0] if len(found) == 1 else None
