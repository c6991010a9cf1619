"""What a run writes beside its report, the baseline and the summary of a job, and that none of it is what it reads."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from claimcheck.baseline import hide, prune, read, taken, written
from claimcheck.cli.asked import Asked
from claimcheck.cli.leave import note, write
from claimcheck.errors import DataError, Problem, faults
from claimcheck.files import keep_apart
from claimcheck.ledger import SUFFIX as LEDGER
from claimcheck.model import Report
from claimcheck.read import Excludes, collect, file_of
from claimcheck.read.metadata import SUFFIX as METADATA
from claimcheck.read.metadata import SUPPRESSIONS
from claimcheck.reference.opening import files_in
from claimcheck.report.github import summary
from claimcheck.report.words import Words


def refuse_inputs(paths: Sequence[str], asked: Asked) -> None:
    """Raises DataError where the report or the baseline would take the place of a file that the run reads."""
    written = asked.baseline if asked.write or asked.prune else None
    outputs = [each for each in (asked.output, written) if each is not None]
    if outputs:
        keep_apart(outputs, [*articles([*paths, *asked.source], asked.exclude), *_beside_articles(asked, written)])


def _beside_articles(asked: Asked, written: Path | None) -> Iterator[str | Path]:
    """What else a run reads: settings, archive, the baseline unless it is `written`, reference claims."""
    single = (asked.settings_file, asked.archive, asked.baseline if written is None else None)
    yield from (each for each in single if each is not None)
    for place in asked.reference:
        yield place
        if os.path.isdir(place):
            yield from files_in(place)


def articles(paths: Iterable[str], exclude: Excludes = ()) -> Iterator[str]:
    """The files behind some paths, and what may stand beside each."""
    for name in dict.fromkeys(map(file_of, collect(paths, exclude)[0])):
        yield name
        yield from (os.path.splitext(name)[0] + suffix for suffix in (METADATA, SUPPRESSIONS, LEDGER))


def with_baseline(result: Report, path: Path, asked: Asked, words: Words) -> Report:
    """The report without the findings that the baseline knows; the file is written first where that is asked for.

    Nothing is written while articles could not be read: what they say would be lost. Raises DataError for a file that
    is no baseline or cannot be written.
    """
    if asked.write:
        known = taken(result.findings, path)
        if not faults(result.problems):
            write(written(known), path)
            note(words("baseline_written", path=path, findings=words.count("finding", known.total())))
    else:
        known = read(path)
        if asked.prune and not faults(result.problems):
            articles = [article.document.path for article in result.articles]
            before, known = known.total(), prune(known, result.findings, articles, path)
            write(written(known), path)
            gone = words.count("finding", before - known.total())
            note(words("baseline_pruned", path=path, gone=gone, findings=words.count("finding", known.total())))
    return hide(result, known, path)


FILE = "GITHUB_STEP_SUMMARY"


def append_summary(result: Report, words: Words) -> None:
    """Appends it; nothing where the runner names no file. Raises DataError if it cannot be written."""
    place = os.environ.get(FILE)
    if not place:
        return
    try:
        with Path(place).open("ab") as stream:
            stream.write(summary(result, words).encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise DataError(Problem(f"{FILE}={place}", f"cannot be written: {error.strerror}")) from None
