"""A finding's message, with the quotation it stands in."""

from __future__ import annotations

from claimcheck.model import Finding
from claimcheck.report.safe import safe
from claimcheck.report.words import Words


def said(finding: Finding, words: Words) -> str:
    """The message on one safe line; inside a quotation it says so and, where known, whose words they are."""
    if finding.quoted is None:
        return safe(finding.message)
    speaker = finding.quoted.speaker
    if speaker:
        return safe(words("in_quotation_of", speaker=speaker, message=finding.message))
    return safe(words("in_quotation", message=finding.message))
