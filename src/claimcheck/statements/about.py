"""What each number of an article is a number of: its measure, whose it is, what it is a share of, when, where.

Only what the grammar of the sentences says; everything else stays empty.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import cast

from claimcheck.languages.extra import extra
from claimcheck.languages.word_roles import OPEN, TIME
from claimcheck.model import Claim, Measure, Span
from claimcheck.model.analysis import Analysis, Chunk
from claimcheck.model.claim import NOTHING, About, Argument, Noun, Qualifier, Slot
from claimcheck.model.entity import Mention
from claimcheck.statements.ages import age_of, aged
from claimcheck.statements.carried import Told, carried
from claimcheck.statements.concepts import concepts
from claimcheck.statements.measure import Found, in_brackets, measure_of, of_whole
from claimcheck.statements.owner import owner_of
from claimcheck.statements.phrases import Names
from claimcheck.statements.place import Spot
from claimcheck.statements.referents import Referents
from claimcheck.statements.verbs import by_verb
from claimcheck.statements.words import joints


def base_of(spot: Spot, measure: Found | None) -> Noun | None:
    """The genitive or "of …" behind a share: "40 Prozent der Befragten"; the noun of a rate: "3 Euro je Kilo"."""
    value = spot.claim.value
    if not isinstance(value, Measure):
        return None
    chunk = spot.whole() if _of_something(spot, value) else None
    if chunk is not None:
        return None if chunk.pronoun else _noun(spot, chunk.head)
    return _within(spot, value) or _among(spot, value) or _rate(spot, value) or _part(spot, measure)


def _of_something(spot: Spot, value: Measure) -> bool:
    """Whether what stands behind the number is its whole: of shares, of counts, of money that is part of a sum."""
    if spot.claim.type == "amount":
        whole = spot.whole()
        return whole is not None and whole.determiner is not None
    return value.unit == "percent" or (value.noun is None and value.unit is None)


def _within(spot: Spot, value: Measure) -> Noun | None:
    """The noun of the phrase that a share stands in: "one in ten farmers", "half the farmers"."""
    chunk = spot.chunk(spot.last) if value.unit == "percent" and spot.claim.text[-1:] != "%" else None
    if chunk is None or chunk.pronoun or not chunk.first < spot.last <= chunk.head or not spot.noun(chunk.head):
        return None
    fraction = chunk.first > spot.first or chunk.determiner == spot.last
    return _noun(spot, chunk.head) if fraction else None


def _among(spot: Spot, value: Measure) -> Noun | None:
    """What the clause begins with as the whole: "Of the 300 farmers, 40 per cent …", "Von den 300 Bauern sind 40 …"."""
    if spot.clause is None or spot.place() not in ("subject", "object") or not _of_something(spot, value):
        return None
    whole = next((each for each in spot.clause.adjuncts if each.last <= spot.first), None)
    return _noun(spot, whole.head) if whole is not None and _fronted(spot, whole) else None


def _fronted(spot: Spot, chunk: Chunk) -> bool:
    """Whether a phrase opens the sentence as a whole that something is taken of."""
    first = chunk.first <= 1 and spot.preposition(chunk) in spot.joints.share
    return first and not chunk.pronoun and spot.noun(chunk.head)


def _rate(spot: Spot, value: Measure) -> Noun | None:
    """The noun or the time of a rate: "3 Euro je Kilo", "0,08 Prozent pro Jahr", "jährlich 20 Hektar"."""
    ahead = range(spot.first, min(spot.last + 4, len(spot.sentence.tokens)))
    if value.per is not None and value.per.noun is not None:
        low = value.per.noun.lower()
        return next((_noun(spot, at) for at in ahead if spot.low(at) == low), None)
    if value.per is not None:
        return next((_noun(spot, at) for at in reversed(ahead) if spot.is_(at, TIME)), None)
    near = (spot.first - 1, spot.last)
    return next((_noun(spot, at) for at in near if spot.low(at) in spot.joints.rates), None)


def _part(spot: Spot, measure: Found | None) -> Noun | None:
    """What a share hangs on: "a 33% stake in Tube Lines"."""
    if measure is None or measure.chunk is None or not measure.part:
        return None
    behind = spot.behind(measure.chunk)
    while behind is not None and behind.first <= spot.first < behind.last:
        behind = spot.behind(behind)
    behind = spot.mere(behind)
    if behind is None or spot.is_(behind.head, TIME):
        return None
    return _noun(spot, behind.head) if behind.of or spot.preposition(behind) in spot.joints.attribute else None


def _noun(spot: Spot, at: int) -> Noun:
    token = spot.sentence.tokens[at]
    return Noun(token.span, token.text)


@cache
def _phrases(code: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, phrases in extra(code, "statements")["qualifiers"].items():
        for phrase in phrases:
            first, *rest = phrase.lower().split()
            found.setdefault(first, []).append((tuple(rest), name))
    return found


def qualifiers(spot: Spot, code: str) -> tuple[Qualifier, ...]:
    """The qualifiers of a number, sorted."""
    stretches = () if spot.clause is None else spot.clause.stretches
    found = {name for first, last in stretches for at in range(first, last) for name in _at(spot, code, at)}
    value = spot.claim.value
    if isinstance(value, Measure) and value.per is not None and value.per.unit in ("year", "month"):
        found.add("yearly" if value.per.unit == "year" else "monthly")
    return tuple(sorted(cast("set[Qualifier]", found)))


def _at(spot: Spot, code: str, at: int) -> Iterator[str]:
    """The qualifiers whose words begin at a token."""
    for rest, name in _phrases(code).get(spot.low(at), ()):
        if all(spot.low(at + 1 + n) == word for n, word in enumerate(rest)):
            yield name


def find_abouts(
    analysis: Analysis, code: str, claims: Sequence[Claim], mentions: Sequence[Mention], sources: Sequence[Span] = ()
) -> dict[int, About]:
    """What each number speaks of, by its index among the claims in order; without those it says nothing of.

    Names inside one of `sources`, the speakers of the article, own no number.
    """
    known = joints(code)
    if known is None:
        return {}
    words = concepts(code)
    referents = Referents(analysis, Names(mentions, sources), known, words, code)
    scope = referents.names.scope(analysis)
    days = [claim.span for claim in claims if claim.type == "date"]
    found: dict[int, About] = {}
    before: Told | None = None
    for i, claim in enumerate(claims):
        asked = isinstance(claim.value, Measure) and analysis.written(analysis.number(claim.span.start))
        sentence = analysis.at(claim.span.start) if asked else None
        if sentence is None or not sentence.tokens:
            continue
        told = _told(Spot(sentence, claim, known, words, referents), before)
        about = _about(told, code, days, scope)
        before = _last(told, before)
        if about != NOTHING:
            found[i] = about
    return found


def _last(told: Told, before: Told | None) -> Told | None:
    """What the next number may take over: an age is told in passing."""
    return before if told.by == "age" else told


def _told(spot: Spot, before: Told | None) -> Told:
    """Measure, owner and base of a number: by its own words, else from the number before, else by its whole."""
    measure = _measure(spot)
    told = carried(_filled(spot, measure), before)
    if told.measure is None and (whole := of_whole(spot)) is not None:
        return _filled(spot, whole)
    return told


def _filled(spot: Spot, measure: Found | None) -> Told:
    noun = None
    if measure is not None:
        token = spot.sentence.tokens[measure.at]
        noun = Noun(token.span, measure.word or token.text, measure.concept)
    owner = aged(spot) if measure is not None and measure.by == "age" else owner_of(spot, measure)
    return Told(spot, noun, owner, base_of(spot, measure), by=None if measure is None else measure.by)


def _measure(spot: Spot) -> Found | None:
    """The measure of a number; in brackets it is an age, or counts the noun before."""
    age = age_of(spot)
    if age is not None:
        return age
    value = spot.claim.value
    bare = isinstance(value, Measure) and value.unit is None and value.noun is None
    if spot.is_(spot.first - 1, OPEN) and (spot.bracketed() or bare):
        return in_brackets(spot)
    return measure_of(spot) or by_verb(spot)


def _about(told: Told, code: str, days: Sequence[Span], scope: Argument | None) -> About:
    owner, time, made = told.owner, _time(told.spot, days), qualifiers(told.spot, code)
    if not any((told.measure, owner, told.base, time, made)):
        return NOTHING
    place = told.spot.names.place(told.spot.sentence.span) or scope
    implied: dict[Slot, Argument | None] = {"owner": owner and owner.argument, "place": place}
    slots = tuple(sorted(told.carried | {slot for slot, each in implied.items() if each is not None and each.implied}))
    if owner is None:
        return About(told.measure, told.base, (), time, place, made, carried=slots)
    named = (owner.argument,) if owner.named and "owner" not in slots else ()
    return About(told.measure, told.base, named, time, place, made, owner.argument, owner.bearer, slots)


def _time(spot: Spot, days: Sequence[Span]) -> Span | None:
    """The only date of the clause, else of the sentence."""
    span = spot.sentence.span
    inside = days[bisect_left(days, (span.start,)) : bisect_left(days, (span.end,))]
    clause = spot.clause
    own = [day for day in inside if clause is not None and clause.holds(spot.sentence.token_at(day.start))]
    found = own or inside
    return found[0] if len(found) == 1 else None
