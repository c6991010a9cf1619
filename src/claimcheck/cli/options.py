"""The options that several commands share. One without a default of its own may come from the settings."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimcheck.report import ClaimFormat, Format
from claimcheck.report.words import known
from claimcheck.rules.voices import Quotations as Voice
from claimcheck.settings.table import FailOn

Paths = Annotated[
    list[str], typer.Argument(metavar="PATH...", help="Files, folders (read recursively) or - for standard input.")
]
Date = Annotated[
    str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="The day of publication, for all articles.")
]
Language = Annotated[
    str | None, typer.Option("--language", metavar="CODE", help="The language of all articles; else it is detected.")
]
OutputFormat = Annotated[Format | None, typer.Option("--format", help="How to write the report: console if not said.")]
ClaimOutputFormat = Annotated[ClaimFormat, typer.Option("--format", help="How to write the claims.")]
Output = Annotated[Path | None, typer.Option("--output", metavar="FILE", help="Write to this file.")]
Select = Annotated[
    list[str] | None, typer.Option("--select", metavar="RULE", help="Only this rule or pack; may be repeated.")
]
Ignore = Annotated[
    list[str] | None, typer.Option("--ignore", metavar="RULE", help="Not this rule or pack; may be repeated.")
]
RuleLevel = Annotated[
    list[str] | None,
    typer.Option("--level", metavar="RULE=LEVEL", help="The level of a rule or pack; may be repeated."),
]
Fail = Annotated[
    FailOn | None, typer.Option("--fail-on", help="The least level that makes the exit status 1: error if not said.")
]
MessageLanguage = Annotated[
    str | None,
    typer.Option("--lang-ui", metavar="CODE", help=f"The language of the messages: {', '.join(known())}."),
]
Quotations = Annotated[
    Voice | None,
    typer.Option("--quotations", help="Findings inside quotations: at most hints (if not said), the same, or none."),
]
Reference = Annotated[
    list[Path] | None,
    typer.Option(
        "--reference", metavar="PATH", help="Reference claims of your own: a folder, or a base; may be repeated."
    ),
]
NoReference = Annotated[bool, typer.Option("--no-reference", help="Without the claims that come with the program.")]
ShowChecked = Annotated[
    bool, typer.Option("--show-checked", help="In the console also what was compared and holds, or stays open.")
]
Source = Annotated[
    list[str] | None,
    typer.Option("--source", metavar="PATH", help="A document that must support the articles; may be repeated."),
]
Archive = Annotated[
    Path | None, typer.Option("--archive", metavar="FILE", help="Compare with the earlier articles in this archive.")
]
Baseline = Annotated[
    Path | None, typer.Option("--baseline", metavar="FILE", help="Hide the findings that this file knows.")
]
WriteBaseline = Annotated[bool, typer.Option("--write-baseline", help="Write the present findings to the baseline.")]
PruneBaseline = Annotated[
    bool, typer.Option("--prune-baseline", help="Take findings out of the baseline that are gone.")
]
Jobs = Annotated[
    int | None, typer.Option("--jobs", min=1, max=64, metavar="N", help="How many processes share the articles.")
]
