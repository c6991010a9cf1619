"""How far the work is, on a terminal: one line on standard error that is gone at the end."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

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
