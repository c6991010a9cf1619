"""One line a finding, as editors and scripts read them: path:line:column: level rule message.

Then, each after "# ", the table of a comparison and what the report rests on.
"""

from __future__ import annotations

from claimcheck.model import Report
from claimcheck.report.foot import beside, coverage_lines, result_line
from claimcheck.report.places import Files
from claimcheck.report.safe import safe, said
from claimcheck.report.words import Words


def report(result: Report, words: Words) -> str:
    """The findings in the report's order, then lines that begin with "# " and say what the report rests on."""
    files = Files(result.readable())
    lines = []
    for finding in result.findings:
        place = finding.places[0]
        line, column = files[place.path].at(place.span.start)
        lines.append(f"{safe(place.path)}:{line}:{column}: {finding.level} {finding.rule} {said(finding, words)}\n")
    foot = [*beside(result, files, words), result_line(result, words), *coverage_lines(result, files, words)]
    return "".join((*lines, *(f"# {line}\n" for line in foot)))
