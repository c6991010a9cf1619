"""The command line: arguments in, text and exit status out.

typer reads the arguments. It takes half of the time a whole run of one article takes, so a command with nothing but
paths, where there is nothing to read, goes straight to its function.
"""

from __future__ import annotations

import gc
import os
import sys

from claimcheck import __version__
from claimcheck.cli import preload

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn


COMMON = (["check"], ["extract"])


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Runs one command and leaves with its exit status: 0 no finding, 1 findings, 2 bad usage or bad input."""
    gc.set_threshold(100_000)  # at the default the collector runs for 8 ms during the imports, and finds nothing
    if arguments is not None:
        sys.exit(_run(list(arguments)))
    given = sys.argv[1:]
    if given[:1] in COMMON:
        preload.preload(given[0])
    try:
        status = _run(given)
    finally:
        if given[:1] in COMMON:
            preload.keep(given[0])
        if patterns := sys.modules.get("claimcheck.patterns"):
            patterns.keep()
    _leave(status)


def _leave(status: int) -> NoReturn:
    """Ends the process without taking it down piece by piece, which takes a tenth of a run of one article."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def _run(given: list[str]) -> int:
    command, paths = given[:1], given[1:]
    if paths and command in COMMON and all(path == "-" or path[:1] not in {"-", ""} for path in paths):
        from claimcheck.cli import run  # noqa: PLC0415

        return run.check(paths) if command == ["check"] else run.extract(paths)
    if given == ["--version"]:
        print(f"claimcheck {__version__}")
        return 0
    from claimcheck.cli.line import line  # noqa: PLC0415 – imports typer

    line(*command)(args=given, prog_name="claimcheck")
    return 0
