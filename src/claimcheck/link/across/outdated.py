"""Older values in newer articles: a third article repeats what a second one had already replaced."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from claimcheck.link.across import slots
from claimcheck.link.across.line import Number
from claimcheck.link.across.page import Page
from claimcheck.model.tie import End, Tie

LOOKING_BACK = ("earlier", "former", "series")
REASON = "an article between them tells the newer value"


def outdated(ties: Sequence[Tie], pages: Sequence[Page]) -> Iterator[Tie]:
    """Ties between a newer value and the older one in a later article, which does not say that it looks back.

    Three articles of three days prove it: the first and the last state one value, the one between them replaced it.
    """
    known = {page.path: page for page in pages}
    newer: defaultdict[End, list[tuple[End, str]]] = defaultdict(list)
    repeated: defaultdict[End, list[tuple[End, str]]] = defaultdict(list)
    for tie in ties:
        if tie.aspect != "value" or tie.stated is None:
            continue
        one, two = tie.stated
        if tie.relation == "updates" or (tie.relation == "agrees" and one == two):
            table = newer if tie.relation == "updates" else repeated
            table[tie.a].append((tie.b, two))
            table[tie.b].append((tie.a, one))
    for first in sorted(newer.keys() & repeated.keys()):
        for second, replaced in newer[first]:
            for third, value in repeated[first]:
                if (
                    value != replaced
                    and _in_order(known, first, second, third)
                    and _stale(known[third.path], third, replaced)
                ):
                    yield Tie(second, third, "conflicts", "older", REASON, (replaced, value))


def _in_order(known: Mapping[str, Page], first: End, second: End, third: End) -> bool:
    days = [known[end.path].published for end in (first, second, third)]
    return all(a is not None and b is not None and a < b for a, b in pairwise(days))


def _stale(page: Page, end: End, replaced: str) -> bool:
    """Whether the article gives the older value as its own: it neither looks back nor states the newer one too."""
    number = next((each for each in page.numbers if each.claim.span == end.span), None)
    return number is not None and not _looks_back(number) and replaced not in page.values


def _looks_back(number: Number) -> bool:
    return not slots.marks(number).isdisjoint(LOOKING_BACK)
