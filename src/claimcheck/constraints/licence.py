"""Why a size is one of two values, and what speaks against it: other nouns, another base, values nearer to another."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from claimcheck.constraints.couples import Couple, Values, from_to
from claimcheck.constraints.sizes import POINTING, Size
from claimcheck.languages.word_roles import COLON, COORDINATOR, FINITE, NOUN, NUMBER, TIME, VERB
from claimcheck.model.analysis import Token
from claimcheck.model.comparison import Evidence
from claimcheck.statements.agreement import clash, nouns_agree, of_two, slipped, tie, weakest
from claimcheck.statements.dimension import TIMES, UNSTATED, dimension, number
from claimcheck.statements.phrases import Cue
from claimcheck.statements.statement import PAUSE, Statement

AGAINST = frozenset({"than", "baseline", "above", "below"})
BASED = frozenset({"baseline", "then", "earlier"})
HUNDRED = 100


def licence(values: Values, told: Size, couple: Couple, *, alone: bool) -> Evidence | None:
    """Why a size is one of these two values, `alone` if no others are in reach; None where they only stand near it."""
    if vetoed(values, told, couple):
        return None
    if couple.within(told.at.sentence):
        return _inside(values, told, couple, alone=alone)
    return _across(values, told, couple) if alone and not clash(*couple.both) else None


def vetoed(values: Values, told: Size, couple: Couple) -> bool:
    """Whether something in the text speaks against a size being one of two values."""
    return _of_another(told, couple) or _of_rates(told, couple) or any(veto(values, told, couple) for veto in VETOES)


def _inside(values: Values, told: Size, couple: Couple, *, alone: bool) -> Evidence | None:
    """In one sentence: where there are other values too, "from" and "to" lead to these."""
    if not (alone or from_to(*couple.both) or values.strictly(couple)) or _other_verb(told, couple):
        return None
    ordered = couple.old is not None
    ties = [each for each in (tie(values.document, told.at, one) for one in couple.both) if each is not None]
    if len(ties) == len(couple.both) and (ordered or _orderless(told)):
        return weakest(ties)
    return "apposition" if ordered and (_explained(told.at, couple) or (told.apart and alone)) else None


def _orderless(told: Size) -> bool:
    """Whether nobody needs to know which of the values came first."""
    return told.apart or (told.pointing and not told.share)


def _across(values: Values, told: Size, couple: Couple) -> Evidence | None:
    """Across sentences: the words of the size point to the only two values there are, or are told of the same."""
    surely, slip = values.surely(couple), not told.share and _slip(told, couple)
    if told.added or _taken_up(told, couple):
        anyway = not told.added and (slip or told.share or told.noun is not None)
        return "anaphor" if surely or anyway else None
    same = surely and _tied(values, told.at, couple) if told.share else slip
    return "equal_slots" if same else None


def _taken_up(told: Size, couple: Couple) -> bool:
    """Whether the words of the size, and not only its verb, point to two values whose order is told or no matter."""
    if not told.pointing or (told.verbal and not _concludes(told.at)):
        return False
    return told.apart or not told.share or couple.old is not None


def _concludes(at: Statement) -> bool:
    """Whether words of its clause before it say that it comes of what was told: "also", "thus"."""
    return bool(POINTING & at.near.roles(at.verb.first, at.first))


def _tied(values: Values, at: Statement, couple: Couple) -> bool:
    """Whether the size is told of the same thing as one of the values, or joined to it by grammar."""
    return any(nouns_agree(at, each) or tie(values.document, at, each) for each in couple.both)


def _of_another(told: Size, couple: Couple) -> bool:
    """Whether the size is told of another thing or of another one than the values."""
    at = told.at
    if at.noun in (None, told.noun) or told.added or _one_construction(at, couple):
        return False
    if any(of_two(at, each) and not nouns_agree(at, each) for each in couple.both):
        return True
    return not (told.pointing or _explained(at, couple)) and any(clash(at, each) for each in couple.both)


def _one_construction(at: Statement, couple: Couple) -> bool:
    """Whether one clause tells the size and leads from the one value to the other."""
    return at.place == couple.one.place and from_to(*couple.both)


def _on_another_base(values: Values, told: Size, couple: Couple) -> bool:
    """Whether the size is measured against a time, "compared with last year", that is not that of the old value."""
    at, old = told.at, couple.old
    led = old is not None and old.sentence == at.sentence and not BASED.isdisjoint(old.lead)
    return not led and _has_base(at, couple) and not values.before_now(couple)


def _has_base(at: Statement, couple: Couple) -> bool:
    """Whether words behind a size tell of an earlier time; "fell by a tenth last year, from 40 to 36" tells when."""
    based = frozenset({"baseline"}) if _one_construction(at, couple) else BASED
    first = at.last if couple.within(at.sentence) else at.verb.first
    cues = (each for each in at.near.all if first <= each.first < max(at.end, at.last) and "so_far" not in each.roles)
    return any(based & each.roles for each in cues)


def _at_another_time(values: Values, told: Size, couple: Couple) -> bool:
    """Whether the size has a time of its own: "by 52 votes to 47, and two years ago by nine"."""
    at = told.at
    if not couple.within(at.sentence):
        return False
    days = [at.held.token_at(day.span.start) for day in values.statements.times(at.sentence)]
    if at.place not in {each.place for each in couple.both}:
        return any(at.verb.holds(day) for day in days)
    last = max(each.last for each in couple.both)
    return any(last <= day < at.first and at.held.tokens[day - 1].roles & COORDINATOR for day in days)


def _of_rates(told: Size, couple: Couple) -> bool:
    """Whether the values are rates of growth themselves: "rose by 9.5 pct from a revised 10.1 in December"."""
    if told.at.value.unit != "percent" or from_to(*couple.both):
        return False
    return all(dimension(each.claim) == "percent" or is_bare_decimal(each) for each in couple.both)


def is_bare_decimal(each: Statement) -> bool:
    """Whether a number below a hundred has decimals and neither unit nor noun: it takes the unit of another."""
    stated = number(each.claim)
    small = stated is not None and stated < HUNDRED and stated != stated.to_integral_value()
    return small and dimension(each.claim) == UNSTATED


def _than_another(values: Values, told: Size, couple: Couple) -> bool:
    """Whether the size is measured against something that none of the values is: "nine fewer than Kern", "as expected".

    Against a time it must be that of the old value.
    """
    cue = _measured_against(values, told.at)
    if cue is None or any(each.sentence == told.at.sentence and each.first >= cue.first for each in couple.both):
        return False
    named = _named(told.at.held.tokens[cue.last :])
    if not named:
        return not (values.before_now(couple) or values.surely(couple))
    return not any(named & set(_words_apart(each, told.at, cue).split()) for each in couple.both)


def _words_apart(value: Statement, at: Statement, cue: Cue) -> str:
    """The words of the sentence of a value, of that of the size only those before it is measured against something."""
    return value.tokens(0, cue.first if value.sentence == at.sentence else len(value.held.tokens))


def _measured_against(values: Values, at: Statement) -> Cue | None:
    """The "than", "against" or "above" behind a size, if it stands right there or in the same clause."""
    cues = (each for each in values.statements.cues(at.sentence) if each.first >= at.last and AGAINST & each.roles)
    cue = next(cues, None)
    told = cue is not None and (cue.first == at.last or (at.verb.holds(cue.first) and not _is_topic(at, cue)))
    return cue if cue is not None and told and not _is_score(at, cue) else None


def _is_topic(at: Statement, cue: Cue) -> bool:
    """Whether the verb stands between: "the rise of 14 percent was above what was expected"."""
    return at.verb.verb is not None and at.last <= at.verb.verb < cue.first


def _is_score(at: Statement, cue: Cue) -> bool:
    """Whether "against" stands between two numbers: "by seven votes against four"."""
    tokens = at.held.tokens
    return cue.last < len(tokens) and bool(tokens[cue.first - 1].roles & tokens[cue.last].roles & NUMBER)


def _named(tokens: Sequence[Token]) -> set[str]:
    """The nouns up to the next mark or verb that are no times."""
    ahead = takewhile(lambda each: not each.roles & (PAUSE | FINITE), tokens)
    return {each.low for each in ahead if each.roles & NOUN and not each.roles & (TIME | NUMBER)}


def _outdone(values: Values, told: Size, couple: Couple) -> bool:
    """Whether another size of the kind stands in the clause of one of the values, and this one in none of theirs."""
    places = {each.place for each in couple.both}
    if told.at.place in places:
        return False
    rivals = (other for each in couple.both for other in values.sizes(each.sentence).values())
    return any(other.at is not told.at and other.share == told.share and other.at.place in places for other in rivals)


def _each_has_its_own(values: Values, told: Size, couple: Couple) -> bool:
    """Whether one of the values stands with the size, and the other in a clause with a size of its own."""
    if not any(each.place == told.at.place for each in couple.both):
        return False
    apart = [each for each in couple.both if each.place != told.at.place]
    rivals = (other for each in apart for other in values.sizes(each.sentence).values() if other.at.place == each.place)
    return any(other.share == told.share for other in rivals)


def _other_verb(told: Size, couple: Couple) -> bool:
    """Whether another verb stands between a mere verb's size and its values: "from 12 to 4, and staff be cut by 50"."""
    at = told.at
    if not told.verbal or _concludes(at):
        return False
    edges = sorted((each.first, each.last) for each in (at, *couple.both))
    here = next(index for index, edge in enumerate(edges) if edge[0] == at.first)
    first, last = (edges[here - 1][1], at.first) if here else (at.last, edges[1][0])
    own = {each.verb.predicate for each in couple.both}
    return any(at.held.tokens[token].roles & VERB and token not in own for token in range(first, last))


