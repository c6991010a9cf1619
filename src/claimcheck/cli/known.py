"""--baseline, --write-baseline and --prune-baseline."""

from __future__ import annotations

from pathlib import Path

from claimcheck.baseline import hide, prune, taken
from claimcheck.baseline.file import read, written
from claimcheck.cli.asked import Asked
from claimcheck.cli.leave import note, write
from claimcheck.model import Report
from claimcheck.report.words import Words


def with_baseline(result: Report, path: Path, asked: Asked, words: Words) -> Report:
    """The report without the findings that the baseline knows; the file is written first where that is asked for.

    Nothing is written while articles could not be read: what they say would be lost. Raises DataError for a file that
    is no baseline or cannot be written.
    """
    if asked.write:
        known = taken(result.findings, path)
        if not result.problems:
            write(written(known), path)
            note(words("baseline_written", path=path, findings=words.count("finding", known.total())))
    else:
        known = read(path)
        if asked.prune and not result.problems:
            articles = [article.document.path for article in result.articles]
            before, known = known.total(), prune(known, result.findings, articles, path)
            write(written(known), path)
            gone = words.count("finding", before - known.total())
            note(words("baseline_pruned", path=path, gone=gone, findings=words.count("finding", known.total())))
    return hide(result, known, path)
