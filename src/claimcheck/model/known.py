"""What the reference says to a claim of an article."""

from __future__ import annotations

from typing import Literal, NamedTuple

from claimcheck.model.claim import Claim
from claimcheck.model.reference import ReferenceClaim
from claimcheck.model.span import Span

Aspect = Literal["actor", "value", "date", "category", "founders", "measure", "per", "wording", "speaker"]


class Known(NamedTuple):
    """One aspect of a claim beside a fact: `said` at `span` is what the article has, `right` what the reference has.

    `agrees` is False only where both cannot be true. actor: who did it · value, date: when and how much · category:
    what it is · founders: one of several named as the only one · measure: the figure is one of something else · per:
    it holds for each, and the article does not say so · wording, speaker: of a documented quotation.
    """

    claim: Claim
    aspect: Aspect
    agrees: bool
    span: Span
    said: str
    right: str
    fact: ReferenceClaim
