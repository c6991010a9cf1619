"""Python's collector of garbage, asked to come less often while articles are read.

It looks again at what was made whenever 700 more objects are; one article makes some ten thousand that live as long as
its report, so a sixth of the time went into finding nothing.
"""

from __future__ import annotations

import gc

SELDOM = 100_000


class SeldomCollected:
    """For a `with` statement: as many new objects as SELDOM between two looks, and afterwards as before."""

    def __enter__(self) -> None:
        self._before = gc.get_threshold()
        if 0 < self._before[0] < SELDOM:
            gc.set_threshold(SELDOM, *self._before[1:])

    def __exit__(self, *error: object) -> None:
        gc.set_threshold(*self._before)
