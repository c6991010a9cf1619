"""The options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli.run import FailOn
from claimcheck.report import Format
from claimcheck.report.words import known

Paths = Annotated[
    list[str], typer.Argument(metavar="PATH...", help="Files, folders (read recursively) or - for standard input.")
]
Date = Annotated[
    str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="The day of publication, for all articles.")
]
Language = Annotated[
    str | None, typer.Option("--language", metavar="CODE", help="The language of all articles; else it is detected.")
]
OutputFormat = Annotated[Format, typer.Option("--format", help="How to write the report.")]
Output = Annotated[Path | None, typer.Option("--output", metavar="FILE", help="Write to this file.")]
Select = Annotated[
    list[str] | None, typer.Option("--select", metavar="RULE", help="Only this rule or pack; may be repeated.")
]
Ignore = Annotated[
    list[str] | None, typer.Option("--ignore", metavar="RULE", help="Not this rule or pack; may be repeated.")
]
Fail = Annotated[FailOn, typer.Option("--fail-on", help="The least level that makes the exit status 1.")]
MessageLanguage = Annotated[
    str | None,
    typer.Option("--lang-ui", metavar="CODE", help=f"The language of the messages: {', '.join(known())}."),
]
