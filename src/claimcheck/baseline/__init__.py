"""Findings that are known already: a file of fingerprints that hides them, so that only new ones are shown.

A fingerprint rests on the rule and the words of its claims: it survives that text moves, and a finding comes back when
its words change. Loaded only for runs with a baseline.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple

from claimcheck.errors import DataError, Problem
from claimcheck.files import content, reason
from claimcheck.model import Finding, Hidden, Report


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


SCHEMA = "claimcheck.baseline/1"
_KEYS = {"path", "rule", "fingerprint", "count"}
_MAX_BYTES = 50_000_000


def written(known: Known) -> str:
    """The text of the file; the same findings give the same bytes."""
    lines = [
        json.dumps({**entry._asdict(), "count": count}, ensure_ascii=False) for entry, count in sorted(known.items())
    ]
    body = ",\n".join(f"  {line}" for line in lines)
    findings = f"[\n{body}\n ]" if lines else "[]"
    return f'{{"schema": "{SCHEMA}",\n "findings": {findings}}}\n'


def read(path: Path) -> Known:
    """The known findings in a file. Raises DataError with every mistake."""
    try:
        raw = content(path, _MAX_BYTES)
        if len(raw) > _MAX_BYTES:
            raise DataError(Problem(str(path), f"the file is larger than {_MAX_BYTES:,} bytes"))
        text = raw.decode("utf-8-sig")
        found = json.loads(text)
    except FileNotFoundError:
        message = "there is no such baseline; --write-baseline makes one of the present findings"
        raise DataError(Problem(str(path), message)) from None
    except OSError as error:
        raise DataError(Problem(str(path), f"the file cannot be read: {reason(error)}")) from None
    except UnicodeDecodeError as error:
        raise DataError(Problem(str(path), f"the byte 0x{error.object[error.start]:02x} is not UTF-8")) from None
    except json.JSONDecodeError as error:
        raise DataError(
            Problem(str(path), f"this is no JSON: {error.msg.lower()}", error.lineno, error.colno)
        ) from None
    except (RecursionError, ValueError):
        raise DataError(Problem(str(path), "this is no baseline")) from None
    known: Known = Counter()
    for each in found.get("findings", ()) if _sound(found) else _explain(path, text, found):
        entry = Entry(each["path"], each["rule"], each["fingerprint"])
        if entry in known:
            line = text.count("\n", 0, max(text.rfind(entry.fingerprint), 0)) + 1
            raise DataError(Problem(str(path), f"the finding {entry.fingerprint} stands twice", line))
        known[entry] = each["count"]
    return known


def _sound(found: Any) -> bool:
    """Whether the content has the shape of a baseline; what is wrong is worked out only if not."""
    return (
        isinstance(found, dict)
        and found.keys() == {"schema", "findings"}
        and found["schema"] == SCHEMA
        and isinstance(found["findings"], list)
        and all(map(_sound_entry, found["findings"]))
    )


def _sound_entry(each: Any) -> bool:
    return (
        isinstance(each, dict)
        and each.keys() == _KEYS
        and all(isinstance(each[key], str) and each[key] for key in ("path", "rule", "fingerprint"))
        and type(each["count"]) is int
        and each["count"] > 0
    )


def _explain(path: Path, text: str, found: Any) -> list[dict[str, Any]]:
    """Raises DataError with line and column of every mistake: JSON is YAML too, and that door knows places."""
    from typing import Annotated  # noqa: PLC0415 – for mistakes only

    from pydantic import BaseModel, ConfigDict, Field  # noqa: PLC0415

    from claimcheck import datafile  # noqa: PLC0415

    class EntryShape(BaseModel):
        model_config = ConfigDict(extra="forbid")
        path: Annotated[str, Field(min_length=1)]
        rule: Annotated[str, Field(min_length=1)]
        fingerprint: Annotated[str, Field(min_length=1)]
        count: Annotated[int, Field(ge=1)]

    class BaselineShape(BaseModel):
        model_config = ConfigDict(extra="forbid")
        schema_: Annotated[Literal["claimcheck.baseline/1"], Field(alias="schema")]
        findings: list[EntryShape]

    datafile.parse(text, str(path), BaselineShape)
    # that door takes every scalar for text; what is left are numbers and nulls in the place of texts
    number = next(n for n, each in enumerate(found["findings"], 1) if not _sound_entry(each))
    message = "should have a path, a rule and a fingerprint in quotation marks, and a count that is a number"
    raise DataError(Problem(str(path), f"finding number {number} {message}"))
