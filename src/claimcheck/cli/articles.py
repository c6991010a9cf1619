"""`claimcheck check PATH…` and `claimcheck extract PATH…`, as typer sees them."""

from __future__ import annotations

import typer

from claimcheck.cli import options, run


def check(
    paths: options.Paths,
    *,
    date: options.Date = None,
    language: options.Language = None,
    form: options.OutputFormat = "console",
    output: options.Output = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    fail_on: options.Fail = "error",
    lang_ui: options.MessageLanguage = None,
) -> None:
    """Show what in the articles cannot be true.

    Exit status: 0 no finding at or above --fail-on, 1 there is one, 2 bad usage or bad input.
    """
    raise typer.Exit(
        run.check(
            paths,
            date=date,
            language=language,
            form=form,
            output=output,
            select=select or (),
            ignore=ignore or (),
            fail_on=fail_on,
            lang_ui=lang_ui,
        )
    )


def extract(
    paths: options.Paths,
    *,
    date: options.Date = None,
    language: options.Language = None,
    form: options.OutputFormat = "console",
    output: options.Output = None,
    lang_ui: options.MessageLanguage = None,
) -> None:
    """Show the amounts, percentages, quantities, dates and durations the articles state."""
    raise typer.Exit(run.extract(paths, date=date, language=language, form=form, output=output, lang_ui=lang_ui))


def add(app: typer.Typer, command: str) -> None:
    """Puts one of the two on the command line."""
    app.command()({"check": check, "extract": extract}[command])
