"""What `check` and `extract` do: read, check, write, and say how it went as an exit status."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from claimcheck import pipeline, rules
from claimcheck.cli.choose import choose
from claimcheck.cli.leave import complain, write
from claimcheck.errors import DataError
from claimcheck.inputs import first_language
from claimcheck.model import LEVELS, Report
from claimcheck.report import CLAIM_REPORTERS, REPORTERS, Format, reporter
from claimcheck.report.words import Words, message_language, words

FailOn = Literal["error", "warning", "hint", "never"]


def check(
    paths: Sequence[str],
    *,
    date: str | None = None,
    language: str | None = None,
    form: Format = "console",
    output: Path | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    fail_on: FailOn = "error",
    lang_ui: str | None = None,
) -> int:
    """Writes the findings; 0 none at or above `fail_on`, 1 there is one, 2 bad input, listed on standard error."""
    try:
        chosen = choose(rules.shipped(), select, ignore)
        asked = message_language(lang_ui)
        result = pipeline.check(paths, date=date, language=language, rules=chosen, message_language=asked)
        wording = words(asked or first_language(result.articles))
        if form == "console" and output is None and sys.stdout.isatty():
            _paint(result, wording)
        else:
            write(reporter(form, REPORTERS)(result, wording), output)
    except DataError as error:
        return complain(error.problems)
    if result.problems:
        return complain(result.problems)
    loud = () if fail_on == "never" else LEVELS[: LEVELS.index(fail_on) + 1]
    return int(any(finding.level in loud for finding in result.findings))


def extract(
    paths: Sequence[str],
    *,
    date: str | None = None,
    language: str | None = None,
    form: Format = "console",
    output: Path | None = None,
    lang_ui: str | None = None,
) -> int:
    """Writes the claims; 0, or 2 for bad input, listed on standard error."""
    try:
        asked = message_language(lang_ui)
        result = pipeline.claims_only(paths, date=date, language=language)
        wording = words(asked or first_language(result.articles))
        write(reporter(form, CLAIM_REPORTERS)(result, wording), output)
    except DataError as error:
        return complain(error.problems)
    return complain(result.problems) if result.problems else 0


def _paint(result: Report, wording: Words) -> None:
    from claimcheck.report.console import lines  # noqa: PLC0415 – rich is loaded for a terminal only
    from claimcheck.report.paint import paint  # noqa: PLC0415

    paint(lines(result, wording))
