"""The options that several commands share. One without a default of its own may come from the settings."""

from collections.abc import Callable, Collection
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import Annotated, Any, NamedTuple, get_type_hints

import typer

from claimcheck.report import NARROWEST, ClaimFormat, Colour, Format
from claimcheck.report.words import known
from claimcheck.rules.apply import Quotations as Voice
from claimcheck.settings import FailOn

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
OwnRules = Annotated[
    list[Path] | None,
    typer.Option("--rules", metavar="DIR", help="Rules of your own, beside the shipped ones; may be repeated."),
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
Color = Annotated[Colour, typer.Option("--color", help="Whether the console has colours: on a terminal if not said.")]
Width = Annotated[
    int | None,
    typer.Option("--width", min=NARROWEST, metavar="N", help="Columns of the console: as the terminal has, else 80."),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="In the console the findings alone.")]
Statistics = Annotated[bool, typer.Option("--statistics", help="In the console also how many findings each rule has.")]
Source = Annotated[
    list[str] | None,
    typer.Option("--source", metavar="PATH", help="A document that must support the articles; may be repeated."),
]
Excluded = Annotated[
    list[str] | None,
    typer.Option(
        "--exclude", metavar="PATTERN", help="Leave this out of folders, as .gitignore does; may be repeated."
    ),
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


StdinFilename = Annotated[
    str | None,
    typer.Option("--stdin-filename", metavar="NAME", help="Read standard input as if it was this file."),
]


class Options(NamedTuple):
    """The options of `check` as they were given; None or empty where they were not."""

    date: Date = None
    language: Language = None
    form: OutputFormat = None
    output: Output = None
    select: Select = None
    ignore: Ignore = None
    level: RuleLevel = None
    fail_on: Fail = None
    lang_ui: MessageLanguage = None
    quotations: Quotations = None
    reference: Reference = None
    no_reference: NoReference = False
    show_checked: ShowChecked = False
    color: Color = "auto"
    width: Width = None
    quiet: Quiet = False
    statistics: Statistics = False
    source: Source = None
    archive: Archive = None
    baseline: Baseline = None
    write_baseline: WriteBaseline = False
    prune_baseline: PruneBaseline = False
    jobs: Jobs = None
    exclude: Excluded = None
    stdin_filename: StdinFilename = None
    rules: OwnRules = None


def with_options(run: Callable[..., int | None], without: Collection[str] = ()) -> Callable[..., None]:
    """A command with the parameters of `run`, but of the last one, a named tuple, with the fields, all but some.

    typer reads a command's options from its signature, so this one is made. It ends with the exit status that `run`
    returns; None is 0.
    """
    *own, last = signature(run, eval_str=True).parameters.values()
    kinds = get_type_hints(last.annotation, include_extras=True)
    chosen = [
        Parameter(name, Parameter.KEYWORD_ONLY, annotation=kinds[name], default=default)
        for name, default in last.annotation._field_defaults.items()
        if name not in without
    ]

    def command(**given: Any) -> None:
        options = last.annotation(**{each.name: given.pop(each.name) for each in chosen})
        if status := run(**given, **{last.name: options}):
            raise typer.Exit(status)

    command.__doc__ = run.__doc__
    parameters = [*own, *chosen]
    command.__annotations__ = {each.name: each.annotation for each in parameters}
    command.__dict__["__signature__"] = Signature(parameters)
    return command
