"""The command line: arguments in, text and exit status out."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from claimcheck.collecting import SeldomCollected
from claimcheck.errors import TRACEBACK, DataError, origin


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Runs one command and leaves with its exit status: 0 no finding, 1 findings, 2 bad usage, bad input or a fault."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    _open_closed()
    try:
        with SeldomCollected():
            from claimcheck.cli.line import line, run  # noqa: PLC0415 – a fault of an import is a fault like any other

            status = run(line(*given[:1]), given)
    except DataError as error:
        sys.exit(_complain(error, given))
    except KeyboardInterrupt:
        sys.exit(130)  # what a shell says of a program that was interrupted
    except Exception as error:
        sys.exit(_fault(error, given))
    finally:
        gc.freeze()  # all that is left is needed no more, and nobody has to look for garbage in it
    sys.exit(status)


def _open_closed() -> None:
    """Lets no file be taken for a standard stream that whoever started the program has closed."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 – for as long as the program runs


def _complain(error: DataError, given: Sequence[str]) -> int:
    from claimcheck.cli.leave import complain, spoken_by  # noqa: PLC0415

    problems = (each._replace(note=None) for each in error.problems)  # what ends a run is no note
    return complain(problems, spoken_by(given))


def _fault(error: Exception, given: Sequence[str]) -> int:
    """Says on standard error that the program itself failed, and where; the exit status of that."""
    from claimcheck.cli.leave import BAD_INPUT, note, spoken_by  # noqa: PLC0415
    from claimcheck.report.words import translated  # noqa: PLC0415

    if os.environ.get(TRACEBACK):
        from traceback import format_exception  # noqa: PLC0415

        for line in "".join(format_exception(error)).splitlines():
            note(line)
    else:
        kind = f"an error of the program, {type(error).__name__} in {origin(error)}, ended it"
        note(translated(f"{kind}; please report it ({TRACEBACK}=1 shows all of it)", spoken_by(given)))
    return BAD_INPUT
