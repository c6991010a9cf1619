"""Product: a total is a number of things times what falls on each, a rate times its time, a speed times its time."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from claimcheck.languages.word_roles import COLON, COORDINATOR, DASH, NUMBER, OPEN, QUOTE
from claimcheck.model import Claim, Duration, Measure
from claimcheck.model.analysis import Chunk
from claimcheck.model.comparison import Evidence
from claimcheck.model.figures import Factors, Product, ProductKind
from claimcheck.model.measure import Per
from claimcheck.statements.agreement import nouns_agree, one_noun, tie, weakest
from claimcheck.statements.cues import Cue
from claimcheck.statements.dimension import dimension, is_rate, number
from claimcheck.statements.statement import Statement, Statements

EACH = frozenset({"each", "per_one"})
DERIVED = frozenset({"equals", "thereby", "follows", "reckoned"})
"""Words by which a number is said to come of others, in whatever clause these stand."""
SUM = frozenset({"together", "total"})
SUMMED = DERIVED | SUM | {"average"}
"""Words that say so within one clause."""
MAKING = frozenset({"conclude", "divide"})
"""Verbs that say it."""
PEOPLE = frozenset({"people", "person", "member"})
WORTH = frozenset({"worth", "worth_weak"})
PERIODS = frozenset({"year", "month", "week", "day", "hour"})
SPEEDS = {"km/h": ("km", "m"), "mi/h": ("mi",), "m/s": ("m", "km"), "kn": ("nmi",)}
TIMES = ("hour", "minute")
FAR = 3
PHRASE = 3
"""So many words join a number to what each of them has: "500 tickets at 20 euros each"."""
MOST = 6
"""So many ways to fill the slots at most: in a table of numbers nothing is certain."""


def products(table: Statements) -> Iterator[Product]:
    """Every number that falls on one of something, with the totals and counts that it may belong to."""
    for sentence in table.numbered():
        for one in table.within(sentence):
            kind = _kind(one)
            found = [] if kind is None else list(_fillings(table, one, kind))
            if kind is not None and 0 < len(found) <= MOST:
                found.sort(key=lambda each: (each.evidence is None, abs(each.total.span.start - one.claim.span.start)))
                yield Product(kind, tuple(found))
            if WORTH & one.around and one.claim.type == "amount" and "earlier" not in one.around:
                yield from _stake(table, one)
        yield from _times(table, sentence)


def _stake(table: Statements, worth: Statement) -> Iterator[Product]:
    """As in "40 percent for two billion, which values the firm at five billion"."""
    near = [each for each in table.reach(worth, 1, 0) if each.value.number is not None]
    shares = [each for each in near if each.value.unit == "percent" and "stake" in each.cues | each.around]
    prices = [each for each in near if _may_sum(worth, each, "stake")]
    if len(shares) == len(prices) == 1:
        price, share = prices[0], shares[0]
        licence = _licence(table, price, share, worth) if _is_worth_of(worth, share) else None
        yield Product("stake", (Factors(price.claim, share.claim, worth.claim, licence),))


def _is_worth_of(worth: Statement, share: Statement) -> bool:
    """Whether it is the worth of what the share is of: told at once, or of a thing named there, not of the buyer."""
    thing = worth.verb.subject
    if "own_share" in worth.around:
        return False  # "Nordia itself is worth …"
    if worth.sentence == share.sentence or thing is None:
        return worth.sentence == share.sentence or bool(DERIVED & worth.around)
    return _told_of(worth, thing, share)


def _told_of(worth: Statement, thing: Chunk, share: Statement) -> bool:
    """Whether the clause of the share names the thing, and not as the buyer."""
    buyer, tokens = share.verb.subject, share.held.tokens
    told = {each.low for each in worth.held.tokens[thing.first : thing.last]}
    if buyer is not None and tokens[buyer.head].low in told:
        return False
    return thing.pronoun or any(each.low in told for at, each in enumerate(tokens) if share.verb.holds(at))


def _times(table: Statements, sentence: int) -> Iterator[Product]:
    """As in "12 times 40 euros, or 480 euros"."""
    told = [each for each in table.within(sentence) if each.value.number is not None]
    for one, two, total in zip(told, told[1:], told[2:], strict=False):
        if dimension(one.claim) == "times" and two.first == one.last and SUMMED & total.cues:
            yield Product("times", (Factors(total.claim, one.claim, two.claim, "construction"),))


def _kind(one: Statement) -> ProductKind | None:
    """Which product the number is a factor of: it falls on each of some things, on a period, or is a speed."""
    value, unit = one.value, dimension(one.claim)
    if value.number is None or unit in ("percent", "time") or isinstance(one.claim.value, Duration):
        return None
    if unit in SPEEDS:
        return None if "where" in one.behind else "speed"
    if _period(one) is not None:
        return "rate"
    if value.per is None:
        return "each" if _of_each(one) and not _counts_each(one) else None
    return "each" if value.per.number == 1 else "per"


def _of_each(one: Statement) -> bool:
    """Whether words of its phrase, of money those of its clause, say that it falls on each of some things."""
    found = EACH & (one.around if one.claim.type == "amount" else one.cues)
    if not found:
        return False
    told = [cue for cue in one.near.all if cue.roles & EACH and (one.verb.holds(cue.first) or cue.last >= one.first)]
    return not told or any(_is_each(one, cue) for cue in told)


def _is_each(one: Statement, cue: Cue) -> bool:
    """Whether the word is no part of a name ("Nord Pro") and leads to no base ("each 1,000 shares")."""
    tokens = one.held.tokens
    named = cue.first > 0 and cue.last == cue.first + 1 and tokens[cue.first].text[0].isupper()
    if named and not tokens[cue.first - 1].roles & (COLON | DASH | OPEN | QUOTE):
        return False
    behind = tokens[cue.last] if cue.last < len(tokens) else None
    return behind is None or not behind.roles & NUMBER or cue.last == one.first


def _counts_each(one: Statement) -> bool:
    """Whether it counts those of whom each has so much: "each of the 80 guests"."""
    return one.claim.type == "quantity" and bool(EACH & one.lead) and "of" in one.lead


def _period(one: Statement) -> str | None:
    per = one.value.per
    if per is not None:
        return per.unit if per.unit in PERIODS and per.number == 1 else None
    told = sorted(role.removeprefix("per:") for role in one.cues if role.startswith("per:"))
    return told[0] if len(told) == 1 and not isinstance(one.claim.value, Duration) else None


def _fillings(table: Statements, one: Statement, kind: ProductKind) -> Iterator[Factors]:
    """Every total with every count that the number may stand beside."""
    near = [each for each in table.reach(one, FAR, FAR) if each.value.number is not None]
    totals = [each for each in near if _may_sum(each, one, kind)]
    counts = [each for each in near if _may_count(each, one, kind)]
    alone = len(totals) == len(counts) == 1
    for total, count in product(totals, counts):
        if total is not count:
            licence = _licence(table, total, count, one) if _comes(table, total, count, one) else None
            if licence is None and alone and _one_of(count, one) and SUMMED & one.around:
                licence = "equal_slots"
            if kind == "rate":
                yield Factors(total.claim, _with_period(one), _length(count, one), licence)
            else:
                yield Factors(total.claim, count.claim, one.claim, licence)


def _one_of(count: Statement, one: Statement) -> bool:
    """Whether the very thing that is counted has so much each: "40 houses … on average each house"."""
    named = _named(one)
    return named is not None and count.noun is not None and one_noun(count.noun, named)


def _length(count: Statement, one: Statement) -> Claim:
    """The time that something takes; "over six years, or 1.5m a year" is not said of more than six."""
    value = count.claim.value
    over = isinstance(value, Duration) and value.measure is not None and value.measure.hedge == "over"
    if not over or count.first > one.first or not isinstance(value, Duration) or value.measure is None:
        return count.claim
    return count.claim._replace(value=value._replace(measure=value.measure._replace(hedge=None)))


def _may_sum(total: Statement, one: Statement, kind: ProductKind) -> bool:
    """Whether it may be the total: of the same unit, for no single one, and the larger."""
    if kind == "speed":
        return total.value.unit in SPEEDS[one.value.unit or ""] and total.value.per is None
    if is_rate(total.value):
        return False
    if kind == "per":
        return total.claim.type == "quantity" and (total.concept is None or total.concept != one.concept)
    return _is_larger(total, one)


def _is_larger(total: Statement, one: Statement) -> bool:
    """Whether it is more of the same, and for no single one."""
    if _period(total) is not None or dimension(total.claim) != dimension(one.claim):
        return False
    if (number(total.claim) or 0) <= (number(one.claim) or 0):
        return False
    # "six classes got 24 tablets each. The 144 devices …"
    return one.claim.type == "amount" or nouns_agree(total, one) is not False or total.definite


def _may_count(count: Statement, one: Statement, kind: ProductKind) -> bool:
    """Whether it may be the number of those on whom so much falls, or the time it takes."""
    value, per = count.value, one.value.per
    if kind == "speed":
        return isinstance(count.claim.value, Duration) and value.unit in TIMES
    if kind == "per":
        return _is_group(count, one)
    if kind == "rate":
        return value.unit in PERIODS and count.concept != "age"
    if (
        count.claim.type != "quantity"
        or value.number == 1
        or value.per is not None
        or (EACH & count.lead and "of" not in count.lead)
    ):
        return False  # "for every five shares" is no count
    if per is not None and per.unit is not None:
        return value.unit == per.unit
    named = _named(one)
    if value.unit not in (None, "person"):
        return named is None and count.place == one.place and one.claim.type == "quantity"
    return _is_counted(count, one, named) if named is not None else bool(EACH & count.cues) or count.place == one.place


def _is_group(count: Statement, one: Statement) -> bool:
    """Whether it may be the number of those of whom so many in 100,000 are told."""
    base = one.value.per
    counted = count.claim.type == "quantity" and count.value.unit in (None, "person")
    return base is not None and counted and (number(count.claim) or 0) > base.number


def _named(one: Statement) -> str | None:
    """What the number is said per: "per flat", wherever it stands; None for a mere "each"."""
    if one.value.per is not None:
        return one.value.per.noun
    chunk = one.chunk_of(EACH)
    return None if chunk is None or chunk.number is not None else one.held.tokens[chunk.head].text


def _is_counted(count: Statement, one: Statement, named: str) -> bool:
    """Whether it counts what the other is said per, or people where it is said per head."""
    noun = count.noun or _compounded(count)
    if noun is None:
        return False
    people = "per_head" in one.cues or bool(PEOPLE & one.cues)
    return one_noun(noun, named) or (people and (bool(PEOPLE & count.cues) or count.noun is None))


def _compounded(count: Statement) -> str | None:
    """What a number counts inside of its own word: "die 8000-Einwohner-Gemeinde"."""
    parts = "".join(each.text for each in count.held.tokens[count.last - 1 : count.last + 2]).split("-")
    return parts[1] if len(parts) > 2 else None


def _comes(table: Statements, total: Statement, count: Statement, one: Statement) -> bool:
    """Whether one of the numbers is said to come of the others: within one clause, or by a word that takes them up."""
    last = max(total, one, key=lambda each: each.claim.span)
    if _joined(one, total):
        return False
    if (total.place == one.place or last.verb.kind in ("participle", "fragment")) and _within(total, count, one):
        return True
    if DERIVED & (last.around | total.around) or not MAKING.isdisjoint(last.verb.senses) or table.takes_up(last):
        return True
    return "share_out" in total.predicate | last.predicate


def _within(total: Statement, count: Statement, one: Statement) -> bool:
    """Whether a word of the phrases calls one a result, or the count leads to what each has: "500 tickets at 20"."""
    if SUMMED & total.cues or (SUMMED - SUM) & one.cues:
        return True
    return count.place == one.place and 0 <= one.first - count.last <= PHRASE


def _joined(one: Statement, total: Statement) -> bool:
    """Whether "and" leads from what each has to another number that is called no sum: "200 litres each and 500"."""
    if one.sentence != total.sentence or not one.last <= total.first or SUM & total.cues:
        return False
    return any(token.roles & COORDINATOR for token in one.held.tokens[one.last : total.first])


def _licence(table: Statements, total: Statement, count: Statement, one: Statement) -> Evidence | None:
    """Why the three belong together: grammar ties each to the next."""
    document = table.article.document
    first, middle, last = sorted((total, count, one), key=lambda each: each.claim.span)
    if last.sentence - first.sentence > 1:
        return None
    ties = tie(document, first, middle), tie(document, middle, last)
    found = [each for each in ties if each is not None]
    return weakest(found) if len(found) == len(ties) else None


def _with_period(one: Statement) -> Claim:
    """The rate with the period that words give it: "400 euros monthly"."""
    period, value = _period(one), one.claim.value
    if period is None or not isinstance(value, Measure) or value.per is not None:
        return one.claim
    return one.claim._replace(value=value._replace(per=Per(Decimal(1), period, None)))
