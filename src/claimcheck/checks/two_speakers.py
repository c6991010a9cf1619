"""One figure said twice, by one speaker or in other words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from claimcheck.checks.comparison import Comparison, Role, Write, alike, judged, role
from claimcheck.checks.readings import middle
from claimcheck.model import Claim, Measure
from claimcheck.model.about import Noun
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
        seen: dict[tuple[str, str], tuple[Claim, Noun]] = {}
        for claim in dossier.article.claims:
            speaker, noun, value = speakers.get(claim.voice or ""), _noun(claim), claim.value
            if noun is None or not speaker or not isinstance(value, Measure) or value.number is None:
                continue
            key = (speaker, f"{value.number.normalize()} {value.unit}")
            if key in seen:
                yield _comparison(*seen[key], claim, noun)
            seen.setdefault(key, (claim, noun))


def _noun(claim: Claim) -> Noun | None:
    """The measure of an amount whose class is known."""
    about = claim.about
    if claim.type != "amount" or about is None or about.measure is None or about.measure.kind is None:
        return None
    return about.measure


def _comparison(other: Claim, first: Noun, claim: Claim, noun: Noun) -> Comparison:
    roles = (
        Role("claim", claim.span, claim.text),
        Role("measure", noun.span, noun.text),
        Role("other", other.span, other.text),
        Role("measure", first.span, first.text),
    )
    values = (("claim", claim.text), ("measure", noun.text), ("other", first.text))
    return Comparison(judged(first.kind == noun.kind), (claim, other), roles, values, evidence="equal_slots")


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
EVIDENCE: dict[str, Evidence] = {"head": "headline"}


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
        for link in dossier.each(Again):
            if link.kind not in PLACES[self.where]:
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
            evidence = link.evidence or self.evidence
            yield Comparison(judged(fits), claims, roles, values, shown, spoken=self.spoken, evidence=evidence)
