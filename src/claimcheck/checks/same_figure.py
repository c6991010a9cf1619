"""One figure of one speaker, given as a value of two different things."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.comparison import Comparison, Role, Write, judged
from claimcheck.model import Claim, Measure
from claimcheck.model.attribution import Attribution
from claimcheck.model.link import Dossier


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
