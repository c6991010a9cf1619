"""The report as SARIF 2.1.0, as code scanning services and editors read it.

Lines and columns count code points of the file; in one that has none, as those of Word and PDF, a place is told in
words and nothing is offered to be replaced. A place in a finding that is not its first is a related location;
every repair is a fix of its own, because the tool does not decide which side is wrong.
Source: OASIS, Static Analysis Results Interchange Format 2.1.0, with errata.
"""

from __future__ import annotations

from json import dumps
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from claimcheck.errors import Problem, faults
from claimcheck.model import Finding, Level, Place, Report, Span
from claimcheck.report.foot import beside, coverage_lines, result_line
from claimcheck.report.places import Files
from claimcheck.report.rule_pages import markdown
from claimcheck.report.words import Words, safe_json, said
from claimcheck.report.written import written
from claimcheck.rules import Rule, shipped
from claimcheck.version import VERSION

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS: dict[Level, str] = {"error": "error", "warning": "warning", "hint": "note"}
ROOT = "%SRCROOT%"
FINGERPRINT = "claimcheck/v1"
Object = dict[str, Any]

# In a message, brackets would begin a link and braces a placeholder.
_PLAIN = str.maketrans({"[": "\\[", "]": "\\]", "\\": "\\\\", "{": "{{", "}": "}}"})


def report(result: Report, words: Words) -> str:
    """Indented JSON; the same report gives the same bytes."""
    files = Files(result.readable())
    known = {rule.id: rule for rule in shipped()}
    names = sorted({each.rule for each in result.findings})
    coverage = [*beside(result, files, words), result_line(result, words), *coverage_lines(result, files, words)]
    run: Object = {
        "tool": {
            "driver": {
                "name": "claimcheck",
                "version": VERSION,
                "semanticVersion": VERSION,
                "language": words.language,
                "rules": [_rule(name, known.get(name), words) for name in names],
            }
        },
        "invocations": [
            {
                "executionSuccessful": not faults(result.problems),
                "toolExecutionNotifications": [
                    *(_notification(problem) for problem in result.problems),
                    {"level": "note", "message": {"text": _plain("\n".join(coverage))}},
                ],
            }
        ],
        "originalUriBaseIds": {ROOT: {"description": {"text": "the folder claimcheck was started in"}}},
        "artifacts": [_artifact(path) for path in sorted(article.document.path for article in result.readable())],
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": [_result(finding, names.index(finding.rule), files, words) for finding in result.findings],
        "properties": {
            "coverage": {
                "claims": result.coverage.claims,
                "compared": result.coverage.compared,
                "numbersUnread": sum(len(article.unread) for article in result.articles),
                "hidden": len(result.coverage.hidden),
                "rules": [
                    {"rule": name, "comparisons": comparisons, "notRun": idle}
                    for name, comparisons, idle in result.coverage.rules
                ],
            }
        },
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return safe_json(dumps(log, ensure_ascii=False, indent=2)) + "\n"


def _rule(name: str, rule: Rule | None, words: Words) -> Object:
    """The descriptor of a rule that found something, with help.

    Its name has the form SARIF wants: core/weekday-wrong is CoreWeekdayWrong.
    """
    short = "".join(part.capitalize() for part in name.replace("/", "-").split("-"))
    if rule is None:
        return {"id": name, "name": short}
    return {
        "id": name,
        "name": short,
        "shortDescription": {"text": _plain(rule.template(words.language))},
        "fullDescription": {"text": _plain(rule.reason(words.language))},
        "help": {"text": _plain(rule.reason(words.language)), "markdown": _braces(markdown(rule, words))},
        "defaultConfiguration": {"level": LEVELS[rule.reports_at]},
        "properties": {"maturity": rule.maturity, "tags": [name.partition("/")[0], rule.maturity]},
    }


def _result(finding: Finding, index: int, files: Files, words: Words) -> Object:
    first, *others = finding.places
    text = said(finding, words)
    label, working = written(words).labelled(finding.computation)
    if working:
        text = f"{text}\n{label}: {working}"
    found: Object = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": LEVELS[finding.level],
        "message": {"text": _plain(text)},
        "locations": [_location(first, files, words)],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
    }
    if others:
        found["relatedLocations"] = [
            {"id": number, **_location(place, files, words)} for number, place in enumerate(others, 1)
        ]
    if repairs := [each for each in finding.repairs if files[each.path].counted == "line"]:
        found["fixes"] = [
            {
                "description": {"text": _plain(f"{words('repair')}: {repair.replacement}")},
                "artifactChanges": [
                    {
                        "artifactLocation": _artifact(repair.path)["location"],
                        "replacements": [
                            {
                                "deletedRegion": _region(repair.path, repair.span, files),
                                "insertedContent": {"text": repair.replacement},
                            }
                        ],
                    }
                ],
            }
            for repair in repairs
        ]
    if finding.quoted is not None:
        found["properties"] = {"quotation": {"speaker": finding.quoted.speaker}}
    return found


def _location(place: Place, files: Files, words: Words) -> Object:
    """Where a place is and what part it plays."""
    physical: Object = {"artifactLocation": _artifact(place.path)["location"]}
    lines, role = files[place.path], words.role(place.role)
    if lines.counted == "line":
        physical["region"] = _region(place.path, place.span, files)
        if place.text:
            physical["region"]["snippet"] = {"text": place.text}
    else:
        row, column = lines.at(place.span.start)
        at = words(f"at {lines.counted}", row=row, column=column)
        role = f"{role}: {words('quoted', text=place.text)} ({at})"
    return {"physicalLocation": physical, "message": {"text": _plain(role)}}


def _region(path: str, span: Span, files: Files) -> Object:
    line, column = files[path].at(span.start)
    end_line, end_column = files[path].end(span.end)
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def _artifact(path: str) -> Object:
    """A file by its URI: relative to where the run began, or absolute; standard input is `stdin`."""
    if path == "-":
        return {"location": {"uri": "stdin", "uriBaseId": ROOT}}
    pure = PurePath(path)
    if pure.is_absolute():
        return {"location": {"uri": "file://" + quote(pure.as_posix(), errors="surrogatepass")}}
    # a colon in the first part would read as a scheme; quote() encodes it, as it does "%", "#" and "?"
    return {"location": {"uri": quote(pure.as_posix(), errors="surrogatepass"), "uriBaseId": ROOT}}


def _notification(problem: Problem) -> Object:
    return {"level": "note" if problem.note else "error", "message": {"text": _plain(str(problem))}}


def _plain(text: str) -> str:
    return text.translate(_PLAIN)


def _braces(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")
