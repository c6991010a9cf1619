"""Valuation: what was paid for a share of a firm, and what the whole of it is worth."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.constraints.product import may_sum
from claimcheck.constraints.product_ties import DERIVED, WORTH, licence_of
from claimcheck.model.analysis import Chunk
from claimcheck.model.figures import Factors, Product
from claimcheck.statements.statement import Statement, Statements


def valuations(table: Statements) -> Iterator[Product]:
    """Every amount that is called the worth of something, with the share of it that was bought and its price."""
    for sentence in table.numbered():
        for one in table.within(sentence):
            if WORTH & one.around and one.claim.type == "amount" and "earlier" not in one.around:
                yield from _stake(table, one)


def _stake(table: Statements, worth: Statement) -> Iterator[Product]:
    """As in "40 percent for two billion, which values the firm at five billion"."""
    near = [each for each in table.reach(worth, 1, 0) if each.value.number is not None]
    shares = [each for each in near if each.value.unit == "percent" and "stake" in each.cues | each.around]
    prices = [each for each in near if may_sum(worth, each, "stake")]
    if len(shares) == len(prices) == 1:
        price, share = prices[0], shares[0]
        licence = licence_of(table, price, share, worth) if _is_worth_of(worth, share) else None
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
