"""All commands, for typer; of the modules behind them only the one that is asked for is loaded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from io import StringIO
from typing import Annotated, Any, NamedTuple, cast

import typer
from typer._click.exceptions import ClickException
from typer._click.formatting import HelpFormatter
from typer.core import TyperCommand, TyperGroup

from claimcheck.cli.leave import spoken_by, tell, write
from claimcheck.report.words import translated
from claimcheck.version import VERSION

_AS_IT_IS = "\b"
"""How a paragraph begins that typer does not wrap: lines to be typed."""


class Formatter(HelpFormatter):
    """Lays out a page of help in a language, or in English where it is None."""

    def __init__(self, language: str | None, **layout: Any) -> None:
        super().__init__(**layout)
        self.language = language

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The first line, without its end "…" the same in every language."""
        whole, words = translated("Usage: {}", self.language), translated(args, self.language)
        super().write_usage(prog, words, whole.removesuffix("{}") if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        """The name of a list."""
        super().write_heading(translated(heading, self.language))

    def write_text(self, text: str) -> None:
        """What a command does, paragraph by paragraph."""
        super().write_text("\n\n".join(map(self._paragraph, text.split("\n\n"))))

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Options or commands, and what they are for."""
        said = [(name, translated(what, self.language)) for name, what in rows]
        super().write_dl(said, col_max, col_spacing)

    def _paragraph(self, text: str) -> str:
        return text if text.lstrip(" \n").startswith(_AS_IT_IS) else translated(" ".join(text.split()), self.language)


class Context(typer.Context):
    """What typer knows of a command that runs; its `obj` tells the language of the reader, when it is needed."""

    def make_formatter(self) -> HelpFormatter:
        """What lays out the help."""
        language = cast("Callable[[], str | None]", self.obj)()
        return Formatter(language, width=self.terminal_width, max_width=self.max_content_width)


class Command(TyperCommand):
    """A command whose help is in the reader's language."""

    context_class = Context


class Commands(TyperGroup):
    """Commands below a command, in the same way."""

    context_class = Context


def run(app: typer.Typer, arguments: Sequence[str]) -> int:
    """Runs the command that the arguments name; its exit status, and that of arguments that are none, told here."""
    try:
        status: int | None = app(
            args=arguments, prog_name="claimcheck", standalone_mode=False, obj=partial(spoken_by, arguments)
        )
    except ClickException as error:
        lines = StringIO()
        error.show(lines)
        language = spoken_by(arguments)
        tell("".join(f"{translated(line, language)}\n" for line in lines.getvalue().splitlines()))
        return error.exit_code
    return status or 0


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
    "init": "start:init",
    "serve": "start:serve",
    "calibrate": "rules:calibrate",
    "demo": "start:demo",
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
