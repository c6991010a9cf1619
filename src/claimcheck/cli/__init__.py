"""The command line: arguments in, text and exit status out."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import NoReturn

from claimcheck.cli.line import line


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Runs one command and leaves with its exit status: 0 no finding, 1 findings, 2 bad usage or bad input."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    line(*given[:1])(args=given, prog_name="claimcheck")
    sys.exit(0)  # typer ends the process itself
