"""Help and wrong usage in the reader's language: what typer writes in English, translated as it is laid out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from io import StringIO
from typing import TYPE_CHECKING, Any, cast

import typer
from typer._click.exceptions import ClickException
from typer._click.formatting import HelpFormatter
from typer.core import TyperCommand, TyperGroup

from claimcheck.cli.leave import tell
from claimcheck.cli.reader import spoken_by
from claimcheck.report.translate import translated

if TYPE_CHECKING:
    from collections.abc import Callable

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
