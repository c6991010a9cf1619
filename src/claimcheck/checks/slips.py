"""Slips of the pen: garbled numbers, inverted ranges, a figure out of its row."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.checks.comparison import Comparison, Write, judged, role, word_role
from claimcheck.checks.readings import middle
from claimcheck.model.figures import Garbled, Measured, Series
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
