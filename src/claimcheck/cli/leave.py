"""How a command writes: always UTF-8, every problem listed, quiet when the reader has gone."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from io import TextIOWrapper
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol, TextIO, cast, get_args

from claimcheck.errors import DataError, Note, Problem, faults
from claimcheck.files import reason, replace
from claimcheck.report import VIEW, WIDTH
from claimcheck.report.words import Words, in_language, known, message_language, safe, translated, words
from claimcheck.settings import settings

if TYPE_CHECKING:
    from pathlib import Path

    from claimcheck.model import Report
    from claimcheck.report import Colour, View
    from claimcheck.report.screen import Draw, Screen


BAD_INPUT = 2
INTERRUPTED = 130
LONGEST = 2_000
NOTES = 5


def write(text: str | Iterable[str], output: Path | None = None) -> None:
    """Writes a text, or its parts in order, to standard output or to a file, the same bytes in every locale.

    A lone surrogate, as in a path that is no UTF-8, is written as its escape. Raises DataError if it cannot be written;
    a file then has what it had before.
    """
    data = (each.encode("utf-8", "backslashreplace") for each in ((text,) if isinstance(text, str) else text))
    if output is not None:
        try:
            replace(output, data)
        except OSError as error:
            raise DataError(Problem(str(output), f"cannot be written: {reason(error)}")) from None
        return
    if sys.stdout is None:  # whoever started the program has closed it
        raise DataError(Problem("standard output", "cannot be written: it is closed"))
    try:
        for part in data:
            sys.stdout.buffer.write(part)
        sys.stdout.buffer.flush()
    except OSError as error:
        _turn_off(sys.stdout)
        if not isinstance(error, BrokenPipeError):  # that is `| head`, which has read enough
            raise DataError(Problem("standard output", f"cannot be written: {reason(error)}")) from None


class Picture(Protocol):
    """A report for people: as plain text, and drawn on a screen. The modules that have both are such pictures."""

    def report(self, result: Report, words: Words, view: View) -> str:
        """The text."""

    def draw(self, result: Report, words: Words, view: View, screen: Screen) -> None:
        """The same on a screen."""


def show(picture: Picture, result: Report, words: Words, view: View, output: Path | None = None) -> None:
    """Writes a report for people, or draws it where standard output is shown to somebody or colours are asked for."""
    if output is None and _in_colours(view.colour):
        draw_on_terminal(partial(picture.draw, result, words, view), view)
    else:
        write(picture.report(result, words, view), output)


def draw_on_terminal(draw: Draw, view: View) -> None:
    """Lets rich write to standard output itself."""
    from claimcheck.report.screen import coloured  # noqa: PLC0415 – with rich

    stream = cast(TextIOWrapper, sys.stdout)
    stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    coloured(draw, view, stream)


def on_terminal() -> bool:
    """Whether somebody sees at once what is written to standard output."""
    return sys.stdout is not None and sys.stdout.isatty()


def _in_colours(asked: Colour) -> bool:
    """Whether rich is to write to standard output itself: on a terminal, or where colours are asked for."""
    forced = asked == "always" or (asked == "auto" and bool(os.environ.get("FORCE_COLOR")))
    return sys.stdout is not None and (forced or sys.stdout.isatty())


def complain(problems: Iterable[Problem], language: str | None = None) -> int:
    """Lists problems on standard error in a language, one a line, without notes: every report tells these.

    Returns the exit status: that of bad input, or 0 where there are only notes.
    """
    lines = [f"claimcheck: {line}" for line in told(faults(problems), language)]
    tell("".join(f"{line if len(line) <= LONGEST else f'{line[:LONGEST]} …'}\n" for line in lines))
    return BAD_INPUT if lines else 0


def told(problems: Iterable[Problem], language: str | None) -> list[str]:
    """A line for each problem in a language, safe for a terminal."""
    return [safe(str(in_language(each, language))) for each in problems]


def problems_of(result: Report) -> tuple[Problem, ...]:
    """The problems of a report; where nothing at all was read, it is a mistake too that something was left alone."""
    if result.articles:
        return result.problems
    return tuple(each._replace(note=None) for each in result.problems)


def refuse(problems: Iterable[Problem], language: str | None) -> None:
    """Tells the notes among the problems in a language, and raises DataError with those that are mistakes."""
    told = tuple(problems)
    for why in get_args(Note):
        notes = [each for each in told if each.note == why]
        for each in notes[:NOTES]:
            note(str(in_language(each, language)))
        if len(notes) > NOTES:
            note(translated(f"and {len(notes) - NOTES} more for the same reason", language))
    if wrong := faults(told):
        raise DataError(*wrong)


def note(text: str) -> None:
    """Says on standard error what was done besides the report."""
    tell(f"claimcheck: {safe(text)}\n")


def tell(text: str) -> None:
    """Writes to standard error; where nobody reads that, the exit status has to say it."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.buffer.write(text.encode("utf-8", "backslashreplace"))
        sys.stderr.buffer.flush()
    except OSError:
        _turn_off(sys.stderr)


