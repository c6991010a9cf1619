"""Findings that are known already: a file of fingerprints that hides them, so that only new ones are shown.

A fingerprint rests on the rule and the words of its claims: it survives that text moves, and a finding comes back when
its words change. Loaded only for runs with a baseline.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import NamedTuple

from claimcheck.model import Finding, Hidden, Report

__all__ = ["Entry", "hide", "prune", "taken"]


class Entry(NamedTuple):
    """One known finding. `path` is that of its article seen from the baseline's folder, with forward slashes."""

    path: str
    rule: str
    fingerprint: str


Known = Counter[Entry]
"""The known findings; the same one may stand in an article more than once."""


def taken(findings: Sequence[Finding], baseline: Path) -> Known:
    """A baseline of these findings."""
    return Counter(_entry(finding, baseline) for finding in findings)


def hide(result: Report, known: Known, baseline: Path) -> Report:
    """The report without the known findings, which are among its hidden ones.

    A finding is known by its article and fingerprint; where an article was renamed, by the fingerprint alone, if the
    old article is gone.
    """
    left = Counter(known)
    hidden: list[Hidden] = []
    shown: list[Finding] = []
    unmatched: list[Finding] = []
    for finding in result.findings:
        entry = _entry(finding, baseline)
        if left[entry] > 0:
            left[entry] -= 1
            hidden.append(Hidden(finding, "baseline"))
        else:
            unmatched.append(finding)
    moved = _moved(left, baseline) if unmatched else Counter()
    for finding in unmatched:
        key = (finding.rule, finding.fingerprint)
        if moved[key] > 0:
            moved[key] -= 1
            hidden.append(Hidden(finding, "baseline"))
        else:
            shown.append(finding)
    coverage = result.coverage._replace(hidden=(*result.coverage.hidden, *hidden))
    return result._replace(findings=tuple(shown), coverage=coverage)


def prune(known: Known, findings: Sequence[Finding], paths: Collection[str], baseline: Path) -> Known:
    """The known findings that still occur.

    Those of articles that were not checked this time stay, unless there is no such file any more.
    """
    now = taken(findings, baseline)
    checked = {_seen_from(baseline, path) for path in paths}
    kept: Known = Counter()
    for entry, count in known.items():
        if entry.path in checked:
            kept[entry] = min(count, now[entry])
        elif not _gone(baseline, entry.path):
            kept[entry] = count
    moved = _moved(known - kept, baseline)
    for entry, count in now.items():
        key = (entry.rule, entry.fingerprint)
        more = min(count - kept[entry], moved[key])
        if more > 0:
            moved[key] -= more
            kept[entry] += more
    return +kept


def _moved(known: Known, baseline: Path) -> Counter[tuple[str, str]]:
    """What is known of articles that are no longer there, by rule and fingerprint."""
    gone: Counter[tuple[str, str]] = Counter()
    absent: dict[str, bool] = {}
    for entry, count in known.items():
        if entry.path not in absent:
            absent[entry.path] = _gone(baseline, entry.path)
        if count > 0 and absent[entry.path]:
            gone[entry.rule, entry.fingerprint] += count
    return gone


def _gone(baseline: Path, path: str) -> bool:
    """Whether there is no such article any more; what may not be looked at might be there."""
    try:
        os.stat(baseline.parent / path)
    except PermissionError:
        return False
    except (OSError, ValueError):  # none there, or a path that none can have: too long, with a null character
        return True
    return False


def _entry(finding: Finding, baseline: Path) -> Entry:
    return Entry(_seen_from(baseline, finding.places[0].path), finding.rule, finding.fingerprint)


def _seen_from(baseline: Path, path: str) -> str:
    if path == "-":
        return path
    try:
        return Path(os.path.relpath(path, baseline.parent)).as_posix()
    except (ValueError, OSError):  # another drive, or no working folder
        return Path(path).as_posix()
