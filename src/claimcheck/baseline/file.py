"""The baseline as a file: JSON, sorted, one finding a line, so that its changes can be read in a review."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any, Literal

from claimcheck.baseline import Entry, Known
from claimcheck.errors import DataError, Problem
from claimcheck.files import content, reason

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