def _turn_off(stream: TextIO) -> None:
    """What is left in it would be written again, and fail again, when the stream is closed at the end."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


Rows = Sequence[Sequence[str]]


def say(text: str) -> None:
    """A page, its lines wrapped between words and as deep as they begin; 80 columns wide where it is no terminal."""
    from claimcheck.report.screen import plain  # noqa: PLC0415 – with rich

    if on_terminal():
        draw_on_terminal(partial(_page, text), VIEW)
    else:
        write(plain(partial(_page, text), WIDTH))


def say_rows(rows: Rows) -> None:
    """A list, on a terminal with the last of each row wrapped below it, elsewhere in columns, a line a row."""
    if on_terminal():
        draw_on_terminal(partial(_list, rows), VIEW)
        return
    widths = [max(map(len, column)) for column in list(zip(*rows, strict=True))[:-1]]
    for *cells, last in rows:
        write("  ".join((*(f"{cell:<{width}}" for cell, width in zip(cells, widths, strict=True)), last)) + "\n")


def _page(text: str, screen: Screen) -> None:
    from rich.text import Text  # noqa: PLC0415 – with rich

    for line in text.splitlines():
        words = line.lstrip()
        deep = line[: len(line) - len(words)]
        screen.hang(deep, Text(words), f"{deep}  " if deep or words.startswith("- ") else "")


def _list(rows: Rows, screen: Screen) -> None:
    from rich.text import Text  # noqa: PLC0415 – with rich

    for *cells, last in rows:
        screen.row(Text("  ".join(cells), "bold"))
        screen.hang("  ", Text(last))


Advance = Callable[[str, int, int], None]
"""Takes what is being done in a word, how much of it is done, and how much there is."""


@contextmanager
def progress() -> Iterator[Advance]:
    """Shows how much is done whenever that is told; nothing where nobody sees standard error.

    It is drawn when it is told and by no thread of its own: other processes may begin meanwhile.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda what, done, whole: None
        return
    from rich.console import Console  # noqa: PLC0415 – for a terminal only
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn  # noqa: PLC0415

    drawn = Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TaskProgressColumn(),
        console=Console(stderr=True),
        transient=True,
        auto_refresh=False,
        redirect_stdout=False,
        redirect_stderr=False,
    )
    with drawn:
        task = drawn.add_task("", total=None, visible=False)

        def advance(what: str, done: int, whole: int) -> None:
            drawn.update(task, description=what, completed=done, total=whole, visible=True, refresh=True)

        yield advance


OPTION = "--lang-ui"
LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


def of_terminal() -> str | None:
    """The language somebody at a terminal has set for programs, if reports can be written in it.

    Elsewhere None: what goes into a file or a pipe is the same whatever surrounds the program.
    """
    return _of_locale() if on_terminal() else None


def _of_locale() -> str | None:
    locale = next((os.environ[name] for name in LOCALE if os.environ.get(name)), "")
    spoken = [] if locale in ("", "C", "POSIX") else [*os.environ.get("LANGUAGE", "").split(":"), locale]
    codes = (re.split(r"[_.@]", each)[0].lower() for each in spoken)
    return next((code for code in codes if code in known()), None)


def of_reader() -> str | None:
    """The language of the settings here, else of the terminal."""
    return _of_settings() or of_terminal()


def reader_words(asked: str | None) -> Words:
    """The words in the language asked for, else in that of the settings here, else of the terminal.

    Raises DataError for a language without any.
    """
    return words(message_language(asked) or of_reader())


def spoken_by(arguments: Sequence[str]) -> str | None:
    """The language of who typed these arguments, for what is no report: by them, the settings here, or the locale."""
    return _asked(arguments) or _of_settings() or _of_locale()


def _asked(arguments: Sequence[str]) -> str | None:
    """What stands behind the option, read before anything is known to be right."""
    for option, value in pairwise([*arguments, ""]):
        name, sign, inside = option.partition("=")
        if name == OPTION and (asked := inside if sign else value) in known():
            return asked
    return None


def _of_settings() -> str | None:
    with suppress(DataError):  # who uses them says what is wrong with them
        found = settings([os.curdir])
        return found.lang_ui if found and found.lang_ui in known() else None
    return None
