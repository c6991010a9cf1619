"""`claimcheck check`, `compare` and `extract PATH…`, as typer sees them."""

from __future__ import annotations

import typer

from claimcheck.cli import options, run

OF_CHECK_ONLY = ("source", "archive", "baseline", "write_baseline", "prune_baseline", "jobs")


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
    """Puts one of the three on the command line."""
    commands = {
        "check": options.with_options(run.check),
        "compare": options.with_options(run.compare, OF_CHECK_ONLY),
        "extract": extract,
    }
    app.command(command)(commands[command])
