"""Slips of the pen: garbled numbers, inverted ranges, a figure out of its row, a wrong count, a figure told twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Literal

from claimcheck.checks.comparison import Comparison, Role, Write, doubted, equal_or_not, judged, mend, role, word_role
from claimcheck.checks.readings import middle
from claimcheck.model import Claim, Measure
from claimcheck.model.claim import Attribution, Noun
from claimcheck.model.comparison import Evidence
from claimcheck.model.figures import Again, Garbled, Listed, Measured, Series
from claimcheck.model.interval import possible
from claimcheck.model.link import Dossier, Spread
from claimcheck.statements.dimension import measure


class GarbledNumber:
    """Fails for every number that is written in a way that stands for nothing."""

    names = ("number",)

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each garbled number."""
        del write
        for link in dossier.each(Garbled):
            roles = (word_role("claim", link.number),)
            text = link.number.text
            yield Comparison("fails", (), roles, (("number", text),), text, evidence="wording")


class InvertedRange:
    """Fails where the lower end of a range is above the upper one."""

    names = ("range", "low", "high")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each range with two ends."""
        for link in dossier.each(Spread):
            claim = link.claim
            value = measure(claim)
            if value is None or value.number is not None or value.low is None or value.high is None:
                continue
            fits = value.low <= value.high
            low, high = write(value.low), write(value.high)
            values = (("range", claim.text), ("low", low), ("high", high))
            shown = f"{low} {'≤' if fits else '>'} {high}"
            yield Comparison(judged(fits), (claim,), (role("range", claim),), values, shown, evidence="wording")


class ScaleSlip:
    """Fails for every number that stands out of its series by a factor of about a thousand."""

    names = ("claim", "other", "ratio")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each such number."""
        for link in dossier.each(Series):
            first, second = middle(link.claim), middle(link.others[0])
            if not first or not second:
                continue
            ratio = (max(first, second) / min(first, second)).to_integral_value()
            other = link.others[0].text
            values = (("claim", link.claim.text), ("other", other), ("ratio", write(ratio)))
            roles = (role("claim", link.claim), *(role("other", each) for each in link.others))
            computation = f"{write(max(first, second))} / {write(min(first, second))} = {write(ratio)}"
            yield Comparison("fails", (link.claim, *link.others), roles, values, computation)


class WrongDimension:
    """Fails where the unit of a number cannot measure what it is said to be a value of."""

    names = ("word", "value")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each physical number whose noun says what is measured."""
        del write
        for link in dossier.each(Measured):
            values = (("word", link.word.text), ("value", link.claim.text))
            roles = (word_role("word", link.word), role("claim", link.claim))
            yield Comparison(judged(link.fits), (link.claim,), roles, values, evidence="construction")


MOST_OFF = 2
"""A list with more names too many or too few is that of other things."""


class ListCount:
    """Fails where a complete list has more or fewer members than are announced."""

    names = ("claim", "names", "result")

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each number of things that are then listed."""
        for link in dossier.each(Listed):
            stated = middle(link.stated)
            if stated is None:
                continue
            fits = int(stated) in link.counts
            number = int(stated) if fits else link.counts[0]
            members = link.members or (link.names,)
            names = ", ".join(each.text for each in members)
            values = (("claim", link.stated.text), ("names", names), ("result", str(number)))
            roles = (role("claim", link.stated), *(word_role("other", each) for each in members))
            shown = f"{number} {'=' if fits else '≠'} {write(stated)}"
            mends = mend(link.stated, Decimal(number), write)
            far = doubted(fits, far=abs(number - int(stated)) > MOST_OFF)
            yield Comparison(
                judged(fits), (link.stated,), roles, values, shown, mends, evidence=link.evidence, slot=far
            )


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
    # that two amounts are equal ties them to no one thing
    return Comparison(judged(first.kind == noun.kind), (claim, other), roles, values, evidence="nearness")


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

    def _links(self, dossier: Dossier) -> Iterable[Again]:
        """The links of such places; of a figure above the text the last, which grammar ties and not mere likeness."""
        links = [link for link in dossier.each(Again) if link.kind in PLACES[self.where]]
        return {link.claim.span: link for link in links}.values() if self.where == "head" else links

    def find(self, dossier: Dossier, write: Write) -> Iterator[Comparison]:
        """One comparison for each figure told twice in such a way."""
        for link in self._links(dossier):
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
            shown = f"{write(first)} {equal_or_not(first, second, fits=fits)} {write(second)}"
            evidence = link.evidence or self.evidence
            yield Comparison(judged(fits), claims, roles, values, shown, spoken=self.spoken, evidence=evidence)
