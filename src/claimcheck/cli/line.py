"""All commands, for typer; of the modules behind them only the one that is asked for is loaded."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Annotated, Any, NamedTuple

import typer

from claimcheck.cli.leave import write
from claimcheck.cli.spoken import Command, Commands
from claimcheck.version import VERSION

ASK_VERSION = "--version"


class Group(NamedTuple):
    """Commands below a command: what it is for, or what it does `alone`, and what stands below it."""

    below: dict[str, str]
    help: str | None = None
    alone: str | None = None


COMMANDS: dict[str, str | Group] = {
    "check": "run:check",
    "compare": "run:compare",
    "extract": "run:extract",
    "explain": "rules:explain",
    "rules": Group({"test": "rules:test"}, alone="rules:rules"),
    "claims": Group(
        {
            "list": "claims:listed",
            "show": "claims:show",
            "predicates": "claims:predicates",
            "validate": "claims:validate",
            "add": "claim_add:add_claim",
            "import": "claims:import_",
        },
        "The reference claims.",
    ),
    "archive": Group(
        {
            "add": "archive:add_articles",
            "list": "archive:listed",
            "remove": "archive:remove",
            "verify": "archive:verified",
        },
        "The archive of earlier articles.",
    ),
    "ledger": Group(
        {
            "status": "ledger:status",
            "tick": "ledger:tick",
            "remove": "ledger:remove",
            "import": "ledger:import_",
            "prune": "ledger:prune",
        },
        "Which claims somebody has verified.",
    ),
    "init": "init:init",
    "serve": "serve:serve",
    "calibrate": "calibrate:calibrate",
    "demo": "demo:demo",
}


def line(*named: str) -> typer.Typer:
    """The command line; where the first argument names a command, only that command is built."""
    app = typer.Typer(
        cls=Commands,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(help="A fact linter for news articles: what cannot be true, shown with its arithmetic.")(_options)
    for command, home in COMMANDS.items():
        if command in named or not set(named) & {*COMMANDS, ASK_VERSION}:
            _put(app, command, home)
    return app


def _put(app: typer.Typer, command: str, home: str | Group) -> None:
    if isinstance(home, str):
        _add(app, command, home)
        return
    group = typer.Typer(cls=Commands, rich_markup_mode=None, no_args_is_help=home.alone is None)
    for name, each in home.below.items():
        _add(group, name, each)
    if home.alone is not None:
        alone = _function(home.alone)
        group.callback(invoke_without_command=True)(alone)
        app.add_typer(group, name=command, short_help=_first(alone))
    else:
        app.add_typer(group, name=command, help=home.help)


def _add(app: typer.Typer, name: str, home: str) -> None:
    function = _function(home)
    app.command(name, cls=Command, short_help=_first(function))(function)


def _first(function: Callable[..., Any]) -> str:
    """What a list of commands says of one: the first paragraph of what it does, all of it."""
    return " ".join((function.__doc__ or "").partition("\n\n")[0].split())


def _function(home: str) -> Callable[..., Any]:
    module, _, name = home.partition(":")
    function: Callable[..., Any] = getattr(import_module(f"claimcheck.cli.{module}"), name)
    return function


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
