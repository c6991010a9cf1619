"""The whole report as JSON in the shape of the published schema."""

from __future__ import annotations

from json import dumps

from claimcheck.model import Report
from claimcheck.report.contract import to_dict
from claimcheck.report.safe import safe_json
from claimcheck.report.words import Words


def report(result: Report, words: Words) -> str:
    """Indented JSON; the same report gives the same bytes."""
    return safe_json(dumps(to_dict(result), ensure_ascii=False, indent=2, allow_nan=False)) + "\n"
