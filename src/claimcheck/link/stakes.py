"""A stake, its price and what the whole is worth by it."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.link.dimension import comparable
from claimcheck.link.frame import Frame
from claimcheck.link.joint import is_share, is_value, near
from claimcheck.link.pairs import old_values
from claimcheck.link.sizes import size
from claimcheck.model.figures import Product

FAR = 14


def stakes(row: Frame, begin: int) -> Iterator[Product]:
    """As in "40 percent for two billion, which values the firm at five billion"."""
    if "stake" not in row.every or old_values(row):
        return
    shares = [n for n in row.numbers if is_share(row.claim(n)) and is_value(row, n)]
    amounts = [n for n in row.numbers if row.claim(n).type == "amount" and is_value(row, n)]
    worth = [n for n in amounts if n >= begin and _is_worth(row, n, begin)][-1:]
    if len(shares) != 1 or not worth or size(row, shares[0]) is not None:
        return
    prices = [n for n in amounts if n != worth[0] and comparable(row.claim(n), row.claim(worth[0]))]
    if len(prices) == 1 and prices[0] < worth[0] and abs(prices[0] - shares[0]) <= FAR:
        reason = "a stake, its price and the worth of the whole"
        yield Product("stake", row.claim(prices[0]), row.claim(shares[0]), row.claim(worth[0]), reason)


def _is_worth(row: Frame, at: int, begin: int) -> bool:
    """Whether the amount is called a worth; "worth" alone counts only beside the stake, it is said of anything."""
    if near(row, at, "worth", left=5, right=2) is not None:
        return True
    weak = near(row, at, "worth_weak", left=5, right=2) is not None
    return weak and (begin == 0 or bool(row.roles(begin, at) & {"equals", "thereby"}))
