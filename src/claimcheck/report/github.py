"""Workflow commands that GitHub Actions turns into annotations on the lines of a pull request.

A command is a line that begins with "::". Everything of an article is inside one, on one line, with "%" and line ends
encoded, so that words such as "::error::" in an article stay words.
Source: GitHub Docs, "Workflow commands for GitHub Actions".
"""

from __future__ import annotations

from string import punctuation

from claimcheck.errors import Problem
from claimcheck.model import Finding, Level, Report
from claimcheck.report.foot import beside, coverage_lines, result_line
from claimcheck.report.places import Files
from claimcheck.report.words import Words, safe, said
from claimcheck.report.written import written

COMMANDS: dict[Level, str] = {"error": "error", "warning": "warning", "hint": "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def report(result: Report, words: Words) -> str:
    """One annotation a finding, one for each input that could not be read, and the coverage as a notice."""
    files = Files(result.readable())
    lines = [_annotation(finding, files, words) for finding in result.findings]
    lines += [_problem(problem) for problem in result.problems]
    foot = [*beside(result, files, words), result_line(result, words), *coverage_lines(result, files, words)]
    coverage = "\n".join(foot)
    lines.append(f"::notice title=claimcheck::{_data(coverage)}")
    return "".join(f"{line}\n" for line in lines)


def _annotation(finding: Finding, files: Files, words: Words) -> str:
    place = finding.places[0]
    line, column = files[place.path].at(place.span.start)
    end_line, end_column = files[place.path].end(place.span.end)
    where: dict[str, str | int | None] = {"file": place.path, "line": line, "endLine": end_line}
    if line == end_line:  # GitHub refuses columns of a place over several lines
        where |= {"col": column, "endColumn": max(column, end_column - 1)}
    parts = [said(finding, words)]
    for other in finding.places[1:]:
        at = files[other.path].at(other.span.start)
        quoted = words("quoted", text=safe(other.text))
        parts.append(f"{words.role(other.role)}: {quoted} ({safe(other.path)}:{at[0]}:{at[1]})")
    label, working = written(words).labelled(finding.computation)
    if working:
        parts.append(f"{label}: {safe(working)}")
    return _command(COMMANDS[finding.level], {**where, "title": finding.rule}, "\n".join(parts))


def _problem(problem: Problem) -> str:
    where: dict[str, str | int | None] = {"file": problem.path, "line": problem.line, "col": problem.column}
    return _command("notice" if problem.note else "error", {**where, "title": "claimcheck"}, safe(str(problem)))


def _command(name: str, properties: dict[str, str | int | None], message: str) -> str:
    given = ",".join(
        f"{key}={safe(str(value)).translate(_PROPERTY)}" for key, value in properties.items() if value is not None
    )
    return f"::{name} {given}::{_data(message)}"


def _data(text: str) -> str:
    return text.translate(_DATA)


SHOWN = 200
"""The runner refuses a summary of more than a megabyte."""
LONGEST = 1000
_INERT = str.maketrans({mark: f"&#{ord(mark)};" for mark in punctuation})


def summary(result: Report, words: Words) -> str:
    """The Markdown, ended by a blank line, so that another step's summary can follow."""
    files = Files(result.readable())
    parts = [f"### claimcheck\n\n**{inert(result_line(result, words))}**", *_table(result, files, words)]
    for lines in (beside(result, files, words)[:SHOWN], list(coverage_lines(result, files, words))):
        if lines:
            parts.append("\n".join(f"- {inert(line.strip())}" for line in lines))
    parts += [f"- {inert(str(problem))}" for problem in result.problems[:SHOWN]]
    return "\n\n".join(parts) + "\n\n"


def _table(result: Report, files: Files, words: Words) -> list[str]:
    """The findings, a row each, and what is said behind them."""
    if not result.findings:
        return []
    rows = [
        " | ".join(words(f"head {name}") for name in ("level", "place", "message", "rule")),
        "--- | --- | --- | ---",
    ]
    for finding in result.findings[:SHOWN]:
        place = finding.places[0]
        line, column = files[place.path].at(place.span.start)
        cells = (words(finding.level), f"{place.path}:{line}:{column}", said(finding, words), finding.rule)
        rows.append(" | ".join(map(inert, cells)))
    more = len(result.findings) - SHOWN
    left = [inert(words("more_findings", findings=words.count("finding", more)))] if more > 0 else []
    return ["\n".join(f"| {row} |" for row in rows), *left, inert(words("annotation_limit"))]


def inert(text: str) -> str:
    """The text on one line, none of it markup; what is very long is cut."""
    text = safe(text)
    return (text if len(text) <= LONGEST else f"{text[:LONGEST]} …").translate(_INERT)
