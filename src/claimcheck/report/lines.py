"""One line a finding, as editors and scripts read them: path:line:column: level rule message."""

from __future__ import annotations

from claimcheck.model import Report
from claimcheck.report.places import Files
from claimcheck.report.safe import safe
from claimcheck.report.words import Words


def report(result: Report, words: Words) -> str:
    """The findings in the report's order; empty without findings."""
    files = Files(result.articles)
    lines = []
    for finding in result.findings:
        place = finding.places[0]
        line, column = files[place.path].at(place.span.start)
        lines.append(f"{safe(place.path)}:{line}:{column}: {finding.level} {finding.rule} {safe(finding.message)}\n")
    return "".join(lines)
