"""`claimcheck calibrate CORPUS…`: how often what the rules compare holds in published articles."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Annotated

import typer

from claimcheck import pipeline
from claimcheck.cli.leave import refuse, write
from claimcheck.cli.options import Output
from claimcheck.cli.reader import of_reader
from claimcheck.errors import DataError, Problem
from claimcheck.model import Document, Report
from claimcheck.rules.rule import Counts

Corpora = Annotated[
    list[Path],
    typer.Argument(metavar="CORPUS...", help="Files of articles, one JSON object a line, or folders of articles."),
]
ROWS = ".jsonl"
TOGETHER = 100


def calibrate(corpora: Corpora, *, output: Output = None) -> None:
    """Count by rule and evidence what holds in published articles; the counts decide which rules report aloud.

    A line of a .jsonl file has the keys text, language and published, and may have title.
    """
    counts = Counts()
    problems: list[Problem] = []
    for corpus in sorted(corpora):
        problems += _count(corpus, counts)
    write(json.dumps(counts.plain(), ensure_ascii=False, indent=1) + "\n", output)
    refuse(problems, of_reader())


def _count(corpus: Path, counts: Counts) -> list[Problem]:
    """Adds one corpus to the counts; what could not be read."""
    problems: list[Problem] = []
    for report in _reports(corpus):
        languages = {each.document.path: each.document.language for each in report.articles}
        counts.add(report.comparisons, languages)
        counts.articles[corpus.stem] = counts.articles.get(corpus.stem, 0) + len(report.articles)
        problems += report.problems
    return problems


def _reports(corpus: Path) -> Iterator[Report]:
    """The reports on the articles of one corpus; of a long file on some of them at a time."""
    if corpus.suffix != ROWS:
        yield pipeline.check(corpus)
        return
    rows = _rows(corpus)
    while part := list(islice(rows, TOGETHER)):
        yield pipeline.check(part)


def _rows(corpus: Path) -> Iterator[Document]:
    """The articles of a file with one JSON object a line."""
    try:
        with corpus.open(encoding="utf-8") as stream:
            for number, line in enumerate(stream, 1):
                if line.strip():
                    yield _document(corpus, number, line)
    except OSError as error:
        raise DataError(Problem(str(corpus), f"cannot be read: {error.strerror}")) from None


def _document(corpus: Path, number: int, line: str) -> Document:
    try:
        row = json.loads(line)
        known = {key: row.get(key) for key in ("language", "published", "title")}
        return Document.from_text(row["text"], f"{corpus.name}:{number}", **known)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise DataError(Problem(str(corpus), f"is no article: {error}", number, 1)) from None
