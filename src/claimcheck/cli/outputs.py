"""What a run writes must be none of what it reads: refused before anything is written."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from claimcheck.cli.asked import Asked
from claimcheck.files import keep_apart
from claimcheck.read import collect
from claimcheck.read.metadata import SUFFIX as METADATA
from claimcheck.read.suppressions import SUFFIX as SUPPRESSIONS
from claimcheck.reference.opening import files_in


def refuse_inputs(paths: Sequence[str], asked: Asked) -> None:
    """Raises DataError where the report or the baseline would take the place of a file that the run reads."""
    baseline = [] if asked.baseline is None else [asked.baseline]
    written = baseline if asked.write or asked.prune else []
    outputs = [*([] if asked.output is None else [asked.output]), *written]
    if not outputs:
        return
    read = [] if written else baseline
    read += [] if asked.archive is None else [asked.archive]
    read += [] if asked.settings_file is None else [Path(asked.settings_file)]
    for place in asked.reference:
        read += map(Path, files_in(place)) if os.path.isdir(place) else [place]
    keep_apart(outputs, [*articles(paths), *articles(asked.sources), *read])


def articles(paths: Iterable[str]) -> Iterator[str]:
    """The files behind some paths, and what may stand beside each."""
    for name in collect(paths)[0]:
        yield name
        yield from (os.path.splitext(name)[0] + suffix for suffix in (METADATA, SUPPRESSIONS))
