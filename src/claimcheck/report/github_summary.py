"""The summary of a GitHub job: a table of the findings and the coverage, as Markdown.

Every punctuation mark of an article becomes a character reference, so that none of it is markup, HTML, a link or a
mention. Source: GitHub Docs, "Adding a job summary"; CommonMark, "Entity and numeric character references".
"""

from __future__ import annotations

from string import punctuation

from claimcheck.model import Report
from claimcheck.report.foot import beside, coverage_lines, result_line
from claimcheck.report.places import Files
from claimcheck.report.safe import safe
from claimcheck.report.said import said
from claimcheck.report.words import Words

SHOWN = 200
"""The runner refuses a summary of more than a megabyte."""
LONGEST = 1000
_INERT = str.maketrans({mark: f"&#{ord(mark)};" for mark in punctuation})


def summary(result: Report, words: Words) -> str:
    """The Markdown, ended by a blank line, so that another step's summary can follow."""
    files = Files(result.readable())
    parts = [f"### claimcheck\n\n**{inert(result_line(result, words))}**"]
    if result.findings:
        rows = [
            " | ".join(words(f"head {name}") for name in ("level", "place", "message", "rule")),
            "--- | --- | --- | ---",
        ]
        for finding in result.findings[:SHOWN]:
            place = finding.places[0]
            line, column = files[place.path].at(place.span.start)
            cells = (words(finding.level), f"{place.path}:{line}:{column}", said(finding, words), finding.rule)
            rows.append(" | ".join(inert(cell) for cell in cells))
        parts.append("\n".join(f"| {row} |" for row in rows))
        if len(result.findings) > SHOWN:
            parts.append(inert(words("more_findings", findings=words.count("finding", len(result.findings) - SHOWN))))
        parts.append(inert(words("annotation_limit")))
    if table := beside(result, files, words):
        parts.append("\n".join(f"- {inert(line.strip())}" for line in table[:SHOWN]))
    parts += (
        ["\n".join(f"- {inert(line)}" for line in lines)]
        if (lines := list(coverage_lines(result, files, words)))
        else []
    )
    parts += [f"- {inert(str(problem))}" for problem in result.problems[:SHOWN]]
    return "\n\n".join(parts) + "\n\n"


def inert(text: str) -> str:
    """The text on one line, none of it markup; what is very long is cut."""
    text = safe(text)
    return (text if len(text) <= LONGEST else f"{text[:LONGEST]} …").translate(_INERT)
