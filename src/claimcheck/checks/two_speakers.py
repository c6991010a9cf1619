"""One figure said twice, by one speaker or in other words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from claimcheck.checks.comparison import Comparison, Role, Write, alike, judged, role
from claimcheck.checks.readings import middle
from claimcheck.model import Claim, Measure
from claimcheck.model.attribution import Attribution
from claimcheck.model.bounds import possible
from claimcheck.model.comparison import Evidence
from claimcheck.model.figures import Again
from claimcheck.model.link import Dossier
from claimcheck.statements.dimension import measure


class SameFigure:
    """Fails where two equal amounts of one speaker have measure nouns of two classes: a budget first, then bonuses."""

    names = ("claim", "measure", "other")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each pair of equal amounts of one speaker."""
        del write
        speakers = {
            claim.id: _speaker(claim) for claim in dossier.article.claims if isinstance(claim.value, Attribution)
        }
        seen: dict[tuple[str, str], Claim] = {}
        for claim in dossier.article.claims:
            value, about = claim.value, claim.about
            speaker = speakers.get(claim.voice or "")
            if claim.type != "amount" or not isinstance(value, Measure) or not speaker or value.number is None:
                continue
            if about is None or about.measure is None or about.measure.kind is None:
                continue
            key = (speaker, f"{value.number.normalize()} {value.unit}")
            if key not in seen:
                seen[key] = claim
                continue
            first = seen[key].about
            if first is None or first.measure is None:
                continue
            roles = (
                Role("claim", claim.span, claim.text),
                Role("measure", about.measure.span, about.measure.text),
                Role("other", seen[key].span, seen[key].text),
                Role("measure", first.measure.span, first.measure.text),
            )
            values = (("claim", claim.text), ("measure", about.measure.text), ("other", first.measure.text))
            fits = first.measure.kind == about.measure.kind
            yield Comparison(judged(fits), (claim, seen[key]), roles, values, evidence="equal_slots")


def _speaker(claim: Claim) -> str | None:
    """The last word of the speaker's name: "Sam Altman" and "Altman" are one."""
    said = claim.value
    if not isinstance(said, Attribution) or said.source_kind != "named" or said.source is None:
        return None
    words = (said.resolved or said.source.text).replace(",", " ").split()
    return words[-1] if said.resolved or len(words) <= 3 else " ".join(words[:2]).split()[-1]


PLACES = {
    "head": ("headline", "subhead", "teaser", "caption"),
    "words": ("words",),
    "language": ("language",),
    "count": ("count",),
}
EVIDENCE: dict[str, Evidence] = {"head": "headline", "count": "equal_slots"}


class ToldTwice:
    """Fails where the two figures cannot be the same; `where` says which repetitions the rule is about."""

    names = ("claim", "other", "first", "second")

    def __init__(self, where: Literal["head", "words", "language", "count"]) -> None:
        self.where = where
        # a figure quoted in another language is what the author translates, and no speaker's own sum
        self.spoken = False if where == "language" else None
        self.evidence = EVIDENCE.get(where)

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each figure told twice in such a way."""
        for link in dossier.links:
            if not isinstance(link, Again) or link.kind not in PLACES[self.where]:
                continue
            one, two = measure(link.claim), measure(link.other)
            first, second = middle(link.claim), middle(link.other)
            if one is None or two is None or first is None or second is None:
                continue
            claims = (link.claim, link.other)
            fits = link.near or possible(one).meets(possible(two))
            values = (
                ("claim", link.claim.text),
                ("other", link.other.text),
                ("first", write(first)),
                ("second", write(second)),
            )
            roles = (role("claim", link.claim), role("other", link.other))
            shown = f"{write(first)} {alike(first, second, fits=fits)} {write(second)}"
            yield Comparison(judged(fits), claims, roles, values, shown, spoken=self.spoken, evidence=self.evidence)
