"""The command line: arguments in, text and exit status out.

typer reads the arguments. It takes half of the time a whole run of one article takes, so a command with nothing but
paths, where there is nothing to read, goes straight to its function.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs one command and leaves with its exit status: 0 no finding, 1 findings, 2 bad usage or bad input."""
    gc.set_threshold(100_000)  # at the default the collector runs for 8 ms during the imports, and finds nothing
    given = list(sys.argv[1:] if arguments is None else arguments)
    command, paths = given[:1], given[1:]
    if (
        paths
        and command in (["check"], ["extract"])
        and all(path == "-" or path[:1] not in {"-", ""} for path in paths)
    ):
        from claimcheck.cli import run  # noqa: PLC0415

        sys.exit(run.check(paths) if command == ["check"] else run.extract(paths))
    from claimcheck.cli.line import line  # noqa: PLC0415 – imports typer

    line(*command)(args=given, prog_name="claimcheck")
