"""`claimcheck check PATH…` and `claimcheck extract PATH…`, as typer sees them."""

from __future__ import annotations

import typer

from claimcheck.cli import options, run
from claimcheck.cli.wishes import Options


def check(
    paths: options.Paths,
    *,
    date: options.Date = None,
    language: options.Language = None,
    form: options.OutputFormat = None,
    output: options.Output = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    level: options.RuleLevel = None,
    fail_on: options.Fail = None,
    lang_ui: options.MessageLanguage = None,
    quotations: options.Quotations = None,
    reference: options.Reference = None,
    no_reference: options.NoReference = False,
    show_checked: options.ShowChecked = False,
    source: options.Source = None,
    archive: options.Archive = None,
    baseline: options.Baseline = None,
    write_baseline: options.WriteBaseline = False,
    prune_baseline: options.PruneBaseline = False,
    jobs: options.Jobs = None,
) -> None:
    """Show what in the articles cannot be true.

    Exit status: 0 no finding at or above --fail-on, 1 there is one, 2 bad usage or bad input.
    """
    given = Options(
        date=date,
        language=language,
        form=form,
        output=output,
        select=select,
        ignore=ignore,
        level=level,
        fail_on=fail_on,
        lang_ui=lang_ui,
        quotations=quotations,
        reference=reference,
        no_reference=no_reference,
        show_checked=show_checked,
        source=source,
        archive=archive,
        baseline=baseline,
        write_baseline=write_baseline,
        prune_baseline=prune_baseline,
        jobs=jobs,
    )
    raise typer.Exit(run.check(paths, given))


def extract(
    paths: options.Paths,
    *,
    date: options.Date = None,
    language: options.Language = None,
    form: options.ClaimOutputFormat = "console",
    output: options.Output = None,
    lang_ui: options.MessageLanguage = None,
) -> None:
    """Show the typed claims of the articles: numbers, dates, who said what, who did what."""
    raise typer.Exit(run.extract(paths, date=date, language=language, form=form, output=output, lang_ui=lang_ui))


def add(app: typer.Typer, command: str) -> None:
    """Puts one of the two on the command line."""
    app.command()({"check": check, "extract": extract}[command])
