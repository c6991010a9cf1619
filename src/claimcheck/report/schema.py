"""The JSON Schema of a report: `python -m claimcheck.report.schema` prints what schema/ publishes."""

from __future__ import annotations

import json

from pydantic import TypeAdapter

from claimcheck.report.shape import ReportShape

VERSION = "1.1"
"""Grows with the keys: 1.1 has the comparisons, and what was vetoed."""


def schema() -> dict[str, object]:
    """The schema as plain values."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "claimcheck.report/1",
        "version": VERSION,
        **TypeAdapter(ReportShape).json_schema(),
    }


if __name__ == "__main__":
    print(json.dumps(schema(), ensure_ascii=False, indent=2))
