"""All commands with their options, for typer."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated

import typer

from claimcheck.cli.leave import write
from claimcheck.version import VERSION

COMMANDS = {
    "check": "claimcheck.cli.run",
    "compare": "claimcheck.cli.run",
    "extract": "claimcheck.cli.run",
    "explain": "claimcheck.cli.rules",
    "rules": "claimcheck.cli.rules",
    "claims": "claimcheck.cli.claims",
    "archive": "claimcheck.cli.archive",
    "calibrate": "claimcheck.cli.calibrate",
    "demo": "claimcheck.cli.demo",
}


ASK_VERSION = "--version"


def line(*named: str) -> typer.Typer:
    """The command line; where the first argument names a command, only that command is built."""
    app = typer.Typer(
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(help="A fact linter for news articles: what cannot be true, shown with its arithmetic.")(_options)
    for command, home in COMMANDS.items():
        if command in named or not set(named) & {*COMMANDS, ASK_VERSION}:
            import_module(home).add(app, command)
    return app


def _show_version(asked: bool) -> None:
    if asked:
        write(f"claimcheck {VERSION}\n")
        raise typer.Exit


def _options(
    version: Annotated[
        bool, typer.Option(ASK_VERSION, callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    pass
