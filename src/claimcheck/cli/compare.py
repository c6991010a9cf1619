"""`claimcheck compare PATH…`, as typer sees it."""

from __future__ import annotations

import typer

from claimcheck.cli import options, run
from claimcheck.cli.wishes import Options


def compare(
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
) -> None:
    """Show what several articles say of the same things, and what of it cannot be true.

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
    )
    raise typer.Exit(run.check(paths, given, between=True))


def add(app: typer.Typer, command: str) -> None:
    """Puts it on the command line."""
    app.command(command)(compare)