def _slip(told: Size, couple: Couple) -> bool:
    """Whether the stated step is what a slip of the pen makes of the right one, which chance hardly ever does."""
    one, two, stated = (number(each.claim) for each in (*couple.both, told.at))
    return one is not None and two is not None and stated is not None and slipped(stated, abs(one - two))


def _explained(at: Statement, couple: Couple) -> bool:
    """Whether a colon leads from the size to both values."""
    first = min(each.first for each in couple.both)
    if not couple.within(at.sentence) or first < at.last:
        return False
    return any(token.roles & COLON for token in at.held.tokens[at.last : first])


def _of_lengths(values: Values, told: Size, couple: Couple) -> bool:
    """Whether a percentage would be of two lengths of time that nothing leads between: "in three years, after two"."""
    lasting = dimension(couple.one.claim) in {*TIMES, "time"}
    return told.share and lasting and not (from_to(*couple.both) or values.strictly(couple))


def _astray(values: Values, told: Size, couple: Couple) -> bool:
    """Whether the size goes up and the later of two values is below the earlier one, or the reverse: these are others,
    unless "from" and "to" lead from the one to the other.
    """
    old = couple.old
    if told.way is None or old is None or from_to(*couple.both):
        return False
    before, after = number(old.claim), number((couple.two if old is couple.one else couple.one).claim)
    return before is not None and after is not None and (after < before if told.way == "up" else after > before)


VETOES = (_astray, _of_lengths, _on_another_base, _outdone, _each_has_its_own, _at_another_time, _than_another)
